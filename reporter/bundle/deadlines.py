"""When each filing of a workspace is due: the obligations of its unit, as `reporter due` works them out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path

from reporter.calendar.due import Due, due_on
from reporter.calendar.notices import notices_in
from reporter.calendar.workdays import ANNOUNCED, Workdays
from reporter.contents import has_folder
from reporter.deliver.submissions import read_submissions
from reporter.intake.register import NOTICES, read_register
from reporter.records.campaign import Obligation
from reporter.records.filing import Filing
from reporter.records.submission import Submission
from reporter.records.workspace import Workspace

Catalog = tuple[dict[str, str], ...]
"""id, kind, period, due (ISO; empty where nothing asks for it) and sent (ISO; empty while it is not) of each filing."""
_RETURNED = "已退回"
_KEPT = 64
"""Obligations whose deadlines are remembered."""


def catalog(workspace: Workspace, today: date, folder: Path) -> tuple[Catalog, bool]:
    """All filings with their earliest deadline, and whether a deadline returns, so that it depends on `today`.

    What was sent stands in 报送登记.yaml of the workspace and in the register of `folder`, where its results lie.
    Raises ValidationFailed or InputError where one of the two is wrong.
    """
    own_days = notices_in(workspace.root / NOTICES) if has_folder(workspace.root, NOTICES) else ()
    days = Workdays(own_days) if own_days else ANNOUNCED
    campaign = workspace.campaign
    dues = [_due(one, campaign.years, today, days) for one in campaign.obligations]
    own = read_register(workspace.root, campaign)
    sent = sorted((*read_submissions(folder), *own), key=lambda one: one.on)
    found = tuple(
        _entry(workspace, filing, dues) | {"sent": _sent(workspace, filing, sent)}
        for filing in workspace.filings
    )
    return found, any(due.deadline.kind == "recurrence" for due in dues)


@lru_cache(maxsize=_KEPT)
def _due(obligation: Obligation, years: tuple[int, ...], today: date, days: Workdays) -> Due:
    """Counties owe the same."""
    return due_on(obligation, years, today, days)


def _entry(workspace: Workspace, filing: Filing, dues: Iterable[Due]) -> dict[str, str]:
    unit = workspace.unit_of(filing)
    senders = {
        unit.code,
        unit.level,
        *(one.id for one in workspace.campaign.agencies if one.unit == unit.code),
    }
    own = [
        due.day.date
        for due in dues
        if due.day
        and due.obligation.sender in senders
        and (due.obligation.kind, due.obligation.period) == (filing.kind, filing.period)
    ]
    due = min(own).isoformat() if own else ""
    return {"id": filing.id, "kind": filing.kind, "period": filing.period, "due": due}


def _sent(workspace: Workspace, filing: Filing, register: Iterable[Submission]) -> str:
    """The day on which it was sent, empty while it was not or when it came back; the last entry about it counts."""
    kinds = {one.id: (one.kind, one.period) for one in workspace.campaign.obligations}
    unit, day = workspace.unit_of(filing).code, ""
    for one in register:
        kind, period = kinds.get(one.obligation, ("", ""))
        meant = (kind, one.period or period) == (filing.kind, filing.period) and one.unit in ("", unit)
        if one.filing == filing.id or (not one.filing and meant):
            day = "" if one.state == _RETURNED else one.on.isoformat()
    return day
