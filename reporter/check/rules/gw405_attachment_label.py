"""附件 at the head of an attachment has no colon and is 黑体 (L084)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from reporter.check.faces import HEI
from reporter.check.finding import Finding
from reporter.check.indents import begins
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW405",
    title="附件页顶格写“附件”二字，用3号黑体，不加标点",
    implements=("L084",),
    clause="GB/T 9704-2012 7.3.7",
    strength="shall",
    tests="附件首页左上角的“附件”和顺序号",
    why="它是标记，不是说明。",
    hint="改为“附件”或“附件1”，黑体三号，左上角顶格",
    good=lambda: notice(attachment_label="附件1"),
    bad=lambda: notice(attachment_label="附件1："),
    roles=("attachment_label",),
    severity="warning",
    about=("attachment_label",),
)
_HANZI = re.compile(r"附\s*[件表]\s*[一二三四五六七八九十]")


_SPREAD = re.compile(r"附[ \u3000\xa0\t]+件")
_IN = 1.0
"""字."""


def check(subject: Subject) -> Iterator[Finding]:
    """Labels on top of attachments; tables inside one may be 附表."""
    found = subject.sure("attachment_label")
    tables = [one for one in found if one.text.startswith("附表")]
    named = [one.text for one in subject.sure("attachments")]
    if tables and len(tables) == len(found) and any(text.startswith("附件") for text in named):
        yield RULE.at(subject, tables[0], "附件页写了“附表”，附件说明里是“附件”")
    for element in found:
        text, font = element.text.rstrip(), element.para.main.font
        if _SPREAD.match(text):
            yield RULE.at(subject, element, "附件页的“附件”两字之间空了格")
        elif text.endswith(("：", ":")):
            yield RULE.at(subject, element, "附件页的“附件”后面加了冒号")
        elif text.endswith((".", "．", "。", "、", "，")):
            yield RULE.at(subject, element, f"附件页的“附件”后面加了“{text[-1]}”")
        elif _HANZI.search(text):
            yield RULE.at(subject, element, f"附件序号写成“{text}”，应为阿拉伯数字")
        elif begins(element.para.looks) >= _IN and element.para.place == "text" and not element.para.cell:
            yield RULE.at(subject, element, "附件页的“附件”没有顶格")
        elif font and not HEI.search(font):
            yield RULE.at(subject, element, f"附件页的“附件”用的是{font}，不是黑体")
        elif font and element.para.main.bold:
            told = RULE.at(subject, element, "附件页的“附件”用黑体，又加了粗")
            yield replace(told, hint="取消加粗")
