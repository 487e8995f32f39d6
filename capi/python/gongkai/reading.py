"""Reads reports."""

import operator
from typing import TYPE_CHECKING, List, NamedTuple, Optional

from . import _names, _native, _values
from ._sources import Readable, bytes_of
from .report import Report

if TYPE_CHECKING:
    import datetime


class Limits(NamedTuple):
    """Limits on untrusted input; 0 is the default of the library. More raises LimitError, but for max_span."""

    max_bytes: int = 0  #: of input
    max_cells: int = 0  #: of all tables together
    max_blocks: int = 0  #: paragraphs and tables
    max_depth: int = 0  #: of elements in one another, in HTML and XML
    max_span: int = 0  #: rows or columns of one cell; a larger span is cut to it
    max_archive_entries: int = 0  #: in a Word or Excel file
    max_unpacked_bytes: int = 0  #: of the parts of such a file that are read, together
    max_unpacked_ratio: int = 0  #: unpacked to packed size of one part


def read_options(
    year: Optional[int],
    authority: str,
    level: Optional[str],
    kind: Optional[str],
    coverage: Optional[str],
    publication_date: "Optional[datetime.date]",
    format: Optional[str],
    limits: Optional[Limits],
    infer: bool = True,
) -> _native.ReadOptions:
    if "\0" in authority:
        raise ValueError("authority must not hold NUL")
    date = publication_date
    bounds = {name: operator.index(bound) for name, bound in (limits or Limits())._asdict().items()}
    for name, bound in bounds.items():
        if not 0 <= bound < 1 << 63:
            raise ValueError(f"{name} must be from 0 up, and is {bound}")
    return _native.ReadOptions(
        **bounds,
        format=_names.number_of(_names.formats, format, "format"),
        authority=authority,
        year=_values.int32(year or 0, "year"),
        level=_names.number_of(_names.levels, level, "level"),
        kind=_names.number_of(_names.kinds, kind, "kind"),
        coverage=_names.number_of(_names.extents, coverage, "coverage"),
        publication_year=date.year if date else 0,
        publication_month=date.month if date else 0,
        publication_day=date.day if date else 0,
        no_inference=int(not infer),
    )


def read(
    source: Readable,
    *,
    year: Optional[int] = None,
    authority: str = "",
    level: Optional[str] = None,
    kind: Optional[str] = None,
    coverage: Optional[str] = None,
    publication_date: "Optional[datetime.date]" = None,
    format: Optional[str] = None,
    limits: Optional[Limits] = None,
    infer: bool = True,
) -> Report:
    """Reads a report from a path, from bytes, or from a binary file. The other arguments are what you know and the
    document may not say; format is tried where the content does not show it. Without infer, cells that only the form's
    equations settle stay unreadable. Raises DocumentError where there is no
    annual report in it; what could not be read inside one is in the report's notes."""
    options = read_options(year, authority, level, kind, coverage, publication_date, format, limits, infer)
    reading = _native.read(bytes_of(source), options)
    return Report._from(_native.reading_report(reading), reading)


def read_all(
    source: Readable, *, format: Optional[str] = None, limits: Optional[Limits] = None
) -> List[Report]:
    """Reads every report in a source: some files hold those of several bodies, of which read() gives the first."""
    options = read_options(None, "", None, None, None, None, format, limits)
    return [
        Report._from(_native.reading_report(reading), reading)
        for reading in _native.read_all(bytes_of(source), options)
    ]
