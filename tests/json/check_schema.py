"""Every line of `gongkai check --format jsonl` is of the published schema, with and without what may be asked for besides,
and what is left out there can be asked for.

usage: check_schema.py SCHEMA PROGRAM SOURCE
"""

import json
import pathlib
import subprocess
import sys

from jsonschema import Draft202012Validator

schema_file, program, source = sys.argv[1:]
schema = json.loads(pathlib.Path(schema_file).read_text(encoding="utf-8"))
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)

files = sorted(
    str(path)
    for folder in ("examples/data", "tests/data", "tests/fuzz/corpus/interpret")
    for path in pathlib.Path(source, folder).rglob("*")
    if path.is_file() and path.stat().st_size < 400_000
)


def lines(*options):
    command = [program, "check", "--stdin0", "--exit-zero", "--format", *options]
    done = subprocess.run(command, input="\0".join(files).encode(), capture_output=True, check=True)
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def findings(line):
    for finding in line.get("findings", []):
        yield finding
        yield from finding.get("same_cause", [])


plain, full, more = lines("jsonl"), lines("jsonl-full"), lines("jsonl", "--places", "--coverage")
assert len(plain) == len(full) == len(more) > 30, len(plain)
seen = set()
for line in plain + more:
    validator.validate(line)
    seen.update(member for finding in findings(line) for member in finding)
wanted = set(schema["$defs"]["finding"]["properties"]) - {"waived", "left_is_bound", "right_is_bound", "same_cause", "compared"}
assert wanted <= seen, f"no finding has {wanted - seen}"

for line, other, detailed in zip(plain, full, more):
    if "findings" not in line:
        assert line.keys() & {"error", "skipped"} == other.keys() & {"error", "skipped"}
        continue
    for finding, same, placed in zip(line["findings"], other["assessment"]["findings"], detailed["findings"]):
        for member in ("rule", "severity", "fingerprint"):
            assert finding[member] == same[member]
        assert finding["message"] == same["message"]["zh"]
        values = {cell["key"]: cell["value"] for cell in same["cells"]}
        assert {cell["key"]: cell["value"] for cell in finding.get("cells", [])} | dict.fromkeys(finding.get("blank", [])) == values
        places = {cell["key"]: cell["line"] for cell in same["cells"] if cell["line"]}
        assert {cell["key"]: cell["place"]["line"] for cell in placed.get("cells", []) if "line" in cell.get("place", {})} == places

line = next(line for line in plain if line.get("findings"))
for change in ({"schema": "gongkai.check/1"}, {"year": None}, {"more": 1}, {"errors": -1}, {"error": {"code": "io", "message": "x"}}, {"findings": [{}]}):
    assert not validator.is_valid({**line, **change}), change
print(f"{len(plain)} lines are of the schema")
