"""No 主题词: the standard of 2012 dropped it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW431",
    title="不再标注主题词",
    implements=("L015",),
    clause="GB/T 9704-2012 前言、第7章",
    strength="recommended",
    tests="以“主题词：”开头的一行",
    why="2012年修订的标准取消了主题词，版记里只有抄送机关、印发机关和印发日期。",
    hint="删去“主题词”这一行",
    good=notice,
    bad=lambda: notice(remark=line("主题词：民政　养老　通知", "other")),
)
_LABEL = re.compile(r"主\s*题\s*词[：:]")


def check(subject: Subject) -> Iterator[Finding]:
    """Lines of the text, of boxes and of 版记 set as a table; a sentence that speaks of 主题词 begins otherwise."""
    for para in subject.seen.paras:
        if _LABEL.match(para.text) and para.place in ("text", "box", "cell"):
            yield RULE.at(subject, para, "标了主题词，现行标准已取消这一要素")
