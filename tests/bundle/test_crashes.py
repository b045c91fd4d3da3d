"""Killed anywhere, refused by the disk anywhere: running again gives the tree of an undisturbed run."""

from __future__ import annotations

import errno
import itertools
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from benchmarks.counties import make
from reporter.bundle.journal import FILE, writing
from reporter.bundle.pool import Processes
from reporter.bundle.run import run
from reporter.deliver import wholedisk
from reporter.deliver.lock import Locked
from reporter.errors import ReporterError
from reporter.ooxml.container import open_container
from tests.bundle import tasks
from tests.bundle.places import Nobody, answer, at_once, made, order, tree, verdicts
from tests.holding import holding

ROOT = Path(__file__).resolve().parents[2]
UNITS = 3
MANY, KILLS = 300, 200
STARTING = 0.2
"""Share of the kills that hit a run while it starts."""
COMMANDS = 0.1
"""Share of the kills that hit the command with its workers."""
FILES = 7
"""A unit has about so many."""


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    return make(tmp_path_factory.mktemp("in"), UNITS)


@pytest.fixture(scope="module")
def undisturbed(counties: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    out = tmp_path_factory.mktemp("undisturbed")
    made(order(counties, out))
    return tree(out)


def _command(roots: tuple[Path, ...], out: Path) -> list[str]:
    """The bundle of these folders as a process of its own."""
    spec = out.with_suffix(".yaml")
    spec.write_text(f"单位: [{', '.join(str(root) for root in roots)}]\n格式: [docx]\n", encoding="utf-8")
    return [sys.executable, "-m", "reporter", "bundle", str(spec), "--out", str(out), "--jobs", "2"]


def _killed(command: list[str], out: Path, files: int, victim: str, pick: random.Random) -> None:
    """Starts the command and kills it, or one of its workers, a little after so many of its files are there."""
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and sum(path.is_file() for path in out.rglob("*")) < files:
        time.sleep(0.01)
    time.sleep(pick.uniform(0, 0.1))
    targets = [process.pid] if victim == "main" else _children(process.pid)
    if targets:
        _kill(pick.choice(targets))
    if victim == "worker and main":
        time.sleep(pick.uniform(0, 0.1))
        _kill(process.pid)
    process.wait()


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    try:
        return [int(word) for word in listed.read_text(encoding="ascii").split()]
    except OSError:
        return []


def _kill(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _survives(roots: tuple[Path, ...], home: Path, undisturbed: dict[str, str], seed: int) -> None:
    """One bundle that is killed once and run again."""
    pick = random.Random(seed)
    out = home / f"out{seed}"
    victim = pick.choice(["main", "main", "worker"])
    _killed(_command(roots, out), out, pick.randrange(1, FILES * len(roots)), victim, pick)
    for path in out.rglob("*.docx"):
        assert open_container(path.read_bytes()).testzip() is None
    finished = _finished(out)
    assert made(order(roots, out)).exit_code == 0
    assert tree(out) == undisturbed
    assert not list(out.rglob(".reporter-*.tmp"))
    assert _redone(finished, out) == []


def _finished(out: Path) -> dict[str, int]:
    """The files that the journal says are done, with their times."""
    if not (out / ".reporter" / FILE).is_file():
        return {}
    journal = writing(out / ".reporter" / FILE)
    rows = journal.filings()
    journal.close()
    return {
        f"{unit}/{name}": entry[1]
        for unit, filings in rows.items()
        for row in filings.values()
        for name, entry in row.files.items()
    }


def _redone(finished: dict[str, int], out: Path) -> list[str]:
    """Those that were written again since."""
    return [name for name, time_ns in finished.items() if (out / name).stat().st_mtime_ns != time_ns]


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finds workers in /proc")
@pytest.mark.parametrize("part", range(2))
def test_ten_kills_leave_no_trace(
    part: int, counties: tuple[Path, ...], undisturbed: dict[str, str], tmp_path: Path
) -> None:
    for seed in range(part * 5, part * 5 + 5):
        _survives(counties, tmp_path, undisturbed, seed)


@pytest.mark.deep
@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finds workers in /proc")
def test_two_hundred_kills_of_a_bundle_of_three_hundred_leave_no_trace(tmp_path: Path) -> None:
    roots = make(tmp_path / "in", MANY)
    made(order(roots, tmp_path / "whole"))
    whole, pick = tree(tmp_path / "whole"), random.Random(7)
    home, kills = 0, 0
    while kills < KILLS:
        home += 1
        out = tmp_path / f"out{home}"
        while kills < KILLS and not _complete(out, MANY):
            finished = _finished(out)
            _killed_early(roots, out, pick)
            kills += 1
            assert _redone(finished, out) == [], kills
        for path in out.rglob("*.docx"):
            assert open_container(path.read_bytes()).testzip() is None, path
        finished = _finished(out)
        assert made(order(roots, out)).exit_code == 0
        assert tree(out) == whole
        assert not list(out.rglob(".reporter-*.tmp"))
        assert _redone(finished, out) == []


def _complete(out: Path, units: int) -> bool:
    return len(_finished(out)) == 2 * units  # document and 数据核对表


def _killed_early(roots: tuple[Path, ...], out: Path, pick: random.Random) -> None:
    """Kills a run while it starts, or soon after it wrote something; now and then a worker before its parent.

    Most runs are forks of this process, which have nothing to load: what is killed is the writing.
    """
    if pick.random() < COMMANDS:
        _killed(_command(roots, out), out, _number(out) + 1, pick.choice(["main", "worker and main"]), pick)
        return
    before, child = _number(out), os.fork()
    if not child:
        with suppress(BaseException):
            made(order(roots, out))
        os._exit(0)
    until = time.monotonic() + (pick.uniform(0, 0.1) if pick.random() < STARTING else 30)
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        if _number(out) > before or time.monotonic() > until:
            time.sleep(pick.uniform(0, 0.25))
            _kill(child)
            os.waitpid(child, 0)
            return
        time.sleep(0.001)


def _number(out: Path) -> int:
    return sum(path.is_file() for path in out.glob("county-*/**/*"))


@contextmanager
def _failing(number: int, code: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """A disk on which the n-th of all operations that change something fails, and only that one."""
    calls = itertools.count(1)
    hits: list[int] = []

    def broken(real):  # type: ignore[no-untyped-def]
        def call(*args, **settings):  # type: ignore[no-untyped-def]
            if next(calls) == number:
                hits.append(number)
                raise OSError(code, os.strerror(code))
            return real(*args, **settings)

        return call

    with monkeypatch.context() as patched:
        for owner, name in ((os, "open"), (os, "fsync"), (os, "replace"), (Path, "mkdir")):
            patched.setattr(owner, name, broken(getattr(owner, name)))
        yield hits


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_each_operation_that_fails_leaves_the_old_and_the_next_run_completes(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fail_each(code, range(2, 36, 5), tmp_path, monkeypatch)


@pytest.mark.deep
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO, errno.EROFS, errno.EDQUOT])
def test_every_operation_that_fails_leaves_the_old_and_the_next_run_completes(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fail_each(code, range(1, 60), tmp_path, monkeypatch)


def _fail_each(code: int, numbers: range, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    roots = make(tmp_path / "in", 1)
    made(order(roots, tmp_path / "whole"))
    whole = tree(tmp_path / "whole")
    for number in numbers:
        out = tmp_path / f"out{number}"
        with _failing(number, code, monkeypatch) as hits:
            try:
                found = made(order(roots, out))
                assert not hits or found.exit_code in (1, 2), number
                assert not hits or "怎么办" in "".join(note for one in found.done for note in one.notes)
            except ReporterError as error:
                assert error.exit_code == 2, (number, error)
        # What fails after everything was delivered, as the report, leaves nothing to make again.
        again = verdicts(made(order(roots, out)))["county-0001"]
        assert again == "fresh" or (hits and again == "made"), number
        assert tree(out) == whole, number


@pytest.mark.parametrize("stroke", range(6))
def test_a_disk_that_refuses_several_units_at_one_stroke_costs_none_of_them_its_old_files(
    stroke: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    roots = make(tmp_path / "in", 5)
    made(order(roots, tmp_path / "whole"))
    calls = itertools.count()

    def refuses(handle: int) -> None:
        if next(calls) >= stroke:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    out = tmp_path / "out"
    with monkeypatch.context() as patched:
        patched.setattr(wholedisk, "can", lambda handle: True)
        patched.setattr(wholedisk, "flush", refuses)
        patched.setattr(os, "fsync", refuses)
        found = run(order(roots, out), Nobody(), at_once)
    assert set(verdicts(found).values()) <= {"made", "failed"}
    assert not list(out.rglob(".reporter-*.tmp"))
    finished = _finished(out)
    assert set(verdicts(made(order(roots, out))).values()) <= {"fresh", "made"}
    assert tree(out) == tree(tmp_path / "whole")
    assert _redone(finished, out) == []


def test_a_worker_that_dies_once_is_replaced_and_nothing_is_lost(
    counties: tuple[Path, ...], undisturbed: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(tasks.GRAVE, str(tmp_path / "grave"))
    given = order(counties, tmp_path / "out", jobs=2)
    found = run(given, Nobody(), lambda _, workers: Processes(workers, tasks.dies_once))
    assert set(verdicts(found).values()) == {"made"}
    assert tree(tmp_path / "out") == undisturbed  # and so nothing that it was at lies there


def test_a_worker_that_outlives_its_killed_run_is_waited_for_before_its_rubbish_is_removed(
    counties: tuple[Path, ...], undisturbed: dict[str, str], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    given = order(counties, out)
    made(given)
    journal = writing(given.journal / FILE)
    journal.begin(["county-0001"])
    journal.close(fold=True)
    with holding(given.journal, "county-0001") as worker:

        def ends() -> None:
            (out / "county-0001" / tasks.LEFT).touch()
            assert worker.stdin
            worker.stdin.close()

        threading.Timer(0.5, ends).start()
        assert set(verdicts(made(given)).values()) == {"fresh"}
    assert tree(out) == undisturbed


def test_a_unit_that_always_kills_its_worker_costs_only_itself(
    counties: tuple[Path, ...], tmp_path: Path
) -> None:
    given = order(counties[:3], tmp_path / "out", jobs=2)
    found = run(given, Nobody(), lambda _, workers: Processes(workers, tasks.poisoned))
    assert verdicts(found) == {"county-0001": "made", "county-0002": "failed", "county-0003": "made"}
    assert found.exit_code == 1
    assert verdicts(made(given))["county-0002"] == "made"


def test_a_unit_that_always_kills_its_worker_costs_none_of_those_that_were_with_it(tmp_path: Path) -> None:
    given = order(make(tmp_path / "in", 8), tmp_path / "out", jobs=1)
    found = run(given, Nobody(), lambda _, workers: Processes(workers, tasks.poisoned))
    assert [name for name, verdict in verdicts(found).items() if verdict != "made"] == ["county-0002"]


@pytest.mark.parametrize("jobs", [2, 4])
def test_the_bytes_do_not_depend_on_the_number_of_workers(
    jobs: int, counties: tuple[Path, ...], undisturbed: dict[str, str], tmp_path: Path
) -> None:
    run(order(counties, tmp_path / "out", jobs=jobs), Nobody())
    assert tree(tmp_path / "out") == undisturbed


def test_a_second_run_in_the_same_folder_is_told_to_wait(counties: tuple[Path, ...], tmp_path: Path) -> None:
    given = order(counties[:1], tmp_path / "out")
    with holding(given.journal) as other, pytest.raises(Locked, match=f"进程 {other.pid}"):
        made(given)
    assert verdicts(made(given)) == {"county-0001": "made"}


def test_the_lock_of_a_dead_process_is_taken_over(counties: tuple[Path, ...], tmp_path: Path) -> None:
    given = order(counties[:1], tmp_path / "out")
    code = (
        "import os, pathlib, sys; from reporter.deliver.lock import Lock; "
        "Lock(pathlib.Path(sys.argv[1])).__enter__(); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(given.journal)], cwd=ROOT, check=False)
    assert verdicts(made(given)) == {"county-0001": "made"}


@pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_one_clear_sentence(
    counties: tuple[Path, ...], tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir(mode=0o500)
    with pytest.raises(Exception, match="没有写入权限"):
        made(order(counties[:1], tmp_path / "out"))


@pytest.mark.deep
@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="needs root to mount a small disk")
def test_a_full_disk_keeps_the_old_files_and_is_resumed(
    counties: tuple[Path, ...], undisturbed: dict[str, str], tmp_path: Path
) -> None:
    out = tmp_path / "small"
    out.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(out)], check=False).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        command = _command(counties, out)
        full = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert full.returncode in (1, 2)
        assert "磁盘空间不足" in full.stdout + full.stderr
        for path in out.rglob("*.docx"):
            assert open_container(path.read_bytes()).testzip() is None
        subprocess.run(["mount", "-o", "remount,size=20m", str(out)], check=True)
        assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 0
        assert tree(out) == undisturbed
    finally:
        subprocess.run(["umount", str(out)], check=False)


def test_answers_that_change_between_a_kill_and_the_next_run_are_printed(tmp_path: Path) -> None:
    roots = make(tmp_path / "in", 2)
    _killed(_command(roots, tmp_path / "out"), tmp_path / "out", 9, "main", random.Random(1))
    answer(roots[0], 2, "是", "否")
    assert made(order(roots, tmp_path / "out")).exit_code == 0
    made(order(roots, tmp_path / "whole"))
    delivered = {
        name: sha for name, sha in tree(tmp_path / "out").items() if name.endswith((".docx", ".xlsx"))
    }
    assert set(delivered) <= set(tree(tmp_path / "whole"))
