"""Counties to bundle, and what they became."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from reporter.bundle.order import BundleOrder, Selection, units_of
from reporter.bundle.outcome import Done, Outcome
from reporter.bundle.plan import make_plan
from reporter.bundle.pool import Crew
from reporter.bundle.rest import rest
from reporter.bundle.result import Run
from reporter.bundle.run import InProcess, plan_only, run
from reporter.bundle.unit import Job, work_all

EVERYTHING = Selection()
TODAY = date(2026, 11, 5)
_OF_THE_RUN = ("journal.sqlite", "journal.sqlite-wal", "journal.sqlite-shm", "lock", "运行报告")


class Nobody:
    """Watches nothing."""

    def begin(self, total: int) -> None:
        """So many units."""

    def unit(self, outcome: Outcome, left: float | None) -> None:
        """One is done."""

    def filings(self, done: int, total: int, left: float | None) -> None:
        """So many filings of one unit."""


def order(
    roots: list[Path] | tuple[Path, ...], out: Path, selection: Selection = EVERYTHING, jobs: int = 1
) -> BundleOrder:
    """Everything in Word files."""
    return BundleOrder(units_of(roots, out), out, selection, ("docx",), TODAY, jobs)


def here(jobs: Sequence[Job], workers: int) -> Crew:
    """No processes: quick, and faults can be put in."""
    return InProcess()


class _AtOnce:
    def outcomes(self, jobs: Sequence[Job]) -> Iterator[Outcome]:
        return iter(work_all(jobs))


def at_once(jobs: Sequence[Job], workers: int) -> Crew:
    """All units as one chunk in this process: they go in step."""
    return _AtOnce()


def made(given: BundleOrder) -> Run:
    """A run in this process, as the command does it."""
    plan = make_plan(given)
    return run(given, Nobody(), here) if plan.looks else rest(given, plan)


def planned(given: BundleOrder) -> Run:
    """A dry run."""
    plan = make_plan(given)
    return plan_only(given, plan, Nobody())


def verdicts(found: Run) -> dict[str, str]:
    """Unit → what became of its only filing."""
    return {one.unit: one.verdict for one in found.done}


def only(found: Run, verdict: str) -> Done:
    """The one filing with that verdict."""
    (one,) = (one for one in found.done if one.verdict == verdict)
    return one


def tree(out: Path) -> dict[str, str]:
    """Every file of the results by digest, without what only tells of the run."""
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file() and not path.name.startswith(_OF_THE_RUN)
    }


def word_file(folder: Path) -> Path:
    """The only Word file of a unit."""
    (path,) = folder.glob("*.docx")
    return path


def answer(folder: Path, line: int, old: str, new: str) -> None:
    """Changes one line of the typed answers."""
    path = folder / "指标填报.csv"
    lines = path.read_text(encoding="utf-8").split("\n")
    assert old in lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(old, new)
    path.write_text("\n".join(lines), encoding="utf-8")
