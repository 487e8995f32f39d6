"""A report as a mapping, along the dotted path, and there and back through JSON."""

import copy
import datetime
import gc
import json
import pickle
from decimal import Decimal

import pytest

import gongkai

KEYS = [cell["key"] for cell in gongkai.cells()]
MONEY = [cell["key"] for cell in gongkai.cells() if cell["is_money"]]


def test_blank_is_none_and_not_zero() -> None:
    report = gongkai.Report("2021")
    assert report["requests.received.total"] is None
    report["requests.received.total"] = 0
    assert report["requests.received.total"] == 0
    assert report.requests.received.total == 0
    report.requests.received.total = None
    assert report["requests.received.total"] is None


def test_money_is_exact_yuan() -> None:
    report = gongkai.Report("2021")
    for key in MONEY:
        for given, wanted in (("126337813.74", "126337813.74"), (Decimal("0.1"), "0.1"), (5, "5"), (-3, "-3")):
            report[key] = given
            assert report[key] == Decimal(wanted)
            assert isinstance(report[key], Decimal)
        for wrong in (Decimal("0.001"), "1.234", "twelve", Decimal("NaN"), Decimal("Infinity"), "1e500", "1e900"):
            with pytest.raises(ValueError):
                report[key] = wrong
        with pytest.raises(TypeError):
            report[key] = 0.1
        assert report[key] == -3
    assert MONEY


def test_counts_are_whole_numbers() -> None:
    report = gongkai.Report("2021")
    for wrong in (1.0, "1", Decimal(1), True, object()):
        with pytest.raises(TypeError):
            report["review.total"] = wrong
    for wrong in (2**63, 2**64 + 5, -(2**63) - 1, 10**30):
        with pytest.raises(ValueError):
            report["review.total"] = wrong
    with pytest.raises(gongkai.RangeError) as caught:
        report["review.total"] = 10**15 + 1
    assert caught.value.cell == "review.total"
    assert caught.value.name == "GK_E_RANGE"
    assert report["review.total"] is None


def test_unknown_names() -> None:
    report = gongkai.Report("2021")
    with pytest.raises(KeyError, match=r"requests\.received\.total") as caught:
        report["requests.recieved.total"]
    assert isinstance(caught.value, gongkai.NotFoundError)
    with pytest.raises(KeyError):
        report["review.total\0"]
    with pytest.raises(KeyError):
        report[5]  # type: ignore[index]
    with pytest.raises(KeyError):
        report["x"] = 1
    with pytest.raises(AttributeError):
        _ = report.nothing
    with pytest.raises(AttributeError):
        _ = report.requests.nothing
    with pytest.raises(AttributeError):
        report.requests.nothing = 1
    with pytest.raises(AttributeError):
        report.requests = 1
    with pytest.raises(AttributeError):
        report.requests.received = 1
    with pytest.raises(AttributeError):
        report.yaer = 2020
    with pytest.raises(TypeError):
        del report["review.total"]
    assert "review.total" in report
    assert "review" not in report
    assert 5 not in report


def test_it_is_a_mapping_of_all_cells(harbour: gongkai.Report) -> None:
    assert list(harbour) == KEYS
    assert len(harbour) == len(KEYS)
    assert dict(harbour.items()) == {key: harbour[key] for key in KEYS}
    assert list(harbour.values()) == [harbour[key] for key in KEYS]
    assert harbour.get("no.such.cell", 7) == 7
    assert set(dir(harbour.review)) == {"upheld", "corrected", "other", "pending", "total"}
    assert "requests" in dir(harbour)
    assert "received" in repr(harbour.requests)


def test_update_is_all_or_nothing() -> None:
    report = gongkai.Report("2021")
    report.update({"review.total": 1, MONEY[0]: "2.5"})
    assert (report["review.total"], report[MONEY[0]]) == (1, Decimal("2.5"))
    with pytest.raises(ValueError):
        report.update({"review.total": 5, "review.upheld": 10**15 + 1})
    with pytest.raises(KeyError):
        report.update({"review.total": 5, "x": 1})
    assert report["review.total"] == 1
    report.clear()
    assert set(report.values()) == {None}


def test_texts_and_about() -> None:
    report = gongkai.Report("2021", year=2023, authority="某局", title="年度报告")
    assert (report.title, report.year, report.authority, report.edition) == ("年度报告", 2023, "某局", "2021")
    assert report.about.title == "年度报告"
    report.publisher = "政务公开办"
    report.authority = "水利局"
    assert (report.publisher, report.about.publisher) == ("政务公开办", "政务公开办")
    report.narrative.overview = "概述\n第二段"
    assert report.narrative.overview == "概述\n第二段"
    with pytest.raises(TypeError):
        report.narrative.overview = 5
    report.level, report.kind, report.coverage = "county", "government", "territory"
    assert (report.level, report.kind, report.coverage) == ("county", "government", "territory")
    report.publication_date = datetime.date(2024, 1, 31)
    assert report.publication_date == datetime.date(2024, 1, 31)
    report.publication_date = report.level = report.year = report.edition = None
    assert (report.publication_date, report.level, report.year, report.edition) == (None, None, None, None)
    for name, wrong in (("level", "village"), ("edition", "2020"), ("year", 10**6), ("year", 2**40)):
        with pytest.raises(ValueError):
            setattr(report, name, wrong)
    with pytest.raises(ValueError):
        gongkai.Report("1999")


def test_json_there_and_back(harbour: gongkai.Report) -> None:
    again = gongkai.Report.from_json(harbour.to_json())
    assert again == harbour
    assert again.to_json() == harbour.to_json()
    assert gongkai.Report.from_json(harbour.to_json().encode("utf-8")) == harbour
    again["review.total"] = 5
    assert again != harbour
    assert harbour != 5
    with pytest.raises(gongkai.MalformedError) as caught:
        gongkai.Report.from_json('{\n "cells": 5}')
    assert caught.value.place.line == 2
    assert isinstance(caught.value, ValueError)
    with pytest.raises(TypeError):
        hash(harbour)


def test_to_dict_is_the_json_with_decimals(harbour: gongkai.Report) -> None:
    data, plain = harbour.to_dict(), json.loads(harbour.to_json())
    assert list(data) == list(plain)
    assert {key: data[key] for key in data if key != "cells"} == {key: plain[key] for key in plain if key != "cells"}
    for key, value in data["cells"].items():
        assert value == harbour[key]
        assert type(value) is type(harbour[key])


def test_copies_are_independent(harbour: gongkai.Report) -> None:
    other = harbour.copy()
    other["review.total"] = 99
    assert harbour["review.total"] != 99
    assert harbour != other
    assert copy.copy(harbour) == copy.deepcopy(harbour) == pickle.loads(pickle.dumps(harbour)) == harbour


def test_closing() -> None:
    with gongkai.Report("2021") as report:
        assert report.year is None
    for use in (report.to_json, report.check, lambda: report["review.total"]):
        with pytest.raises(gongkai.ArgumentError):
            use()
    report.close()


def test_nothing_dangles(harbour: gongkai.Report) -> None:
    assessment = harbour.check()
    part = harbour.requests.received
    harbour = gongkai.Report("2021")
    gc.collect()
    assert part.total == 62
    assert len(list(assessment)) == len(assessment)


def test_html(harbour: gongkai.Report) -> None:
    harbour.title = "<script>"
    html = harbour._repr_html_()
    assert "行政许可" in html
    assert "<script>" not in html
    assert html.count("<tr>") == len(harbour.to_dict()["cells"])
    assert "2020" in repr(harbour)
