"""Units through warm worker processes: a worker that dies costs one named unit, which is tried once more."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import replace
from typing import Protocol

from pebble import ProcessExpired, ProcessPool

from reporter.bundle.outcome import Done, Outcome
from reporter.bundle.process import TRIES, UNITS_OF_PAGES, watch_parent
from reporter.bundle.unit import Job, work

AHEAD = 4
"""Units a worker that wait in the queue: memory stays bounded, no worker is idle."""


class Crew(Protocol):
    """Where jobs are sent: the processes of this machine, or another engine's."""

    def outcomes(self, jobs: Sequence[Job]) -> Iterator[Outcome]:
        """The outcome of every job, in the order in which they are done."""


class Processes:
    """Worker processes of this machine, started anew (spawn) so that they are the same on every system."""

    def __init__(self, workers: int, task: Callable[[Job], Outcome] = work) -> None:
        self._workers, self._task = workers, task

    def outcomes(self, jobs: Sequence[Job]) -> Iterator[Outcome]:
        """See `Crew`. Leaving early (Ctrl-C) stops the workers; what they were at is resumed by the next run."""
        context = multiprocessing.get_context("spawn")
        pool = ProcessPool(
            max_workers=self._workers, max_tasks=_life(jobs), context=context, initializer=watch_parent
        )
        try:
            yield from self._through(pool, list(jobs))
            pool.close()  # type: ignore[no-untyped-call]
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]
            raise
        finally:
            pool.join()

    def _through(self, pool: ProcessPool, jobs: list[Job]) -> Iterator[Outcome]:
        waiting = [(job, 1) for job in reversed(jobs)]
        running: dict[Future[Outcome], tuple[Job, int]] = {}
        while waiting or running:
            while waiting and len(running) < self._workers * AHEAD:
                job, tries = waiting.pop()
                running[pool.schedule(self._task, args=[job])] = (job, tries)
            finished, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in finished:
                job, tries = running.pop(future)
                error = future.exception()
                if error is None:
                    yield future.result()
                elif isinstance(error, ProcessExpired) and tries < TRIES:
                    waiting.append((replace(job, stopped=True), tries + 1))  # it may have left something
                else:
                    yield lost(job, error)


def _life(jobs: Sequence[Job]) -> int:
    """Units after which a worker is replaced, 0 for never: what sets pages keeps a little of each."""
    return UNITS_OF_PAGES if any("pdf" in job.order.formats for job in jobs[:1]) else 0


def lost(job: Job, error: BaseException) -> Outcome:
    """A unit that ended its worker each time, or failed in a way that nobody foresaw."""
    name = job.unit.name
    if isinstance(error, ProcessExpired):
        notes = (
            f"工作进程在这一项上中断了{TRIES}次，已跳过",
            "怎么办：核对它的数据文件有没有异常（特别大、损坏），再运行一次",
        )
    else:
        detail = f"{type(error).__name__}：{error}".split("\n")[0]
        notes = (f"程序内部出错，不是您的操作或数据有误（{detail}）", "怎么办：把这一行告诉维护人员")
    return Outcome(name, (Done(name, "", name, "failed", notes=notes),))
