"""Runs the examples of examples/corpora for DuckDB, pyarrow and R on reports in all formats, and compares what they
give with what the library says.

    python examples.py GENERATE_PRINT GONGKAI

in an environment with gongkai, duckdb and pyarrow. R is tried where Rscript is."""

import csv
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from typing import Dict, List

import corpus
import pyarrow
import pyarrow.parquet

import gongkai

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples" / "corpora"


def run(place: pathlib.Path, *command: str) -> str:
    ran = subprocess.run(command, cwd=place, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if ran.returncode != 0:
        raise SystemExit(f"{' '.join(command)[:80]} ends with {ran.returncode}:\n{ran.stdout[-3000:]}")
    return ran.stdout


def python(place: pathlib.Path, script: str, *arguments: str) -> str:
    return run(place, sys.executable, str(EXAMPLES / script), *arguments)


def function_in_sql(place: pathlib.Path, whole: pyarrow.Table) -> None:
    python(place, "duckdb_function.py", "reports/**", "function.csv")
    with open(place / "function.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    told = whole.select(list(rows[0])).sort_by("file").to_pylist()
    assert rows == [{name: "" if value is None else str(value) for name, value in row.items()} for row in told]


def stream_in_sql(place: pathlib.Path, whole: pyarrow.Table) -> None:
    told = python(place, "duckdb_stream.py", "reports", "stream.parquet")
    assert "requests.row_total" in told or "requests.outcomes_sum" in told, told
    assert pyarrow.parquet.read_table(place / "stream.parquet").to_pylist() == whole.to_pylist()


def tidy_parquet(place: pathlib.Path, whole: pyarrow.Table) -> None:
    python(place, "tidy_parquet.py", "reports", "tidy.parquet")
    tidy = pyarrow.parquet.read_table(place / "tidy.parquet")
    assert tidy.num_rows == whole.num_rows * len(gongkai.cells())
    cells: Dict[str, Dict[str, object]] = {}
    states = set()
    for row in tidy.to_pylist():
        cells.setdefault(row["file"], {})[row["cell"]] = row["value"]
        states.add(row["state"])
    for row in whole.to_pylist():
        assert cells[row["file"]] == {key: row[key] for key in cells[row["file"]]}
    assert {"read", "blank", "not in the form", "unreadable", None} <= states, states
    file = next(path for path in cells if "/xlsx/" in path)
    report = gongkai.read(place / file)
    mine = [row for row in tidy.to_pylist() if row["file"] == file]
    assert {row["cell"]: row["state"] for row in mine if row["state"] == "read"}.keys() == {
        key for key in report if (source := report.source(key)) is not None and source.state == "read"
    }


def in_r(place: pathlib.Path, program: pathlib.Path, whole: pyarrow.Table) -> List[str]:
    if shutil.which("Rscript") is None:
        print("Rscript is not installed (Debian: r-base-core): the page on R was NOT tried")
        return []
    page = (EXAMPLES / "R.md").read_text(encoding="utf-8")
    shutil.rmtree(place / "reports" / "poison")  # the commands end with 2 where a file is unreadable
    environment = f"PATH={program.parent}:$PATH; "
    for block in re.findall(r"^```sh\n(.*?)^```$", page, re.S | re.M):
        for line in block.splitlines():
            run(place, "sh", "-c", f"{environment}{line} || [ $? = 1 ]")
    (place / "page.R").write_text("".join(re.findall(r"^```r\n(.*?)^```$", page, re.S | re.M)), encoding="utf-8")
    told = run(place, "env", "LC_ALL=C.UTF-8", "Rscript", "--vanilla", "page.R")
    received: Dict[int, int] = {}
    for row in whole.to_pylist():
        if row["year"] is not None:
            received[row["year"]] = received.get(row["year"], 0) + (row["requests.received.total"] or 0)
    for year, total in received.items():
        assert re.search(rf"^\d+ +{year} +{total}$", told, re.M), (year, total, told)
    assert "review.total" in told, told
    return ["in_r"]


def main() -> None:
    generate_print, program = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    with tempfile.TemporaryDirectory(prefix="gongkai-examples-") as folder:
        place = pathlib.Path(folder)
        corpus.write_reports(place / "reports", str(generate_print), 120, 4)
        corpus.write_poison(place / "reports" / "poison")
        os.chdir(place)
        whole = pyarrow.table(gongkai.read_many("reports"))
        assert whole.num_rows == 125
        done: List[str] = []
        for check in (function_in_sql, stream_in_sql, tidy_parquet):
            check(place, whole)
            done.append(check.__name__)
        done += in_r(place, program, whole)
        print(f"examples/corpora: {', '.join(done)}")
        print(f"{len(done)} passed, 0 failed")


main()
