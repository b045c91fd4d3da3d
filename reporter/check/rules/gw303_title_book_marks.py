"""What is issued or forwarded stands in 《》 in a title (L021)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW303",
    title="标题中的法规、规章名称加书名号",
    implements=("L021",),
    clause="公文拟制通行做法",
    strength="practice",
    tests="标题里“印发”“转发”后面的条例、办法、规定、细则有没有书名号",
    why="书名号标明所引文件的起止。",
    hint="给名称加上书名号《》",
    good=lambda: notice(title="安和县民政局关于印发《养老院安全检查办法》的通知"),
    bad=lambda: notice(title="安和县民政局关于印发养老院安全检查办法的通知"),
    roles=("title",),
)
_BARE = re.compile(
    r"(?:印发|转发|批转|贯彻落实|贯彻实施|贯彻|学习宣传|实施)"
    r"([^《》〈〉]{2,30}?(?:条例|办法|规定|细则|规则))(?:（[^）]*）)?(?=的|活动|工作)"
)


def check(subject: Subject) -> Iterator[Finding]:
    """A name of a regulation behind 印发 or 转发 without 《; plans and outlines are often left without them."""
    title = subject.the("title")
    text = title.text.replace("\n", "") if title else ""
    if title and (found := _BARE.search(text)):
        yield RULE.at(subject, title, f"“{found[1]}”没有加书名号", found[1])
