"""Many files as columns: a stream of Arrow record batches, which pyarrow, polars and DuckDB take without a copy."""

import ctypes
import os
import sys
from ctypes import POINTER, Structure, c_char, c_char_p, c_int, c_void_p
from typing import TYPE_CHECKING, Any, Dict, Iterable, Iterator, List, Mapping, NamedTuple, Optional, Sequence, Union

from . import _names, _native, _values
from ._sources import Path
from .assessment import check_options
from .batch import Item, _data_of, _File, _files_of
from .errors import Error
from .reading import Limits, read_options

if TYPE_CHECKING:
    import pandas

_keep_all = 3  # assessments and readings


class _Stream(Structure):
    """ArrowArrayStream of the C stream interface (arrow.apache.org/docs/format/CStreamInterface.html)."""


_get: Any = ctypes.CFUNCTYPE(c_int, POINTER(_Stream), c_void_p)
_error: Any = ctypes.CFUNCTYPE(c_void_p, POINTER(_Stream))
_release: Any = ctypes.CFUNCTYPE(None, POINTER(_Stream))
_Stream._fields_ = [
    ("get_schema", _get),
    ("get_next", _get),
    ("get_last_error", _error),
    ("release", _release),
    ("private_data", c_void_p),
]

_failed = 5  # EIO
_streams: Dict[int, "_Running"] = {}  #: those that somebody still reads, by their private_data


class _Batch(NamedTuple):
    handle: _native.Handle
    files: List[bytes]
    problems: List[Optional[bytes]]  #: why a file's bytes could not be had


def _no_files() -> _Batch:
    return _Batch(_native.inputs_check([], None, None, 1, _keep_all), [], [])


class _Running:
    """A stream that is being read."""

    def __init__(self, columns: "Columns") -> None:
        self.columns = columns
        self.batches = columns._batches()
        self.message = b""

    def told(self, error: BaseException) -> int:
        self.message = str(error).encode("utf-8", "replace")
        return _failed


# Nothing may pass through the reader's frames.


def _get_schema(stream: Any, out: int) -> int:
    running = _streams[stream.contents.private_data]
    try:
        running.columns._export(_no_files(), out, None)
    except BaseException as error:
        return running.told(error)
    return 0


def _get_next(stream: Any, out: int) -> int:
    running = _streams[stream.contents.private_data]
    try:
        batch = next(running.batches, None)
        if batch is None:
            ctypes.memset(out, 0, _native.arrow_array_size)  # a released array ends the stream
        else:
            running.columns._export(batch, None, out)
    except BaseException as error:
        return running.told(error)
    return 0


def _last_error(stream: Any) -> Optional[int]:
    message = _streams[stream.contents.private_data].message
    return ctypes.cast(c_char_p(message), c_void_p).value if message else None


def _release_stream(stream: Any) -> None:
    _streams.pop(stream.contents.private_data, None)
    stream.contents.release = _release()


# One of each for all streams: what is freed by its own call must not be the call.
_functions = (_get(_get_schema), _get(_get_next), _error(_last_error), _release(_release_stream))


def _new_stream(columns: "Columns") -> _Stream:
    running = _Running(columns)
    _streams[id(running)] = running
    return _Stream(*_functions, id(running))


_capsule_name = b"arrow_array_stream"
_destructor: Any = ctypes.PYFUNCTYPE(None, c_void_p)
_new_capsule = ctypes.pythonapi.PyCapsule_New
_new_capsule.restype = ctypes.py_object
_new_capsule.argtypes = [c_void_p, c_char_p, _destructor]
_capsule_pointer = ctypes.pythonapi.PyCapsule_GetPointer
_capsule_pointer.restype = c_void_p
_capsule_pointer.argtypes = [c_void_p, c_char_p]


def _forget(capsule: int) -> None:
    """Of a capsule that nobody took the stream out of."""
    address = _capsule_pointer(capsule, _capsule_name)
    stream = ctypes.cast(address, POINTER(_Stream))
    if stream.contents.release:
        stream.contents.release(stream)
    _capsules.pop(address, None)


_forgets = _destructor(_forget)
_capsules: Dict[int, _Stream] = {}  #: the structs that capsules point to


class Columns:
    """Reports, or findings, as a table of columns that is made while it is read: files in pieces of `batch_size`, so
    that memory does not grow with their number. Each pass reads the files anew.

        pyarrow.table(columns)      polars.DataFrame(columns)      duckdb.sql("from columns")
    """

    __slots__ = ("_batch_size", "_checking", "_files", "_is_findings", "_jobs", "_language", "_names", "_reading")

    def __init__(
        self,
        files: Sequence[_File],
        names: Optional[List[bytes]],
        is_findings: bool,
        reading: Any,
        checking: Any,
        language: str,
        jobs: int,
        batch_size: int,
    ) -> None:
        self._files = files
        self._names = names
        self._is_findings = is_findings
        self._reading = reading
        self._checking = checking
        self._language = language
        self._jobs = jobs
        self._batch_size = batch_size

    def __len__(self) -> int:
        """How many files."""
        return len(self._files)

    def __repr__(self) -> str:
        return f"<gongkai.Columns: {'findings' if self._is_findings else 'reports'} of {len(self)} files>"

    @property
    def findings(self) -> "Columns":
        """A row for each finding in the same files: report (its row in the piece it was read in), file, rule, severity,
        cells, left, right, difference, message, place."""
        return Columns(
            self._files, None, True, self._reading, self._checking, self._language, self._jobs, self._batch_size
        )

    def _batches(self) -> "Iterator[_Batch]":
        for first in range(0, len(self._files), self._batch_size):
            files = self._files[first : first + self._batch_size]
            data = _data_of(files, self._jobs)
            inputs = [b"" if isinstance(of, Exception) else of for of in data]
            yield _Batch(
                _native.inputs_check(inputs, self._reading, self._checking, self._jobs, _keep_all),
                [os.fsencode(file.path).decode("utf-8", "replace").encode("utf-8") for file in files],
                [self._told(of) if isinstance(of, Exception) else None for of in data],
            )

    def _told(self, problem: Union[OSError, Error]) -> bytes:
        if isinstance(problem, Error):
            return (problem.message_en if self._language == "en" else problem.message_zh).encode("utf-8")
        return str(problem).encode("utf-8", "replace")

    def _export(self, batch: _Batch, schema: Optional[int], array: Optional[int]) -> None:
        language = _names.language_number(self._language)
        _native.batch_export(
            self._is_findings, batch.handle, batch.files, batch.problems, self._names, language, schema, array
        )

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The stream, as the Arrow PyCapsule interface has it. A schema that is asked for is not cast to."""
        if "pyarrow" in sys.modules:  # where an exception passes a reader, ctypes could not release the stream
            return self._in_pyarrow().__arrow_c_stream__()
        stream = _new_stream(self)
        address = ctypes.addressof(stream)
        _capsules[address] = stream
        return _new_capsule(address, _capsule_name, _forgets)

    def _in_pyarrow(self) -> Any:
        import pyarrow

        def batches() -> "Iterator[pyarrow.RecordBatch]":
            schema, array = (c_char * _native.arrow_schema_size)(), (c_char * _native.arrow_array_size)()
            at_schema, at_array = ctypes.addressof(schema), ctypes.addressof(array)
            for batch in self._batches():
                self._export(batch, at_schema, at_array)
                yield pyarrow.RecordBatch._import_from_c(at_array, at_schema)

        schema = (c_char * _native.arrow_schema_size)()
        self._export(_no_files(), ctypes.addressof(schema), None)
        whole = pyarrow.Schema._import_from_c(ctypes.addressof(schema))
        return pyarrow.RecordBatchReader.from_batches(whole, batches())

    def to_pandas(self) -> "pandas.DataFrame":
        """A pandas.DataFrame; needs pyarrow. Counts are Int64, in which a blank is <NA>, amounts and texts are of
        Arrow's types: no column is of objects."""
        import pandas
        import pyarrow

        def kind(of: Any) -> Any:
            numbers = {
                pyarrow.int64(): pandas.Int64Dtype(),
                pyarrow.int32(): pandas.Int32Dtype(),
                pyarrow.int8(): pandas.Int8Dtype(),
            }
            return numbers.get(of, pandas.ArrowDtype(of))

        return pyarrow.table(self).to_pandas(types_mapper=kind)


def read_many(
    paths: Union[Path, Iterable[Item]],
    *,
    columns: Optional[Sequence[str]] = None,
    jobs: int = 0,
    batch_size: int = 64,
    blanks: str = "as_zero",
    language: str = "zh",
    only: Union[str, Iterable[str]] = (),
    skip: Union[str, Iterable[str]] = (),
    severities: Optional[Mapping[str, str]] = None,
    level: Optional[str] = None,
    kind: Optional[str] = None,
    coverage: Optional[str] = None,
    limits: Optional[Limits] = None,
) -> Columns:
    """Files, and all files in folders, as a table of a row for each: file, authority, level, kind, year, edition,
    published, errors, warnings, infos, problem (why it could not be opened or read), and every cell by its key;
    null where a cell is blank or was not read.

        gongkai.read_many("reports/").to_pandas()

    columns: the names of those wanted, in their order; also the states of cells, "requests.received.total.state"
    (numbers of GK_STATE_: 2 blank, 3 read, 4 not to be read, 5 inferred). Nothing is read before a reader asks for it.
    The other arguments are those of check_many()."""
    if batch_size < 1:
        raise ValueError("batch_size must be at least 1")
    names = None if columns is None else [name.encode("utf-8") for name in columns]
    result = Columns(
        _files_of(paths),
        names,
        False,
        read_options(None, "", level, kind, coverage, None, None, limits),
        check_options(blanks, language, only, skip, severities),
        language,
        _values.int32(jobs, "jobs"),
        batch_size,
    )
    result._export(_no_files(), None, None)  # that there are such columns
    return result
