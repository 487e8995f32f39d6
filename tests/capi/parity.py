"""Checks that header = version script = exports of the library = Python prototypes = what the C++ wrapper calls, and
what the library needs.

Arguments: capi folder, library, C compiler. Fails where it finds nothing to compare."""

import ctypes
import os
import re
import subprocess
import sys
from typing import Any, Dict, List, Tuple

# libxml2 is the one parser that is not linked in: it would bring ICU and more with it.
ALLOWED_NEEDS = {"libc.so", "libm.so", "libxml2.so", "libstdc++.so", "libgcc_s.so"}
ALLOWED_NEEDS |= {"ld-linux-x86-64.so", "ld-linux-aarch64.so"}
SANITIZERS = {"libasan.so", "libubsan.so", "libtsan.so"}
failures: List[str] = []


def expect(holds: bool, what: str) -> None:
    if not holds:
        failures.append(what)


def same(what: str, a: List[Any], b: List[Any], what_a: str, what_b: str) -> None:
    expect(len(a) > 0, f"{what}: {what_a} has none")
    for name in a:
        expect(name in b, f"{what}: {name} is in {what_a}, not in {what_b}")
    for name in b:
        expect(name in a, f"{what}: {name} is in {what_b}, not in {what_a}")
    expect(a == b or sorted(map(str, a)) != sorted(map(str, b)), f"{what}: {what_a} and {what_b} differ in order")


def output(*command: str) -> str:
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.decode()


def c_type(declaration: str, native: Any) -> Any:
    """The ctypes type of a parameter or a result in C."""
    words = re.sub(r"\bconst\b|GK_API", " ", declaration)
    stars = words.count("*")
    words = words.replace("*", " ").split()
    name = words[0]
    base = {
        "void": None,
        "char": ctypes.c_char,
        "size_t": ctypes.c_size_t,
        "int32_t": ctypes.c_int32,
        "uint32_t": ctypes.c_uint32,
        "int64_t": ctypes.c_int64,
        "uint8_t": ctypes.c_uint8,
        "gk_status": ctypes.c_int32,
        "struct": None,  # ArrowSchema and ArrowArray, which are the caller's
    }
    kind = base[name] if name in base else getattr(native, name)
    if stars and name == "char":
        kind, stars = ctypes.c_char_p, stars - 1
    elif stars and name in ("void", "struct"):
        kind, stars = ctypes.c_void_p, stars - 1
    for _ in range(stars):
        kind = ctypes.POINTER(kind)
    return kind


def functions(header: str, native: Any) -> Dict[str, Tuple[Any, List[Any]]]:
    result = {}
    for kind, name, parameters in re.findall(r"GK_API\s+([\w\s*]+?)\s*\b(gk_\w+)\(([^)]*)\);", header):
        listed = [] if parameters.strip() == "void" else parameters.split(",")
        result[name] = (c_type(kind, native), [c_type(parameter, native) for parameter in listed])
    return result


def layout_in_python(struct: Any) -> List[str]:
    """Its size, and offset and size of each member."""
    members = [getattr(struct, field[0]) for field in struct._fields_]
    return [str(ctypes.sizeof(struct)), *(f"{member.offset} {member.size}" for member in members)]


def main() -> int:
    capi, library, compiler = sys.argv[1:]
    sys.path.insert(0, os.path.join(capi, "python"))
    os.environ["GONGKAI_LIBRARY"] = os.path.abspath(library)
    sys.path.insert(0, os.path.join(capi, "abi"))
    import values

    from gongkai import _native, errors

    with open(os.path.join(capi, "gongkai.h"), encoding="utf-8") as file:
        header = values.without_comments(file.read())
    with open(os.path.join(capi, "gongkai.map"), encoding="utf-8") as file:
        version_script = re.sub(r"#.*", "", file.read())

    declared = functions(header, _native)
    names = list(declared)
    expect(len(names) == header.count("GK_API ") - header.count("#define GK_API "), "a declaration was not understood")
    in_map = re.findall(r"\b(gk_\w+);", version_script)
    same("functions", names, in_map, "gongkai.h", "gongkai.map")
    same("functions", names, list(_native.PROTOTYPES), "gongkai.h", "_native.py")
    for name in names:
        expect(declared[name] == _native.PROTOTYPES.get(name), f"{name}: _native.py has other types than gongkai.h")

    with open(os.path.join(capi, "gongkai_c.hpp"), encoding="utf-8") as file:
        wrapped = re.findall(r"\b(gk_\w+)\(", re.sub(r"//.*", "", file.read()))
    same("functions", sorted(names), sorted(set(wrapped)), "gongkai.h", "gongkai_c.hpp")

    exported = []
    for line in output("nm", "-D", "--defined-only", library).splitlines():
        kind, name = line.split()[-2:]
        if kind != "A":  # the version node itself
            exported.append(name.split("@")[0])
    same("functions", sorted(names), sorted(exported), "gongkai.h", "nm -D")

    elf = output("readelf", "-d", library)
    soname = re.search(r"SONAME.*\[(.*)\]", elf)
    abi = re.search(r"#define GK_ABI_VERSION (\d+)", header)
    expect(abi is not None and soname is not None, "no GK_ABI_VERSION or no SONAME")
    if abi and soname:
        number = int(abi.group(1))
        expect(soname.group(1) == f"libgongkai.so.{number}", f"SONAME is {soname.group(1)}, GK_ABI_VERSION {number}")
        expect(number == _native.ABI_VERSION == _native._lib.gk_abi_version(), "ABI_VERSION differs")
        expect(f"GONGKAI_{number} {{" in version_script, "the version node has another number")
    needs = [re.sub(r"\.so.*", ".so", name) for name in re.findall(r"NEEDED.*\[(.*)\]", elf)]
    expect(len(needs) > 0, "the library needs nothing, not even libc")
    for need in needs:
        expect(need in ALLOWED_NEEDS | SANITIZERS, f"the library needs {need}")

    plain = values.structs(header)
    in_python = [name for name, kind in vars(_native).items() if name.startswith("gk_") and hasattr(kind, "_fields_")]
    same("structs", sorted(plain), sorted(in_python), "gongkai.h", "_native.py")
    os.environ["CC"] = compiler
    in_c = values.values(os.path.join(capi, "gongkai.h"))
    for name, fields in plain.items():
        struct = getattr(_native, name)
        same(name, fields, [field[0] for field in struct._fields_], "gongkai.h", "_native.py")
        layout = [in_c[name].replace(values.OR_MORE, ""), *(in_c[f"{name}.{field}"] for field in fields)]
        expect(layout == layout_in_python(struct), f"{name}: another layout in _native.py than in C")

    codes = {name: int(number) for name, number in re.findall(r"#define (GK_E_\w+) (\d+)", header)}
    same("codes", sorted(codes), sorted(errors.exceptions), "gongkai.h", "the exceptions of the package")
    expect(len(set(codes.values())) == len(codes), "two codes have one value")
    for name, number in codes.items():
        expect(_native.status_name(number) == name, f"gk_status_name({number}) is not {name}")
        info = _native.ErrorInfo(number, "", "", _native.Place(), -1, -1)
        error = errors.exception_for(info)
        expect(type(error) is errors.exceptions[name], f"{name} gives {type(error)}")
        expect(number < 20 or isinstance(error, ValueError), f"{name} is about a document and no ValueError")

    for failure in failures:
        print(failure)
    compared = f"{len(names)} functions, {len(plain)} structs, {len(codes)} codes, {len(needs)} libraries needed"
    print(f"{compared}; {len(failures)} differences")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
