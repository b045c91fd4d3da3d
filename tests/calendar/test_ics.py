"""Deadlines in a clerk's own calendar, read back with icalendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar, Event

from reporter.calendar.due import Known, timetable
from reporter.calendar.ics import Setting, calendar_of
from reporter.calendar.workdays import ANNOUNCED
from reporter.errors import InputError
from reporter.records.campaign import Campaign
from reporter.records.submission import Submission

ON = date(2026, 11, 4)
NAMES = {"99": "安和县", "90": "临澜市"}


def campaign(*obligations: dict[str, Any]) -> Campaign:
    base = {
        "sender": "99",
        "receiver": "90",
        "kind": "year-end-summary",
        "deliverable": "年度总结；定稿",
        "period": "2026",
    }
    units = [
        {"code": "90", "name": "临澜市", "level": "市"},
        {"code": "99", "name": "安和县", "level": "县", "parent": "90"},
    ]
    return Campaign.of(
        {"name": "行动", "years": (2026,), "unit": "99", "lead": "a", "issuers": ("a",), "superior": "b",
         "units": units, "agencies": (), "obligations": [base | one for one in obligations]}
    )  # fmt: skip


def made(given: Campaign, before: bytes = b"", on: date = ON, known: Known | None = None) -> bytes:
    return calendar_of(timetable(given, on, ANNOUNCED, known), Setting("anhe", on, NAMES), before)


def events(data: bytes) -> dict[str, Event]:
    return {str(one["UID"]): one for one in Calendar.from_ical(data).walk("VEVENT")}


FINAL = campaign({"id": "summary", "due_text": "11月10日前"})


def test_a_deadline_is_an_all_day_event_with_its_words() -> None:
    found = events(made(FINAL))
    assert list(found) == ["summary/2026/anhe@reporter"]
    event = found["summary/2026/anhe@reporter"]
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 11, 10), date(2026, 11, 11))
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["SUMMARY"] == "报送：年度总结；定稿（安和县→临澜市）"
    assert event["STATUS"] == "CONFIRMED" and event["SEQUENCE"] == 0
    lines = event["DESCRIPTION"].split("\n")
    assert lines[:2] == ["期限：2026年11月10日，周二", "原文：11月10日前"]
    assert lines[-1].startswith("步骤：2026年10月30日收齐") and lines[-1].endswith("2026年11月10日报送")


def test_the_stamp_is_the_day_asked_for_and_no_clock() -> None:
    (event,) = events(made(FINAL)).values()
    assert event["DTSTAMP"].dt == datetime(2026, 11, 4, tzinfo=UTC)
    assert made(FINAL) == made(FINAL)


def test_alarms_ring_at_nine_five_and_one_working_days_before() -> None:
    (event,) = events(made(FINAL)).values()
    midnight = datetime(2026, 11, 10, tzinfo=UTC)
    rings = [midnight + alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]
    assert rings == [datetime(2026, 11, 3, 9, tzinfo=UTC), datetime(2026, 11, 9, 9, tzinfo=UTC)]


def test_working_days_of_an_unannounced_year_are_tentative_and_tell_their_range() -> None:
    given = campaign({"id": "a", "due_text": "2031年10月第1个工作日前", "period": "2031"})
    (event,) = events(made(given)).values()
    assert event["STATUS"] == "TENTATIVE"
    assert "暂定" in event["SUMMARY"] and "可能在2031年10月" in event["DESCRIPTION"]


def test_each_quarter_is_an_event_of_its_own() -> None:
    found = events(made(campaign({"id": "q", "due_text": "每季度结束后10日内"})))
    assert list(found) == [f"q/2026Q{number}/anhe@reporter" for number in (1, 2, 3, 4)]
    assert found["q/2026Q4/anhe@reporter"]["DTSTART"].dt == date(2027, 1, 10)


def test_what_has_no_day_is_no_event() -> None:
    assert events(made(campaign({"id": "a", "due_text": "适时"}))) == {}


def test_a_moved_deadline_keeps_its_uid_and_counts_on() -> None:
    first = made(FINAL)
    again = made(FINAL, first, ON + timedelta(days=1))
    assert [one["SEQUENCE"] for one in events(again).values()] == [0]
    moved = made(campaign({"id": "summary", "due_text": "11月12日前"}), again)
    (event,) = events(moved).values()
    assert (event["UID"], event["SEQUENCE"]) == ("summary/2026/anhe@reporter", 1)
    assert event["DTSTART"].dt == date(2026, 11, 12)


def test_what_is_owed_no_longer_is_cancelled_once() -> None:
    other = campaign({"id": "other", "due_text": "12月10日前"})
    gone = made(other, made(FINAL))
    found = events(gone)
    cancelled = found["summary/2026/anhe@reporter"]
    assert (cancelled["STATUS"], cancelled["SEQUENCE"], cancelled.walk("VALARM")) == ("CANCELLED", 1, [])
    assert events(made(other, gone))["summary/2026/anhe@reporter"]["SEQUENCE"] == 1


def test_what_was_sent_rings_no_more() -> None:
    known = Known((Submission(obligation="summary", on=date(2026, 11, 3)),))
    (event,) = events(made(FINAL, known=known)).values()
    assert event["SUMMARY"].startswith("已报送：") and event.walk("VALARM") == []


@pytest.mark.parametrize("before", [b"notes", b"BEGIN:VCALENDAR\r\nPRODID:-//other//ZH\r\nEND:VCALENDAR\r\n"])
def test_a_file_of_somebody_else_is_not_taken_over(before: bytes) -> None:
    with pytest.raises(InputError, match="没有覆盖"):
        made(FINAL, before)


def test_lines_are_folded_by_octets_and_signs_escaped() -> None:
    data = made(FINAL)
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert data.count(b"\n") == data.count(b"\r\n")
