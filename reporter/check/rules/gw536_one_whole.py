"""Multiples, plans and parts that a text tells fit the figures it gives for them (R4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reporter.artefacts.seen.model import Para
from reporter.check.columns import figures
from reporter.check.finding import Finding
from reporter.check.quantities import decimals_of, percent, plain
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW536",
    title="完成计划的比例、翻番与文中的数相符",
    implements=("R4",),
    clause="公文一致性要求",
    strength="recommended",
    tests="“计划……实际完成……为计划的……%”，“是……的2倍”“比2025年翻一番”，“分别占60%和50%”，上下半年与全年",
    why="比例与两个数对不上，必有一错。",
    hint="按文中的两个数重算",
    good=lambda: notice(body=("计划改造120户，实际完成126户，为年度计划的105%。",)),
    bad=lambda: notice(body=("计划改造120户，实际完成126户，为年度计划的110%。",)),
)
_N = r"\d+(?:\.\d+)?"
_PLAN = re.compile(
    rf"计划[^，。；\d]{{0,16}}(?P<aim>{_N})(?P<wan>万?)(?P<unit>[\u4e00-\u9fff]{{1,3}})，(?:实际)?(?:已)?完成(?P<done>{_N})"
    rf"(?P<wan2>万?)(?P=unit)，(?:为|占|完成)(?:年度)?计划的(?P<rate>{_N})%"
)
_TIMES = re.compile(
    rf"(?P<now>{_N})(?P<unit>[\u4e00-\u9fff]{{1,2}})，是[^，。；\d]{{0,6}}(?:20\d\d年)?[^，。；\d]{{0,8}}(?P<base>{_N})(?P=unit)的(?P<times>{_N})倍"
)
_DOUBLED = re.compile(
    rf"(?:到|达|达到|至)(?P<now>{_N})(?P<unit>[\u4e00-\u9fff])，比(?P<year>20\d\d)年翻(?P<times>[一两二三])番"
)
_HALVES = re.compile(
    rf"上半年(?P<verb>[\u4e00-\u9fff]{{2,8}}?)(?P<a>{_N})(?P<unit>万?元|人次?|户|条|个|家)[，、]下半年(?P=verb)(?P<b>{_N})(?P=unit)"
)
_YEAR = re.compile(rf"全年[^，。；\d]{{0,10}}({_N})(万?元|人次?|户|条|个|家)")
_SPLIT = re.compile(rf"分别(?:占|按照?|承担|负担)(?P<shares>{_N}%(?:[、和]{_N}%)+)")
_FOLD = {"一": 2, "两": 4, "二": 4, "三": 8}
_NEAR = Decimal("0.05")
_WHOLE, _OVERLAPPING = 100, 130
"""What 占 more than that together are no parts of one whole."""


def check(subject: Subject) -> Iterator[Finding]:
    """Told softly: the whole may be another than the one the text counts."""
    text = subject.text_of("body", "heading")
    numbers = subject.seen.joined.numbers
    before, behind = numbers.before, numbers.behind
    for para, found in text.matches(_PLAN, "计划的") if "的" in before else ():
        aim = Decimal(found["aim"]) * (10**4 if found["wan"] else 1)
        done = Decimal(found["done"]) * (10**4 if found["wan2"] else 1)
        right = percent(done, aim, decimals_of(found["rate"])) if aim else None
        if right is not None and right != Decimal(found["rate"]):
            yield RULE.at(subject, para, f"按两个数是计划的{right}%", around(para.text, found))
    for para, found in text.matches(_TIMES, "倍") if "倍" in behind else ():
        now, base, times = (Decimal(found[one]) for one in ("now", "base", "times"))
        if base and abs(now / base - times) > times * _NEAR:
            yield RULE.at(subject, para, f"{plain(now)}不是{plain(base)}的{plain(times)}倍", around(para.text, found))
    for para, found in text.matches(_DOUBLED, "番"):
        yield from _doubled(subject, para, found)
    for para, found in text.matches(_HALVES, "下半年"):
        yield from _halves(subject, para, found)
    for para, found in text.matches(_SPLIT, "分别") if not before.isdisjoint("占按照担") else ():
        added = sum(Decimal(one.rstrip("%")) for one in re.split("[、和]", found["shares"]))
        if added > _WHOLE + 1 and (added < _OVERLAPPING or "占" not in found[0]):
            yield RULE.at(subject, para, f"各占的比例相加是{plain(Decimal(added))}%", around(para.text, found))


def _halves(subject: Subject, para: Para, found: re.Match[str]) -> Iterator[Finding]:
    """The year's figures of the unit that are larger than each half: one of them, or a cell, is their sum."""
    first, second = Decimal(found["a"]), Decimal(found["b"])
    years = [Decimal(one[1]) for _, one in subject.text_of("body", "heading").matches(_YEAR, "全年")
             if one[2] == found["unit"] and Decimal(one[1]) > max(first, second)]  # fmt: skip
    if years and first + second not in {*years, *figures(subject.seen.grids)}:
        message = f"上下半年相加是{plain(first + second)}{found['unit']}，全年写{plain(years[0])}{found['unit']}"
        yield RULE.at(subject, para, message, found[0])


def _doubled(subject: Subject, para: Para, found: re.Match[str]) -> Iterator[Finding]:
    """What was in that year stands in the paragraph."""
    base = re.search(rf"{found['year']}年的?({_N}){found['unit']}", para.text)
    times = _FOLD[found["times"]]
    if base and Decimal(base[1]) and abs(Decimal(found["now"]) / Decimal(base[1]) - times) > times * _NEAR:
        message = f"{base[1]}到{found['now']}，不是翻{found['times']}番"
        yield RULE.at(subject, para, message, around(para.text, found))
