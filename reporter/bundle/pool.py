"""Units through warm worker processes: a worker that dies costs one named unit, which is tried once more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeAlias

from msgspec.structs import replace

from reporter.bundle.outcome import Done, Outcome
from reporter.bundle.process import AHEAD, ENDED, TRIES, UNITS_OF_PAGES, Workers, watch_parent
from reporter.bundle.unit import Job, work_all

TOGETHER = 16
"""Units at most that a worker makes before it writes in the journal that they are done."""
Chunk: TypeAlias = tuple[Job, ...]


class Crew(Protocol):
    """Where jobs are sent: the processes of this machine, or another engine's."""

    def outcomes(self, jobs: Sequence[Job]) -> Iterator[Outcome]:
        """The outcome of every job, in the order in which they are done."""


class Processes:
    """Worker processes of this machine."""

    def __init__(self, workers: int, task: Callable[[Chunk], list[Outcome]] = work_all) -> None:
        self._workers, self._task = workers, task

    def outcomes(self, jobs: Sequence[Job]) -> Iterator[Outcome]:
        """See `Crew`. Leaving early (Ctrl-C) stops the workers; what they were at is resumed by the next run."""
        chunks = _chunks(jobs, self._workers)
        with Workers(self._workers, self._task, _begin, again=_suspected, life=_life(jobs)) as workers:
            for chunk, found in workers.results(chunks):
                if isinstance(found, BaseException):
                    yield from (lost(job, found) for job in chunk)
                else:
                    yield from found


def _begin() -> None:
    """Here, and not where `watch_parent` lies: so a worker has loaded the program before it takes a unit."""
    watch_parent()


def _chunks(jobs: Sequence[Job], workers: int) -> list[Chunk]:
    """What sets pages takes long and goes one by one; the others so that in the end no worker is idle for long."""
    size = 1 if _paged(jobs) else max(1, min(TOGETHER, len(jobs) // (workers * AHEAD)))
    return [tuple(jobs[start : start + size]) for start in range(0, len(jobs), size)]


def _suspected(chunk: Chunk) -> list[Chunk]:
    """The same again, one by one: their worker may have left something."""
    return [(replace(job, stopped=True),) for job in chunk]


def _life(jobs: Sequence[Job]) -> int:
    """Units after which a worker is replaced, 0 for never: what sets pages keeps a little of each."""
    return UNITS_OF_PAGES if _paged(jobs) else 0


def _paged(jobs: Sequence[Job]) -> bool:
    return any("pdf" in job.order.formats for job in jobs[:1])


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
