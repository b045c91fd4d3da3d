"""Who is addressed is called one way, and 贵 is not said downwards (R20)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW643",
    title="“你镇”“贵镇”不混用，下行文不称“贵”",
    implements=("R20",),
    clause="公文写作通行做法",
    strength="practice",
    tests="正文里“你局”与“贵局”并用；批复、通知、通报、决定里的“贵镇”",
    why="对下级称“你”，对平级、不相隶属的称“贵”，混用就分不清行文关系。",
    hint="下行文用“你镇”，函用“贵局”，全文统一",
    good=lambda: notice(body=("请你镇抓好落实，你镇要按时报送。",)),
    bad=lambda: notice(body=("请你镇抓好落实，贵镇要按时报送。",)),
    severity="warning",
)
_WHO = "镇|乡|局|县|市|区|街道|单位|委|办|院|公司"
_YOURS = re.compile(rf"(?<![昂名珍宝富高尊])贵(?P<who>{_WHO})(?!州|阳|港|重|宾|族|人)")
_QUICK = apart(*(f"贵{one}" for one in _WHO.split("|")))
_OUTSIDE = ("公司", "单位")
"""Who a notice may be sent to without being below its sender."""
_DOWNWARDS = ("批复", "通知", "通报", "决定")


def check(subject: Subject) -> Iterator[Finding]:
    """Text but what it quotes."""
    text, title = subject.text_of("body", "heading"), subject.the("title")
    downwards = "".join(title.text.split()).endswith(_DOWNWARDS) if title else False
    for para, found in text.matches(_YOURS, quick=_QUICK):
        below = downwards and found["who"] not in _OUTSIDE
        if below or text.says(f"你{found['who']}"):
            mixed = f"别处称“你{found['who']}”" if text.says(f"你{found['who']}") else "下行文不称“贵”"
            yield RULE.at(subject, para, mixed, around(para.text, found))
