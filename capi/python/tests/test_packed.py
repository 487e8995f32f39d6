"""The package works out of a ZIP file, which is how engines ship it."""

import os
import pathlib
import subprocess
import sys
import zipfile

import gongkai
from gongkai import _native


def test_a_wheel_on_the_path_is_imported_with_the_library_in_it(tmp_path: pathlib.Path) -> None:
    with zipfile.ZipFile(tmp_path / "gongkai.zip", "w") as packed:
        for module in pathlib.Path(gongkai.__file__).parent.glob("*.py"):
            packed.write(module, f"gongkai/{module.name}")
        packed.write(os.path.realpath(_native.PATH), f"gongkai/{_native.LIBRARY}")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    environment = dict(os.environ, PYTHONPATH="./gongkai.zip", TMPDIR=str(temporary))  # Spark's workers: relative
    environment.pop("GONGKAI_LIBRARY", None)
    program = "import gongkai; print(gongkai.__file__, len(gongkai.cells()))"
    told = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, stdout=subprocess.PIPE, check=True
    ).stdout.decode()
    assert "gongkai.zip" in told
    assert told.split()[-1] == str(len(gongkai.cells()))
    assert list(temporary.iterdir()) == []
