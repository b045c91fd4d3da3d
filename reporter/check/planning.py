"""Which findings can be repaired, with which changes, and why the others are left to the clerk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct, field

from reporter.artefacts.seen.model import Para
from reporter.artefacts.seen.opened import Opened
from reporter.check.applying import Pen, compatible
from reporter.check.finding import Finding
from reporter.check.profile import Profile
from reporter.check.repair import Change, Fault, Sheet
from reporter.check.repairers import Repairer, repairers
from reporter.check.report.places import Places
from reporter.check.sheets import sheet_number
from reporter.check.subject import Subject
from reporter.ooxml.tracked import Revision

NO_REPAIR = "这类问题要由人改"
NOT_ASKED = "这次没有要求改"
SAME_PLACE = "同一处另有改动，改后请再检查一次"
NO_HELP = "改了仍不合规"
NEW_FAULT = "改了会引出别的问题"


class Wish(Struct, frozen=True):
    """What is asked for. `only` are rule codes, empty for all."""

    revision: Revision
    profile: Profile = field(default_factory=Profile)
    only: frozenset[str] = frozenset()


class Done(Struct, frozen=True):
    """A finding that is repaired, and how."""

    finding: Finding
    says: str
    changes: tuple[Change, ...]


class Left(Struct, frozen=True):
    """A finding that is left to the clerk, and why."""

    finding: Finding
    reason: str


def planned(
    opened: Opened, subject: Subject, findings: Sequence[Finding], wish: Wish
) -> tuple[list[Done], list[Left]]:
    """In the order of codes: what a rule about an element says goes before signs in general."""
    plan = _Plan(Pen(opened, wish.revision), subject, findings)
    known = repairers()
    for finding in sorted(findings, key=lambda one: one.code):
        repairer = known.get(finding.code)
        if repairer is None:
            plan.left.append(Left(finding, NO_REPAIR))
        elif wish.only and finding.code not in wish.only:
            plan.left.append(Left(finding, NOT_ASKED))
        else:
            plan.ask(finding, repairer)
    return plan.done, plan.left


class _Plan:
    """What is decided so far."""

    def __init__(self, pen: Pen, subject: Subject, findings: Sequence[Finding]) -> None:
        self._pen, self._subject, self._places = pen, subject, Places(subject.seen)
        self._codes: dict[str, set[str]] = defaultdict(set)
        for finding in findings:
            self._codes[finding.where.paragraph].add(finding.code)
        self._taken: dict[int, list[Change]] = defaultdict(list)
        self.done: list[Done] = []
        self.left: list[Left] = []

    def ask(self, finding: Finding, repairer: Repairer) -> None:
        """The repair's changes, taken when all of them are possible."""
        beside = frozenset(self._codes[finding.where.paragraph])
        fault = Fault(self._subject, finding, self._place(finding), beside)
        changes = tuple(dict.fromkeys(repairer.mend(fault)))
        reason = next((why for change in changes if (why := self._pen.why_not(change))), "")
        if not changes or reason:
            self.left.append(Left(finding, reason or repairer.repair.unsure))
        elif not self._fit(changes):
            self.left.append(Left(finding, SAME_PLACE))
        else:
            self.done.append(Done(finding, repairer.repair.says, changes))

    def _place(self, finding: Finding) -> Para | None:
        return None if sheet_number(finding.where.paragraph) else self._places.para_of(finding)

    def _fit(self, changes: Sequence[Change]) -> bool:
        """Takes the changes where nothing else is said about their places."""
        new: dict[int, list[Change]] = defaultdict(list)
        for change in changes:
            where = _where(change)
            if not compatible([*self._taken[where], *new[where]], change):
                return False
            new[where].append(change)
        for where, those in new.items():
            self._taken[where] += (one for one in those if one not in self._taken[where])
        return True


def _where(change: Change) -> int:
    """The paragraph's number, or the section's below zero."""
    return -change.number if isinstance(change, Sheet) else change.para.number
