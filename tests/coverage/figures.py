"""Says what the tests reach: lines, branches and conditions (MC/DC), from what `llvm-cov export` writes.

usage: figures.py EXPORT.json [--all]   (--all: what is not reached in every folder, not in core and C interface alone)

A header's code is in many programs, a template in many instances: an outcome counts once, by its place in the source, and is
reached where any instance reaches it. What need not be reached stands in excused.txt with its reason."""

import json
import pathlib
import re
import subprocess
import sys
from collections import defaultdict

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXCUSED = pathlib.Path(__file__).with_name("excused.txt")
FOLDERS = {  # name: its files, least share of lines, branches and conditions, whether each exception needs an excuse
    "core": (r"include/gongkai/", 0, 100, 98, True),
    "C interface": (r"capi/", 0, 100, 98, True),
    "interpret": (r"src/interpret/", 98, 92, 0, False),
    "decode, office, text, json": (r"src/(decode|office|text|json)/", 98, 92, 0, False),
    "encode": (r"src/encode/", 0, 0, 0, False),
    "program": (r"src/cli/", 0, 0, 0, False),
}
BRANCH, MCDC_BRANCH = 4, 6  # kinds of region


def folder_of(path):
    return next((name for name, (pattern, *_) in FOLDERS.items() if re.match(pattern, path)), None)


def project_path(name, build):
    path = pathlib.Path(name)
    path = (path if path.is_absolute() else build / path).resolve()
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else None


def without_brackets(name):
    """`gongkai::f<int>(char)::$_0::operator()() const` is f."""
    name = re.sub(r"operator\(\)|\(anonymous namespace\)(::)?|'lambda\d*'|\$_\d+|\{lambda.*?\}", "", name)
    name = re.sub(r"operator\s*([<>=!+\-*/&|\[\]]+|bool|std::\S+)", r"operator", name)
    plain, depth = "", 0
    for sign in name:
        depth += (sign in "(<[") - (sign in ")>]")
        if depth == 0 and sign not in ")>]":
            plain += sign
    words = [word for word in re.split(r"::|\s", plain) if word and word not in ("const", "&", "&&")]
    return words[-1] if words else name


def is_inside(place, other):
    return other[:2] <= place[:2] and place[2:] <= other[2:]


class Source:
    """The text of files, by place."""

    def __init__(self):
        self.files = {}

    def lines(self, path):
        if path not in self.files:
            self.files[path] = (ROOT / path).read_bytes().decode().split("\n")
        return self.files[path]

    def text(self, path, place):
        begin_line, begin, end_line, end = place
        lines = [line.encode() for line in self.lines(path)[begin_line - 1:end_line]]  # columns count bytes
        lines[-1] = lines[-1][:end - 1]
        lines[0] = lines[0][begin - 1:]
        return " ".join(b" ".join(lines).decode(errors="replace").split())

    def before(self, path, place):
        return self.lines(path)[place[0] - 1].encode()[:place[1] - 1].decode(errors="replace")


class Outcome:
    """One side of a branch, or one condition of a decision."""

    def __init__(self):
        self.reached = False
        self.functions = set()


def collect(data, build, source):
    """{path: {(place, what): Outcome}} of branches, and the same of conditions."""
    branches, conditions = defaultdict(dict), defaultdict(dict)
    demangled = subprocess.run(["llvm-cxxfilt-19"], input="\n".join(f["name"].split(":")[-1] for f in data["functions"]), text=True,
                               capture_output=True, check=True).stdout.split("\n")
    paths = {}
    for function, name in zip(data["functions"], demangled):
        files = function["filenames"]
        for file in files:
            if file not in paths:
                paths[file] = project_path(file, build)
        short = None
        executed = {}
        for line, column, end_line, end, count, file, _, kind in function["regions"]:
            if kind == 0:
                executed.setdefault(file, []).append(((line, column), (end_line, end), count))
        for line, column, end_line, end, true, false, file, _, kind in function.get("branches", []):
            path = paths[files[file]]
            if path is None:
                continue
            place = (line, column, end_line, end)
            if true == 0 and false == 0 and runs(executed.get(file, []), place):
                continue  # decided by the compiler
            short = short or without_brackets(name)
            head = source.before(path, place).rstrip()
            for what, count in (("true", true), ("false", false)):
                if what == "true" and head.endswith("switch ("):
                    continue  # no case at all: where every one is named, which -Wswitch holds
                outcome = branches[path].setdefault((place, what), Outcome())
                outcome.reached |= count > 0
                outcome.functions.add(short)
        for record in function.get("mcdc_records", []):
            line, column, end_line, end, file = record[:5]
            path = paths[files[0]]
            if path is None:
                continue
            short = short or without_brackets(name)
            for index, reached in enumerate(record[-1]):
                outcome = conditions[path].setdefault(((line, column, end_line, end), index), Outcome())
                outcome.reached |= bool(reached)
                outcome.functions.add(short)
    return branches, conditions


def runs(regions, place):
    """Whether the innermost region around a place was executed."""
    around = [(begin, end, count) for begin, end, count in regions if is_inside(place, begin + end)]
    return bool(around) and max(around, key=lambda region: (region[0], [-n for n in region[1]]))[2] > 0


def read_excuses():
    """{(path, function, what, code): whether it may be reached, by chance} of blocks such as
    include/gongkai/x.hpp, f
      never true: a < b
      because every caller has looked before"""
    excuses = {}
    for block in re.sub(r"(?m)^#.*\n?", "", EXCUSED.read_text()).split("\n\n"):
        lines = [line.strip() for line in block.strip().split("\n") if line.strip()]
        if not lines:
            continue
        path, _, function = lines[0].partition(", ")
        kinds = [re.fullmatch(r"(never|not always) (true|false|alone): (.*)", line) for line in lines[1:-1]]
        if not function or not kinds or None in kinds or not lines[-1].startswith("because "):
            sys.exit(f"excused.txt: not an excuse:\n{block}")
        for kind in kinds:
            excuses[path, function, kind[2], kind[3]] = kind[1] != "never"
    return excuses


def show_share(reached, all_of):
    return 100.0 if all_of == 0 else 100 * reached / all_of


def main():
    export, *options = sys.argv[1:]
    build = pathlib.Path(export).resolve().parent
    while not (build / "CMakeCache.txt").exists():
        build = build.parent
    data = json.loads(pathlib.Path(export).read_text())["data"][0]
    source = Source()
    branches, conditions = collect(data, build, source)
    lines = defaultdict(lambda: [0, 0])
    for file in data["files"]:
        path = project_path(file["filename"], build)
        if path and folder_of(path):
            lines[folder_of(path)][0] += file["summary"]["lines"]["covered"]
            lines[folder_of(path)][1] += file["summary"]["lines"]["count"]

    excuses, used = read_excuses(), set()
    tally = {name: {"branches": [0, 0], "conditions": [0, 0], "excused": [0, 0], "missing": []} for name in FOLDERS}

    def note(path, outcome, what, code, place, unit):
        name = folder_of(path)
        if name is None:
            return
        counted = tally[name]
        key = next(((path, function, what, code) for function in sorted(outcome.functions)
                    if (path, function, what, code) in excuses), None)
        counted[unit][1] += 1
        if outcome.reached:
            counted[unit][0] += 1
        elif key:
            used.add(key)
            counted["excused"][unit == "conditions"] += 1
        else:
            counted["missing"].append((path, place[0], place[1], unit, f"{sorted(outcome.functions)[0]}: never {what}: {code}"))

    for path, of in branches.items():
        for (place, what), outcome in of.items():
            note(path, outcome, what, source.text(path, place), place, "branches")
    for path, of in conditions.items():
        decisions = {place for place, _ in of}
        leaves = sorted({place for place, _ in branches[path]} - decisions)
        for (place, index), outcome in of.items():
            inside = [leaf for leaf in leaves if is_inside(leaf, place) and  # and in none of a lambda within it
                      not any(is_inside(leaf, other) and is_inside(other, place) for other in decisions - {place})]
            code = source.text(path, inside[index]) if index < len(inside) else source.text(path, place)
            note(path, outcome, "alone", code, inside[index] if index < len(inside) else place, "conditions")

    failures = []
    for name, counted in tally.items():
        if FOLDERS[name][4] or options == ["--all"]:
            for path, line, column, _, text in sorted(counted["missing"]):
                print(f"{path}:{line}:{column}: {text}")
    for key in sorted(key for key in excuses if key not in used and not excuses[key]):
        failures.append("excused.txt: excuses nothing any more: {}, {}: never {}: {}".format(*key))
    print(f"\n{'':28}{'lines':>22}{'branches':>22}{'MC/DC':>22}{'excused':>12}")
    for name, counted in tally.items():
        _, least_lines, least_branches, least_conditions, strict = FOLDERS[name]
        cells = []
        for unit, (reached, all_of), least, excused in (("lines", lines[name], least_lines, 0),
                                                        ("branches", counted["branches"], least_branches, counted["excused"][0]),
                                                        ("MC/DC", counted["conditions"], least_conditions, counted["excused"][1])):
            if all_of == 0:
                failures.append(f"{name}: no {unit} were counted")
            cells.append(f"{reached}/{all_of} {show_share(reached, all_of):6.2f} %")
            share = show_share(reached + (excused if strict else 0), all_of)
            if share < least:
                failures.append(f"{name}: {share:.2f} % of {unit}, with what is excused, and {least} are wanted")
        print(f"{name:28}" + "".join(f"{cell:>22}" for cell in cells) + "{:>6} {:>5}".format(*counted["excused"]))
    print("\n".join(failures))
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
