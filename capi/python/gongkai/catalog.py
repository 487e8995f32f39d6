"""What the form asks for and what is checked, as the library says it."""

from typing import Any, Dict, List

from . import _native, _values


def cells() -> List[Dict[str, Any]]:
    """Every cell of the form: its key, labels in both editions, unit, legal basis and position."""
    result: List[Dict[str, Any]] = _values.parsed(_native.cells_json())["cells"]
    return result


def rules() -> List[Dict[str, Any]]:
    """Every rule: its id, severity, statement, ground and citation in Chinese and English."""
    result: List[Dict[str, Any]] = _values.parsed(_native.rules_json())["rules"]
    return result
