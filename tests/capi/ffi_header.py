"""Checks that gongkai.ffi.h is what ffi_header.py makes, holds no preprocessor, and declares what gongkai.h declares.

Arguments: capi folder, C compiler."""

import os
import re
import subprocess
import sys


def tokens(compiler: str, path: str) -> str:
    """What the compiler sees of the header itself, without its standard headers, as one text."""
    text = subprocess.run([compiler, "-E", path], check=True, stdout=subprocess.PIPE).stdout.decode()
    own, inside = [], False
    for line in text.splitlines():
        marker = re.match(r'# \d+ "(.*?)"', line)
        if marker is not None:
            inside = marker.group(1) == path
        elif inside:
            own.append(line)
    joined = re.sub(r"__attribute__\(\(visibility\(\"default\"\)\)\)", "", " ".join(own))
    return re.sub(r"\s+", " ", re.sub(r"\s*([^\w\s])\s*", r"\1", joined)).strip()


def main() -> int:
    capi, compiler = sys.argv[1:]
    header, made_from = os.path.join(capi, "gongkai.ffi.h"), os.path.join(capi, "gongkai.h")
    with open(header, encoding="utf-8") as file:
        text = file.read()
    made = subprocess.run(
        [sys.executable, os.path.join(capi, "ffi_header.py")], check=True, stdout=subprocess.PIPE
    ).stdout.decode()
    if text != made:
        print("gongkai.ffi.h is not made from this gongkai.h: python3 capi/ffi_header.py > capi/gongkai.ffi.h")
        return 1
    if "#" in text or "extern" in text:
        print("gongkai.ffi.h has something for a preprocessor or for C++")
        return 1
    constants = re.search(r"enum \{(.*?)\};", text, flags=re.DOTALL)
    named = dict(re.findall(r"(GK_\w+) = (-?\d+)", constants.group(1) if constants else ""))
    with open(made_from, encoding="utf-8") as file:
        wanted = dict(re.findall(r"^#define (GK_\w+) (-?\d+)\b", file.read(), flags=re.MULTILINE))
    if not wanted or named != wanted:
        print("constants differ:", set(named.items()) ^ set(wanted.items()))
        return 1
    declared = re.sub(r"^enum\{.*?\};", "", tokens(compiler, header))
    if not declared or declared != tokens(compiler, made_from):
        print("gongkai.ffi.h declares something else than gongkai.h")
        return 1
    check = f'#include <stddef.h>\n#include <stdint.h>\n#include "{header}"\nint main(void) {{ return GK_OK; }}\n'
    flags = ["-std=c99", "-pedantic", "-Wall", "-Werror", "-fsyntax-only", "-x", "c", "-"]
    subprocess.run([compiler, *flags], input=check.encode(), check=True)
    print(f"{len(named)} constants and {declared.count('(')} functions")
    return 0


if __name__ == "__main__":
    sys.exit(main())
