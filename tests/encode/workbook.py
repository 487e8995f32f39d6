#!/usr/bin/env python3
"""The form as a workbook, before two witnesses: openpyxl types into it, LibreOffice works it out anew.

    workbook.py PROGRAM

Exit code 77 where one of the two is not installed: nothing was tested then.
"""
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

try:
    import openpyxl
except ImportError:
    openpyxl = None

PARTS = ("natural_person", "commercial_enterprise", "research_institution", "public_welfare_organization",
         "legal_service_organization", "other")
RESULTS = ("upheld", "corrected", "other", "pending")
PROGRAM = None


def gongkai(*words, codes=(0,)):
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True)
    assert done.returncode in codes, (words, done.returncode, done.stdout[-2000:], done.stderr)
    return done.stdout


def recalculated(folder, paths):
    """The workbooks as LibreOffice saves them, every formula worked out anew."""
    out = folder / "recalculated"
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx",
                    "--outdir", out, *paths], check=True, capture_output=True, timeout=600)
    results = [out / path.name for path in paths]
    assert all(result.exists() for result in results), "LibreOffice wrote nothing"
    return results


# ---- The form ----

class Form:
    """The cells of an edition, and the sums over them, from their keys alone."""

    def __init__(self, edition):
        self.edition = edition
        catalogue = json.loads(gongkai("cells", "--json"))["cells"]
        self.cells = {cell["key"]: cell for cell in catalogue if edition in cell["editions"]}
        self.sums = {}  # total -> lists of parts that it is the sum of
        rows = {key.rpartition(".")[0] for key in self.cells if key.endswith(".total")}
        for row in sorted(rows):
            parts = PARTS if row.startswith("requests.") else RESULTS
            self.sums.setdefault(f"{row}.total", []).append([f"{row}.{part}" for part in parts])
        outcomes = sorted(row for row in rows if row.startswith("requests.outcomes.") and row != "requests.outcomes.total")
        for column in (*PARTS, "total"):
            self.sums.setdefault(f"requests.outcomes.total.{column}", []).append([f"{row}.{column}" for row in outcomes])
        self.outcomes = outcomes

    def is_total(self, key):
        return key in self.sums

    def parts(self):
        return [key for key in self.cells if not self.is_total(key)]

    def add_up(self, values):
        """The values with every total; nothing where no part is filled in."""
        result = dict(values)
        for columns_first in (True, False):  # the total of all is a sum of totals
            for total, sums in self.sums.items():
                if (total == "requests.outcomes.total.total") == columns_first:
                    continue
                known = [result[part] for part in sums[0] if result.get(part) is not None]
                result[total] = sum(known) if known else None
        return result

    def balanced(self, rng):
        """Parts that fulfil all that the form asks of them."""
        values = {}
        for key in self.parts():
            cell = self.cells[key]
            values[key] = (str(Decimal(rng.randrange(10**9)) / 100) if cell["is_money"] else
                           rng.choice((0, 0, 1, rng.randrange(40))))
        for part in PARTS:
            done = sum(values[f"{row}.{part}"] for row in self.outcomes)
            carried = rng.randrange(5)
            values[f"requests.carried_out.{part}"] = carried
            values[f"requests.carried_in.{part}"] = rng.randrange(done + carried + 1)
            values[f"requests.received.{part}"] = done + carried - values[f"requests.carried_in.{part}"]
        for key in values:
            if key.startswith("disclosure.government_rules."):  # a township makes none
                values[key] = 0
        if self.edition == "2019":
            for key in values:  # what the columns of section two mean to each other
                if key.endswith("items_prior_year"):
                    values[key] = 5
                elif key.endswith("items_change"):
                    values[key] = rng.choice((-2, 0, 3))
                elif key.endswith(("documents.newly_made", "documents.newly_disclosed")):
                    values[key] = 3
                elif key.endswith("documents.total_disclosed"):
                    values[key] = 9
        else:
            values["disclosure.normative_documents.in_force"] = values["disclosure.normative_documents.issued"] + 2
        return values


def places_of(folder, form):
    """Sheet and coordinate of every cell of the form, found by a number of its own in each."""
    values = {key: str(i + 1000) if form.cells[key]["is_money"] else i + 1000 for i, key in enumerate(form.cells)}
    book = open_book(written(folder, f"places-{form.edition}", form.edition, values, "--values"))
    found = {}
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, (int, float)) and cell.value >= 1000 and sheet.title != "总体情况":
                    found[int(cell.value)] = (sheet.title, cell.coordinate)
    assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    places = {key: found.get(i + 1000) for i, key in enumerate(form.cells)}
    for key, place in places.items():  # 万元
        if place is None:
            [places[key]] = [(sheet.title, cell.coordinate) for sheet in book for row in sheet.iter_rows()
                             for cell in row if isinstance(cell.value, float)]
    return places


def open_book(path, data_only=False):
    return openpyxl.load_workbook(path, data_only=data_only)


def written(folder, name, edition, values, *options):
    report = {"schema": "gongkai.report/1",
              "about": {"title": "甲镇年度报告", "authority": "甲镇", "edition": edition,
                        "year": 2020 if edition == "2019" else 2023},
              "cells": {key: value for key, value in values.items()}, "narrative": {}, "extensions": []}
    source, path = folder / f"{name}.json", folder / f"{name}.xlsx"
    source.write_text(json.dumps(report), encoding="utf-8")
    gongkai("convert", source, path, *options)
    return path


def cells_of(path, codes=(0,)):
    out = path.with_suffix(".back.json")
    gongkai("convert", path, out, codes=codes)
    return json.loads(out.read_text(encoding="utf-8"))["cells"]


def all_values(path):
    return {(sheet.title, cell.coordinate): cell.value
            for sheet in open_book(path, data_only=True) for row in sheet.iter_rows() for cell in row
            if cell.value not in (None, "")}


def marks_of(path):
    return {place: value for place, value in all_values(path).items()
            if isinstance(value, str) and re.match("√ 相符|× 不符|○ 未定", value) and place[0] != "核对"}


# ---- What must hold ----

def empty_form_shows_nothing(folder, form):
    path = folder / f"empty-{form.edition}.xlsx"
    gongkai("form", "--edition", form.edition, "-o", path)
    [back] = recalculated(folder, [path])
    for one in (path, back):
        assert all(value is None for value in cells_of(one).values()), one
        assert not marks_of(one), marks_of(one)
        numbers = {place: value for place, value in all_values(one).items() if isinstance(value, (int, float))}
        assert not numbers, numbers
    return path


def cells_are_guarded(path, form, places):
    """Totals cannot be typed over, parts can, and only with numbers; words of the head are chosen from lists."""
    book = open_book(path)
    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in book)
    rules = {(sheet.title, cell): rule for sheet in book for rule in sheet.data_validations.dataValidation
             for area in rule.sqref.ranges for row in area.rows
             for cell in (f"{openpyxl.utils.get_column_letter(c)}{r}" for r, c in row)}
    for key, place in places.items():
        cell = book[place[0]][place[1]]
        assert cell.protection.locked == form.is_total(key), key
        assert (cell.data_type == "f") == form.is_total(key), key
        if not form.is_total(key):
            rule = rules[place]
            assert rule.type == ("decimal" if form.cells[key]["is_money"] else "whole"), key
            assert rule.errorStyle in (None, "stop") and rule.showErrorMessage and "填" in rule.error, key
            assert (float(rule.formula1) < 0) == form.cells[key]["is_signed"], key
    lists = [rule.formula1 for rule in book["总体情况"].data_validations.dataValidation]
    assert len(lists) == 3 and any("县级" in one for one in lists) and any("派出机关" in one for one in lists), lists
    for sheet, area in (("依申请公开", "J"), ("复议诉讼", "O")):
        assert f":${area}$" in book[sheet].print_area, "marks would be printed"


def typed(path, name, places, values, about):
    """A workbook with the parts typed in."""
    book = open_book(path)
    for key, value in values.items():
        sheet, at = places[key]
        is_ten_thousand = key == "disclosure.fees.amount"
        book[sheet][at] = float(Decimal(value) / (10000 if is_ten_thousand else 1)) if isinstance(value, str) else value
    sheet = book["总体情况"]
    sheet["A1"] = about["title"]
    for row in sheet.iter_rows(min_row=3, max_row=10):
        row[1].value = about.get(row[0].value, row[1].value)
    for sheet, heading, text in (("总体情况", "一、总体情况", about["overview"]), ("问题与其他", "五、存在", about["problems"]),
                                 ("问题与其他", "六、其他", about["other"])):
        at = next(cell.row for cell in book[sheet]["A"] if str(cell.value).startswith(heading))
        book[sheet][f"A{at + 2}"] = text
    out = path.with_name(name)
    book.save(out)
    return out


def forms_add_up(folder, editions, rng):
    cases = []
    for form, places, empty in editions:
        for i in range(4):
            values = form.balanced(rng)
            year = 2020 if form.edition == "2019" else 2023
            about = {"title": f"甲镇{year}年政府信息公开工作年度报告", "报告机关": "甲镇", "报告年度": str(year), "机关层级": "乡级",
                     "机关性质": "政府", "发布日期": f"{year + 1}-01-20",
                     "overview": "甲镇全年通过网站和公开栏公开信息120条，依申请公开平稳有序，公开平台按月检查。"
                                 "工作考核结果为良好，社会评议满意，没有责任追究的情形。",
                     "problems": "主要问题是公开内容不够及时。下一年将按月检查并更新，逐条落实到人。", "other": "本年没有收取信息处理费。"}
            path = typed(empty, f"typed-{form.edition}-{i}.xlsx", places, values, about)
            cases.append((form, values, path))
    for form, _, path in cases:  # openpyxl leaves the totals to a program that can add
        rules = {finding["rule"] for finding in
                 json.loads(gongkai("check", "--json", path, codes=(0, 1)))["assessment"]["findings"]}
        assert "value.uncalculated" in rules, rules
    for (form, values, _), path in zip(cases, recalculated(folder, [path for _, _, path in cases])):
        wanted = form.add_up(values)
        got = {key: value for key, value in cells_of(path).items() if key in wanted}
        for key in wanted:
            same = Decimal(got[key]) == Decimal(wanted[key]) if form.cells[key]["is_money"] else got[key] == wanted[key]
            assert same, (key, got[key], wanted[key])
        findings = [f["message"]["zh"] if isinstance(f["message"], dict) else f["message"] for f in
                    json.loads(gongkai("check", "--json", path))["assessment"]["findings"]]
        assert not findings, findings
        marks = marks_of(path)
        assert len(marks) > 30 and all(mark.startswith("√") for mark in marks.values()), marks


def random_report(form, rng):
    """Right, but for blanks, rows with nothing but a total, and slips."""
    values = form.add_up(form.balanced(rng))
    for key in rng.sample(list(values), rng.choice((0, 3, 30, 150))):
        values[key] = None
    rows = [total.rpartition(".")[0] for total in form.sums if f"{total.rpartition('.')[0]}.natural_person" in values]
    for row in rng.sample(rows, rng.choice((0, 0, 1, 3, 8))):
        for part in PARTS:
            values[f"{row}.{part}"] = None
    if rng.random() < 0.1:
        values = {key: value if form.is_total(key) else None for key, value in values.items()}
    counts = [key for key, value in values.items() if isinstance(value, int)]
    for key in rng.sample(counts, min(len(counts), rng.choice((0, 0, 1, 3)))):
        values[key] += rng.choice((1, 3, 10))
    return values


def reports_stay_as_written(folder, editions, rng):
    """Each number, blank and 0 stays; LibreOffice finds every formula to give what stood there already."""
    cases = []
    for form, _, _ in editions:
        for i in range(12):
            values = random_report(form, rng)
            cases.append((values, written(folder, f"report-{form.edition}-{i}", form.edition, values)))
    formulas = kept = 0
    for (values, path), back in zip(cases, recalculated(folder, [path for _, path in cases])):
        before, after = cells_of(path), cells_of(back)
        assert before == after, [(k, before[k], after[k]) for k in before if before[k] != after[k]][:5]
        for key, value in values.items():
            got = before[key]
            assert (got is None) == (value is None) and (value is None or Decimal(got) == Decimal(value)), key
        shown, anew = all_values(path), all_values(back)
        assert shown == anew, [(at, shown.get(at), anew.get(at)) for at in {**shown, **anew}
                               if shown.get(at) != anew.get(at)][:5]
        marks_agree_with_check(path, marks_of(path))
        cells = [cell for sheet in open_book(path) if sheet.title != "核对" for row in sheet.iter_rows() for cell in row]
        formulas += sum(str(cell.value).startswith("=IF(COUNT(") for cell in cells)
        kept += sum("× 不符" in str(value) for value in shown.values())
    assert formulas > 200 and kept > 20, (formulas, kept)


def marks_agree_with_check(path, marks):
    """What is marked as off is an error of the report; what is an error is not marked as right."""
    coverage = {rule["rule"]: rule["violated"]
                for rule in json.loads(gongkai("check", "--json", path, codes=(0, 1)))["assessment"]["coverage"]}
    kinds = {"requests.row_total": "行：", "requests.outcomes_sum": "列：各项", "requests.flow_balance": "列：本年",
             "review.total": "“行政复议”行：", "litigation.direct_total": "“未经复议直接起诉”行：",
             "litigation.after_review_total": "“复议后起诉”行："}
    lines = {rule: [] for rule in kinds}
    sheet = open_book(path, data_only=True)["核对"]
    for row in sheet.iter_rows(min_row=3, values_only=True):
        [*_, rule] = [rule for rule, words in kinds.items() if words in row[2]]
        lines[rule].append(row[5] or "")
    for rule, verdicts in lines.items():
        off, unsure = (sum(verdict.startswith(mark) for verdict in verdicts) for mark in "×○")
        assert off <= coverage[rule] <= off + unsure, (path, rule, coverage[rule], verdicts)
    listed = [row[0] for row in sheet.iter_rows(min_row=3, values_only=True) if row[0]]
    off = sum(mark.startswith("×") for mark in marks.values())
    assert off == len(listed) == sum(verdict.startswith("×") for all_of in lines.values() for verdict in all_of)


def wrong_total_stays_until_it_is_mended(folder, form, places, rng):
    values = form.add_up(form.balanced(rng))
    wrong, right = values["review.total"] + 3, values["review.total"]
    path = written(folder, "wrong", form.edition, {**values, "review.total": wrong})
    sheet, at = places["review.total"]
    cell = open_book(path)[sheet][at]
    assert cell.value == wrong and not cell.protection.locked, "a wrong total is hidden"
    assert "× 不符，相差3" in marks_of(path).values(), marks_of(path)
    said = [value for place, value in all_values(path).items() if place[0] == "核对" and "“行政复议”行" in str(value)]
    assert f"× 不符：“行政复议”行各列相加是{right}，“总计”填的是{wrong}，相差3。" in said, said
    book = open_book(path)
    book[sheet][at] = right
    mended = path.with_name("mended.xlsx")
    book.save(mended)
    back, again = recalculated(folder, [mended, path])
    assert cells_of(again)["review.total"] == wrong
    assert all(mark.startswith("√") for mark in marks_of(back).values())
    assert all_values(back)[("核对", "A1")].startswith("√"), "the summary"


def main():
    global PROGRAM
    PROGRAM = sys.argv[1]
    if openpyxl is None or shutil.which("soffice") is None:
        print("openpyxl or LibreOffice (soffice) is not installed: the workbook was NOT recalculated")
        return 77
    rng = random.Random(18)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        editions = []
        for edition in ("2019", "2021"):
            form = Form(edition)
            places = places_of(folder, form)
            empty = empty_form_shows_nothing(folder, form)
            cells_are_guarded(empty, form, places)
            editions.append((form, places, empty))
        print("empty forms: nothing shown, totals locked, inputs guarded")
        forms_add_up(folder, editions, rng)
        print("8 forms filled in by openpyxl add up in LibreOffice, without a finding")
        reports_stay_as_written(folder, editions, rng)
        print("24 reports with blanks and slips stay as written; every formula gives what stood there")
        for form, places, _ in editions:
            wrong_total_stays_until_it_is_mended(folder, form, places, rng)
        print("a wrong total stays, is marked, and is right once it is mended")
    return 0


if __name__ == "__main__":
    sys.exit(main())
