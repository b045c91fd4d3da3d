"""A unit that ends the worker of a cluster each time; a module of its own, since a worker imports it by name."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from distributed import Worker, WorkerPlugin

from reporter.bundle import cluster
from reporter.bundle.parcel import Delivery, Parcel, carry_out

UNIT = "county-0002"


class Poison(WorkerPlugin):  # type: ignore[misc]
    """On every worker, also on one that was started again."""

    name = "poison"

    def setup(self, worker: Worker) -> None:
        """What carries a parcel out dies of one."""
        cluster.carry_out = _deadly  # type: ignore[attr-defined]


def _deadly(parcel: Parcel, there: Path) -> Delivery:
    if parcel.job.unit.name == UNIT:
        os.kill(os.getpid(), signal.SIGKILL)
    return carry_out(parcel, there)
