"""When each filing of a workspace is due: the obligations of its unit, as `reporter due` works them out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from reporter.calendar.due import Due, due_on
from reporter.calendar.notices import notices_in
from reporter.calendar.workdays import Workdays
from reporter.records.filing import Filing
from reporter.records.workspace import Workspace

Catalog = tuple[dict[str, str], ...]
"""id, kind, period and due (ISO; empty where nothing asks for it) of each filing."""


def catalog(workspace: Workspace, today: date) -> tuple[Catalog, bool]:
    """All filings with their earliest deadline, and whether a deadline returns, so that it depends on `today`."""
    days = Workdays(notices_in(workspace.root / "calendar"))
    campaign = workspace.campaign
    dues = [due_on(one, campaign.years, today, days) for one in campaign.obligations]
    found = tuple(_entry(workspace, filing, dues) for filing in workspace.filings)
    return found, any(due.deadline.kind == "recurrence" for due in dues)


def _entry(workspace: Workspace, filing: Filing, dues: Iterable[Due]) -> dict[str, str]:
    unit = workspace.unit_of(filing)
    own = [
        due.day.date
        for due in dues
        if due.day
        and due.obligation.sender in (unit.code, unit.level)
        and (due.obligation.kind, due.obligation.period) == (filing.kind, filing.period)
    ]
    due = min(own).isoformat() if own else ""
    return {"id": filing.id, "kind": filing.kind, "period": filing.period, "due": due}
