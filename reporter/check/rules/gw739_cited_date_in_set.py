"""A document is not older than the one of its set that it cites (R10)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject
from reporter.records.period import chinese_date

RULE = Rule(
    code="GW739",
    title="成文日期不早于所引用文件的成文日期",
    implements=("R10",),
    clause="公文一致性要求",
    strength="shall",
    tests="一套文稿里，正文引用了另一份的发文字号时，两份的成文日期",
    why="引用一份还没有印发的文件，说明日期或文号写错了。",
    hint="核对两份文件的成文日期和引用的发文字号",
    good=lambda: _two("2026年3月9日"),
    bad=lambda: _two("2026年3月1日"),
    needs=("set",),
)
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,10}〔\d{4}〕\d+号")


def check_set(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """By the number of each file that has one and a date."""
    dated: dict[str, tuple[Subject, date]] = {}
    for subject in subjects:
        number, day = subject.the("number"), subject.signed_on
        found = _NUMBER.search(number.text) if number else None
        if found and day:
            dated.setdefault(found[0], (subject, day))
    for subject in subjects:
        own = subject.signed_on
        for para in subject.paras_of("body", "heading", "title") if own else ():
            for found in _NUMBER.finditer(para.text):
                other, day = next(
                    (known for number, known in dated.items() if found[0].endswith(number)), (subject, own)
                )
                if own and day and other is not subject and day > own:
                    message = f"{other.name}的成文日期是{chinese_date(day)}，晚于本文"
                    yield RULE.at(subject, para, message, around(para.text, found))


def _two(day: str) -> tuple[Subject, Subject]:
    cited = notice(file="市局通知.docx", number="临民发〔2026〕9号", date="2026年3月6日")
    return cited, notice(
        file="县局通知.docx", body=("根据临民发〔2026〕9号文件要求，现通知如下。",), date=day
    )
