"""Checks every report in a folder on all processors, and writes one line for each file to a CSV file.

    python folder_to_csv.py FOLDER OUTPUT.csv"""

import csv
import os
import sys

import gongkai

folder, output = sys.argv[1:]
keys = [cell["key"] for cell in gongkai.cells()]
results = [
    checked
    for checked in gongkai.check_many(folder, progress=True)
    if os.path.abspath(checked.path) != os.path.abspath(output)
]

with open(output, "w", newline="", encoding="utf-8-sig") as file:
    table = csv.writer(file)
    table.writerow(["file", "authority", "year", "errors", "warnings", "problem", *keys])
    for checked in results:
        if checked.error is not None:
            table.writerow([checked.path, "", "", "", "", checked.error])
            continue
        report = checked.report
        first = [checked.path, report.authority, report.year, checked.counts.errors, checked.counts.warnings, ""]
        table.writerow(first + ["" if value is None else value for value in report.values()])
print(f"{len(results)} files, {sum(checked.error is not None for checked in results)} of them without a report")
