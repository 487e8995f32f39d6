"""Where bytes come from: a path, bytes, a binary file; of a PDF its words."""

import os
from typing import IO, Any, Union

from . import _native
from .errors import UnsupportedError

Path = Union[str, "os.PathLike[str]"]
Contents = Any  #: bytes, or anything with the buffer protocol
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


def held_bytes_of(source: Any) -> Union[bytes, _native.Array]:
    """Of anything with the buffer protocol; an Arrow buffer stays where it is, unless it may be a PDF."""
    if isinstance(source, bytes):
        return _words_of(source)
    address = getattr(source, "address", None)
    if isinstance(address, int) and not _may_be_pdf(source):
        return _native.Array(address, source.size, 0, source)
    return _words_of(bytes(source))


def _may_be_pdf(data: Contents) -> bool:
    return b"%PDF-" in bytes(memoryview(data)[:1024])


def _words_of(data: bytes) -> bytes:
    if not _may_be_pdf(data):
        return data
    from . import _pdf  # what runs programs is a quarter of what an import would cost

    try:
        return _pdf.words_of(data)
    except _pdf.PdfError as failure:
        raise UnsupportedError(failure.info) from None
