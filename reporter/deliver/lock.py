"""One process at a time: whoever writes into a folder of results holds its lock, and the others wait a little.

The operating system lets go of the lock of a process that died. The file is there only while somebody holds it: a run
that writes nothing leaves nothing.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from reporter.deliver.drafts import FOLDER
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
SOON_S, PATIENT_S = 2.0, 10.0
"""How long another is waited for. A worker that was being started when its run was killed holds the lock of the run
until it has started; a step on one filing takes some seconds."""
_PAUSE_S = 0.1
_HELD = frozenset({errno.EAGAIN, errno.EACCES, errno.EDEADLK})
"""What a system says when somebody else holds it; any other error means that there are no locks on this disk."""
_LONGEST = 60
"""Characters of a name: the file's own stays within what every disk takes."""
_held: set[str] = set()
"""Locks of this process: who holds one may call what takes it again."""


class Locked(ReporterError):
    """Another process is at work in the same folder."""


class Lock:
    """A context in which no other process writes there; raises Locked, or WriteError where `folder` cannot be written.

    `name` tells several locks of one folder apart. On a disk that knows no locks nobody is kept out. Not `signed` is
    one of many that a run takes: its file stays empty, for which no disk has to find or free room, and the run, which
    holds the lock of that folder without a name, is told as who is at work.
    """

    def __init__(
        self, folder: Path, name: str = "", patience: float = SOON_S, *, signed: bool = True
    ) -> None:
        self._path = folder / (f"{FILE}-{name[:_LONGEST]}" if name else FILE)
        self._key = os.path.abspath(self._path)  # noqa: PTH100 - links are as good as what they lead to
        self._what = folder.parent / name
        self._patience, self._signed = patience, signed
        self._file: IO[str] | None = None
        self._new: list[Path] = []
        """Folders that were not there before, innermost first; they go again while they are empty."""

    def __enter__(self) -> Self:
        if self._key in _held:
            return self
        until = time.monotonic() + self._patience
        while not self._taken():
            if time.monotonic() >= until:
                message = f"另一个 reporter（进程 {self._owner()}）正在写这个文件夹"
                raise Locked(message, "等它结束后再运行；或用 --out 另选文件夹", str(self._what))
            time.sleep(_PAUSE_S)
        _held.add(self._key)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is None:
            return
        _held.discard(self._key)
        if os.name != "posix":  # an open file cannot be removed there
            self._file.close()
        with contextlib.suppress(OSError):  # another may have opened it meanwhile, or put something there
            self._path.unlink()
            for folder in self._new:
                folder.rmdir()
        self._file.close()

    def _taken(self) -> bool:
        """Whether it is ours now. A file that its last holder removed while we waited is no lock any more."""
        try:
            try:
                file = self._path.open("a+", encoding="ascii")
            except FileNotFoundError:
                self._make_folders()
                file = self._path.open("a+", encoding="ascii")
        except FileNotFoundError:  # the folder went with the lock of another
            return False
        except OSError as error:
            raise fault(error, self._path) from error
        if not _seized(file) or not _lies_at(self._path, file):
            file.close()
            return False
        try:
            if os.fstat(file.fileno()).st_size:  # of one that died
                os.ftruncate(file.fileno(), 0)
            if self._signed:
                file.write(str(os.getpid()))
            file.flush()
        except OSError as error:
            with contextlib.suppress(OSError):
                file.close()
            raise fault(error, self._path) from error
        self._file = file
        return True

    def _make_folders(self) -> None:
        folder = self._path.parent
        self._new += [one for one in (folder, *folder.parents) if one not in self._new and not one.exists()]
        folder.mkdir(parents=True, exist_ok=True)

    def _owner(self) -> str:
        for path in (self._path, self._path.with_name(FILE)):
            with contextlib.suppress(OSError):
                if found := path.read_text(encoding="ascii").strip():
                    return found
        return "？"


def alone(folder: Path, *, in_run: bool = False) -> Lock:
    """For the results of one workspace: whoever writes there waits for the others. `in_run`: a run has its lock."""
    return Lock(folder.parent / FOLDER, folder.name, PATIENT_S, signed=not in_run)


def _seized(file: IO[str]) -> bool:
    try:
        _seize(file)
    except OSError as error:
        return error.errno not in _HELD
    return True


def _lies_at(path: Path, file: IO[str]) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
