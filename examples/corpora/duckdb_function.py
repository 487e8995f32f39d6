"""The reader as a function in SQL, over the files that read_blob() finds, or any table that has pages in it.

    python duckdb_function.py "reports/**" OUTPUT.csv"""

import sys
from typing import Any

import duckdb
import pyarrow

import gongkai

COLUMNS = ["authority", "year", "edition", "errors", "warnings", "requests.received.total", "problem"]
ROW = """STRUCT(authority VARCHAR, "year" INTEGER, edition VARCHAR, errors INTEGER, warnings INTEGER,
                "requests.received.total" BIGINT, problem VARCHAR)"""


def report(names: Any, contents: Any) -> Any:
    """Of some two thousand files at a time, as DuckDB hands them over; nothing is copied."""
    files = zip(names.to_pylist(), (content.as_buffer() for content in contents))
    return pyarrow.table(gongkai.read_many(files, columns=COLUMNS)).to_struct_array()


pattern, output = sys.argv[1:]
duckdb.create_function("report", report, ["VARCHAR", "BLOB"], ROW, type="arrow")
duckdb.sql(f"""
    CREATE TABLE reports AS
    SELECT filename AS file, unnest(found)
    FROM (SELECT filename, report(filename, content) AS found FROM read_blob('{pattern}'))
    ORDER BY file
""")
duckdb.sql("SELECT year, count(*) AS files, count(problem) AS unread, sum(errors) FROM reports GROUP BY ALL").show()
duckdb.sql("FROM reports").write_csv(output)
