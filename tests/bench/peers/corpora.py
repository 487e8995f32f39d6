"""One table, one run: what many reports cost on the way to a table, beside pandas.read_html and the sums. Of each way
the time, the processor's time, the most memory that it and all it started held at once, and the bytes that it wrote.

    python corpora.py GENERATE_PRINT GONGKAI [--pages 2000] [--texts 10000] [--pandas-pages 2000] [--many 100000]

in an environment with gongkai, pandas, lxml, polars, duckdb, pyarrow; with pyspark in that of --spark PYTHON, which
also needs the package. Pages are generated reports with menus and scripts around them up to 170 KB, as of portals."""

import argparse
import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from typing import Dict, List, Sequence, Tuple

PAGE_BYTES = 170_000
HERE = pathlib.Path(__file__).resolve().parent
PATHS = {
    "pandas.read_html and the sums": """
import sys, pathlib, pandas
held = 0
for path in sorted(pathlib.Path(sys.argv[1]).iterdir())[:int(sys.argv[3])]:
    for table in pandas.read_html(path, flavor="lxml"):
        for _, row in table.iterrows():
            numbers = [n for n in (pandas.to_numeric(cell, errors="coerce") for cell in row) if not pandas.isna(n)]
            held += len(numbers) > 1 and sum(numbers[:-1]) == numbers[-1]
""",
    "read_many, pandas": """
import sys, gongkai
gongkai.read_many(sys.argv[1]).to_pandas().to_parquet(sys.argv[2])
""",
    "read_many, polars": """
import sys, gongkai, polars
polars.DataFrame(gongkai.read_many(sys.argv[1])).write_parquet(sys.argv[2])
""",
    "read_many, DuckDB": """
import sys, gongkai, duckdb
reports = gongkai.read_many(sys.argv[1])
duckdb.sql("FROM reports").write_parquet(sys.argv[2])
""",
    "Spark, 2 executors": """
import sys, pyspark.sql
from gongkai.spark import read_reports
spark = pyspark.sql.SparkSession.builder.master("local-cluster[2,1,1024]").getOrCreate()
read_reports(spark, sys.argv[1]).write.parquet("file://" + sys.argv[2])
spark.stop()
""",
}


def used_by(root: int, processor: Dict[int, float]) -> float:
    """MiB that a process and all below it hold, pages that they share counted in each; and what each has used of the
    processor, in seconds, also of those that nobody waits for."""
    children: Dict[int, List[int]] = {}
    held: Dict[int, int] = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                words = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            process = int(entry.name)
            children.setdefault(int(words[1]), []).append(process)
            held[process] = int(words[21])
            processor[process] = (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")
    found = [root]
    for process in found:
        found += children.get(process, [])
    for process in set(processor) & set(held) - set(found):
        del processor[process]  # another's
    return sum(held.get(process, 0) for process in found) * resource.getpagesize() / 2**20


def measured(command: Sequence[str], output: pathlib.Path, stdout: bool) -> Tuple[float, float, float, int, str]:
    """Seconds, seconds of processor time, MiB at most, bytes written; and what was said where it failed."""
    before, begin, most = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic(), 0.0
    processor: Dict[int, float] = {}
    with open(output if stdout else os.devnull, "wb") as written:
        process = subprocess.Popen(command, stdout=written, stderr=subprocess.PIPE)
        told: List[bytes] = []
        assert process.stderr is not None
        reader = threading.Thread(target=lambda pipe: told.append(pipe.read()), args=(process.stderr,))
        reader.start()
        while process.poll() is None:
            most = max(most, used_by(process.pid, processor))
            time.sleep(0.1)
        reader.join()
    failure = "" if process.returncode in (0, 1) else told[0].decode().strip().splitlines()[-1]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    files = [output] if output.is_file() else [file for file in output.rglob("*") if file.is_file()]
    written_bytes = sum(file.stat().st_size for file in files)
    return time.monotonic() - begin, max(used, sum(processor.values())), most, written_bytes, failure


def portal_page(report: str, draw: random.Random) -> str:
    """The report with what a portal puts around it."""
    lists: List[str] = []
    wanted = PAGE_BYTES - len(report.encode())
    while wanted > 0:
        entries = "".join(
            f'<li class="item"><a href="/art/{draw.randrange(10**6)}.html">公告{draw.randrange(10**4)}</a>'
            f"<span>20{draw.randrange(10, 26)}-01-{n + 10}</span></li>"
            for n in range(12)
        )
        lists.append(f'<div class="nav block" id="b{len(lists)}"><h3>栏目</h3><ul>{entries}</ul></div>')
        lists.append(f"<script>var s{len(lists)} = {[draw.randrange(1000) for _ in range(40)]};</script>")
        wanted -= sum(len(part.encode()) for part in lists[-2:])
    head, body, rest = report.partition("<body>")
    inner, end, tail = rest.rpartition("</body>")
    half = len(lists) // 2
    return head + body + "".join(lists[:half]) + "<div>" + inner + "</div>" + "".join(lists[half:]) + end + tail


def write_inputs(place: pathlib.Path, generate_print: str, pages: int, texts: int) -> None:
    sys.path.insert(0, str(HERE.parents[1] / "corpora"))
    import corpus

    import gongkai

    draw = random.Random(1)
    reports = [gongkai.read(corpus.generated(generate_print, 4 * seed, "html")) for seed in range(1, 41)]
    (place / "pages").mkdir()
    for number in range(pages):
        report = corpus.with_a_slip(reports[number % len(reports)], draw)
        (place / "pages" / f"{number}.html").write_text(portal_page(report.to_html(), draw), encoding="utf-8")
    bodies = [corpus.generated(generate_print, 4 * seed, "flattened") for seed in range(1, 41)]
    (place / "texts").mkdir()
    for number in range(texts):
        (place / "texts" / f"{number}.txt").write_bytes(bodies[number % len(bodies)])


def flat_memory(folder: pathlib.Path, count: int) -> None:
    """Resident memory while read_many() goes through so many files; each of the folder again and again."""
    import pyarrow

    import gongkai

    files = sorted(folder.iterdir())
    paths = [files[number % len(files)] for number in range(count)]
    begin, rows, told = time.monotonic(), 0, []
    for batch in pyarrow.RecordBatchReader.from_stream(gongkai.read_many(paths, columns=["file", "year", "errors"])):
        rows += batch.num_rows
        if rows * 10 // count > len(told):
            resident = int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() // 1024
            told.append(f"{resident:,}")
    seconds = time.monotonic() - begin
    print(f"\nread_many of {rows} texts: {seconds:.1f} s; KiB resident at each tenth: {' '.join(told)}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("generate_print")
    parser.add_argument("gongkai")
    parser.add_argument("--spark", help="a Python that has pyspark")
    for name, count in (("--pages", 2000), ("--texts", 10000), ("--pandas-pages", 2000), ("--many", 100000)):
        parser.add_argument(name, type=int, default=count)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gongkai-peers-") as folder:
        place = pathlib.Path(folder)
        write_inputs(place, asked.generate_print, asked.pages, asked.texts)
        for what, count in (("pages", asked.pages), ("texts", asked.texts)):
            size = sum(file.stat().st_size for file in (place / what).iterdir())
            print(f"\n{count} {what}, {size / count / 1000:.1f} KB each")
            print("| | s | s of processor | beside jsonl, 1 job | MiB | MB written | load |")
            print("|---|---|---|---|---|---|---|")
            beside = 0.0
            check = [asked.gongkai, "check", str(place / what), "--format", "jsonl", "--jobs"]
            ways = {f"gongkai check --format jsonl --jobs {jobs}": [*check, str(jobs)] for jobs in (1, 2)}
            for name, program in PATHS.items():
                python = asked.spark if "Spark" in name else sys.executable
                if python is not None and (what == "pages" or "read_html" not in name):
                    ways[name] = [python, "-W", "ignore", "-c", program, str(place / what)]
            for number, (name, command) in enumerate(ways.items()):
                output = place / f"{what}{number}"
                is_program = command[0] == asked.gongkai
                if not is_program:
                    command = [*command, str(output), str(asked.pandas_pages)]
                seconds, used, most, written, failure = measured(command, output, is_program)
                scale = asked.pages / asked.pandas_pages if "read_html" in name else 1
                beside = beside or used
                name += f": FAILED, {failure}" if failure else ""
                note = f" ({asked.pandas_pages} of them, times {scale:g})" if scale != 1 else ""
                times = f"{seconds * scale:.1f} | {used * scale:.1f} | {used * scale / beside:.2f}"
                load = os.getloadavg()[0]
                print(f"| {name}{note} | {times} | {most:.0f} | {written / 1e6:.2f} | {load:.1f} |", flush=True)
        flat_memory(place / "texts", asked.many)


main()
