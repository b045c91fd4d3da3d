"""Words for the last day that is looked at."""

from __future__ import annotations

from datetime import date

import pytest

from reporter.calendar.horizon import horizon
from reporter.calendar.workdays import ANNOUNCED
from reporter.errors import InputError

TODAY = date(2026, 9, 24)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-10", "2026-11-10"),
        ("本月", "2026-09-30"),
        ("本季度", "2026-09-30"),
        ("本半年", "2026-12-31"),
        ("本年", "2026-12-31"),
        ("10天内", "2026-10-04"),
        ("１０日内", "2026-10-04"),
        ("0个工作日内", "2026-09-24"),
        ("2个工作日内", "2026-09-29"),  # 中秋 25 to 27 September, then Monday
        ("5 个工作日内", "2026-10-09"),  # and 国庆
    ],
)
def test_each_way_to_say_it_means_one_day(text: str, day: str) -> None:
    assert horizon(text, TODAY, ANNOUNCED).isoformat() == day


@pytest.mark.parametrize("text", ["", "下月", "2026-02-30", "五天内", "-3天内"])
def test_what_is_not_understood_is_answered_with_what_is(text: str) -> None:
    with pytest.raises(InputError) as caught:
        horizon(text, TODAY, ANNOUNCED)
    assert "个工作日内" in caught.value.hint
