"""Files on their way to the disk: many at once, while this thread does something else.

Waiting for a disk takes most of the time that a small file takes; for many at once it takes hardly longer. A disk that
has a file sooner than a thread would be given it is waited for at once.
"""

from __future__ import annotations

import os
import threading
from functools import lru_cache
from queue import SimpleQueue
from time import perf_counter

HANDS = 8
"""Files that are flushed at the same time: a file system joins them into one turn of its own."""
OPEN = 64
"""Files of a process that wait for it, and are open so long."""
SOON_S = 0.0003
"""Seconds: about what it costs to give a file to a thread and to hear of it."""
_LATELY = 8
"""Files whose mean says how fast the disk is."""
_AGAIN = 256
"""Files after which a slow disk is asked once more how fast it is."""


class Flushing:
    """Some files that were written. Each is closed here."""

    def __init__(self) -> None:
        self._done: SimpleQueue[OSError | None] = SimpleQueue()
        self._begun = 0

    def begin(self, handle: int) -> None:
        """This open file goes to the disk: now where that is done soon, else as soon as there is a hand."""
        self._begun += 1
        if _DISK.soon():
            self._done.put(_flushed(handle, _DISK))
            return
        hands = _hands(os.getpid())
        hands.room.acquire()
        hands.asked.put((handle, self._done))

    def wait(self) -> None:
        """All are on the disk. Raises the OSError of one that could not be written."""
        errors = []
        while self._begun:
            if error := self._done.get():
                errors.append(error)
            self._begun -= 1
        if errors:
            raise errors[0]


class _Hands:
    """The threads of a process that flush."""

    def __init__(self) -> None:
        self.asked: SimpleQueue[tuple[int, SimpleQueue[OSError | None]]] = SimpleQueue()
        self.room = threading.Semaphore(OPEN)
        for _ in range(HANDS):
            threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            handle, done = self.asked.get()
            done.put(_flushed(handle))
            self.room.release()


class _Disk:
    """How fast the disk is."""

    def __init__(self) -> None:
        self._mean, self._others = 0.0, 0

    def soon(self) -> bool:
        """Whether it will have the next file soon. A slow one is asked again now and then."""
        if self._mean <= SOON_S or self._others >= _AGAIN:
            return True
        self._others += 1
        return False

    def took(self, seconds: float) -> None:
        """So long for one file; one that takes very long says little about the next."""
        if self._others:
            self._mean, self._others = seconds, 0
        else:
            self._mean += (min(seconds, _LATELY * SOON_S) - self._mean) / _LATELY


_DISK = _Disk()


def _flushed(handle: int, disk: _Disk | None = None) -> OSError | None:
    """Closes it when it is on the disk; what was wrong. The time is told to `disk`."""
    started = perf_counter()
    try:
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        return error
    if disk:
        disk.took(perf_counter() - started)
    return None


@lru_cache(maxsize=1)
def _hands(process: int) -> _Hands:
    """A process that was forked has none of its parent's threads."""
    return _Hands()
