from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from reporter.deliver import flushing
from reporter.deliver.flushing import OPEN, Flushing
from reporter.deliver.writing import Together, WriteError


@pytest.fixture(autouse=True, params=["quick", "slow"])
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is waited for, and one for which there are threads from the second file on."""
    monkeypatch.setattr(flushing, "_DISK", flushing._Disk())
    monkeypatch.setattr(flushing, "SOON_S", 3600.0 if request.param == "quick" else 1e-9)


def opened(path: Path) -> int:
    return os.open(path, os.O_CREAT | os.O_WRONLY)



def test_more_files_than_may_be_open_are_all_flushed_and_closed(tmp_path: Path) -> None:
    group = Flushing()
    handles = {opened(tmp_path / str(number)) for number in range(3)}
    for handle in handles:
        group.begin(handle)
    for number in range(2 * OPEN):
        group.begin(opened(tmp_path / f"more{number}"))
    group.wait()
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
    group = Flushing()
    group.begin(bad)
    group.begin(opened(tmp_path / "good"))
    with pytest.raises(OSError, match="broken"):
        group.wait()
    group.wait()  # nothing is left to wait for


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
    for number in range(2):
        first.begin(opened(tmp_path / f"parent{number}"))
    first.wait()
    child = os.fork()
    if not child:
        second = Flushing()
        for number in range(2):
            second.begin(opened(tmp_path / f"child{number}"))
        second.wait()
        os._exit(7)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7


def test_who_waits_for_a_disk_goes_by_how_fast_it_was_lately(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flushing, "SOON_S", 0.0003)
    disk = flushing._Disk()
    for _ in range(20):
        assert disk.soon()
        disk.took(0.0001)
    disk.took(10.0)  # one hiccup is not a slow disk
    disk.took(0.0001)
    while disk.soon():
        disk.took(0.01)
    asked = 1
    while not disk.soon():
        asked += 1
    assert 100 < asked < 1000
    disk.took(0.01)  # still slow
    assert not disk.soon()
    while not disk.soon():
        pass
    disk.took(0.0001)  # another disk, or one that others do not use any more
    assert disk.soon()
    assert disk.soon()
