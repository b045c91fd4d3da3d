"""What workers do when they are made to die; a module of its own, since a spawned process imports it by name."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from pathlib import Path

from reporter.bundle.outcome import Outcome
from reporter.bundle.pool import Chunk
from reporter.bundle.unit import work_all
from reporter.making import Printed, Printer, Progress, Sheet
from reporter.pauses import Paused

GRAVE = "REPORTER_TEST_GRAVE"
"""Environment variable: the file that says that a worker has died already."""
POISON = "第3号"
LEFT = ".reporter-left.tmp"
"""A temporary file as `deliver.writing` names them."""


def dies_once(jobs: Chunk) -> list[Outcome]:
    """The first worker dies while it writes a file of its first unit."""
    try:
        Path(os.environ[GRAVE]).open("x", encoding="ascii").close()
    except FileExistsError:
        return work_all(jobs)
    jobs[0].unit.folder.mkdir(parents=True, exist_ok=True)
    (jobs[0].unit.folder / LEFT).touch()
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("unreachable")


def poisoned(jobs: Chunk) -> list[Outcome]:
    """One unit always kills its worker."""
    if any(job.unit.name == "county-0002" for job in jobs):
        os.kill(os.getpid(), signal.SIGKILL)
    return work_all(jobs)


class PoisonedPress:
    """A press that one filing breaks each time."""

    def __init__(self, press: Printer) -> None:
        self._press = press

    def printed(self, sheets: Sequence[Sheet], progress: Progress) -> Paused[list[Printed]]:
        """Dies on the sheet of that title."""
        if any(POISON in sheet.title for sheet in sheets):
            os.kill(os.getpid(), signal.SIGKILL)
        return self._press.printed(sheets, progress)


class DeadlyOnce:
    """A number whose first receiver dies in the moment in which it takes it."""

    def __init__(self, number: int, grave: Path) -> None:
        self.number, self.grave = number, grave

    def __reduce__(self) -> tuple[object, ...]:
        return _received, (self.number, self.grave)


def _received(number: int, grave: Path) -> DeadlyOnce:
    try:
        grave.open("x", encoding="ascii").close()
    except FileExistsError:
        return DeadlyOnce(number, grave)
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("unreachable")


def doubled(given: DeadlyOnce | int) -> int:
    """Some work."""
    return 2 * (given if isinstance(given, int) else given.number)


def begins() -> None:
    """A process that starts as it should."""


def never_begins() -> None:
    """A process that cannot start."""
    os.kill(os.getpid(), signal.SIGKILL)
