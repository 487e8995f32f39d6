"""How a typed program uses the package: mypy finds each type as it is stated here, and the mistakes that are marked.

Not run: test_types.py gives it to mypy."""

from decimal import Decimal
from typing import List, Optional

import gongkai


def types_are_known() -> None:
    with gongkai.read("report.txt") as report:
        total: Optional[int] = report.requests.received.total
        deep: Optional[int] = report.requests.outcomes.denied.state_secret.natural_person
        amount: Optional[Decimal] = report.disclosure.procurement.amount
        overview: str = report.narrative.overview
        report.requests.received.total = 5
        report.requests.received.total = None
        report.disclosure.procurement.amount = "12.50"
        report.disclosure.procurement.amount = 3
        finding: gongkai.Finding = report.check()[0]
        findings: List[gongkai.Finding] = report.check()[:2]
        counts: gongkai.Counts = gongkai.check_rows(b"")[0]
        print(total, deep, amount, overview, finding.message, findings, counts.errors)
        print(report.to_pandas(), report.check().to_pandas())
    for value in report.values():
        print(value)
    for checked in gongkai.check_many("folder"):
        print(checked.report.check().errors)


def mistakes_are_seen(report: gongkai.Report) -> None:
    print(report.requests.recieved)  # type: ignore[attr-defined]
    print(report.requests.received.totals)  # type: ignore[attr-defined]
    print(report.yaer)  # type: ignore[attr-defined]
    report.requests = 1  # type: ignore[misc, assignment]
    report.requests.received.total = "5"  # type: ignore[assignment]
    report.disclosure.procurement.amount = 0.1  # type: ignore[assignment]
    report.narrative.overview = 5  # type: ignore[assignment]
    with gongkai.read("report.txt") as read:
        read.chekc()  # type: ignore[attr-defined]
    print(report.check()[0].mesage)  # type: ignore[attr-defined]
