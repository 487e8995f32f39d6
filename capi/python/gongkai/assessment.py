"""What a check found: findings, and how far each rule got."""

import json
import os
from html import escape
from typing import (
    TYPE_CHECKING,
    Any,
    Dict,
    Iterable,
    Iterator,
    List,
    Mapping,
    NamedTuple,
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


def _finding_from_json(finding: Dict[str, Any], language: str) -> Finding:
    return Finding(
        rule=finding["rule"],
        severity=finding["severity"],
        message=finding["message"][language],
        explanation=finding["explanation"][language],
        cells=tuple(
            FindingCell(cell["key"], _values.value_from_json(cell["value"]), _values.place_from_json(cell))
            for cell in finding["cells"]
        ),
        left=_values.value_from_json(finding["left"]),
        right=_values.value_from_json(finding["right"]),
        difference=_values.value_from_json(finding["difference"]),
        left_is_bound=finding["left_is_bound"],
        right_is_bound=finding["right_is_bound"],
        assumed_zero=finding["assumed_zero"],
        detail=finding["detail"],
        place=_values.place_from_json(finding["place"]),
        fingerprint=finding["fingerprint"],
        waiver=finding["waiver"]["reason"] if finding["waiver"] else None,
    )


_formats: Tuple[str, ...] = ("json", "jsonl", "sarif", "junit", "csv", "html", "xlsx")


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
        """Frees it now. Whatever is asked of it afterwards raises ArgumentError."""
        super().close()
        self._json = self._findings = self._coverage = None

    def _live(self) -> _native.Handle:
        """The library's object, for what only that can do."""
        if self._json is not None:
            raise ValueError("a pickled assessment has its findings alone; waive and write before it is pickled")
        return self._handle

    def _counts(self) -> _native.AssessmentCounts:
        if self._json is None:
            return _native.assessment_counts(self._handle)
        found = json.loads(self._json)["summary"]
        return _native.AssessmentCounts(
            len(self._load()), found["error"], found["warning"], found["info"], found["waived"]
        )

    def _load(self) -> List[Finding]:
        if self._findings is None:
            text = _native.assessment_findings_json(self._handle) if self._json is None else self._json
            data = json.loads(text)
            self._findings = [_finding_from_json(finding, self._language) for finding in data["findings"]]
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
        accepted = _native.assessment_waive(self._live(), data, today.year, today.month, today.day)
        self._findings = self._coverage = None
        return accepted

    @property
    def coverage(self) -> Dict[str, Coverage]:
        """For each rule how many instances held, were violated, or stayed open and why."""
        if self._coverage is None:
            self._coverage = {
                rule["rule"]: Coverage(rule["held"], rule["violated"], rule["assumed"], rule["open"])
                for rule in json.loads(self.to_json())["coverage"]
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
