"""Any values of the cells survive the way there and back."""

from decimal import Decimal
from typing import Any, Dict

import pytest

import gongkai

pytest.importorskip("hypothesis")
from hypothesis import given, settings
from hypothesis import strategies as st

COUNT = st.none() | st.integers(-(10**15), 10**15)
MONEY = st.none() | st.integers(-(10**17), 10**17).map(lambda fen: Decimal(fen) / 100)
CELLS = gongkai.cells()
VALUES = st.dictionaries(st.sampled_from(CELLS).map(lambda cell: cell["key"]), st.none(), max_size=40).flatmap(
    lambda chosen: st.fixed_dictionaries(
        {cell["key"]: MONEY if cell["is_money"] else COUNT for cell in CELLS if cell["key"] in chosen}
    )
)


@settings(max_examples=80, deadline=None)
@given(VALUES, st.text(st.characters(blacklist_categories=("Cs",))), st.sampled_from([None, "2019", "2021"]))
def test_cells_and_texts(values: Dict[str, Any], text: str, edition: Any) -> None:
    report = gongkai.Report(edition)
    for key, value in values.items():
        report[key] = value
    report.narrative.overview = text
    again = gongkai.Report.from_json(report.to_json())
    updated = gongkai.Report(edition)
    updated.update(values)
    for key in report:
        assert report[key] == again[key] == updated[key] == values.get(key)
    assert again.narrative.overview == text
    assert again == report
    assert len(report.check().coverage) == len(gongkai.rules())


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        gongkai.read(data).check()
    except gongkai.DocumentError as caught:
        error = caught
    else:
        return
    assert error.message_zh
    assert error.message_en
