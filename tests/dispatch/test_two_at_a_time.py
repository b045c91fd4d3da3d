"""Two steps on the same results at the same time: the second waits, then sees what the first did."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from reporter.deliver import lock
from tests.dispatch.conftest import FILING, FINISH, SEND, call
from tests.dispatch.test_issue import out, tree
from tests.holding import holding

ROOT = Path(__file__).resolve().parents[2]


def _both(folder: Path, *calls: tuple[str, ...]) -> list[tuple[int, str]]:
    """The calls begin together, each a process of its own: exit code and messages."""
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "reporter", *words], cwd=folder, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, encoding="utf-8", env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        )
        for words in calls
    ]  # fmt: skip
    told = [one.communicate()[0] for one in running]
    return [(one.returncode, text) for one, text in zip(running, told, strict=True)]


def test_a_doubled_issue_is_one_issuance(drafted: Path, issued: Path) -> None:
    words = ("issue", FILING, "anhe", *FINISH)
    found = _both(drafted, words, words)
    assert [code for code, _ in found] == [0, 0], found
    assert tree(out(drafted)) == tree(out(issued))


def test_of_two_different_issues_one_is_refused_with_a_sentence(drafted: Path) -> None:
    other = tuple("16" if word == "15" else word for word in FINISH)
    found = _both(drafted, ("issue", FILING, "anhe", *FINISH), ("issue", FILING, "anhe", *other))
    assert sorted(code for code, _ in found) == [0, 2], found
    (refused,) = (text for code, text in found if code)
    assert "已经印发" in refused and "Traceback" not in refused


def test_a_doubled_submit_is_one_entry_of_the_register(issued: Path) -> None:
    words = ("submit", FILING, "anhe", *SEND)
    codes = [code for code, _ in _both(issued, words, words)]
    once = out(issued)
    assert codes[0] == codes[1]
    assert len(list((once / "报送").iterdir())) == 1
    assert not list(once.rglob(".reporter-*"))


@pytest.mark.parametrize("step", ["issue", "submit", "build", "archive"])
def test_who_waits_in_vain_is_told_by_whom_and_writes_nothing(
    step: str, drafted: Path, issued: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {
        "issue": (FILING, "anhe", *FINISH), "submit": (FILING, "anhe", *SEND), "build": ("anhe",),
        "archive": ("anhe",),
    }[step]  # fmt: skip
    folder = drafted if step == "issue" else issued
    before = tree(out(folder))
    monkeypatch.setattr(lock, "PATIENT_S", 0.2)
    with holding(folder / "outputs" / ".reporter", "anhe") as other:
        started = time.monotonic()
        result = call(folder, step, *words)
        assert time.monotonic() - started < lock.SOON_S + 8
    assert result.exit_code == 2
    assert f"另一个 reporter（进程 {other.pid}）正在写这个文件夹" in result.stderr
    assert tree(out(folder)) == before


def test_a_look_waits_for_nobody(drafted: Path) -> None:
    with holding(drafted / "outputs" / ".reporter", "anhe"):
        assert call(drafted, "issue", FILING, "anhe", *FINISH, "--dry-run").exit_code == 0
