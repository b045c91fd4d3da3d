"""The same quantity has one value in all files of a set (R1, R8)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from msgspec.structs import replace

from reporter.artefacts.seen.model import Para
from reporter.check.concepts import Count
from reporter.check.finding import Finding
from reporter.check.matters import alike
from reporter.check.mentions import mentions, same_of
from reporter.check.quantities import Quantity, plain, varied
from reporter.check.quoting import leading
from reporter.check.regions import period_of, region_of, year_of
from reporter.check.rule import Rule
from reporter.check.samples import two
from reporter.check.subject import Subject

RULE = Rule(
    code="GW731",
    title="一套文稿里同一数据只有一个值",
    implements=(
        "R1",
        "R8",
    ),
    clause="公文一致性要求",
    strength="shall",
    tests="几份文稿里说法、单位、地点、时间都相同的数；同一时期的隐患数、同一地区的机构总数，说法不同也比",
    why="通知、方案、表格、总结要互相对得上。",
    hint="以台账为准，改成一个值；若不是同一次生成的，请重新生成全部文稿",
    good=lambda: two("全县共有养老机构42家。", "全县共有养老机构42家。"),
    bad=lambda: two("全县共有养老机构42家。", "全县共有养老机构43家。"),
    needs=("set",),
)


Key = tuple[str, str, str, str, str, frozenset[str]]
One = TypeVar("One", Count, Quantity)
_KIN, _SURELY = 2, 4
"""Characters that titles of papers which may speak of one thing have in common, and of such that surely do."""


def check_set(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Mentions in text and forms with the same words, unit, places and times; counts of hazards of one period and of
    homes however they are put. Told softly where a file does not say which place it speaks for or may be about another
    matter: every project has its 建筑面积."""
    told: set[tuple[int, int, int]] = set()
    for subject, para, one, other, before in (*_things(subjects), *_words(subjects)):
        if (id(subject), para.number, one.end) not in told:
            told.add((id(subject), para.number, one.end))
            theirs, ours = f"{plain(before.value)}{before.unit}", f"{plain(one.value)}{one.unit}"
            name = one.what if isinstance(one, Quantity) else one.name
            quote = leading(para.text, one.start, one.end)
            finding = RULE.at(subject, para, f"“{name}”在{other.name}里是{theirs}，这里是{ours}", quote)
            sure = region_of(subject) and (isinstance(one, Count) or alike(subject, other, _SURELY))
            yield finding if sure else replace(finding, severity="warning")


def _words(
    subjects: Sequence[Subject],
) -> Iterator[tuple[Subject, Para, Quantity | Count, Subject, Quantity | Count]]:
    first: dict[Key, list[tuple[Subject, Quantity]]] = {}
    grouped: set[Key] = set()
    for subject in subjects:
        place, time = region_of(subject), (year_of(subject), period_of(subject))
        found: list[tuple[Key, Para, Quantity]] = []
        for para, one in mentions(subject):
            if (same := same_of(subject, para, one)) is not None:
                found.append(((place, *time, *same), para, one))
        # each of a group of its own (80至89周岁的，每人每月50元): which another file means, words do not tell
        grouped |= varied((key, one.value) for key, _, one in found)
        for key, para, one in found:
            other, before = _before(first.setdefault(key, []), subject, one)
            if other is not subject and before.value != one.value and key not in grouped:
                yield subject, para, one, other, before


def _before(known: list[tuple[Subject, One]], subject: Subject, one: One) -> tuple[Subject, One]:
    """The first of the same that a paper told which may be about the same matter and time, or just the time of homes;
    this one where none did."""
    homes = isinstance(one, Count) and one.kind == "homes"
    for other, before in known:
        if (homes or alike(other, subject, _KIN)) and _together(other, subject):
            return other, before
    known.append((subject, one))
    return known[-1]


def _together(one: Subject, other: Subject) -> bool:
    """Whether they do not name different periods, between which a home may open."""
    first, second = period_of(one), period_of(other)
    return not (first and second) or first == second


def _things(
    subjects: Sequence[Subject],
) -> Iterator[tuple[Subject, Para, Quantity | Count, Subject, Quantity | Count]]:
    """The first of a thing in a file against the first in the files before; homes of other years are others."""
    first: dict[object, list[tuple[Subject, Count]]] = {}
    for subject in subjects:
        period, place, year, seen = period_of(subject), region_of(subject), year_of(subject), set()
        for para in subject.paras_of("title", "body", "heading"):
            for one in subject.counts_in(para):
                homes = one.kind == "homes"
                if one.key in seen or (homes and _old(one)) or not (homes or period):
                    continue
                seen.add(one.key)
                key = (one.key, place, year if homes else period, "累计" in one.times)
                other, before = _before(first.setdefault(key, []), subject, one)
                if other is not subject and before.value != one.value:
                    yield subject, para, one, other, before


def _old(one: Count) -> bool:
    return any(re.match(r"去年|上年|同期", time) for time in one.times)
