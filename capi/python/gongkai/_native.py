"""What knows ctypes: finds libgongkai, declares its functions, and turns its calls into plain Python values."""

import ctypes
import os
import sys
import weakref
from ctypes import (
    POINTER,
    byref,
    c_char,
    c_char_p,
    c_int32,
    c_int64,
    c_size_t,
    c_uint8,
    c_uint32,
    c_void_p,
)
from typing import Any, Callable, Dict, List, NamedTuple, NoReturn, Optional, Sequence, Tuple, Type, Union

ABI_VERSION = 0
LIBRARY = "gongkai.dll" if sys.platform == "win32" else "libgongkai.so.0"

# ---- Types of gongkai.h. Their names and members are those of the header; tests/capi/parity.py compares them. ----


class gk_text(ctypes.Structure):
    _fields_ = [("data", c_void_p), ("size", c_size_t)]


class gk_place(ctypes.Structure):
    _fields_ = [
        ("line", c_uint32),
        ("column", c_uint32),
        ("table", c_uint32),
        ("row", c_uint32),
        ("cell", c_uint32),
        ("page", c_uint32),
        ("reserved", c_uint32 * 2),
    ]


class gk_value(ctypes.Structure):
    _fields_ = [("number", c_int64), ("is_blank", c_int32), ("reserved", c_int32)]


class gk_buffer(ctypes.Structure):
    pass


class gk_report(ctypes.Structure):
    pass


class gk_reading(ctypes.Structure):
    pass


class gk_readings(ctypes.Structure):
    pass


class gk_assessment(ctypes.Structure):
    pass


class gk_batch(ctypes.Structure):
    pass


class gk_error(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("code", c_int32),
        ("cell", c_int32),
        ("row", c_int64),
        ("message_zh", gk_text),
        ("message_en", gk_text),
        ("place", gk_place),
    ]


class gk_cell_info(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("key", gk_text),
        ("index", c_int32),
        ("section", c_int32),
        ("in_2019", c_int32),
        ("in_2021", c_int32),
        ("is_money", c_int32),
        ("is_signed", c_int32),
        ("table_key", gk_text),
        ("table_title_zh", gk_text),
        ("table_title_en", gk_text),
        ("row_key", gk_text),
        ("row_group", gk_text),
        ("row_label_zh", gk_text),
        ("row_label_zh_2019", gk_text),
        ("row_label_zh_2021", gk_text),
        ("row_label_en", gk_text),
        ("column_name", gk_text),
        ("column_group", gk_text),
        ("column_label_zh", gk_text),
        ("column_label_zh_2019", gk_text),
        ("column_label_zh_2021", gk_text),
        ("column_label_en", gk_text),
        ("unit_zh", gk_text),
        ("unit_en", gk_text),
        ("basis_zh", gk_text),
        ("basis_en", gk_text),
        ("position_2019", c_int32 * 2),
        ("position_2021", c_int32 * 2),
    ]


class gk_rule_info(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("id", gk_text),
        ("severity", c_int32),
        ("in_2019", c_int32),
        ("in_2021", c_int32),
        ("reserved", c_int32),
        ("scope", gk_text),
        ("ground", gk_text),
        ("citation_zh", gk_text),
        ("citation_en", gk_text),
        ("statement_zh", gk_text),
        ("statement_en", gk_text),
        ("example_zh", gk_text),
        ("example_en", gk_text),
    ]


class gk_edition_info(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("name", gk_text),
        ("edition", c_int32),
        ("cell_count", c_int32),
    ]


class gk_field_info(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("key", gk_text),
        ("section", c_int32),
        ("reserved", c_int32),
        ("label_zh", gk_text),
        ("label_en", gk_text),
        ("basis_zh", gk_text),
        ("basis_en", gk_text),
    ]


class gk_about(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("edition", c_int32),
        ("year", c_int32),
        ("level", c_int32),
        ("kind", c_int32),
        ("coverage", c_int32),
        ("publication_year", c_int32),
        ("publication_month", c_int32),
        ("publication_day", c_int32),
        ("authority", gk_text),
    ]


class gk_read_options(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("max_bytes", c_size_t),
        ("max_cells", c_size_t),
        ("max_blocks", c_size_t),
        ("authority", c_char_p),
        ("year", c_int32),
        ("level", c_int32),
        ("kind", c_int32),
        ("coverage", c_int32),
        ("publication_year", c_int32),
        ("publication_month", c_int32),
        ("publication_day", c_int32),
        ("format", c_int32),
        ("max_depth", c_size_t),
        ("max_span", c_size_t),
        ("max_archive_entries", c_size_t),
        ("max_unpacked_bytes", c_size_t),
        ("max_unpacked_ratio", c_size_t),
        ("no_inference", c_int32),
        ("reserved", c_int32),
    ]


class gk_reading_info(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("format", c_int32),
        ("encoding_reason", c_int32),
        ("encoding", gk_text),
        ("level", c_int32),
        ("kind", c_int32),
        ("confidence", c_int32),
        ("has_document", c_int32),
    ]


class gk_table_summary(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("key", gk_text),
        ("title_zh", gk_text),
        ("title_en", gk_text),
        ("rows_expected", c_uint32),
        ("rows_found", c_uint32),
        ("rows_extra", c_uint32),
        ("read", c_uint32),
        ("blank", c_uint32),
        ("unreadable", c_uint32),
        ("absent", c_uint32),
        ("inferred", c_uint32),
    ]


class gk_source(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("state", c_int32),
        ("reserved", c_int32),
        ("place", gk_place),
        ("text", gk_text),
    ]


class gk_note(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("kind", gk_text),
        ("cell", c_int32),
        ("reserved", c_int32),
        ("row_key", gk_text),
        ("text", gk_text),
        ("place", gk_place),
    ]


class gk_severity_override(ctypes.Structure):
    _fields_ = [("rule", c_char_p), ("severity", c_int32), ("reserved", c_int32)]


class gk_check_options(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("blanks", c_int32),
        ("language", c_int32),
        ("only", POINTER(c_char_p)),
        ("only_count", c_size_t),
        ("skip", POINTER(c_char_p)),
        ("skip_count", c_size_t),
        ("severities", POINTER(gk_severity_override)),
        ("severity_count", c_size_t),
    ]


class gk_counts(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("findings", c_size_t),
        ("errors", c_size_t),
        ("warnings", c_size_t),
        ("infos", c_size_t),
        ("waived", c_size_t),
    ]


class gk_finding(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("rule", gk_text),
        ("rule_index", c_int32),
        ("severity", c_int32),
        ("cell_count", c_size_t),
        ("has_left", c_int32),
        ("has_right", c_int32),
        ("has_difference", c_int32),
        ("left_is_bound", c_int32),
        ("right_is_bound", c_int32),
        ("is_money", c_int32),
        ("assumed_zero", c_int32),
        ("is_waived", c_int32),
        ("left", c_int64),
        ("right", c_int64),
        ("difference", c_int64),
        ("detail", gk_text),
        ("place", gk_place),
        ("fingerprint", c_char * 24),
        ("waiver_reason", gk_text),
    ]


class gk_finding_cell(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("key", gk_text),
        ("index", c_int32),
        ("reserved", c_int32),
        ("value", gk_value),
        ("place", gk_place),
    ]


class gk_coverage(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("held", c_uint32),
        ("violated", c_uint32),
        ("assumed", c_uint32),
        ("open_total", c_uint32),
        ("open", c_uint32 * 16),
    ]


class gk_child(ctypes.Structure):
    _fields_ = [
        ("name", c_char_p),
        ("report", POINTER(gk_report)),
        ("reading", POINTER(gk_reading)),
        ("gap", c_int32),
        ("reserved", c_int32),
    ]


class gk_dossier(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("report", POINTER(gk_report)),
        ("reading", POINTER(gk_reading)),
        ("previous", POINTER(gk_report)),
        ("previous_reading", POINTER(gk_reading)),
        ("children", POINTER(gk_child)),
        ("child_count", c_size_t),
        ("children_are_complete", c_int32),
        ("reserved", c_int32),
    ]


class gk_rollup_options(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("authority", c_char_p),
        ("year", c_int32),
        ("blanks", c_int32),
    ]


class gk_batch_options(ctypes.Structure):
    _fields_ = [("struct_size", c_size_t), ("threads", c_int32), ("keep", c_int32)]


class gk_export_options(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("files", ctypes.POINTER(c_char_p)),
        ("columns", ctypes.POINTER(c_char_p)),
        ("column_count", c_size_t),
        ("language", c_int32),
        ("reserved", c_int32),
        ("problems", ctypes.POINTER(c_char_p)),
    ]


class gk_rows(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("count", c_size_t),
        ("stride", c_size_t),
        ("cells", POINTER(c_int64)),
        ("blanks", POINTER(c_uint8)),
        ("editions", POINTER(c_int32)),
        ("years", POINTER(c_int32)),
        ("edition", c_int32),
        ("year", c_int32),
    ]


class gk_input(ctypes.Structure):
    _fields_ = [("bytes", c_void_p), ("size", c_size_t)]


class gk_summary(ctypes.Structure):
    _fields_ = [("status", c_int32), ("errors", c_uint32), ("warnings", c_uint32), ("infos", c_uint32)]


class gk_json_options(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("reading", POINTER(gk_read_options)),
        ("checking", POINTER(gk_check_options)),
        ("tell", c_int32),
        ("all_reports", c_int32),
    ]


# ---- Functions of gongkai.h, in its order: name -> (result, parameters) ----

_status = c_int32
_T = POINTER

PROTOTYPES: Dict[str, Tuple[Any, List[Any]]] = {
    "gk_version": (c_char_p, []),
    "gk_abi_version": (c_int32, []),
    "gk_last_error": (_status, [_T(gk_error)]),
    "gk_status_name": (c_char_p, [_status]),
    "gk_buffer_view": (_status, [_T(gk_buffer), _T(gk_text)]),
    "gk_buffer_free": (None, [_T(gk_buffer)]),
    "gk_cell_count": (c_size_t, []),
    "gk_cell_get": (_status, [c_size_t, _T(gk_cell_info)]),
    "gk_cell_find": (_status, [c_char_p, _T(c_size_t)]),
    "gk_cells_json": (_status, [_T(_T(gk_buffer))]),
    "gk_rule_count": (c_size_t, []),
    "gk_rule_get": (_status, [c_size_t, _T(gk_rule_info)]),
    "gk_rule_find": (_status, [c_char_p, _T(c_size_t)]),
    "gk_rules_json": (_status, [_T(_T(gk_buffer))]),
    "gk_edition_count": (c_size_t, []),
    "gk_edition_get": (_status, [c_size_t, _T(gk_edition_info)]),
    "gk_field_count": (c_size_t, []),
    "gk_field_get": (_status, [c_size_t, _T(gk_field_info)]),
    "gk_report_new": (_status, [c_int32, _T(_T(gk_report))]),
    "gk_report_clone": (_status, [_T(gk_report), _T(_T(gk_report))]),
    "gk_report_free": (None, [_T(gk_report)]),
    "gk_report_get": (_status, [_T(gk_report), c_size_t, _T(gk_value)]),
    "gk_report_get_by_key": (_status, [_T(gk_report), c_char_p, _T(gk_value)]),
    "gk_report_set": (_status, [_T(gk_report), c_size_t, c_int64]),
    "gk_report_set_by_key": (_status, [_T(gk_report), c_char_p, c_int64]),
    "gk_report_set_blank": (_status, [_T(gk_report), c_size_t]),
    "gk_report_set_blank_by_key": (_status, [_T(gk_report), c_char_p]),
    "gk_report_get_row": (_status, [_T(gk_report), _T(c_int64), _T(c_uint8)]),
    "gk_report_set_row": (_status, [_T(gk_report), _T(c_int64), _T(c_uint8)]),
    "gk_report_get_text": (_status, [_T(gk_report), c_char_p, _T(gk_text)]),
    "gk_report_set_text": (_status, [_T(gk_report), c_char_p, c_char_p, c_size_t]),
    "gk_report_get_about": (_status, [_T(gk_report), _T(gk_about)]),
    "gk_report_set_about": (_status, [_T(gk_report), _T(gk_about)]),
    "gk_report_json": (_status, [_T(gk_report), _T(_T(gk_buffer))]),
    "gk_report_from_json": (_status, [c_char_p, c_size_t, _T(_T(gk_report))]),
    "gk_read": (_status, [c_void_p, c_size_t, _T(gk_read_options), _T(_T(gk_reading))]),
    "gk_read_all": (_status, [c_void_p, c_size_t, _T(gk_read_options), _T(_T(gk_readings))]),
    "gk_readings_count": (_status, [_T(gk_readings), _T(c_size_t)]),
    "gk_readings_get": (_status, [_T(gk_readings), c_size_t, _T(_T(gk_reading))]),
    "gk_readings_free": (None, [_T(gk_readings)]),
    "gk_reading_free": (None, [_T(gk_reading)]),
    "gk_reading_report": (_status, [_T(gk_reading), _T(_T(gk_report))]),
    "gk_reading_clone": (_status, [_T(gk_reading), _T(_T(gk_reading))]),
    "gk_reading_edit": (_status, [_T(gk_reading), _T(_T(gk_report))]),
    "gk_reading_get_info": (_status, [_T(gk_reading), _T(gk_reading_info)]),
    "gk_table_count": (c_size_t, []),
    "gk_reading_table": (_status, [_T(gk_reading), c_size_t, _T(gk_table_summary)]),
    "gk_reading_source": (_status, [_T(gk_reading), c_size_t, _T(gk_source)]),
    "gk_reading_note_count": (_status, [_T(gk_reading), _T(c_size_t)]),
    "gk_reading_note": (_status, [_T(gk_reading), c_size_t, _T(gk_note)]),
    "gk_reading_note_message": (_status, [_T(gk_reading), c_size_t, c_int32, _T(_T(gk_buffer))]),
    "gk_reading_json": (_status, [_T(gk_reading), _T(_T(gk_buffer))]),
    "gk_report_check": (_status, [_T(gk_report), _T(gk_check_options), _T(_T(gk_assessment))]),
    "gk_reading_check": (_status, [_T(gk_reading), _T(gk_check_options), _T(_T(gk_assessment))]),
    "gk_assessment_free": (None, [_T(gk_assessment)]),
    "gk_assessment_counts": (_status, [_T(gk_assessment), _T(gk_counts)]),
    "gk_assessment_finding": (_status, [_T(gk_assessment), c_size_t, _T(gk_finding)]),
    "gk_assessment_finding_cell": (
        _status,
        [_T(gk_assessment), c_size_t, c_size_t, _T(gk_finding_cell)],
    ),
    "gk_assessment_message": (_status, [_T(gk_assessment), c_size_t, c_int32, _T(_T(gk_buffer))]),
    "gk_assessment_explanation": (
        _status,
        [_T(gk_assessment), c_size_t, c_int32, _T(_T(gk_buffer))],
    ),
    "gk_assessment_coverage": (_status, [_T(gk_assessment), c_size_t, _T(gk_coverage)]),
    "gk_assessment_json": (_status, [_T(gk_assessment), _T(_T(gk_buffer))]),
    "gk_assessment_findings_json": (_status, [_T(gk_assessment), _T(_T(gk_buffer))]),
    "gk_dossier_check": (
        _status,
        [_T(gk_dossier), _T(gk_check_options), _T(_T(gk_assessment))],
    ),
    "gk_dossier_localize_json": (_status, [_T(gk_dossier), c_int32, _T(_T(gk_buffer))]),
    "gk_dossier_why": (_status, [_T(gk_dossier), c_int32, c_int32, _T(_T(gk_buffer))]),
    "gk_dossier_diff_json": (
        _status,
        [_T(gk_dossier), _T(gk_dossier), _T(gk_check_options), _T(_T(gk_buffer))],
    ),
    "gk_rollup": (
        _status,
        [_T(gk_child), c_size_t, _T(gk_rollup_options), _T(_T(gk_report)), _T(_T(gk_buffer))],
    ),
    "gk_assessment_waive": (
        _status,
        [_T(gk_assessment), c_char_p, c_size_t, c_int32, c_int32, c_int32, _T(c_size_t)],
    ),
    "gk_report_write": (_status, [_T(gk_report), c_int32, c_int32, _T(_T(gk_buffer))]),
    "gk_report_fill_docx": (_status, [_T(gk_report), c_void_p, c_size_t, _T(_T(gk_buffer))]),
    "gk_assessment_html": (
        _status,
        [_T(gk_assessment), _T(gk_report), c_int32, _T(_T(gk_buffer))],
    ),
    "gk_assessment_write": (
        _status,
        [_T(gk_assessment), c_char_p, c_int32, c_int32, _T(_T(gk_buffer))],
    ),
    "gk_rows_check": (
        _status,
        [_T(gk_rows), _T(gk_check_options), _T(gk_batch_options), _T(_T(gk_batch))],
    ),
    "gk_inputs_check": (
        _status,
        [
            _T(gk_input),
            c_size_t,
            _T(gk_read_options),
            _T(gk_check_options),
            _T(gk_batch_options),
            _T(_T(gk_batch)),
        ],
    ),
    "gk_dossiers_check": (
        _status,
        [_T(gk_dossier), c_size_t, _T(gk_check_options), _T(gk_batch_options), _T(_T(gk_batch))],
    ),
    "gk_batch_free": (None, [_T(gk_batch)]),
    "gk_batch_count": (_status, [_T(gk_batch), _T(c_size_t)]),
    "gk_batch_summaries": (_status, [_T(gk_batch), _T(_T(gk_summary))]),
    "gk_batch_error": (_status, [_T(gk_batch), c_size_t, _T(gk_error)]),
    "gk_batch_assessment": (_status, [_T(gk_batch), c_size_t, _T(_T(gk_assessment))]),
    "gk_batch_reading": (_status, [_T(gk_batch), c_size_t, _T(_T(gk_reading))]),
    "gk_batch_export_reports": (_status, [_T(gk_batch), _T(gk_export_options), c_void_p, c_void_p]),
    "gk_batch_export_findings": (_status, [_T(gk_batch), _T(gk_export_options), c_void_p, c_void_p]),
    "gk_check_json": (_status, [c_void_p, c_size_t, _T(gk_json_options), _T(_T(gk_buffer))]),
    "gk_inputs_check_json": (
        _status,
        [_T(gk_input), c_size_t, _T(gk_json_options), _T(gk_batch_options), _T(_T(gk_buffer))],
    ),
}

# ---- Loading ----


def _candidates() -> List[str]:
    override = os.environ.get("GONGKAI_LIBRARY")
    if override:
        return [override]
    return [os.path.join(os.path.dirname(os.path.abspath(__file__)), LIBRARY)]


def _packed() -> ctypes.CDLL:
    """The library of a package that is imported out of a ZIP file, as Spark's --py-files does it."""
    import tempfile

    with tempfile.NamedTemporaryFile(prefix="gongkai-", suffix=".so") as file:
        file.write(__loader__.get_data("gongkai/" + LIBRARY))  # type: ignore[name-defined]
        file.flush()
        return ctypes.CDLL(file.name)


def _load() -> Tuple[str, ctypes.CDLL]:
    tried: List[str] = []
    is_packed = hasattr(__loader__, "archive") and "GONGKAI_LIBRARY" not in os.environ  # type: ignore[name-defined]
    for path in _candidates():
        if not os.path.isabs(path):
            tried.append(f"{path}: not an absolute path")
            continue
        try:
            library = _packed() if is_packed else ctypes.CDLL(path)
            found = library.gk_abi_version()
        except (OSError, AttributeError) as error:
            tried.append(f"{path}: {error}")
            continue
        if found != ABI_VERSION:
            tried.append(f"{path}: has the interface {found}; this package needs {ABI_VERSION}")
            continue
        return path, library
    raise ImportError(
        "gongkai: the library was not found. Set GONGKAI_LIBRARY to the absolute path of " + LIBRARY + ", "
        "or install the wheel that carries it. Tried:\n  " + "\n  ".join(tried)
    )


def _declare(library: ctypes.CDLL) -> None:
    for name, (result, parameters) in PROTOTYPES.items():
        try:
            function = getattr(library, name)
        except AttributeError:
            raise ImportError(f"gongkai: {PATH} is older than this package: it lacks {name}") from None
        function.restype = result
        function.argtypes = parameters


PATH, _lib = _load()
_declare(_lib)

# ---- Errors ----


class Place(NamedTuple):
    """A place in a document. Numbers count from 1; 0 means unknown or not applicable."""

    line: int = 0
    column: int = 0
    table: int = 0
    row: int = 0
    cell: int = 0
    page: int = 0  #: of a PDF; the sheet of a workbook


class ErrorInfo(NamedTuple):
    """What the library says about a failure."""

    code: int
    message_zh: str
    message_en: str
    place: Place
    row: int
    cell: int


def _text(text: gk_text) -> str:
    data = text.data
    return ctypes.string_at(data, text.size).decode("utf-8", "replace") if data else ""


def _place(place: gk_place) -> Place:
    return Place(place.line, place.column, place.table, place.row, place.cell, place.page)


def _error_info(error: gk_error) -> ErrorInfo:
    return ErrorInfo(
        error.code, _text(error.message_zh), _text(error.message_en), _place(error.place), error.row, error.cell
    )


def _plain_exception(info: ErrorInfo) -> Exception:
    return RuntimeError(info.message_en)


# Makes the exception for a failure; the package puts its own here.
exception_for: Callable[[ErrorInfo], Exception] = _plain_exception


def _raise_last() -> NoReturn:
    error = gk_error(struct_size=ctypes.sizeof(gk_error))
    _lib.gk_last_error(byref(error))
    raise exception_for(_error_info(error))


def _call(name: str, *arguments: Any) -> None:
    if getattr(_lib, name)(*arguments) != 0:
        _raise_last()


# ---- Handles ----


class Handle:
    """An object of the library. Freed when collected, by close(), or at the end of a `with`.

    A closed one is NULL to the library, which refuses it. A lent one keeps its owner."""

    __slots__ = ("__weakref__", "_finalizer", "owner", "pointer")

    def __init__(self, pointer: Any, free: Optional[Callable[[Any], None]], owner: Optional["Handle"] = None) -> None:
        self.pointer = pointer
        self.owner = owner
        self._finalizer = weakref.finalize(self, free, pointer) if free is not None else None
        if self._finalizer is not None:
            self._finalizer.atexit = False

    def close(self) -> None:
        self.pointer = None
        self.owner = None
        if self._finalizer is not None:
            self._finalizer()


def _buffer_bytes(buffer: Any) -> bytes:
    try:
        text = gk_text()
        _call("gk_buffer_view", buffer, byref(text))
        return ctypes.string_at(text.data, text.size)
    finally:
        _lib.gk_buffer_free(buffer)


def _text_of(name: str, *arguments: Any) -> str:
    buffer = POINTER(gk_buffer)()
    _call(name, *arguments, byref(buffer))
    return _buffer_bytes(buffer).decode("utf-8")


# ---- The library ----


def version() -> str:
    text: bytes = _lib.gk_version()
    return text.decode("ascii")


def status_name(code: int) -> str:
    text: bytes = _lib.gk_status_name(code)
    return text.decode("ascii")


def cell_count() -> int:
    count: int = _lib.gk_cell_count()
    return count


def cells_json() -> str:
    return _text_of("gk_cells_json")


def rules_json() -> str:
    return _text_of("gk_rules_json")


def editions() -> List[Tuple[str, int]]:
    """The name and the constant of each edition."""
    result = []
    for index in range(_lib.gk_edition_count()):
        info = gk_edition_info(struct_size=ctypes.sizeof(gk_edition_info))
        _call("gk_edition_get", index, byref(info))
        result.append((_text(info.name), int(info.edition)))
    return result


def cell_keys() -> List[Tuple[str, bool]]:
    """For each cell its key, and whether it holds money."""
    result = []
    for index in range(_lib.gk_cell_count()):
        info = gk_cell_info(struct_size=ctypes.sizeof(gk_cell_info))
        _call("gk_cell_get", index, byref(info))
        result.append((_text(info.key), bool(info.is_money)))
    return result


def cell_find(key: str) -> int:
    """The index of a cell; an unknown key is the library's error, which names keys that are near."""
    index = c_size_t()
    _call("gk_cell_find", key.encode("utf-8", "surrogatepass"), byref(index))
    return index.value


def field_keys() -> List[str]:
    result = []
    for index in range(_lib.gk_field_count()):
        info = gk_field_info(struct_size=ctypes.sizeof(gk_field_info))
        _call("gk_field_get", index, byref(info))
        result.append(_text(info.key))
    return result


def _own_report(pointer: Any) -> Handle:
    return Handle(pointer, _lib.gk_report_free)


def report_new(edition: int) -> Handle:
    out = POINTER(gk_report)()
    _call("gk_report_new", edition, byref(out))
    return _own_report(out)


def report_clone(report: Handle) -> Handle:
    out = POINTER(gk_report)()
    _call("gk_report_clone", report.pointer, byref(out))
    return _own_report(out)


def report_from_json(json: bytes) -> Handle:
    out = POINTER(gk_report)()
    _call("gk_report_from_json", json, len(json), byref(out))
    return _own_report(out)


def report_json(report: Handle) -> str:
    return _text_of("gk_report_json", report.pointer)


def report_get(report: Handle, index: int) -> Optional[int]:
    value = gk_value()
    _call("gk_report_get", report.pointer, index, byref(value))
    return None if value.is_blank else value.number


def report_set(report: Handle, index: int, number: Optional[int]) -> None:
    """The number must fit int64: ctypes would wrap it."""
    if number is None:
        _call("gk_report_set_blank", report.pointer, index)
    else:
        _call("gk_report_set", report.pointer, index, number)


def report_get_row(report: Handle) -> List[Optional[int]]:
    count = cell_count()
    numbers, blanks = (c_int64 * count)(), (c_uint8 * count)()
    _call("gk_report_get_row", report.pointer, numbers, blanks)
    return [None if blank else number for number, blank in zip(numbers, blanks)]


def report_set_row(report: Handle, values: Sequence[Optional[int]]) -> None:
    """One value for each cell; numbers must fit int64."""
    count = cell_count()
    numbers = (c_int64 * count)(*[0 if value is None else value for value in values])
    blanks = (c_uint8 * count)(*[value is None for value in values])
    _call("gk_report_set_row", report.pointer, numbers, blanks)


def report_get_text(report: Handle, key: str) -> str:
    text = gk_text()
    _call("gk_report_get_text", report.pointer, key.encode("utf-8"), byref(text))
    return _text(text)


def report_set_text(report: Handle, key: str, value: str) -> None:
    data = value.encode("utf-8", "surrogatepass")
    _call("gk_report_set_text", report.pointer, key.encode("utf-8"), data, len(data))


class About(NamedTuple):
    """What gk_about holds; constants as in the header."""

    edition: int
    year: int
    level: int
    kind: int
    coverage: int
    publication_year: int
    publication_month: int
    publication_day: int
    authority: str


def report_get_about(report: Handle) -> About:
    about = gk_about(struct_size=ctypes.sizeof(gk_about))
    _call("gk_report_get_about", report.pointer, byref(about))
    return About(
        about.edition,
        about.year,
        about.level,
        about.kind,
        about.coverage,
        about.publication_year,
        about.publication_month,
        about.publication_day,
        _text(about.authority),
    )


def report_set_about(report: Handle, about: About) -> None:
    """Numbers must fit int32: ctypes would wrap them."""
    authority = about.authority.encode("utf-8", "surrogatepass")
    text = gk_text(ctypes.cast(c_char_p(authority), c_void_p), len(authority))
    value = gk_about(ctypes.sizeof(gk_about), *about[:-1], text)
    _call("gk_report_set_about", report.pointer, byref(value))


# ---- Reading and checking ----


class ReadOptions(NamedTuple):
    """What gk_read_options holds; 0 and "" are no hint, and the default limits."""

    max_bytes: int = 0
    max_cells: int = 0
    max_blocks: int = 0
    authority: str = ""
    year: int = 0
    level: int = 0
    kind: int = 0
    coverage: int = 0
    publication_year: int = 0
    publication_month: int = 0
    publication_day: int = 0
    format: int = 0
    max_depth: int = 0
    max_span: int = 0
    max_archive_entries: int = 0
    max_unpacked_bytes: int = 0
    max_unpacked_ratio: int = 0
    no_inference: int = 0


class CheckOptions(NamedTuple):
    """What gk_check_options holds."""

    blanks: int = 0
    language: int = 0
    only: Tuple[str, ...] = ()
    skip: Tuple[str, ...] = ()
    severities: Tuple[Tuple[str, int], ...] = ()


def _read_options(options: Optional[ReadOptions]) -> Any:
    if options is None:
        return None
    authority = options.authority.encode("utf-8", "surrogatepass") or None
    return byref(gk_read_options(ctypes.sizeof(gk_read_options), *options[:3], authority, *options[4:]))


def _strings(values: Tuple[str, ...]) -> Any:
    return (c_char_p * len(values))(*[value.encode("utf-8", "surrogatepass") for value in values])


def _check_options(options: Optional[CheckOptions]) -> Any:
    if options is None:
        return None
    severities = (gk_severity_override * len(options.severities))(
        *[
            gk_severity_override(rule.encode("utf-8", "surrogatepass"), severity, 0)
            for rule, severity in options.severities
        ]
    )
    only, skip = _strings(options.only), _strings(options.skip)
    return byref(
        gk_check_options(
            ctypes.sizeof(gk_check_options),
            options.blanks,
            options.language,
            ctypes.cast(only, POINTER(c_char_p)),
            len(options.only),
            ctypes.cast(skip, POINTER(c_char_p)),
            len(options.skip),
            ctypes.cast(severities, POINTER(gk_severity_override)),
            len(options.severities),
        )
    )


def read(data: bytes, options: Optional[ReadOptions]) -> Handle:
    out = POINTER(gk_reading)()
    _call("gk_read", data, len(data), _read_options(options), byref(out))
    return Handle(out, _lib.gk_reading_free)


def read_all(data: bytes, options: Optional[ReadOptions]) -> List[Handle]:
    """A reading for each report in the data; they share what the library holds."""
    out = POINTER(gk_readings)()
    _call("gk_read_all", data, len(data), _read_options(options), byref(out))
    readings = Handle(out, _lib.gk_readings_free)
    count = c_size_t()
    _call("gk_readings_count", out, byref(count))
    result = []
    for index in range(count.value):
        lent = POINTER(gk_reading)()
        _call("gk_readings_get", out, index, byref(lent))
        result.append(Handle(lent, None, readings))
    return result


def reading_report(reading: Handle) -> Handle:
    """A copy of the report in a reading."""
    lent = POINTER(gk_report)()
    _call("gk_reading_report", reading.pointer, byref(lent))
    return report_clone(Handle(lent, None, reading))


def reading_json(reading: Handle) -> str:
    return _text_of("gk_reading_json", reading.pointer)


_assessment_pointer = POINTER(gk_assessment)


def report_check(report: Handle, options: Optional[CheckOptions]) -> Handle:
    out = _assessment_pointer()
    if _lib.gk_report_check(report.pointer, _check_options(options), byref(out)) != 0:
        _raise_last()
    return Handle(out, _lib.gk_assessment_free)


def reading_check(reading: Handle, options: Optional[CheckOptions]) -> Handle:
    out = _assessment_pointer()
    if _lib.gk_reading_check(reading.pointer, _check_options(options), byref(out)) != 0:
        _raise_last()
    return Handle(out, _lib.gk_assessment_free)


class AssessmentCounts(NamedTuple):
    """What gk_counts holds."""

    findings: int
    errors: int
    warnings: int
    infos: int
    waived: int


def assessment_counts(assessment: Handle) -> AssessmentCounts:
    counts = gk_counts(struct_size=ctypes.sizeof(gk_counts))
    _call("gk_assessment_counts", assessment.pointer, byref(counts))
    return AssessmentCounts(counts.findings, counts.errors, counts.warnings, counts.infos, counts.waived)


def assessment_json(assessment: Handle) -> str:
    return _text_of("gk_assessment_json", assessment.pointer)


class FindingInfo(NamedTuple):
    """What gk_finding holds; None where the finding has no such number, or no waiver accepts it."""

    rule: str
    severity: int
    cell_count: int
    left: Optional[int]
    right: Optional[int]
    difference: Optional[int]
    left_is_bound: bool
    right_is_bound: bool
    is_money: bool
    assumed_zero: bool
    detail: str
    place: Place
    fingerprint: str
    waiver: Optional[str]


def assessment_finding(assessment: Handle, index: int) -> FindingInfo:
    finding = gk_finding(struct_size=ctypes.sizeof(gk_finding))
    _call("gk_assessment_finding", assessment.pointer, index, byref(finding))
    return FindingInfo(
        _text(finding.rule),
        finding.severity,
        finding.cell_count,
        finding.left if finding.has_left else None,
        finding.right if finding.has_right else None,
        finding.difference if finding.has_difference else None,
        finding.left_is_bound != 0,
        finding.right_is_bound != 0,
        finding.is_money != 0,
        finding.assumed_zero != 0,
        _text(finding.detail),
        _place(finding.place),
        finding.fingerprint.decode("ascii"),
        _text(finding.waiver_reason) if finding.is_waived else None,
    )


def assessment_cells(assessment: Handle, finding: int, count: int) -> List[Tuple[int, Optional[int], Place]]:
    """The cells of a finding: index, number, place."""
    cell = gk_finding_cell(struct_size=ctypes.sizeof(gk_finding_cell))
    result = []
    for index in range(count):
        _call("gk_assessment_finding_cell", assessment.pointer, finding, index, byref(cell))
        value = cell.value
        result.append((cell.index, None if value.is_blank else value.number, _place(cell.place)))
    return result


def assessment_message(assessment: Handle, finding: int, language: int) -> str:
    return _text_of("gk_assessment_message", assessment.pointer, finding, language)


def assessment_explanation(assessment: Handle, finding: int, language: int) -> str:
    return _text_of("gk_assessment_explanation", assessment.pointer, finding, language)


def assessment_waive(assessment: Handle, json: bytes, year: int, month: int, day: int) -> int:
    accepted = c_size_t()
    _call("gk_assessment_waive", assessment.pointer, json, len(json), year, month, day, byref(accepted))
    return accepted.value


# ---- Reports beside each other ----


class Part(NamedTuple):
    """A report of a dossier: its handle, or better that of the reading, where there is one."""

    report: Optional[Handle]
    reading: Optional[Handle]


class Child(NamedTuple):
    """What gk_child holds."""

    name: str
    part: Part
    gap: int


class Dossier(NamedTuple):
    """What gk_dossier holds."""

    subject: Part
    previous: Part
    children: Sequence[Child]
    children_are_complete: bool


def _part(part: Part) -> Tuple[Any, Any]:
    if part.reading is not None:
        return None, part.reading.pointer
    return (part.report.pointer if part.report is not None else None), None


def _children(children: Sequence[Child]) -> Any:
    return (gk_child * len(children))(
        *[
            gk_child(child.name.encode("utf-8", "surrogatepass"), *_part(child.part), child.gap, 0)
            for child in children
        ]
    )


def _dossier(dossier: Dossier) -> Any:
    children = _children(dossier.children)
    return byref(
        gk_dossier(
            ctypes.sizeof(gk_dossier),
            *_part(dossier.subject),
            *_part(dossier.previous),
            ctypes.cast(children, POINTER(gk_child)),
            len(dossier.children),
            int(dossier.children_are_complete),
            0,
        )
    )


def dossier_check(dossier: Dossier, options: Optional[CheckOptions]) -> Handle:
    out = _assessment_pointer()
    _call("gk_dossier_check", _dossier(dossier), _check_options(options), byref(out))
    return Handle(out, _lib.gk_assessment_free)


def dossier_localize_json(dossier: Dossier, blanks: int) -> str:
    return _text_of("gk_dossier_localize_json", _dossier(dossier), blanks)


def dossier_why(dossier: Dossier, blanks: int, language: int) -> str:
    return _text_of("gk_dossier_why", _dossier(dossier), blanks, language)


def dossier_diff_json(before: Dossier, after: Dossier, options: Optional[CheckOptions]) -> str:
    return _text_of("gk_dossier_diff_json", _dossier(before), _dossier(after), _check_options(options))


def rollup(children: Sequence[Child], authority: str, year: int, blanks: int) -> Tuple[Handle, str]:
    """The total, and JSON on what is in it."""
    options = gk_rollup_options(
        ctypes.sizeof(gk_rollup_options), authority.encode("utf-8", "surrogatepass") or None, year, blanks
    )
    out, rest = POINTER(gk_report)(), POINTER(gk_buffer)()
    _call("gk_rollup", _children(children), len(children), byref(options), byref(out), byref(rest))
    return _own_report(out), _buffer_bytes(rest).decode("utf-8")


# ---- Writing ----


def report_write(report: Handle, format: int, language: int) -> bytes:
    buffer = POINTER(gk_buffer)()
    _call("gk_report_write", report.pointer, format, language, byref(buffer))
    return _buffer_bytes(buffer)


def report_fill_docx(report: Handle, template: bytes) -> bytes:
    buffer = POINTER(gk_buffer)()
    _call("gk_report_fill_docx", report.pointer, template, len(template), byref(buffer))
    return _buffer_bytes(buffer)


def assessment_write(assessment: Handle, file: str, format: int, language: int) -> bytes:
    buffer = POINTER(gk_buffer)()
    name = file.encode("utf-8", "replace")
    _call("gk_assessment_write", assessment.pointer, name, format, language, byref(buffer))
    return _buffer_bytes(buffer)


def assessment_html(assessment: Handle, report: Handle, language: int) -> str:
    return _text_of("gk_assessment_html", assessment.pointer, report.pointer, language)


# ---- Batches ----


class Array(NamedTuple):
    """Memory of a caller that lives as long as this does."""

    address: int
    size: int  # in elements
    columns: int  # of the last dimension; 0 where there is only one
    keep: Any


_element_sizes = {"q": 8, "i": 4, "B": 1}


def array_of(values: Any, code: str, what: str) -> Array:
    """Memory of `values` without a copy: a NumPy array, or anything with the buffer protocol and elements of the kind
    `code` of the module array ("q", "i", "B"; "B" also takes bool). Read-only buffers other than NumPy's are copied."""
    size = _element_sizes[code]
    interface = getattr(values, "__array_interface__", None)
    if interface is not None:
        kinds = ("|u1", "|b1", "|i1") if code == "B" else (f"<i{size}", f"=i{size}")
        if interface["typestr"] not in kinds or interface.get("strides") is not None:
            raise TypeError(f"{what} must be C-contiguous {kinds[0]}, and is {interface['typestr']}")
        shape = interface["shape"]
        count = 1
        for extent in shape:
            count *= extent
        return Array(interface["data"][0], count, shape[-1] if len(shape) > 1 else 0, values)
    view = memoryview(values)
    if not view.c_contiguous or view.itemsize != size or view.format.lstrip("@=<") not in (
        ("B", "b", "?", "c") if code == "B" else ("q", "l") if code == "q" else ("i", "l")
    ):
        raise TypeError(f"{what} must be contiguous elements of kind {code!r}, and are of kind {view.format!r}")
    columns = view.shape[-1] if view.shape is not None and view.ndim > 1 else 0
    count = view.nbytes // size
    memory: Any = c_char * view.nbytes
    memory = memory.from_buffer_copy(view) if view.readonly else memory.from_buffer(view)
    return Array(ctypes.addressof(memory), count, columns, memory)


def _pointer(array: Optional[Array], kind: Type[Any]) -> Any:
    return ctypes.cast(array.address, POINTER(kind)) if array is not None and array.size else None


def _batch_options(threads: int, keep: int) -> Any:
    return byref(gk_batch_options(ctypes.sizeof(gk_batch_options), threads, keep))


def rows_check(
    rows: int,
    cells: Array,
    blanks: Optional[Array],
    editions: Optional[Array],
    years: Optional[Array],
    edition: int,
    year: int,
    options: Optional[CheckOptions],
    threads: int,
    keep: int,
) -> Handle:
    value = gk_rows(
        ctypes.sizeof(gk_rows),
        rows,
        0,
        _pointer(cells, c_int64),
        _pointer(blanks, c_uint8),
        _pointer(editions, c_int32),
        _pointer(years, c_int32),
        edition,
        year,
    )
    out = POINTER(gk_batch)()
    _call("gk_rows_check", byref(value), _check_options(options), _batch_options(threads, keep), byref(out))
    return Handle(out, _lib.gk_batch_free)


def _input_of(data: Union[bytes, Array]) -> gk_input:
    if isinstance(data, bytes):
        return gk_input(ctypes.cast(c_char_p(data), c_void_p), len(data))
    return gk_input(data.address, data.size)


def inputs_check(
    inputs: Sequence[Union[bytes, Array]],
    reading: Optional[ReadOptions],
    options: Optional[CheckOptions],
    threads: int,
    keep: int,
) -> Handle:
    array = (gk_input * len(inputs))(*map(_input_of, inputs))
    out = POINTER(gk_batch)()
    _call(
        "gk_inputs_check",
        array,
        len(inputs),
        _read_options(reading),
        _check_options(options),
        _batch_options(threads, keep),
        byref(out),
    )
    return Handle(out, _lib.gk_batch_free)


def batch_summaries(batch: Handle) -> bytes:
    """For each result four int32: status, errors, warnings, infos."""
    count, summaries = c_size_t(), POINTER(gk_summary)()
    _call("gk_batch_count", batch.pointer, byref(count))
    _call("gk_batch_summaries", batch.pointer, byref(summaries))
    return ctypes.string_at(summaries, count.value * ctypes.sizeof(gk_summary)) if count.value else b""


def batch_error(batch: Handle, index: int) -> ErrorInfo:
    error = gk_error(struct_size=ctypes.sizeof(gk_error))
    _call("gk_batch_error", batch.pointer, index, byref(error))
    return _error_info(error)


def batch_assessment(batch: Handle, index: int) -> Handle:
    lent = POINTER(gk_assessment)()
    _call("gk_batch_assessment", batch.pointer, index, byref(lent))
    return Handle(lent, None, batch)


def batch_reading(batch: Handle, index: int) -> Handle:
    lent = POINTER(gk_reading)()
    _call("gk_batch_reading", batch.pointer, index, byref(lent))
    return Handle(lent, None, batch)


arrow_schema_size = 72  #: of a struct ArrowSchema: two int64 and seven pointers
arrow_array_size = 80  #: of a struct ArrowArray: five int64 and five pointers


def batch_export(
    is_findings: bool,
    batch: Handle,
    files: List[bytes],
    problems: List[Optional[bytes]],
    columns: Optional[List[bytes]],
    language: int,
    schema: Optional[int],
    array: Optional[int],
) -> None:
    """Exports to the structs at these addresses; to none where they are None."""
    names = (c_char_p * len(files))(*files)
    reasons = (c_char_p * len(problems))(*problems)
    wanted = None if columns is None else (c_char_p * max(len(columns), 1))(*columns)
    options = gk_export_options(
        ctypes.sizeof(gk_export_options),
        names if files else None,
        wanted,
        len(columns or []),
        language,
        0,
        reasons if problems else None,
    )
    name = "gk_batch_export_findings" if is_findings else "gk_batch_export_reports"
    _call(name, batch.pointer, byref(options), schema, array)
