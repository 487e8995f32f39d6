"""Writes Parquet with a row for each cell of each report: file, authority, year, cell, value, state.

    python tidy_parquet.py FOLDER OUTPUT.parquet"""

import sys

import pyarrow
import pyarrow.parquet

import gongkai

STATES = ["not in the form", "absent", "blank", "read", "unreadable", "inferred"]  # numbers of GK_STATE_
ABOUT = ["file", "authority", "year"]
KEYS = [cell["key"] for cell in gongkai.cells()]
NUMBER = pyarrow.decimal128(21, 2)  # counts, and yuan


def tidy(wide: pyarrow.RecordBatch) -> pyarrow.Table:
    """The cells of a batch of reports, one cell after the other."""
    columns = {name: pyarrow.concat_arrays([wide[name]] * len(KEYS)) for name in ABOUT}
    numbers = pyarrow.array([number for number in range(len(KEYS)) for _ in range(wide.num_rows)], pyarrow.int16())
    columns["cell"] = pyarrow.DictionaryArray.from_arrays(numbers, KEYS)
    columns["value"] = pyarrow.concat_arrays([wide[key].cast(NUMBER) for key in KEYS])
    states = pyarrow.concat_arrays([wide[key + ".state"] for key in KEYS])
    columns["state"] = pyarrow.DictionaryArray.from_arrays(states, STATES)
    return pyarrow.table(columns)


folder, output = sys.argv[1:]
reports = gongkai.read_many(folder, columns=[*ABOUT, *KEYS, *(key + ".state" for key in KEYS)], batch_size=256)
writer = None
for batch in pyarrow.RecordBatchReader.from_stream(reports):
    table = tidy(batch)
    writer = writer or pyarrow.parquet.ParquetWriter(output, table.schema)
    writer.write_table(table)
if writer is not None:
    writer.close()
