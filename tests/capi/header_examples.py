"""Compiles and runs every example in the comments of gongkai.h, as C99 and as C++98, with all warnings.

Arguments: capi folder, library, C compiler, C++ compiler, the example report, flags for both..."""

import os
import re
import subprocess
import sys
import tempfile


def examples(header: str) -> "list[str]":
    found = []
    for comment in re.findall(r"/\*.*?\*/", header, flags=re.DOTALL):
        at = comment.find("Example:\n")
        if at >= 0:
            lines = comment[at:].splitlines()[1:]
            found.append("\n".join(re.sub(r"^ \*/?", "", line) for line in lines))
    return found


def main() -> int:
    capi, library, c_compiler, cpp_compiler, report = sys.argv[1:6]
    flags = sys.argv[6:]
    with open(os.path.join(capi, "gongkai.h"), encoding="utf-8") as file:
        found = examples(file.read())
    with open(report, "rb") as file:
        data = file.read()
    with tempfile.TemporaryDirectory() as folder:
        for number, example in enumerate(found):
            array = ",".join(map(str, data))
            source = (
                '#include <stdio.h>\n#include "gongkai.h"\n'
                f"static const unsigned char bytes[] = {{{array}}};\n"
                "int main(void) {\nconst size_t size = sizeof bytes;\n"
                f"(void)size; (void)bytes;\n{{\n{example}\n}}\nreturn 0; }}\n"
            )
            for compiler, suffix, standard in ((c_compiler, "c", "c99"), (cpp_compiler, "cpp", "c++98")):
                path, program = os.path.join(folder, f"example_{number}.{suffix}"), os.path.join(folder, "program")
                with open(path, "w", encoding="utf-8") as file:
                    file.write(source)
                warnings = ["-Wall", "-Wextra", "-pedantic", "-Werror"]
                rpath = "-Wl,-rpath," + os.path.dirname(os.path.abspath(library))
                options = [f"-std={standard}", *warnings, *flags, "-I", capi, rpath, "-o", program]
                subprocess.run([compiler, *options, path, library], check=True)
                printed = subprocess.run([program], check=True, stdout=subprocess.PIPE).stdout
                if not printed:
                    print(f"example {number} printed nothing:\n{example}")
                    return 1
    print(f"{len(found)} examples of gongkai.h compile and run")
    return 0 if len(found) >= 7 else 1


if __name__ == "__main__":
    sys.exit(main())
