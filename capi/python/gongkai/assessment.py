"""What a check found: findings, and how far each rule got."""

import os
from typing import (
    TYPE_CHECKING,
    Any,
    Dict,
    Iterable,
    Iterator,
    List,
    Mapping,
    NamedTuple,
    NoReturn,
    Optional,
    Sequence,
    Tuple,
    Union,
    overload,
)

from . import _names, _native, _values
from ._closing import Closing
from ._native import Place
from ._sources import Path
from ._values import Value

if TYPE_CHECKING:
    import datetime

    import pandas


class FindingCell(NamedTuple):
    """A cell that a finding speaks of, as it was at the time of the check."""

    key: str
    value: Value
    place: Place


_finding_fields = (
    "rule",
    "severity",
    "message",
    "explanation",
    "cells",
    "left",
    "right",
    "difference",
    "left_is_bound",
    "right_is_bound",
    "assumed_zero",
    "detail",
    "place",
    "fingerprint",
    "waiver",
)


class Finding:
    """One fault, or one thing to look at. str() gives its message. Each part is asked from the library when it is first
    looked at, and is then what it was at the time of the check: also after the assessment is closed or waived anew."""

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

    __slots__ = (*_finding_fields, "_handle", "_index", "_language")
    _handle: _native.Handle
    _index: int
    _language: int

    @classmethod
    def _from(cls, handle: _native.Handle, index: int, language: int) -> "Finding":
        finding = cls.__new__(cls)
        put = object.__setattr__
        put(finding, "_handle", handle)
        put(finding, "_index", index)
        put(finding, "_language", language)
        return finding

    @classmethod
    def _of(cls, *values: Any) -> "Finding":
        """Of all its parts, in their order."""
        finding = cls._from(_native.Handle(None, None), 0, 0)
        for name, value in zip(_finding_fields, values):
            object.__setattr__(finding, name, value)
        return finding

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:  # of a part that was not asked for yet
            if name not in _finding_fields:
                raise AttributeError(name)
            for part, value in self._asked(name).items():
                object.__setattr__(self, part, value)
            return getattr(self, name)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("a finding cannot be changed")

    def _asked(self, name: str) -> Dict[str, Any]:
        """The part, and those that come with it."""
        if name == "message":
            return {name: _native.assessment_message(self._handle, self._index, self._language)}
        if name == "explanation":
            return {name: _native.assessment_explanation(self._handle, self._index, self._language)}
        found = _native.assessment_finding(self._handle, self._index)
        if name == "cells":
            asked = _native.assessment_cells(self._handle, self._index, found.cell_count)
            return {
                name: tuple(
                    FindingCell(_names.keys[cell], _values.shown(cell, number), place) for cell, number, place in asked
                )
            }

        def side(number: Optional[int]) -> Value:
            return _values.yuan(number) if found.is_money and number is not None else number

        parts = found._asdict()
        parts.update(severity=_names.severities[found.severity], left=side(found.left), right=side(found.right))
        parts["difference"] = side(found.difference)
        del parts["is_money"], parts["cell_count"]
        return parts

    def _all(self) -> Tuple[Any, ...]:
        return tuple(getattr(self, name) for name in _finding_fields)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Finding) and self._all() == other._all()

    def __hash__(self) -> int:
        return hash(self._all())

    def __reduce__(self) -> Tuple[Any, ...]:
        return Finding._of, self._all()

    def __repr__(self) -> str:
        return f"Finding({', '.join(f'{name}={getattr(self, name)!r}' for name in _finding_fields)})"

    def __str__(self) -> str:
        return self.message


class Coverage(NamedTuple):
    """How far one rule got: how many instances held, were violated, or stayed open and why."""

    held: int
    violated: int
    assumed: int  #: of those held, how many count a blank as 0
    open: Dict[str, int]


def _finding_from_json(finding: Dict[str, Any], language: str) -> Finding:
    return Finding._of(
        finding["rule"],
        finding["severity"],
        finding["message"][language],
        finding["explanation"][language],
        tuple(
            FindingCell(cell["key"], _values.value_from_json(cell["value"]), _values.place_from_json(cell))
            for cell in finding["cells"]
        ),
        _values.value_from_json(finding["left"]),
        _values.value_from_json(finding["right"]),
        _values.value_from_json(finding["difference"]),
        finding["left_is_bound"],
        finding["right_is_bound"],
        finding["assumed_zero"],
        finding["detail"],
        _values.place_from_json(finding["place"]),
        finding["fingerprint"],
        finding["waiver"]["reason"] if finding["waiver"] else None,
    )


_formats: Tuple[str, ...] = ("json", "jsonl", "sarif", "junit", "csv", "html", "xlsx", "lean")


class Assessment(Closing, Sequence[Finding]):
    """What a check found: a sequence of findings, and how far each rule got.

    A pickled one has its findings, coverage and JSON; waive and write before."""

    __slots__ = ("_coverage", "_findings", "_json", "_language")

    def __init__(self, handle: _native.Handle, language: str) -> None:
        self._handle = handle
        self._json: Optional[str] = None  #: of one that was pickled, in place of the handle
        self._language = language
        self._findings: Optional[List[Finding]] = None
        self._coverage: Optional[Dict[str, Coverage]] = None

    @classmethod
    def _from_json(cls, text: str, language: str) -> "Assessment":
        assessment = cls(_native.Handle(None, None), language)
        assessment._json = text
        return assessment

    def __reduce__(self) -> Tuple[Any, ...]:
        return Assessment._from_json, (self.to_json(), self._language)

    def close(self) -> None:
        """Frees it now. Whatever is asked of it afterwards raises ArgumentError, but not what is asked of findings that
        were taken out."""
        self._settle()
        super().close()
        self._json = self._findings = self._coverage = None

    def _settle(self) -> None:
        """Has the findings that were taken out ask for what they were not asked yet."""
        for finding in self._findings or ():
            finding._all()

    def _live(self) -> _native.Handle:
        """The library's object, for what only that can do."""
        if self._json is not None:
            raise ValueError("a pickled assessment has its findings alone; waive and write before it is pickled")
        return self._handle

    def _counts(self) -> _native.AssessmentCounts:
        if self._json is None:
            return _native.assessment_counts(self._handle)
        found = _values.parsed(self._json)["summary"]
        return _native.AssessmentCounts(
            len(self._load()), found["error"], found["warning"], found["info"], found["waived"]
        )

    def _load(self) -> List[Finding]:
        if self._findings is None and self._json is not None:
            data = _values.parsed(self._json)
            self._findings = [_finding_from_json(finding, self._language) for finding in data["findings"]]
        elif self._findings is None:
            language = _names.language_number(self._language)
            self._findings = [
                Finding._from(self._handle, index, language) for index in range(self._counts().findings)
            ]
        return self._findings

    def __len__(self) -> int:
        return self._counts().findings

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> List[Finding]: ...
    def __getitem__(self, index: Union[int, slice]) -> Union[Finding, List[Finding]]:
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
        """How many findings cannot be right (强制性)."""
        return self._counts().errors

    @property
    def warnings(self) -> int:
        """How many findings are to be corrected or explained (核实性)."""
        return self._counts().warnings

    @property
    def infos(self) -> int:
        """How many findings are hints (提示)."""
        return self._counts().infos

    @property
    def waived(self) -> int:
        """How many findings a waiver accepts; they are not among errors, warnings and infos."""
        return self._counts().waived

    def waive(self, waivers: Union[str, bytes], today: "datetime.date") -> int:
        """Marks the findings that waivers (JSON of schema gongkai.waivers/1) accept on a day, and tells how many.
        Called again it decides anew."""
        data = waivers.encode("utf-8", "surrogatepass") if isinstance(waivers, str) else bytes(waivers)
        self._settle()
        accepted = _native.assessment_waive(self._live(), data, today.year, today.month, today.day)
        self._findings = self._coverage = None
        return accepted

    @property
    def coverage(self) -> Dict[str, Coverage]:
        """For each rule how many instances held, were violated, or stayed open and why."""
        if self._coverage is None:
            self._coverage = {
                rule["rule"]: Coverage(rule["held"], rule["violated"], rule["assumed"], rule["open"])
                for rule in _values.parsed(self.to_json())["coverage"]
            }
        return dict(self._coverage)

    def to_json(self) -> str:
        """JSON of schema gongkai.assessment/1."""
        return _native.assessment_json(self._handle) if self._json is None else self._json

    def _written(self, format: str, file: Path) -> bytes:
        name = os.fspath(file)
        if "\0" in name:
            raise ValueError("file must not hold NUL")
        language = _names.language_number(self._language)
        return _native.assessment_write(self._live(), name, _formats.index(format), language)

    def to_sarif(self, file: Path = "") -> str:
        """SARIF 2.1.0, for editors and build systems. file: the path that its results name."""
        return self._written("sarif", file).decode("utf-8")

    def to_junit(self, file: Path = "") -> str:
        """JUnit XML: a case for each rule that was asked; an error fails it."""
        return self._written("junit", file).decode("utf-8")

    def to_csv(self, file: Path = "") -> str:
        """One finding a row."""
        return self._written("csv", file).decode("utf-8")

    def to_xlsx(self, file: Path = "") -> bytes:
        """An Excel workbook: a sheet of reports, of which there is one, and a sheet of findings."""
        return self._written("xlsx", file)

    def to_pandas(self) -> "pandas.DataFrame":
        """The findings as a pandas.DataFrame, one row each."""
        import pandas

        columns = [name for name in _finding_fields if name not in ("cells", "place")]
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
        from html import escape

        rows = "".join(
            f"<tr><td>{escape(f.severity)}</td><td>{escape(f.rule)}</td><td>{escape(f.message)}</td></tr>"
            for f in self
        )
        return f"<table><thead><tr><th></th><th>rule</th><th>message</th></tr></thead><tbody>{rows}</tbody></table>"


def check_options(
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
        _names.blanks_number(blanks),
        _names.language_number(language),
        prefixes(only, "only") if only else (),
        prefixes(skip, "skip") if skip else (),
        tuple(
            (rule, _names.number_of(_names.severities, severity, "severities"))
            for rule, severity in zip(prefixes(overrides, "severities"), overrides.values())
        ),
    )
