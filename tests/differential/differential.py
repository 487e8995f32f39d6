"""Compares the library with a second one, written from the form in plain Python: verdicts, and which cells may be wrong.

usage: differential.py LIBRARY FORMS REPAIRS [SEED]
"""

import random
import sys
import time
from collections import Counter
from typing import Dict, List, Tuple

import engine
import forms
import repair
from form import FORMS
from library import Library, Result

BATCH = 500
SHOWN = 10


class Disagreements:
    def __init__(self) -> None:
        self.count = 0

    def add(self, what: str, edition: str, values: dict, *more: object) -> None:
        self.count += 1
        if self.count <= SHOWN:
            print("DISAGREE", what, edition, *more)
            print("    not 0:", {key: value for key, value in values.items() if value != 0})


def expected(verdicts: List[engine.Verdict]) -> Tuple[Dict[str, Tuple[int, int, int, int]], List[tuple]]:
    count = Counter((verdict.rule, verdict.state) for verdict in verdicts)
    counts = {}
    for rule in engine.RULES:
        assumed = count[rule, "assumed"]
        counts[rule] = (count[rule, "held"] + assumed, count[rule, "violated"], assumed, count[rule, "open"])
    violated = []
    for each in verdicts:
        if each.state == "violated":
            both = each.left is not None and each.right is not None
            difference = each.left - each.right if both else None  # type: ignore[operator]
            violated.append((each.rule, each.cells, each.left, each.right, difference, each.bounds))
    return counts, violated


def of_the_form(cells: tuple, mine: frozenset) -> tuple:
    """The library names a relation's cells of both editions."""
    return tuple(cell for cell in cells if cell in mine)


def compare(edition: str, values: dict, is_zero: bool, result: Result, found: Disagreements) -> Tuple[int, int]:
    verdicts = engine.check(edition, values, is_zero)
    counts, violated = expected(verdicts)
    mine = frozenset(FORMS[edition].cells)
    got = [(rule, of_the_form(cells, mine)) + tuple(rest) for rule, cells, *rest in result.violated]
    if counts != result.counts:
        for rule in engine.RULES:
            if counts[rule] != result.counts[rule]:
                found.add("counts", edition, values, rule, is_zero, "library", result.counts[rule], "form", counts[rule])
    elif sorted(map(repr, got)) != sorted(map(repr, [tuple(each) for each in violated])):
        theirs = [each for each in got if each not in violated]
        ours = [each for each in violated if each not in got]
        found.add("findings", edition, values, is_zero, "library", theirs[:2], "form", ours[:2])
    return len(verdicts), len(violated)


def run_forms(library: Library, count: int, rng: random.Random, found: Disagreements) -> str:
    index = {cell: library.cell(cell) for form in FORMS.values() for cell in form.cells}
    verdicts = violated = refused = 0
    done = 0
    while done < count:
        batch = [forms.make(rng) for _ in range(min(BATCH, count - done))]
        rows = library.rows(batch, index, rng.choice(forms.INT64))
        for is_zero in (True, False):
            for (edition, values), result in zip(batch, library.check(rows, engine.RULES, is_zero)):
                more = compare(edition, values, is_zero, result, found)
                verdicts, violated = verdicts + more[0], violated + more[1]
        done += len(batch)
        refused += refuse(library, batch, index, rng, found)
    return f"{done} forms, {verdicts} verdicts under two policies, {violated} of them violated; {refused} numbers out of range refused"


def refuse(library: Library, batch: list, index: Dict[str, int], rng: random.Random, found: Disagreements) -> int:
    """One number of the batch becomes one that the form cannot hold."""
    at = rng.randrange(len(batch))
    edition, values = batch[at]
    cell = rng.choice(FORMS[edition].cells)
    values[cell] = forms.out_of_range(rng, cell)
    got = library.refusal(library.rows(batch, index, 0), engine.RULES)
    if got != (at, index[cell]):
        found.add("range", edition, {cell: values[cell]}, "library", got, "form", (at, index[cell]))
    return 1


def run_repairs(library: Library, count: int, rng: random.Random, found: Disagreements) -> str:
    sizes: Counter = Counter()
    for _ in range(count):
        edition = rng.choice(("2019", "2021"))
        form = FORMS[edition]
        values = forms.sound(rng, form, rng.choice((2, 20, 1000)))
        summed = sorted({cell for each in form.sums for cell in each.left + each.right})
        forms.damage(rng, values, summed, rng.choice((1, 1, 1, 2, 2, 2, 3)))
        if rng.random() < 0.5:
            leave_out(rng, form, values)
        compare_repairs(edition, values, library.faults(edition, values), sizes, found)
    told = ", ".join(f"{sizes[n]} need {n if n < 3 else 'more'}" for n in (1, 2, 3))
    return f"{count} damaged forms: {told}, {sizes['sets']} smallest sets, {sizes['ranges']} ranges, {sizes['spent']} searches cut"


def leave_out(rng: random.Random, form, values: dict) -> None:
    """Zeros are blank, and some totals; but a row that has a number keeps one beside its total."""
    for row in form.rows:
        if values[row.right[0]] != 0:
            rest = [cell for cell in row.left if values[cell] == 0]
            if len(rest) < len(row.left):
                for cell in rest:
                    values[cell] = None if rng.random() < 0.5 else 0
            if rng.random() < 0.1 and any(values[cell] is not None for cell in row.left):
                values[row.right[0]] = None


def compare_repairs(edition: str, values: dict, faults: list, sizes: Counter, found: Disagreements) -> None:
    left = list(faults)
    for part in repair.parts(edition, values):
        least, sets = repair.repairs(part, values)
        mine = [fault for fault in left if fault["answers"] and fault["answers"][0][0]["key"] in part.cells]
        if least == 0:
            if mine:
                found.add("a fault where all is well", edition, values, mine[0]["least"])
            continue
        sizes[least] += 1
        if least == 3:
            if any(fault["least"] < 3 for fault in mine):
                found.add("fewer cells", edition, values, [fault["answers"][:2] for fault in mine])
            continue
        if len(mine) != 1 or mine[0]["least"] != least:
            found.add("least", edition, values, "library", [fault["least"] for fault in mine], "form", least, list(sets)[:3])
            continue
        compare_sets(edition, values, mine[0], sets, sizes, found)


def compare_sets(edition: str, values: dict, fault: dict, sets: dict, sizes: Counter, found: Disagreements) -> None:
    answers = {frozenset(suspect["key"] for suspect in answer): answer for answer in fault["answers"]}
    if len(answers) != len(fault["answers"]):
        found.add("a set twice", edition, values)
    extra = set(answers) - set(sets)
    missing = set(sets) - set(answers) if fault["is_complete"] else set()
    sizes["spent"] += not fault["is_complete"]
    if extra or missing:
        found.add("sets", edition, values, "library only", [sorted(s) for s in extra][:2], "form only", [sorted(s) for s in missing][:2])
    for cells in set(answers) & set(sets):
        sizes["sets"] += 1
        for suspect in answers[cells]:
            sizes["ranges"] += 1
            if (suspect["low"], suspect["high"]) != sets[cells][suspect["key"]]:
                found.add("range", edition, values, suspect["key"], (suspect["low"], suspect["high"]), sets[cells])


def main() -> int:
    if len(sys.argv) < 4:
        print(__doc__)
        return 2
    library = Library(sys.argv[1])
    count, repairs = int(sys.argv[2]), int(sys.argv[3])
    rng = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    found = Disagreements()
    start = time.process_time()
    said = run_forms(library, count, rng, found)
    middle = time.process_time()
    also = run_repairs(library, repairs, rng, found)
    end = time.process_time()
    print(f"{said}: {middle - start:.1f} s")
    print(f"{also}: {end - middle:.1f} s")
    print(f"differential: {count} forms and {repairs} localisations, {found.count} disagreements")
    return 1 if found.count else 0


if __name__ == "__main__":
    sys.exit(main())
