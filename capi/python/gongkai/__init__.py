"""Read, hold and check 政府信息公开工作年度报告 (annual reports on government information disclosure).

    import gongkai
    report = gongkai.read("report.txt")
    for finding in report.check():
        print(finding)

Blank cells are None, counts are int, money is decimal.Decimal in yuan. What the form asks for and what is checked is
asked from the library: see cells() and rules(). A closed object raises ArgumentError wherever it is used.
"""

import json
import operator
import os
import struct
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal, InvalidOperation
from html import escape
from typing import (
    IO,
    TYPE_CHECKING,
    Any,
    Callable,
    Dict,
    Iterable,
    Iterator,
    List,
    Mapping,
    MutableMapping,
    NamedTuple,
    NoReturn,
    Optional,
    Sequence,
    Tuple,
    Type,
    Union,
)

from . import _native, _pdf
from ._native import Place

if TYPE_CHECKING:
    import datetime

__all__ = [
    "ArgumentError",
    "Assessment",
    "Checked",
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
    "rollup",
    "rules",
]

__version__ = _native.version()

Value = Union[int, Decimal, None]
Path = Union[str, "os.PathLike[str]"]

# ---- Errors ----


class Error(Exception):
    """What the library could not do: the code of gongkai.h, words in both languages, and the place.

    `cell` is the key of the cell at fault, `row` the index of the row or input of a batch, where there is one."""

    def __init__(self, info: _native.ErrorInfo) -> None:
        super().__init__(info.message_en)
        self.code = info.code
        self.name = _native.status_name(info.code)
        self.message_zh = info.message_zh
        self.message_en = info.message_en
        self.place = info.place
        self.row: Optional[int] = info.row if info.row >= 0 else None
        self.cell: Optional[str] = _keys[info.cell] if info.cell >= 0 else None

    def __str__(self) -> str:
        return self.message_en

    def __reduce__(self) -> Tuple[Any, ...]:
        cell = -1 if self.cell is None else _index[self.cell]
        row = -1 if self.row is None else self.row
        return type(self), (
            _native.ErrorInfo(self.code, self.message_zh, self.message_en, self.place, row, cell),
        )


class ArgumentError(Error, ValueError):
    """GK_E_ARGUMENT: an argument makes no sense, or an object was closed."""


class RangeError(Error, ValueError):
    """GK_E_RANGE: a number that the form cannot hold."""


class NotFoundError(Error, KeyError):
    """GK_E_NOT_FOUND: no cell, rule or field of that name."""


class OutOfMemoryError(Error, MemoryError):
    """GK_E_MEMORY."""


class InternalError(Error, RuntimeError):
    """GK_E_INTERNAL: a fault in the library."""


class DocumentError(Error, ValueError):
    """A document that cannot be read as an annual report."""


class EmptyError(DocumentError):
    """GK_E_EMPTY: there is nothing in the input."""


class NotTextError(DocumentError):
    """GK_E_NOT_TEXT: the bytes are not text in a known encoding."""


class UnsupportedError(DocumentError):
    """GK_E_UNSUPPORTED: a known format that this version cannot read."""


class LimitError(DocumentError):
    """GK_E_LIMIT: larger than the limits allow."""


class NotAReportError(DocumentError):
    """GK_E_NOT_A_REPORT: readable, but not such a report."""


class MalformedError(DocumentError):
    """GK_E_MALFORMED: claims a format and breaks it."""


_exceptions: Dict[str, Type[Error]] = {
    "GK_E_ARGUMENT": ArgumentError,
    "GK_E_RANGE": RangeError,
    "GK_E_NOT_FOUND": NotFoundError,
    "GK_E_MEMORY": OutOfMemoryError,
    "GK_E_INTERNAL": InternalError,
    "GK_E_EMPTY": EmptyError,
    "GK_E_NOT_TEXT": NotTextError,
    "GK_E_UNSUPPORTED": UnsupportedError,
    "GK_E_LIMIT": LimitError,
    "GK_E_NOT_A_REPORT": NotAReportError,
    "GK_E_MALFORMED": MalformedError,
}


def _exception_for(info: _native.ErrorInfo) -> Error:
    return _exceptions.get(_native.status_name(info.code), Error)(info)


_native.exception_for = _exception_for

# ---- The catalogue ----

_cells = _native.cell_keys()
_keys: List[str] = [key for key, _ in _cells]
_index: Dict[str, int] = {key: index for index, key in enumerate(_keys)}
_is_money: List[bool] = [is_money for _, is_money in _cells]
_fields: List[str] = _native.field_keys()
_editions: Dict[Optional[str], int] = {None: 0}
_editions.update(_native.editions())
_edition_names: Dict[int, Optional[str]] = {number: name for name, number in _editions.items()}

_levels: Tuple[Optional[str], ...] = (None, "national", "province", "prefecture", "county", "township")
_kinds: Tuple[Optional[str], ...] = (None, "government", "department", "agency", "institution")
_extents: Tuple[Optional[str], ...] = (None, "own", "territory")
_severities: Tuple[str, ...] = ("info", "warning", "error")
_blanks: Tuple[str, ...] = ("as_zero", "unknown")
_languages: Tuple[Optional[str], ...] = (None, "zh", "en")
_formats: Tuple[Optional[str], ...] = (None, "text", "html", "docx", "xlsx", "csv", "json", "pdf_layout")
_write_html, _write_markdown, _write_docx, _write_xlsx = 1, 2, 6, 7
_csv_layouts: Dict[str, int] = {"form": 3, "tidy": 4, "wide": 5}
_findings_formats: Tuple[str, ...] = ("json", "jsonl", "sarif", "junit", "csv", "html")
_gap_missing, _gap_unreadable = 1, 2


def _number_of(names: Sequence[Optional[str]], name: Optional[str], what: str) -> int:
    try:
        return names.index(name)
    except ValueError:
        raise ValueError(f"{what} must be one of {', '.join(map(repr, names))}, and is {name!r}") from None


def _edition_number(edition: Optional[str]) -> int:
    if edition not in _editions:
        raise ValueError(f"edition must be one of {', '.join(map(repr, _editions))}, and is {edition!r}")
    return _editions[edition]


def cells() -> List[Dict[str, Any]]:
    """Every cell of the form: its key, labels in both editions, unit, legal basis and position."""
    result: List[Dict[str, Any]] = json.loads(_native.cells_json())["cells"]
    return result


def rules() -> List[Dict[str, Any]]:
    """Every rule: its id, severity, statement, ground and citation in Chinese and English."""
    result: List[Dict[str, Any]] = json.loads(_native.rules_json())["rules"]
    return result


def _index_of(key: object) -> int:
    index = _index.get(key) if isinstance(key, str) else None
    if index is None:
        if isinstance(key, str) and "\0" not in key:
            return _native.cell_find(key)  # says which keys are near
        raise KeyError(key)
    return index


# ---- Values ----


def _within(number: int, limit: int, what: str) -> int:
    # ctypes wraps a number that is too large, silently.
    if not -limit <= number < limit:
        raise ValueError(f"{what} lies beyond what can be stored: {number}")
    return number


def _int32(number: object, what: str) -> int:
    return _within(operator.index(number), 1 << 31, what)  # type: ignore[arg-type]


def _stored(index: int, value: object) -> Optional[int]:
    """The number that the library stores for a value: a count, or 分."""
    key = _keys[index]
    if value is None:
        return None
    if isinstance(value, bool):
        raise TypeError(f"{key}: a number or None is wanted, not {value!r}")
    if not _is_money[index]:
        return _within(operator.index(value), 1 << 63, key)  # type: ignore[arg-type]
    if isinstance(value, float):
        raise TypeError(f"{key}: money is exact; give yuan as decimal.Decimal, int or str, not as float")
    try:
        yuan = Decimal(value if isinstance(value, (Decimal, str)) else operator.index(value))  # type: ignore[arg-type]
    except InvalidOperation:
        raise ValueError(f"{key}: not an amount of money: {value!r}") from None
    if not yuan.is_finite():
        raise ValueError(f"{key}: not an amount of money: {value!r}")
    sign, digits, exponent = yuan.as_tuple()
    assert isinstance(exponent, int)
    if len(digits) + abs(exponent) > 400:
        raise ValueError(f"{key}: {value!r} lies beyond what can be stored")
    magnitude = int("".join(map(str, digits)))
    if exponent + 2 >= 0:
        fen = magnitude * 10 ** (exponent + 2)
    else:
        fen, rest = divmod(magnitude, 10 ** -(exponent + 2))
        if rest:
            raise ValueError(f"{key}: {value!r} is not a whole number of 分")
    return _within(-fen if sign else fen, 1 << 63, key)


def _shown(index: int, number: Optional[int]) -> Value:
    if number is None or not _is_money[index]:
        return number
    return Decimal(number).scaleb(-2)


# ---- Findings ----


class FindingCell(NamedTuple):
    """A cell that a finding speaks of, as it was at the time of the check."""

    key: str
    value: Value
    place: Place


class Finding(NamedTuple):
    """One fault, or one thing to look at. str() gives its message."""

    rule: str
    severity: str  #: "error", "warning" or "info"
    message: str  #: one line, in the language of the check
    explanation: str  #: one paragraph, in the language of the check
    cells: Tuple[FindingCell, ...]  #: in the order of the relation: left side, then right side
    left: Value  #: the two sides, where the rule compares numbers
    right: Value
    difference: Value
    left_is_bound: bool  #: the left side is "at least", because some cell of it is not known
    right_is_bound: bool
    assumed_zero: bool  #: a blank part was counted as 0
    detail: str  #: the text in question, as written
    place: Place  #: where to look
    fingerprint: str  #: the same in every run while rule, cells and values are
    waiver: Optional[str]  #: why the finding is accepted, see Assessment.waive(); None where it is not

    def __str__(self) -> str:
        return self.message


class Coverage(NamedTuple):
    """How far one rule got: how many instances held, were violated, or stayed open and why."""

    held: int
    violated: int
    assumed: int  #: of those held, how many count a blank as 0
    open: Dict[str, int]


def _value_from_json(value: Union[int, str, None]) -> Value:
    return Decimal(value) if isinstance(value, str) else value


def _place_from_json(place: Mapping[str, int]) -> Place:
    return Place(**{name: place[name] for name in Place._fields})


def _finding_from_json(finding: Dict[str, Any], language: str) -> Finding:
    return Finding(
        rule=finding["rule"],
        severity=finding["severity"],
        message=finding["message"][language],
        explanation=finding["explanation"][language],
        cells=tuple(
            FindingCell(cell["key"], _value_from_json(cell["value"]), _place_from_json(cell))
            for cell in finding["cells"]
        ),
        left=_value_from_json(finding["left"]),
        right=_value_from_json(finding["right"]),
        difference=_value_from_json(finding["difference"]),
        left_is_bound=finding["left_is_bound"],
        right_is_bound=finding["right_is_bound"],
        assumed_zero=finding["assumed_zero"],
        detail=finding["detail"],
        place=_place_from_json(finding["place"]),
        fingerprint=finding["fingerprint"],
        waiver=finding["waiver"]["reason"] if finding["waiver"] else None,
    )


class _Closing:
    """An object of the library: freed when collected, by close(), or at the end of a `with`."""

    __slots__ = ("_handle",)
    _handle: _native.Handle

    def close(self) -> None:
        self._handle.close()

    def __enter__(self) -> "Any":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Assessment(_Closing, Sequence[Finding]):
    """What a check found: a sequence of findings, and how far each rule got."""

    __slots__ = ("_coverage", "_findings", "_language")

    def __init__(self, handle: _native.Handle, language: str) -> None:
        self._handle = handle
        self._language = language
        self._findings: Optional[List[Finding]] = None
        self._coverage: Optional[Dict[str, Coverage]] = None

    def _load(self) -> List[Finding]:
        if self._findings is None:
            data = json.loads(self.to_json())
            self._coverage = {
                rule["rule"]: Coverage(rule["held"], rule["violated"], rule["assumed"], rule["open"])
                for rule in data["coverage"]
            }
            self._findings = [_finding_from_json(finding, self._language) for finding in data["findings"]]
        return self._findings

    def __len__(self) -> int:
        return _native.assessment_counts(self._handle).findings

    def __getitem__(self, index: Any) -> Any:
        return self._load()[index]

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._load())

    def __bool__(self) -> bool:
        """Always true: ask .ok, or len()."""
        return True

    @property
    def ok(self) -> bool:
        """No finding is an error."""
        return self.errors == 0

    @property
    def errors(self) -> int:
        return _native.assessment_counts(self._handle).errors

    @property
    def warnings(self) -> int:
        return _native.assessment_counts(self._handle).warnings

    @property
    def infos(self) -> int:
        return _native.assessment_counts(self._handle).infos

    @property
    def waived(self) -> int:
        """How many findings a waiver accepts; they are not among errors, warnings and infos."""
        return _native.assessment_counts(self._handle).waived

    def waive(self, waivers: Union[str, bytes], today: "datetime.date") -> int:
        """Marks the findings that waivers (JSON of schema gongkai.waivers/1) accept on a day, and tells how many.
        Called again it decides anew."""
        data = waivers.encode("utf-8", "surrogatepass") if isinstance(waivers, str) else bytes(waivers)
        accepted = _native.assessment_waive(self._handle, data, today.year, today.month, today.day)
        self._findings = self._coverage = None
        return accepted

    @property
    def coverage(self) -> Dict[str, Coverage]:
        """For each rule how many instances held, were violated, or stayed open and why."""
        self._load()
        return dict(self._coverage or {})

    def to_json(self) -> str:
        """JSON of schema gongkai.assessment/1."""
        return _native.assessment_json(self._handle)

    def _written(self, format: str, file: Path) -> str:
        name = os.fspath(file)
        if "\0" in name:
            raise ValueError("file must not hold NUL")
        language = _number_of(_languages[1:], self._language, "language") + 1
        return _native.assessment_write(self._handle, name, _findings_formats.index(format), language)

    def to_sarif(self, file: Path = "") -> str:
        """SARIF 2.1.0, for editors and build systems. file: the path that its results name."""
        return self._written("sarif", file)

    def to_junit(self, file: Path = "") -> str:
        """JUnit XML: a case for each rule that was asked; an error fails it."""
        return self._written("junit", file)

    def to_csv(self, file: Path = "") -> str:
        """One finding a row."""
        return self._written("csv", file)

    def to_pandas(self) -> Any:
        """The findings as a pandas.DataFrame, one row each."""
        import pandas

        columns = [name for name in Finding._fields if name not in ("cells", "place")]
        return pandas.DataFrame(
            [
                [getattr(finding, name) for name in columns]
                + [", ".join(cell.key for cell in finding.cells), finding.place.line]
                for finding in self
            ],
            columns=[*columns, "cells", "line"],
        )

    def __repr__(self) -> str:
        return f"<gongkai.Assessment: {self.errors} errors, {self.warnings} warnings, {self.infos} infos>"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{escape(f.severity)}</td><td>{escape(f.rule)}</td><td>{escape(f.message)}</td></tr>"
            for f in self
        )
        return f"<table><thead><tr><th></th><th>rule</th><th>message</th></tr></thead><tbody>{rows}</tbody></table>"


def _check_options(
    blanks: str,
    language: str,
    only: Union[str, Iterable[str]],
    skip: Union[str, Iterable[str]],
    severities: Optional[Mapping[str, str]],
) -> Optional[_native.CheckOptions]:
    if blanks == "as_zero" and language == "zh" and not only and not skip and not severities:
        return None  # the default

    def prefixes(values: Union[str, Iterable[str]], what: str) -> Tuple[str, ...]:
        result = (values,) if isinstance(values, str) else tuple(values)
        for value in result:
            if not isinstance(value, str) or "\0" in value:
                raise ValueError(f"{what} must be ids of rules, not {value!r}")
        return result

    overrides = dict(severities or {})
    return _native.CheckOptions(
        _number_of(_blanks, blanks, "blanks"),
        _number_of(_languages[1:], language, "language") + 1,
        prefixes(only, "only") if only else (),
        prefixes(skip, "skip") if skip else (),
        tuple(
            (rule, _number_of(_severities, severity, "severities"))
            for rule, severity in zip(prefixes(overrides, "severities"), overrides.values())
        ),
    )


# ---- Reports ----


class Source(NamedTuple):
    """Where a cell stood in the document and what was written there."""

    state: str  #: "absent", "blank", "read", "unreadable" or "not_in_form"
    text: str
    place: Place


class Table(NamedTuple):
    """How much of one table of the form was found. Rows and cells are those of the report's edition."""

    table: str  #: its key
    rows_expected: int
    rows_found: int
    rows_extra: int
    read: int
    blank: int
    unreadable: int
    absent: int


class Decoding(NamedTuple):
    """How bytes became text."""

    format: Optional[str]  #: "text", "html", "docx", "xlsx", "csv", "json" or "pdf_layout"
    encoding: str
    reason: str  #: "given", "byte_order_mark", "valid_utf8", "declared" or "detected"


class Standing(NamedTuple):
    """Rank and kind of the body, as its name suggests them."""

    level: Optional[str]
    kind: Optional[str]
    confidence: str  #: "none", "likely", "certain" or "given"


class Note(NamedTuple):
    """One thing that the reader noticed. str() gives its message in Chinese."""

    kind: str
    cell: Optional[str]
    row: Optional[str]
    text: str
    message_zh: str
    message_en: str
    place: Place

    def __str__(self) -> str:
        return self.message_zh


class _Part:
    """A part of the form, such as report.requests.received: its members are parts or values."""

    __slots__ = ("_prefix", "_report")
    _report: "Report"
    _prefix: str

    def __init__(self, report: "Report", prefix: str) -> None:
        object.__setattr__(self, "_report", report)
        object.__setattr__(self, "_prefix", prefix)

    def __getattr__(self, name: str) -> Any:
        return self._report._member(self._prefix + name)

    def __setattr__(self, name: str, value: object) -> None:
        self._report._set_member(self._prefix + name, value)

    def __dir__(self) -> List[str]:
        return _members(self._prefix)

    def __repr__(self) -> str:
        return f"<gongkai.Report.{self._prefix[:-1]}: {', '.join(_members(self._prefix))}>"


def _members(prefix: str) -> List[str]:
    names = [key[len(prefix) :].split(".")[0] for key in _keys + _fields if key.startswith(prefix)]
    return list(dict.fromkeys(names))


_prefixes = {key[: at + 1] for key in _keys + _fields for at, c in enumerate(key) if c == "."}
_parts = tuple(_members(""))  # the members of Report that are parts of the form


class Report(_Closing, MutableMapping[str, Value]):
    """One annual report: a mapping of all cells of the form (key -> None for blank, int, or Decimal in yuan), which can
    also be had along the dotted path: report.requests.received.total. Texts are there too: report.narrative.overview.

    A report that was read knows its document until it is altered: its check speaks of places, and see source(), notes.
    """

    __slots__ = ("__weakref__", "_reading", "_reading_data")
    _reading: Optional[_native.Handle]
    _reading_data: Optional[Dict[str, Any]]

    def __init__(
        self, edition: Optional[str] = None, *, year: Optional[int] = None, authority: str = "", title: str = ""
    ) -> None:
        self._begin(_native.report_new(_edition_number(edition)), None)
        if year is not None or authority:
            self._change_about(year=_int32(year or 0, "year"), authority=authority)
        if title:
            self.title = title

    def _begin(self, handle: _native.Handle, reading: Optional[_native.Handle]) -> None:
        object.__setattr__(self, "_handle", handle)
        object.__setattr__(self, "_reading", reading)
        object.__setattr__(self, "_reading_data", None)

    @classmethod
    def _from(cls, handle: _native.Handle, reading: Optional[_native.Handle] = None) -> "Report":
        report: Report = cls.__new__(cls)
        report._begin(handle, reading)
        return report

    @classmethod
    def from_json(cls, text: Union[str, bytes]) -> "Report":
        """The report in JSON of schema gongkai.report/1."""
        data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else bytes(text)
        return cls._from(_native.report_from_json(data))

    def copy(self) -> "Report":
        """A report of its own, without the document."""
        return self._from(_native.report_clone(self._handle))

    def __copy__(self) -> "Report":
        return self.copy()

    def __deepcopy__(self, memo: object) -> "Report":
        return self.copy()

    def __reduce__(self) -> Tuple[Any, ...]:
        return Report.from_json, (self.to_json(),)

    def close(self) -> None:
        self._handle.close()
        if self._reading is not None:
            self._reading.close()

    # -- cells

    def __getitem__(self, key: str) -> Value:
        index = _index_of(key)
        return _shown(index, _native.report_get(self._handle, index))

    def __setitem__(self, key: str, value: object) -> None:
        index = _index_of(key)
        _native.report_set(self._handle, index, _stored(index, value))
        self._altered()

    def __delitem__(self, key: str) -> NoReturn:
        raise TypeError("a form's cell cannot be taken away; set it to None to make it blank")

    def __contains__(self, key: object) -> bool:
        return key in _index

    def __iter__(self) -> Iterator[str]:
        return iter(_keys)

    def __len__(self) -> int:
        return len(_keys)

    def items(self) -> Any:
        return self._row().items()

    def values(self) -> Any:
        return self._row().values()

    def _row(self) -> Dict[str, Value]:
        row = _native.report_get_row(self._handle)
        return {key: _shown(index, row[index]) for index, key in enumerate(_keys)}

    def update(self, *args: Any, **kwargs: Any) -> None:
        """Sets many cells in one call; none where one of them cannot be set."""
        changes: Dict[str, object] = dict(*args, **kwargs)
        row = _native.report_get_row(self._handle)
        for key, value in changes.items():
            index = _index_of(key)
            row[index] = _stored(index, value)
        _native.report_set_row(self._handle, row)
        self._altered()

    def clear(self) -> None:
        """Makes every cell blank."""
        self.update(dict.fromkeys(_keys))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Report):
            return NotImplemented
        return self.to_json() == other.to_json()

    __hash__ = None  # type: ignore[assignment]

    # -- the dotted path

    def __getattr__(self, name: str) -> Any:
        return self._member(name)

    def __setattr__(self, name: str, value: object) -> None:
        if name in _parts:
            raise AttributeError(f"{name} is a part of the form; set its cells")
        object.__setattr__(self, name, value)

    def __dir__(self) -> List[str]:
        return [*super().__dir__(), *_parts]

    def _member(self, path: str) -> Any:
        if path in _index:
            return self[path]
        if path + "." in _prefixes:
            return _Part(self, path + ".")
        if path in _fields:
            return _native.report_get_text(self._handle, path)
        raise AttributeError(f"the form has no {path!r}")

    def _set_member(self, path: str, value: object) -> None:
        if path in _index:
            self[path] = value
        elif path in _fields:
            if not isinstance(value, str):
                raise TypeError(f"{path}: a text is wanted, not {value!r}")
            _native.report_set_text(self._handle, path, value)
            self._altered()
        else:
            raise AttributeError(f"the form has no cell or text {path!r}")

    # -- which report it is

    def _about(self) -> _native.About:
        return _native.report_get_about(self._handle)

    def _change_about(self, **changes: Any) -> None:
        _native.report_set_about(self._handle, self._about()._replace(**changes))
        self._altered()

    @property
    def title(self) -> str:
        return _native.report_get_text(self._handle, "about.title")

    @title.setter
    def title(self, value: str) -> None:
        self._set_member("about.title", value)

    @property
    def authority(self) -> str:
        """The body that reports, as it names itself."""
        return self._about().authority

    @authority.setter
    def authority(self, value: str) -> None:
        self._change_about(authority=value)

    @property
    def year(self) -> Optional[int]:
        """The year reported on."""
        return self._about().year or None

    @year.setter
    def year(self, value: Optional[int]) -> None:
        self._change_about(year=_int32(value or 0, "year"))

    @property
    def edition(self) -> Optional[str]:
        """The edition of the form: "2019" or "2021"."""
        return _edition_names[self._about().edition]

    @edition.setter
    def edition(self, value: Optional[str]) -> None:
        self._change_about(edition=_edition_number(value))

    @property
    def level(self) -> Optional[str]:
        """"national", "province", "prefecture", "county" or "township"."""
        return _levels[self._about().level]

    @level.setter
    def level(self, value: Optional[str]) -> None:
        self._change_about(level=_number_of(_levels, value, "level"))

    @property
    def kind(self) -> Optional[str]:
        """"government", "department", "agency" or "institution"."""
        return _kinds[self._about().kind]

    @kind.setter
    def kind(self, value: Optional[str]) -> None:
        self._change_about(kind=_number_of(_kinds, value, "kind"))

    @property
    def coverage(self) -> Optional[str]:
        """Whether the figures are the body's "own" or those of its whole "territory"."""
        return _extents[self._about().coverage]

    @coverage.setter
    def coverage(self, value: Optional[str]) -> None:
        self._change_about(coverage=_number_of(_extents, value, "coverage"))

    @property
    def publication_date(self) -> "Optional[datetime.date]":
        import datetime

        about = self._about()
        if not about.publication_year:
            return None
        return datetime.date(about.publication_year, about.publication_month, about.publication_day)

    @publication_date.setter
    def publication_date(self, value: "Optional[datetime.date]") -> None:
        year, month, day = (value.year, value.month, value.day) if value is not None else (0, 0, 0)
        self._change_about(publication_year=year, publication_month=month, publication_day=day)

    # -- the document

    def _altered(self) -> None:
        """What was read is no more what stands here."""
        object.__setattr__(self, "_reading", None)
        object.__setattr__(self, "_reading_data", None)

    def _document(self) -> Dict[str, Any]:
        if self._reading is None:
            return {"sources": {}, "notes": []}
        if self._reading_data is None:
            object.__setattr__(self, "_reading_data", json.loads(_native.reading_json(self._reading)))
        assert self._reading_data is not None
        return self._reading_data

    def source(self, key: str) -> Optional[Source]:
        """Where the cell stood in the document; None where the report was not read from one."""
        _index_of(key)
        if self._reading is None:
            return None
        found = self._document()["sources"].get(key)
        return (
            Source("not_in_form", "", Place())
            if found is None
            else Source(found["state"], found["text"], _place_from_json(found))
        )

    @property
    def notes(self) -> List[Note]:
        """What the reader noticed, in document order."""
        return [
            Note(
                note["kind"],
                note["cell"],
                note["row"],
                note["text"],
                note["message"]["zh"],
                note["message"]["en"],
                _place_from_json(note["place"]),
            )
            for note in self._document()["notes"]
        ]

    @property
    def tables(self) -> List[Table]:
        """What was found of each table of the form; empty where the report was not read from a document."""
        return [
            Table(*[table[name] for name in Table._fields])
            for table in self._document().get("tables", ())
        ]

    @property
    def decoding(self) -> Optional[Decoding]:
        """How the document's bytes became text; None where the report was not read."""
        found = self._document().get("decoding")
        return Decoding(**found) if found else None

    @property
    def standing(self) -> Optional[Standing]:
        """Rank and kind that the body's name suggests, and how surely; None where the report was not read. `level` and
        `kind` have them only where they are certain."""
        found = self._document().get("standing")
        return Standing(**found) if found else None

    # -- check and output

    def check(
        self,
        *,
        blanks: str = "as_zero",
        language: str = "zh",
        only: Union[str, Iterable[str]] = (),
        skip: Union[str, Iterable[str]] = (),
        severities: Optional[Mapping[str, str]] = None,
        previous: "Optional[Report]" = None,
        children: "Optional[Children]" = None,
        children_are_complete: bool = False,
    ) -> Assessment:
        """Checks every rule.

        blanks: "as_zero" (the form's practice) or "unknown". language: "zh" or "en". only, skip: ids of rules, or how
        they begin. severities: id, or its beginning, -> "error", "warning" or "info".

        previous: the same body's report on the year before. children: the reports of the bodies whose figures this one
        includes, by name; None where a body filed none, or the exception that reading its report raised.
        children_are_complete: these are all of them, so that a sum that differs is an error."""
        options = _check_options(blanks, language, only, skip, severities)
        if previous is not None or children:
            dossier = self._dossier(previous, children, children_are_complete)
            return Assessment(_native.dossier_check(dossier, options), language)
        if self._reading is None:
            return Assessment(_native.report_check(self._handle, options), language)
        return Assessment(_native.reading_check(self._reading, options), language)

    def _part(self) -> _native.Part:
        return _native.Part(self._handle, self._reading)

    def _dossier(
        self, previous: "Optional[Report]" = None, children: "Optional[Children]" = None, complete: bool = False
    ) -> _native.Dossier:
        beside = previous._part() if previous is not None else _no_part
        return _native.Dossier(self._part(), beside, _children_of(children or {}), complete)

    def localize(
        self,
        *,
        blanks: str = "as_zero",
        previous: "Optional[Report]" = None,
        children: "Optional[Children]" = None,
        children_are_complete: bool = False,
    ) -> Dict[str, Any]:
        """Which cells may be wrong: the smallest sets of cells whose change satisfies every equation, as
        gongkai.localization/1 has them. Changes nothing."""
        dossier = self._dossier(previous, children, children_are_complete)
        result: Dict[str, Any] = json.loads(
            _native.dossier_localize_json(dossier, _number_of(_blanks, blanks, "blanks"))
        )
        return result

    def why(
        self,
        *,
        blanks: str = "as_zero",
        language: str = "zh",
        previous: "Optional[Report]" = None,
        children: "Optional[Children]" = None,
        children_are_complete: bool = False,
    ) -> str:
        """The same told in words, one line after the other; empty where everything adds up."""
        return _native.dossier_why(
            self._dossier(previous, children, children_are_complete),
            _number_of(_blanks, blanks, "blanks"),
            _number_of(_languages[1:], language, "language") + 1,
        )

    def to_html(self, assessment: Optional[Assessment] = None, *, language: str = "zh") -> str:
        """A self-contained page in the official layout; with an assessment of this report its findings are marked."""
        number = _number_of(_languages[1:], language, "language") + 1
        if assessment is None:
            return _native.report_write(self._handle, _write_html, number).decode("utf-8")
        return _native.assessment_html(assessment._handle, self._handle, number)

    def to_markdown(self) -> str:
        return _native.report_write(self._handle, _write_markdown, 0).decode("utf-8")

    def to_csv(self, layout: str = "form") -> str:
        """"form": the tables as they read; "tidy": one cell a row, with keys and labels; "wide": one row."""
        if layout not in _csv_layouts:
            raise ValueError(f"layout must be one of {', '.join(map(repr, _csv_layouts))}, and is {layout!r}")
        return _native.report_write(self._handle, _csv_layouts[layout], 0).decode("utf-8")

    def to_docx(self, path: Optional[Path] = None, *, template: "Optional[Readable]" = None) -> bytes:
        """A Word document in the official layout, also written to `path` where one is given. template: a document of
        your own, in which {{requests.received.total}}, {{narrative.overview}}, {{报告机关}} and the like
        are filled in."""
        if template is None:
            return self._file(_native.report_write(self._handle, _write_docx, 0), path)
        return self._file(_native.report_fill_docx(self._handle, _bytes_of(template)), path)

    def to_xlsx(self, path: Optional[Path] = None) -> bytes:
        """A workbook with sums that work, also written to `path` where one is given. Of an empty report it is the form
        to fill in."""
        return self._file(_native.report_write(self._handle, _write_xlsx, 0), path)

    @staticmethod
    def _file(data: bytes, path: Optional[Path]) -> bytes:
        if path is not None:
            with open(path, "wb") as file:
                file.write(data)
        return data

    def to_json(self) -> str:
        """JSON of schema gongkai.report/1."""
        return _native.report_json(self._handle)

    def to_dict(self) -> Dict[str, Any]:
        """What to_json() has, as Python values: the cells of the report's edition and any other that is filled."""
        result: Dict[str, Any] = json.loads(self.to_json())
        result["cells"] = {key: _value_from_json(value) for key, value in result["cells"].items()}
        return result

    def to_pandas(self) -> Any:
        """The cells of to_dict() as a pandas.Series, blank as None."""
        import pandas

        return pandas.Series(self.to_dict()["cells"], dtype=object, name=self.title or None)

    def __repr__(self) -> str:
        about = self._about()
        return (
            f"<gongkai.Report {about.authority!r} {about.year or '?'}, "
            f"edition {_edition_names[about.edition] or '?'}>"
        )

    def _repr_html_(self) -> str:
        shown = self.to_dict()["cells"]
        rows = []
        for cell in cells():
            if cell["key"] in shown:
                label, column = cell["row"]["label"], cell["column"]["label"]
                version = "zh_2019" if self.edition == "2019" else "zh_2021"
                value = shown[cell["key"]]
                rows.append(
                    f"<tr><td>{escape(label[version] or label['zh_2021'] or label['zh_2019'])}</td>"
                    f"<td>{escape(column[version] or column['zh_2021'] or column['zh_2019'])}</td>"
                    f"<td style='text-align:right'>{'' if value is None else value}</td></tr>"
                )
        return f"<table><caption>{escape(self.title)}</caption><tbody>{''.join(rows)}</tbody></table>"


Children = Mapping[str, Union[Report, BaseException, None]]
_no_part = _native.Part(None, None)


def _children_of(children: Children) -> List[_native.Child]:
    result = []
    for name, report in children.items():
        if "\0" in name:
            raise ValueError("a name must not hold NUL")
        if isinstance(report, Report):
            result.append(_native.Child(name, report._part(), 0))
        else:
            result.append(_native.Child(name, _no_part, _gap_missing if report is None else _gap_unreadable))
    return result


def diff(before: Report, after: Report) -> Dict[str, Any]:
    """What differs between two reports, or two versions of one, as gongkai.diff/1 has it: cells, texts, and the
    findings closed, opened and remaining."""
    result: Dict[str, Any] = json.loads(_native.dossier_diff_json(before._dossier(), after._dossier(), None))
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
        _children_of(children), authority, _int32(year or 0, "year"), _number_of(_blanks, blanks, "blanks")
    )
    return Rollup(Report._from(handle), json.loads(details))


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


def _read_options(
    year: Optional[int],
    authority: str,
    level: Optional[str],
    kind: Optional[str],
    coverage: Optional[str],
    publication_date: "Optional[datetime.date]",
    format: Optional[str],
    limits: Optional[Limits],
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
        format=_number_of(_formats, format, "format"),
        authority=authority,
        year=_int32(year or 0, "year"),
        level=_number_of(_levels, level, "level"),
        kind=_number_of(_kinds, kind, "kind"),
        coverage=_number_of(_extents, coverage, "coverage"),
        publication_year=date.year if date else 0,
        publication_month=date.month if date else 0,
        publication_day=date.day if date else 0,
    )


Readable = Union[Path, bytes, bytearray, memoryview, IO[bytes]]


def _bytes_of(source: Readable) -> bytes:
    if isinstance(source, (bytes, bytearray, memoryview)):
        return _words_of(bytes(source))
    if isinstance(source, (str, os.PathLike)):
        with open(source, "rb") as file:
            return _words_of(file.read())
    if not hasattr(source, "read"):
        raise TypeError(f"a path, bytes or a binary file is wanted, not {source!r}")
    data = source.read()
    if not isinstance(data, bytes):
        raise TypeError("the file must be opened in binary mode")
    return _words_of(data)


def _words_of(data: bytes) -> bytes:
    try:
        return _pdf.words_of(data)
    except _pdf.Failure as failure:
        raise UnsupportedError(failure.info) from None


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
) -> Report:
    """Reads a report from a path, from bytes, or from a binary file. The other arguments are what you know and the
    document may not say; format is tried where the content does not show it. Raises DocumentError where there is no
    annual report in it; what could not be read inside one is in the report's notes."""
    options = _read_options(year, authority, level, kind, coverage, publication_date, format, limits)
    reading = _native.read(_bytes_of(source), options)
    return Report._from(_native.reading_report(reading), reading)


def read_all(
    source: Readable, *, format: Optional[str] = None, limits: Optional[Limits] = None
) -> List[Report]:
    """Reads every report in a source: some files hold those of several bodies, of which read() gives the first."""
    options = _read_options(None, "", None, None, None, None, format, limits)
    return [
        Report._from(_native.reading_report(reading), reading)
        for reading in _native.read_all(_bytes_of(source), options)
    ]


# ---- Batches ----


class Counts(NamedTuple):
    """How many findings there are, by severity."""

    errors: int
    warnings: int
    infos: int


class Checked:
    """What became of one file of check_many(): a report and its assessment, or an error."""

    __slots__ = ("_batch", "_index", "_language", "counts", "error", "path")

    def __init__(
        self,
        path: str,
        counts: Counts,
        error: Optional[Exception],
        batch: Optional[_native.Handle],
        index: int,
        language: str,
    ) -> None:
        self.path = path
        self.counts = counts
        self.error = error  #: why there is no report: an Error, or an OSError
        self._batch = batch
        self._index = index
        self._language = language

    @property
    def ok(self) -> bool:
        """It was read, and no finding is an error."""
        return self.error is None and self.counts.errors == 0

    def _kept(self) -> _native.Handle:
        if self.error is not None:
            raise self.error
        if self._batch is None:
            raise ValueError("check_many(keep=False) keeps only the counts")
        return self._batch

    @property
    def report(self) -> Report:
        """The report. Raises the error where there is none."""
        reading = _native.batch_reading(self._kept(), self._index)
        return Report._from(_native.reading_report(reading), reading)

    @property
    def assessment(self) -> Assessment:
        """What was found. Raises the error where there is no report."""
        return Assessment(_native.batch_assessment(self._kept(), self._index), self._language)

    def __repr__(self) -> str:
        return f"<gongkai.Checked {self.path!r}: {self.counts if self.error is None else self.error}>"


_keep_all, _keep_assessments, _files_at_a_time = 3, 1, 64
_summary = struct.Struct("=iIII")


def _progress_bar(progress: Union[bool, Callable[[int, int], None]], total: int) -> Callable[[int, int], None]:
    if callable(progress):
        return progress
    if progress:
        try:
            from tqdm import tqdm
        except ImportError:
            return lambda done, total: None
        bar = tqdm(total=total, unit="report")

        def advance(done: int, total: int) -> None:
            bar.update(done - bar.n)
            if done == total:
                bar.close()

        return advance
    return lambda done, total: None


def _data_of(names: Sequence[str], jobs: int) -> "List[Union[bytes, OSError, Error]]":
    """The bytes of files, of PDFs their words, read on so many threads: the time goes into pdftotext."""

    def data_of(name: str) -> Union[bytes, OSError, Error]:
        try:
            return _bytes_of(name)
        except (OSError, Error) as error:
            return error

    with ThreadPoolExecutor(max_workers=min(len(names), jobs if jobs > 0 else os.cpu_count() or 1)) as pool:
        return list(pool.map(data_of, names))


def check_many(
    paths: Iterable[Path],
    *,
    jobs: int = 0,
    progress: Union[bool, Callable[[int, int], None]] = False,
    keep: bool = True,
    blanks: str = "as_zero",
    language: str = "zh",
    only: Union[str, Iterable[str]] = (),
    skip: Union[str, Iterable[str]] = (),
    severities: Optional[Mapping[str, str]] = None,
    level: Optional[str] = None,
    kind: Optional[str] = None,
    coverage: Optional[str] = None,
    limits: Optional[Limits] = None,
) -> List[Checked]:
    """Reads and checks files on `jobs` threads (0: one for each processor), in the order given. A file that cannot be
    read is a result with an error and stops nothing.

    progress: True for a bar (with tqdm installed), or a function that is called with the numbers of files done and in
    all. keep=False keeps only the counts, for folders that would not fit into memory. The other arguments are those of
    Report.check() and read()."""
    names = [os.fspath(path) for path in paths]
    options = _check_options(blanks, language, only, skip, severities)
    hints = _read_options(None, "", level, kind, coverage, None, None, limits)
    threads = _int32(jobs, "jobs")
    advance = _progress_bar(progress, len(names))
    results: List[Checked] = []
    for first in range(0, len(names), _files_at_a_time):
        piece = _data_of(names[first : first + _files_at_a_time], threads)
        inputs = [data for data in piece if isinstance(data, bytes)]
        batch = _native.inputs_check(inputs, hints, options, threads, _keep_all if keep else 0)
        summaries = list(_summary.iter_unpack(_native.batch_summaries(batch)))
        index = 0
        for name, data in zip(names[first:], piece):
            if isinstance(data, Exception):
                results.append(Checked(name, Counts(0, 0, 0), data, None, 0, language))
                continue
            status, errors, warnings, infos = summaries[index]
            failure = _exception_for(_native.batch_error(batch, index)) if status != 0 else None
            results.append(
                Checked(name, Counts(errors, warnings, infos), failure, batch if keep else None, index, language)
            )
            index += 1
        advance(len(results), len(names))
    return results


class RowResults(_Closing, Sequence[Counts]):
    """What check_rows() found: for each row how many errors, warnings and infos."""

    __slots__ = ("_bytes", "_language")

    def __init__(self, handle: _native.Handle, language: str) -> None:
        self._handle = handle
        self._language = language
        self._bytes = _native.batch_summaries(handle)

    def __len__(self) -> int:
        return len(self._bytes) // _summary.size

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        position = operator.index(index)
        position += len(self) if position < 0 else 0
        if not 0 <= position < len(self):
            raise IndexError(index)
        return Counts(*_summary.unpack_from(self._bytes, position * _summary.size)[1:])

    def assessment(self, index: int) -> Assessment:
        """What was found in a row; needs check_rows(keep=True)."""
        return Assessment(_native.batch_assessment(self._handle, index), self._language)

    def to_numpy(self) -> Any:
        """An array of N rows: errors, warnings, infos."""
        import numpy

        return numpy.frombuffer(self._bytes, dtype="=i4").reshape(-1, 4)[:, 1:]


def check_rows(
    cells: Any,
    blanks: Any = None,
    *,
    editions: Any = None,
    years: Any = None,
    edition: Optional[str] = None,
    year: Optional[int] = None,
    jobs: int = 0,
    keep: bool = False,
    blank_policy: str = "as_zero",
    language: str = "zh",
    only: Union[str, Iterable[str]] = (),
    skip: Union[str, Iterable[str]] = (),
    severities: Optional[Mapping[str, str]] = None,
) -> RowResults:
    """Checks many reports that are rows of int64, one number for each cell in the order of cells(); money in 分.

    cells: a C-contiguous NumPy array of int64, N by len(cells()), or anything with the buffer protocol; it is not
    copied. blanks: as many bytes or bools, true where a cell is blank. editions: int32 for each row (1: 2019, 2: 2021,
    0: unknown), or `edition` for all. years: int32 for each row, or `year` for all. keep: see RowResults.assessment().
    """
    options = _check_options(blank_policy, language, only, skip, severities)
    numbers = _native.array_of(cells, "q", "cells")
    rows, rest = divmod(numbers.size, len(_keys))
    if rest or numbers.columns not in (0, len(_keys)):
        raise ValueError(f"cells must have {len(_keys)} numbers in each row")

    def column(values: Any, code: str, what: str, count: int) -> Optional[_native.Array]:
        if values is None:
            return None
        array = _native.array_of(values, code, what)
        if array.size != count:
            raise ValueError(f"{what} must have {count} elements, and has {array.size}")
        return array

    handle = _native.rows_check(
        rows,
        numbers,
        column(blanks, "B", "blanks", numbers.size),
        column(editions, "i", "editions", rows),
        column(years, "i", "years", rows),
        _edition_number(edition),
        _int32(year or 0, "year"),
        options,
        _int32(jobs, "jobs"),
        _keep_assessments if keep else 0,
    )
    return RowResults(handle, language)
