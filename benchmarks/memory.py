"""Memory of one process that makes PDFs: resident size after every so many units.

Usage: python benchmarks/memory.py [UNITS [EVERY]]. UNITS counties (2,000) go through the whole walk of a bundle, with
PDF, one after the other in this process, which is what a worker does that is never replaced. Aimed at: what is held
after unit 100 and after the last differs by at most 5 %.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from time import process_time

from counties import make_one

from reporter.bundle.order import BundleOrder, Selection, units_of
from reporter.bundle.recipe import recipe
from reporter.bundle.unit import Job, work

UNITS, EVERY, SETTLED = 2000, 100, 100
AIM = 0.05
_DAY = date(2026, 11, 5)
_PAGE = os.sysconf("SC_PAGE_SIZE")


def resident() -> float:
    """MB that this process holds."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * _PAGE / 1e6


def one(home: Path, number: int, formats: tuple[str, ...], made_with: dict[str, str]) -> None:
    """Makes and forgets county `number`."""
    with tempfile.TemporaryDirectory(dir=home) as folder:
        root, out = make_one(Path(folder), number), Path(folder, "out")
        (unit,) = units_of([root], out)
        outcome = work(Job(unit, BundleOrder((unit,), out, Selection(), formats, _DAY), made_with, run=1))
        assert not outcome.bad, outcome


def main() -> None:
    """The command line."""
    numbers = [int(word) for word in sys.argv[1:]]
    units, every = (numbers + [UNITS, EVERY][len(numbers) :])[:2]
    formats = ("docx", "pdf")
    made_with = recipe(formats)
    held: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(1, units + 1):
            one(Path(folder), number, formats, made_with)
            if number % every == 0:
                gc.collect()
                held[number] = resident()
                print(f"{number} units: {held[number]:.1f} MB, {process_time() / number:.2f} s of a processor each")
    settled = held.get(SETTLED)
    if settled and held[max(held)] > settled * (1 + AIM):
        raise SystemExit(f"grew by {held[max(held)] / settled - 1:.0%} since unit {SETTLED}")


if __name__ == "__main__":
    main()
