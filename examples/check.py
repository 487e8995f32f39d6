"""Reads a report, checks it, and says what is wrong: the package gongkai in five lines."""

import sys

import gongkai

report = gongkai.read(sys.argv[1])
print(report.authority, report.year, "received:", report.requests.received.total)
for finding in report.check():
    print(finding.severity, finding.rule, finding)
