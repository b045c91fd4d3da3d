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
    title="公函不用书信的问候语、祝颂语",
    implements=("R20",),
    clause="公文写作通行做法",
    strength="practice",
    tests="标题是函的公文里单独成行的“您好”“此致”“敬礼”（邀请函、慰问信等礼仪文书除外）",
    why="函是平行的公文，用“特此函告”“请函复”结束，不写私人书信的客套话。",
    hint="删去，以“特此函告”“专此函复”之类收尾",
    good=lambda: notice(title="安和县民政局关于商请支援救灾物资的函", body=("商请支援。", "特此函达，请予支持。")),
    bad=lambda: notice(title="安和县民政局关于商请支援救灾物资的函", body=("您好！", "商请支援。", "此致")),
    signs=("您好", "你好", "此致", "敬礼", "祝", "颂"),
    severity="warning",
)
_POLITE = re.compile(r"(?:(?:您|你|你们|祝)好|此致(?:敬礼)?|敬礼|[顺即][颂祝]\S{1,4}?)[！!，。]?")
_CEREMONIAL = re.compile("邀请|慰问|感谢|致谢|祝贺|介绍|证明|致")


def check(subject: Subject) -> Iterator[Finding]:
    """Lines of their own in official documents that are called 函."""
    title = subject.the("title")
    name = "".join(title.text.split()) if title else ""
    if not name.endswith("函") or _CEREMONIAL.search(name):
        return
    for para in subject.seen.joined.holding(_POLITE):
        if _POLITE.fullmatch(para.text.strip()):
            yield RULE.at(subject, para, f"公函不写“{para.text.strip()}”")
