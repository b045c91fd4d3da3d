"""What is due on a day, recurring days, and the chain of dependent deadlines."""

from __future__ import annotations

from datetime import date

import pytest

from reporter.calendar.chain import check_chain
from reporter.calendar.grammar import parse_deadline
from reporter.calendar.owed import due_on, working, year_of
from reporter.calendar.recurrences import next_period, periods
from reporter.calendar.workdays import ANNOUNCED
from reporter.records.campaign import Obligation

LEVELS = {"99": "县", "90": "市"}


def owed(ident: str, sender: str, receiver: str, **given: object) -> Obligation:
    base = {"kind": "year-end-summary", "deliverable": "年度总结", "period": "2026", "due_text": "11月10日前"}
    return Obligation.of({"id": ident, "sender": sender, "receiver": receiver, **base, **given})


def chain(*pairs: tuple[Obligation, date]) -> list[tuple[str, str, tuple[str, ...]]]:
    found = check_chain([one for one, _ in pairs], {one.id: day for one, day in pairs}, LEVELS)
    return [(one.code, one.severity, one.ids) for one in found]


def test_a_lower_level_comes_before_the_upper() -> None:
    town, county = owed("town", "乡镇", "99"), owed("county", "99", "90")
    assert chain((town, date(2026, 10, 30)), (county, date(2026, 11, 10))) == []
    late = [("R14", "error", ("town", "county"))]
    assert chain((town, date(2026, 11, 10)), (county, date(2026, 11, 10))) == late
    assert chain((town, date(2026, 11, 12)), (county, date(2026, 11, 10))) == late


@pytest.mark.parametrize(("day", "faults"), [(date(2026, 11, 3), 0), (date(2026, 11, 4), 1)])
def test_five_working_days_are_enough(day: date, faults: int) -> None:
    found = chain((owed("town", "乡镇", "99"), day), (owed("county", "99", "90"), date(2026, 11, 10)))
    assert found == [("R14", "warning", ("town", "county"))] * faults


def test_levels_and_contained_names_make_a_chain_too() -> None:
    town = owed("town", "乡镇", "县", kind="points", deliverable="通报要点")
    county = owed("county", "99", "90", kind="letter", deliverable="通报要点和四个清单")
    assert chain((town, date(2026, 11, 11)), (county, date(2026, 11, 10))) == [
        ("R14", "error", ("town", "county"))
    ]
    other = owed("other", "99", "90", kind="letter", deliverable="会议纪要")
    assert chain((town, date(2026, 11, 11)), (other, date(2026, 11, 10))) == []


def test_the_message_says_how_many_days_remain() -> None:
    town, county = owed("town", "乡镇", "99"), owed("county", "99", "90")
    due = {"town": date(2026, 11, 6), "county": date(2026, 11, 10)}
    (found,) = check_chain([town, county], due, LEVELS)
    assert found.message == "下级“年度总结”（11月6日）到本级“年度总结”（11月10日）只有2个工作日汇总"
    assert found.as_dict()["hint"] == "提前下级的期限，至少留出5个工作日"


def test_a_self_check_after_the_ledger_is_out_of_order() -> None:
    self_check, ledger = (
        owed("a", "乡镇", "99", deliverable="自查报告"),
        owed("b", "乡镇", "99", deliverable="问题清单"),
    )
    assert chain((self_check, date(2024, 5, 31)), (ledger, date(2024, 5, 20))) == [
        ("R12", "warning", ("a", "b"))
    ]
    assert chain((self_check, date(2024, 5, 20)), (ledger, date(2024, 5, 20))) == []


def test_one_obligation_has_one_date() -> None:
    pair = owed("a", "99", "90"), owed("b", "99", "90")
    assert chain((pair[0], date(2024, 9, 30)), (pair[1], date(2024, 11, 30))) == [
        ("R11", "error", ("a", "b"))
    ]


@pytest.mark.parametrize(
    ("on", "state", "said"),
    [
        (date(2026, 11, 5), "soon", "11月10日，周二；3个工作日后"),
        (date(2026, 10, 30), "not_due", "11月10日，周二；7个工作日后"),
        (date(2026, 11, 10), "today", "11月10日，周二；就是今天"),
        (date(2026, 11, 13), "overdue", "11月10日，周二；已过3个工作日"),
        (date(2025, 11, 10), "not_due", "2026年11月10日，周二；248个工作日后"),
    ],
)
def test_the_state_on_a_day_shows_its_working(on: date, state: str, said: str) -> None:
    found = due_on(owed("a", "99", "90"), (2026,), on)
    assert (found.state, found.working) == (state, said)


def test_a_day_off_names_the_last_working_day() -> None:
    found = due_on(owed("a", "99", "90", due_text="11月15日前"), (2026,), date(2026, 11, 10))
    assert found.working == "11月15日，周日（休息日，之前最后一个工作日是11月13日）；3个工作日后"


def test_a_weekend_before_a_deadline_has_no_working_day_left() -> None:
    found = due_on(owed("a", "99", "90", due_text="11月15日前"), (2026,), date(2026, 11, 14))
    assert (found.state, found.working.split("；")[1]) == ("soon", "中间没有工作日")


def test_provisional_days_say_between_which_days() -> None:
    found = due_on(owed("a", "99", "90", due_text="2031年10月第1个工作日前"), (2026,), date(2026, 11, 5))
    assert found.day and not found.day.certain
    assert found.working.startswith(f"2031年10月{found.day.date.day}日（暂定，可能在2031年10月")
    assert "（暂定）后" in found.working


def test_a_text_without_a_day_stays_so() -> None:
    found = due_on(owed("a", "99", "90", due_text="适时"), (2026,), date(2026, 11, 5))
    assert (found.state, found.day, found.working) == ("undated", None, "适时（没有确定的日期）")


def test_a_typed_date_goes_before_the_words() -> None:
    found = due_on(owed("a", "99", "90", due=date(2026, 11, 6)), (2026,), date(2026, 11, 5))
    assert found.day and found.day.date == date(2026, 11, 6)


@pytest.mark.parametrize(
    ("period", "year"),
    [("2026", 2026), ("2023-2026", 2026), ("2025Q3", 2025), ("2025H1", 2025), ("全程", 2024)],
)
def test_the_year_is_that_of_the_period(period: str, year: int) -> None:
    assert year_of(period, (2023, 2024)) == year


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("每季度末前", [(3, 31), (6, 30), (9, 30), (12, 31)]),
        ("每半年", [(6, 30), (12, 31)]),
        ("每季度首月10日前", [(1, 10), (4, 10), (7, 10), (10, 10)]),
        ("每年11月10日前", [(11, 10)]),
        ("每季度结束后10日内", [(4, 10), (7, 10), (10, 10), (1, 10)]),
        ("每半年终了后3个工作日内", [(7, 3), (1, 6)]),
        ("每季度次月5日前", [(4, 5), (7, 5), (10, 5), (1, 5)]),
        ("半年报", [(6, 30), (12, 31)]),
        ("季报", [(3, 31), (6, 30), (9, 30), (12, 31)]),
        ("每半年倒数第2个工作日前", [(6, 27), (12, 30)]),
        ("每年至少3次", []),
        ("每两年1次", []),
    ],
)
def test_recurring_days(text: str, days: list[tuple[int, int]]) -> None:
    found = [one.day.date for one in periods(parse_deadline(text, year=None), 2025)]
    assert [(day.month, day.day) for day in found] == days


def test_ten_day_reports_end_with_their_ten_days() -> None:
    found = periods(parse_deadline("旬报", year=None), 2026)
    assert [(one.period, one.day.date.day) for one in found[:4]] == [
        ("2026-01上旬", 10), ("2026-01中旬", 20), ("2026-01下旬", 31), ("2026-02上旬", 10),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("每季度结束后10日内", ("2025Q1", "2025Q2", "2025Q3", "2025Q4")),
        ("每半年", ("2025H1", "2025H2")),
        ("每年11月10日前", ("2025",)),
    ],
)
def test_a_period_keeps_its_name_wherever_its_day_falls(text: str, names: tuple[str, ...]) -> None:
    assert tuple(one.period for one in periods(parse_deadline(text, year=None), 2025)) == names


def test_the_third_working_day_of_each_month() -> None:
    found = periods(parse_deadline("每月第3个工作日前", year=None), 2026)
    assert len(found) == 12
    assert found[9].day.date == date(2026, 10, 10)


def test_weeks_and_months_of_different_length() -> None:
    fridays = periods(parse_deadline("每周五", year=None), 2026)
    assert (len(fridays), {one.day.date.weekday() for one in fridays}) == (52, {4})
    assert len(periods(parse_deadline("每月31日前", year=None), 2026)) == 7


def test_a_recurring_day_off_moves_when_the_text_says_so() -> None:
    found = periods(parse_deadline("每月10日前，遇节假日顺延", year=None), 2026)
    assert found[4].day.date == date(2026, 5, 11)


def test_the_next_one_may_be_next_year() -> None:
    deadline = parse_deadline("每年1月10日前", year=None)
    found = next_period(deadline, date(2026, 11, 10))
    assert found and found.day.date == date(2027, 1, 10)
    deadline = parse_deadline("每季度结束后10日内", year=None)
    found = next_period(deadline, date(2026, 1, 4))
    assert found and found.day.date == date(2026, 1, 10)
    assert next_period(parse_deadline("每年至少3次", year=None), date(2026, 1, 1)) is None


def test_a_recurring_obligation_is_due_next_time() -> None:
    found = due_on(owed("a", "99", "90", due_text="每季度末前"), (2026,), date(2026, 9, 29))
    assert found.working == working(ANNOUNCED.roll(date(2026, 9, 30), "顺延"), date(2026, 9, 29))
    assert found.state == "soon"
