"""Cited 发文字号 bear 〔〕 (L006, R18)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.labels import judged_apart
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW517",
    title="引用的发文字号年份用六角括号",
    implements=(
        "L006",
        "R18",
    ),
    clause="GB/T 9704-2012 7.2.5",
    strength="recommended",
    tests="正文里引用的发文字号",
    why="引用要与原文一致，否则检索不到。",
    hint="改成〔2026〕",
    good=lambda: notice(body=("按照《检查办法》（岭民发〔2026〕8号）执行。",)),
    bad=lambda: notice(body=("按照《检查办法》（岭民发[2026]8号）执行。",)),
)
_OPEN, _CLOSE = r"[\[\(（［【<〈〖「﹝{]", r"[\]\)）］】>〉〗」﹞}]"
_SERIAL = r"\s*第?\d+号"
_FRAMED = rf"(?:{_OPEN}\s?\d{{4}}\s?(?:{_CLOSE}|〕)|〔\s?\d{{4}}\s?{_CLOSE})"
_WRONG = re.compile(rf"[\u4e00-\u9fff]{{1,9}}{_FRAMED}{_SERIAL}")


_QUICK = apart(
    *(rf"{re.escape(sign)}\s?\d{{4}}\s?[〕{_CLOSE[1:]}{_SERIAL}" for sign in "〔[(（［【<〈〖「﹝{")
)
"""Right ones, too."""


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    text = subject.seen.joined
    for para in text.holding(_QUICK):
        for found in _WRONG.finditer(para.text):
            if not judged_apart(subject, para, *found.span()):
                yield RULE.at(subject, para, f"引用的发文字号“{found[0]}”括号不对", around(para.text, found))
    for para, found in text.matches(_PADDED, quick=_PADDED_QUICK, at=text.numbers.signs_before("〔发字函办政")):
        if not judged_apart(subject, para, *found.span()):
            yield RULE.at(subject, para, f"引用的发文字号“{found[0]}”写法不对", around(para.text, found))


_PADDED = re.compile(
    r"[\u4e00-\u9fff]{2,9}〔\d{4}〕(?:第\d+|0\d*)号|(?<=[（(])[\u4e00-\u9fff]{1,8}[发字函办政]\d{4}(?:[-—－]|年第?)\d{1,3}号"
    r"|[\u4e00-\u9fff]{2,9}〔(?:\d{2}〕第?\d+号|(?:19|20)\d{3}〕\d+号|\d{4}〕\d{1,4}(?=[）)]|文件|要求|精神))",
    re.ASCII,
)
"""A number with 第, a leading zero or a hyphen for the brackets, of a short or long year, or without 号."""
_PADDED_QUICK = re.compile(
    "[〔发字函办政](?:[0-9]{4}(?:〕(?:第[0-9]|0|[0-9]{1,4}[^0-9号])|[-—－年]|[0-9]〕)|(?<=〔)[0-9]{2}〕)"
)
