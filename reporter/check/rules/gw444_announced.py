"""What is announced to all is public (7.3.6; the kinds 公告 and 通告)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.addressed import titled
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW444",
    title="公告、通告的附注不写“不公开”",
    implements=("L095",),
    clause="GB/T 9704-2012 7.3.6、《党政机关公文处理工作条例》第八条（六）（七）",
    strength="shall",
    tests="公告、通告的附注里有没有“不公开”“不予公开”",
    why="公告、通告是向社会公布的，附注与文种矛盾。",
    hint="改为“（此件公开发布）”，或另选文种",
    good=lambda: notice(title=_TITLE, remark="（此件公开发布）"),
    bad=lambda: notice(title=_TITLE, remark="（此件不公开）"),
    roles=("title", "remark"),
    about=("remark",),
)
_TITLE = "安和县民政局关于社会团体年检结果的公告"
_CLOSED = re.compile("不(?:予)?公开|依申请公开")


def check(subject: Subject) -> Iterator[Finding]:
    """By the kind at the end of the title."""
    title = subject.the("title")
    if title is None or not titled(title, "公告", "通告"):
        return
    for remark in subject.sure("remark", part=0):
        if _CLOSED.search(remark.text):
            yield RULE.at(subject, remark, "公告、通告是公开的，附注写了不公开")
