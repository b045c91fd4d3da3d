"""Units through warm worker processes: a worker that dies costs one named unit, which is tried once more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from reporter.bundle.outcome import Done, Outcome
from reporter.bundle.process import ENDED, TRIES, UNITS_OF_PAGES, Workers, watch_parent
from reporter.bundle.unit import Job, work


class Crew(Protocol):
    """Where jobs are sent: the processes of this machine, or another engine's."""

    def outcomes(self, jobs: Sequence[Job]) -> Iterator[Outcome]:
        """The outcome of every job, in the order in which they are done."""


class Processes:
    """Worker processes of this machine."""

    def __init__(self, workers: int, task: Callable[[Job], Outcome] = work) -> None:
        self._workers, self._task = workers, task

    def outcomes(self, jobs: Sequence[Job]) -> Iterator[Outcome]:
        """See `Crew`. Leaving early (Ctrl-C) stops the workers; what they were at is resumed by the next run."""
        with Workers(self._workers, self._task, _begin, again=_suspected, life=_life(jobs)) as workers:
            for job, found in workers.results(jobs):
                yield found if isinstance(found, Outcome) else lost(job, found)


def _begin() -> None:
    """Here, and not where `watch_parent` lies: so a worker has loaded the program before it takes a unit."""
    watch_parent()


def _suspected(job: Job) -> Job:
    """The same again: its worker may have left something."""
    return replace(job, stopped=True)


def _life(jobs: Sequence[Job]) -> int:
    """Units after which a worker is replaced, 0 for never: what sets pages keeps a little of each."""
    return UNITS_OF_PAGES if any("pdf" in job.order.formats for job in jobs[:1]) else 0


def lost(job: Job, error: BaseException) -> Outcome:
    """A unit that ended its worker each time, or failed in a way that nobody foresaw."""
    name = job.unit.name
    if isinstance(error, ENDED):
        notes = (
            f"工作进程在这一项上中断了{TRIES}次，已跳过",
            "怎么办：核对它的数据文件有没有异常（特别大、损坏），再运行一次",
        )
    else:
        detail = f"{type(error).__name__}：{error}".split("\n")[0]
        notes = (f"程序内部出错，不是您的操作或数据有误（{detail}）", "怎么办：把这一行告诉维护人员")
    return Outcome(name, (Done(name, "", name, "failed", notes=notes),))
