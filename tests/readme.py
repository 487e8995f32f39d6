"""Runs the console blocks of the READMEs and compares what they print, and the commands of their shell blocks on files of such
names; finds the code blocks in the examples and the figures where they are decided; what each reader is told is short."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

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


def commands_fail(root: pathlib.Path, text: str, environment: dict) -> int:
    """Every line of a shell block that begins with the program's name, or finds files for it, in a folder with the files that the lines name."""
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        here = pathlib.Path(folder)

        def run(command: str) -> subprocess.CompletedProcess:
            return subprocess.run(["sh", "-c", command], cwd=here, env=environment, capture_output=True, text=True)

        shutil.copy(root / "examples/data/harbour-2020.txt", here / "年报.txt")
        for name in ("年报.docx", "年报.html", "原稿.docx"):
            run(f"gongkai convert 年报.txt {name}")
        for name in ("更正稿.docx", "年报.pdf"):  # told apart by content, not by name
            shutil.copy(here / "原稿.docx", here / name)
        (here / "上年.pdf").write_text((here / "年报.txt").read_text(encoding="utf-8").replace("2020", "2019"), encoding="utf-8")
        for name in ("各镇街年报", "各镇街", "年报"):
            (here / name).mkdir()
            shutil.copy(here / "年报.docx", here / name)
        town = (here / "年报.txt").read_text(encoding="utf-8").replace("滨海港区", "甲镇")
        (here / "各镇街" / "甲镇.txt").write_text(town, encoding="utf-8")
        (here / "名册.csv").write_text("名称,上级\n滨海港区,\n甲镇,滨海港区\n", encoding="utf-8")
        for block in re.findall(r"^```sh\n(.*?)^```$", text, re.S | re.M):
            for line in re.findall(r"^(?:gongkai|find) .*$", block, re.M):
                ran = run(line)
                if ran.returncode not in (0, 1):
                    faults += 1
                    print(f"README: `{line}` ends with {ran.returncode}:\n{ran.stderr}")
    return faults


def long_sections(name: str, text: str) -> int:
    """What each reader is told stands on one screen; the rest is the reference's."""
    sections = re.split(r"^## ", text, flags=re.M)[1:]
    faults = 0
    for section in sections[: next(i for i, s in enumerate(sections) if s.startswith(("Reference", "参考")))]:
        lines = section.rstrip().count("\n") + 1
        if lines > 20:
            faults += 1
            print(f"{name}: {section.splitlines()[0]} has {lines} lines, and a reader's section at most 20")
    return faults


def main() -> int:
    root, program = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    environment = dict(os.environ, PATH=f"{program.parent}:{os.environ['PATH']}", NO_COLOR="1")
    examples = [p.read_text(encoding="utf-8") for p in (root / "examples").rglob("*") if p.suffix in {".cpp", ".c", ".py"}]
    examples.append((root / "capi/README.md").read_text(encoding="utf-8"))  # whose examples capi/snippets.sh runs
    commands = blocks = faults = 0
    for name in ("README.md", "README.zh-CN.md"):
        text = (root / name).read_text(encoding="utf-8")
        faults += figure_faults(root, text) if name == "README.md" else 0
        faults += commands_fail(root, text, environment)
        faults += long_sections(name, text)
        for language, body in re.findall(r"^```(\w+)\n(.*?)^```$", text, re.S | re.M):
            if language == "console":
                for command, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", body, re.M):
                    commands += 1
                    printed = subprocess.run(["sh", "-c", command], cwd=root, env=environment, capture_output=True, text=True)
                    if printed.stdout != expected:
                        faults += 1
                        print(f"{name}: `{command}` prints something else now:\n{printed.stdout}")
            elif language in {"cpp", "c", "python", "java"}:
                blocks += 1
                shown = without_indent if language == "java" else str  # which stands inside a method
                if not any(shown(body) in shown(example) for example in examples):
                    faults += 1
                    print(f"{name}: this block stands in no example:\n{body}")
    print(f"{commands} commands, {blocks} code blocks, {len(FIGURES)} figures, {faults} faults")
    return 1 if faults or not commands or not blocks else 0


if __name__ == "__main__":
    sys.exit(main())
