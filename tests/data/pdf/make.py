"""Makes reports as PDF with real programs, in many layouts, and what pdftotext finds in them, with the expected cells.

    gongkai cells --json > cells.json
    python3 make.py cells.json FOLDER FIRST COUNT

writes FOLDER/NAME.xhtml (the words), FOLDER/NAME.json (the cells) and FOLDER/NAME.pdf for the seeds FIRST … FIRST+COUNT-1.
Needs chromium, libreoffice-writer-nogui, fonts-noto-cjk and poppler-utils. Figures and wording are made up.
"""

import html
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import zipfile


class Cell:
    def __init__(self, text, kind, rows=1, columns=1):
        self.text, self.kind, self.rows, self.columns = text, kind, rows, columns


def cells_of(catalogue, edition):
    return [cell for cell in catalogue if edition in cell["editions"]]


def label(names, edition):
    return names["label"]["zh_" + edition]


def figures(catalogue, style, rng):
    """A figure as printed, and as expected, for each cell."""
    printed, expected = {}, {}
    whole_rows = {cell["row"]["key"]: rng.random() for cell in catalogue}
    whole_columns = {cell["column"]["name"]: rng.random() for cell in catalogue}
    for cell in catalogue:
        key = cell["key"]
        share = {"none": 0, "some": 0.35, "most": 0.9, "all": 1}.get(style["blanks"], 0)
        blank = rng.random() < share
        if style["blanks"] == "rows":
            blank = whole_rows[cell["row"]["key"]] < 0.3
        if style["blanks"] == "columns":
            blank = whole_columns[cell["column"]["name"]] < 0.4
        if blank:
            printed[key], expected[key] = style["blank"], None
            continue
        value = 0 if rng.random() < style["zeros"] else rng.randrange(10 ** rng.randint(1, style["digits"]))
        if cell["is_money"]:
            fen = value * 100 + rng.choice([0, 0, 28, 50])
            ten_thousand = fen * 10000
            text = f"{fen // 100}" + (f".{fen % 100:02}" if fen % 100 else "")
            printed[key] = text + ("万元" if cell["column"]["name"] == "amount" and "procurement" in key else "")
            expected[key] = f"{ten_thousand // 100}.{ten_thousand % 100:02}"
        elif cell["is_signed"]:
            sign = rng.choice(["+", "-", ""])
            printed[key] = sign + str(value)
            expected[key] = -value if sign == "-" else value
        else:
            printed[key], expected[key] = str(value), value
        if style["full_width"]:
            printed[key] = "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in printed[key])
    return printed, expected


def table_rows(catalogue, table):
    rows = {}
    for cell in catalogue:
        if cell["table"] == table:
            rows.setdefault(cell["row"]["key"], []).append(cell)
    return list(rows.values())


ARTICLES = {"1": "第二十条第（一）项", "5": "第二十条第（五）项", "6": "第二十条第（六）项", "8": "第二十条第（八）项", "9": "第二十条第（九）项"}


def article_table(catalogue, number, edition, printed, style):
    rows = table_rows(catalogue, "article_20_" + number)
    grid = []
    if style["caption"] == "row":
        grid.append([Cell(ARTICLES[number], "head", 1, 1 + len(rows[0]))])
    grid.append([Cell("信息内容", "head")] + [Cell(label(cell["column"], edition), "head") for cell in rows[0]])
    for row in rows:
        grid.append([Cell(label(row[0]["row"], edition), "label")] + [Cell(printed[cell["key"]], "value") for cell in row])
    return grid


def requests_table(catalogue, edition, printed, style):
    rows = table_rows(catalogue, "requests")
    columns = [label(cell["column"], edition) for cell in rows[0]]
    note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）" if style["note"] else ""
    grid = [
        [Cell(note, "label", 3, 3), Cell("申请人情况", "head", 1, 7)],
        [Cell(columns[0], "head", 2), Cell("法人或其他组织", "head", 1, 5), Cell(columns[6], "head", 2)],
        [Cell(name, "head") for name in columns[1:6]],
    ]
    seen = set()
    for row in rows:
        groups = row[0]["row"]["group"].split("/") if row[0]["row"]["group"] else []
        line = []
        for depth in range(len(groups)):
            name = "/".join(groups[: depth + 1])
            if name not in seen:
                seen.add(name)
                span = sum(r[0]["row"]["group"].startswith(name) for r in rows)
                line.append(Cell(groups[depth], "group", span, 1))
        line.append(Cell(label(row[0]["row"], edition), "label", 1, 3 - len(groups)))
        grid.append(line + [Cell(printed[cell["key"]], "value") for cell in row])
    return grid


def cases_table(catalogue, edition, printed):
    rows = table_rows(catalogue, "cases")
    names = [label(cell["column"], edition) for cell in rows[0]]
    return [
        [Cell("行政复议", "head", 1, 5), Cell("行政诉讼", "head", 1, 10)],
        [Cell(name, "head", 2) for name in names] + [Cell("未经复议直接起诉", "head", 1, 5), Cell("复议后起诉", "head", 1, 5)],
        [Cell(name, "head") for name in names * 2],
        [Cell(printed[cell["key"]], "value") for row in rows for cell in row],
    ]


def report(catalogue, style, rng):
    """A list of blocks: ("p", kind, text) and ("t", name, grid); and the expected cells."""
    edition = style["edition"]
    catalogue = cells_of(catalogue, edition)
    printed, expected = figures(catalogue, style, rng)
    year = rng.choice([2019, 2020]) if edition == "2019" else rng.randint(2021, 2025)
    filler = "本机关按照工作安排逐项落实公开任务，及时更新栏目内容，并对第{}批信息进行了检查。"
    blocks = [("p", "title", f"临江县测试局{year}年政府信息公开工作年度报告"), ("p", "heading", "一、总体情况")]
    blocks += [("p", "text", filler.format(i + 1) * rng.randint(1, 3)) for i in range(style["filler"])]
    blocks.append(("p", "heading", "二、主动公开政府信息情况"))
    numbers = "15689" if edition == "2019" else "1568"
    for number in numbers:
        if style["caption"] == "paragraph":
            blocks.append(("p", "caption", ARTICLES[number]))
        grid = article_table(catalogue, number, edition, printed, style)
        if style["one_table"] and number != "1":
            last = blocks[-1][2]
            width = 12
            for row in grid:
                share = width // len(row)
                for cell in row:
                    cell.columns = share if len(row) > 1 else width
            blocks[-1] = ("t", "articles", last + grid)
        else:
            if style["one_table"]:
                for row in grid:
                    for cell in row:
                        cell.columns = 12 // len(row)
            blocks.append(("t", "articles" if style["one_table"] else "article", grid))
    blocks.append(("p", "heading", "三、收到和处理政府信息公开申请情况"))
    blocks.append(("t", "requests", requests_table(catalogue, edition, printed, style)))
    blocks.append(("p", "heading", "四、政府信息公开行政复议、行政诉讼情况"))
    blocks.append(("t", "cases", cases_table(catalogue, edition, printed)))
    blocks.append(("p", "heading", "五、存在的主要问题及改进情况"))
    blocks += [("p", "text", filler.format(i + 1)) for i in range(3)]
    blocks.append(("p", "heading", "六、其他需要报告的事项"))
    blocks.append(("p", "text", "本年度没有收取信息处理费。"))
    return blocks, expected


def style_of(seed):
    rng = random.Random(seed)
    style = {
        "program": rng.choice(["chromium", "writer"]),
        "edition": rng.choice(["2019", "2021"]),
        "landscape": rng.random() < 0.25,
        "font": rng.choice(["Noto Serif CJK SC", "Noto Sans CJK SC"]),
        "number_font": rng.choice(["same", "same", "Liberation Serif", "DejaVu Sans"]),
        "size": rng.choice([7.5, 9, 10, 10.5, 10.5, 12]),
        "number_size": rng.choice([0, 0, 0, 1, 2, -1]),
        "text_size": rng.choice([10.5, 12, 16]),
        "align": rng.choice(["center", "center", "center", "right", "left"]),
        "label_align": rng.choice(["left", "left", "center"]),
        "valign": rng.choice(["middle", "middle", "middle", "top", "bottom"]),
        "padding": rng.choice([0, 1, 2, 4, 5.4]),
        "row_height": rng.choice([0, 0, 18, 24, 32]),
        "blanks": rng.choice(["none", "none", "some", "some", "most", "rows", "columns", "columns", "all"]),
        "blank": rng.choice(["", "", "", "/", "-", "—"]),
        "zeros": rng.choice([0, 0.5, 0.9]),
        "digits": rng.choice([1, 2, 3, 4, 6, 8]),
        "full_width": rng.random() < 0.05,
        "filler": rng.randint(0, 30),
        "caption": rng.choice(["row", "paragraph"]),
        "one_table": rng.random() < 0.4,
        "note": rng.random() < 0.6,
        "vertical": rng.random() < 0.3,
        "repeat_head": rng.random() < 0.3,
        "may_break": rng.random() < 0.5,
        "page_numbers": rng.random() < 0.7,
        "label_share": rng.choice([0.3, 0.4, 0.5, 0.55]),
        "group_share": rng.choice([0.04, 0.05, 0.07]),
    }
    if style["caption"] == "paragraph":
        style["one_table"] = False
    return style, rng


def shares(name, grid, style):
    """Widths of the grid's columns, as shares of the whole."""
    if name == "requests":
        labels, group = style["label_share"], style["group_share"]
        inner = (labels - group) * 0.3
        return [group, inner, labels - group - inner] + [(1 - labels) / 7] * 7
    count = sum(cell.columns for cell in grid[0])
    return [1 / count] * count


def as_html(blocks, style, title):
    value_size = style["size"] + style["number_size"]
    number_font = "" if style["number_font"] == "same" else f'"{style["number_font"]}",'
    css = f"""@page {{ size: A4 {"landscape" if style["landscape"] else "portrait"}; }}
body {{ font-family: "{style["font"]}"; font-size: {style["text_size"]}pt; margin: 0; }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed; font-size: {style["size"]}pt; }}
td {{ border: 0.75pt solid black; padding: {style["padding"]}pt; vertical-align: {style["valign"]}; }}
tr {{ height: {style["row_height"]}pt; break-inside: {"auto" if style["may_break"] else "avoid"}; }}
.head {{ text-align: center; }} .label {{ text-align: {style["label_align"]}; }} .group {{ text-align: center; }}
.value {{ text-align: {style["align"]}; font-family: {number_font}"{style["font"]}"; font-size: {value_size}pt; }}
.vertical {{ writing-mode: vertical-rl; }}
.title, .caption {{ text-align: center; }} .text {{ text-indent: 2em; margin: 0; }}
p.title {{ font-size: {style["text_size"] * 1.4}pt; }} p.heading {{ text-indent: 2em; }}"""
    out = [f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title><style>{css}</style></head><body>']
    for kind, name, content in blocks:
        if kind == "p":
            out.append(f'<p class="{name}">{html.escape(content)}</p>')
            continue
        out.append("<table><colgroup>")
        out += [f'<col style="width:{100 * share:.2f}%">' for share in shares(name, content, style)]
        out.append("</colgroup>")
        heads = {"requests": 3, "cases": 3}.get(name, 0) if style["repeat_head"] else 0
        for number, row in enumerate(content):
            if heads and number == 0:
                out.append("<thead>")
            out.append("<tr>")
            for cell in row:
                text = html.escape(cell.text)
                if cell.kind == "group" and cell.rows > 12 and style["vertical"]:
                    text = f'<span class="vertical">{text}</span>'
                out.append(f'<td class="{cell.kind}" rowspan="{cell.rows}" colspan="{cell.columns}">{text}</td>')
            out.append("</tr>")
            if heads and number == heads - 1:
                out.append("</thead>")
        out.append("</table>")
    return "".join(out) + "</body></html>"


def placed(grid):
    """For each row of the grid: (cell, is_continuation) from left to right."""
    width = sum(cell.columns for cell in grid[0])
    open_spans = {}
    for row in grid:
        line, at, rest = [], 0, list(row)
        while at < width:
            if open_spans.get(at, (None, 0))[1] > 0:
                cell, left = open_spans[at]
                open_spans[at] = (cell, left - 1)
                line.append((cell, True))
                at += cell.columns
            else:
                cell = rest.pop(0)
                open_spans[at] = (cell, cell.rows - 1)
                line.append((cell, False))
                at += cell.columns
        yield line


def as_docx(blocks, style, path):
    long_side, short_side = 16838, 11906
    page = (long_side, short_side) if style["landscape"] else (short_side, long_side)
    text_width = page[0] - 2 * 1440
    size = lambda points: f'<w:sz w:val="{round(points * 2)}"/>'

    def paragraph(text, points, align, font=None, indent=0):
        fonts = f'<w:rFonts w:ascii="{font or style["font"]}" w:hAnsi="{font or style["font"]}" w:eastAsia="{style["font"]}"/>'
        return (
            f'<w:p><w:pPr><w:ind w:firstLine="{round(indent * points * 20)}"/><w:jc w:val="{align}"/></w:pPr><w:r><w:rPr>{fonts}'
            f'{size(points)}</w:rPr><w:t xml:space="preserve">{html.escape(text)}</w:t></w:r></w:p>'
        )

    body = []
    for kind, name, content in blocks:
        if kind == "p":
            align = "center" if name in ("title", "caption") else "both"
            body.append(paragraph(content, style["text_size"], align, indent=0 if align == "center" else 2))
            continue
        widths = [round(share * text_width) for share in shares(name, content, style)]
        margin = round(style["padding"] * 20)
        sides = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
        body.append(
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/>'
            f'<w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>'
            + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
            + "</w:tblGrid>"
        )
        heads = {"requests": 3, "cases": 3}.get(name, 0) if style["repeat_head"] else 0
        for number, line in enumerate(placed(content)):
            properties = "" if style["may_break"] else "<w:cantSplit/>"
            if style["row_height"]:
                properties += f'<w:trHeight w:val="{style["row_height"] * 20}" w:hRule="atLeast"/>'
            if number < heads:
                properties += "<w:tblHeader/>"
            body.append(f"<w:tr><w:trPr>{properties}</w:trPr>")
            at = 0
            for cell, goes_on in line:
                width = sum(widths[at : at + cell.columns])
                at += cell.columns
                merge = "" if cell.rows == 1 else '<w:vMerge/>' if goes_on else '<w:vMerge w:val="restart"/>'
                direction = '<w:textDirection w:val="tbRlV"/>' if cell.kind == "group" and cell.rows > 12 and style["vertical"] else ""
                valign = {"middle": "center"}.get(style["valign"], style["valign"])
                points, font = style["size"], None
                align = {"head": "center", "group": "center", "label": style["label_align"], "value": style["align"]}[cell.kind]
                if cell.kind == "value":
                    points += style["number_size"]
                    font = None if style["number_font"] == "same" else style["number_font"]
                body.append(
                    f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{cell.columns}"/>{merge}{direction}'
                    f'<w:vAlign w:val="{valign}"/></w:tcPr>{paragraph("" if goes_on else cell.text, points, align, font)}</w:tc>'
                )
            body.append("</w:tr>")
        body.append("</w:tbl>")
    orient = ' w:orient="landscape"' if style["landscape"] else ""
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    footer = '<w:footerReference w:type="default" r:id="rId1"/>' if style["page_numbers"] else ""
    document = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {names}><w:body>{"".join(body)}<w:sectPr>{footer}'
        f'<w:pgSz w:w="{page[0]}" w:h="{page[1]}"{orient}/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" '
        f'w:footer="720"/></w:sectPr></w:body></w:document>'
    )
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    foot = f'<?xml version="1.0" encoding="UTF-8"?><w:ftr {names}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>- </w:t></w:r>{number}<w:r><w:t> -</w:t></w:r></w:p></w:ftr>'
    base = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(path, "w") as docx:
        docx.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{base}.document.main+xml"/>'
            f'<Override PartName="/word/footer1.xml" ContentType="{base}.footer+xml"/></Types>',
        )
        docx.writestr("_rels/.rels", f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{relation}/officeDocument" Target="word/document.xml"/></Relationships>')
        docx.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{relation}/footer" Target="footer1.xml"/></Relationships>')
        docx.writestr("word/document.xml", document)
        docx.writestr("word/footer1.xml", foot)


def main():
    catalogue = json.loads(pathlib.Path(sys.argv[1]).read_text())["cells"]
    folder = pathlib.Path(sys.argv[2]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    first, count = int(sys.argv[3]), int(sys.argv[4])
    documents, names = [], []
    with tempfile.TemporaryDirectory() as home:
        for seed in range(first, first + count):
            style, rng = style_of(seed)
            name = f"{style['program']}-{seed:04}"
            names.append(name)
            blocks, expected = report(catalogue, style, rng)
            (folder / f"{name}.json").write_text(json.dumps({"style": style, "cells": expected}, ensure_ascii=False))
            if style["program"] == "chromium":
                page = folder / f"{name}.html"
                page.write_text(as_html(blocks, style, blocks[0][2]))
                subprocess.run(
                    ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync",
                     "--no-first-run", f"--user-data-dir={home}/chromium", f"--print-to-pdf={folder / name}.pdf"]
                    + ([] if style["page_numbers"] else ["--no-pdf-header-footer"]) + [page.as_uri()],
                    check=True, stderr=subprocess.DEVNULL, timeout=120)
                page.unlink()
            else:
                documents.append(folder / f"{name}.docx")
                as_docx(blocks, style, documents[-1])
        if documents:
            subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{home}/office", "--convert-to", "pdf", "--outdir", str(folder)]
                           + [str(document) for document in documents],
                           check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=1800)
        for document in documents:
            document.unlink()
    for name in names:
        subprocess.run(["pdftotext", "-bbox-layout", "-q", f"{folder / name}.pdf", f"{folder / name}.xhtml"], check=True)


main()
