"""Prints gongkai/_form.pyi: the parts of the form with their members and types, for editors and type checkers.

    GONGKAI_LIBRARY=... PYTHONPATH=. python3 form_stub.py > gongkai/_form.pyi

The catalogue has all of it; tests/test_types.py holds the file to what this prints."""

import sys
from typing import Any, Dict, List

import gongkai
from gongkai import _names

HEAD = '''"""The parts of the form. Made by form_stub.py from the catalogue."""

from decimal import Decimal
from typing import Optional, Union

class Money:
    """An amount in yuan: a Decimal, or None where blank. An int or a text can be given, too."""

    def __get__(self, part: object, owner: object = ...) -> Optional[Decimal]: ...
    def __set__(self, part: object, value: Union[Decimal, int, str, None]) -> None: ...
'''


def _tree() -> Dict[str, Any]:
    """Parts within parts, down to the line that declares each member."""
    tree: Dict[str, Any] = {}
    for cell in gongkai.cells():
        *path, name = cell["key"].split(".")
        labels = [label["zh_2021"] or label["zh_2019"] for label in (cell["row"]["label"], cell["column"]["label"])]
        _part(tree, path)[name] = (f"{name}: {'Money' if cell['is_money'] else 'Optional[int]'}", "，".join(labels))
    for key in _names.fields:
        *path, name = key.split(".")
        _part(tree, path)[name] = (f"{name}: str", "")
    return tree


def _part(tree: Dict[str, Any], path: List[str]) -> Dict[str, Any]:
    for name in path:
        tree = tree.setdefault(name, {})
    return tree


def _class_name(path: List[str]) -> str:
    return "".join(word.capitalize() for name in path for word in name.split("_")) or "Form"


def _classes(path: List[str], part: Dict[str, Any]) -> List[str]:
    """The part's class, behind those of the parts within it."""
    result: List[str] = []
    lines = [f"class {_class_name(path)}:"]
    for name, member in part.items():
        if isinstance(member, tuple):
            declaration, label = member
            lines.append(f"    {declaration}" + (f'\n    """{label}"""' if label else ""))
        else:
            result += _classes([*path, name], member)
            lines += ["    @property", f"    def {name}(self) -> {_class_name([*path, name])}: ..."]
    return [*result, "\n".join(lines)]


def stub() -> str:
    """The text of the file."""
    return "\n".join([HEAD, *(text + "\n" for text in _classes([], _tree()))])


if __name__ == "__main__":
    sys.stdout.write(stub())
