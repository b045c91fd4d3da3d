"""紧急 is not said in the title as well (L132)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW209",
    title="标了紧急程度，标题不再写“紧急”",
    implements=("L132",),
    clause="《党政机关公文处理工作条例》第九条（三）",
    strength="practice",
    tests="版头有紧急程度时，标题是否又写“紧急通知”",
    why="两处都写显得重复，也容易与登记不一致。",
    hint="标题改为“……的通知”，保留版头的紧急程度",
    good=lambda: notice(urgency="特急"),
    bad=lambda: notice(urgency="特急", title="安和县民政局关于排查养老院安全隐患的紧急通知"),
    roles=(
        "urgency",
        "title",
    ),
    about=("urgency",),
)

_URGENT = re.compile(r"(?:紧急|加急|特急)(?:通知|报告|请示|函|通报)")


def check(subject: Subject) -> Iterator[Finding]:
    """Only where the header carries 紧急程度."""
    title = subject.the("title")
    if title and subject.sure("urgency") and _URGENT.search(title.text.replace("\n", "")):
        yield RULE.at(subject, title, "版头已标紧急程度，标题里又写“紧急”")
