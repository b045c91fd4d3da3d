"""What is due on a day: every obligation with its state, what is known of its sending, and the next step towards it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from reporter.calendar.backward import filing_of, standing, steps_of
from reporter.calendar.chain import Break, check_chain
from reporter.calendar.owed import Due, State, deadline_of, due_on, named_day, occasions, owed, short_day
from reporter.calendar.workdays import ANNOUNCED, Workdays
from reporter.records.campaign import Campaign, Obligation
from reporter.records.filing import Filing
from reporter.records.submission import Submission

__all__ = ["Agenda", "Due", "Known", "agenda", "due_on", "timetable"]
_TOLD: dict[str, State] = {"已报送": "sent", "已接收": "accepted", "已退回": "returned"}
_LEVELS = ("省", "市", "县", "乡镇", "机构")


class Known(Struct, frozen=True):
    """What is known beside the campaign: the register of submissions, oldest first, the filings of the unit, and the
    ids of those of which a draft is kept."""

    submissions: tuple[Submission, ...] = ()
    filings: tuple[Filing, ...] = ()
    drafted: frozenset[str] = frozenset()


class Agenda(Struct, frozen=True):
    """All obligations of a campaign on a day, by date, those without one last; and the faults of their chain."""

    on: date
    dues: tuple[Due, ...]
    breaks: tuple[Break, ...]

    @property
    def clean(self) -> bool:
        """Nothing is overdue or has come back, and the chain holds."""
        late = any(due.state in ("overdue", "returned") for due in self.dues)
        return not late and not any(one.severity == "error" for one in self.breaks)


def agenda(campaign: Campaign, on: date, days: Workdays = ANNOUNCED, known: Known | None = None) -> Agenda:
    """Where every obligation of the campaign stands on the day `on`, as far as is known.

    Of a recurring obligation the next period is told, and the one before it until it is sent.
    """
    given = known or Known()
    book = _Book(campaign, on, days, given)
    dues = [due for one in campaign.obligations for due in book.dues(one)]
    dues.sort(key=lambda due: (due.day is None, due.day.date if due.day else on, due.obligation.id))
    fixed = {due.obligation.id: due.day.date for due in dues if due.day}
    levels = {unit.code: unit.level for unit in campaign.units}
    breaks = (*_disagreements(dues), *check_chain(campaign.obligations, fixed, levels, days))
    return Agenda(on, tuple(dues), breaks)


def timetable(
    campaign: Campaign, on: date, days: Workdays = ANNOUNCED, known: Known | None = None
) -> tuple[Due, ...]:
    """Every computed deadline of the campaign's years by date, with all periods of what recurs."""
    book = _Book(campaign, on, days, known or Known())
    found = [due for one in campaign.obligations for due in book.every(one)]
    return tuple(
        sorted(found, key=lambda due: (due.day.date if due.day else on, due.obligation.id, due.period))
    )


class _Book(Struct, frozen=True):
    """A campaign on one day with all that is known of it."""

    campaign: Campaign
    on: date
    days: Workdays
    known: Known

    def dues(self, obligation: Obligation) -> Iterator[Due]:
        """The next deadline, and before it the last one that has passed and was not sent."""
        following = due_on(obligation, self.campaign.years, self.on, self.days)
        if following.deadline.kind == "recurrence" and not obligation.due:
            passed = occasions(obligation, self.campaign.years, self.days)
            passed = tuple(one for one in passed if one.day.date < self.on)
            for one in passed[-1:]:
                deadline = deadline_of(obligation, self.campaign.years, self.days)
                before = self._completed(owed(obligation, deadline, one, self.on, self.days))
                if not before.sent:
                    yield before
        yield self._completed(following)

    def every(self, obligation: Obligation) -> Iterator[Due]:
        """One for each deadline that can be computed."""
        deadline = deadline_of(obligation, self.campaign.years, self.days)
        for one in occasions(obligation, self.campaign.years, self.days):
            yield self._completed(owed(obligation, deadline, one, self.on, self.days))

    def _completed(self, due: Due) -> Due:
        """The same with what the register says of it, and where its filing stands."""
        due = self._registered(due)
        if due.day is None or due.obligation.sender in _LEVELS or not self.campaign.is_own(due.obligation.sender):
            return due
        filing = filing_of(due.obligation, due.period, self.known.filings, self.campaign.unit)
        steps = steps_of(self.campaign, due.obligation)
        drafted = filing is not None and filing.id in self.known.drafted
        found = standing(steps, due.day, filing, drafted=drafted, sent=due.sent, days=self.days)
        return replace(due, standing=found)

    def _registered(self, due: Due) -> Due:
        latest: dict[str, Submission] = {}
        for one in self.known.submissions:
            same = one.obligation == due.obligation.id and one.on <= self.on
            if same and (one.period or due.obligation.period) == due.period:
                latest[one.unit] = one
        if not latest:
            return due
        members = self._members(due.obligation.sender)
        missing = tuple(code for code in members if code not in latest or latest[code].state == "已退回")
        last = max(latest.values(), key=lambda one: one.on)
        if not members:
            return replace(due, state=_TOLD[last.state], working=self._told(due, last), last=last)
        if not missing:
            state: State = "accepted" if all(one.state == "已接收" for one in latest.values()) else "sent"
            return replace(due, state=state, working=self._told(due, last), last=last)
        told = f"{due.working}；已报{len(members) - len(missing)}家，缺{len(missing)}家"
        return replace(due, working=told, last=last, missing=missing)

    def _members(self, sender: str) -> tuple[str, ...]:
        """The units below the workspace's that owe it, where a whole level does."""
        if sender not in _LEVELS:
            return ()
        return tuple(
            one.code
            for one in self.campaign.units
            if one.level == sender
            and one.parent == self.campaign.unit
            and (one.valid_from is None or one.valid_from <= self.on)
            and (one.valid_to is None or one.valid_to >= self.on)
        )

    def _told(self, due: Due, last: Submission) -> str:
        """`11月10日，周二；11月12日已报送，迟2个工作日`."""
        told = f"{short_day(last.on, self.on)}{last.state}{f'（{last.note}）' if last.note else ''}"
        if due.day is None:
            return f"{due.obligation.due_text}；{told}"
        if last.state == "已报送" and last.on > due.day.date:
            told += f"，迟{self.days.between(due.day.date, last.on).days}个工作日"
        return f"{named_day(due.day, self.on, self.days)}；{told}"


def _disagreements(dues: Sequence[Due]) -> list[Break]:
    """R11: the date typed beside the words must be the words' date."""
    found = []
    for due in dues:
        given, said = due.obligation.due, due.deadline.resolved
        if given and said and given != said:
            message = f"“{due.obligation.deliverable}”的 due 是{given}，而“{due.deadline.text}”是{said}"
            found.append(Break("R11", "error", message, "两处改成同一天", (due.obligation.id,)))
    return found
