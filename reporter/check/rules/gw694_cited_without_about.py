"""The title of a paper that is cited tells what it is about (R22)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW694",
    title="引用的公文标题有“关于”",
    implements=("R22", "L047"),
    clause="公文校对要求",
    strength="recommended",
    tests="书名号里以“的通知”“的意见”“的批复”等结尾而没有“关于”“转发”“批转”“印发”的标题",
    why="公文标题由发文机关、事由和文种组成，事由前有“关于”；没有的，多是引错或漏字。",
    hint="照原文标题补全，例：《关于印发〈……方案〉的通知》",
    good=lambda: notice(body=("根据《关于印发养老院安全检查方案的通知》要求，开展检查。",)),
    bad=lambda: notice(body=("根据《养老院安全检查方案的通知》要求，开展检查。",)),
    severity="warning",
)
_CITED = re.compile("《(?P<title>[^《》]{6,60}的(?:通知|意见|批复|函|请示|报告|通报|决定))》")
_ABOUT = re.compile(
    "关于|[转印]发|批转|下达|发布|公布|(?:国务院|法院|检察院|政府|委员会|[厅局部委办署])(?:办公[厅室])?(?:授权|对|就)"
)
"""国务院对确需保留的行政审批项目设定行政许可的决定 tells it with 对."""


def check(subject: Subject) -> Iterator[Finding]:
    """Titles cited in text and cells."""
    for para, found in subject.seen.joined.matches(_CITED, "》"):
        if not _ABOUT.search(found["title"]):
            yield RULE.at(subject, para, "引用的公文标题没有“关于”", found[0])
