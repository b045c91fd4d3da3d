"""One material has one deadline in a document (R11)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.duties import Duty, duties_of
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW547",
    title="同一材料在一份公文里只有一个报送时间",
    implements=("R11",),
    clause="公文一致性要求",
    strength="shall",
    tests="正文里同一名称的材料的报送期限",
    why="两个期限，下级不知道按哪一个。",
    hint="改成同一个日期；分批报送的写明批次",
    good=lambda: notice(body=("各乡镇于11月10日前报送工作总结。", "逾期未报工作总结的予以通报。")),
    bad=lambda: notice(body=("各乡镇于11月10日前报送工作总结。", "工作总结于12月5日前报送。")),
    roles=("body",),
)
_TURNS = ("半年", "季度", "每", "月度", "上半年", "下半年", "阶段", "年度", "一季", "二季", "三季", "四季")


def check(subject: Subject) -> Iterator[Finding]:
    """Materials by the same words, unless a sentence speaks of a half-year, a quarter or a stage."""
    first: dict[str, Duty] = {}
    for duty in duties_of(subject):
        if not duty.sent or any(turn in duty.quote for turn in _TURNS):
            continue
        before = first.setdefault(duty.words, duty)
        if before.due != duty.due:
            message = f"“{duty.words}”的报送时间，前面写{before.when}，这里写{duty.when}"
            yield RULE.at(subject, duty.para, message, duty.quote)
