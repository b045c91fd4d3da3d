"""An upward document is not copied to subordinates (L103)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW418",
    title="上行文不抄送下级机关",
    implements=("L103",),
    clause="《党政机关公文处理工作条例》第十五条（一）",
    strength="shall",
    tests="上行文的抄送机关里有没有下级",
    why="上级还没有答复的事项，不应先让下级知道。",
    hint="删去下级机关，待答复后另行通知",
    good=lambda: notice(seen_direction="up", cc="抄送：临澜市财政局。"),
    bad=lambda: notice(seen_direction="up", cc="抄送：各乡镇人民政府。"),
    roles=("cc",),
    severity="warning",
    about=("up",),
)
_LOWER = re.compile(
    r"各(?:乡镇|镇|街道|县|区|市|科室|股室|单位|村|社区|养老机构|福利院|敬老院)|(?:所|下)属[^，。、]{0,8}|"
    r"[\u4e00-\u9fff]{2,4}(?:乡|镇)人民政府|[\u4e00-\u9fff]{2,6}(?:敬老院|养老院)"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Names of townships, villages and one's own units among the copies."""
    if subject.seen.direction != "up":
        return
    for element in subject.sure("cc"):
        if found := _LOWER.search(element.text):
            yield RULE.at(subject, element, f"上行文抄送了下级机关：“{found[0]}”")
