"""A report is not due before what it rests on (R12)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from reporter.artefacts.seen.model import Para
from reporter.check.dates import day_of
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import two
from reporter.check.subject import Subject

RULE = Rule(
    code="GW735",
    title="相关期限先后有序",
    implements=("R12",),
    clause="公文一致性要求",
    strength="recommended",
    tests="自查、台账、检查、总结的期限先后",
    why="总结早于检查，就无从总结。",
    hint="调整期限的先后",
    good=lambda: two("请于5月20日前完成自查。", "请于11月10日前报送工作总结。"),
    bad=lambda: two("请于11月20日前完成自查。", "请于11月10日前报送工作总结。"),
    needs=("set",),
)
_ORDER = (
    ("自查", "自查自纠", "自查报告"),
    ("隐患台账", "台账", "问题清单"),
    ("联合检查", "督查", "检查验收"),
    ("工作总结", "总结报告", "总结"),
)
_STAGE = re.compile(
    r"(?:((?:20)\d{2})年)?(\d{1,2})月(\d{1,2})日前[^。；]{0,14}?"
    r"(自查自纠|自查报告|自查|隐患台账|问题清单|台账|联合检查|检查验收|督查|工作总结|总结报告|总结)"
)


def check_set(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """自查 ≤ 台账 ≤ 检查 ≤ 总结, by the dates that the set gives for them."""
    found: list[tuple[int, date, Subject, Para, str]] = []
    for subject in subjects:
        base = subject.signed_on
        for para in subject.paras_of("body", "heading"):
            for hit in _STAGE.finditer(para.text):
                day = day_of(hit[1] or str(base.year if base else ""), hit[2], hit[3])
                rank = next(n for n, words in enumerate(_ORDER) if hit[4] in words)
                if day:
                    found.append((rank, day, subject, para, hit[0]))
    for rank, day, subject, para, quote in found:
        late = [one for one in found if one[0] < rank and one[1] > day]
        if late:
            yield RULE.at(subject, para, f"期限早于它所依据的“{late[0][4]}”", quote)
