"""What abidiff cannot see in gongkai.h, or cannot tell apart: values of constants, and which members stand where.

  values.py HEADER             prints them, one a line: "GK_OK 0", "gk_value 16" (its size), "gk_value.number 0 8"
  values.py HEADER RECORDED    fails where one that was recorded is gone or another, and tells what was added

A struct that begins with struct_size ("gk_error 96 or more") may grow at its end, and a reserved member may get a use.
Fails where a struct has padding: a member that takes its place would be read from callers who never set it. Uses the C
compiler $CC, or cc."""

import os
import re
import subprocess
import sys
import tempfile
from typing import Dict, List

OR_MORE = " or more"


def without_comments(text: str) -> str:
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


def structs(header: str) -> Dict[str, List[str]]:
    """The members of each struct, in order."""
    result = {}
    for body, name in re.findall(r"typedef struct \w+ \{(.*?)\} (gk_\w+);", header, flags=re.DOTALL):
        fields = [re.sub(r"\[.*?\]", "", field) for field in body.split(";") if field.strip()]
        result[name] = [field.split()[-1].lstrip("*") for field in fields]
    return result


def can_grow(members: List[str]) -> bool:
    return members[0] == "struct_size"


def constants(header: str) -> List[str]:
    """All but the _INIT macros and the empty values in them; fails where one is not a number."""
    found = re.findall(r"^#define (?!GK_API|GK_NO_)(GK_\w+)(?<!_INIT) +(\S+)", header, flags=re.MULTILINE)
    odd = [name for name, value in found if re.fullmatch(r"-?\d+", value) is None]
    if odd or not found:
        raise SystemExit(f"constants that are not understood: {odd}")
    return [name for name, _ in found]


def printed_by_c(path: str, statements: List[str]) -> List[str]:
    """The lines that a C program with these statements prints, which knows the header."""
    program = ["#include <stdio.h>", '#include "gongkai.h"', "int main(void) {", *statements, "return 0; }"]
    with tempfile.TemporaryDirectory() as folder:
        source, executable = os.path.join(folder, "values.c"), os.path.join(folder, "values")
        with open(source, "w", encoding="utf-8") as file:
            file.write("\n".join(program))
        include = os.path.dirname(os.path.abspath(path))
        subprocess.run([os.environ.get("CC", "cc"), "-std=c99", "-I", include, source, "-o", executable], check=True)
        return subprocess.run([executable], check=True, stdout=subprocess.PIPE).stdout.decode().splitlines()


def values(path: str) -> Dict[str, str]:
    with open(path, encoding="utf-8") as file:
        header = without_comments(file.read())
    statements = [f'printf("{name} %lld\\n", (long long){name});' for name in constants(header)]
    for name, members in structs(header).items():
        statements.append(f'printf("{name} %zu{OR_MORE if can_grow(members) else ""}\\n", sizeof({name}));')
        for member in members:
            place = f"offsetof({name}, {member}), sizeof((({name}*)0)->{member})"
            statements.append(f'printf("{name}.{member} %zu %zu\\n", {place});')
    result = dict(line.split(" ", 1) for line in printed_by_c(path, statements))
    for name, members in structs(header).items():
        sizes = [int(result[f"{name}.{member}"].split()[1]) for member in members]
        if sum(sizes) != int(result[name].split()[0]):
            raise SystemExit(f"{name} has padding: fill it with reserved members")
    return result


def is_kept(was: str, now: str) -> bool:
    if was.endswith(OR_MORE) and now.endswith(OR_MORE):
        return int(now[: -len(OR_MORE)]) >= int(was[: -len(OR_MORE)])
    return was == now


def main() -> int:
    now = {name: value for name, value in values(sys.argv[1]).items() if not name.endswith(".reserved")}
    if len(sys.argv) == 2:
        print("\n".join(f"{name} {value}" for name, value in now.items()))
        return 0
    with open(sys.argv[2], encoding="utf-8") as file:
        recorded = dict(line.rstrip("\n").split(" ", 1) for line in file)
    added = [name for name in now if name not in recorded]
    broken = [name for name in recorded if not is_kept(recorded[name], now.get(name, "gone"))]
    for name in broken:
        print(f"{name}: was {recorded[name]}, is now {now.get(name, 'gone')}")
    print(f"{len(recorded)} constants and members recorded, {len(broken)} broken, {len(added)} added")
    return 1 if broken or not recorded else 0


if __name__ == "__main__":
    sys.exit(main())
