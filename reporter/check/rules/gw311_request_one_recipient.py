"""A 请示 goes to exactly one agency."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.addressed import is_request, several
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW311",
    title="请示只写一个主送机关",
    implements=(
        "R19",
        "L034",
    ),
    clause="《党政机关公文处理工作条例》第十五条（一）",
    strength="recommended",
    tests="请示的主送机关有几个",
    why="一份请示只能由一个上级机关答复。",
    hint="只留负责答复的上级机关，其他的改为抄送",
    good=lambda: notice(title="安和县民政局关于拨付消防改造资金的请示", recipients="临澜市民政局："),
    bad=lambda: notice(
        title="安和县民政局关于拨付消防改造资金的请示", recipients="临澜市民政局、临澜市财政局："
    ),
    roles=(
        "title",
        "recipients",
    ),
    severity="error",
    signs=("示",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """As GW310, but for a 请示 the source says 应."""
    title = subject.the("title")
    if title is None or not is_request(title):
        return
    for element in subject.sure("recipients", part=0):
        if several(element):
            yield RULE.at(subject, element, "请示写了几个主送机关")
