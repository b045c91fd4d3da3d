"""A document names its 成文日期 (7.3.5)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW426",
    title="公文标注成文日期",
    implements=("L012",),
    clause="GB/T 9704-2012 7.3.5、《党政机关公文处理工作条例》第九条（十二）",
    strength="shall",
    tests="有版头的公文，署名下面有没有日期",
    why="成文日期是公文生效的时间。",
    hint="署名下一行写成文日期，例：2026年3月6日",
    good=notice,
    bad=lambda: notice(date=None),
    waits="absent",
)


def check(subject: Subject) -> Iterator[Finding]:
    """Files with a red header and a signature or an imprint, but without any date that looks like 成文日期."""
    seen = subject.seen
    if seen.face not in ("document", "letter", "order") or seen.all("date"):
        return
    if place := subject.the("signatory") or subject.the("title"):
        yield RULE.at(subject, place, "没有成文日期")
