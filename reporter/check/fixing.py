"""`reporter fix`: what is certain, written as tracked changes into a copy, with a proof.

1. judge the file; 2. ask each finding's repair for its changes; 3. write those that are possible; 4. prove the copy;
5. judge it again: changes that did not help or brought something new are taken out, and the copy is made again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from reporter.artefacts.seen.model import Para
from reporter.artefacts.seen.opened import Opened
from reporter.artefacts.seen.whole import see_with_settings
from reporter.check.applying import Pen, compatible
from reporter.check.finding import Finding
from reporter.check.judging import Unchecked, Verdict, judge
from reporter.check.profile import Profile
from reporter.check.proof import prove
from reporter.check.repair import Change, Fault
from reporter.check.repairers import repairers
from reporter.check.report.places import Places
from reporter.check.subject import Subject
from reporter.ooxml.tracked import Revision

NO_REPAIR = "这类问题要由人改"
NOT_ASKED = "这次没有要求改"
SAME_PLACE = "同一处另有改动，改后请再检查一次"
NO_HELP = "改了仍不合规"
NEW_FAULT = "改了会引出别的问题"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for. `only` are rule codes, empty for all."""

    revision: Revision
    profile: Profile = field(default_factory=Profile)
    only: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Done:
    """A finding that is repaired, and how."""

    finding: Finding
    says: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """A finding that is left to the clerk, and why."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """`data` is the copy with tracked changes, None when nothing is certain; `accepted` the file with them accepted."""

    data: bytes | None
    accepted: bytes
    done: tuple[Done, ...]
    left: tuple[Left, ...]
    unsure: tuple[Unchecked, ...] = ()
    """Elements that were not recognised surely, so that nothing about them was changed."""


def fix(data: bytes, name: str, wish: Wish) -> Fixed:
    """Raises InputError for what may not be changed, InternalError when the copy does not pass its proof."""
    subject = _subject(data, name, wish.profile)
    first = judge(subject)
    findings = first.findings
    unsure = tuple(one for one in first.unchecked if one.code in repairers())
    done, left = _planned(data, subject, findings, wish)
    while done:
        written, accepted = _written(data, done, wish.revision)
        verdict = judge(_subject(accepted, name, wish.profile))
        bad = _worse(done, findings, verdict)
        if not bad:
            still = {_key(finding) for finding in verdict.findings}
            rest = tuple(one for one in left if _key(one.finding) in still)
            return Fixed(written, accepted, tuple(done), rest, unsure)
        left += [Left(one.finding, reason) for one, reason in bad]
        taken_out = [one for one, _ in bad]
        done = [one for one in done if one not in taken_out]
    return Fixed(None, data, (), tuple(left), unsure)


def _subject(data: bytes, name: str, profile: Profile) -> Subject:
    seen, setting = see_with_settings(data)
    return Subject(name, seen, setting, None, profile)


def _planned(
    data: bytes, subject: Subject, findings: Sequence[Finding], wish: Wish
) -> tuple[list[Done], list[Left]]:
    """Changes for the findings in the order of codes: rules about an element go before those about signs."""
    pen, places, known = Pen(Opened(data), wish.revision), Places(subject.seen), repairers()
    done: list[Done] = []
    left: list[Left] = []
    for finding in sorted(findings, key=lambda one: one.code):
        repairer = known.get(finding.code)
        if repairer is None or (wish.only and finding.code not in wish.only):
            left.append(Left(finding, NO_REPAIR if repairer is None else NOT_ASKED))
            continue
        beside = frozenset(one.code for one in findings if _key(one)[1] == _key(finding)[1])
        fault = Fault(subject, finding, _place(places, finding), beside)
        changes = list(dict.fromkeys(repairer.mend(fault)))
        taken = [change for one in done for change in one.changes]
        reasons = [reason for change in changes if (reason := pen.why_not(change))]
        if not changes or reasons:
            left.append(Left(finding, reasons[0] if reasons else repairer.repair.unsure))
        elif not all(compatible(taken, change) for change in changes):
            left.append(Left(finding, SAME_PLACE))
        else:
            done.append(Done(finding, repairer.repair.says, tuple(changes)))
    return done, left


def _place(places: Places, finding: Finding) -> Para | None:
    return places.para_of(finding) if finding.where.paragraph[-1:] != "节" else None


def _written(data: bytes, done: Sequence[Done], revision: Revision) -> tuple[bytes, bytes]:
    """The copy, and the same with our changes accepted."""
    opened = Opened(data)
    pen = Pen(opened, revision)
    changes = tuple(dict.fromkeys(change for one in done for change in one.changes))
    pen.write(changes)
    written = opened.data()
    return written, prove(data, written, changes, pen.made)


def _worse(done: Sequence[Done], before: Sequence[Finding], after: Verdict) -> list[tuple[Done, str]]:
    """What did not help, then what stands where a new finding is; the last change of all when neither is clear."""
    was, now = Counter(map(_key, before)), Counter(map(_key, after.findings))
    repaired = Counter(_key(one.finding) for one in done)
    useless = [
        one for one in done if now[_key(one.finding)] > was[_key(one.finding)] - repaired[_key(one.finding)]
    ]
    if useless:
        return [(one, NO_HELP) for one in useless]
    new = [key for key in now if now[key] > was[key]]
    here = [one for one in done if any(_key(one.finding)[1] == place for _, place in new)]
    if here or not new:
        return [(one, NEW_FAULT) for one in here]
    return [(done[-1], NEW_FAULT)]


def _key(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.where.paragraph
