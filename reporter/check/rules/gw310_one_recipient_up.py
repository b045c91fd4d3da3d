"""An upward document has one recipient (L034)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.addressed import is_request, several
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW310",
    title="上行文只写一个主送机关",
    implements=(
        "L034",
        "R19",
    ),
    clause="《党政机关公文处理工作条例》第十五条（一）",
    strength="recommended",
    tests="请示、报告的主送机关有几个",
    why="多头主送会使办理责任不清。",
    hint="只留一个主送机关，其他的改为抄送",
    good=lambda: notice(recipients="临澜市民政局：", seen_direction="up", signer="签发人：高远"),
    bad=lambda: notice(recipients="临澜市民政局、临澜市财政局：", seen_direction="up", signer="签发人：高远"),
    roles=("recipients",),
    about=("up",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Names parted by 、 or ，; several ones of a list in brackets count as one. A 请示 has a stricter rule."""
    title = subject.the("title")
    if subject.seen.direction != "up" or (title and is_request(title)):
        return
    for element in subject.sure("recipients", part=0):
        if several(element):
            yield RULE.at(subject, element, "上行文写了几个主送机关")
