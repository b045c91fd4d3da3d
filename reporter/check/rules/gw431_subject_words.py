"""No 主题词: it is not among the eighteen elements of a 公文 (条例 art. 9); nothing forbids it in so many words."""

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
    implements=("TL9",),
    clause="党政机关公文处理工作条例第9条",
    strength="practice",
    tests="以“主题词：”开头的一行",
    why="条例列出的公文组成部分里没有主题词，版记里是抄送机关、印发机关和印发日期。",
    hint="删去“主题词”这一行",
    good=notice,
    bad=lambda: notice(remark=line("主题词：民政　养老　通知", "other")),
    signs=("词",),
)
_LABEL = re.compile(r"主\s*题\s*词[：:]")


def check(subject: Subject) -> Iterator[Finding]:
    """Lines of the text, of boxes and of 版记 set as a table; a sentence that speaks of 主题词 begins otherwise."""
    for para in subject.seen.joined.holding(_LABEL):
        if _LABEL.match(para.text) and para.place in ("text", "box", "cell"):
            yield RULE.at(subject, para, "标了主题词，现行的公文组成部分里没有这一项")
