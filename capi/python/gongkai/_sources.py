"""Where bytes come from: a path, bytes, a binary file; of a PDF its words."""

import os
from typing import IO, Union

from . import _pdf
from .errors import UnsupportedError

Path = Union[str, "os.PathLike[str]"]
Readable = Union[Path, bytes, bytearray, memoryview, IO[bytes]]


def bytes_of(source: Readable) -> bytes:
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
    except _pdf.PdfError as failure:
        raise UnsupportedError(failure.info) from None
