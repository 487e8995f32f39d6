"""Proves that capi/abi/check.sh sees each kind of change that breaks hosts, and lets pass what may be added.

Arguments: capi folder, C++ compiler. Each change is made to a copy of gongkai.h, for which a library of empty functions
is compiled and compared with the checked-in description. Exit 77: abidiff is not installed."""

import os
import re
import subprocess
import sys
import tempfile
from typing import NamedTuple, Tuple

BREAKS, KEEPS = False, True


class Change(NamedTuple):
    name: str
    is_kept: bool  # what check.sh must say
    edits: Tuple[Tuple[str, str], ...]  # pattern -> replacement in gongkai.h, each found exactly once


def member(struct: str, declaration: str, to: str) -> Tuple[str, str]:
    """Changes a member's declaration: the last that matches in the struct."""
    return rf"(typedef struct {struct} \{{[^}}]*\n  ){declaration}", rf"\g<1>{to}"


def grown(struct: str) -> Tuple[str, str]:
    return rf"\}} {struct};", rf"  int64_t added;\n}} {struct};"


CHANGES = [
    Change("nothing", KEEPS, ()),
    Change("a function was added", KEEPS, ((r"(GK_API size_t gk_cell_count)", r"GK_API size_t gk_added(void);\n\1"),)),
    Change("a constant was added", KEEPS, ((r"(#define GK_OK 0)", r"#define GK_E_ADDED 6\n\1"),)),
    Change("a struct with struct_size grew at its end", KEEPS, (grown("gk_batch_options"),)),
    Change("a reserved member got a use", KEEPS, (member("gk_value", "int32_t reserved;", "int32_t used;"),)),
    Change("a reserved member was dropped", BREAKS, (member("gk_child", "int32_t reserved;", ""),)),
    Change("a struct has padding", BREAKS, ((r"\} gk_batch_options;", r"  int32_t added;\n} gk_batch_options;"),)),
    Change("a struct without struct_size grew", BREAKS, (grown("gk_value"),)),
    Change(
        "a member was inserted", BREAKS, (member("gk_value", "int32_t is_blank;", "int32_t added; int32_t is_blank;"),)
    ),
    Change(
        "a member was inserted into a struct with struct_size",
        BREAKS,
        (member("gk_counts", "size_t struct_size;", "size_t struct_size; int64_t added;"),),
    ),
    Change(
        "two members were swapped",
        BREAKS,
        (
            member("gk_value", "int32_t is_blank;", "int32_t swapped;"),
            member("gk_value", "int32_t reserved;", "int32_t is_blank;"),
            member("gk_value", "int32_t swapped;", "int32_t reserved;"),
        ),
    ),
    Change(
        "two members were swapped where another was added",
        BREAKS,
        (
            member("gk_coverage", "uint32_t held;", "uint32_t swapped;"),
            member("gk_coverage", "uint32_t violated;", "uint32_t held;"),
            member("gk_coverage", "uint32_t swapped;", "uint32_t violated;"),
            grown("gk_coverage"),
        ),
    ),
    Change("a member was renamed", BREAKS, (member("gk_summary", "uint32_t infos;", "uint32_t hints;"),)),
    Change("a member has another type", BREAKS, (member("gk_summary", "uint32_t infos;", "int32_t infos;"),)),
    Change("a member was removed", BREAKS, (member("gk_counts", "size_t waived;", ""),)),
    Change("an array is longer", BREAKS, (member("gk_place", r"uint32_t reserved\[2\];", "uint32_t reserved[3];"),)),
    Change("a function was removed", BREAKS, ((r"GK_API size_t gk_edition_count\(void\);", ""),)),
    Change(
        "a parameter has another type", BREAKS, ((r"(gk_report_set_blank\(gk_report\* report, )size_t", r"\1int32_t"),)
    ),
    Change("a parameter was added", BREAKS, ((r"(GK_API gk_status gk_batch_count\()", r"\1int32_t added, "),)),
    Change("a result has another type", BREAKS, ((r"GK_API size_t gk_rule_count", r"GK_API int32_t gk_rule_count"),)),
    Change("a constant has another value", BREAKS, ((r"#define GK_E_RANGE 2\b", "#define GK_E_RANGE 6"),)),
    Change("a constant was removed", BREAKS, ((r"#define GK_KEEP_NOTHING 0", ""),)),
    Change("a constant was renamed", BREAKS, ((r"#define GK_OPEN_ALL_BLANK ", "#define GK_OPEN_BLANK_ALL "),)),
]


def build(header: str, folder: str, compiler: str, soname: str) -> str:
    with open(os.path.join(folder, "gongkai.h"), "w", encoding="utf-8") as file:
        file.write(header)
    plain = re.sub(r"/\*.*?\*/", "", header, flags=re.DOTALL)
    lines = ['#include "gongkai.h"']
    for declaration in re.findall(r"^GK_API\s+([^;]*);", plain, flags=re.MULTILINE):
        lines.append(declaration + (" {}" if declaration.startswith("void ") else " { return 0; }"))
    source, library = os.path.join(folder, "empty.cpp"), os.path.join(folder, "libempty.so")
    with open(source, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    version_script = os.path.join(folder, "gongkai.map")
    with open(version_script, "w", encoding="utf-8") as file:
        file.write(f"GONGKAI_{soname.rsplit('.', 1)[1]} {{ global: gk_*; local: *; }};\n")
    command = [compiler, "-g", "-shared", "-fPIC", "-w", "-I", folder, source, "-o", library, f"-Wl,-soname,{soname}"]
    subprocess.run([*command, f"-Wl,--version-script={version_script}"], check=True)
    return library


def main() -> int:
    capi, compiler = sys.argv[1:]
    with open(os.path.join(capi, "gongkai.h"), encoding="utf-8") as file:
        header = file.read()
    soname = "libgongkai.so." + re.findall(r"#define GK_ABI_VERSION (\d+)", header)[0]
    wrong = 0
    for change in CHANGES:
        changed = header
        for pattern, replacement in change.edits:
            changed, count = re.subn(pattern, replacement, changed)
            if count != 1:
                raise SystemExit(f"{change.name}: {pattern} is found {count} times in gongkai.h")
        with tempfile.TemporaryDirectory() as folder:
            library = build(changed, folder, compiler, soname)
            command = ["sh", os.path.join(capi, "abi", "check.sh"), library, os.path.join(folder, "gongkai.h")]
            result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if result.returncode == 77:
            print(result.stdout.decode())
            return 77
        is_seen_rightly = result.returncode == (0 if change.is_kept else 1)
        seen = "kept" if result.returncode == 0 else "broken"
        print(f"{'ok' if is_seen_rightly else 'WRONG'}: {change.name}: {seen}")
        if not is_seen_rightly:
            wrong += 1
            print("\n".join(result.stdout.decode().splitlines()[:20]))
    print(f"{len(CHANGES)} changes, {wrong} seen wrongly")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
