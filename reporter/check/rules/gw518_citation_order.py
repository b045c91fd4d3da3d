"""A citation gives the title first, the number behind it (L007)."""

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
    code="GW518",
    title="引用公文先引标题，后引发文字号",
    implements=("L007",),
    clause="公文引用通行做法",
    strength="practice",
    tests="发文字号是不是写在《》前面、里面，或者前后都没有标题",
    why="先标题后字号，读者先知道是什么文件。",
    hint="写成《标题》（发文字号）",
    good=lambda: notice(body=("按照《检查办法》（岭民发〔2026〕8号）执行。",)),
    bad=lambda: notice(body=("按照岭民发〔2026〕8号《检查办法》执行。",)),
)
_NUMBER = r"[\u4e00-\u9fff]{1,8}〔\d{4}〕\d+号"
_WRONG = re.compile(
    rf"(?<![》）])[（(]{_NUMBER}[）)](?:文件)?《|(?<![（(\u4e00-\u9fff])(?:按照|根据|依据)?{_NUMBER}(?:文件)?《"
)


_QUICK = apart("号《", "）《", r"\)《", "件《")
_INSIDE = re.compile(r"[（(][\u4e00-\u9fff]{1,9}〔\d{4}〕\d+号[）)]》")
_INSIDE_ENDS = ("号）》", "号)》")
_ALONE = re.compile(
    r"(?:按照|根据|依据|依照|贯彻|落实|执行)(?P<number>[\u4e00-\u9fff]{1,8}〔\d{4}〕\d+号)(?:文件|文)?(?:的?(?:要求|精神|规定|部署))"
)
_ALONE_ENDS = ("号文件", "号文要求", "号文精神", "号要求", "号精神", "号的要求")
"""Behind the number, where it is all that is cited."""


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    for para in subject.seen.joined.holding(_QUICK):
        for found in _WRONG.finditer(para.text):
            yield RULE.at(subject, para, "先引发文字号，后引标题", around(para.text, found))
    for para, found in subject.seen.joined.matches(_INSIDE, *_INSIDE_ENDS):
        yield RULE.at(subject, para, "发文字号打进了书名号里，应放在书名号后面", around(para.text, found))
    for para, found in subject.seen.joined.matches(_ALONE, *_ALONE_ENDS):
        if subject.seen.everything.count(found["number"]) == 1:
            yield RULE.at(subject, para, "只引了发文字号，没有引标题", around(para.text, found))
