"""Files on their way to the disk: many at once, while this thread does something else.

Waiting for a disk takes most of the time that a small file takes. Where a whole disk can be waited for, files queue
until they are many or one of them is waited for, and go at one stroke, whoever wrote them. Elsewhere each goes at once:
several at the same time take hardly longer than one, and a disk that has a file sooner than a thread would be given it
is waited for at once.
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
FEW, STROKE = 4, 40
"""Files that wait for others until one of them is waited for, and fewer than which go one by one; so many do not
wait for more."""
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
        self._done: _Told = SimpleQueue()
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


def _sent(handle: int, done: _Told) -> None:
    if _DISK.soon():
        started, error = perf_counter(), _interrupted()
        try:
            error = _flushed(handle)
            if error is None:
                _DISK.took(perf_counter() - started)
        finally:
            done.put(error)
    else:
        _hands(os.getpid()).take([(handle, done)])


_Told: TypeAlias = "SimpleQueue[OSError | None]"
"""Where it is told that a file is on the disk, or what was wrong."""
_Files: TypeAlias = list[tuple[int, _Told]]
"""Open files."""


class _Queue(threading.local):
    """The files of a thread that wait for others to go with them."""

    def __init__(self) -> None:
        self._files: _Files = []
        self._one_by_one = 0

    def takes(self, handle: int, done: _Told) -> bool:
        """Whether it waits here; not where only single files can be waited for."""
        if sys.platform != "linux":
            return False
        if self._one_by_one:
            self._one_by_one -= 1
            return False
        self._files.append((handle, done))
        if len(self._files) >= STROKE:
            self._go()
        return True

    def go_with(self, done: _Told) -> None:
        """Nobody waits here any more, if one of this group does."""
        if any(whose is done for _, whose in self._files):
            self._go()

    def _go(self) -> None:
        files, self._files = self._files, []
        try:
            if len(files) >= FEW:
                for device in {os.fstat(handle).st_dev for handle, _ in files}:
                    self._at_one_stroke(files, device)
            while files:
                _sent(*files.pop())
        finally:
            _given_up(files)

    def _at_one_stroke(self, files: _Files, device: int) -> None:
        """Sends those of one disk that are in `files`, if it can be waited for whole and is not kept busy by others."""
        here = [file for file in files if os.fstat(file[0]).st_dev == device]
        hands = _hands(os.getpid())
        if hands.late or not _whole_disk().can(here[0][0]):
            hands.late, self._one_by_one = False, _AGAIN
            return
        files[:] = [file for file in files if file not in here]
        hands.take(here)


def _given_up(files: _Files) -> None:
    """Ctrl-C: nobody is to wait for what nobody sends."""
    for handle, done in files:
        _closed(handle)
        done.put(_interrupted())


def _interrupted() -> OSError | None:
    return OSError(errno.EINTR, os.strerror(errno.EINTR))


class _Hands:
    """The threads of a process that flush."""

    def __init__(self) -> None:
        self.late = False
        """A stroke took longer than `LONG_S`."""
        self._asked: SimpleQueue[_Files] = SimpleQueue()
        self._room = threading.Semaphore(OPEN)
        for _ in range(HANDS):
            threading.Thread(target=self._serve, daemon=True).start()

    def take(self, files: _Files) -> None:
        """These go to the disk at one stroke: at once, or when there are fewer that wait for it."""
        taken = 0
        try:
            for _ in files:
                self._room.acquire()
                taken += 1
        except BaseException:
            for _ in range(taken):
                self._room.release()
            _given_up(files)
            raise
        self._asked.put(files)

    def _serve(self) -> None:
        while True:
            files = self._asked.get()
            whole = len(files) > 1 and self._whole(files[0][0])
            for handle, done in files:
                done.put(_closed(handle) if whole else _flushed(handle))
                self._room.release()

    def _whole(self, first: int) -> bool:
        """Whether everything that was written on the disk of this file since it was opened is there now."""
        started = perf_counter()
        try:
            _whole_disk().flush(first)
        except OSError:  # each is asked what is wrong with it; perhaps nothing is
            return False
        self.late = perf_counter() - started > LONG_S
        return True


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


def _flushed(handle: int) -> OSError | None:
    """Closes it when it is on the disk, or at Ctrl-C; what was wrong."""
    wrong: OSError | None = None
    try:
        os.fsync(handle)
    except OSError as error:
        wrong = error
    finally:
        closed = _closed(handle)
    return wrong or closed


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
