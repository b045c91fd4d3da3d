"""One obligation has one deadline (R11)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reporter.check.bare import bare
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import two
from reporter.check.subject import Subject

RULE = Rule(
    code="GW732",
    title="同一件事只有一个期限",
    implements=("R11",),
    clause="公文一致性要求",
    strength="shall",
    tests="几份文稿里同一材料的报送时间",
    why="两个期限，下级不知道按哪一个。",
    hint="改成同一个日期",
    good=lambda: two("请于11月10日前报送工作总结。", "请于11月10日前报送工作总结。"),
    bad=lambda: two("请于11月10日前报送工作总结。", "请于11月30日前报送工作总结。"),
    needs=("set",),
)
_WHAT = r"《[^》]+》|[\u4e00-\u9fff]{2,12}?(?:总结|报告|台账|清单|要点|名单|统计表)"
_DUE = re.compile(
    r"(?:请于|于|在)?((?:20\d{2}年)?\d{1,2}月(?:\d{1,2}日|底))(?:（[^）]*）)?前[，,]?[^。；]{0,16}?"
    rf"(?:报送|上报|报)(?:[^。；，]{{0,10}}?)?({_WHAT})"
)


def check_set(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """What is to be sent in (报送, 上报 and the name in 《》 or up to 报告, 总结, 台账 …) and until when."""
    first: dict[str, tuple[Subject, str]] = {}
    for subject in subjects:
        for para in subject.paras_of("body", "heading"):
            for found in _DUE.finditer(para.text):
                what, when = bare(found[2]), found[1]
                other, before = first.setdefault(what, (subject, when))
                if before != when:
                    yield RULE.at(
                        subject, para, f"“{what}”的报送时间，{other.name}写{before}，这里写{when}", found[0]
                    )
