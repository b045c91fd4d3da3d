"""A 函 has neither the greeting nor the close of a private letter (practice)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW691",
    title="公文不用书信的问候语、祝颂语",
    implements=("R20",),
    clause="公文写作通行做法",
    strength="practice",
    tests="通知、报告、函等公文里单独成行的“您好”“此致”“敬礼”（邀请函、慰问信等礼仪文书除外）",
    why="公文用“特此通知”“特此函告”之类结束，不写私人书信的客套话。",
    hint="删去，按文种收尾，例：特此通知；特此函告",
    good=lambda: notice(title="安和县民政局关于商请支援救灾物资的函", body=("商请支援。", "特此函达，请予支持。")),
    bad=lambda: notice(title="安和县民政局关于商请支援救灾物资的函", body=("您好！", "商请支援。", "此致")),
    signs=("您好", "你好", "此致", "敬礼", "祝", "颂"),
    severity="warning",
)
_POLITE = re.compile(r"(?:(?:您|你|你们|祝)好|此致(?:敬礼)?|敬礼|[顺即][颂祝]\S{1,4}?)[！!，。]?")
_OFFICIAL = ("函", "通知", "通报", "报告", "请示", "批复", "意见", "决定", "方案")
_CEREMONIAL = re.compile("邀请|慰问|感谢|致谢|祝贺|介绍|证明|致")


def check(subject: Subject) -> Iterator[Finding]:
    """Lines of their own in documents that are called by an official kind."""
    title = subject.the("title")
    name = "".join(title.text.split()) if title else ""
    if not name.endswith(_OFFICIAL) or _CEREMONIAL.search(name):
        return
    for para in subject.seen.joined.holding(_POLITE):
        if _POLITE.fullmatch(para.text.strip()):
            yield RULE.at(subject, para, f"公文不写“{para.text.strip()}”")
