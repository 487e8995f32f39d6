"""The published JSON Schema is what the program prints, accepts what the program writes, and refuses what it refuses.

usage: schema.py SCHEMA PROGRAM REPORT...
"""

import copy
import json
import subprocess
import sys

from jsonschema import Draft202012Validator

schema_file, program, *documents = sys.argv[1:]


def run(*arguments, stdin=None):
    return subprocess.run([program, *arguments], input=stdin, capture_output=True)


text = open(schema_file, "rb").read()
if run("cells", "--schema").stdout != text:
    sys.exit(f"{schema_file} is out of date: write it with gongkai cells --schema")
schema = json.loads(text)
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
assert documents, "no report to validate"

for document in documents:
    reading = json.loads(run("show", "--json", document).stdout)
    validator.validate(reading["report"])
report = reading["report"]

COUNT, MONEY = "requests.received.total", "disclosure.procurement.amount"
EXTENSION = {"table": "requests", "label": "其他", "columns": [], "values": ["1"]}
ACCEPTED = [
    {"cells": {COUNT: 10**15, MONEY: "1000000000000000.00"}},
    {"cells": {COUNT: None, MONEY: None}},
    {"cells": {COUNT: -18, MONEY: "-0.5"}},
    {"about": {"edition": "2021"}},
    {"about": {"year": None, "level": "county", "publication_date": "2024-02-29"}},
    {"extensions": [EXTENSION]},
    {"narrative": {"overview": "一\n二"}},
    {"narrative": {"preamble": "根据《条例》编制。"}},
]
REFUSED = [
    {"schema": "gongkai.report/2"},
    {"cell": {}},
    {"cells": {"requests.received.totl": 1}},
    {"cells": {COUNT: "1"}},
    {"cells": {COUNT: 1.5}},
    {"cells": {COUNT: 10**15 + 1}},
    {"cells": {MONEY: 1}},
    {"cells": {MONEY: "1.234"}},
    {"cells": {MONEY: "1000000000000000.01"}},
    {"cells": {MONEY: "1,234"}},
    {"cells": {MONEY: ""}},
    {"cells": []},
    {"about": {"level": "city"}},
    {"about": {"year": 0}},
    {"about": {"title": None}},
    {"about": {"publication_date": "2024-2-29"}},
    {"narrative": {"overview": None}},
    {"narrative": {"preamble": None}},
    {"extensions": [{**EXTENSION, "values": [1]}]},
    {"extensions": {}},
]


def changed(change):
    result = copy.deepcopy(report)
    for key, value in change.items():
        if isinstance(value, dict) and isinstance(result.get(key), dict):
            result[key].update(value)
        else:
            result[key] = value
    return result


def verdicts(candidate):
    """What the schema and the program say; what the program accepts, it also writes by the schema."""
    shown = run("show", "--json", "-", stdin=json.dumps(candidate).encode())
    if shown.returncode == 0:
        validator.validate(json.loads(shown.stdout))
    return validator.is_valid(candidate), shown.returncode == 0


faults = [f"accepted: {c}: {verdicts(changed(c))}" for c in ACCEPTED if verdicts(changed(c)) != (True, True)]
faults += [f"refused: {c}: {verdicts(changed(c))}" for c in REFUSED if verdicts(changed(c)) != (False, False)]
without_schema = {key: value for key, value in report.items() if key != "schema"}
faults += ["a report without schema passes"] if any(verdicts(without_schema)) else []
print("\n".join(faults) or f"{len(documents)} reports valid; schema and program agree on {len(ACCEPTED) + len(REFUSED) + 1} more")
sys.exit(bool(faults))
