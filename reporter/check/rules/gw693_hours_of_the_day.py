"""上午 and 下午 go with their hours, and what begins ends later (R12)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW693",
    title="钟点与上午、下午相符，先起后止",
    implements=("R12",),
    clause="公文校对要求",
    strength="recommended",
    tests="“上午15:00”“下午9时”这样的钟点；“15:00—14:00”这样的起止",
    why="钟点写错，参会、值班的人不知道什么时候到。",
    hint="核对钟点；跨日的写“次日”",
    good=lambda: notice(body=("会议定于11月25日（星期三）下午15:00召开。",)),
    bad=lambda: notice(body=("会议定于11月25日（星期三）上午15:00召开。",)),
    signs=("上午", "下午", "凌晨", ":", "："),
)
_NOON, _EVENING, _OPENING = 12, 17, 8
_HALF = re.compile(r"(?P<half>上午|下午|凌晨)(?P<hour>\d{1,2})(?:[:：]\d{2}|[时点])")
_FITTING = {"上午": range(13), "下午": (*range(1, 8), *range(12, 24)), "凌晨": range(7)}
"""Hours that go with each: 下午 of the first hours or of all twenty-four."""
_SPAN = re.compile(r"(?<![\d:：])(\d{1,2})[:：](\d{2})\s?[—－～~至到-]+(\d{1,2})[:：](\d{2})(?![\d:：])")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells and boxes; what begins in the evening may end on the next day, and 8:30—5:30 is told
    by twelve hours."""
    text = subject.seen.joined
    for para, found in text.matches(_HALF, "上午", "下午", "凌晨"):
        if int(found["hour"]) not in _FITTING[found["half"]]:
            yield RULE.at(subject, para, f"{found['hour']}时不在{found['half']}", around(para.text, found))
    begun = text.numbers.followed(":：")
    for para, found in text.matches(_SPAN, at=begun) if begun else ():
        first, last = (int(found[1]), int(found[2])), (int(found[3]), int(found[4]))
        by_twelve = first[0] <= _NOON and last[0] < _OPENING
        if last <= first and first[0] < _EVENING and not by_twelve:
            yield RULE.at(subject, para, "结束的钟点不晚于开始的钟点", around(para.text, found))
