"""The deadlines as iCalendar (RFC 5545) for a clerk's own calendar: one all-day event for each computed deadline.

An event keeps its UID (workspace, obligation, period) when its day moves; the file written before is read, so that a
changed event gets the next SEQUENCE and one that is owed no longer is CANCELLED. No clock: DTSTAMP is the day asked
for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from icalendar import Alarm, Calendar, Event
from msgspec import Struct

from reporter.calendar.owed import Due, named_day, short_day
from reporter.calendar.workdays import ANNOUNCED, Workdays
from reporter.errors import InputError

PRODUCT = "-//gongwen-reporter//due//ZH"
ALARMS = (5, 1)
"""Working days before a deadline on which a calendar reminds of it, at nine o'clock."""
_HOUR = timedelta(hours=9)
_SEQUENCE = "SEQUENCE"
_WITH_YEAR = date.min
"""As the day of reading: every day is then named with its year, and a text stays the same over New Year."""
_COMPARED = ("SUMMARY", "DESCRIPTION", "DTSTART", "STATUS")


class Setting(Struct, frozen=True):
    """Whose deadlines these are, on which day they were computed, and what units are called (by code)."""

    workspace: str
    on: date
    names: Mapping[str, str]
    days: Workdays = ANNOUNCED


def calendar_of(dues: Iterable[Due], setting: Setting, before: bytes = b"") -> bytes:
    """The file for these deadlines (those without a day are left out). `before` is the file that it replaces.

    Raises InputError when `before` is not a calendar that was written here.
    """
    old = _events_in(before)
    events = {str(event["UID"]): event for due in dues if due.day and (event := _event(due, setting))}
    for uid, event in events.items():
        event.add(_SEQUENCE, _sequence(event, old.get(uid)))
    gone = [_cancelled(old[uid], setting.on) for uid in old if uid not in events]
    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", f"报送期限（{setting.workspace}）")
    for event in sorted((*events.values(), *gone), key=_order):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _order(event: Event) -> tuple[bytes, str]:
    return _bytes(event, "DTSTART"), str(event["UID"])


def _bytes(event: Event, name: str) -> bytes:
    value: Any = event[name]
    return bytes(value.to_ical())


def _event(due: Due, setting: Setting) -> Event | None:
    if due.day is None:
        return None
    given, day = due.obligation, due.day.date
    event = Event()
    event.add("UID", f"{given.id}/{due.period}/{setting.workspace}@reporter")
    event.add("DTSTAMP", datetime.combine(setting.on, time(), UTC))
    event.add("DTSTART", day)
    event.add("DTEND", day + timedelta(days=1))
    event.add("SUMMARY", _summary(due, setting))
    event.add("DESCRIPTION", "\n".join(_lines(due, setting)))
    event.add("STATUS", "CONFIRMED" if due.day.certain else "TENTATIVE")
    event.add("CATEGORIES", ["报送"])
    event.add("TRANSP", "TRANSPARENT")
    for count in () if due.sent else ALARMS:
        event.add_component(_alarm(count, day, _summary(due, setting), setting.days))
    return event


def _summary(due: Due, setting: Setting) -> str:
    sender, receiver = (
        setting.names.get(name, name) for name in (due.obligation.sender, due.obligation.receiver)
    )
    told = "已报送：" if due.sent else "报送（暂定）：" if due.day and not due.day.certain else "报送："
    return f"{told}{due.obligation.deliverable}（{sender}→{receiver}）"


def _lines(due: Due, setting: Setting) -> list[str]:
    """What a clerk reads when she opens the event."""
    assert due.day is not None
    given = due.obligation
    lines = [
        f"期限：{named_day(due.day, _WITH_YEAR, setting.days)}",
        f"原文：{given.due_text}",
        f"期间：{due.period}",
    ]
    lines.append(f"方式：{'、'.join(given.medium)}")
    lines += [f"内容：{'、'.join(given.contents)}"] if given.contents else []
    if due.standing and not due.sent:
        steps = (f"{short_day(one.day.date, _WITH_YEAR)}{one.name}" for one in due.standing.steps)
        lines.append(f"步骤：{'，'.join(steps)}")
    return lines


def _alarm(count: int, day: date, text: str, days: Workdays) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", f"{count}个工作日后到期：{text}")
    alarm.add("TRIGGER", days.shift(day, -count).date - day + _HOUR)
    return alarm


def _sequence(event: Event, before: Event | None) -> int:
    """One more than before where the event is another now."""
    if before is None:
        return 0
    number = int(before.get(_SEQUENCE, 0))
    return number if _compared(event) == _compared(before) else number + 1


def _compared(event: Event) -> list[bytes]:
    return [_bytes(event, name) for name in _COMPARED if name in event]


def _cancelled(event: Event, on: date) -> Event:
    """An event of the file before that is owed no longer: calendars take it off by its UID."""
    if event.get("STATUS") == "CANCELLED":
        return event
    number = int(event.get(_SEQUENCE, 0)) + 1
    for name in ("STATUS", _SEQUENCE, "DTSTAMP"):
        event.pop(name, None)
    event.add("STATUS", "CANCELLED")
    event.add(_SEQUENCE, number)
    event.add("DTSTAMP", datetime.combine(on, time(), UTC))
    event.subcomponents = []
    return event


def _events_in(data: bytes) -> dict[str, Event]:
    if not data.strip():
        return {}
    try:
        calendar = Calendar.from_ical(data)
        ours = str(calendar.get("PRODID", "")) == PRODUCT
    except (ValueError, KeyError, IndexError, AttributeError):
        ours = False
    if not ours:
        raise InputError("这里已有一个文件，不是 reporter 写的日历，没有覆盖", "换一个文件名", "--ics")
    return {str(event["UID"]): event for event in calendar.walk("VEVENT") if isinstance(event, Event)}
