from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path

import pytest

from reporter.deliver import flushing, wholedisk
from reporter.deliver.flushing import FEW, OPEN, STROKE, Flushing
from reporter.deliver.writing import Together, WriteError, flushing_folders


@pytest.fixture(autouse=True, params=["quick", "slow", "whole"])
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is waited for, one for which there are threads from the second file on, and one that can be waited
    for whole."""
    monkeypatch.setattr(flushing, "_DISK", flushing._Disk())
    monkeypatch.setattr(flushing, "_QUEUE", flushing._Queue())
    monkeypatch.setattr(wholedisk, "can", lambda handle: request.param == "whole")
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


class Strokes:
    """A disk that is flushed whole, and knows how often."""

    def __init__(self, error: OSError | None = None) -> None:
        self.count, self._error = 0, error

    def __call__(self, handle: int) -> None:
        self.count += 1
        if self._error:
            raise self._error


@pytest.fixture
def stroke(monkeypatch: pytest.MonkeyPatch) -> Strokes:
    return struck(monkeypatch)


def struck(monkeypatch: pytest.MonkeyPatch, error: OSError | None = None) -> Strokes:
    found = Strokes(error)
    monkeypatch.setattr(wholedisk, "can", lambda handle: True)
    monkeypatch.setattr(wholedisk, "flush", found)
    return found


LINUX = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a disk is not waited for whole")


def begun(folder: Path, count: int) -> tuple[Flushing, list[int]]:
    group = Flushing()
    handles = [opened(folder / f"{id(group)}-{number}") for number in range(count)]
    for handle in handles:
        group.begin(handle)
    return group, handles


@LINUX
def test_files_of_several_groups_go_at_one_stroke_when_the_first_is_waited_for(
    tmp_path: Path, stroke: Strokes
) -> None:
    (first, one), (second, other) = begun(tmp_path, FEW - 1), begun(tmp_path, FEW - 1)
    assert stroke.count == 0
    first.wait()
    second.wait()
    for handle in [*one, *other]:
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(handle)
    assert stroke.count == 1
    third, _ = begun(tmp_path, FEW)
    second.wait()  # has nothing to wait for, and leaves the third in the queue
    assert stroke.count == 1
    third.wait()
    assert stroke.count == 2


@LINUX
def test_a_few_files_go_one_by_one(tmp_path: Path, stroke: Strokes) -> None:
    group, _ = begun(tmp_path, FEW - 1)
    group.wait()
    assert stroke.count == 0


@LINUX
def test_when_a_stroke_fails_each_file_is_asked_what_is_wrong_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync
    strokes = struck(monkeypatch, OSError(errno.EIO, "broken"))
    (good, _), (bad, handles) = begun(tmp_path, FEW), begun(tmp_path, 2)

    def fsync(handle: int) -> None:
        if handle == handles[0]:
            raise OSError(errno.EIO, "broken")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    good.wait()
    assert strokes.count == 1
    with pytest.raises(OSError, match="broken"):
        bad.wait()


@LINUX
def test_after_ctrl_c_nobody_waits_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(handle: int) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(wholedisk, "can", interrupted)
    with (
        pytest.raises(KeyboardInterrupt),
        Together((tmp_path / str(number), b"new") for number in range(FEW)) as ready,
    ):
        ready.put(tmp_path / "0")
    assert list(tmp_path.iterdir()) == []


@LINUX
def test_after_ctrl_c_each_file_is_told_of_though_one_cannot_be_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(handle: int) -> bool:
        raise KeyboardInterrupt

    real, (group, handles) = os.close, begun(tmp_path, FEW)

    def close(handle: int) -> None:
        real(handle)
        if handle == handles[0]:
            raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(wholedisk, "can", interrupted)
    monkeypatch.setattr(os, "close", close)
    with pytest.raises(KeyboardInterrupt):
        group.wait()
    with pytest.raises(InterruptedError):
        group.wait()


def test_ctrl_c_while_a_file_goes_to_the_disk_leaves_nobody_waiting_and_no_file_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = []

    def interrupted(handle: int) -> None:
        sent.append(handle)
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with (
        pytest.raises(KeyboardInterrupt),
        Together((tmp_path / str(number), b"new") for number in range(FEW - 1)) as ready,
    ):
        ready.put(tmp_path / "0")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(sent[0])


@LINUX
def test_a_disk_that_others_keep_busy_is_not_waited_for_whole_for_a_while(
    tmp_path: Path, stroke: Strokes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flushing, "LONG_S", -1.0)
    for _ in range(3):
        begun(tmp_path, FEW)[0].wait()
    assert stroke.count == 1


@LINUX
def test_many_files_do_not_wait_to_be_waited_for(tmp_path: Path, stroke: Strokes) -> None:
    group, _ = begun(tmp_path, STROKE + 1)
    until = time.monotonic() + 10.0
    while not stroke.count and time.monotonic() < until:
        time.sleep(0.001)
    assert stroke.count == 1
    group.wait()
    assert stroke.count == 1  # the last is a few by itself


@pytest.mark.skipif(sys.platform == "win32", reason="asks for the system's own call")
def test_whether_a_disk_is_waited_for_whole_goes_by_its_kind_and_by_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(wholedisk, "_answers", {})
    handle = opened(tmp_path / "file")
    monkeypatch.setattr(wholedisk, "_kind", lambda handle: 0xEF53)
    assert wholedisk.can(handle) == (sys.platform == "linux")
    for kind, release in ((0x6969, "6.1.0-x"), (0xEF53, "5.7.19-generic"), (0xEF53, "?")):
        monkeypatch.setattr(wholedisk, "_answers", {})
        monkeypatch.setattr(wholedisk, "_kind", lambda handle, kind=kind: kind)
        monkeypatch.setattr(wholedisk.platform, "release", lambda release=release: release)
        assert not wholedisk.can(handle), (kind, release)
    os.close(handle)


@LINUX
def test_the_system_is_asked_for_the_kind_and_flushes(tmp_path: Path) -> None:
    handle = opened(tmp_path / "file")
    os.write(handle, b"new")
    assert wholedisk._kind(handle) > 0
    wholedisk.flush(handle)
    os.close(handle)
    assert wholedisk._kind(handle) == 0
    with pytest.raises(OSError, match="Bad file descriptor"):
        wholedisk.flush(handle)


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not flushed there")
@pytest.mark.parametrize("missing", [True, False])
def test_folders_are_closed_though_one_is_missing_or_nobody_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: bool
) -> None:
    real, handles = os.open, []

    def recorded(folder: Path, flags: int) -> int:
        handles.append(real(folder, flags))
        return handles[-1]

    monkeypatch.setattr(os, "open", recorded)
    if missing:
        with pytest.raises(WriteError, match="gone"):
            next(flushing_folders(tmp_path, tmp_path / "gone"))
    else:
        work = flushing_folders(tmp_path)
        next(work)
        work.close()
    (handle,) = handles
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(handle)
