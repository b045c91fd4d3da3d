"""One run: lock, plan, workers, journal. Running again resumes; running when nothing is stale writes nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, TypeAlias

from msgspec.structs import replace

from reporter.bundle.journal import FILE, put_aside, writing
from reporter.bundle.order import BundleOrder
from reporter.bundle.outcome import Outcome
from reporter.bundle.pace import Pace
from reporter.bundle.plan import Plan, make_plan
from reporter.bundle.result import Run
from reporter.bundle.stale import Told, unheard
from reporter.bundle.unit import Job, work
from reporter.deliver.lock import Lock
from reporter.deliver.writing import sweep

if TYPE_CHECKING:
    from reporter.bundle.pool import Crew

_PROCESSES = "reporter.bundle.pool"
"""What starts workers; most runs have nothing to do, or one document."""
CrewFor: TypeAlias = "Callable[[Sequence[Job], int], Crew]"
"""Who does these jobs, with at most so many workers."""


class Watcher(Protocol):
    """Where a run says how far it is."""

    def begin(self, total: int) -> None:
        """So many units will be looked at."""

    def unit(self, outcome: Outcome, left: float | None) -> None:
        """One is done; `left` is the time in s that the others will take, None while that is not known."""

    def filings(self, done: int, total: int, left: float | None) -> None:
        """Of a unit that is made alone so many filings are done."""


def plan_only(order: BundleOrder, plan: Plan, watcher: Watcher) -> Run:
    """What a run would do and why; documents are composed where inputs changed, nothing is written."""
    started = time.monotonic()
    jobs = _jobs(order, plan)
    outcomes = _worked(usual(jobs, _workers(order, plan)), jobs, plan, watcher)
    return Run(order, outcomes, time.monotonic() - started, planned=True)


def run(order: BundleOrder, watcher: Watcher, crew: CrewFor | None = None, plan: Plan | None = None) -> Run:
    """Makes everything that is stale. Raises Locked, WriteError or JournalFault before anything is made.

    A plan that the caller has is used if no other run has ended since it was made.
    """
    started = time.monotonic()
    with Lock(order.journal):
        if plan is None or not plan.holds(order):
            plan = make_plan(order)
        sweep(order.out, deep=False)
        if plan.damaged:
            put_aside(order.journal / FILE)
        journal = writing(order.journal / FILE)
        try:
            number = journal.begin(look.unit.name for look in plan.looks)
            jobs = _jobs(order, plan, number)
            crew = crew or partial(usual, watcher=watcher)
            try:
                outcomes = _worked(crew(jobs, _workers(order, plan)), jobs, plan, watcher)
            except KeyboardInterrupt:
                journal.end(number, "停止")
                raise
            journal.end(number, "完成")
        finally:
            journal.close(fold=True)
    return Run(order, outcomes, time.monotonic() - started, wrote=True)


def _jobs(order: BundleOrder, plan: Plan, number: int = 0) -> list[Job]:
    """What each worker is told: not the other units, of which there may be thousands."""
    path = order.journal / FILE
    journal = path if number or (path.is_file() and not plan.damaged) else None
    alike = replace(order, units=())
    return [
        Job(look.unit, alike, plan.recipe, number, journal, look.stopped, look.suspected)
        for look in plan.looks
    ]


def _workers(order: BundleOrder, plan: Plan) -> int:
    return max(1, min(order.jobs, len(plan.looks)))


def _worked(crew: Crew, jobs: list[Job], plan: Plan, watcher: Watcher) -> tuple[Outcome, ...]:
    watcher.begin(len(jobs))
    pace = Pace()
    outcomes: list[Outcome] = []
    for outcome in crew.outcomes(jobs):
        outcomes.append(outcome)
        watcher.unit(outcome, pace.left(len(outcomes), len(jobs)))
    return tuple(sorted([*plan.settled, *outcomes], key=lambda one: one.unit))


def usual(jobs: Sequence[Job], workers: int, watcher: Watcher | None = None) -> Crew:
    """The processes of this machine; a single unit is made here, unless it may be what ended the run before."""
    if len(jobs) > 1 or any(job.suspected for job in jobs):
        crew: Crew = import_module(_PROCESSES).Processes(workers)
        return crew
    return InProcess(jobs[0].order.jobs if jobs else 1, watcher)


class InProcess:
    """One after the other in this process: no worker has to be started; a large one may use as many as `hands`."""

    def __init__(self, hands: int = 1, watcher: Watcher | None = None) -> None:
        self._hands, self._watcher = hands, watcher

    def outcomes(self, jobs: Sequence[Job]) -> Iterator[Outcome]:
        return (work(replace(job, hands=self._hands), self._listener()) for job in jobs)

    def _listener(self) -> Told:
        watcher, pace = self._watcher, Pace()
        return (lambda done, total: watcher.filings(done, total, pace.left(done, total))) if watcher else unheard
