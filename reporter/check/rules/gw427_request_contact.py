"""A 请示 names whom to ask (7.3.6)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.addressed import titled
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW427",
    title="请示在附注处注明联系人和电话",
    implements=("L095",),
    clause="公文办理通行做法（GB/T 9704-2012 7.3.6 附注）",
    strength="practice",
    tests="请示的附注里有没有联系人",
    why="上级机关办理时要问情况。",
    hint="成文日期下一行写（联系人：姓名，联系电话：号码）",
    good=lambda: notice(
        title="安和县民政局关于拨付资金的请示", remark="（联系人：高远，联系电话：0000-1234567）"
    ),
    bad=lambda: notice(title="安和县民政局关于拨付资金的请示"),
    roles=("title",),
    waits="absent",
    signs=("示",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """附注 with a contact in a document whose title ends in 请示."""
    title = subject.the("title")
    if title is None or not titled(title, "请示") or subject.public:
        return
    if not any("联系" in para.text for para in subject.seen.prose()):
        yield RULE.at(subject, title, "请示没有在附注里写明联系人和电话")
