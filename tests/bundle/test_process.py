"""Processes that die at the worst moment: what they were to do is done by others, and nothing waits for ever."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reporter.bundle import process
from reporter.bundle.process import ENDED, Workers
from tests.bundle.tasks import DeadlyOnce, begins, doubled, never_begins

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals")


def test_every_task_has_its_result_whatever_the_order() -> None:
    with Workers(2, doubled, begins) as workers:
        assert sorted(workers.results(range(9))) == [(number, 2 * number) for number in range(9)]
        assert list(workers.results([7])) == [(7, 14)]
        assert list(workers.results([])) == []


def test_a_process_killed_in_the_moment_in_which_it_takes_a_task_is_no_reason_to_wait_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "_STUCK_S", 20.0)
    tasks = [DeadlyOnce(1, tmp_path / "grave"), 2, 3, 4]
    with Workers(2, doubled, begins) as workers:
        found = [result for _, result in workers.results(tasks)]
    assert sorted(found, key=str) == [2, 4, 6, 8]


def test_processes_that_cannot_start_end_every_task() -> None:
    with Workers(2, doubled, never_begins) as workers:
        found = [result for _, result in workers.results(range(20))]
    assert len(found) == 20
    assert all(isinstance(result, ENDED) for result in found)


def test_what_a_task_raises_is_its_result() -> None:
    with Workers(1, doubled, begins) as workers:
        ((_, result),) = workers.results([None])  # type: ignore[list-item]
    assert isinstance(result, AttributeError)
