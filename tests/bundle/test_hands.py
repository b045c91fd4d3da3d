"""One large workspace over several processes: the same bytes, and a filing that breaks its process costs itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.counties import make
from reporter.bundle import hands, stale
from reporter.bundle.hands import Hands
from reporter.bundle.plan import make_plan
from reporter.bundle.result import Run
from reporter.bundle.run import InProcess, run
from reporter.bundle.worth import worth_it
from reporter.making import Printer
from reporter.pauses import Paused
from tests.bundle.places import Nobody, made, order, tree
from tests.bundle.tasks import POISON, PoisonedPress

FILINGS = 7


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A workspace with more than one filing."""
    (root,) = make(tmp_path / "in", 1)
    text = (root / "filings.yaml").read_text(encoding="utf-8").split("\n")[1]
    lines = [
        text.replace('period: "2026",', f'period: "2026", variant: v{number}, title: 第{number}号要点,')
        for number in range(FILINGS)
    ]
    (root / "filings.yaml").write_text("\n".join(["filings:", *lines, ""]), encoding="utf-8")
    return root


def _parted(root: Path, out: Path, monkeypatch: pytest.MonkeyPatch, jobs: int = 2) -> Run:
    monkeypatch.setattr(stale, "worth_it", lambda sheets, formats: True)
    monkeypatch.setattr(stale, "BATCH", 2)
    return run(order([root], out, jobs=jobs), Nobody())


@pytest.mark.parametrize("jobs", [2, 4])
def test_the_bytes_are_those_of_one_process(
    jobs: int, large: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(order([large], tmp_path / "one"))
    started: list[int] = []

    def counted(press: Printer, workers: int) -> Hands:
        started.append(workers)
        return Hands(press, workers)

    monkeypatch.setattr(hands, "Hands", counted)
    heard: list[tuple[int, int]] = []
    monkeypatch.setattr(Nobody, "filings", lambda self, done, total, left: heard.append((done, total)))
    found = _parted(large, tmp_path / "several", monkeypatch, jobs)
    assert heard[-1] == (FILINGS, FILINGS)
    assert ([one.verdict for one in found.done], started) == (["made"] * FILINGS, [jobs])
    assert tree(tmp_path / "several") == tree(tmp_path / "one")


def test_a_filing_that_breaks_its_process_is_told_and_made_when_it_does_so_no_more(
    large: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(hands, "Hands", lambda press, workers: Hands(PoisonedPress(press), workers))
        found = _parted(large, tmp_path / "out", patched)
    failed = [one for one in found.done if one.verdict == "failed"]
    assert (len(found.done), found.exit_code, ["第3号" in one.title for one in failed]) == (FILINGS, 1, [True])
    assert POISON in failed[0].title and "中断了2次，已跳过" in failed[0].notes[0]
    again = made(order([large], tmp_path / "out"))
    assert sorted({one.verdict for one in again.done}) == ["fresh", "made"]
    assert [one.title for one in again.done if one.verdict == "made"] == [failed[0].title]
    made(order([large], tmp_path / "one"))
    assert tree(tmp_path / "out") == tree(tmp_path / "one")


def test_few_filings_are_not_parted(large: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "Hands", lambda *_: pytest.fail("processes were started"))
    given = order([large], tmp_path / "out", jobs=2)
    assert len(run(given, Nobody(), plan=make_plan(given)).done) == FILINGS
    assert [worth_it(10, ["pdf"]), worth_it(4000, ["docx"]), worth_it(60, ["docx", "pdf"])] == [False, False, True]


def test_a_large_workspace_that_is_stopped_between_two_batches_goes_on_where_it_was(
    large: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, batches = stale.Stale.delivered, []

    def stops(self: stale.Stale, made: Sequence[object]) -> Paused[None]:
        yield from real(self, made)  # type: ignore[arg-type]
        batches.append(len(made))
        if len(batches) == 2:
            raise KeyboardInterrupt

    given = order([large], tmp_path / "out")
    with monkeypatch.context() as patched:
        patched.setattr(stale.Stale, "batch", 2)
        patched.setattr(stale.Stale, "delivered", stops)
        with pytest.raises(KeyboardInterrupt):
            run(given, Nobody(), lambda jobs, workers: InProcess())
    (look,) = make_plan(given).looks
    assert (look.stopped, look.suspected) == (True, False)  # nobody doubts what the user ended
    verdicts = sorted(one.verdict for one in made(given).done)
    assert verdicts == ["fresh"] * 4 + ["made"] * (FILINGS - 4)
    made(order([large], tmp_path / "one"))
    assert tree(tmp_path / "out") == tree(tmp_path / "one")
