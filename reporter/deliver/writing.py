"""Writing files so that nothing is ever half written and no hand edit is ever lost."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import itertools
import os
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Literal, Self

from msgspec import Struct

from reporter.deliver.flushing import Flushing
from reporter.deliver.names import NEW_MARK
from reporter.errors import ReporterError
from reporter.pauses import Paused, ended

Outcome = Literal["written", "unchanged", "beside"]
_MOST_NEW = 99
TEMPORARY = (".reporter-", ".tmp")
"""How the name of a temporary file begins and ends."""
_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
_NUMBERS = itertools.count()
_MESSAGES = {
    errno.ENOSPC: ("磁盘空间不足，文件没有写出", "请清理磁盘后重新生成；已有的文件没有改动"),
    errno.EDQUOT: ("磁盘配额已用完，文件没有写出", "请清理磁盘后重新生成；已有的文件没有改动"),
    errno.EROFS: ("这个磁盘是只读的，文件没有写出", "请用 --out 指定另一个文件夹"),
    errno.EACCES: ("没有写入权限，文件没有写出", "请用 --out 指定另一个文件夹，或检查文件夹权限"),
    errno.EPERM: ("没有写入权限，文件没有写出", "请用 --out 指定另一个文件夹，或检查文件夹权限"),
    errno.ENOTDIR: ("这个位置上已有同名的文件，文件没有写出", "请移走那个文件，或用 --out 指定另一个文件夹"),
    errno.EISDIR: (
        "这个位置上已有同名的文件夹，文件没有写出",
        "请移走那个文件夹，或用 --out 指定另一个文件夹",
    ),
    errno.ENAMETOOLONG: ("文件名或路径过长，文件没有写出", "请用 --out 指定一个路径较短的文件夹"),
}


class WriteError(ReporterError):
    """The disk refused; what stood there before is untouched."""


class Written(Struct, frozen=True):
    """What became of one file. `beside`: the delivered one was edited by hand or is open, so the new one
    stands beside it and `note` says so in Chinese."""

    path: Path
    sha256: str
    outcome: Outcome
    note: str = ""


def sha256(data: bytes) -> str:
    """Hex digest, as in the manifest."""
    return hashlib.sha256(data).hexdigest()


def deliver_all(files: Sequence[tuple[Path, bytes]], ours: Collection[str]) -> list[Written]:
    """Without a pause; see `delivering`."""
    return ended(delivering(files, ours))


def delivering(
    files: Sequence[tuple[Path, bytes]], ours: Collection[str], first: Sequence[tuple[Path, bytes]] = ()
) -> Paused[list[Written]]:
    """Writes each content at its path, or beside it when what lies there is not ours; pauses while the disk works.

    `ours` are the digests of everything the manifest says we delivered. A file with exactly the new bytes is
    left alone. `first` are files that are only ours (see `changing`): they reach the disk with the others, and are in
    their places before them. Raises WriteError when the disk refuses.
    """
    before = _others(first)
    wanted = [(path, data, sha256(data), _present(path)) for path, data in files]
    written = [
        (path, data)
        for path, data, digest, present in wanted
        if present != digest and (present is None or present in ours)
    ]
    with Together([*before, *written]) as ready:
        yield 1
        _put(ready, before)
        return [_delivered(ready, *one, ours) for one in wanted]


def _delivered(
    ready: Together, path: Path, data: bytes, digest: str, present: str | None, ours: Collection[str]
) -> Written:
    if present == digest:
        return Written(path, digest, "unchanged")
    if present is not None and present not in ours:
        return _beside(path, data, ours, "已交付的文件有人改过，没有覆盖")
    try:
        ready.put(path)
    except PermissionError as error:
        if present is None:
            raise fault(error, path) from error
        return _beside(path, data, ours, "文件正被其他程序打开，没有覆盖")
    return Written(path, digest, "written")


def _beside(path: Path, data: bytes, ours: Collection[str], reason: str) -> Written:
    """At `…（新）`, or `…（新2）` where even the new one was edited by hand."""
    digest = sha256(data)
    for number in range(1, _MOST_NEW + 1):
        mark = NEW_MARK if number == 1 else NEW_MARK.replace("）", f"{number}）")
        new = path.with_name(f"{path.stem}{mark}{path.suffix}")
        note = f"“{path.name}”{reason}；新文件另存为“{new.name}”"
        present = _present(new)
        if present == digest:
            return Written(new, digest, "unchanged", note)
        if present is not None and present not in ours:
            continue
        try:
            write_atomically(new, data)
        except PermissionError as error:
            if present is None:
                raise fault(error, new) from error
            continue
        return Written(new, digest, "beside", note)
    raise WriteError(f"“{path.name}”的新文件太多，没有再写", "请整理文件夹里名称带（新）的文件", str(path))


def _present(path: Path) -> str | None:
    """Digest of what lies there, None for nothing; empty for what cannot be read and so must not be
    overwritten."""
    try:
        with open(path, "rb", 0) as file:  # noqa: PTH123 - asked of every file before it is there
            return sha256(file.read())
    except FileNotFoundError:
        return None
    except OSError:
        return ""


class Together:
    """Files that reach the disk at once. A context: entering it writes each beside its place, or raises WriteError when
    the disk refuses; the first that is put in its place waits for all; what was not put is gone when it is left."""

    def __init__(self, files: Iterable[tuple[Path, bytes]]) -> None:
        self._files = tuple(files)
        self._ready: dict[Path, str] = {}
        self._flushing = Flushing()

    def __enter__(self) -> Self:
        try:
            for path, data in self._files:
                self._write(path, data)
        except BaseException:
            self._remove()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._remove()

    def put(self, path: Path) -> None:
        """Renames one over `path`. Raises PermissionError when that is locked, WriteError for anything else."""
        try:
            self._flushing.wait()
        except OSError as error:
            raise fault(error, path) from error
        try:
            os.replace(self._ready[path], path)  # noqa: PTH105 - Path.replace makes a third path of it
        except PermissionError:
            raise
        except OSError as error:
            raise fault(error, path) from error
        del self._ready[path]

    def _write(self, path: Path, data: bytes) -> None:
        try:
            handle, self._ready[path] = _temporary(path.parent)
            try:
                left = memoryview(data)
                while left:
                    left = left[os.write(handle, left) :]
            except BaseException:
                os.close(handle)
                raise
        except OSError as error:
            raise fault(error, path) from error
        self._flushing.begin(handle)

    def _remove(self) -> None:
        with contextlib.suppress(OSError):
            self._flushing.wait()
        for temporary in self._ready.values():
            with contextlib.suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108 - the name is no Path, see `_created`
        self._ready.clear()


def write_atomically(path: Path, data: bytes) -> None:
    """All or nothing: a temporary file in the same folder, flushed to the disk, then renamed over `path`.

    Raises PermissionError when `path` is locked, WriteError for anything else that the disk refuses.
    """
    with Together([(path, data)]) as ready:
        ready.put(path)


def _temporary(folder: Path) -> tuple[int, str]:
    """A new file in `folder`, which is made when it is not there; open to others as any other new one."""
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        return _created(folder)
    os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - Path.mkdir tries the innermost first, and again at each step
    return _created(folder)


def _created(folder: Path) -> tuple[int, str]:
    """Its handle and name; to make a Path of each takes as long as to open it."""
    while True:
        path = f"{folder}{os.sep}{TEMPORARY[0]}{os.getpid():x}-{next(_NUMBERS):x}{TEMPORARY[1]}"
        with contextlib.suppress(FileExistsError):  # a killed process may have had the same number
            return os.open(path, _NEW, 0o644), path


def flush_folders(*folders: Path) -> None:
    """See `flushing_folders`; without a pause."""
    ended(flushing_folders(*folders))


def flushing_folders(*folders: Path) -> Paused[None]:
    """New names reach the disk as well, all folders at once; Windows knows no such thing and does not need it. Raises
    WriteError."""
    if os.name != "posix":
        return
    flushing, waited = Flushing(), False
    try:
        for folder in folders:
            flushing.begin(os.open(folder, os.O_RDONLY))
        yield 1
        waited = True
        flushing.wait()
    except OSError as error:
        raise fault(error, Path(error.filename or folders[0])) from error
    finally:  # those that are open are closed when they were waited for
        if not waited:
            with contextlib.suppress(OSError):
                flushing.wait()


def sweep(folder: Path, *, deep: bool = True) -> int:
    """Removes temporary files that a killed run left in `folder` (`deep`: and below); how many there were."""
    pattern = "*".join(TEMPORARY)
    found = [path for path in (folder.rglob if deep else folder.glob)(pattern) if path.is_file()]
    for path in found:
        with contextlib.suppress(OSError):
            path.unlink()
    return len(found)


def write_changed(path: Path, data: bytes) -> None:
    """One file, without a pause; see `changing`."""
    write_all_changed([(path, data)])


def write_all_changed(files: Sequence[tuple[Path, bytes]]) -> None:
    """Without a pause; see `changing`."""
    ended(changing(files))


def changing(files: Sequence[tuple[Path, bytes]]) -> Paused[None]:
    """For files that are only ours (manifest, drafts, page of results): those that differ are written, the last last;
    pauses while the disk works. Raises WriteError."""
    others = _others(files)
    with Together(others) as ready:
        yield 1
        _put(ready, others)


def _put(ready: Together, files: Iterable[tuple[Path, bytes]]) -> None:
    for path, _ in files:
        try:
            ready.put(path)
        except PermissionError as error:
            raise fault(error, path) from error


def _others(files: Iterable[tuple[Path, bytes]]) -> list[tuple[Path, bytes]]:
    return [(path, data) for path, data in files if not _holds(path, data)]


def _holds(path: Path, data: bytes) -> bool:
    try:
        return os.stat(path).st_size == len(data) and path.read_bytes() == data  # noqa: PTH116
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise fault(error, path) from error


def fault(error: OSError, path: Path) -> WriteError:
    """The Chinese sentence for what the disk said."""
    message, hint = _MESSAGES.get(
        error.errno or 0, (f"写文件失败（系统错误 {error.errno or error}）", "请检查磁盘和文件夹后重试")
    )
    return WriteError(message, hint, str(path))
