"""One run at a time in a folder of results. The operating system lets go of the lock of a process that died."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from reporter.deliver.writing import fault
from reporter.errors import ReporterError

if sys.platform == "win32":
    import msvcrt

    def _seize(file: IO[str]) -> None:
        """A byte far behind the text: a locked byte cannot be read."""
        file.seek(1 << 20)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _seize(file: IO[str]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


FILE = "lock"
_TRIES, _PAUSE_S = 20, 0.1
"""A worker that was being started when its run was killed holds the lock until it has started."""


class Locked(ReporterError):
    """Another run is at work in the same folder."""


class Lock:
    """A context in which nobody else runs; raises Locked, or WriteError where the folder cannot be written."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._file: IO[str] | None = None

    def __enter__(self) -> Self:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("a+", encoding="ascii")
        except OSError as error:
            raise fault(error, self._path) from error
        if not _seized(self._file):
            self._file.seek(0)
            owner = self._file.read().strip() or "？"
            self._file.close()
            message = f"另一个 reporter bundle（进程 {owner}）正在写这个文件夹"
            raise Locked(message, "等它结束后再运行；或用 --out 另选文件夹", str(self._path.parent.parent))
        self._file.seek(0)
        self._file.truncate()
        self._file.write(str(os.getpid()))
        self._file.flush()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file:
            self._file.seek(0)
            self._file.truncate()
            self._file.close()


def _seized(file: IO[str]) -> bool:
    for last in (*[False] * (_TRIES - 1), True):
        try:
            _seize(file)
        except OSError:
            if not last:
                time.sleep(_PAUSE_S)
        else:
            return True
    return False
