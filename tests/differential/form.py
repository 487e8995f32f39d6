"""The form as its two notices print it: the cells of each edition and the sums that stand between them.

Written from the form, not from the library: nothing here is asked of it but whether it has a cell of that key.
"""

from typing import List, NamedTuple, Tuple

EDITIONS = ("2019", "2021")

# Table three. Columns: natural persons, five kinds of organisations, all together.
APPLICANTS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_welfare_organization",
    "legal_service_organization",
    "other",
)
# Rows of （一） to （五）, alike in both editions; （六） is one row in 2019 and three from 2021 on.
OUTCOMES = (
    "granted",
    "partially_granted",
    "denied.state_secret",
    "denied.other_legal_prohibition",
    "denied.security_and_stability",
    "denied.third_party_rights",
    "denied.internal_affairs",
    "denied.deliberative_process",
    "denied.enforcement_file",
    "denied.administrative_query",
    "unavailable.not_held",
    "unavailable.requires_creation",
    "unavailable.still_unclear",
    "not_processed.petition_or_complaint",
    "not_processed.repeat_request",
    "not_processed.published_material",
    "not_processed.excessive_requests",
    "not_processed.confirm_or_reissue",
)
OTHER_HANDLING = {
    "2019": ("other_handling.unspecified",),
    "2021": (
        "other_handling.no_correction_in_time",
        "other_handling.fee_not_paid_in_time",
        "other_handling.miscellaneous",
    ),
}
# Table four, one row: three blocks of the same five columns.
CASES = {
    "review": "review.total",
    "litigation.direct": "litigation.direct_total",
    "litigation.after_review": "litigation.after_review_total",
}
RESULTS = ("upheld", "corrected", "other", "pending")

# Section two, 第二十条: (一) documents, (五)(六) licences, services, penalties and compulsion, (八) fees, (九) procurement.
DOCUMENTS = ("government_rules", "normative_documents")
DISCLOSURE = {
    "2019": [row + "." + column for row in DOCUMENTS for column in ("newly_made", "newly_disclosed", "total_disclosed")]
    + [
        row + "." + column
        for row in ("licensing", "other_services", "penalties", "compulsion")
        for column in ("items_prior_year", "items_change", "decisions")
    ]
    + ["fees.items_prior_year", "fees.items_change", "procurement.projects", "procurement.amount"],
    "2021": [row + "." + column for row in DOCUMENTS for column in ("issued", "repealed", "in_force")]
    + ["licensing.decisions", "penalties.decisions", "compulsion.decisions", "fees.amount"],
}
SIGNED = "items_change"  # 本年增/减 may be negative, and nothing else
MONEY = "amount"  # 分


class Sum(NamedTuple):
    """left cells together are the right cells together; of a total, right is that total alone."""

    rule: str
    left: Tuple[str, ...]
    right: Tuple[str, ...]
    is_total: bool
    is_row: bool  # of table three


class Form(NamedTuple):
    edition: str
    cells: List[str]
    sums: List[Sum]
    rows: List[Sum]  # of them the rows of table three


def requests_row(name: str) -> Tuple[str, ...]:
    return tuple("requests." + name + "." + column for column in APPLICANTS + ("total",))


def make(edition: str) -> Form:
    outcomes = ["outcomes." + name for name in OUTCOMES + OTHER_HANDLING[edition]]
    names = ["received", "carried_in"] + outcomes + ["outcomes.total", "carried_out"]
    row = {name: requests_row(name) for name in names}
    columns = range(len(APPLICANTS) + 1)
    sums = [
        # Printed in the head of the table: the first and the second item are the third and the fourth, in each column.
        Sum(
            "requests.flow_balance",
            (row["received"][i], row["carried_in"][i]),
            (row["outcomes.total"][i], row["carried_out"][i]),
            False,
            False,
        )
        for i in columns
    ]
    sums += [
        Sum("requests.outcomes_sum", tuple(row[name][i] for name in outcomes), (row["outcomes.total"][i],), True, False)
        for i in columns
    ]
    rows = [Sum("requests.row_total", row[name][:-1], row[name][-1:], True, True) for name in names]
    sums += rows
    blocks = [tuple(block + "." + result for result in RESULTS + ("total",)) for block in CASES]
    sums += [Sum(rule, block[:-1], block[-1:], True, False) for rule, block in zip(CASES.values(), blocks)]
    cells = ["disclosure." + cell for cell in DISCLOSURE[edition]]
    cells += [cell for name in names for cell in row[name]] + [cell for block in blocks for cell in block]
    return Form(edition, cells, sums, rows)


FORMS = {edition: make(edition) for edition in EDITIONS}
assert [len(FORMS[edition].cells) for edition in EDITIONS] == [198, 200]
