"""Reports beside each other: what differs between two, and the total of many."""

from typing import Any, Dict, NamedTuple, Optional

from . import _names, _native, _values
from .report import Children, Report, children_of


def diff(before: Report, after: Report) -> Dict[str, Any]:
    """What differs between two reports, or two versions of one, as gongkai.diff/1 has it: cells, texts, and the
    findings closed, opened and remaining."""
    result: Dict[str, Any] = _values.parsed(_native.dossier_diff_json(before._dossier(), after._dossier(), None))
    return result


class Rollup(NamedTuple):
    """A total of reports, and as gongkai.rollup/1 has it what is in it and what could not be added and why."""

    report: Report
    details: Dict[str, Any]


def rollup(
    children: Children, *, authority: str = "", year: Optional[int] = None, blanks: str = "as_zero"
) -> Rollup:
    """Adds up reports, exactly. children: as for Report.check(). authority: the body whose total it is. Reports on
    another year are not added."""
    if "\0" in authority:
        raise ValueError("authority must not hold NUL")
    handle, details = _native.rollup(
        children_of(children), authority, _values.int32(year or 0, "year"), _names.blanks_number(blanks)
    )
    return Rollup(Report._from(handle), _values.parsed(details))
