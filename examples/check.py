"""Reads a report, checks it, and says what is wrong: the package gongkai in five lines."""

import signal
import sys

import gongkai

if hasattr(signal, "SIGPIPE"):
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # who reads through `head` has seen enough

report = gongkai.read(sys.argv[1])
print(report.authority, report.year, "received:", report.requests.received.total)
for finding in report.check():
    print(finding.severity, finding.rule, finding)
