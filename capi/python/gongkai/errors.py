"""What the library could not do, as exceptions: one for each code of gongkai.h."""

from typing import Any, Dict, Optional, Tuple, Type

from . import _names, _native


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
        self.cell: Optional[str] = _names.keys[info.cell] if info.cell >= 0 else None

    def __str__(self) -> str:
        return self.message_en

    def __reduce__(self) -> Tuple[Any, ...]:
        cell = -1 if self.cell is None else _names.indexes[self.cell]
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


exceptions: Dict[str, Type[Error]] = {
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


def exception_for(info: _native.ErrorInfo) -> Error:
    return exceptions.get(_native.status_name(info.code), Error)(info)


_native.exception_for = exception_for
