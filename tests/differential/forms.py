"""Random forms: sound ones, damaged in one to six cells, with blanks of every kind and numbers at the ends of the range."""

import random
from typing import Dict, List, Optional, Tuple

from form import APPLICANTS, CASES, FORMS, MONEY, RESULTS, Form

Values = Dict[str, Optional[int]]

LARGEST = 10**15  # a count that the form can hold; money is a hundred times that
INT64 = (-(2**63), -(2**63) + 1, 2**63 - 1, 2**63 - 2, 2**62, -(2**62))


def amount(rng: random.Random, scale: int) -> int:
    return int(rng.random() * scale) if rng.random() < 0.5 else 0


def sound(rng: random.Random, form: Form, scale: int) -> Values:
    """Every sum holds, and nothing is blank."""
    values: Values = {cell: amount(rng, scale) for cell in form.cells if cell.startswith("disclosure.")}
    leaves = [row for row in form.rows if "outcomes." in row.right[0] and "outcomes.total." not in row.right[0]]
    for row in leaves:
        for cell in row.left:
            values[cell] = amount(rng, scale)
        values[row.right[0]] = sum(values[cell] for cell in row.left)  # type: ignore[misc]
    for column in APPLICANTS:
        done = sum(values[row.left[APPLICANTS.index(column)]] for row in leaves)  # type: ignore[misc]
        left = amount(rng, scale)
        before = min(amount(rng, scale), done + left)
        values["requests.outcomes.total." + column] = done
        values["requests.carried_out." + column] = left
        values["requests.carried_in." + column] = before
        values["requests.received." + column] = done + left - before
    for name in ("received", "carried_in", "outcomes.total", "carried_out"):
        values["requests." + name + ".total"] = sum(values["requests." + name + "." + c] for c in APPLICANTS)  # type: ignore[misc]
    for block in CASES:
        for result in RESULTS:
            values[block + "." + result] = amount(rng, scale)
        values[block + ".total"] = sum(values[block + "." + result] for result in RESULTS)  # type: ignore[misc]
    return values


def damage(rng: random.Random, values: Values, cells: List[str], count: int) -> None:
    for cell in rng.sample(cells, count):
        old = values[cell] or 0
        kind = rng.randrange(8)
        new = (
            old + 1,
            old - 1,
            -old - 1,
            old * 10 + rng.randrange(10),
            int(str(abs(old))[::-1]),
            rng.choice((LARGEST, -LARGEST, LARGEST - 1, 0)),
            rng.randrange(-LARGEST, LARGEST + 1),
            old + rng.randrange(-9, 10),
        )[kind]
        values[cell] = max(-LARGEST, min(LARGEST, new))


def blanks(rng: random.Random, form: Form, values: Values, is_wild: bool) -> None:
    share = rng.choice((0, 0, 0.02, 0.02, 0.2, 0.7)) if is_wild else rng.choice((0, 0, 0, 0, 0.01, 0.02))
    if share:
        for cell in form.cells:
            if rng.random() < share:
                values[cell] = None
    kind = rng.choice((1, 2, 3, 4, 5, 6, 7) if is_wild else (3, 4, 5, 6, 7))
    if kind == 1:  # whole rows, totals of rows, parts of rows
        for row in form.rows:
            what = rng.randrange(8)
            for cell in {0: row.left + row.right, 1: row.right, 2: row.left}.get(what, ()):
                values[cell] = None
    elif kind == 2:  # whole columns
        for column in rng.sample(APPLICANTS + ("total",), rng.randrange(1, 7)):
            for cell in form.cells:
                if cell.startswith("requests.") and cell.endswith("." + column):
                    values[cell] = None
    elif kind == 3:  # what is 0, as many bodies do
        for cell in form.cells:
            if values[cell] == 0:
                values[cell] = None
    elif kind == 4:  # the line of totals
        for cell in form.rows[-2].left + form.rows[-2].right:
            if rng.random() < 0.7:
                values[cell] = None


def make(rng: random.Random) -> Tuple[str, Values]:
    edition = rng.choice(("2019", "2021"))
    form = FORMS[edition]
    scale = rng.choice((2, 10, 100, 100, 10**6, 10**12))
    values = sound(rng, form, scale)
    is_wild = rng.random() < 0.15  # of which the library takes long to find the cells that may be wrong
    damage(rng, values, form.cells, rng.choice((1, 2, 3, 6) if is_wild else (0, 1, 1, 2)))
    blanks(rng, form, values, is_wild)
    return edition, values


def out_of_range(rng: random.Random, cell: str) -> int:
    """A number that the form cannot hold."""
    largest = LARGEST * 100 if cell.endswith(MONEY) else LARGEST
    return rng.choice(INT64 + (largest + 1, -largest - 1))
