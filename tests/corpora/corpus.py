"""Makes folders of many reports in every format: documents of tests/generate, and what the library writes of them."""

import itertools
import os
import pathlib
import random
import subprocess
import zipfile
from concurrent.futures import ThreadPoolExecutor
from typing import Callable, Dict, Iterator, List, Tuple

import gongkai

LAYOUTS: Dict[str, str] = {
    "flattened": "txt", "tabbed": "txt", "aligned": "txt", "running": "txt", "extracted": "txt", "piped": "txt",
    "markdown": "md", "csv": "csv", "tsv": "tsv", "html": "html", "docx": "docx", "xlsx": "xlsx", "drawn": "txt",
}  # fmt: skip
ODDITIES = ("blanks", "units", "narrative", "label_variants", "chrome", "spaces", "damaged_cells")

WRITERS: Tuple[Tuple[str, Callable[[gongkai.Report], object]], ...] = (
    ("docx", lambda report: report.to_docx()),
    ("xlsx", lambda report: report.to_xlsx()),
    ("html", lambda report: report.to_html()),
    ("md", lambda report: report.to_markdown()),
    ("csv", lambda report: report.to_csv()),
    ("json", lambda report: report.to_json()),
)


def generated(program: str, seed: int, layout: str) -> bytes:
    """A document with a few oddities, by generate_print."""
    odd = random.Random(seed).sample(ODDITIES, seed % 4)
    return subprocess.run([program, str(seed), layout, *odd], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


def with_a_slip(report: gongkai.Report, draw: random.Random) -> gongkai.Report:
    """A copy of its own; in one of three a number is off."""
    copy = report.copy()
    copy.authority = f"第{draw.randrange(10**6)}局"
    if draw.randrange(3) == 0:
        filled = [key for key, value in copy.items() if isinstance(value, int)]
        if filled:
            copy[draw.choice(filled)] = draw.randrange(1000)
    return copy


def write_reports(folder: pathlib.Path, program: str, count: int, seeds: int = 24) -> None:
    """count reports, in folders by format: `seeds` of each layout, the others as the library writes them."""
    folder.mkdir(parents=True, exist_ok=True)
    plan = [(seed, layout) for seed in range(1, seeds + 1) for layout in LAYOUTS][:count]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        documents = list(pool.map(lambda one: generated(program, *one), plan))
    for (seed, layout), document in zip(plan, documents):
        place = folder / layout
        place.mkdir(exist_ok=True)
        (place / f"{seed}.{LAYOUTS[layout]}").write_bytes(document)
    reports = [checked.report for checked in gongkai.check_many(folder) if checked.error is None]
    for number, (name, data) in enumerate(itertools.islice(written(reports), count - len(plan))):
        place = folder / f"written {name}"  # a blank in a name, as people have it
        place.mkdir(exist_ok=True)
        (place / f"年报{number}.{name}").write_bytes(data)


def written(reports: List[gongkai.Report]) -> Iterator[Tuple[str, bytes]]:
    """Without end: what the library writes of the reports, in all formats by turns."""
    draw = random.Random(1)
    for report, (name, write) in zip(itertools.cycle(reports), itertools.cycle(WRITERS)):
        data = write(with_a_slip(report, draw))
        yield name, data if isinstance(data, bytes) else str(data).encode("utf-8")


def write_poison(folder: pathlib.Path) -> List[str]:
    """Files that are no reports: nothing, noise, a bomb, one that is cut off, one that nests without end."""
    folder.mkdir(parents=True, exist_ok=True)
    noise = random.Random(7).randbytes(50_000)
    (folder / "nothing.html").write_bytes(b"")
    (folder / "noise.docx").write_bytes(noise)
    with zipfile.ZipFile(folder / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", "<Types/>")
        bomb.writestr("word/document.xml", bytes(400 << 20))
    (folder / "cut.xlsx").write_bytes(b"PK\x03\x04" + noise[:300])
    (folder / "deep.html").write_bytes(b"<div>" * 200_000)
    return sorted(path.name for path in folder.iterdir())
