"""Several attachments are numbered 1. 2. (L081)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.enclosures import second_in_line
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import naming
from reporter.check.subject import Subject

RULE = Rule(
    code="GW402",
    title="多个附件用阿拉伯数字标注顺序号",
    implements=("L081",),
    clause="GB/T 9704-2012 7.3.4",
    strength="shall",
    tests="附件说明里的顺序号，是不是一个附件占一行",
    why="顺序号与附件页上的“附件1”“附件2”对应。",
    hint="写成“附件：1.名称”，下一行“2.名称”",
    good=naming,
    bad=lambda: naming("附件：一、责任清单", "二、整改清单"),
    roles=("attachments",),
    folds=2,
    yields=("GW403",),
    about=("attachments",),
)
_HEAD = re.compile(r"^附\s*件\s*[：:]")
_WRONG = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[、．]|[①-⑳])",
    re.ASCII,
)
_RIGHT = re.compile(r"^(\d{1,2})\.", re.ASCII)


def check(subject: Subject) -> Iterator[Finding]:
    """Lines of 附件说明 that begin with hanzi, bracketed or wrongly dotted numbers, or count wrongly."""
    lines = subject.sure("attachments", part=0)
    wanted = 1
    for element in lines:
        text = _HEAD.sub("", element.text).strip()
        if second_in_line(text):
            yield RULE.at(subject, element, "几个附件排在了一行，应分行写")
            wanted += 2
        elif found := _WRONG.match(text):
            yield RULE.at(subject, element, "附件顺序号应是阿拉伯数字加圆点（1.）")
        elif (found := _RIGHT.match(text)) and len(lines) > 1:
            if int(found[1]) != wanted:
                yield RULE.at(subject, element, f"附件顺序号是{found[1]}，这里应为{wanted}")
            wanted += 1
