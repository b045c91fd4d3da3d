"""Which obligation a filing meets, who asks for it, and in which form."""

from __future__ import annotations

from datetime import date

from reporter.calendar.backward import filing_of
from reporter.calendar.owed import deadline_of, due_on
from reporter.dispatch.desk import Desk
from reporter.errors import InputError, UnknownName
from reporter.records.campaign import Obligation
from reporter.records.filing import Filing
from reporter.text import did_you_mean

USUAL = ("书面", "电子版")
"""How something is sent that no obligation asks for."""


def obligation_for(desk: Desk, filing: Filing, wanted: str) -> Obligation | None:
    """The obligation of that id, else the only one that the filing meets; None when there is none.

    Raises UnknownName for an id that does not exist, InputError when several fit.
    """
    campaign = desk.workspace.campaign
    if wanted:
        known = {one.id: one for one in campaign.obligations}
        if wanted not in known:
            raise UnknownName(
                f"没有代号是“{wanted}”的报送要求", did_you_mean(wanted, known) or f"有：{'、'.join(known)}"
            )
        return known[wanted]
    ours = [one for one in campaign.obligations if campaign.is_own(one.sender)]
    found = [one for one in ours if _meets(desk, filing, one)]
    if len(found) > 1:
        hint = f"用 --obligation 写明：{'、'.join(f'{one.id}（{one.deliverable}）' for one in found)}"
        raise InputError(f"“{filing.id}”对应{len(found)}项报送要求", hint)
    return found[0] if found else None


def receiver_of(desk: Desk, obligation: Obligation | None, given: str) -> str:
    """The receiver's full name. Raises InputError when it is not whom the obligation names."""
    if obligation is None:
        if not given:
            raise InputError(
                "没有写报给谁，campaign.yaml 里也没有对应的报送要求", "加 --to，例：--to 临澜市民政局"
            )
        agency = desk.agency_called(given)
        return agency.full_name if agency else given
    campaign, receiver = desk.workspace.campaign, obligation.receiver
    unit = next((one for one in campaign.units if one.code == receiver), None)
    agencies = [one for one in campaign.agencies if receiver in (one.id, one.unit)]
    usual = next((one for one in agencies if one.id == campaign.superior), next(iter(agencies), None))
    names = {name for one in agencies for name in one.names}
    names |= {receiver, unit.name, *unit.aliases} if unit else {receiver}
    printed = usual.full_name if usual else unit.name if unit else receiver
    if given and given not in names:
        raise InputError(
            f"{obligation.deliverable}按要求报{printed}，不是“{given}”",
            f"去掉 --to，或写 --to {printed}",
            "--to",
        )
    chosen = desk.agency_called(given) if given else None
    return chosen.full_name if chosen else printed


def lateness(desk: Desk, obligation: Obligation, on: date) -> str:
    """That it is late, empty when it is not or has no day."""
    due = due_on(obligation, desk.workspace.campaign.years, on)
    if due.day is None or on <= due.day.date or due.deadline.kind == "recurrence":
        return ""
    return f"比期限{due.day.date}（{obligation.due_text}）晚"


def _meets(desk: Desk, filing: Filing, obligation: Obligation) -> bool:
    campaign = desk.workspace.campaign
    recurs = obligation.due is None and deadline_of(obligation, campaign.years).kind == "recurrence"
    period = filing.period if recurs else obligation.period
    found = filing_of(obligation, period, desk.workspace.filings, campaign.unit)
    return found is not None and found.id == filing.id
