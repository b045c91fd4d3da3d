"""A run in which nothing is stale: it opens no file for writing."""

from __future__ import annotations

from contextlib import suppress

from reporter.bundle.order import BundleOrder
from reporter.bundle.plan import Plan
from reporter.bundle.result import Run
from reporter.deliver.lock import Lock
from reporter.deliver.writing import TEMPORARY, sweep
from reporter.errors import ReporterError


def rest(order: BundleOrder, plan: Plan) -> Run:
    """What is known of every unit. A temporary file that a run left which was killed over its report goes, unless
    another run is at work or the disk is read-only."""
    if any(order.out.glob("*".join(TEMPORARY))):
        with suppress(ReporterError), Lock(order.journal):
            sweep(order.out, deep=False)
    return Run(order, plan.settled)
