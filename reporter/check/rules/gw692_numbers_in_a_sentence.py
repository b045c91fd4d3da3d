"""Items numbered within a sentence, 1.… 2.… or （1）…（2）…, run on without a gap (R24)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW692",
    title="句中列举的序号连续",
    implements=("R24", "L047"),
    clause="公文一致性要求",
    strength="recommended",
    tests="一段文字里“1.……；2.……”“（1）……；（2）……”“①……；②……”这样列举的序号",
    why="跳号、重号说明删改后没有核对，或漏了内容。",
    hint="改正序号，或补上缺的一项",
    good=lambda: notice(body=("报送材料包括：1.总结报告；2.整改清单；3.现场照片。",)),
    bad=lambda: notice(body=("报送材料包括：1.总结报告；2.整改清单；4.现场照片。",)),
    roles=("body", "heading"),
)
_FIRST, _CIRCLES = "①", "①②③④⑤⑥⑦⑧⑨⑩"
_BEFORE, _BEHIND = r"(?<=[：；。，、])\s?", r"\s?(?=[\u4e00-\u9fff《“])"
_MANNERS = (
    (re.compile(rf"{_BEFORE}(?P<n>\d{{1,2}})[.．、]{_BEHIND}"), ("：1", "。1", "；1")),
    (re.compile(rf"{_BEFORE}[（(](?P<n>\d{{1,2}})[）)]{_BEHIND}"), ("（1）", "(1)")),
    (re.compile(rf"(?P<n>[{_CIRCLES}])"), (_FIRST,)),
)


def check(subject: Subject) -> Iterator[Finding]:
    """A list begins with 1 and is one of several items; 1 begins another, and behind a fault nothing more is told."""
    text = subject.text_of("body", "heading")
    for pattern, signs in _MANNERS:
        for para in text.paras if text.says(*signs) else ():
            due = 0
            for step in pattern.finditer(para.text):
                number = _CIRCLES.find(step["n"]) + 1 or int(step["n"])
                if number == 1:
                    due = 2
                elif number == due:
                    due += 1
                elif due > 2 and number <= due + 1:
                    message = f"按顺序应是第{due}项，序号不连续"
                    yield RULE.at(subject, para, message, around(para.text, step))
                    due = 0
