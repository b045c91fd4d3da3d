"""One process at a time in a folder of results, and no trace of it afterwards."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reporter.deliver import lock
from reporter.deliver.lock import Lock, Locked, alone
from tests.holding import holding

ROOT = Path(__file__).resolve().parents[2]
_COUNTS = """
import sys, time
from pathlib import Path
from reporter.deliver.lock import Lock
home = Path(sys.argv[1])
for _ in range(20):
    with Lock(home / ".reporter", "x", 60.0):
        number = int((home / "count").read_text())
        time.sleep(0.002)
        (home / "count").write_text(str(number + 1))
"""


def test_the_lock_leaves_nothing_behind(tmp_path: Path) -> None:
    with Lock(tmp_path / "out" / ".reporter", "x"):
        assert (tmp_path / "out" / ".reporter" / "lock-x").is_file()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_was_there_stays_and_so_does_what_was_written(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with alone(tmp_path / "out" / "x"):
        pass
    assert (tmp_path / "out").is_dir()
    with alone(tmp_path / "new" / "x"):
        (tmp_path / "new" / "x").mkdir()
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["x"]


def test_who_holds_it_may_take_it_again(tmp_path: Path) -> None:
    with Lock(tmp_path, "x"):
        with Lock(tmp_path, "x", 0.0):
            pass
        assert (tmp_path / "lock-x").is_file()


def test_what_a_dead_one_left_in_it_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "lock-x").write_text("1234567890")
    with Lock(tmp_path, "x"):
        assert (tmp_path / "lock-x").read_text() == str(os.getpid())


def test_one_of_many_that_a_run_takes_is_empty_and_the_run_is_named(tmp_path: Path) -> None:
    (tmp_path / ".reporter").mkdir()
    (tmp_path / ".reporter" / "lock-x").write_text("1234567890")
    with holding(tmp_path / ".reporter") as run:
        code = (
            "import pathlib, sys; from reporter.deliver.lock import alone; "
            "held = alone(pathlib.Path(sys.argv[1]), in_run=True).__enter__(); "
            "print('held', flush=True); sys.stdin.read()"
        )
        command = [sys.executable, "-c", code, str(tmp_path / "x")]
        with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as worker:
            assert worker.stdout and worker.stdout.readline() == b"held\n"
            assert (tmp_path / ".reporter" / "lock-x").read_text() == ""
            with (
                pytest.raises(Locked, match=f"进程 {run.pid}"),
                Lock(tmp_path / ".reporter", "x", 0.0),
            ):
                pass
            worker.kill()
        with alone(tmp_path / "x", in_run=True):
            pass
        assert not (tmp_path / ".reporter" / "lock-x").exists()


def test_another_is_named_and_after_it_has_gone_there_is_room(tmp_path: Path) -> None:
    with holding(tmp_path, "x") as other:
        with pytest.raises(Locked, match=f"进程 {other.pid}") as caught, Lock(tmp_path, "x", 0.2):
            pass
        assert "等它结束后再运行" in caught.value.hint
        with Lock(tmp_path, "y", 0.0):
            pass
    with Lock(tmp_path, "x", 0.0):
        pass


def test_a_short_wait_is_enough_when_the_other_ends_soon(tmp_path: Path) -> None:
    with holding(tmp_path, "x") as other:
        assert other.stdin
        threading.Timer(0.3, other.stdin.close).start()
        with Lock(tmp_path, "x", 30.0):
            assert (tmp_path / "lock-x").read_text(encoding="ascii") == str(os.getpid())


def test_many_that_come_and_go_are_never_two_at_a_time(tmp_path: Path) -> None:
    (tmp_path / "count").write_text("0", encoding="ascii")
    command = [sys.executable, "-c", _COUNTS, str(tmp_path)]
    running = [subprocess.Popen(command, cwd=ROOT) for _ in range(3)]
    assert [one.wait() for one in running] == [0, 0, 0]
    assert (tmp_path / "count").read_text(encoding="ascii") == "60"


def test_a_disk_without_locks_keeps_nobody_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(file: object) -> None:
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr(lock, "_seize", unknown)
    with Lock(tmp_path, "x", 0.0):
        assert (tmp_path / "lock-x").is_file()
