"""No 月 or 日 is lost in a date (R25)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW611",
    title="日期不漏“月”“日”，年份写四位",
    implements=("R25", "L012", "L011"),
    clause="公文校对要求",
    strength="recommended",
    tests="“4月20前”“2026年6底”“26年5月”这样缺字的日期",
    why="缺了字的日期会被读成别的意思。",
    hint="补上缺的“月”或“日”，年份写全四位",
    good=lambda: notice(body=("请于4月20日前报送。",)),
    bad=lambda: notice(body=("请于4月20前报送。",)),
    yields=("GW109", "GW128", "GW603"),
)
_WRONG = re.compile(
    r"\d{1,2}月\d{1,2}(?=[之以]?前|起|至|止)|20\d{2}年\d{1,2}(?=底|初|上旬|中旬|下旬)"
    r"|(?<=[到至于自])(?<![年][到至])[123]\d年(?=[，。、底末前初要])(?<!自\d\d年(?=前))|(?<=[比较])2\d年(?=的\d|同期|增[加长]|减少|下降|上升|提高)|(?<![\d.—–～~至-])[12]\d年\d{1,2}月(?=\d|[底初前份起至，。、上中下])",
    re.ASCII,
)
_HALF_YEAR = r"年(?<=[123]\d年)(?<!\d\d\d年)[\d，。、底末前初要的同增减下上提]"
_QUICK = apart(r"月(?<=\d月)\d{1,2}[之以前起至止]", r"年(?<=20\d\d年)\d{1,2}[底初上中下]", _HALF_YEAR)
_YEARS = apart(_HALF_YEAR)
_BEHIND = "之以前起至止底初上中下"
"""One of them stands right behind a day or a month that lacks its word."""


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes. 7月6至8日 leaves its first 日 out rightly."""
    yield from _odd(subject)
    text = subject.seen.joined
    quick = _YEARS if text.numbers.behind.isdisjoint(_BEHIND) else _QUICK
    for para, found in text.matches(_WRONG, quick=quick):
        behind = para.text[found.end() :]
        if not (behind.startswith("至") and "日" in behind[:4]):
            yield RULE.at(subject, para, f"日期“{found[0]}”缺了字", around(para.text, found))


_HANZI = tuple(f"{number}月" for number in "一二三四五六七八九十")
_MIXED = re.compile(r"月(?<=[一二三四五六七八九十]月)(?<![初正农历].月)\d{1,2}日")
_BLANKS = " \u3000"
_LOST = re.compile(rf"(?:[1-9]|(?<=1)0)[{_BLANKS}]\d{{1,2}}日前")
_LONG_YEAR = re.compile(r"(?<!\d)(?:220[1-9]\d|200[1-9]\d|20([1-9])\1\d|20[1-9](\d)\2)年")
"""A year of ours with one digit twice."""
_FIVE = 5


def _odd(subject: Subject) -> Iterator[Finding]:
    """十一月10日, 4 20日前, 20226年."""
    text = subject.seen.joined
    for para, found in text.matches(_MIXED) if text.says(*_HANZI) else ():
        yield RULE.at(subject, para, "日期一半是汉字，一半是数字", around(para.text, found))
    spaced = [place - 1 for place in text.numbers.signs_before(_BLANKS)]
    for para, found in text.matches(_LOST, at=spaced) if spaced else ():
        yield RULE.at(subject, para, "日期缺了“月”字", around(para.text, found))
    for para, found in text.matches(_LONG_YEAR, at=text.numbers.long(_FIVE)):
        yield RULE.at(subject, para, f"年份“{found[0]}”多了一位", around(para.text, found))
