"""A run in which nothing is stale: it opens no file for writing, and loads next to nothing."""

from __future__ import annotations

from contextlib import suppress

from reporter.bundle.order import BundleOrder
from reporter.bundle.plan import Plan
from reporter.bundle.result import Run
from reporter.errors import ReporterError

_LEFT = ".reporter-*.tmp"


def rest(order: BundleOrder, plan: Plan) -> Run:
    """What is known of every unit. A temporary file that a run left which was killed over its report goes, unless
    another run is at work or the disk is read-only."""
    if any(order.out.glob(_LEFT)):
        _sweep(order)
    return Run(order, plan.settled)


def _sweep(order: BundleOrder) -> None:
    from reporter.deliver.lock import Lock  # noqa: PLC0415 - hardly ever needed, and slow to load
    from reporter.deliver.writing import sweep  # noqa: PLC0415

    with suppress(ReporterError), Lock(order.journal):
        sweep(order.out, deep=False)
