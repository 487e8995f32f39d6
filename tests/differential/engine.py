"""What the sums and the relations of section two come to on one form, by the meaning of the form and of a blank.

A blank part counts 0 (policy "zero"), or may be any number from 0 up ("unknown"); a blank total stands for the sum of its
parts in either. Of table three a row that writes nothing but a total other than 0 says that its parts are not all 0, so
none of them counts 0 in a column; where more than three rows are so, the table was filled in its last column only, and
those rows are left open.
"""

from typing import Dict, List, NamedTuple, Optional, Tuple

from form import DOCUMENTS, FORMS, SIGNED, Form, Sum

Values = Dict[str, Optional[int]]

MOST_SLIPS = 3


class Verdict(NamedTuple):
    rule: str
    state: str  # "held", "assumed", "open", or "violated"
    cells: Tuple[str, ...] = ()
    left: Optional[int] = None
    right: Optional[int] = None
    bounds: Tuple[bool, bool] = (False, False)  # that side is "at least"


class Sums:
    """The sums of one form with its values."""

    def __init__(self, form: Form, values: Values, is_zero: bool):
        self.form, self.values, self.is_zero = form, values, is_zero
        self.alone = [row for row in form.rows if self.is_alone(row)]
        filled = [row for row in self.alone if values[row.right[0]] != 0]
        self.last_column_only = set(row.right[0] for row in self.alone) if len(filled) > MOST_SLIPS else set()
        self.not_zero = set(cell for row in filled for cell in row.left)
        self.parts: Dict[str, Tuple[str, ...]] = {}
        for each in form.sums:
            if each.is_total and (each.right[0] not in self.parts or self.corner_by(each)):
                self.parts[each.right[0]] = each.left

    def is_alone(self, row: Sum) -> bool:
        return self.values[row.right[0]] is not None and all(self.values[cell] is None for cell in row.left)

    def corner_by(self, each: Sum) -> bool:
        """The total of all outcomes is the total of its row and of its column: of the row, where that says anything."""
        return each.is_row and any(self.values[cell] is not None for cell in each.left)

    def bounds(self, cell: str) -> Tuple[int, bool]:
        """What the cell counts, and whether it is exactly that, or anything from that up."""
        value = self.values[cell]
        if value is not None:
            return value, True
        if cell in self.parts:
            return self.together(self.parts[cell])
        return 0, self.is_zero and cell not in self.not_zero

    def together(self, cells: Tuple[str, ...]) -> Tuple[int, bool]:
        low, is_exact = 0, True
        for cell in cells:
            value = self.values[cell]
            if value is not None:
                low += value
            else:
                more, exactly = self.bounds(cell)
                low += more
                is_exact = is_exact and exactly
        return low, is_exact

    def of_row(self, cells: Tuple[str, ...]) -> Tuple[int, bool]:
        """A row's parts as written: that they are not 0 is what the row is asked."""
        low, is_exact = 0, True
        for cell in cells:
            if self.values[cell] is not None or cell in self.parts:
                more, exactly = self.bounds(cell)
                low, is_exact = low + more, is_exact and exactly
            else:
                is_exact = is_exact and self.is_zero
        return low, is_exact

    def judge(self, each: Sum) -> Verdict:
        values = self.values
        cells = each.left + each.right
        blank = sum(values[cell] is None for cell in cells)
        if blank == len(cells) or (each.is_total and values[each.right[0]] is None):
            return Verdict(each.rule, "open")
        if each.is_row and blank and each.right[0] in self.last_column_only:
            return Verdict(each.rule, "open")
        left, left_exact = self.of_row(each.left) if each.is_row else self.together(each.left)
        right, right_exact = self.together(each.right)
        if (right_exact and left > right) or (left_exact and right > left):
            return Verdict(each.rule, "violated", cells, left, right, (not left_exact, not right_exact))
        if blank and not (self.is_zero and left_exact and right_exact):
            return Verdict(each.rule, "open")
        return Verdict(each.rule, "assumed" if blank else "held")


def compared(rule: str, values: Values, cells: List[str], holds, sides) -> Verdict:
    """A relation between single cells, open where one of them is blank."""
    numbers = [values[cell] for cell in cells]
    if None in numbers:
        return Verdict(rule, "open")
    if holds(*numbers):
        return Verdict(rule, "held")
    left, right = sides(*numbers)
    return Verdict(rule, "violated", tuple(cells), left, right)


def section_two(form: Form, values: Values) -> List[Verdict]:
    found = []

    def relation(rule, row, columns, holds, sides):
        cells = ["disclosure." + row + "." + column for column in columns]
        found.append(compared(rule, values, cells, holds, sides))

    for row in DOCUMENTS:
        if form.edition == "2021":
            # Issued this year and not repealed is in force at its end.
            columns = ("in_force", "issued", "repealed")
            relation("disclosure.in_force_floor", row, columns, lambda f, i, r: f >= i - r, lambda f, i, r: (f, i - r))
            continue
        columns = ("total_disclosed", "newly_disclosed")
        relation("disclosure.total_disclosed_floor", row, columns, lambda t, n: t >= n, lambda t, n: (t, n))
        columns = ("newly_made", "newly_disclosed")
        relation("disclosure.made_not_disclosed", row, columns, lambda m, d: m <= 0 or d != 0, lambda m, d: (m, d))
    if form.edition == "2019":
        # Entries of last year and their change are entries now, and these cannot be fewer than none; nor are they decisions.
        for row in ("licensing", "other_services", "penalties", "compulsion", "fees"):
            columns = ("items_prior_year", "items_change")
            relation("disclosure.items_floor", row, columns, lambda p, c: p + c >= 0, lambda p, c: (p + c, 0))
        for row in ("licensing", "other_services", "penalties", "compulsion"):
            columns = ("decisions", "items_prior_year", "items_change")
            relation(
                "disclosure.decisions_misread", row, columns, lambda d, p, c: c == 0 or d != p + c, lambda d, p, c: (d, p + c)
            )
    return found


def negative(form: Form, values: Values) -> List[Verdict]:
    """Counts and amounts are not negative; a change may be."""
    found = []
    for cell in form.cells:
        value = values[cell]
        if value is not None and not cell.endswith(SIGNED):
            if value < 0:
                found.append(Verdict("value.non_negative", "violated", (cell,), value, None))
            else:
                found.append(Verdict("value.non_negative", "held"))
    return found


def check(edition: str, values: Values, is_zero: bool) -> List[Verdict]:
    form = FORMS[edition]
    sums = Sums(form, values, is_zero)
    return [sums.judge(each) for each in form.sums] + section_two(form, values) + negative(form, values)


RULES = (
    "requests.flow_balance",
    "requests.outcomes_sum",
    "requests.row_total",
    "review.total",
    "litigation.direct_total",
    "litigation.after_review_total",
    "value.non_negative",
    "disclosure.in_force_floor",
    "disclosure.total_disclosed_floor",
    "disclosure.made_not_disclosed",
    "disclosure.items_floor",
    "disclosure.decisions_misread",
)
