"""Prints gongkai.ffi.h: the declarations of gongkai.h for foreign-function interfaces that read C and no preprocessor
(PHP FFI::cdef, LuaJIT ffi.cdef, Python cffi).

    python3 capi/ffi_header.py > capi/gongkai.ffi.h

No macro and no extern "C" is left; constants are enumerators, for they are numbers of C still. Initialisers (GK_..._INIT)
have no place in such a header: a zeroed struct with its struct_size set is the same."""

import os
import re
import sys
from typing import List

HEAD = (
    "/* Made from gongkai.h, the manual, by capi/ffi_header.py: do not edit. Set struct_size of every struct that begins\n"
    " * with it to its size; everything else is 0 by default. */\n"
    "/* clang-format off */\n"
)


def declarations(header: str) -> str:
    header = re.sub(r"/\*.*?\*/", "", header, flags=re.DOTALL)
    header = header.replace("\\\n", " ")
    constants: List[str] = []
    lines: List[str] = []
    conditions: List[str] = []  # what stands in one is the preprocessor's, but for the guards of the header and of Arrow
    for line in header.splitlines():
        directive = re.match(r"\s*#\s*(\w+)\s*(.*)", line)
        if directive is None:
            if set(conditions) <= {"GONGKAI_H", "ARROW_C_DATA_INTERFACE"}:
                lines.append(line.rstrip())
            continue
        word, rest = directive.groups()
        if word in ("if", "ifdef", "ifndef"):
            conditions.append(rest.strip())
        elif word == "endif":
            conditions.pop()
        constant = re.fullmatch(r"(GK_\w+)\s+(-?\d+)\s*", rest) if word == "define" else None
        if constant is not None:
            constants.append(f"  {constant.group(1)} = {constant.group(2)}")
    text = re.sub(r"\bGK_API\s+", "", "\n".join(lines))
    text = re.sub(r"\n\s*\n+", "\n", text).strip()
    return f"{HEAD}enum {{\n" + ",\n".join(constants) + "\n};\n" + text + "\n"


if __name__ == "__main__":
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "gongkai.h"), encoding="utf-8") as file:
        sys.stdout.write(declarations(file.read()))
