from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from reporter.deliver.flushing import OPEN, Flushing
from reporter.deliver.writing import Together, WriteError


def opened(path: Path) -> int:
    return os.open(path, os.O_CREAT | os.O_WRONLY)


def test_more_files_than_may_be_open_are_all_flushed_and_closed(tmp_path: Path) -> None:
    flushing = Flushing()
    handles = {opened(tmp_path / str(number)) for number in range(3)}
    for handle in handles:
        flushing.begin(handle)
    for number in range(2 * OPEN):
        flushing.begin(opened(tmp_path / f"more{number}"))
    flushing.wait()
    for handle in handles:
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(handle)


def test_what_the_disk_says_of_one_is_told_once_all_are_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, bad = os.fsync, opened(tmp_path / "bad")

    def fsync(handle: int) -> None:
        if handle == bad:
            raise OSError(errno.EIO, "broken")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    flushing = Flushing()
    flushing.begin(bad)
    flushing.begin(opened(tmp_path / "good"))
    with pytest.raises(OSError, match="broken"):
        flushing.wait()
    flushing.wait()  # nothing is left to wait for


def test_a_group_of_which_one_file_cannot_be_flushed_is_not_put_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    names = [tmp_path / "a", tmp_path / "b"]
    with pytest.raises(WriteError, match="磁盘空间不足"), Together((name, b"new") for name in names) as ready:
        ready.put(names[0])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no fork there")
def test_a_process_that_was_forked_has_hands_of_its_own(tmp_path: Path) -> None:
    first = Flushing()
    first.begin(opened(tmp_path / "parent"))
    first.wait()
    child = os.fork()
    if not child:
        second = Flushing()
        second.begin(opened(tmp_path / "child"))
        second.wait()
        os._exit(7)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
