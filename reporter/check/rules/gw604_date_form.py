"""Dates in the text are written with 年月日 (L013)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import Joined, apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW604",
    title="文中日期用“年、月、日”",
    implements=("L013",),
    clause="GB/T 15835-2011 5.1.2",
    strength="recommended",
    tests="“3月6号”“2026.3.6”“2026/3/6”“二〇二六年三月”这样的写法",
    why="公文里的日期要能直接引用。",
    hint="写全年月日，例：2026年3月6日",
    good=lambda: notice(body=("请于2026年11月10日前报送。",)),
    bad=lambda: notice(body=("请于2026.11.10前报送。",)),
    roles=(
        "body",
        "heading",
    ),
    waits="blank",
    yields=("GW602",),
)
_ZERO = "〇○零OΟＯ0０"
"""What is typed for 〇: the letters of three alphabets among it."""
_NAMED = re.compile("《[^《》]*二[〇一二三四五六七八九]{3}年[^《》]*》")
_WRONG = re.compile(
    r"(?<!\d)\d{1,2}月\d{1,2}号(?![楼院房线])"
    rf"|二[{_ZERO}][一二三四五六七八九{_ZERO}]{{2}}年(?:[一二三四五六七八九十]{{1,2}}月(?:[一二三四五六七八九十]{{1,3}}日)?)?"
    r"|(?<![\d.])(?:19|20)\d{2}[./-](?:1[0-2]|0?[1-9])[./-](?:3[01]|[12]\d|0?[1-9])(?![\d.])"
)


_SOLID = re.compile(
    r"(?<![\d.A-Za-z-])20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?=[之以]?前|[起止])", re.ASCII
)
_EIGHT = 8
_SLASH = re.compile(r"(?<=[于在至自])(?:1[0-2]|[1-9])/(?:3[01]|[12]\d|[1-9])(?=[之以]?前|[起止])", re.ASCII)
_DOT = r"(?:1[0-2]|[1-9])\.(?:3[01]|[12]\d|[1-9])"
_STAGE = re.compile(
    rf"(?<=[动段纠查改治升收结备传施果验])[（(]({_DOT}\s?[至到—－~～-]{{1,2}}\s?{_DOT})[）)](?=[。：，\n]|$)"
)
"""Behind the name of a stage; elsewhere it may be a range of values."""
_STAGE_SIGNS = apart(rf"（{_DOT}", rf"\({_DOT}")
_QUICK = apart(
    f"二[{_ZERO}]", r"号(?:(?<=月\d号)|(?<=月\d\d号))", r"\.(?<=\d{4}\.)\d", r"/(?<=\d{4}/)\d", r"-(?<=\d{4}-)\d",
)  # fmt: skip


def check(subject: Subject) -> Iterator[Finding]:
    """号 for 日, and dates with dots or slashes, in prose; tables and codes may have them."""
    text = subject.text_of("body", "heading", "recipients", "date", "print_date")
    for para in text.holding(_QUICK) if _may_stand(subject.seen.joined) else ():
        for found in _WRONG.finditer(para.text):
            if not any(name.start() < found.start() < name.end() for name in _NAMED.finditer(para.text)):
                yield RULE.at(subject, para, f"日期写成“{found[0]}”", around(para.text, found))
    solid = subject.seen.joined
    for para, found in solid.matches(_SOLID, at=solid.numbers.long(_EIGHT)):
        yield RULE.at(subject, para, f"日期写成“{found[0]}”", around(para.text, found))
    for para, found in solid.matches(_SLASH) if "/" in solid.numbers.behind else ():
        yield RULE.at(subject, para, f"日期写成“{found[0]}”", around(para.text, found))
    dotted = "." in subject.seen.joined.numbers.behind
    for para, found in subject.text_of("body", "heading").matches(_STAGE, quick=_STAGE_SIGNS) if dotted else ():
        yield RULE.at(subject, para, f"日期写成“{found[1]}”，应写×月×日", around(para.text, found))


def _may_stand(text: Joined) -> bool:
    """Signs tell it faster than the pattern."""
    return not text.numbers.behind.isdisjoint("号./-") or text.says(*(f"二{zero}" for zero in _ZERO))
