"""The steps before a deadline and where a filing stands; what the register of submissions says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from reporter.calendar.backward import filing_of, standing
from reporter.calendar.due import Agenda, Known, agenda
from reporter.calendar.workdays import Provisional
from reporter.records.campaign import USUAL_STEPS, Campaign, Obligation, Step
from reporter.records.filing import Filing
from reporter.records.fitting import Unfit
from reporter.records.submission import Submission

DUE = Provisional(date(2026, 11, 10), True, date(2026, 11, 10), date(2026, 11, 10))
FILING = Filing(kind="year-end-summary", period="2026")


def stands(state: str, *, drafted: bool = True, sent: bool = False) -> str:
    filing = FILING.changed(state=state)
    found = standing(USUAL_STEPS, DUE, filing, drafted=drafted, sent=sent).next
    return f"{found.name} {found.day.date:%m-%d}" if found else ""


def test_steps_are_counted_back_in_working_days() -> None:
    found = standing(USUAL_STEPS, DUE, None, drafted=False, sent=False)
    assert [(one.name, f"{one.day.date:%m-%d}") for one in found.steps] == [
        ("收齐", "10-30"), ("初稿", "11-03"), ("会签", "11-05"), ("签发", "11-06"), ("用印", "11-09"),
        ("报送", "11-10"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("state", "following"),
    [("草稿", "初稿 11-03"), ("征求意见稿", "会签 11-05"), ("送审稿", "签发 11-06"), ("定稿", "用印 11-09")],
)
def test_the_state_of_a_filing_says_the_next_step(state: str, following: str) -> None:
    assert stands(state) == following


def test_without_a_kept_draft_the_data_are_to_be_gathered() -> None:
    assert stands("草稿", drafted=False) == "收齐 10-30"


def test_nothing_is_left_to_do_once_it_is_sent() -> None:
    assert stands("定稿", sent=True) == ""


def test_a_deadline_on_a_day_off_is_sent_the_working_day_before() -> None:
    sunday = Provisional(date(2026, 11, 15), True, date(2026, 11, 15), date(2026, 11, 15))
    found = standing(USUAL_STEPS, sunday, None, drafted=False, sent=False)
    assert [one.day.date.day for one in found.steps[-2:]] == [12, 13]


def test_own_steps_stand_between_the_usual_ones() -> None:
    steps = [Step(name="初稿", days=5), Step(name="局务会", days=4), Step(name="签发", days=2)]
    filing = FILING.changed(state="定稿")
    assert standing(steps, DUE, filing, drafted=True, sent=False).next is None
    filing = FILING.changed(state="送审稿")
    found = standing(steps, DUE, filing, drafted=True, sent=False).next
    assert found and found.name == "局务会"


@pytest.mark.parametrize("written", [["收齐7", "会签 3个工作日"], {"收齐": 7, "会签": 3}])
def test_steps_may_be_written_as_words_or_as_a_map(written: Any) -> None:
    found = owed(steps=written).steps
    assert [(one.name, one.days) for one in found] == [("收齐", 7), ("会签", 3)]


@pytest.mark.parametrize("written", [["收齐"], ["7"], ["收齐-3天"], ["收齐999"]])
def test_other_steps_are_refused(written: list[str]) -> None:
    with pytest.raises(Unfit):
        owed(steps=written)


def test_the_filing_of_an_obligation_is_that_of_its_kind_and_period() -> None:
    blank, variant = (FILING.changed(variant=name) for name in ("blank", "city"))
    other = FILING.changed(period="2025")
    assert filing_of(owed(), "2026", [other, blank, variant, FILING], "99") == FILING
    assert filing_of(owed(), "2026", [other, blank], "99") is None
    town = FILING.changed(unit="9901")
    assert filing_of(owed(), "2026", [town], "99") is None


def owed(**given: Any) -> Obligation:
    base = {"id": "a", "sender": "99", "receiver": "90", "kind": "year-end-summary", "deliverable": "总结",
            "period": "2026", "due_text": "11月10日前"}  # fmt: skip
    return Obligation.of(base | given)


def on(day: date, *sent: Submission, **given: Any) -> Agenda:
    units = [{"code": "99", "name": "安和县", "level": "县"}]
    units += [{"code": code, "name": f"镇{code}", "level": "乡镇", "parent": "99"} for code in ("1", "2")]
    campaign = Campaign.of(
        {"name": "行动", "years": (2026,), "unit": "99", "lead": "a", "issuers": ("a",), "superior": "b",
         "units": units, "agencies": (), "obligations": [owed(**given)]}
    )  # fmt: skip
    return agenda(campaign, day, known=Known(sent))


def entry(state: str, day: int, **given: Any) -> Submission:
    return Submission.of({"obligation": "a", "state": state, "on": date(2026, 11, day), **given})


def test_what_was_sent_is_not_overdue_and_says_when() -> None:
    found = on(date(2026, 11, 13), entry("已报送", 9))
    assert found.clean
    assert (found.dues[0].state, found.dues[0].working) == ("sent", "11月10日，周二；11月9日已报送")


def test_what_was_sent_late_says_by_how_much() -> None:
    found = on(date(2026, 11, 13), entry("已报送", 12))
    assert found.dues[0].working == "11月10日，周二；11月12日已报送，迟2个工作日"


def test_the_last_entry_counts_and_none_of_the_future() -> None:
    entries = entry("已报送", 6), entry("已退回", 9, note="缺盖章"), entry("已接收", 12)
    assert on(date(2026, 11, 12), *entries).dues[0].state == "accepted"
    returned = on(date(2026, 11, 10), *entries)
    assert (returned.dues[0].state, returned.clean) == ("returned", False)
    assert returned.dues[0].working.endswith("11月9日已退回（缺盖章）")
    assert on(date(2026, 11, 5), *entries).dues[0].state == "soon"


def test_a_level_has_sent_when_all_its_units_have() -> None:
    one, other = entry("已报送", 6, unit="1"), entry("已报送", 9, unit="2")
    found = on(date(2026, 11, 10), one, sender="乡镇", receiver="99").dues[0]
    assert (found.state, found.missing) == ("today", ("2",))
    assert found.working.endswith("；已报1家，缺1家")
    whole = on(date(2026, 11, 10), one, other, sender="乡镇", receiver="99").dues[0]
    assert (whole.state, whole.missing, whole.standing) == ("sent", (), None)


def test_a_quarter_that_passed_unsent_is_told_before_the_next() -> None:
    found = on(date(2026, 11, 10), due_text="每季度结束后10日内")
    assert [(due.period, due.state) for due in found.dues] == [("2026Q3", "overdue"), ("2026Q4", "not_due")]
    sent = on(date(2026, 11, 10), entry("已报送", 5, period="2026Q3"), due_text="每季度结束后10日内")
    assert [due.period for due in sent.dues] == ["2026Q4"]
