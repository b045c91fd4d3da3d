"""Every day of 2004–2026 agrees with two independent packages, or stands in docs/holidays.md with its notice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import holidays
import pytest

from reporter.calendar.notices import Notice
from reporter.calendar.workdays import ANNOUNCED, DayKind, Workdays

LIST = Path(__file__).resolve().parents[2] / "docs" / "holidays.md"
FIRST, LAST = date(2004, 1, 1), date(2026, 12, 31)
SAID = {"工作日": True, "休息日": False}


def every_day() -> Iterator[date]:
    for step in range((LAST - FIRST).days + 1):
        yield FIRST + timedelta(days=step)


@pytest.fixture(scope="module")
def answers() -> dict[date, tuple[bool, bool]]:
    """Whether a day is worked, by chinesecalendar and by holidays."""
    china = holidays.country_holidays("CN", years=range(FIRST.year - 1, LAST.year + 2))
    return {day: (chinese_calendar.is_workday(day), china.is_working_day(day)) for day in every_day()}


@pytest.fixture(scope="module")
def listed() -> dict[date, list[str]]:
    rows = re.findall(r"^\| (\d{4}-\d\d-\d\d) \| (.*) \|$", LIST.read_text(encoding="utf-8"), re.MULTILINE)
    return {date.fromisoformat(day): rest.split(" | ") for day, rest in rows}


def test_the_list_is_exactly_the_disagreements(answers, listed) -> None:
    differing = {day for day, (one, other) in answers.items() if one != other}
    assert differing == set(listed)
    for day, (weekday, one, other, ours, notice, words) in listed.items():
        assert weekday == f"星期{'一二三四五六日'[day.weekday()]}"
        assert (SAID[one], SAID[other]) == answers[day]
        assert SAID[ours] == (ANNOUNCED.day_kind(day) is DayKind.WORKING)
        assert re.search(r"通知（国办发明电〔\d{4}〕\d+号）", notice) and words


def test_where_both_agree_we_do(answers, listed) -> None:
    kinds = {True: DayKind.WORKING, False: DayKind.OFF}
    wrong = {
        day for day, (one, _) in answers.items() if day not in listed and ANNOUNCED.day_kind(day) is not kinds[one]
    }
    known = max(chinese_calendar.holidays).year > LAST.year
    # 元旦's notice of the year after may still move the last days of December.
    waiting = set() if known else {date(LAST.year, 12, number) for number in range(26, 32)}
    assert wrong == waiting
    assert {ANNOUNCED.day_kind(day) for day in waiting} <= {DayKind.UNANNOUNCED}


def test_the_number_of_days_that_agree_is_told(listed) -> None:
    told = re.search(r"其余 ([\d,]+) 天两个软件包一致", LIST.read_text(encoding="utf-8"))
    assert told and int(told[1].replace(",", "")) == (LAST - FIRST).days + 1 - len(listed)


def test_a_day_beyond_the_announced_years_is_neither_worked_nor_off() -> None:
    year = max(chinese_calendar.holidays).year + 1
    assert ANNOUNCED.day_kind(date(year, 3, 3)) is DayKind.UNANNOUNCED


def test_a_notice_of_the_workspace_goes_before_what_is_packaged() -> None:

    notice = Notice(2006, "试", "", {date(2005, 12, 31): "元旦"}, frozenset())
    assert Workdays([notice]).day_kind(date(2005, 12, 31)) is DayKind.OFF
