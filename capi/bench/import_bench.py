"""How much longer than `import ctypes` `import gongkai` takes: medians of many processes, started in turns, by the
interpreter's own account (-X importtime) and by the processor's time of the whole process."""

import os
import resource
import statistics
import subprocess
import sys
from typing import Dict, List, Tuple

STARTS = 60


def started(module: str) -> Tuple[float, float]:
    """Milliseconds: of the import, and of the processor for the process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    program = f"import sys; sys.path[:0] = {sys.path!r}; import {module}"
    command = [sys.executable, "-S", "-X", "importtime", "-c", program]
    told = subprocess.run(command, stderr=subprocess.PIPE, check=True, text=True).stderr
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = next(int(line.split("|")[1]) for line in told.splitlines() if line.split("|")[-1].strip() == module)
    return took / 1000, (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package is compiled
measured: Dict[str, List[Tuple[float, float]]] = {"ctypes": [], "gongkai": []}
for _ in range(STARTS):
    for module, times in measured.items():
        times.append(started(module))
medians = {module: [statistics.median(of) for of in zip(*times)] for module, times in measured.items()}
more = [ours - theirs for ours, theirs in zip(medians["gongkai"], medians["ctypes"])]
for module, (took, used) in medians.items():
    print(f"import {module}: {took:.1f} ms; process {used:.1f} ms of processor time")
print(f"more: {more[0]:.1f} ms; {more[1]:.1f} ms of processor time (load {os.getloadavg()[0]:.1f})")
