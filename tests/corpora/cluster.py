"""Runs the commands of examples/corpora/README.md on a local cluster of Spark, whose executors are processes of
their own, over 2,000 reports in all formats; one executor is killed midway. What comes out is what one process gives.

    python cluster.py WHEEL GENERATE_PRINT GONGKAI

in an environment with pyspark, pandas and pyarrow, without gongkai."""

import importlib.util
import json
import os
import pathlib
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
import zipfile
from typing import Any, Dict, List, Optional

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples" / "corpora"
REPORTS = 2000
SHORT_LIFE = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"  # a process of some seconds is over before C2 has paid


def commands() -> Dict[str, str]:
    """The shell blocks of the README, by what they are about."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", (EXAMPLES / "README.md").read_text(encoding="utf-8"), re.S | re.M)
    names = ["archives", "py-files", "names_through_pipe"]
    return {next(name for name in names if name in block): block for block in blocks}


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def executor_pids() -> Dict[str, int]:
    """The processes that are executors, by the id that Spark gave them, of the application that is running below us."""
    found = {}
    for entry in pathlib.Path("/proc").iterdir():
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0") if entry.name.isdigit() else []
        except OSError:
            continue
        is_executor = b"org.apache.spark.executor.CoarseGrainedExecutorBackend" in words
        if is_executor and str(WORK).encode() in b" ".join(words):
            found[words[words.index(b"--executor-id") + 1].decode()] = int(entry.name)
    return found


class Watch(threading.Thread):
    """Looks at the running application: which executors there are and what each did. Kills one, where that is wanted,
    when a third of the tasks of its first stage are done."""

    def __init__(self, port: int, kills: bool) -> None:
        super().__init__(daemon=True)
        self.api = f"http://127.0.0.1:{port}/api/v1/applications"
        self.kills = kills
        self.pids: Dict[str, int] = {}
        self.tasks: Dict[str, int] = {}
        self.killed: Optional[str] = None
        self.is_over = False

    def ask(self, path: str) -> Any:
        with urllib.request.urlopen(self.api + path, timeout=5) as answer:
            return json.load(answer)

    def run(self) -> None:
        while not self.is_over:
            time.sleep(0.05)
            try:
                self.look(self.ask("")[0]["id"])
            except (OSError, IndexError, ValueError):
                continue  # it has not begun, or is over

    def look(self, application: str) -> None:
        self.pids.update(executor_pids())
        for executor in self.ask(f"/{application}/allexecutors"):
            if executor["id"] != "driver":
                self.tasks[executor["id"]] = executor["totalTasks"]
        if not self.kills or self.killed is not None:
            return
        for stage in self.ask(f"/{application}/stages?status=active"):
            if stage["numTasks"] > 20 and stage["numCompleteTasks"] >= stage["numTasks"] // 3:
                self.killed = max(self.tasks, key=lambda one: self.tasks[one])
                os.kill(self.pids[self.killed], signal.SIGKILL)
                print(f"killed -9 executor {self.killed}, process {self.pids[self.killed]}, after "
                      f"{stage['numCompleteTasks']} of {stage['numTasks']} tasks", flush=True)
                return


def run(name: str, place: pathlib.Path, kills: bool = False) -> Watch:
    """Runs the commands in a folder, on a cluster of two executors."""
    port = free_port()
    (WORK / "conf").mkdir(exist_ok=True)
    (WORK / "conf" / "spark-defaults.conf").write_text(
        "spark.master local-cluster[2,1,1024]\n"
        f"spark.ui.port {port}\n"
        f"spark.executor.extraJavaOptions {SHORT_LIFE} -Dgongkai.test={WORK}\n"  # tells ours from others'
        f"spark.driver.extraJavaOptions {SHORT_LIFE}\n"
        "spark.sql.shuffle.partitions 4\n"
    )
    environment = dict(os.environ, SPARK_CONF_DIR=str(WORK / "conf"), SPARK_LOCAL_IP="127.0.0.1")
    environment["PYSPARK_PYTHON"] = sys.executable
    environment["PATH"] = f"{pathlib.Path(sys.executable).parent}:{environment['PATH']}"
    for name_ in ("PYTHONPATH", "GONGKAI_LIBRARY"):
        environment.pop(name_, None)
    watch = Watch(port, kills)
    watch.start()
    begin, used = time.monotonic(), processor_time()
    with open(WORK / f"{name}.log", "w+", encoding="utf-8") as log:
        shell = ["bash", "-euc", commands()[name]]
        ran = subprocess.run(shell, cwd=place, env=environment, stdout=subprocess.PIPE, stderr=log, text=True)
        log.seek(0)
        lines = log.read().splitlines()
    watch.is_over = True
    watch.join()
    if ran.returncode != 0:
        print("\n".join(line[:300] for line in lines if not re.search(r"^\tat |INFO|WARN", line))[-6000:])
        raise SystemExit(f"{name}: the commands of the README end with {ran.returncode}")
    seconds = f"{time.monotonic() - begin:.1f} s, {processor_time() - used:.1f} s of processor time"
    print(f"---- {name}: {seconds}\n{ran.stdout}", end="")
    for one, pid in watch.pids.items():
        print(f"executor {one}: process {pid}, {watch.tasks.get(one, 0)} tasks")
    if kills:
        told = [line for line in lines if re.search(r"Lost executor|exited with code|Lost task", line)]
        print("\n".join(line[:220] for line in told[:12]), flush=True)
        assert watch.killed is not None, "the run was over before an executor could be killed"
        assert any("Lost executor" in line for line in told), "Spark did not notice that an executor was killed"
    return watch


def processor_time() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def rows_of(table: Any) -> List[Any]:
    """The rows of a table in an order of their own; names of files without the scheme that Spark gives them."""
    names = table.column_names
    rows = [dict(zip(names, row)) for row in zip(*(column.to_pylist() for column in table.columns))]
    for row in rows:
        row["file"] = re.sub(r"^file:(?=/)", "", row["file"])
    return sorted((tuple(row.items()) for row in rows), key=repr)


def compare_parquet(place: pathlib.Path) -> None:
    """What Spark wrote beside what one process reads."""
    import pyarrow
    import pyarrow.compute
    import pyarrow.parquet as parquet

    import gongkai

    columns = gongkai.read_many(place / "reports")
    single, findings = pyarrow.table(columns), pyarrow.table(columns.findings)
    reports = parquet.read_table(place / "out" / "reports")
    assert single.num_rows == len(columns)
    assert reports.column_names == single.column_names
    assert rows_of(reports) == rows_of(single), "reports are not those of one process"
    found = parquet.read_table(place / "out" / "findings")
    assert rows_of(found) == rows_of(findings.select(found.column_names)), "findings are not those of one process"
    unread = single.filter(pyarrow.compute.is_valid(single["problem"]))["file"].to_pylist()
    assert sorted(map(os.path.basename, unread)) == sorted(os.listdir(place / "reports" / "poison")), unread
    told = f"{reports.num_rows} reports, {len(unread)} of them unread, and {found.num_rows} findings"
    print(f"{told} are those of one process", flush=True)


def main() -> None:
    wheel, generate_print, program = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    assert importlib.util.find_spec("gongkai") is None, "gongkai is installed here: nothing would have to be shipped"
    with zipfile.ZipFile(wheel) as package:
        package.extractall(WORK / "here")
    sys.path[:0] = [str(WORK / "here"), str(pathlib.Path(__file__).parent)]
    import corpus

    begin = time.monotonic()
    few, all_ = WORK / "few", WORK / "all"
    for place, count, seeds in ((few, 80, 4), (all_, REPORTS - 5, 24)):
        corpus.write_reports(place / "reports", str(generate_print), count, seeds)
        corpus.write_poison(place / "reports" / "poison")
        for file in (wheel, *EXAMPLES.glob("*.py")):
            shutil.copy(file, place)
        shutil.copy(program, place / "gongkai")
    print(f"{REPORTS} reports made: {time.monotonic() - begin:.1f} s", flush=True)

    run("py-files", few)
    compare_parquet(few)

    watch = run("archives", all_, kills=True)
    assert sum(watch.tasks.get(one, 0) > 0 for one in watch.pids) >= 2, f"one process did it all: {watch.tasks}"
    compare_parquet(all_)

    run("names_through_pipe", all_)
    names = (all_ / "names.txt").read_bytes()
    command = [all_ / "gongkai", "check", "--stdin-lines", "--format", "jsonl", "--except", "years.,peers."]
    whole = subprocess.run(command, input=names, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    parts = b"".join(path.read_bytes() for path in sorted((all_ / "lines").glob("part-*")))
    assert whole.count(b"\n") == REPORTS
    assert parts == whole, "the lines are not those of one process"
    print(f"{REPORTS} lines of JSON are those of one process")
    print("3 passed, 0 failed")


with tempfile.TemporaryDirectory(prefix="gongkai-spark-") as folder:
    WORK = pathlib.Path(folder)
    main()
