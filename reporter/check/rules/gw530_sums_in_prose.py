"""Parts that a sentence names add up to its total (R2)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reporter.check.adding import SUM_WORDS, wrong_sums
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW530",
    title="句子里的分项、合计、结余、缺口算得对",
    implements=("R2",),
    clause="公文一致性要求",
    strength="shall",
    tests="“合计”前的各项之和、“其中”后的各项不超过总数、结余和缺口等于前面两数之差；目标数（……以上）只提醒",
    why="加减不对，至少有一个数是错的。",
    hint="逐项核对原始数据后改正",
    good=lambda: notice(body=("登记留守儿童1260人、困境儿童348人，合计1608人。",)),
    bad=lambda: notice(body=("登记留守儿童1260人、困境儿童348人，合计1680人。",)),
    yields=("GW571",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Every paragraph of prose, each cell included."""
    for para in subject.seen.joined.holding(SUM_WORDS):
        for wrong in wrong_sums(para.text):
            finding = RULE.at(subject, para, wrong.message, para.text[wrong.start : wrong.end])
            yield finding if wrong.sure else replace(finding, severity="warning")
