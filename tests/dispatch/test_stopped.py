"""Stopped at any write, each step is completed by the same call: the result is as if nothing had happened."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reporter.deliver import writing
from tests.dispatch.conftest import FILING, FINISH, SEND, call
from tests.dispatch.test_issue import out, tree

STEPS: dict[str, tuple[str, tuple[str, ...]]] = {
    "issue": ("drafted", (FILING, "anhe", *FINISH)),
    "submit": ("issued", (FILING, "anhe", *SEND, "--scan", "scan.pdf")),
    "archive": ("sent", ("anhe",)),
}
FEW = {"issue": (4, 6, 7, 11), "submit": (9, 16, 17, 21), "archive": (5,)}
MOST = 30


def failing(nth: int, monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """The n-th write finds the disk full; how many there were."""
    done = 0
    real = writing._temporary

    def new(folder: Path) -> tuple[int, Path]:
        nonlocal done
        done += 1
        if done == nth:
            raise OSError(errno.ENOSPC, "full")
        return real(folder)

    monkeypatch.setattr(writing, "_temporary", new)
    return lambda: done


def stage_of(stages: dict[str, Path], name: str, to: Path) -> Path:
    folder = Path(shutil.copytree(stages[name], to))
    if not (folder / "scan.pdf").exists():
        shutil.copy(stages["sent"] / "scan.pdf", folder / "scan.pdf")
    return folder


@pytest.fixture(scope="module")
def undisturbed(
    stages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, bytes]]:
    """What each step leaves when nothing stops it."""
    found = {}
    for step, (stage, args) in STEPS.items():
        folder = stage_of(stages, stage, tmp_path_factory.mktemp("whole") / step)
        assert call(folder, step, *args).exit_code == 0
        found[step] = tree(out(folder))
    return found


def stopped_and_called_again(
    stages: dict[str, Path], tmp_path: Path, step: str, nth: int, monkeypatch: pytest.MonkeyPatch
) -> dict[str, bytes] | None:
    """What there is after the second call; None when there was no n-th write at all."""
    stage, args = STEPS[step]
    folder = stage_of(stages, stage, tmp_path / "stopped")
    with monkeypatch.context() as patch:
        count = failing(nth, patch)
        result = call(folder, step, *args)
        if count() < nth:
            return None
    assert result.exit_code == 2 and "磁盘空间不足" in result.stderr
    assert call(folder, step, *args).exit_code == 0
    return tree(out(folder))


@pytest.mark.parametrize(("step", "nth"), [(step, nth) for step, some in FEW.items() for nth in some])
def test_a_full_disk_at_some_write(
    stages: dict[str, Path],
    undisturbed: dict[str, dict[str, bytes]],
    tmp_path: Path,
    step: str,
    nth: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert stopped_and_called_again(stages, tmp_path, step, nth, monkeypatch) == undisturbed[step]


@pytest.mark.deep
@pytest.mark.parametrize("step", STEPS)
def test_a_full_disk_at_every_write(
    stages: dict[str, Path],
    undisturbed: dict[str, dict[str, bytes]],
    tmp_path: Path,
    step: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for nth in range(1, MOST):
        found = stopped_and_called_again(stages, tmp_path / str(nth), step, nth, monkeypatch)
        if found is None:
            return
        assert found == undisturbed[step]
    raise AssertionError("more writes than were foreseen")
