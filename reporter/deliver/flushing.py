"""Files on their way to the disk: many at once, while this thread does something else.

Waiting for the disk takes most of the time that a small file takes; for many at once it takes hardly longer.
"""

from __future__ import annotations

import os
import threading
from functools import lru_cache
from queue import SimpleQueue

HANDS = 8
"""Files that are flushed at the same time: a file system joins them into one turn of its own."""
OPEN = 64
"""Files of a process that wait for it, and are open so long."""


class Flushing:
    """Some files that were written. Each is closed here."""

    def __init__(self) -> None:
        self._done: SimpleQueue[OSError | None] = SimpleQueue()
        self._begun = 0

    def begin(self, handle: int) -> None:
        """This open file goes to the disk, as soon as there is a hand."""
        hands = _hands(os.getpid())
        hands.room.acquire()
        self._begun += 1
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
            try:
                try:
                    os.fsync(handle)
                finally:
                    os.close(handle)
            except OSError as error:
                done.put(error)
            else:
                done.put(None)
            self.room.release()


@lru_cache(maxsize=1)
def _hands(process: int) -> _Hands:
    """A process that was forked has none of its parent's threads."""
    return _Hands()
