"""What is cited is not younger than the document (R10)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.dates import date_in
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW608",
    title="不引用晚于成文日期的文件",
    implements=("R10",),
    clause="公文一致性要求",
    strength="shall",
    tests="引用的发文字号的年份与成文日期",
    why="先有依据，后有本文。",
    hint="核对引用的发文字号和成文日期",
    good=lambda: notice(body=("按照《检查办法》（岭民发〔2025〕8号）执行。",)),
    bad=lambda: notice(body=("按照《检查办法》（岭民发〔2027〕8号）执行。",)),
    roles=("body",),
)
_CITED = re.compile(r"[\u4e00-\u9fff]{1,8}[〔\[（(](20\d{2})[〕\]）)]\d+号")
_QUICK = re.compile(r"[〔\[（(]20\d{2}[〕\]）)]\d+号")


def check(subject: Subject) -> Iterator[Finding]:
    """The year of a cited 发文字号 against 成文日期."""
    signed = subject.the("date")
    base = date_in(signed.text) if signed else None
    if base is None:
        return
    for para in subject.text_of("body", "heading", "title").holding(_QUICK):
        for found in _CITED.finditer(para.text):
            if int(found[1]) > base.year:
                yield RULE.at(subject, para, f"引用了{found[1]}年的文件，本文成文于{base.year}年", found[0])
