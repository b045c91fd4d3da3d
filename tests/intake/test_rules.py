"""Checks across the fields of one row."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.intake.creditcode import ALPHABET, check_character, fault_of
from reporter.intake.problems import Code
from reporter.intake.rules import add_months
from reporter.intake.workspace import load


@pytest.mark.parametrize(
    ("changes", "code", "severity"),
    [
        ({"销号日期": None}, Code.CLOSED_WITHOUT_DATE, "error"),
        ({"整改完成时间": None}, Code.CLOSED_WITHOUT_DATE, "error"),
        ({"复核人": None}, Code.CLOSED_UNVERIFIED, "warning"),
        ({"销号日期": "2026-03-19", "复核日期": None}, Code.DATE_ORDER, "error"),
        ({"整改完成时间": "2026-03-04"}, Code.DATE_ORDER, "error"),
        ({"整改时限": "2026-03-10"}, Code.OVERDUE, "warning"),
        ({"整改时限": "2026-06-06"}, Code.TERM_TOO_LONG, "warning"),
        ({"整改状态": "整改中"}, Code.STATUS_AND_DATE, "warning"),
    ],
)
def test_a_hazard_row_that_contradicts_itself_is_found(
    workspace: Any, changes: dict[str, Any], code: Code, severity: str
) -> None:
    problems = load(workspace([workspace.hazard(**changes)])).problems
    assert [p.severity for p in problems if p.code is code] == [severity]


def test_a_term_of_exactly_three_months_is_in_order(workspace: Any) -> None:
    problems = load(workspace([workspace.hazard(整改时限="2026-06-05")])).problems
    assert not [p for p in problems if p.code is Code.TERM_TOO_LONG]


@pytest.mark.parametrize(
    ("changes", "code", "severity"),
    [
        ({"护理型床位数": 51}, Code.PART_EXCEEDS_WHOLE, "error"),
        ({"入住老人数": 51}, Code.RESIDENTS_EXCEED_BEDS, "warning"),
        ({"运营状态": "已关停"}, Code.CLOSED_WITHOUT_DATE, "error"),
    ],
)
def test_a_home_that_contradicts_itself_is_found(
    workspace: Any, changes: dict[str, Any], code: Code, severity: str
) -> None:
    problems = load(workspace(homes=[workspace.home(**changes)])).problems
    assert [p.severity for p in problems if p.code is code] == [severity]


def test_dates_after_today_are_no_problem(workspace: Any) -> None:
    row = workspace.hazard(发现日期="2099-01-05", 整改时限="2099-02-01", 整改完成时间="2099-01-20",
                           复核日期="2099-01-21", 销号日期="2099-01-25")  # fmt: skip
    assert load(workspace([row])).workspace is not None


def test_months_end_on_the_last_day_there_is() -> None:
    assert add_months(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert add_months(date(2027, 11, 30), 3) == date(2028, 2, 29)
    assert add_months(date(2026, 12, 31), 1) == date(2027, 1, 31)


@settings(max_examples=60)
@given(st.text(ALPHABET, min_size=17, max_size=17), st.integers(0, 16), st.sampled_from(ALPHABET))
def test_one_wrong_character_of_a_credit_code_is_always_noticed(body: str, place: int, other: str) -> None:
    code = body + check_character(body)
    assert fault_of(code) == ""
    changed = code[:place] + other + code[place + 1 :]
    assert bool(fault_of(changed)) == (changed != code)


def test_a_published_credit_code_passes_and_a_short_one_says_its_length() -> None:
    # Example of GB 32100-2015: 91350100M000100Y43.
    assert fault_of("91350100M000100Y43") == ""
    assert "17位" in fault_of("91350100M000100Y4")
    assert "I" in fault_of("91350100I000100Y43")


def test_a_cell_with_a_wrong_value_is_not_also_empty(workspace: Any) -> None:
    root = workspace()
    header = (*workspace.hazard_header, "重大隐患判定情形")
    workspace.book(root / "隐患台账.xlsx", [header, (*workspace.hazard(隐患等级="重大"), "说不清")])
    codes = [p.code for p in load(root).problems]
    assert Code.CELL_CHOICE in codes and Code.FIELD_ADVISED not in codes
