"""The time that is left is told from the present pace, not from how long it took to start."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reporter.bundle.pace import Pace


def _told(times: Sequence[float], total: int) -> list[float | None]:
    """What is told after each unit that was done at these times."""
    clock = iter(times)
    pace = Pace(lambda: next(clock))
    return [pace.left(done, total) for done in range(1, len(times) + 1)]


def test_nothing_is_told_before_a_few_are_done() -> None:
    assert _told([5.0, 6.0], 100) == [None, None]
    assert _told([5.0], 1) == [0.0]


def test_the_start_does_not_count() -> None:
    late = _told([60.0 + number for number in range(50)], 100)
    assert late[10] == pytest.approx(89.0)
    assert late[-1] == pytest.approx(50.0)


def test_a_machine_that_becomes_slower_is_told_as_it_is() -> None:
    quick = [float(number) for number in range(50)]
    slow = [quick[-1] + 4.0 * number for number in range(1, 51)]
    assert _told([*quick, *slow], 200)[-1] == pytest.approx(400.0)


def test_what_is_told_is_right_at_a_tenth_and_at_half_of_a_steady_run() -> None:
    told = _told([30.0 + number / 2 for number in range(200)], 200)
    assert [told[19], told[99], told[199]] == [pytest.approx(90.0), pytest.approx(50.0), 0.0]


def test_what_comes_in_batches_is_told_from_the_second_one() -> None:
    clock = iter([10.0, 20.0, 30.0])
    pace = Pace(lambda: next(clock))
    assert pace.left(64, 256) is None
    assert [pace.left(128, 256), pace.left(192, 256)] == [pytest.approx(20.0), pytest.approx(10.0)]
