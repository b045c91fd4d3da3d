"""The opening speaks of the period that the title names (R26, R13)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reporter.artefacts.seen.model import Element
from reporter.check.bare import solid
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW613",
    title="正文开头写的时期与标题相同",
    implements=("R26", "R13", "R8"),
    clause="公文一致性要求",
    strength="recommended",
    tests="标题里的年度、半年、季度与开头“现将……报告如下”一句里的",
    why="套用上一期的文件，只改了标题。",
    hint="核对后统一",
    good=lambda: _report("2026年"),
    bad=lambda: _report("2025年"),
    roles=("title", "body"),
)
_PERIOD = re.compile(
    r"(?<![—–～~至-])(?P<year>20\d{2})年(?!以来|至|到|—)(?P<part>(?:第?[一二三四1-4]季度|[上下]半年|度|1?\d月(?:份)?(?!\d|底|[12]?\d日))?)"
)
_OPENING = re.compile(r"[现]?将[^。；]*(?:如下|报告|报送|通报|总结|汇报)")
_FIRST = 3


def check(subject: Subject) -> Iterator[Finding]:
    """One period in the title, one in 现将…如下: another year with the same part, or another part of the year."""
    title = subject.the("title")
    named = {found.groups() for found in _PERIOD.finditer(solid(title.text))} if title else set()
    if len(named) != 1:
        return
    ((year, part),) = named
    if title is not None:
        yield from _elsewhere(subject, title, year)
    yield from _of_tables(subject, year, part)
    for element in subject.sure("body", part=0)[:_FIRST]:
        opening = _OPENING.search(element.para.text)
        found = list(_PERIOD.finditer(opening[0])) if opening else []
        if opening and len(found) == 1 and _other(found[0], year, part):
            told = f"标题是{year}年{part}，这里是{found[0][0]}"
            yield RULE.at(subject, element, told, around(element.para.text, found[0], opening.start()))


def _elsewhere(subject: Subject, title: Element, year: str) -> Iterator[Finding]:
    """A year past that the text names nowhere, while it tells of another past one, or, written past the months in which
    a year is looked back on, of the state in its own."""
    text, signed = subject.text_of("body", "heading").text, subject.signed_on
    if signed is None or year in text or int(year) >= signed.year:
        return
    now = str(signed.year)
    years = Counter(_YEAR.findall(text))
    others = {one for one in years if one < now}
    if len(others) == 1 and (years[min(others)] > 1 or f"{min(others)}年12月31日" in text):
        yield RULE.at(subject, title, f"标题是{year}年，正文里没有，写的是{min(others)}年")
    elif not others and signed.month >= _LOOKED_BACK and f"截至{now}年" in text:
        yield RULE.at(subject, title, f"标题是{year}年，正文里没有，写的都是{now}年")


_LOOKED_BACK = 4
_YEAR = re.compile(r"(?<!〔)(20\d{2})年")


def _of_tables(subject: Subject, year: str, part: str) -> Iterator[Finding]:
    """A table of the signed document whose title names one period, of the same year and outside of the title's, or
    of another year with the same part, while the text names that period nowhere."""
    whole = subject.text_of("body", "heading").text
    for element in subject.sure("table_title", part=0):
        found = list(_PERIOD.finditer(solid(element.text)))
        if len(found) != 1 or not part or not found[0]["part"] or found[0][0] in whole:
            continue
        months, own = _months(found[0]["part"]), _months(part)
        outside = found[0]["year"] == year and months and own and not months <= own
        if outside or (found[0]["year"] != year and months == own):
            yield RULE.at(subject, element, f"标题是{year}年{part}，表题是{found[0][0]}")


def _months(part: str) -> frozenset[int]:
    """Of a quarter, a half year or a year; empty for others."""
    plain = _plain(part)
    if plain in ("上半年", "下半年"):
        return frozenset(range(1, 7) if plain == "上半年" else range(7, 13))
    if plain[:1] in "一二三四" and plain.endswith("季度"):
        first = 3 * "一二三四".index(plain[0]) + 1
        return frozenset(range(first, first + 3))
    return frozenset(range(1, 13)) if plain == "度" else frozenset()


def _other(found: re.Match[str], year: str, part: str) -> bool:
    if found["year"] != year:
        return True
    return bool(found["part"] and part and _plain(found["part"]) != _plain(part))


def _plain(part: str) -> str:
    for digit, hanzi in zip("1234", "一二三四", strict=True):
        part = part.replace(f"{digit}季", f"{hanzi}季")
    return part.removeprefix("第").removesuffix("份")


def _report(year: str) -> Subject:
    title = "安和县民政局关于2026年上半年养老机构安全管理工作情况的报告"
    return notice(title=title, body=(f"现将{year}上半年养老机构安全管理工作情况报告如下。",))
