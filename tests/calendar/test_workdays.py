"""Working days by the yearly notices; provisional dates where a notice is not known."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.calendar.festivals import possibly_off, surely_off
from reporter.calendar.notices import Notice, parse_notice
from reporter.calendar.workdays import ANNOUNCED, Count, DayKind, Provisional, Workdays

day_kind, shift = ANNOUNCED.day_kind, ANNOUNCED.shift
LAST = max(chinese_calendar.holidays).year
NEXT = LAST + 1
NOTICE = """
year: 2027
source: 关于2027年部分节假日安排的通知
number: 安政办发〔2026〕9号
days_off:
  元旦: 2027-01-01 至 2027-01-03
  春节: [2027-02-05 至 2027-02-11]
  国庆节: 10月1日—10月7日
working_weekends: [2027-02-20, 2027-10-09]
"""


class _Unannounced(Workdays):
    """The packaged years as they stood before the notice on one of them."""

    def __init__(self, year: int) -> None:
        super().__init__()
        self._years -= {year, year + 1}


def test_there_are_three_answers() -> None:
    assert day_kind(date(2026, 11, 10)) is DayKind.WORKING
    assert day_kind(date(2026, 11, 14)) is DayKind.OFF
    assert day_kind(date(2026, 10, 10)) is DayKind.WORKING  # a Saturday, worked for 国庆节
    assert day_kind(date(2026, 10, 7)) is DayKind.OFF
    assert day_kind(date(NEXT, 5, 12)) is DayKind.UNANNOUNCED


def test_the_last_days_of_december_wait_for_the_next_notice() -> None:
    assert day_kind(date(LAST, 12, 25)) is not DayKind.UNANNOUNCED
    assert day_kind(date(LAST, 12, 31)) is DayKind.UNANNOUNCED
    assert day_kind(date(LAST - 1, 12, 31)) is not DayKind.UNANNOUNCED


def test_every_announced_day_is_that_of_the_package_but_for_the_one_it_has_wrong() -> None:
    day, differing = date(2004, 1, 1), []
    while day < date(LAST, 12, 26):
        if (day_kind(day) is DayKind.WORKING) != chinese_calendar.is_workday(day):
            differing.append(day)
        day += timedelta(days=1)
    assert differing == [date(2005, 12, 31)]


def test_the_day_itself_is_not_counted() -> None:
    assert shift(date(2026, 11, 10), 3) == Provisional(
        date(2026, 11, 13), True, date(2026, 11, 13), date(2026, 11, 13)
    )
    assert shift(date(2026, 11, 10), -3).date == date(2026, 11, 5)
    assert shift(date(2026, 9, 30), 1).date == date(2026, 10, 8)
    assert shift(date(2026, 11, 14), 0).date == date(2026, 11, 14)


def test_counting_too_far_is_refused() -> None:
    with pytest.raises(ValueError, match="too far"):
        shift(date(2026, 1, 1), 10**6)


def test_days_off_move_to_the_next_or_the_last_working_day() -> None:
    assert ANNOUNCED.roll(date(2026, 11, 14), "顺延").date == date(2026, 11, 16)
    assert ANNOUNCED.roll(date(2026, 11, 14), "提前").date == date(2026, 11, 13)
    assert ANNOUNCED.roll(date(2026, 11, 13), "顺延").date == date(2026, 11, 13)
    assert ANNOUNCED.roll(date(2026, 11, 14), "").date == date(2026, 11, 14)


def test_the_nth_working_day_of_a_month() -> None:
    found = [ANNOUNCED.nth(2026, 10, count) for count in (1, 3, -1)]
    assert [one.date for one in found if one] == [date(2026, 10, 8), date(2026, 10, 10), date(2026, 10, 30)]
    assert ANNOUNCED.nth(2026, 12, -1) is not None
    assert ANNOUNCED.nth(2026, 10, 30) is None
    assert ANNOUNCED.nth(2026, 10, 0) is None


def test_working_days_between_two_days() -> None:
    assert ANNOUNCED.between(date(2026, 10, 30), date(2026, 11, 10)) == Count(7, True, 7, 7)
    assert ANNOUNCED.between(date(2026, 11, 10), date(2026, 10, 30)) == Count(-7, True, -7, -7)
    assert ANNOUNCED.between(date(2026, 11, 10), date(2026, 11, 10)).days == 0


def test_a_year_not_announced_gives_a_range() -> None:
    found = shift(date(NEXT, 9, 30), 1)
    assert not found.certain
    assert found.earliest <= found.date <= found.latest
    assert found.earliest < found.latest
    assert "暂定" in str(found)


def test_far_from_holidays_the_range_is_one_day() -> None:
    found = shift(date(NEXT, 7, 19), 3)
    assert (found.certain, found.earliest, found.latest) == (False, found.date, found.date)


def test_a_count_that_ends_before_what_is_open_is_certain() -> None:
    assert shift(date(LAST, 12, 18), 3).certain
    assert not shift(date(LAST, 12, 23), 5).certain


# 2015 had a parade that no law foresaw; until 2024 New Year's Eve and 2 May were no statutory holidays.
SURPRISES = {date(2015, 9, 3), date(2015, 9, 4), date(2015, 9, 6), date(2014, 1, 30), date(2024, 2, 9),
             date(2017, 5, 2), date(2018, 5, 2)}  # fmt: skip


def test_what_was_announced_since_2014_lies_within_the_limits() -> None:
    day, outside = date(2014, 1, 1), set()
    while day.year <= LAST:
        works = chinese_calendar.is_workday(day)
        if (works and surely_off(day)) or not (works or possibly_off(day)):
            outside.add(day)
        day += timedelta(days=1)
    assert outside == SURPRISES


@settings(max_examples=60)
@given(st.dates(date(2025, 1, 1), date(2025, 12, 1)), st.integers(-15, 15))
def test_the_range_held_the_day_that_was_announced_later(day: date, count: int) -> None:
    before = _Unannounced(2025).shift(day, count)
    after = shift(day, count)
    assert before.earliest <= after.date <= before.latest


@settings(max_examples=60)
@given(st.dates(date(2005, 1, 1), date(2040, 12, 31)), st.integers(1, 30))
def test_there_and_back(day: date, count: int) -> None:
    there = shift(day, count)
    assert there.earliest <= there.date <= there.latest
    assert ANNOUNCED.between(day, there.date).days == count


def test_a_notice_announces_its_year() -> None:
    notice = parse_notice(NOTICE, "2027.yaml")
    assert (notice.year, notice.number) == (2027, "安政办发〔2026〕9号")
    assert notice.days_off[date(2027, 10, 7)] == "国庆节"
    days = Workdays([notice])
    assert days.day_kind(date(2027, 2, 9)) is DayKind.OFF
    assert days.day_kind(date(2027, 2, 20)) is DayKind.WORKING
    assert days.day_kind(date(2027, 5, 12)) is DayKind.WORKING
    assert days.shift(date(2027, 9, 30), 1) == Provisional(
        *[date(2027, 10, 8), True, *[date(2027, 10, 8)] * 2]
    )


def test_a_later_notice_overrules_single_days() -> None:
    extra = Notice(
        2026, "延长假期的通知", "", {date(2026, 11, 10): "纪念日"}, frozenset({date(2026, 11, 14)})
    )
    days = Workdays([extra])
    assert days.day_kind(date(2026, 11, 10)) is DayKind.OFF
    assert days.day_kind(date(2026, 11, 14)) is DayKind.WORKING
    assert days.day_kind(date(2026, 11, 11)) is DayKind.WORKING
