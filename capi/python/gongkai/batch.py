"""Many reports at once, on all processors: files, or rows of numbers."""

import operator
import os
import struct
from typing import (
    TYPE_CHECKING,
    Any,
    Callable,
    Iterable,
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
from ._sources import Contents, Path, bytes_of, held_bytes_of
from .assessment import Assessment, check_options
from .errors import Error, exception_for
from .reading import Limits, read_options
from .report import Report

if TYPE_CHECKING:
    import numpy


class Counts(NamedTuple):
    """How many findings there are, by severity."""

    errors: int
    warnings: int
    infos: int


class Checked:
    """What became of one file of check_many(): a report and its assessment, or an error.

    A pickled one has the report without its document, and the assessment as it is pickled."""

    __slots__ = ("_batch", "_index", "_language", "_pickled", "counts", "error", "path")

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
        self._pickled: Optional[Tuple[str, str]] = None  #: report and assessment, in place of the batch

    @classmethod
    def _again(
        cls, path: str, counts: Counts, error: Optional[Exception], language: str, pickled: Optional[Tuple[str, str]]
    ) -> "Checked":
        checked = cls(path, counts, error, None, 0, language)
        checked._pickled = pickled
        return checked

    def __reduce__(self) -> Tuple[Any, ...]:
        pickled = self._pickled
        if self._batch is not None and self.error is None:
            pickled = (self.report.to_json(), self.assessment.to_json())
        return Checked._again, (self.path, self.counts, self.error, self._language, pickled)

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
        if self._pickled is not None:
            return Report.from_json(self._pickled[0])
        reading = _native.batch_reading(self._kept(), self._index)
        return Report._from(_native.reading_report(reading), reading)

    @property
    def assessment(self) -> Assessment:
        """What was found. Raises the error where there is no report."""
        if self._pickled is not None:
            return Assessment._from_json(self._pickled[1], self._language)
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


class _File(NamedTuple):
    """A file to read, or a folder that could not be looked into."""

    path: str
    problem: Optional[OSError]
    contents: Contents = None  #: what is in it, where that was given


#: A file, a folder, or a file as a pair: its name, and what is in it.
Item = Union[Path, Tuple[str, Contents]]


def _files_of(paths: Union[Path, Iterable[Item]]) -> List[_File]:
    """The files named, and those below the folders named, by name; as the program does it, hidden ones are left out and
    links to folders are not followed."""
    files: List[_File] = []
    for path in [paths] if isinstance(paths, (str, os.PathLike)) else paths:
        if isinstance(path, tuple):
            files.append(_File(path[0], None, b"" if path[1] is None else path[1]))
            continue
        name = os.fspath(path)
        files += _files_below(name) if os.path.isdir(name) else [_File(name, None)]
    return files


def _files_below(folder: str) -> List[_File]:
    files: List[_File] = []

    def closed(error: OSError) -> None:
        files.append(_File(error.filename, error))

    for here, folders, names in os.walk(folder, onerror=closed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = [os.path.join(here, name) for name in names if not name.startswith(".")]
        files.extend(_File(path, None) for path in paths if os.path.isfile(path))
    return sorted(files, key=lambda file: file.path)


def _data_of(files: Sequence[_File], jobs: int) -> "List[Union[bytes, _native.Array, OSError, Error]]":
    """The bytes of files, of PDFs their words, read on so many threads: the time goes into pdftotext."""

    def data_of(file: _File) -> Union[bytes, _native.Array, OSError, Error]:
        if file.problem is not None:
            return file.problem
        try:
            return bytes_of(file.path) if file.contents is None else held_bytes_of(file.contents)
        except (OSError, Error) as error:
            return error

    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(max_workers=min(len(files), jobs if jobs > 0 else os.cpu_count() or 1)) as pool:
        return list(pool.map(data_of, files))


def check_many(
    paths: Union[Path, Iterable[Item]],
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
    """Reads and checks files, and all files in folders, on `jobs` threads (0: one for each processor), in the order
    given. A file that cannot be read is a result with an error and stops nothing.

    paths: one, or several. Of a folder all files are read, also those of folders in it, by name; not the hidden ones.
    What is in memory already is given as pairs of a name and bytes: check_many([("a.html", page), …]).

    progress: True for a bar (with tqdm installed), or a function that is called with the numbers of files done and in
    all. keep=False keeps only the counts, for folders that would not fit into memory. The other arguments are those of
    Report.check() and read()."""
    files = _files_of(paths)
    options = check_options(blanks, language, only, skip, severities)
    hints = read_options(None, "", level, kind, coverage, None, None, limits)
    threads = _values.int32(jobs, "jobs")
    advance = _progress_bar(progress, len(files))
    results: List[Checked] = []
    for first in range(0, len(files), _files_at_a_time):
        piece = _data_of(files[first : first + _files_at_a_time], threads)
        inputs = [data for data in piece if not isinstance(data, Exception)]
        batch = _native.inputs_check(inputs, hints, options, threads, _keep_all if keep else 0)
        summaries = list(_summary.iter_unpack(_native.batch_summaries(batch)))
        index = 0
        for (name, _, _), data in zip(files[first:], piece):
            if isinstance(data, Exception):
                results.append(Checked(name, Counts(0, 0, 0), data, None, 0, language))
                continue
            status, errors, warnings, infos = summaries[index]
            failure = exception_for(_native.batch_error(batch, index)) if status != 0 else None
            results.append(
                Checked(name, Counts(errors, warnings, infos), failure, batch if keep else None, index, language)
            )
            index += 1
        advance(len(results), len(files))
    return results


class RowResults(Closing, Sequence[Counts]):
    """What check_rows() found: for each row how many errors, warnings and infos."""

    __slots__ = ("_bytes", "_language")

    def __init__(self, handle: _native.Handle, language: str) -> None:
        self._handle = handle
        self._language = language
        self._bytes = _native.batch_summaries(handle)

    def __len__(self) -> int:
        return len(self._bytes) // _summary.size

    @overload
    def __getitem__(self, index: int) -> Counts: ...
    @overload
    def __getitem__(self, index: slice) -> List[Counts]: ...
    def __getitem__(self, index: Union[int, slice]) -> Union[Counts, List[Counts]]:
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

    def to_numpy(self) -> "numpy.ndarray[Any, Any]":
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
    options = check_options(blank_policy, language, only, skip, severities)
    numbers = _native.array_of(cells, "q", "cells")
    rows, rest = divmod(numbers.size, len(_names.keys))
    if rest or numbers.columns not in (0, len(_names.keys)):
        raise ValueError(f"cells must have {len(_names.keys)} numbers in each row")

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
        _names.edition_number(edition),
        _values.int32(year or 0, "year"),
        options,
        _values.int32(jobs, "jobs"),
        _keep_assessments if keep else 0,
    )
    return RowResults(handle, language)
