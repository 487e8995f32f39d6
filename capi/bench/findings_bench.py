"""What all findings cost in Python: list(report.check()) beside what read() and check() take.

    python findings_bench.py FILE..."""

import os
import statistics
import sys
import time
from typing import Callable, List

import gongkai


def microseconds(call: Callable[[], object], times: int) -> float:
    begin = time.process_time()
    for _ in range(times):
        call()
    return (time.process_time() - begin) / times * 1e6


def measure(path: str) -> str:
    with open(path, "rb") as file:
        data = file.read()
    report = gongkai.read(data)
    calls: List[Callable[[], object]] = [
        lambda: gongkai.read(data),
        report.check,
        lambda: list(report.check()),
        lambda: [(finding.rule, finding.severity, finding.message) for finding in report.check()],
    ]
    told = [[microseconds(call, 40) for call in calls] for _ in range(15)]
    read, check, listed, looked = map(statistics.median, zip(*told))
    return (
        f"{os.path.basename(path)}: {len(report.check())} findings, read {read:.0f}, check {check:.0f}, "
        f"list(check) {listed:.0f}: {(listed - check) / (read + check):.2f} of read and check; "
        f"with rule, severity and message of each: {(looked - check) / (read + check):.2f}"
    )


print(f"load {os.getloadavg()[0]:.1f}; microseconds of processor time, medians of 15")
for path in sys.argv[1:]:
    print(measure(path))
