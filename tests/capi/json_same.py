"""Checks that one report gives the same JSON, byte for byte, through C, C++ and Python: also with faults in it.

Arguments: the C program, the C++ program, the report. GONGKAI_LIBRARY and PYTHONPATH say where the package is."""

import os
import subprocess
import sys
import tempfile

import gongkai


def output(program: str, path: str) -> bytes:
    return subprocess.run([program, path], check=True, stdout=subprocess.PIPE).stdout


def main() -> int:
    c_program, cpp_program, path = sys.argv[1:]
    with open(path, "rb") as file:
        original = file.read()
    spoilt = original.replace(b"1484", b"14x4").replace(b"62\n", b"63\n", 1)
    compared, findings = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate((original, spoilt)):
            copy = os.path.join(folder, f"{number}.txt")
            with open(copy, "wb") as file:
                file.write(data)
            report = gongkai.read(copy)
            assessment = report.check()
            findings += len(assessment)
            by_python = (report.to_json() + "\n" + assessment.to_json() + "\n").encode("utf-8")
            by_c, by_cpp = output(c_program, copy), output(cpp_program, copy)
            if not by_python == by_c == by_cpp:
                print(f"{path}: C gives {len(by_c)} bytes, C++ {len(by_cpp)}, Python {len(by_python)}, not the same")
                return 1
            compared += len(by_c)
    print(f"{compared} bytes of JSON with {findings} findings are the same through C, C++ and Python")
    return 0 if compared > 0 and findings > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
