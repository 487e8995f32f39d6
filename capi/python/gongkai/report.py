"""A report: its cells and texts, which report it is, where each stood, and what can be made of it."""

from typing import (
    TYPE_CHECKING,
    Any,
    Dict,
    ItemsView,
    Iterable,
    Iterator,
    List,
    Mapping,
    MutableMapping,
    NamedTuple,
    NoReturn,
    Optional,
    Tuple,
    Union,
    ValuesView,
)

from . import _names, _native, _values, catalog
from ._closing import Closing
from ._native import Place
from ._sources import Path, Readable, bytes_of
from ._values import Value
from .assessment import Assessment, check_options

if TYPE_CHECKING:
    import datetime

    import pandas

    from ._form import Form
else:

    class Form:
        """The parts of the form, which come from the catalogue; _form.pyi tells them to editors and type checkers."""

        __slots__ = ()


_write_html, _write_markdown, _write_docx, _write_xlsx = 1, 2, 6, 7
_csv_layouts: Dict[str, int] = {"form": 3, "tidy": 4, "wide": 5}
_gap_missing, _gap_unreadable = 1, 2


class Source(NamedTuple):
    """Where a cell stood in the document and what was written there."""

    state: str  #: "absent", "blank", "read", "inferred", "unreadable" or "not_in_form"
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
    inferred: int  #: only the form's equations settle them


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
    names = [key[len(prefix) :].split(".")[0] for key in _names.keys + _names.fields if key.startswith(prefix)]
    return list(dict.fromkeys(names))


_prefixes = {key[: at + 1] for key in _names.keys + _names.fields for at, c in enumerate(key) if c == "."}
_parts = tuple(_members(""))  # the members of Report that are parts of the form


class Report(Closing, Form, MutableMapping[str, Value]):
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
        self._begin(_native.report_new(_names.edition_number(edition)), None)
        if year is not None or authority:
            self._change_about(year=_values.int32(year or 0, "year"), authority=authority)
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
        """Frees it and its document now. Whatever is asked of it afterwards raises ArgumentError."""
        self._handle.close()
        if self._reading is not None:
            self._reading.close()

    # -- cells

    def __getitem__(self, key: str) -> Value:
        index = _names.index_of(key)
        return _values.shown(index, _native.report_get(self._handle, index))

    def __setitem__(self, key: str, value: object) -> None:
        index = _names.index_of(key)
        _native.report_set(self._handle, index, _values.stored(index, value))
        self._altered()

    def __delitem__(self, key: str) -> NoReturn:
        raise TypeError("a form's cell cannot be taken away; set it to None to make it blank")

    def __contains__(self, key: object) -> bool:
        return key in _names.indexes

    def __iter__(self) -> Iterator[str]:
        return iter(_names.keys)

    def __len__(self) -> int:
        return len(_names.keys)

    def items(self) -> ItemsView[str, Value]:
        """All cells with their values, as they are now."""
        return self._row().items()

    def values(self) -> ValuesView[Value]:
        """The values of all cells, as they are now, in the order of cells()."""
        return self._row().values()

    def _row(self) -> Dict[str, Value]:
        row = _native.report_get_row(self._handle)
        return {key: _values.shown(index, row[index]) for index, key in enumerate(_names.keys)}

    def update(self, *args: Any, **kwargs: Any) -> None:
        """Sets many cells in one call; none where one of them cannot be set."""
        changes: Dict[str, object] = dict(*args, **kwargs)
        row = _native.report_get_row(self._handle)
        for key, value in changes.items():
            index = _names.index_of(key)
            row[index] = _values.stored(index, value)
        _native.report_set_row(self._handle, row)
        self._altered()

    def clear(self) -> None:
        """Makes every cell blank."""
        self.update(dict.fromkeys(_names.keys))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Report):
            return NotImplemented
        return self.to_json() == other.to_json()

    __hash__ = None  # type: ignore[assignment]

    # -- the dotted path

    if not TYPE_CHECKING:  # which has the parts from _form.pyi, and so sees a name that is none

        def __getattr__(self, name: str) -> Any:
            return self._member(name)

    def __setattr__(self, name: str, value: object) -> None:
        if name in _parts:
            raise AttributeError(f"{name} is a part of the form; set its cells")
        object.__setattr__(self, name, value)

    def __dir__(self) -> List[str]:
        return [*super().__dir__(), *_parts]

    def _member(self, path: str) -> Any:
        if path in _names.indexes:
            return self[path]
        if path + "." in _prefixes:
            return _Part(self, path + ".")
        if path in _names.fields:
            return _native.report_get_text(self._handle, path)
        raise AttributeError(f"the form has no {path!r}")

    def _set_member(self, path: str, value: object) -> None:
        if path in _names.indexes:
            self[path] = value
        elif path in _names.fields:
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
        """What stands above the report."""
        return _native.report_get_text(self._handle, "about.title")

    @title.setter
    def title(self, value: str) -> None:
        self._set_member("about.title", value)

    @property
    def publisher(self) -> str:
        """Who put the page up, as it says itself (来源, 发布机构); "" where it does not say."""
        return _native.report_get_text(self._handle, "about.publisher")

    @publisher.setter
    def publisher(self, value: str) -> None:
        self._set_member("about.publisher", value)

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
        self._change_about(year=_values.int32(value or 0, "year"))

    @property
    def edition(self) -> Optional[str]:
        """The edition of the form: "2019" or "2021"."""
        return _names.edition_names[self._about().edition]

    @edition.setter
    def edition(self, value: Optional[str]) -> None:
        self._change_about(edition=_names.edition_number(value))

    @property
    def level(self) -> Optional[str]:
        """"national", "province", "prefecture", "county" or "township"."""
        return _names.levels[self._about().level]

    @level.setter
    def level(self, value: Optional[str]) -> None:
        self._change_about(level=_names.number_of(_names.levels, value, "level"))

    @property
    def kind(self) -> Optional[str]:
        """"government", "department", "agency" or "institution"."""
        return _names.kinds[self._about().kind]

    @kind.setter
    def kind(self, value: Optional[str]) -> None:
        self._change_about(kind=_names.number_of(_names.kinds, value, "kind"))

    @property
    def coverage(self) -> Optional[str]:
        """Whether the figures are the body's "own" or those of its whole "territory"."""
        return _names.extents[self._about().coverage]

    @coverage.setter
    def coverage(self, value: Optional[str]) -> None:
        self._change_about(coverage=_names.number_of(_names.extents, value, "coverage"))

    @property
    def publication_date(self) -> "Optional[datetime.date]":
        """The day on which it was published."""
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
            object.__setattr__(self, "_reading_data", _values.parsed(_native.reading_json(self._reading)))
        assert self._reading_data is not None
        return self._reading_data

    def source(self, key: str) -> Optional[Source]:
        """Where the cell stood in the document; None where the report was not read from one."""
        _names.index_of(key)
        if self._reading is None:
            return None
        found = self._document()["sources"].get(key)
        return (
            Source("not_in_form", "", Place())
            if found is None
            else Source(found["state"], found["text"], _values.place_from_json(found))
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
                _values.place_from_json(note["place"]),
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
        options = check_options(blanks, language, only, skip, severities)
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
        return _native.Dossier(self._part(), beside, children_of(children or {}), complete)

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
        result: Dict[str, Any] = _values.parsed(
            _native.dossier_localize_json(dossier, _names.blanks_number(blanks))
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
            _names.blanks_number(blanks),
            _names.language_number(language),
        )

    def to_html(self, assessment: Optional[Assessment] = None, *, language: str = "zh") -> str:
        """A self-contained page in the official layout; with an assessment of this report its findings are marked."""
        number = _names.language_number(language)
        if assessment is None:
            return _native.report_write(self._handle, _write_html, number).decode("utf-8")
        return _native.assessment_html(assessment._live(), self._handle, number)

    def to_markdown(self) -> str:
        """The texts, and the tables in the official layout."""
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
        return self._file(_native.report_fill_docx(self._handle, bytes_of(template)), path)

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
        result: Dict[str, Any] = _values.parsed(self.to_json())
        result["cells"] = {key: _values.value_from_json(value) for key, value in result["cells"].items()}
        return result

    def to_pandas(self) -> "pandas.Series[Any]":
        """The cells of to_dict() as a pandas.Series, blank as None."""
        import pandas

        return pandas.Series(self.to_dict()["cells"], dtype=object, name=self.title or None)

    def __repr__(self) -> str:
        about = self._about()
        return (
            f"<gongkai.Report {about.authority!r} {about.year or '?'}, "
            f"edition {_names.edition_names[about.edition] or '?'}>"
        )

    def _repr_html_(self) -> str:
        from html import escape

        shown = self.to_dict()["cells"]
        rows = []
        for cell in catalog.cells():
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


def children_of(children: Children) -> List[_native.Child]:
    result = []
    for name, report in children.items():
        if "\0" in name:
            raise ValueError("a name must not hold NUL")
        if isinstance(report, Report):
            result.append(_native.Child(name, report._part(), 0))
        else:
            result.append(_native.Child(name, _no_part, _gap_missing if report is None else _gap_unreadable))
    return result
