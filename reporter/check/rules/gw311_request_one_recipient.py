"""A 请示 goes to exactly one agency."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from reporter.check.addressed import is_request, several
from reporter.check.finding import Finding
from reporter.check.issuers import shortened
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW311",
    title="请示只写一个主送机关，恳请的就是它",
    implements=(
        "R19",
        "L034",
    ),
    clause="《党政机关公文处理工作条例》第十五条（一）",
    strength="recommended",
    tests="请示的主送机关有几个；“恳请……人民政府”写的是不是主送机关",
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

_ASKED = re.compile(
    r"恳请(?P<name>(?:(?![省市县区局府])[\u4e00-\u9fff]){2,4}[省市县区][\u4e00-\u9fff]{0,10}?(?:人民政府|局|厅|委员会))"
)


def check(subject: Subject) -> Iterator[Finding]:
    """As GW310, but for a 请示 the source says 应."""
    title = subject.the("title")
    if title is None or not is_request(title):
        return
    for element in subject.sure("recipients", part=0):
        if several(element):
            yield RULE.at(subject, element, "请示写了几个主送机关")
    called = subject.the("recipients")
    for para, found in subject.text_of("body").matches(_ASKED, "恳请") if called else ():
        if called and not shortened(found["name"], called.text):
            message = f"主送机关是{called.text.rstrip('：:')}，这里恳请的是{found['name']}"
            told = RULE.at(subject, para, message, found[0])
            yield replace(told, severity="warning", hint="核对机关名称，改成主送机关")
