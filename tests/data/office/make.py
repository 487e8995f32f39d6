#!/usr/bin/python3
"""Makes the office files beside it with real programs: python-docx, openpyxl and LibreOffice (soffice).

Needs python3-docx, python3-openpyxl, libreoffice-writer-nogui and libreoffice-calc-nogui; run by hand, never by a test.
The figures are invented: cell number n of the n-th value in a file is told by figure(n), which the test repeats.
"""
import pathlib
import subprocess
import tempfile

import docx
import openpyxl

HERE = pathlib.Path(__file__).parent
TITLE = "临江县水务局2023年政府信息公开工作年度报告"
SECTIONS = [
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
]
OUTCOMES = """（一）予以公开|（二）部分公开（区分处理的，只计这一情形，不计其他情形）
（三）不予公开/1.属于国家秘密|2.其他法律行政法规禁止公开|3.危及“三安全一稳定”|4.保护第三方合法权益|5.属于三类内部事务信息\
|6.属于四类过程性信息|7.属于行政执法案卷|8.属于行政查询事项
（四）无法提供/1.本机关不掌握相关政府信息|2.没有现成信息需要另行制作|3.补正后申请内容仍不明确
（五）不予处理/1.信访举报投诉类申请|2.重复申请|3.要求提供公开出版物|4.无正当理由大量反复申请|5.要求行政机关确认或重新出具已获取信息
（六）其他处理/1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\
|2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请|3.其他
（七）总计"""


def figure(n: int) -> str:
    """The n-th figure of a file, from 0: every seventh is blank."""
    return "" if n % 7 == 6 else str(n * 37 % 1009)


class Figures:
    def __init__(self) -> None:
        self.count = 0

    def take(self, count: int) -> list:
        self.count += count
        return [figure(n) for n in range(self.count - count, self.count)]


def grid():
    """The report as blocks: a text, or a table as rows of (text, row span, column span)."""
    take = Figures().take
    cell = lambda text, down=1, right=1: (text, down, right)
    row = lambda *texts: [cell(text) for text in texts]
    disclosure = [[cell("第二十条第（一）项", 1, 4)], row("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")]
    disclosure += [row(name, *take(3)) for name in ("规章", "行政规范性文件")]
    for item, names in (("五", ["行政许可"]), ("六", ["行政处罚", "行政强制"])):
        disclosure += [[cell(f"第二十条第（{item}）项", 1, 4)], [cell("信息内容"), cell("本年处理决定数量", 1, 3)]]
        disclosure += [[cell(name), cell(take(1)[0], 1, 3)] for name in names]
    disclosure += [[cell("第二十条第（八）项", 1, 4)], [cell("信息内容"), cell("本年收费金额（单位：万元）", 1, 3)]]
    disclosure += [[cell("行政事业性收费"), cell(take(1)[0], 1, 3)]]

    requests = [
        [cell("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), cell("申请人情况", 1, 7)],
        [cell("自然人", 2), cell("法人或其他组织", 1, 5), cell("总计", 2)],
        row("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"),
    ]
    values = lambda: row(*take(7))
    for name in ("一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"):
        requests.append([cell(name, 1, 3)] + values())
    outcomes = []
    for line in OUTCOMES.split("\n"):
        group, _, rest = line.rpartition("/")
        names = rest.split("|")
        for i, name in enumerate(names):
            head = [cell(group, len(names)), cell(name)] if group and i == 0 else [cell(name, 1, 1 if group else 2)]
            outcomes.append(head + values())
    outcomes[0].insert(0, cell("三、本年度办理结果", len(outcomes)))
    requests += outcomes
    requests.append([cell("四、结转下年度继续办理", 1, 3)] + values())

    results = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    cases = [
        [cell("行政复议", 2, 5), cell("行政诉讼", 1, 10)],
        [cell("未经复议直接起诉", 1, 5), cell("复议后起诉", 1, 5)],
        row(*results * 3),
        row(*take(15)),
    ]
    prose = ["本年主动公开各类信息。", disclosure, requests, cases, "解读形式还不够多样。", "没有其他需要报告的事项。"]
    blocks = [TITLE]
    for heading, content in zip(SECTIONS, prose):
        blocks += [heading, content]
    return blocks


def placed(table):
    """The cells of a table with the grid position that each begins at: (row, column, text, down, right)."""
    taken, result = set(), []
    for r, cells in enumerate(table):
        c = 0
        for text, down, right in cells:
            while (r, c) in taken:
                c += 1
            taken |= {(r + i, c + j) for i in range(down) for j in range(right)}
            result.append((r, c, text, down, right))
            c += right
    return result, max(c for _, c in taken) + 1


def make_html() -> str:
    html = ['<html><head><meta charset="utf-8"></head><body>']
    for block in grid():
        if isinstance(block, str):
            html.append(f"<p>{block}</p>")
            continue
        html.append('<table border="1">')
        for cells in block:
            html.append("<tr>" + "".join(f'<td rowspan="{d}" colspan="{r}">{t}</td>' for t, d, r in cells) + "</tr>")
        html.append("</table>")
    return "\n".join(html + ["</body></html>"])


def make_docx(path) -> None:
    document = docx.Document()
    for block in grid():
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        cells, width = placed(block)
        table = document.add_table(rows=len(block), cols=width)
        for r, c, text, down, right in cells:
            target = table.cell(r, c)
            if down > 1 or right > 1:
                target = target.merge(table.cell(r + down - 1, c + right - 1))
            target.text = text
    document.save(path)


def make_xlsx(path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    at = 1
    for block in grid():
        if isinstance(block, str):
            sheet.cell(at, 1, block)
            sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=15)
            at += 1
            continue
        for r, c, text, down, right in placed(block)[0]:
            if text:
                sheet.cell(at + r, c + 1, int(text) if text.isdigit() else text)
            if down > 1 or right > 1:
                sheet.merge_cells(start_row=at + r, start_column=c + 1, end_row=at + r + down - 1, end_column=c + right)
        at += len(block)
    book.save(path)


def convert(source, target: str, *options: str) -> None:
    subprocess.run(["soffice", "--headless", *options, "--convert-to", target, "--outdir", HERE, source], check=True)


def main() -> None:
    make_docx(HERE / "python-docx.docx")
    make_xlsx(HERE / "openpyxl.xlsx")
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / "libreoffice.html"
        page.write_text(make_html(), encoding="utf-8")
        convert(page, "odt:writer8", "--writer")
        odt = HERE / "libreoffice.odt"
        convert(odt, "docx:Office Open XML Text")
        odt.rename(HERE / "refused.odt")
        book = pathlib.Path(folder) / "libreoffice.xlsx"
        book.write_bytes((HERE / "openpyxl.xlsx").read_bytes())
        convert(book, "xlsx:Calc MS Excel 2007 XML")


if __name__ == "__main__":
    main()
