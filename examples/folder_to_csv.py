"""Checks every report in a folder on all processors, and writes one line for each to a CSV file.

    python folder_to_csv.py FOLDER OUTPUT.csv"""

import csv
import sys
from pathlib import Path

import gongkai

folder, output = sys.argv[1:]
keys = [cell["key"] for cell in gongkai.cells()]
paths = sorted(path for path in Path(folder).iterdir() if path.suffix in (".txt", ".md"))

with open(output, "w", newline="", encoding="utf-8-sig") as file:
    table = csv.writer(file)
    table.writerow(["file", "authority", "year", "errors", "warnings", "problem", *keys])
    for checked in gongkai.check_many(paths, progress=True):
        if checked.error is not None:
            table.writerow([checked.path, "", "", "", "", checked.error])
            continue
        report = checked.report
        first = [checked.path, report.authority, report.year, checked.counts.errors, checked.counts.warnings, ""]
        table.writerow(first + ["" if value is None else value for value in report.values()])
print(f"{len(paths)} reports")
