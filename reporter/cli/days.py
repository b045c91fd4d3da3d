"""Days as they are typed, and today: commands ask the clock here."""

from __future__ import annotations

from datetime import date, datetime

from reporter.errors import InputError


def today() -> date:
    """The day where the user is."""
    return datetime.now().astimezone().date()


def typed_day(text: str, option: str) -> date:
    """A day as typed: 2026-11-06 or 2026年11月6日. Raises InputError."""
    from reporter.calendar.grammar import parse_deadline

    found = parse_deadline(text, year=None)
    if found.kind != "date" or found.resolved is None:
        raise InputError(f"看不懂日期“{text}”", "写成 2026-11-06", option)
    return found.resolved


def on_day(text: str | None) -> date:
    """`--on` as typed, else today."""
    return typed_day(text, "--on") if text else today()
