"""Values as Python has them and as the library stores them: counts, and money in yuan and in 分."""

import operator
from decimal import Decimal, InvalidOperation
from typing import Any, Mapping, Optional, Union

from . import _names
from ._native import Place

Value = Union[int, Decimal, None]


def parsed(text: Union[str, bytes]) -> Any:
    """What JSON says; the parser is imported when there is some."""
    import json

    return json.loads(text)


def within(number: int, limit: int, what: str) -> int:
    # ctypes wraps a number that is too large, silently.
    if not -limit <= number < limit:
        raise ValueError(f"{what} lies beyond what can be stored: {number}")
    return number


def int32(number: object, what: str) -> int:
    return within(operator.index(number), 1 << 31, what)  # type: ignore[arg-type]


def stored(index: int, value: object) -> Optional[int]:
    """The number that the library stores for a value: a count, or 分."""
    key = _names.keys[index]
    if value is None:
        return None
    if isinstance(value, bool):
        raise TypeError(f"{key}: a number or None is wanted, not {value!r}")
    if not _names.is_money[index]:
        return within(operator.index(value), 1 << 63, key)  # type: ignore[arg-type]
    if isinstance(value, float):
        raise TypeError(f"{key}: money is exact; give yuan as decimal.Decimal, int or str, not as float")
    try:
        yuan = Decimal(value if isinstance(value, (Decimal, str)) else operator.index(value))  # type: ignore[arg-type]
    except InvalidOperation:
        raise ValueError(f"{key}: not an amount of money: {value!r}") from None
    if not yuan.is_finite():
        raise ValueError(f"{key}: not an amount of money: {value!r}")
    sign, digits, exponent = yuan.as_tuple()
    assert isinstance(exponent, int)
    if len(digits) + abs(exponent) > 400:
        raise ValueError(f"{key}: {value!r} lies beyond what can be stored")
    magnitude = int("".join(map(str, digits)))
    if exponent + 2 >= 0:
        fen = magnitude * 10 ** (exponent + 2)
    else:
        fen, rest = divmod(magnitude, 10 ** -(exponent + 2))
        if rest:
            raise ValueError(f"{key}: {value!r} is not a whole number of 分")
    return within(-fen if sign else fen, 1 << 63, key)


def shown(index: int, number: Optional[int]) -> Value:
    if number is None or not _names.is_money[index]:
        return number
    return yuan(number)


def yuan(number: int) -> Decimal:
    return Decimal(number).scaleb(-2)


def value_from_json(value: Union[int, str, None]) -> Value:
    return Decimal(value) if isinstance(value, str) else value


_place_members = operator.itemgetter(*Place._fields)


def place_from_json(place: Mapping[str, int]) -> Place:
    return Place._make(_place_members(place))
