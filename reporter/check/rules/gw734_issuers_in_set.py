"""Files that carry one number have one issuer and one date (R17)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW734",
    title="同一发文字号只有一个成文日期",
    implements=(
        "R17",
        "R10",
    ),
    clause="公文一致性要求",
    strength="shall",
    tests="发文字号相同的几份文件的成文日期",
    why="一个文号只能对应一次签发。",
    hint="核对发文登记，改正文号或日期",
    good=lambda: (notice(file="通知.docx"), notice(file="附件2.docx")),
    bad=lambda: (notice(file="通知.docx"), notice(file="附件2.docx", date="2026年3月8日")),
    needs=("set",),
)
_FULL = re.compile(r"[^\s\d]+〔\d{4}〕\d+号")


def check_set(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Headers and dates of files with the same 发文字号, e.g. a notice and its separate attachments."""
    first: dict[str, tuple[Subject, str]] = {}
    for subject in subjects:
        number, signed = subject.the("number"), subject.the("date")
        if number is None or signed is None or not _FULL.search(number.text):
            continue
        other, before = first.setdefault(_FULL.search(number.text)[0], (subject, signed.text))  # type: ignore[index]
        if before != signed.text:
            yield RULE.at(subject, signed, f"同一发文字号，{other.name}的成文日期是{before}")
