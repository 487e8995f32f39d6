"""Programs that were compiled against the header of the first day of this SOVERSION (capi/abi/SONAME.h), and against
older ones, in which structs that grew before lack their last members, run with the library of today. A struct that
grows and whose first size capi/border.hpp does not tell is found here: its old hosts would be refused.

Arguments: capi folder, library, C compiler, C++ compiler, the example report, flags for both..."""

import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent


def growing(header: str) -> "list[str]":
    """The structs that begin with struct_size."""
    return re.findall(r"typedef struct (\w+) \{\n(?:  /\*.*?\*/\n)?  size_t struct_size;", header)


def first_members(border: str) -> "dict[str, str]":
    """Of the structs that grew: the member that was the first to be added."""
    return dict(re.findall(r"first_size<(gk_\w+)> = offsetof\(\w+, (\w+)\)", border))


def parts_of(text: str, separator: str) -> "list[str]":
    """The parts of a list; what stands in braces or parentheses is whole."""
    parts, depth = [""], 0
    for character in text:
        depth += (character in "({") - (character in ")}")
        if character == separator and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def older(header: str, added: "dict[str, str]", count: int) -> str:
    """The header before the last `count` members of each struct that grew were added."""
    header = re.sub(r"/\*.*?\*/", "", header, flags=re.DOTALL)
    for name, first in added.items():
        body = re.search(rf"typedef struct {name} \{{(.*?)\}} {name};", header, flags=re.DOTALL).group(1)
        members = parts_of(body.rstrip().rstrip(";"), ";")
        names = [member.split()[-1].lstrip("*") for member in members]
        kept = max(names.index(first), len(members) - count)
        macro = re.search(rf"#define {name.upper()}_INIT (?:\\\n *)?\{{((?:.|\\\n)*?)\}}\n", header).group(1)
        values = parts_of(macro.replace("\\\n", " "), ",")
        header = header.replace(body, ";".join(members[:kept]) + ";\n").replace(macro, ",".join(values[:kept]))
    return header


def main() -> int:
    capi, library, c_compiler, cpp_compiler, report = sys.argv[1:6]
    flags = sys.argv[6:]
    soname = re.search(r"set\(GONGKAI_SOVERSION (\d+)\)", (pathlib.Path(capi) / "CMakeLists.txt").read_text()).group(1)
    first = (pathlib.Path(capi) / "abi" / f"libgongkai.so.{soname}.h").read_text(encoding="utf-8")
    host = (HERE / "old_host.c").read_text(encoding="utf-8")
    untried = [name for name in growing(first) if not re.search(rf"(FILLED|TAKEN)\({name}, {name.upper()}_INIT", host)]
    if untried or len(growing(first)) < 20:
        print("old_host.c does not try", untried)
        return 1
    rpath = "-Wl,-rpath," + str(pathlib.Path(library).absolute().parent)
    added = first_members((pathlib.Path(capi) / "border.hpp").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        header = pathlib.Path(folder) / "gongkai.h"
        header.write_text(first, encoding="utf-8")
        # The examples of the first header, as C and as C++.
        examples = [sys.executable, str(HERE / "header_examples.py"), folder, library]
        subprocess.run([*examples, c_compiler, cpp_compiler, report, *flags], check=True)
        tried = set()
        for count in range(30):
            text = older(first, added, count)
            if text in tried:
                break
            tried.add(text)
            header.write_text(text, encoding="utf-8")
            program = str(pathlib.Path(folder) / "host")
            command = [
                c_compiler,
                "-std=c99",
                "-Wall",
                "-Wextra",
                "-Werror",
                *flags,
                "-I",
                folder,
                rpath,
                "-o",
                program,
            ]
            subprocess.run([*command, str(HERE / "old_host.c"), library], check=True)
            ran = subprocess.run([program, report], stdout=subprocess.PIPE, check=False)
            if ran.returncode != 0:
                print(f"with the last {count} of what was added to structs away:\n{ran.stdout.decode()}")
                return 1
    print(f"hosts of the first day and of {len(tried) - 1} older headers run: {len(growing(first))} structs")
    return 0 if len(tried) > 1 else 1


if __name__ == "__main__":
    sys.exit(main())
