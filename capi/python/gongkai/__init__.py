"""Read, hold and check 政府信息公开工作年度报告 (annual reports on government information disclosure).

    import gongkai
    report = gongkai.read("report.txt")
    for finding in report.check():
        print(finding)

Blank cells are None, counts are int, money is decimal.Decimal in yuan. What the form asks for and what is checked is
asked from the library: see cells() and rules(). A closed object raises ArgumentError wherever it is used.
"""

from . import _native
from ._native import Place
from .assessment import Assessment, Coverage, Finding, FindingCell
from .batch import Checked, Counts, RowResults, check_many, check_rows
from .catalog import cells, rules
from .columns import Columns, read_many
from .compare import Rollup, diff, rollup
from .errors import (
    ArgumentError,
    DocumentError,
    EmptyError,
    Error,
    InternalError,
    LimitError,
    MalformedError,
    NotAReportError,
    NotFoundError,
    NotTextError,
    OutOfMemoryError,
    RangeError,
    UnsupportedError,
)
from .reading import Limits, read, read_all
from .report import Decoding, Note, Report, Source, Standing, Table

__all__ = [
    "ArgumentError",
    "Assessment",
    "Checked",
    "Columns",
    "Counts",
    "Coverage",
    "Decoding",
    "DocumentError",
    "EmptyError",
    "Error",
    "Finding",
    "FindingCell",
    "InternalError",
    "LimitError",
    "Limits",
    "MalformedError",
    "NotAReportError",
    "NotFoundError",
    "NotTextError",
    "Note",
    "OutOfMemoryError",
    "Place",
    "RangeError",
    "Report",
    "Rollup",
    "RowResults",
    "Source",
    "Standing",
    "Table",
    "UnsupportedError",
    "cells",
    "check_many",
    "check_rows",
    "diff",
    "read",
    "read_all",
    "read_many",
    "rollup",
    "rules",
]

__version__ = _native.version()

for _name in __all__:  # where they are defined is nobody's matter, nor that of what was pickled
    globals()[_name].__module__ = __name__
del _name
