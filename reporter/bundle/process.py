"""Processes of this machine that do one thing after the other, whatever becomes of one of them.

Pebble starts and watches them and names the task that ended its process. Two things it does not get over are seen to
here: a process that is killed in the moment in which it takes a task, which nobody then has, and a pool whose
processes have all died. What was under way is then given to a new pool.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Any, Generic, NoReturn, Self, TypeAlias, TypeVar

from pebble import ProcessExpired, ProcessPool

AHEAD = 4
"""Tasks a process that wait in the queue: memory stays bounded, no process is idle."""
TRIES = 2
"""So often a task may end its process."""
UNITS_OF_PAGES = 200
"""So many units are set in pages before a worker is replaced."""
ORPHANED = 1
_STUCK_S = 180.0
"""After so long without a result, and without any task that a process has taken, nobody will take one."""
_RUBBISH = 20_000
"""New objects after which a worker looks for rubbish: a unit makes some thousands, nearly all free at once."""
ENDED = (ProcessExpired, BrokenProcessPool)
"""What a task comes to that ended its process each time."""

T = TypeVar("T")
R = TypeVar("R")
_Waiting: TypeAlias = list[tuple[T, int]]
"""Tasks, the next one last, with the number of the try."""


class _Stuck(Exception):
    """The pool does no more."""


class Workers(Generic[T, R]):
    """So many processes, started anew (spawn) so that they are the same on every system. A context: leaving it early
    (Ctrl-C) stops them.

    Each calls `begin(*given)` first; whatever `task` needs should be loaded by importing that, before a task is taken.
    `again` makes of a task what is tried when its process has died: the same, or its parts; `life` is the number of
    tasks after which a process is replaced, 0 for never.
    """

    def __init__(
        self,
        count: int,
        task: Callable[[T], R],
        begin: Callable[..., None],
        given: tuple[Any, ...] = (),
        *,
        again: Callable[[T], Sequence[T]] | None = None,
        life: int = 0,
    ) -> None:
        self._count, self._task, self._begin, self._given = count, task, begin, given
        self._again, self._life = again, life

    def __enter__(self) -> Self:
        self._pool = self._started()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._pool.close()  # type: ignore[no-untyped-call]
        else:
            self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def results(self, tasks: Iterable[T]) -> Iterator[tuple[T, R | BaseException]]:
        """Each task with what came of it, in the order in which they are done: one of `ENDED` for one that ended its
        process each time, or what it raised."""
        waiting = [(task, 1) for task in reversed(list(tasks))]
        in_vain = 0
        while waiting and in_vain <= TRIES:
            try:
                for result in self._through(waiting):
                    in_vain = 0
                    yield result
            except _Stuck:
                in_vain += 1
                self._pool.stop()  # type: ignore[no-untyped-call]
                self._pool.join()
                self._pool = self._started()
        yield from ((task, BrokenProcessPool()) for task, _ in waiting)

    def _started(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self._count,
            max_tasks=self._life,
            context=multiprocessing.get_context("spawn"),
            initializer=self._begin,
            initargs=self._given,
        )

    def _through(self, waiting: _Waiting[T]) -> Iterator[tuple[T, R | BaseException]]:
        running: dict[Future[R], tuple[T, int]] = {}
        while waiting or running:
            while waiting and len(running) < self._count * AHEAD:
                task, tries = waiting[-1]
                running[self._sent(task, waiting, running)] = (task, tries)
                waiting.pop()
            finished, _ = wait(running, timeout=_STUCK_S, return_when=FIRST_COMPLETED)
            if not finished and not any(future.running() for future in running):
                self._give_up(waiting, running)
            for future in finished:
                task, tries = running.pop(future)
                error = future.exception()
                if isinstance(error, ENDED) and tries < TRIES:
                    waiting += self._retried(task, tries)
                else:
                    yield task, future.result() if error is None else error

    def _sent(self, task: T, waiting: _Waiting[T], running: dict[Future[R], tuple[T, int]]) -> Future[R]:
        try:
            future: Future[R] = self._pool.schedule(self._task, args=[task])
        except RuntimeError:  # all its processes have died
            self._give_up(waiting, running)
        return future

    def _give_up(self, waiting: _Waiting[T], running: dict[Future[R], tuple[T, int]]) -> NoReturn:
        """What is under way waits again; a task may have been at it when the pool broke, so it counts as a try."""
        for task, tries in running.values():
            waiting += self._retried(task, min(tries, TRIES - 1))
        raise _Stuck

    def _retried(self, task: T, tries: int) -> _Waiting[T]:
        """The parts of a task have not been tried: one of them ended its process, the others were with it."""
        parts = self._again(task) if self._again else [task]
        return [(part, tries + 1 if len(parts) == 1 else tries) for part in parts]


def watch_parent() -> None:
    """In a worker: the keyboard speaks to the parent only, and a worker does not outlive it."""
    gc.freeze()  # what was imported is never rubbish
    gc.set_threshold(_RUBBISH, 20, 20)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_leave_with, args=(parent,), daemon=True).start()


def _leave_with(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(ORPHANED)
