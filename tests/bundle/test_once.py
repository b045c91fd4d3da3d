"""A run that has little to do does little: one plan, and no worker for one unit."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.counties import make
from reporter.bundle import run as runs
from reporter.bundle.journal import FILE, FinishedUnit, Journal, UnitRow, writing
from reporter.bundle.order import BundleOrder
from reporter.bundle.plan import Plan, make_plan
from reporter.bundle.pool import Crew, Processes
from reporter.bundle.unit import Job
from tests.bundle.places import Nobody, answer, at_once, made, order, verdicts
from tests.holding import holding


@pytest.fixture
def counties(tmp_path: Path) -> tuple[Path, ...]:
    return make(tmp_path / "in", 3)


@pytest.fixture
def plans(monkeypatch: pytest.MonkeyPatch) -> list[Plan]:
    """The plans that runs make for themselves."""
    found: list[Plan] = []

    def watched(given: BundleOrder) -> Plan:
        found.append(make_plan(given))
        return found[-1]

    monkeypatch.setattr(runs, "make_plan", watched)
    return found


def _no_workers(jobs: Sequence[Job], workers: int) -> Crew:
    crew = runs.usual(jobs, workers)
    assert not isinstance(crew, Processes)
    return crew


def test_one_changed_unit_is_made_here_by_the_plan_that_found_it(
    counties: tuple[Path, ...], plans: list[Plan], tmp_path: Path
) -> None:
    given = order(counties, tmp_path / "out", jobs=2)
    made(given)
    plans.clear()
    answer(counties[1], 2, "否", "是")
    found = runs.run(given, Nobody(), _no_workers, make_plan(given))
    assert verdicts(found) == {"county-0001": "fresh", "county-0002": "made", "county-0003": "fresh"}
    assert plans == []


def test_what_a_run_left_that_was_killed_over_its_report_goes_though_nothing_is_stale(
    counties: tuple[Path, ...], tmp_path: Path
) -> None:
    given = order(counties, tmp_path / "out")
    made(given)
    left = given.out / ".reporter-1-1.tmp"
    left.write_bytes(b"half")
    with holding(given.journal):
        made(given)
        assert left.exists()
    made(given)
    assert not left.exists()


def test_a_plan_that_another_run_has_overtaken_is_made_anew(
    counties: tuple[Path, ...], plans: list[Plan], tmp_path: Path
) -> None:
    given = order(counties, tmp_path / "out")
    early = make_plan(given)
    made(given)
    plans.clear()
    found = runs.run(given, Nobody(), plan=early)
    assert (set(verdicts(found).values()), len(plans)) == ({"fresh"}, 1)


def test_a_unit_in_which_the_run_before_died_is_not_made_here(
    counties: tuple[Path, ...], tmp_path: Path
) -> None:
    given = order(counties[:1], tmp_path / "out", jobs=2)
    made(given)
    journal = writing(given.journal / FILE)
    journal.finish(0, [FinishedUnit(UnitRow("county-0001", "running"))])
    journal.close(fold=True)
    crews: list[Crew] = []

    def crew(jobs: Sequence[Job], workers: int) -> Crew:
        crews.append(runs.usual(jobs, workers))
        return crews[-1]

    assert verdicts(runs.run(given, Nobody(), crew)) == {"county-0001": "fresh"}
    assert isinstance(crews[0], Processes)


def test_a_worker_is_not_told_of_the_thousands_of_other_units(
    counties: tuple[Path, ...], tmp_path: Path
) -> None:
    sizes = set()
    for count in (1, 3):
        given = order(counties[:count], tmp_path / f"out{count}")

        def weighed(jobs: Sequence[Job], workers: int) -> Crew:
            sizes.update(len(pickle.dumps(job)) for job in jobs)
            return runs.InProcess()

        runs.run(given, Nobody(), weighed)
    assert len(sizes) == 1


def test_units_that_go_in_step_announce_their_files_at_once_and_before_any_is_there(
    counties: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given, out = order(counties, tmp_path / "out"), tmp_path / "out"
    noted: list[int] = []
    announce = Journal.announce

    def watched(self: Journal) -> None:
        announce(self)
        noted.append(sum(len(self.announced(one.name)) for one in given.units))
        if len(noted) == 1:
            assert not list(out.glob("county-*/*.docx"))

    monkeypatch.setattr(Journal, "announce", watched)
    runs.run(given, Nobody(), at_once)
    assert noted == [6, 6, 6]  # a form and its 数据核对表 each
