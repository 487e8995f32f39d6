"""By brute force: every smallest set of one or two cells whose change would make all sums of a form hold."""

from fractions import Fraction
from math import ceil, floor
from typing import Dict, FrozenSet, List, NamedTuple, Optional, Tuple

from engine import Sums
from form import FORMS, Form

Values = Dict[str, Optional[int]]
Range = Tuple[int, int]
Repair = Dict[str, Range]  # what each of its cells may become

LARGEST = 10**15


class Row(NamedTuple):
    off: int  # what its left side has more than its right
    factor: Dict[str, int]


class Part(NamedTuple):
    """Sums that hang together, blank totals already put in for what they stand for."""

    cells: FrozenSet[str]
    rows: List[Row]
    totals: List[Row]  # the blank ones: what each comes to, and of what


def parts(edition: str, values: Values) -> List[Part]:
    """Table three, and each block of table four. A sum of which nothing is written asks nothing."""
    form = FORMS[edition]
    judged = Sums(form, values, True)
    made = []
    for prefix in ("requests.", "review.", "litigation.direct.", "litigation.after_review."):
        rows = []
        for each in form.sums:
            if each.left[0].startswith(prefix):
                written = any(values[cell] is not None for cell in each.left + each.right)
                if written or each.is_total:
                    factor = {cell: 1 for cell in each.left}
                    factor.update({cell: -1 for cell in each.right})
                    rows.append(factor)
        totals = []
        for total in judged.parts:
            if total.startswith(prefix) and values[total] is None:
                rows = without(rows, total)
                totals.append(written_out(judged, total))
        cells = frozenset(cell for row in rows for cell in row)
        made.append(Part(cells, [filled(values, row) for row in rows if row], [filled(values, row) for row in totals]))
    return made


def filled(values: Values, factor: Dict[str, int]) -> Row:
    return Row(sum((values[cell] or 0) * n for cell, n in factor.items()), factor)


def written_out(judged: Sums, total: str) -> Dict[str, int]:
    """The cells that a blank total is the sum of, those of blank totals among its parts instead of these."""
    made: Dict[str, int] = {}
    for cell in judged.parts[total]:
        more = written_out(judged, cell) if cell in judged.parts and judged.values[cell] is None else {cell: 1}
        for key, n in more.items():
            made[key] = made.get(key, 0) + n
    return made


def without(rows: List[Dict[str, int]], cell: str) -> List[Dict[str, int]]:
    """The rows that are left when one of them says what the cell is."""
    using = [row for row in rows if cell in row]
    kept = [row for row in rows if cell not in row]
    if not using:
        return rows
    first = using[0]
    for row in using[1:]:
        times = row[cell] * first[cell]  # both are 1 or -1
        sum_of = {k: row.get(k, 0) - times * first.get(k, 0) for k in set(row) | set(first)}
        kept.append({k: n for k, n in sum_of.items() if n})
    return kept


def within(value: int) -> bool:
    return 0 <= value <= LARGEST


def possible(part: Part, change: Dict[str, int]) -> bool:
    """Whether the form can hold what the blank totals come to."""
    return all(within(row.off + sum(row.factor.get(cell, 0) * n for cell, n in change.items())) for row in part.totals)


def one(part: Part, value: Dict[str, int], cell: str, broken: List[Row]) -> Optional[Repair]:
    if any(cell not in row.factor for row in broken):
        return None
    changes = set()
    for row in part.rows:
        n = row.factor.get(cell, 0)
        if n:
            if row.off % n:
                return None
            changes.add(-row.off // n)
    if len(changes) != 1:
        return None
    change = changes.pop()
    new = value[cell] + change
    return {cell: (new, new)} if within(new) and possible(part, {cell: change}) else None


def two(part: Part, value: Dict[str, int], a: str, b: str, broken: List[Row]) -> Optional[Repair]:
    if any(a not in row.factor and b not in row.factor for row in broken):
        return None
    lines = set((row.factor.get(a, 0), row.factor.get(b, 0), -row.off) for row in part.rows)
    lines = set((p, q, s) if p > 0 or (p == 0 and q > 0) else (-p, -q, -s) for p, q, s in lines if p or q)
    first = lines.pop()
    for other in lines:
        determinant = first[0] * other[1] - other[0] * first[1]
        if determinant == 0:
            if first[0] * other[2] != other[0] * first[2] or first[1] * other[2] != other[1] * first[2]:
                return None
            continue
        da = first[2] * other[1] - other[2] * first[1]
        db = first[0] * other[2] - other[0] * first[2]
        if da % determinant or db % determinant:
            return None
        da, db = da // determinant, db // determinant
        if any(p * da + q * db != s for p, q, s in lines):
            return None
        x, y = value[a] + da, value[b] + db
        return {a: (x, x), b: (y, y)} if within(x) and within(y) and possible(part, {a: da, b: db}) else None
    return along(part, value[a], value[b], a, b, first)


def along(part: Part, x: int, y: int, a: str, b: str, line: Tuple[int, int, int]) -> Optional[Repair]:
    """Both cells move along one line: what each can become while the other stays within the form's range."""
    p, q, s = line
    if abs(p) != 1 or abs(q) != 1:
        return None  # a line that one of them alone solves, or none at all
    reach = s + p * x + q * y  # p * new a + q * new b
    slope, at = -q * p, reach * p  # new a = slope * new b + at
    ends = sorted((at, slope * LARGEST + at))
    low_a, high_a = max(0, ends[0]), min(LARGEST, ends[1])
    for row in part.totals:
        # In it b goes as a does, or against it: it is `start` where a is 0.
        n, m = row.factor.get(a, 0), row.factor.get(b, 0)
        pace = n + m * slope
        start = row.off - n * x + m * (-at * slope - y)
        if pace == 0:
            if not within(start):
                return None
            continue
        bound = sorted((Fraction(-start, pace), Fraction(LARGEST - start, pace)))
        low_a, high_a = max(low_a, ceil(bound[0])), min(high_a, floor(bound[1]))
    if low_a > high_a:
        return None
    ends = sorted(((low_a - at) * slope, (high_a - at) * slope))
    return {a: (low_a, high_a), b: (ends[0], ends[1])}


def repairs(part: Part, values: Values) -> Tuple[int, Dict[FrozenSet[str], Repair]]:
    """The size of the smallest sets, 0 where all is well and 3 for "more than two", and the sets of that size."""
    value = {cell: values[cell] or 0 for cell in part.cells}
    broken = [row for row in part.rows if row.off]
    negative = frozenset(cell for cell in part.cells if value[cell] < 0)
    if not broken and not negative:
        return 0, {}
    found: Dict[FrozenSet[str], Repair] = {}
    cells = [cell for cell in part.cells if any(cell in row.factor for row in part.rows)]
    for cell in cells:
        repair = one(part, value, cell, broken) if negative <= {cell} else None
        if repair:
            found[frozenset((cell,))] = repair
    if found:
        return 1, found
    if len(negative) > 2:
        return 3, {}
    seen = set()
    for a in negative or broken[0].factor:
        left = [row for row in broken if a not in row.factor]
        for b in left[0].factor if left else cells:
            pair = frozenset((a, b))
            if a == b or pair in seen or not negative <= pair:
                continue
            seen.add(pair)
            repair = two(part, value, a, b, broken)
            if repair:
                found[pair] = repair
    return (2, found) if found else (3, {})
