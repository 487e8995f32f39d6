"""What editors and type checkers are told is what the library has."""

import importlib.util
import inspect
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Iterator, List, Tuple

import pytest

import gongkai

HERE = Path(__file__).parent
PACKAGE = Path(gongkai.__file__).parent


def test_the_stub_is_that_of_the_catalogue() -> None:
    """Where the catalogue has changed: python3 form_stub.py > gongkai/_form.pyi."""
    source = HERE.parent / "form_stub.py"
    spec = importlib.util.spec_from_file_location("form_stub", source)
    assert spec is not None
    assert spec.loader is not None
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    text = module.stub()
    assert (PACKAGE / "_form.pyi").read_text(encoding="utf-8") == text
    declared = text.count(": Optional[int]\n") + text.count(": Money\n")
    assert declared == len(gongkai.cells())


def test_mypy_finds_the_types_and_the_mistakes(tmp_path: Path) -> None:
    mypy = shutil.which("mypy", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    if mypy is None:
        pytest.skip("mypy is not installed")
    options = ["--strict", "--ignore-missing-imports", "--cache-dir", str(tmp_path / "cache")]
    options += ["--python-executable", sys.executable]
    from_the_tree = {"MYPYPATH": str(PACKAGE.parent)} if (PACKAGE.parent / "form_stub.py").exists() else {}
    done = subprocess.run(
        [mypy, *options, str(HERE / "typed_use.py")],
        env=dict(os.environ, **from_the_tree),
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout.splitlines()[-1:]) == (0, ["Success: no issues found in 1 source file"]), done


def _public_members() -> Iterator[Tuple[str, Any]]:
    for name in gongkai.__all__:
        thing = getattr(gongkai, name)
        yield name, thing
        for member, value in vars(thing).items() if inspect.isclass(thing) else ():
            if not member.startswith("_") and member not in getattr(thing, "_fields", ()):
                yield f"{name}.{member}", value.__func__ if isinstance(value, (classmethod, staticmethod)) else value


def test_every_public_member_has_a_docstring() -> None:
    members = [
        (name, thing)
        for name, thing in _public_members()
        if inspect.isclass(thing) or inspect.isfunction(thing) or isinstance(thing, property)
    ]
    assert len(members) > 80
    without: List[str] = [name for name, thing in members if not (thing.__doc__ or "").strip()]
    assert without == []
    for name in gongkai.__all__:
        assert getattr(gongkai, name).__module__ == "gongkai"
