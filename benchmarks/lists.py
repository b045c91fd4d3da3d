"""Four long lists from the ledger to delivered files: time a row and the memory of every process.

Usage: python benchmarks/lists.py [ROWS …]. For each number of ledger rows (500, 1000, 2000: four lists of about as many
rows each) a sample county is written to a temporary folder and its 四个清单 are built in a process of their own, as
`reporter build` does. Printed are pages, seconds of processor time for 1,000 rows of each step (all processes together,
so that what else the machine does counts little), seconds in all, and the peak memory of the build, of a process that
lays parts out and of the one that joins them. Memory is read from /proc, so only on Linux.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2

from reporter.making import Order
from reporter.pipeline import build

ROWS = (500, 1000, 2000)
KIND = "rectification-lists"
MAKER = Path(__file__).resolve().parents[1] / "inputs" / "make_anhe.py"
PROC = Path("/proc")
_STEPS = ("docx", "pdf", "xlsx", "verify", "other")
_NAMES = {"reporter.render.parts.lay": "lay", "reporter.render.parts.join": "join"}


class Clock:
    """The pipeline's progress, as processor time a step; processes that have ended are counted in."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(_STEPS, 0.0)
        self.number = 0
        self.last = processor_time()

    def step(self, number: int, total: int) -> None:
        """A step begins, and the one before it ends."""
        self._count("other")
        self.number = number

    def part(self, what: str) -> None:
        """A document is rendered in a format, verified, or something else is done."""
        rendered = what.rpartition(" ")[2]
        self._count(rendered if self.number == 5 else "verify" if self.number == 6 else "other")

    def _count(self, name: str) -> None:
        now = processor_time()
        self.seconds[name] += now - self.last
        self.last = now


def processor_time() -> float:
    """Seconds of this process and of those it waited for, in programs and in the system."""
    return sum(os.times()[:4])


def build_once(workspace: Path, out: Path) -> None:
    """Builds, and prints as JSON what it took."""
    clock, begin = Clock(), time.perf_counter()
    (made,) = build(Order(workspace, out, (KIND,)), clock).made
    clock.step(0, 0)
    took = time.perf_counter() - begin
    document = made.document
    tables = [one.content for one in document.attachments] or list(document.body)
    rows = sum(len(getattr(table, "rows", ())) for table in tables)
    pages = len(pypdfium2.PdfDocument(made.files["pdf"]))
    print(json.dumps({"rows": rows, "pages": pages, "seconds": clock.seconds, "took": took}))


def measured(rows: int, folder: Path) -> tuple[dict[str, Any], dict[str, int]]:
    """What one build says, and the peak memory of its processes in MB."""
    workspace = folder / f"anhe-{rows}"
    subprocess.run(
        [sys.executable, MAKER, "--rows", str(rows), "--out", workspace], check=True, capture_output=True
    )
    command = [sys.executable, __file__, "--build", str(workspace), str(folder / "out")]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process,
        watched(process.pid) as peaks,
    ):
        answer, _ = process.communicate()
    if process.returncode:
        raise SystemExit(process.returncode)
    return json.loads(answer), peaks


@contextmanager
def watched(root: int) -> Iterator[dict[str, int]]:
    """Peaks by kind of process, of `root` and all that it starts; complete when the block is left."""
    peaks: dict[str, int] = {}
    over = threading.Event()

    def watch() -> None:
        while not over.wait(0.05):
            for pid in family(root):
                name, peak = peak_of(pid)
                peaks[name] = max(peaks.get(name, 0), peak)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield peaks
    finally:
        over.set()
        thread.join()


def family(root: int) -> list[int]:
    """The process and its descendants."""
    children: dict[int, list[int]] = {}
    for folder in PROC.iterdir():
        if folder.name.isdecimal():
            stat = read(folder / "stat").rpartition(")")[2].split()
            if stat:
                children.setdefault(int(stat[1]), []).append(int(folder.name))
    found, waiting = [], [root]
    while waiting:
        found.append(waiting.pop())
        waiting += children.get(found[-1], [])
    return found


def peak_of(pid: int) -> tuple[str, int]:
    """What kind of process it is, and its peak of resident memory in MB."""
    words = read(PROC / str(pid) / "cmdline").split("\0")
    name = next((_NAMES[word] for word in words if word in _NAMES), "build")
    lines = read(PROC / str(pid) / "status").splitlines()
    return name, max((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM:")), default=0)


def read(path: Path) -> str:
    """The text, or nothing where the process has just ended."""
    try:
        return path.read_text()
    except OSError:
        return ""


def main(sizes: tuple[int, ...]) -> None:
    """One line a size."""
    print("        processor seconds for 1,000 rows        seconds    peak memory, MB")
    print(
        f"{'rows':>5} {'pages':>5}  "
        + " ".join(f"{name:>6}" for name in _STEPS)
        + "  in all    build   lay  join"
    )
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            answer, peaks = measured(size, Path(folder))
            rows = answer["rows"]
            each = " ".join(f"{answer['seconds'][name] * 1000 / rows:6.2f}" for name in _STEPS)
            memory = " ".join(f"{peaks.get(name, 0):5}" for name in ("build", "lay", "join"))
            print(f"{rows:5} {answer['pages']:5}  {each}  {answer['took']:6.1f}    {memory}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--build"]:
        build_once(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        main(tuple(map(int, sys.argv[1:])) or ROWS)
