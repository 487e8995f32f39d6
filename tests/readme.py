"""Runs the README's console blocks and compares what they print; finds its code blocks in the examples and its figures
where they are decided."""

import os
import pathlib
import re
import subprocess
import sys

# What the README says; the file that decides it, what stands there, and how it reads in the README.
FIGURES = (
    (r"holds the library to ([\d.]+) MiB", "capi/release.sh", r"^budget=(\d+)", lambda size: f"{int(size) / 2**20:g}"),
    (r"find_package\(gongkai ([\d.]+) ", "CMakeLists.txt", r"^project\(gongkai VERSION (\d+\.\d+)", str),
    (r"Boost ≥ ([\d.]+)", "CMakeLists.txt", r"^find_package\(Boost ([\d.]+)", str),
    (r"Python ([\d.]+) and later", "capi/python/pyproject.toml", r"^requires-python = \">=([\d.]+)\"", str),
    (r"libgongkai(?:\.so\.)?(\d+)", "capi/CMakeLists.txt", r"^set\(GONGKAI_SOVERSION (\d+)\)", str),
    (r"N × (\d+) numbers", "tests/core/catalog_test.cpp", r"cells\.size\(\) == (\d+)\)", str),
)


def figure_faults(root: pathlib.Path, text: str) -> int:
    faults = 0
    for said, source, decided, as_said in FIGURES:
        found = re.findall(decided, (root / source).read_text(encoding="utf-8"), re.M)
        in_readme = set(re.findall(said, text))
        if len(found) != 1 or in_readme != {as_said(found[0])}:
            faults += 1
            print(f"README: {said} gives {sorted(in_readme)}, and {source} says {found}")
    return faults


def without_indent(text: str) -> str:
    return re.sub(r"^ +", "", text, flags=re.M)


def main() -> int:
    root, program = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    text = (root / "README.md").read_text(encoding="utf-8")
    environment = dict(os.environ, PATH=f"{program.parent}:{os.environ['PATH']}", NO_COLOR="1")
    examples = [p.read_text(encoding="utf-8") for p in (root / "examples").rglob("*") if p.suffix in {".cpp", ".c", ".py"}]
    examples.append((root / "capi/README.md").read_text(encoding="utf-8"))  # whose examples capi/snippets.sh runs
    commands = blocks = 0
    faults = figure_faults(root, text)
    for language, body in re.findall(r"^```(\w+)\n(.*?)^```$", text, re.S | re.M):
        if language == "console":
            for command, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", body, re.M):
                commands += 1
                printed = subprocess.run(["sh", "-c", command], cwd=root, env=environment, capture_output=True, text=True).stdout
                if printed != expected:
                    faults += 1
                    print(f"README: `{command}` prints something else now:\n{printed}")
        elif language in {"cpp", "c", "python", "java"}:
            blocks += 1
            shown = without_indent if language == "java" else str  # which stands inside a method
            if not any(shown(body) in shown(example) for example in examples):
                faults += 1
                print(f"README: this block stands in no example:\n{body}")
    print(f"{commands} commands, {blocks} code blocks, {len(FIGURES)} figures, {faults} faults")
    return 1 if faults or not commands or not blocks else 0


if __name__ == "__main__":
    sys.exit(main())
