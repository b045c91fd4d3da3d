"""What workers do when they are made to die; a module of its own, since a spawned process imports it by name."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from reporter.bundle.outcome import Outcome
from reporter.bundle.unit import Job, work

GRAVE = "REPORTER_TEST_GRAVE"
"""Environment variable: the file that says that a worker has died already."""


def dies_once(job: Job) -> Outcome:
    """The first worker dies before its first unit is done."""
    try:
        Path(os.environ[GRAVE]).open("x", encoding="ascii").close()
    except FileExistsError:
        return work(job)
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("unreachable")


def poisoned(job: Job) -> Outcome:
    """One unit always kills its worker."""
    if job.unit.name == "county-0002":
        os.kill(os.getpid(), signal.SIGKILL)
    return work(job)
