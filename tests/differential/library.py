"""The library through its C interface, by ctypes alone: rows of numbers in, verdicts and sets of cells out."""

import ctypes as c
import json
from typing import Dict, List, Optional, Sequence, Tuple

Values = Dict[str, Optional[int]]


class Text(c.Structure):
    _fields_ = [("data", c.c_char_p), ("size", c.c_size_t)]


class Place(c.Structure):
    _fields_ = [("numbers", c.c_uint32 * 8)]


class Error(c.Structure):
    _fields_ = [
        ("struct_size", c.c_size_t),
        ("code", c.c_int32),
        ("cell", c.c_int32),
        ("row", c.c_int64),
        ("message_zh", Text),
        ("message_en", Text),
        ("place", Place),
    ]


class CheckOptions(c.Structure):
    _fields_ = [
        ("struct_size", c.c_size_t),
        ("blanks", c.c_int32),
        ("language", c.c_int32),
        ("only", c.POINTER(c.c_char_p)),
        ("only_count", c.c_size_t),
        ("skip", c.c_void_p),
        ("skip_count", c.c_size_t),
        ("severities", c.c_void_p),
        ("severity_count", c.c_size_t),
    ]


class Rows(c.Structure):
    _fields_ = [
        ("struct_size", c.c_size_t),
        ("count", c.c_size_t),
        ("stride", c.c_size_t),
        ("cells", c.POINTER(c.c_int64)),
        ("blanks", c.POINTER(c.c_uint8)),
        ("editions", c.POINTER(c.c_int32)),
        ("years", c.POINTER(c.c_int32)),
        ("edition", c.c_int32),
        ("year", c.c_int32),
    ]


class BatchOptions(c.Structure):
    _fields_ = [("struct_size", c.c_size_t), ("threads", c.c_int32), ("keep", c.c_int32)]


class Coverage(c.Structure):
    _fields_ = [
        ("struct_size", c.c_size_t),
        ("held", c.c_uint32),
        ("violated", c.c_uint32),
        ("assumed", c.c_uint32),
        ("open_total", c.c_uint32),
        ("open", c.c_uint32 * 16),
    ]


class Dossier(c.Structure):
    _fields_ = [
        ("struct_size", c.c_size_t),
        ("report", c.c_void_p),
        ("reading", c.c_void_p),
        ("previous", c.c_void_p),
        ("previous_reading", c.c_void_p),
        ("children", c.c_void_p),
        ("child_count", c.c_size_t),
        ("children_are_complete", c.c_int32),
        ("reserved", c.c_int32),
    ]


EDITION = {"2019": 1, "2021": 2}
YEAR = {"2019": 2020, "2021": 2023}
RANGE = 2


class Result:
    """What the library says of one form: counts by rule, and each relation that is violated."""

    def __init__(self, counts: Dict[str, Tuple[int, int, int, int]], violated: List[tuple]):
        self.counts, self.violated = counts, violated


class Library:
    def __init__(self, path: str):
        self.so = c.CDLL(path)
        self.so.gk_cell_count.restype = c.c_size_t
        for free in ("gk_batch_free", "gk_buffer_free", "gk_report_free"):
            getattr(self.so, free).restype = None
            getattr(self.so, free).argtypes = [c.c_void_p]
        self.width = self.so.gk_cell_count()

    def last_error(self) -> Error:
        error = Error(struct_size=c.sizeof(Error))
        self.so.gk_last_error(c.byref(error))
        return error

    def cell(self, key: str) -> int:
        index = c.c_size_t()
        if self.so.gk_cell_find(key.encode(), c.byref(index)) != 0:
            raise LookupError(key)
        return index.value

    def rule(self, rule: str) -> int:
        index = c.c_size_t()
        if self.so.gk_rule_find(rule.encode(), c.byref(index)) != 0:
            raise LookupError(rule)
        return index.value

    def taken(self, buffer: c.c_void_p) -> bytes:
        text = Text()
        self.so.gk_buffer_view(buffer, c.byref(text))
        data = c.string_at(text.data, text.size)
        self.so.gk_buffer_free(buffer)
        return data

    def rows(self, forms: Sequence[Tuple[str, Values]], index: Dict[str, int], under_blanks: int) -> Rows:
        count = len(forms)
        cells = (c.c_int64 * (self.width * count))()
        blank = (c.c_uint8 * (self.width * count))()
        c.memset(blank, 1, self.width * count)
        for at, (_, values) in enumerate(forms):
            start = at * self.width
            for key, value in values.items():
                if value is None:
                    cells[start + index[key]] = under_blanks  # does not count
                else:
                    cells[start + index[key]] = value
                    blank[start + index[key]] = 0
        rows = Rows(struct_size=c.sizeof(Rows), count=count)
        rows.cells, rows.blanks = cells, blank
        rows.editions = (c.c_int32 * count)(*(EDITION[edition] for edition, _ in forms))
        rows.years = (c.c_int32 * count)(*(YEAR[edition] for edition, _ in forms))
        return rows

    def batch(self, rows: Rows, rules: Sequence[str], is_zero: bool) -> Tuple[int, c.c_void_p]:
        only = (c.c_char_p * len(rules))(*(rule.encode() for rule in rules))
        options = CheckOptions(struct_size=c.sizeof(CheckOptions), blanks=0 if is_zero else 1)
        options.only, options.only_count = only, len(rules)
        how = BatchOptions(struct_size=c.sizeof(BatchOptions), threads=1, keep=1)
        batch = c.c_void_p()
        return self.so.gk_rows_check(c.byref(rows), c.byref(options), c.byref(how), c.byref(batch)), batch

    def check(self, rows: Rows, rules: Sequence[str], is_zero: bool) -> List[Result]:
        status, batch = self.batch(rows, rules, is_zero)
        if status != 0:
            raise RuntimeError(self.last_error().message_en.data.decode())
        indexes = [(rule, self.rule(rule)) for rule in rules]
        coverage = Coverage(struct_size=c.sizeof(Coverage))
        results = []
        for at in range(rows.count):
            assessment, counts = c.c_void_p(), {}
            self.so.gk_batch_assessment(batch, c.c_size_t(at), c.byref(assessment))
            for rule, number in indexes:
                self.so.gk_assessment_coverage(assessment, c.c_size_t(number), c.byref(coverage))
                counts[rule] = (coverage.held, coverage.violated, coverage.assumed, coverage.open_total)
            violated: List[tuple] = []
            if any(each[1] for each in counts.values()):
                buffer = c.c_void_p()
                self.so.gk_assessment_findings_json(assessment, c.byref(buffer))
                collect(json.loads(self.taken(buffer))["findings"], violated)
            results.append(Result(counts, violated))
        self.so.gk_batch_free(batch)
        return results

    def refusal(self, rows: Rows, rules: Sequence[str]) -> Optional[Tuple[int, int]]:
        """The row and the cell that hold a number out of range; None where the rows are accepted."""
        status, batch = self.batch(rows, rules, True)
        if status == RANGE:
            error = self.last_error()
            return error.row, error.cell
        self.so.gk_batch_free(batch)
        return None

    def faults(self, edition: str, values: Values) -> list:
        report, buffer = c.c_void_p(), c.c_void_p()
        self.so.gk_report_new(EDITION[edition], c.byref(report))
        for key, value in values.items():
            if value is not None:
                self.so.gk_report_set_by_key(report, key.encode(), c.c_int64(value))
        dossier = Dossier(struct_size=c.sizeof(Dossier), report=report)
        self.so.gk_dossier_localize_json(c.byref(dossier), 0, c.byref(buffer))
        self.so.gk_report_free(report)
        return json.loads(self.taken(buffer))["faults"]


def collect(findings: list, into: List[tuple]) -> None:
    """Findings of one cause stand in the strongest of them."""
    for finding in findings:
        cells = tuple(cell["key"] for cell in finding["cells"])
        bounds = (finding["left_is_bound"], finding["right_is_bound"])
        into.append((finding["rule"], cells) + tuple(map(number, map(finding.get, ("left", "right", "difference")))) + (bounds,))
        collect(finding.get("same_cause", ()), into)


def number(side: object) -> object:
    """Money is a text in yuan with two decimals."""
    return int(side.replace(".", "")) if isinstance(side, str) else side
