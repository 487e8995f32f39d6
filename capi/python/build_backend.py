"""Builds the wheel (PEP 517): the package as it stands, and libgongkai inside.

The library is the file that GONGKAI_LIBRARY names; without that, CMake builds it from the sources around this folder,
with libstdc++ inside. Nothing is downloaded."""

import base64
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from typing import Any, Dict, List, Optional

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCES = os.path.dirname(os.path.dirname(HERE))
PACKAGE = "gongkai"
LIBRARY = "libgongkai.so.0"


def _version() -> str:
    """The version is stated once, in CMakeLists.txt."""
    with open(os.path.join(SOURCES, "CMakeLists.txt"), encoding="utf-8") as file:
        found = re.search(r"project\(gongkai VERSION ([0-9.]+)", file.read())
    if found is None:
        raise RuntimeError("no version in CMakeLists.txt: build from the source tree")
    return found.group(1)


def _build_library(folder: str) -> str:
    override = os.environ.get("GONGKAI_LIBRARY")
    if override:
        return override
    for tool in ("cmake", "c++"):
        if shutil.which(tool) is None:
            raise RuntimeError(f"{tool} is needed to build libgongkai; or set GONGKAI_LIBRARY to a built one")
    off = ("CLI", "TESTS", "EXAMPLES", "BENCHMARKS")
    configure = ["cmake", "-S", SOURCES, "-B", folder, "-DCMAKE_BUILD_TYPE=Release", "-DGONGKAI_STATIC_RUNTIME=ON"]
    configure += ["-DGONGKAI_BUILD_CAPI=ON", "-DGONGKAI_INSTALL=OFF", "-DGONGKAI_WERROR=OFF"]
    subprocess.run(configure + [f"-DGONGKAI_BUILD_{name}=OFF" for name in off], check=True, stdout=sys.stderr)
    subprocess.run(
        ["cmake", "--build", folder, "--target", "gongkai_capi", "--parallel", str(os.cpu_count() or 1)],
        check=True,
        stdout=sys.stderr,
    )
    library = os.path.join(folder, "capi", LIBRARY)
    if shutil.which("strip") is not None:
        stripped = os.path.join(folder, LIBRARY)
        subprocess.run(["strip", "-o", stripped, library], check=True)
        return stripped
    return library


def _metadata() -> str:
    return "\n".join(
        [
            "Metadata-Version: 2.1",
            f"Name: {PACKAGE}",
            f"Version: {_version()}",
            "Summary: Annual reports on government information disclosure, read and checked",
            "License: Apache-2.0",
            "Requires-Python: >=3.8",
            "Provides-Extra: pandas",
            'Requires-Dist: pandas; extra == "pandas"',
            "Provides-Extra: progress",
            'Requires-Dist: tqdm; extra == "progress"',
            "",
        ]
    )


def _record_line(name: str, data: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode("ascii")
    return f"{name},sha256={digest},{len(data)}"


def get_requires_for_build_wheel(config_settings: Optional[Dict[str, Any]] = None) -> List[str]:
    return []


def build_wheel(
    wheel_directory: str, config_settings: Optional[Dict[str, Any]] = None, metadata_directory: Optional[str] = None
) -> str:
    # Who knows on which systems the library loads says so: capi/release.sh, by what capi/floor.sh holds it to.
    system = os.environ.get("GONGKAI_WHEEL_PLATFORM") or f"{platform.system().lower()}_{platform.machine()}"
    tag = f"py3-none-{system}"
    dist_info = f"{PACKAGE}-{_version()}.dist-info"
    files: Dict[str, bytes] = {}
    source = os.path.join(HERE, PACKAGE)
    for name in sorted(os.listdir(source)):
        if name.endswith((".py", ".pyi")) or name == "py.typed":
            with open(os.path.join(source, name), "rb") as file:
                files[f"{PACKAGE}/{name}"] = file.read()
    with tempfile.TemporaryDirectory() as folder:
        library = _build_library(folder)
        inside = "gongkai.dll" if library.endswith(".dll") else LIBRARY
        with open(library, "rb") as file:
            files[f"{PACKAGE}/{inside}"] = file.read()
        licences = os.path.join(os.path.dirname(library), "third-party.txt")  # of what is inside a released library
        if os.path.exists(licences):
            with open(licences, "rb") as file:
                files[f"{dist_info}/licenses/third-party.txt"] = file.read()
    with open(os.path.join(SOURCES, "LICENSE"), "rb") as file:
        files[f"{dist_info}/LICENSE"] = file.read()
    files[f"{dist_info}/METADATA"] = _metadata().encode("utf-8")
    files[f"{dist_info}/WHEEL"] = (
        f"Wheel-Version: 1.0\nGenerator: gongkai\nRoot-Is-Purelib: false\nTag: {tag}\n".encode("ascii")
    )
    record = f"{dist_info}/RECORD"
    lines = [_record_line(name, data) for name, data in files.items()] + [f"{record},,", ""]
    files[record] = "\n".join(lines).encode("utf-8")

    wheel = f"{PACKAGE}-{_version()}-{tag}.whl"
    with zipfile.ZipFile(os.path.join(wheel_directory, wheel), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))  # the same bytes from the same sources
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = (0o755 if name == f"{PACKAGE}/{inside}" else 0o644) << 16
            archive.writestr(info, data)
    return wheel


def build_sdist(sdist_directory: str, config_settings: Optional[Dict[str, Any]] = None) -> str:
    raise RuntimeError("the package is built from gongkai's source tree: there is no source distribution of it alone")
