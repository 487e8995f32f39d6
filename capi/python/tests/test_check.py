"""Reading, checking, batches, and the command."""

import array
import csv
import datetime
import io
import json
import os
import pickle
import subprocess
import sys
import threading
import time
import xml.etree.ElementTree as ElementTree
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any, List

import pytest
from conftest import HARBOUR

import gongkai
from gongkai.__main__ import main

EXAMPLES = os.path.join(os.path.dirname(HARBOUR), "..")
WIDTH = len(gongkai.cells())


def spoilt() -> bytes:
    """The example report with a cell that cannot be read."""
    with open(HARBOUR, "rb") as file:
        data = file.read()
    assert b"1484" in data
    return data.replace(b"1484", b"14x4")


def test_read_from_path_bytes_and_file(harbour: gongkai.Report) -> None:
    with open(HARBOUR, "rb") as file:
        data = file.read()
    for source in (HARBOUR, Path(HARBOUR), data, bytearray(data), memoryview(data), io.BytesIO(data)):
        assert gongkai.read(source) == harbour  # type: ignore[arg-type]
    for wrong in (io.StringIO("x"), 3, None):
        with pytest.raises(TypeError):
            gongkai.read(wrong)  # type: ignore[arg-type]
    assert harbour.disclosure.procurement.amount == Decimal("126337813.74")


def test_read_errors() -> None:
    for data, kind in (
        (b"", gongkai.EmptyError),
        (b"%PDF-1.4", gongkai.UnsupportedError),
        (b"a letter", gongkai.NotAReportError),
    ):
        with pytest.raises(kind) as caught:
            gongkai.read(data)
        assert isinstance(caught.value, gongkai.DocumentError)
        assert isinstance(caught.value, ValueError)
        assert caught.value.message_zh
        again = pickle.loads(pickle.dumps(caught.value))
        assert (type(again), again.code, str(again)) == (kind, caught.value.code, str(caught.value))
    with pytest.raises(FileNotFoundError):
        gongkai.read("/no/such/file")
    with pytest.raises(gongkai.LimitError):
        gongkai.read(HARBOUR, limits=gongkai.Limits(max_bytes=100))


def test_hints_win() -> None:
    report = gongkai.read(HARBOUR, year=2021, authority="某局", level="county", kind="department", coverage="own")
    assert (report.year, report.authority, report.level) == (2021, "某局", "county")
    assert (report.kind, report.coverage) == ("department", "own")
    said = [finding for finding in report.check() if finding.rule == "document.hint_contradicts"]
    assert [finding.severity for finding in said] == ["error", "warning"]  # the year and the body; a title says no more
    with pytest.raises(ValueError):
        gongkai.read(HARBOUR, level="village")
    with pytest.raises(ValueError):
        gongkai.read(HARBOUR, authority="a\0b")


def test_sources_and_notes_until_altered() -> None:
    report = gongkai.read(spoilt())
    key = "disclosure.licensing.decisions"
    assert report[key] is None
    source = report.source(key)
    assert source is not None
    assert (source.state, source.text) == ("unreadable", "14x4")
    assert source.place.line > 0
    notes = [note for note in report.notes if note.cell == key]
    assert notes[0].kind == "unparsable"
    assert "14x4" in str(notes[0])
    with pytest.raises(KeyError):
        report.source("x")
    coverage = report.check().coverage
    assert not any("no_document" in rule.open for rule in coverage.values())
    report[key] = 1484
    assert report.source(key) is None
    assert report.notes == []
    assert any("no_document" in rule.open for rule in report.check().coverage.values())


def test_findings(faulty: gongkai.Report) -> None:
    assessment = faulty.check()
    assert not assessment.ok
    assert assessment
    assert assessment.errors == 1
    assert len(assessment) == len(list(assessment)) == assessment.errors + assessment.warnings + assessment.infos
    error = next(finding for finding in assessment if finding.severity == "error")
    assert {error.left, error.right} == {2, 3}
    assert abs(error.difference) == 1  # type: ignore[arg-type]
    parts = ("upheld", "corrected", "other", "pending", "total")
    assert [cell.key for cell in error.cells] == [f"review.{name}" for name in parts]
    assert [cell.value for cell in error.cells] == [2, None, None, None, 3]
    assert str(error) == error.message
    assert "行政复议" in error.message
    assert len(error.fingerprint) == 16
    assert error.rule in {rule["id"] for rule in gongkai.rules()}
    assert assessment.coverage[error.rule].violated == 1
    assert set(assessment.coverage) == {rule["id"] for rule in gongkai.rules()}
    assert assessment[0] == next(iter(assessment))
    assert assessment[:1] == [assessment[0]]
    assert json.loads(assessment.to_json())["summary"]["error"] == 1
    assert "行政复议" in assessment._repr_html_()
    assert "1 errors" in repr(assessment)


def test_options(faulty: gongkai.Report) -> None:
    rule = next(finding.rule for finding in faulty.check() if finding.severity == "error")
    assert [finding.rule for finding in faulty.check(only=rule)] == [rule]
    assert rule not in [finding.rule for finding in faulty.check(skip=[rule])]
    assert faulty.check(only=[rule], severities={rule: "info"}).infos == 1
    english = faulty.check(only=rule, language="en")[0]
    assert english.message.isascii()
    assert english.explanation
    faulty.check(blanks="unknown")
    for wrong in ({"only": "no.such"}, {"skip": ["no.such"]}, {"severities": {"no.such": "info"}}):
        with pytest.raises(gongkai.NotFoundError):
            faulty.check(**wrong)  # type: ignore[arg-type]
    for wrong in ({"blanks": "x"}, {"language": "fr"}, {"severities": {rule: "grave"}}, {"only": ["a\0"]}):
        with pytest.raises(ValueError):
            faulty.check(**wrong)  # type: ignore[arg-type]


def test_how_it_was_read(harbour: gongkai.Report) -> None:
    assert harbour.decoding == gongkai.Decoding("text", "UTF-8", "valid_utf8")
    assert harbour.standing is not None
    assert harbour.standing.kind == "government"
    tables = {table.table: table for table in harbour.tables}
    requests = tables["requests"]
    assert requests.rows_found == requests.rows_expected > 20
    assert requests.unreadable == requests.absent == 0
    assert gongkai.Report().tables == []
    assert gongkai.Report().decoding is None
    again = gongkai.read(harbour.to_json().encode(), format="json")
    assert again.decoding is not None
    assert again.decoding.format == "json"
    with pytest.raises(ValueError):
        gongkai.read(HARBOUR, format="scroll")
    with pytest.raises(ValueError):
        gongkai.read(HARBOUR, limits=gongkai.Limits(max_depth=-1))


def test_read_all(harbour: gongkai.Report) -> None:
    with open(HARBOUR, "rb") as file:
        data = file.read()
    reports = gongkai.read_all(data + data)
    assert [report == harbour for report in reports] == [True, True]
    first = reports.pop(0)
    reports.clear()
    assert first.tables == harbour.tables  # what they share outlives the list


def test_written_and_read_back(harbour: gongkai.Report, tmp_path: Path) -> None:
    written = {"a.docx": harbour.to_docx(tmp_path / "a.docx"), "a.xlsx": harbour.to_xlsx(tmp_path / "a.xlsx")}
    for name, data in written.items():
        assert (tmp_path / name).read_bytes() == data
        assert dict(gongkai.read(tmp_path / name)) == dict(harbour)
    for text in (harbour.to_html(), harbour.to_markdown(), harbour.to_csv()):
        assert dict(gongkai.read(text.encode())) == dict(harbour)
    template = io.BytesIO()
    with zipfile.ZipFile(template, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        text = "<w:p><w:r><w:t>{{报告机关}} {{requests.received.total}}</w:t></w:r></w:p>"
        package.writestr("word/document.xml", f'<w:document xmlns:w="w"><w:body>{text}</w:body></w:document>')
    with zipfile.ZipFile(io.BytesIO(harbour.to_docx(template=template.getvalue()))) as package:
        assert "滨海港区 62".encode() in package.read("word/document.xml")
    with pytest.raises(gongkai.MalformedError):
        harbour.to_docx(template=harbour.to_docx())
    assert harbour.to_csv("wide").count("\n") == 2
    assert harbour.to_csv("tidy").count("\n") > 150
    with pytest.raises(ValueError):
        harbour.to_csv("long")


def test_reports_beside_each_other(harbour: gongkai.Report, faulty: gongkai.Report) -> None:
    children = {"甲镇": harbour, "乙镇": None, "丙镇": gongkai.EmptyError.__new__(gongkai.EmptyError)}
    beside = harbour.check(previous=harbour, children=children)
    assert len(beside) > len(harbour.check())
    scopes = {rule["id"]: rule["scope"] for rule in gongkai.rules()}
    assert "rollup" in {scopes[finding.rule] for finding in beside}

    assert faulty.localize()["schema"] == "gongkai.localization/1"
    assert "3" in faulty.why()
    assert faulty.why(language="en") != faulty.why()
    assert harbour.why() == ""

    repaired = faulty.copy()
    repaired.review.total = 2
    found = gongkai.diff(faulty, repaired)
    assert found["schema"] == "gongkai.diff/1"
    assert "review.total" in json.dumps(found)

    total = gongkai.rollup({"甲镇": harbour, "乙镇": harbour, "丙镇": None}, authority="某县", year=2020)
    assert total.report.requests.received.total == 2 * harbour.requests.received.total
    assert total.report.authority == "某县"
    assert "丙镇" in json.dumps(total.details, ensure_ascii=False)
    assert total.report.disclosure.procurement.amount == 2 * Decimal("126337813.74")


def test_waivers(faulty: gongkai.Report) -> None:
    assessment = faulty.check()
    before = len(assessment)
    assert assessment[0].waiver is None
    waivers = {
        "schema": "gongkai.waivers/1",
        "waivers": [
            {"fingerprint": assessment[0].fingerprint, "reason": "已核实", "author": "张三", "date": "2024-01-02"}
        ],
    }
    assert assessment.waive(json.dumps(waivers), datetime.date(2024, 1, 3)) == 1
    assert (len(assessment), assessment.waived, assessment[0].waiver) == (before, 1, "已核实")
    assert assessment.errors + assessment.warnings + assessment.infos == before - 1
    assert "已核实" in faulty.to_html(assessment)
    assert assessment.waive(json.dumps(waivers), datetime.date(2024, 1, 1)) == 0
    with pytest.raises(gongkai.MalformedError):
        assessment.waive("[]", datetime.date(2024, 1, 3))


def test_findings_for_other_programs(faulty: gongkai.Report) -> None:
    assessment = faulty.check(language="en")
    sarif = json.loads(assessment.to_sarif("年报 1.txt"))
    results = sarif["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == [finding.rule for finding in assessment]
    assert results[0]["message"]["text"] == assessment[0].message
    assert results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith("%201.txt")

    suite = ElementTree.fromstring(assessment.to_junit("a.txt")).find("testsuite")
    assert suite is not None
    assert (suite.get("name"), suite.get("failures")) == ("a.txt", "1")
    assert len(suite.findall("testcase/failure")) == assessment.errors

    with zipfile.ZipFile(io.BytesIO(assessment.to_xlsx("a.txt"))) as workbook:
        assert "a.txt" in workbook.read("xl/sharedStrings.xml").decode("utf-8")
    table = list(csv.DictReader(io.StringIO(assessment.to_csv("a.txt").lstrip("\ufeff"))))
    assert [row["message"] for row in table] == [finding.message for finding in assessment]


def test_sarif_is_valid(faulty: gongkai.Report) -> None:
    """Against classes that were generated from the schema of OASIS, and take no key that it has not."""
    model = pytest.importorskip("pydantic_sarif.model")
    log = model.StaticAnalysisResultsFormatSarifVersion210JsonSchema
    assessment = faulty.check()
    log.model_validate_json(assessment.to_sarif("a.txt"))
    with pytest.raises(ValueError):
        log.model_validate_json(assessment.to_sarif("a.txt").replace("ruleId", "rule_id", 1))


def test_check_many(tmp_path: Path, harbour: gongkai.Report) -> None:
    paths: List[Any] = []
    for number in range(150):
        path = tmp_path / f"{number}.txt"
        path.write_bytes({3: b"a letter", 4: spoilt()}.get(number % 10, Path(HARBOUR).read_bytes()))
        paths.append(path)
    paths.insert(7, str(tmp_path / "absent"))
    seen: List[Any] = []
    results = gongkai.check_many(paths, jobs=3, progress=lambda done, total: seen.append((done, total)))
    assert [result.path for result in results] == [os.fspath(path) for path in paths]
    assert seen[-1] == (151, 151)
    assert len(seen) > 1
    single = harbour.check()
    for result, path in zip(results, paths):
        if result.path.endswith("absent"):
            assert isinstance(result.error, FileNotFoundError)
        elif Path(path).read_bytes() == b"a letter":
            assert isinstance(result.error, gongkai.NotAReportError)
            with pytest.raises(gongkai.NotAReportError):
                _ = result.report
        else:
            assert result.error is None
            assert result.counts.errors == result.assessment.errors
        assert result.path in repr(result)
    assert results[0].ok
    assert not results[3].ok
    assert results[0].report == harbour
    assert results[0].report.source("requests.received.total").text == "62"  # type: ignore[union-attr]
    assert results[0].assessment.to_json() == single.to_json()
    counts = gongkai.check_many(paths, jobs=1, keep=False, progress=True)
    assert [result.counts for result in counts] == [result.counts for result in results]
    with pytest.raises(ValueError):
        _ = counts[0].report
    assert gongkai.check_many([]) == []


def test_check_many_reads_folders(tmp_path: Path, harbour: gongkai.Report) -> None:
    folder = tmp_path / "各镇街"
    (folder / "b").mkdir(parents=True)
    harbour.to_docx(folder / "b" / "one.docx")
    harbour.to_xlsx(folder / "c.xlsx")
    (folder / "a.html").write_text(harbour.to_html(), encoding="utf-8")
    (folder / "letter").write_bytes(b"a letter")
    (folder / ".hidden").write_bytes(b"a letter")
    (folder / "b" / "up").symlink_to(folder)
    found = [str(folder / name) for name in ("a.html", "b/one.docx", "c.xlsx", "letter")]
    for paths in (str(folder), folder, [folder], (path for path in [folder])):
        results = gongkai.check_many(paths)
        assert [result.path for result in results] == found
        assert [result.error is None for result in results] == [True, True, True, False]
        assert dict(results[1].report) == dict(harbour)
    both = gongkai.check_many([HARBOUR, folder, tmp_path / "absent"])
    assert [result.path for result in both] == [HARBOUR, *found, str(tmp_path / "absent")]
    assert gongkai.check_many(HARBOUR)[0].ok
    assert main(["check", str(folder)]) == 2
    if os.geteuid() != 0:  # whom no folder is closed to
        (folder / "b").chmod(0)
        results = gongkai.check_many(folder)
        (folder / "b").chmod(0o755)
        assert isinstance(results[1].error, PermissionError)


def test_an_unreadable_folder_is_a_result(tmp_path: Path, monkeypatch: "pytest.MonkeyPatch") -> None:
    (tmp_path / "a.txt").write_bytes(b"a letter")
    (tmp_path / "b").mkdir()
    scandir = os.scandir

    def closed(path: Any) -> Any:
        if os.fspath(path).endswith("b"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr("os.scandir", closed)
    results = gongkai.check_many(tmp_path)
    assert [Path(result.path).name for result in results] == ["a.txt", "b"]
    assert isinstance(results[1].error, PermissionError)


def test_what_was_checked_can_be_pickled(tmp_path: Path, faulty: gongkai.Report) -> None:
    assessment = faulty.check(language="en")
    waivers = {"fingerprint": assessment[0].fingerprint, "reason": "x", "author": "y", "date": "2024-01-02"}
    waived = json.dumps({"schema": "gongkai.waivers/1", "waivers": [waivers]})
    assessment.waive(waived, datetime.date(2024, 1, 3))
    again = pickle.loads(pickle.dumps(assessment))
    assert list(again) == list(assessment)
    assert again[0].message.isascii()
    assert (again.coverage, again.to_json()) == (assessment.coverage, assessment.to_json())
    for name in ("ok", "errors", "warnings", "infos", "waived"):
        assert getattr(again, name) == getattr(assessment, name)
    assert (len(again), repr(again)) == (len(assessment), repr(assessment))
    assert list(pickle.loads(pickle.dumps(again))) == list(assessment)
    for use in (again.to_sarif, again.to_csv, lambda: faulty.to_html(again)):
        with pytest.raises(ValueError, match="pickled"):
            use()
    again.close()
    with pytest.raises(gongkai.ArgumentError):
        again.to_json()

    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"a letter")
    results = gongkai.check_many([HARBOUR, bad, tmp_path / "absent"])
    for copy in (pickle.loads(pickle.dumps(results)), pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(results))))):
        assert [(one.path, one.counts, one.ok) for one in copy] == [(one.path, one.counts, one.ok) for one in results]
        assert copy[0].report == results[0].report
        assert list(copy[0].assessment) == list(results[0].assessment)
        assert [type(one.error) for one in copy] == [type(None), gongkai.NotAReportError, FileNotFoundError]
        with pytest.raises(gongkai.NotAReportError):
            _ = copy[1].report
    counted = pickle.loads(pickle.dumps(gongkai.check_many([HARBOUR], keep=False)))
    assert counted[0].counts == results[0].counts
    with pytest.raises(ValueError, match="keep=False"):
        _ = counted[0].report


def _pdftotext(folder: Path, monkeypatch: "pytest.MonkeyPatch", script: str) -> None:
    """Puts a pdftotext first in the path."""
    program = folder / "bin" / "pdftotext"
    program.parent.mkdir(exist_ok=True)
    program.write_text("#!/bin/sh\n" + script)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")


_WORD = '<word xMin="60" yMin="{0}" xMax="300" yMax="{1}">今天天气很好我们去公园玩</word>'
_LINE = f"<flow><block><line>{_WORD}</line></block></flow>"
_LINES = "".join(_LINE.format(top, top + 12) for top in range(60, 660, 20))
LAYOUT = f'<doc><page width="595" height="842">{_LINES}</page></doc>'


def _is_running(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
@pytest.mark.parametrize(
    ("script", "word"),
    [
        ("sleep 60 & echo $! > CHILD; exec >&- 2>&- <&-; sleep 60", "seconds"),
        ("sleep 60 & echo $! > CHILD; cat > /dev/null; sleep 60", "seconds"),
        ("sleep 60 & echo $! > CHILD; while :; do head -c 100000 /dev/zero; done", "MiB"),
        ("echo 0 > CHILD; exit 1", "damaged"),
    ],
)
def test_pdftotext_is_held_to_its_limits(
    tmp_path: Path, monkeypatch: "pytest.MonkeyPatch", script: str, word: str
) -> None:
    child = tmp_path / "child"
    _pdftotext(tmp_path, monkeypatch, script.replace("CHILD", f"'{child}'"))
    monkeypatch.setattr("gongkai._pdf._seconds", 30.0 if word == "MiB" else 1.0)
    monkeypatch.setattr("gongkai._pdf._most_output", 1 << 20)
    before = time.monotonic()
    with pytest.raises(gongkai.UnsupportedError) as caught:
        gongkai.read(b"%PDF-1.7\nx")
    assert time.monotonic() - before < 20
    assert caught.value.name == "GK_E_UNSUPPORTED"
    assert word in caught.value.message_en
    assert "pdftotext" in caught.value.message_zh
    pid = int(child.read_text())
    for _ in range(100):
        if pid == 0 or not _is_running(pid):
            break
        time.sleep(0.05)
    assert pid == 0 or not _is_running(pid)


def test_check_many_runs_pdftotext_side_by_side(tmp_path: Path, monkeypatch: "pytest.MonkeyPatch") -> None:
    running = tmp_path / "running"
    running.mkdir()
    _pdftotext(
        tmp_path,
        monkeypatch,
        f"touch '{running}'/$$; sleep 0.3; ls '{running}' | wc -l >> '{tmp_path}/most'; rm '{running}'/$$;"
        f"cat > /dev/null; printf '%s' '{LAYOUT}'",
    )
    paths = [tmp_path / f"{number}.pdf" for number in range(12)]
    for path in paths:
        path.write_bytes(b"%PDF-1.7\nx")
    results = gongkai.check_many(paths, jobs=3)
    assert {type(result.error) for result in results} == {gongkai.NotAReportError}
    most = max(int(line) for line in (tmp_path / "most").read_text().split())
    assert 2 <= most <= 3
    _pdftotext(tmp_path, monkeypatch, "exit 1")
    results = gongkai.check_many([HARBOUR, paths[0]])
    assert results[0].ok
    assert isinstance(results[1].error, gongkai.UnsupportedError)
    assert "damaged" in str(results[1].error)


def test_a_text_that_names_the_header_of_a_pdf_is_a_text(harbour: gongkai.Report) -> None:
    text = Path(HARBOUR).read_bytes()
    for line in ("本文由%PDF-1.7文件转换而成。\n", "文件以\n%PDF-1.7\n开头。\n"):
        assert gongkai.read(line.encode() + text) == harbour
    for data in (b"%PDF-1.4", b"\xef\xbb\xbf\n %PDF-1.4", b"\x00\x01junk\x00%PDF-1.4\n1 0 obj\nendobj"):
        with pytest.raises(gongkai.UnsupportedError):
            gongkai.read(data)


def test_check_rows(faulty: gongkai.Report) -> None:
    rows = array.array("q", [0] * (WIDTH * 100))
    blanks = bytearray(len(rows))
    keys = list(faulty)
    for row in range(0, 100, 7):
        for column, key in enumerate(keys):
            value = faulty[key]
            blanks[row * WIDTH + column] = value is None
            rows[row * WIDTH + column] = 0 if value is None else value
    editions = array.array("i", [2] * 100)
    years = array.array("i", [2023] * 100)
    results = gongkai.check_rows(rows, blanks, editions=editions, years=years, jobs=2, keep=True)
    single = faulty.check()
    assert len(results) == 100
    for row, counts in enumerate(results):
        expected = (single.errors, single.warnings, single.infos) if row % 7 == 0 else (0, 0, 0)
        assert counts[0] == expected[0]
        if row % 7 == 0:
            assert counts == expected
    assert results[-1] == results[99]
    assert results[98:] == [results[98], results[99]]
    with pytest.raises(IndexError):
        results[100]
    assert [finding.rule for finding in results.assessment(7)] == [finding.rule for finding in single]
    read_only = gongkai.check_rows(bytes_of(rows), bytes(blanks), edition="2021", year=2023)
    assert list(read_only) == list(results)
    rows[3 * WIDTH + 5] = 10**15 + 1
    with pytest.raises(gongkai.RangeError) as caught:
        gongkai.check_rows(rows, edition="2021")
    assert (caught.value.row, caught.value.cell) == (3, keys[5])
    with pytest.raises(ValueError):
        gongkai.check_rows(array.array("q", [0] * (WIDTH + 1)))
    with pytest.raises(ValueError):
        gongkai.check_rows(rows, blanks[:-1])
    with pytest.raises(TypeError):
        gongkai.check_rows(array.array("d", [0.0] * WIDTH))
    with pytest.raises(TypeError):
        gongkai.check_rows([0] * WIDTH)
    assert len(gongkai.check_rows(array.array("q"))) == 0


def bytes_of(rows: "array.array[int]") -> memoryview:
    """The same numbers, read-only."""
    return memoryview(rows.tobytes()).cast("q")


def test_numpy_is_not_copied() -> None:
    numpy = pytest.importorskip("numpy")
    rows = numpy.zeros((50, WIDTH), dtype=numpy.int64)
    rows.flags.writeable = False
    results = gongkai.check_rows(rows, numpy.zeros((50, WIDTH), dtype=bool), edition="2021", year=2023)
    assert results.to_numpy().shape == (50, 3)
    for wrong in (rows.astype(float), rows.T, rows.astype(numpy.int32), rows[:, ::2]):
        with pytest.raises((TypeError, ValueError)):
            gongkai.check_rows(wrong)


def test_pandas(harbour: gongkai.Report, faulty: gongkai.Report) -> None:
    pytest.importorskip("pandas")
    series = harbour.to_pandas()
    assert series["requests.received.total"] == 62
    frame = faulty.check().to_pandas()
    assert len(frame) == len(faulty.check())
    assert frame.loc[0, "rule"] == faulty.check()[0].rule


def test_threads_have_their_own_errors() -> None:
    failures: List[str] = []

    def work(number: int) -> None:
        for _ in range(200):
            try:
                gongkai.Report("2021")[f"no.cell.{number}"]
            except KeyError as error:
                if f"no.cell.{number}”" not in str(error):
                    failures.append(str(error))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_command(tmp_path: Path, capsys: "pytest.CaptureFixture[str]") -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"a letter")
    assert main(["check", HARBOUR]) in (0, 1)
    assert "harbour-2020.txt" in capsys.readouterr().out
    assert main(["check", "--json", HARBOUR]) in (0, 1)
    assert json.loads(capsys.readouterr().out)["schema"].startswith("gongkai.assessment/")
    assert main(["check", str(bad), HARBOUR]) == 2
    assert str(bad) in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a pipe that nobody reads")
@pytest.mark.parametrize("arguments", [[os.path.join(EXAMPLES, "check.py")], ["-m", "gongkai", "check"]])
def test_nothing_is_said_where_nobody_reads_on(arguments: List[str]) -> None:
    """As in `| head -1`."""
    if not os.path.exists(arguments[0]) and arguments[0] != "-m":
        pytest.skip("the examples are not here")
    reads, writes = os.pipe()
    os.close(reads)
    done = subprocess.run([sys.executable, *arguments, HARBOUR], stdout=writes, stderr=subprocess.PIPE)
    os.close(writes)
    assert done.stderr == b""


def test_loading(tmp_path: Path) -> None:
    def import_with(library: str) -> "subprocess.CompletedProcess[str]":
        environment = dict(os.environ, GONGKAI_LIBRARY=library)
        return subprocess.run(
            [sys.executable, "-c", "import gongkai"], env=environment, cwd=tmp_path, capture_output=True, text=True
        )

    (tmp_path / "libgongkai.so.0").write_bytes(b"no library")
    for library in ("libgongkai.so.0", str(tmp_path / "libgongkai.so.0"), "/no/such/library"):
        done = import_with(library)
        assert done.returncode != 0
        assert "ImportError" in done.stderr
        assert library in done.stderr


def test_a_finding_that_was_taken_out_stays_as_it_was(faulty: gongkai.Report) -> None:
    """Its parts are asked for one by one, and yet neither closing nor waiving changes it."""
    whole = [tuple(getattr(finding, part) for part in PARTS) for finding in faulty.check()]
    assessment = faulty.check()
    findings = list(assessment)
    waivers = {"fingerprint": findings[0].fingerprint, "reason": "因故", "author": "张三", "date": "2024-01-10"}
    text = json.dumps({"schema": "gongkai.waivers/1", "waivers": [waivers]})
    assert assessment.waive(text, datetime.date(2024, 2, 1)) == 1
    assert findings[0].waiver is None
    assert assessment[0].waiver == "因故"
    assessment.close()
    assert [tuple(getattr(finding, part) for part in PARTS) for finding in findings] == whole
    with pytest.raises(gongkai.ArgumentError):
        list(assessment)
    with pytest.raises(AttributeError):
        findings[0].severity = "info"


PARTS = [name for name in gongkai.Finding.__slots__ if not name.startswith("_")]


def test_findings_compare_and_pickle_by_their_parts(harbour: gongkai.Report, faulty: gongkai.Report) -> None:
    for report in (harbour, faulty):
        ours, theirs = list(report.check()), list(report.check())
        assert ours == theirs
        assert hash(ours[0]) == hash(theirs[0])
        assert pickle.loads(pickle.dumps(ours)) == theirs
        assert list(pickle.loads(pickle.dumps(report.check()))) == theirs  # out of JSON
        assert repr(ours[0]).startswith(f"Finding(rule={ours[0].rule!r}, severity=")
    assert harbour.check()[0] != faulty.check()[0]
    assert harbour.check()[0] != "text"
    with pytest.raises(AttributeError):
        _ = harbour.check()[0].nothing  # type: ignore[attr-defined]


def test_what_is_in_memory_is_a_file_too(harbour: gongkai.Report) -> None:
    with open(HARBOUR, "rb") as file:
        data = file.read()
    checked = gongkai.check_many([("甲.txt", data), ("空.txt", b""), (HARBOUR, bytearray(data)), ("无", None)])
    assert [one.path for one in checked] == ["甲.txt", "空.txt", HARBOUR, "无"]
    assert checked[0].report == checked[2].report == harbour
    assert [type(one.error) for one in checked] == [type(None), gongkai.EmptyError, type(None), gongkai.EmptyError]
