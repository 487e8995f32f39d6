"""What the tests share."""

import os

import pytest

import gongkai

HARBOUR = os.path.join(os.path.dirname(__file__), "..", "..", "..", "examples", "data", "harbour-2020.txt")


@pytest.fixture
def harbour() -> gongkai.Report:
    """The example report, as read."""
    return gongkai.read(HARBOUR)


@pytest.fixture
def faulty() -> gongkai.Report:
    """A report with one error: a total that is off by one."""
    report = gongkai.Report("2021", year=2023, authority="某局")
    report.review.upheld = 2
    report.review.total = 3
    return report
