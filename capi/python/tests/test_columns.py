"""Many files as columns, read by those whose format it is."""

import decimal
import gc
import pathlib
import subprocess
import sys
from typing import Any

import pytest
from conftest import HARBOUR

import gongkai
from gongkai import columns

pyarrow: Any = pytest.importorskip("pyarrow")


@pytest.fixture
def folder(tmp_path: pathlib.Path, harbour: gongkai.Report) -> pathlib.Path:
    for number in range(5):
        (tmp_path / f"{number}.json").write_text(harbour.to_json(), encoding="utf-8")
    wrong = gongkai.Report.from_json(harbour.to_json())
    wrong["requests.received.total"] = 63
    (tmp_path / "5.json").write_text(wrong.to_json(), encoding="utf-8")
    (tmp_path / "6.txt").write_text("no report", encoding="utf-8")
    return tmp_path


def test_a_row_for_each_file_and_null_for_what_is_not_known(folder: pathlib.Path, harbour: gongkai.Report) -> None:
    table = pyarrow.table(gongkai.read_many(folder, batch_size=2))
    table.validate(full=True)
    assert table.num_rows == 7
    assert table.num_columns == 11 + len(gongkai.cells())
    assert table["file"].to_pylist()[6].endswith("6.txt")
    assert table["year"].to_pylist() == [2020] * 6 + [None]
    assert table["problem"].to_pylist()[:6] == [None] * 6
    assert "年度报告" in table["problem"].to_pylist()[6]
    assert table["requests.received.total"].to_pylist() == [62] * 5 + [63, None]
    assert table["requests.received.other"].null_count == 7
    assert table["disclosure.procurement.amount"].to_pylist()[0] == harbour.disclosure.procurement.amount
    assert isinstance(table["disclosure.procurement.amount"].to_pylist()[0], decimal.Decimal)
    for key in ("errors", "warnings", "infos"):
        counted = [getattr(checked.counts, key) for checked in gongkai.check_many(folder)[:6]]
        assert table[key].to_pylist() == [*counted, None]


def test_a_file_that_cannot_be_opened_says_why(folder: pathlib.Path) -> None:
    gone = folder / "没有.txt"
    table = pyarrow.table(gongkai.read_many([folder, gone]))
    assert table.num_rows == 8
    last = {name: table[name].to_pylist()[7] for name in table.column_names}
    assert last.pop("file") == str(gone)
    assert last.pop("problem") == str(gongkai.check_many([gone])[0].error)
    assert set(last.values()) == {None}
    assert gone.name not in "".join(pyarrow.table(gongkai.read_many([folder, gone]).findings)["file"].to_pylist())


def test_a_pdf_without_pdftotext_says_so_in_the_language_asked_for(
    folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "7.pdf").write_bytes(b"%PDF-1.4\n")
    monkeypatch.setenv("PATH", str(folder))
    for language in ("zh", "en"):
        problem = pyarrow.table(gongkai.read_many(folder / "7.pdf", language=language))["problem"].to_pylist()[0]
        error = gongkai.check_many([folder / "7.pdf"])[0].error
        assert isinstance(error, gongkai.Error)
        assert problem == (error.message_zh if language == "zh" else error.message_en)


def test_findings_are_those_of_the_check(folder: pathlib.Path) -> None:
    table = pyarrow.table(gongkai.read_many(folder).findings)
    table.validate(full=True)
    expected = [
        (checked.path, finding.rule, finding.severity, [cell.key for cell in finding.cells], str(finding))
        for checked in gongkai.check_many(folder)
        if checked.error is None
        for finding in checked.assessment
    ]
    columns_of = ("file", "rule", "severity", "cells", "message")
    assert list(zip(*(table[name].to_pylist() for name in columns_of))) == expected


def test_columns_are_chosen_by_name(folder: pathlib.Path) -> None:
    some = gongkai.read_many(folder, columns=["requests.received.other.state", "year"])
    assert pyarrow.table(some).column_names == ["requests.received.other.state", "year"]
    assert pyarrow.table(some)[0].to_pylist() == [3 - 1] * 6 + [None]
    with pytest.raises(gongkai.NotFoundError, match="authority"):
        gongkai.read_many(folder, columns=["authorty"])
    with pytest.raises(ValueError):
        gongkai.read_many(folder, batch_size=0)


def test_pandas_has_no_column_of_objects(folder: pathlib.Path) -> None:
    pytest.importorskip("pandas")
    frame = gongkai.read_many(folder).to_pandas()
    assert frame.shape == (7, 11 + len(gongkai.cells()))
    assert not [name for name, kind in frame.dtypes.items() if kind.name == "object"]
    assert frame["requests.received.total"].sum() == 5 * 62 + 63


def test_polars_and_duckdb_take_the_stream(folder: pathlib.Path) -> None:
    polars: Any = pytest.importorskip("polars")
    duckdb: Any = pytest.importorskip("duckdb")
    reports = gongkai.read_many(folder)
    assert polars.DataFrame(reports)["requests.received.total"].sum() == 5 * 62 + 63
    assert duckdb.sql("select count(*) from reports where errors > 0").fetchall() == [(1,)]


class Alone:
    """The stream as those get it who have no pyarrow."""

    def __init__(self, columns: gongkai.Columns, monkeypatch: pytest.MonkeyPatch) -> None:
        self.columns = columns
        self.monkeypatch = monkeypatch

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        with self.monkeypatch.context() as without:
            without.delitem(sys.modules, "pyarrow")
            return self.columns.__arrow_c_stream__(requested_schema)


def test_the_stream_is_the_same_with_pyarrow_and_without(folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reports = gongkai.read_many(folder, batch_size=2)
    for columns_of in (reports, reports.findings):
        table = pyarrow.table(Alone(columns_of, monkeypatch))
        table.validate(full=True)
        assert table == pyarrow.table(columns_of)


def test_an_exception_passes_through_a_loop_over_the_stream(folder: pathlib.Path) -> None:
    """In a process of its own, which Arrow ends where a stream cannot be released."""
    program = f"""
import pyarrow, gongkai
def reader(): return pyarrow.RecordBatchReader.from_stream(gongkai.read_many({str(folder)!r}, batch_size=1))
try:
    for batch in reader():
        raise KeyError("mine")
except KeyError as error:
    print("passed", error)
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert ran.stdout == "passed 'mine'\n", ran.stderr


def test_what_nobody_reads_to_its_end_is_freed(folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reports = Alone(gongkai.read_many(folder, batch_size=1), monkeypatch)
    reports.__arrow_c_stream__()
    reader = pyarrow.RecordBatchReader.from_stream(reports)
    assert reader.read_next_batch().num_rows == 1
    del reader
    gc.collect()
    assert not columns._streams
    assert not columns._capsules


def test_arrow_buffers_are_files_without_a_copy(harbour: gongkai.Report) -> None:
    with open(HARBOUR, "rb") as file:
        data = file.read()
    contents = pyarrow.array([data, b"", None, b"%PDF-1.4 and nothing more", data[:-1]], pyarrow.binary())
    names = [f"{index}.txt" for index in range(len(contents))]
    columns = gongkai.read_many([(name, content.as_buffer()) for name, content in zip(names, contents)], batch_size=2)
    table = pyarrow.table(columns)
    assert table["file"].to_pylist() == names
    assert table["year"].to_pylist() == [2020, None, None, None, 2020]
    assert table["problem"].null_count == 2
    assert pyarrow.table(columns) == table
