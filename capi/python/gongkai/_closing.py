"""Objects that hold one of the library's."""

from typing import TypeVar

from . import _native

Self = TypeVar("Self", bound="Closing")


class Closing:
    """An object of the library: freed when collected, by close(), or at the end of a `with`."""

    __slots__ = ("_handle",)
    _handle: _native.Handle

    def close(self) -> None:
        """Frees it now. Whatever is asked of it afterwards raises ArgumentError."""
        self._handle.close()

    def __enter__(self: Self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
