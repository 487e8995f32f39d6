"""What a user would write in Python for one page: pandas.read_html (lxml), then the sums. Prints milliseconds a page, best of the rounds.

    GONGKAI_BENCH_PAGE=page.html gongkai_bench --benchmark_filter=bare_sax_parse   # writes the page
    python3 html_pandas.py page.html
"""
import sys
import time

import pandas


def sums(path: str) -> int:
    checked = 0
    for table in pandas.read_html(path, flavor="lxml"):
        for _, row in table.iterrows():
            numbers = [n for n in (pandas.to_numeric(cell, errors="coerce") for cell in row) if not pandas.isna(n)]
            if len(numbers) > 1:
                checked += sum(numbers[:-1]) == numbers[-1]
    return checked


def main() -> None:
    best = float("inf")
    for _ in range(5):
        begin = time.process_time()
        sums(sys.argv[1])
        best = min(best, time.process_time() - begin)
    print(f"pandas.read_html and the sums: {best * 1000:.1f} ms of processor time")


main()
