"""SQL over the reports of a folder, which are read while the query runs.

    python duckdb_stream.py FOLDER OUTPUT.parquet"""

import sys

import duckdb

import gongkai

folder, output = sys.argv[1:]
reports = gongkai.read_many(folder)
findings = reports.findings

duckdb.sql("""
    SELECT year, count(*) AS files, sum("requests.received.total") AS received,
           sum("requests.outcomes.granted.total") AS granted
    FROM reports GROUP BY year ORDER BY year
""").show()
duckdb.sql("""
    SELECT rule, severity, count(*) AS found, count(DISTINCT file) AS files, max(abs(difference)) AS largest
    FROM findings GROUP BY ALL ORDER BY found DESC LIMIT 10
""").show()
duckdb.sql("FROM reports").write_parquet(output)
