"""The names behind the numbers of gongkai.h: cells, texts, editions and constants, as the library has them."""

from typing import Dict, List, Optional, Sequence, Tuple

from . import _native

_all = _native.cell_keys()
keys: List[str] = [key for key, _ in _all]
indexes: Dict[str, int] = {key: index for index, key in enumerate(keys)}
is_money: List[bool] = [is_money for _, is_money in _all]
fields: List[str] = _native.field_keys()
editions: Dict[Optional[str], int] = {None: 0}
editions.update(_native.editions())
edition_names: Dict[int, Optional[str]] = {number: name for name, number in editions.items()}

levels: Tuple[Optional[str], ...] = (None, "national", "province", "prefecture", "county", "township")
kinds: Tuple[Optional[str], ...] = (None, "government", "department", "agency", "institution")
extents: Tuple[Optional[str], ...] = (None, "own", "territory")
severities: Tuple[str, ...] = ("info", "warning", "error")
_blanks: Tuple[str, ...] = ("as_zero", "unknown")
_languages: Tuple[str, ...] = ("zh", "en")
formats: Tuple[Optional[str], ...] = (None, "text", "html", "docx", "xlsx", "csv", "json", "pdf_layout")


def number_of(names: Sequence[Optional[str]], name: Optional[str], what: str) -> int:
    try:
        return names.index(name)
    except ValueError:
        raise ValueError(f"{what} must be one of {', '.join(map(repr, names))}, and is {name!r}") from None


def edition_number(edition: Optional[str]) -> int:
    if edition not in editions:
        raise ValueError(f"edition must be one of {', '.join(map(repr, editions))}, and is {edition!r}")
    return editions[edition]


def blanks_number(blanks: str) -> int:
    return number_of(_blanks, blanks, "blanks")


def language_number(language: str) -> int:
    return number_of(_languages, language, "language") + 1  # 0 is for a caller who does not say


def index_of(key: object) -> int:
    index = indexes.get(key) if isinstance(key, str) else None
    if index is None:
        if isinstance(key, str) and "\0" not in key:
            return _native.cell_find(key)  # says which keys are near
        raise KeyError(key)
    return index
