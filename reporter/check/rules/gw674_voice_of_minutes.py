"""Minutes speak for the meeting (R20)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.addressed import titled
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW674",
    title="纪要以“会议”为主语",
    implements=("R20",),
    clause="公文写作通行做法",
    strength="practice",
    tests="标题是纪要的公文里的“我们认为”“我局要求”等第一人称说法",
    why="纪要记的是会议的意见，不是某个人、某个单位的意见。",
    hint="写“会议认为”“会议要求”",
    good=lambda: _minutes("会议认为，改造进展顺利。"),
    bad=lambda: _minutes("我们认为，改造进展顺利。"),
    roles=("title", "body"),
    severity="warning",
)
_SAYS = ("认为", "指出", "强调", "要求", "决定", "同意")
_WE = apart(*(f"我{who}{says}" for who in ("", "们", "局", "县", "镇") for says in _SAYS))


def check(subject: Subject) -> Iterator[Finding]:
    """Sentences that begin so; what somebody says within one is his."""
    title = subject.the("title")
    if title is None or not titled(title, "纪要"):
        return
    for para, found in subject.text_of("body", "heading").matches(_WE):
        if para.text[: found.start()][-1:] in ("", "。", "；"):
            yield RULE.at(subject, para, f"“{found[0]}”应为“会议{found[0][-2:]}”", around(para.text, found))


def _minutes(text: str) -> Subject:
    return notice(title="研究敬老院改造工作的会议纪要", body=(text,))
