"""Files on their way to the disk: many at once, while this thread does something else.

Waiting for a disk takes most of the time that a small file takes. Where a whole disk can be waited for, files queue
until one of them is waited for, and all go at one stroke, whoever wrote them. Elsewhere each goes at once: several at
the same time take hardly longer than one, and a disk that has a file sooner than a thread would be given it is waited
for at once.
"""

from __future__ import annotations

import errno
import os
import sys
import threading
from functools import lru_cache
from importlib import import_module
from queue import SimpleQueue
from time import perf_counter
from typing import Any, TypeAlias

HANDS = 8
"""Files that are flushed at the same time: a file system joins them into one turn of its own."""
OPEN = 128
"""Files of a process that wait for it, and are open so long."""
MANY = 4
"""Files that go at one stroke; fewer go one by one."""
LONG_S = 0.5
"""Seconds. A whole disk that takes longer was given much by others too, and is not waited for whole for a while."""
SOON_S = 0.0003
"""Seconds: about what it costs to give a file to a thread and to hear of it."""
_LATELY = 8
"""Files whose mean says how fast the disk is."""
_AGAIN = 256
"""Files after which a slow disk is asked once more how fast it is."""
_WHOLE_DISK = "reporter.deliver.wholedisk"


class Flushing:
    """Some files that were written. Each is closed here."""

    def __init__(self) -> None:
        self._done: SimpleQueue[OSError | None] = SimpleQueue()
        self._begun = 0

    def begin(self, handle: int) -> None:
        """This open file goes to the disk: with others, now where that is done soon, or as soon as there is a hand."""
        self._begun += 1
        if not _QUEUE.takes(handle, self._done):
            _sent(handle, self._done)

    def wait(self) -> None:
        """All are on the disk. Raises the OSError of one that could not be written."""
        _QUEUE.go_with(self._done)
        errors = []
        while self._begun:
            if error := self._done.get():
                errors.append(error)
            self._begun -= 1
        if errors:
            raise errors[0]


def _sent(handle: int, done: SimpleQueue[OSError | None]) -> None:
    if _DISK.soon():
        done.put(_flushed(handle, _DISK))
        return
    hands = _hands(os.getpid())
    hands.room.acquire()
    hands.asked.put((handle, done))


_Files: TypeAlias = "list[tuple[int, SimpleQueue[OSError | None]]]"
"""Open files, each with where it is told that it is on the disk or what was wrong."""


class _Queue(threading.local):
    """The files of a thread that go to the disk together, and who hears of each."""

    def __init__(self) -> None:
        self._files: _Files = []
        self._one_by_one = 0

    def takes(self, handle: int, done: SimpleQueue[OSError | None]) -> bool:
        """Whether it waits here; not where only single files can be waited for."""
        if sys.platform != "linux":
            return False
        if self._one_by_one:
            self._one_by_one -= 1
            return False
        self._files.append((handle, done))
        if len(self._files) >= OPEN:
            self.go()
        return True

    def go_with(self, done: SimpleQueue[OSError | None]) -> None:
        """Nobody waits here any more, if one of this group does."""
        if any(whose is done for _, whose in self._files):
            self.go()

    def go(self) -> None:
        """All that wait are on the disk, or will be when their groups have waited."""
        files, self._files = self._files, []
        try:
            if len(files) >= MANY:
                for device in {os.fstat(handle).st_dev for handle, _ in files}:
                    self._at_one_stroke(files, device)
            while files:
                _sent(*files.pop())
        finally:  # Ctrl-C: nobody is to wait for what nobody sends
            for handle, done in files:
                os.close(handle)
                done.put(OSError(errno.EINTR, os.strerror(errno.EINTR)))

    def _at_one_stroke(self, files: _Files, device: int) -> None:
        """Takes those of one disk out of `files`, unless they must go one by one: it is of another kind, or something
        went wrong there."""
        here = [file for file in files if os.fstat(file[0]).st_dev == device]
        if self._whole(here[0][0]):
            files[:] = [file for file in files if file not in here]
            for handle, done in here:
                done.put(_closed(handle))

    def _whole(self, first: int) -> bool:
        """Whether everything written on the disk of this file since it was opened has reached it."""
        started = perf_counter()
        if not _whole_disk().can(first):
            self._one_by_one = _AGAIN
            return False
        try:
            _whole_disk().flush(first)
        except OSError:  # each is asked what is wrong with it; perhaps nothing is
            return False
        if perf_counter() - started > LONG_S:
            self._one_by_one = _AGAIN
        return True


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
_QUEUE = _Queue()


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


def _closed(handle: int) -> OSError | None:
    try:
        os.close(handle)
    except OSError as error:
        return error
    return None


@lru_cache(maxsize=1)
def _whole_disk() -> Any:
    """Loaded by who writes many files."""
    return import_module(_WHOLE_DISK)


@lru_cache(maxsize=1)
def _hands(process: int) -> _Hands:
    """A process that was forked has none of its parent's threads."""
    return _Hands()
