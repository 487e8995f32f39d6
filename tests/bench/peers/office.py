#!/usr/bin/python3
"""Times the cells of the office fixtures read with python-docx and with openpyxl (read_only), beside office_bench.

Needs python3-docx and python3-openpyxl. Run both in one sitting: gongkai_bench --benchmark_filter=decode_file; this.
"""
import io
import pathlib
import time

import docx
import openpyxl

DATA = pathlib.Path(__file__).parents[2] / "data" / "office"


def read_docx(data: bytes) -> int:
    document = docx.Document(io.BytesIO(data))
    texts = [paragraph.text for paragraph in document.paragraphs]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return len(texts)


def read_xlsx(data: bytes) -> int:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    return sum(len(row) for sheet in book for row in sheet.iter_rows(values_only=True))


for path in sorted(DATA.iterdir()):
    read = {".docx": read_docx, ".xlsx": read_xlsx}.get(path.suffix)
    if read is None:
        continue
    data = path.read_bytes()
    assert read(data) > 0
    best = min(time_of for _ in range(10) for start in [time.perf_counter()] for _ in [read(data)]
               for time_of in [time.perf_counter() - start])
    print(f"{path.name}: {best * 1e6:.0f} us")
