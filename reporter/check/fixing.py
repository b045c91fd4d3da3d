"""`reporter fix`: what is certain, written as tracked changes into a copy, with a proof.

1. judge the file; 2. ask each finding's repair for its changes; 3. write those that are possible; 4. prove the copy;
5. judge it again: changes that did not help or brought something new are taken out, and the copy is made again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from reporter.artefacts.seen.opened import Opened, refuse_long
from reporter.artefacts.seen.settled import see_with_settings
from reporter.check.applying import Pen
from reporter.check.finding import Finding
from reporter.check.judging import judge
from reporter.check.planning import NEW_FAULT, NO_HELP, Done, Left, Wish, planned
from reporter.check.profile import Profile
from reporter.check.proof import prove
from reporter.check.repairers import repairers
from reporter.check.subject import Subject
from reporter.check.unsure import Unchecked

MOST = 100_000
"""Findings of one rule: where only the first are known, it is not known whether a change brings something new."""


class Fixed(Struct, frozen=True):
    """`data` is the copy with tracked changes, None when nothing is certain; `accepted` the file with them accepted."""

    data: bytes | None
    accepted: bytes
    done: tuple[Done, ...]
    left: tuple[Left, ...]
    unsure: tuple[Unchecked, ...] = ()
    """Elements that were not recognised surely, so that nothing about them was changed."""


def fix(data: bytes, name: str, wish: Wish) -> Fixed:
    """Raises InputError for what may not be changed, InternalError when the copy does not pass its proof."""
    refuse_long(data)
    subject = _subject(data, name, wish.profile)
    first = judge(subject, MOST, fold=False)
    asked = repairers().keys() & (wish.only or repairers().keys())
    unsure = tuple(one for one in first.unchecked if one.code in asked)
    done, left = planned(Opened(data), subject, first.findings, wish)
    work = _Work(data, name, wish, first.findings)
    while done:
        written, accepted = work.copy(done)
        after = work.findings(accepted)
        bad = work.worse(done, after)
        if not bad:
            still = {_key(finding) for finding in after}
            rest = tuple(one for one in left if _key(one.finding) in still)
            return Fixed(written, accepted, tuple(done), rest, unsure)
        left += [Left(one.finding, reason) for one, reason in bad]
        out = {id(one) for one, _ in bad}
        done = [one for one in done if id(one) not in out]
    return Fixed(None, data, (), tuple(left), unsure)


def _subject(data: bytes, name: str, profile: Profile) -> Subject:
    seen, setting = see_with_settings(data)
    return Subject(name, seen, setting, None, profile)


class _Work:
    """One file, what was found in it, and copies of it."""

    def __init__(self, data: bytes, name: str, wish: Wish, before: Sequence[Finding]) -> None:
        self._data, self._name, self._wish = data, name, wish
        self._was = Counter(map(_key, before))

    def copy(self, done: Sequence[Done]) -> tuple[bytes, bytes]:
        """The copy with tracked changes, and with them accepted."""
        opened = Opened(self._data)
        pen = Pen(opened, self._wish.revision)
        changes = tuple(dict.fromkeys(change for one in done for change in one.changes))
        pen.write(changes)
        written = opened.data()
        return written, prove(self._data, written, changes, pen.made, tuple(opened.trees))

    def findings(self, accepted: bytes) -> tuple[Finding, ...]:
        return judge(_subject(accepted, self._name, self._wish.profile), MOST, fold=False).findings

    def worse(self, done: Sequence[Done], after: Sequence[Finding]) -> list[tuple[Done, str]]:
        """What did not help, else what stands where a new finding is and brings one when done alone, else all that
        stands there, else whatever brings one alone."""
        now = Counter(map(_key, after))
        if useless := list(self._useless(done, now)):
            return [(one, NO_HELP) for one in useless]
        if not (new := self._new(now)):
            return []
        places = {place for _, place in new}
        here = [one for one in done if _key(one.finding)[1] in places]
        reason = f"{NEW_FAULT}（{'、'.join(sorted({code for code, _ in new}))}）"
        return [(one, reason) for one in self._culprits(here) or here or self._culprits(done) or done]

    def _new(self, now: Counter[tuple[str, str]]) -> set[tuple[str, str]]:
        """What is found now, and was not before."""
        return {key for key in now if now[key] > self._was[key]}

    def _useless(self, done: Sequence[Done], now: Counter[tuple[str, str]]) -> Iterator[Done]:
        """As many of the repairs of a rule at a place as its findings there did not become fewer."""
        groups: dict[tuple[str, str], list[Done]] = {}
        for one in done:
            groups.setdefault(_key(one.finding), []).append(one)
        for key, those in groups.items():
            helped = max(0, self._was[key] - now[key])
            yield from those[helped:]

    def _culprits(self, done: Sequence[Done]) -> list[Done]:
        """The repairs of every rule that brings something new by itself."""
        found: list[Done] = []
        for code in sorted({one.finding.code for one in done}):
            those = [one for one in done if one.finding.code == code]
            if self._new(Counter(map(_key, self.findings(self.copy(those)[1])))):
                found += those
        return found


def _key(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.where.paragraph
