"""Measures the package: import, one check, and a batch beside what C++ takes for the same reports.

Argument: the program rows_bench. GONGKAI_LIBRARY and PYTHONPATH say where the package is."""

import array
import os
import random
import subprocess
import sys
import tempfile
import time
from typing import Callable, List

COUNT = 20000


def best(call: Callable[[], object], rounds: int = 9, times: int = 1) -> float:
    """Nanoseconds of a call, in the best of some rounds."""
    result = float("inf")
    for _ in range(rounds):
        begin = time.perf_counter()
        for _ in range(times):
            call()
        result = min(result, time.perf_counter() - begin)
    return result / times * 1e9


def import_time() -> float:
    """Milliseconds to import the package, without the start of Python."""
    program = "import time; t = time.perf_counter(); import gongkai; print((time.perf_counter() - t) * 1000)"
    return min(float(subprocess.check_output([sys.executable, "-c", program])) for _ in range(15))


def main() -> None:
    import gongkai

    cells = gongkai.cells()
    width = len(cells)
    draw = random.Random(1)
    # Mostly reports without a fault, as they come from a portal; some with one, some with blanks.
    rows = array.array("q", bytes(8 * width * COUNT))
    blanks = bytearray(width * COUNT)
    keys: List[str] = [cell["key"] for cell in cells]
    for row in range(COUNT):
        for column, cell in enumerate(cells):
            if "2021" not in cell["editions"]:
                blanks[row * width + column] = 1
        if row % 10 == 0:
            rows[row * width + draw.randrange(width)] = draw.randrange(1, 9)
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ("cells", "blanks")]
        for path, data in zip(paths, (rows, blanks)):
            with open(path, "wb") as file:
                file.write(data)
        printed = subprocess.check_output([sys.argv[1], *paths]).split()
    core, batch, one_core, one_c = map(float, printed[1:])

    def check() -> object:
        return gongkai.check_rows(rows, blanks, edition="2021", year=2023, jobs=1)

    python = best(check) / COUNT
    report = gongkai.Report("2021", year=2023)
    report.update(dict.fromkeys((key for key, cell in zip(keys, cells) if "2021" in cell["editions"]), 0))
    one_python = best(report.check, times=20000)
    print(f"a report of a batch: C++ core {core:.0f} ns, C {batch:.0f} ns, Python {python:.0f} ns")
    print(f"Python batch beside C++ core: {core / python:.0%}; beside the C batch: {batch / python:.0%}")
    print(f"one check: C++ core {one_core:.0f} ns, C {one_c:.0f} ns, Python {one_python:.0f} ns")
    print(f"import gongkai: {import_time():.1f} ms")


if __name__ == "__main__":
    main()
