"""No 、 before 等 (L064)."""

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
    code="GW505",
    title="“等”前不用顿号、逗号",
    implements=("L064",),
    clause="GB/T 15834-2011 附录 B.1.2",
    strength="recommended",
    tests="“、等”",
    why="“等”不是并列的一项。",
    hint="删去“等”前面的顿号",
    good=lambda: notice(body=("配齐灭火器、应急灯等设施。",)),
    bad=lambda: notice(body=("配齐灭火器、应急灯、等设施。",)),
)
_KINDS = (
    "课程|渠道|方式|形式|措施|工作|内容|活动|部门|单位|机构|设施|服务|人员|材料|问题|项目|情况|物资|制度|方面"
)
_COMMA = re.compile(rf"，等(?=[\u4e00-\u9fff]{{0,4}}(?:{_KINDS})[，。；、])")
_WRONG = re.compile(
    r"、等(?![级待候同于次高腰价额值效边])|、(?:(?:和|与)(?![谐平睦解会])|以及|及(?!时)|或者?(?!许))(?=[\u4e00-\u9fff][^、，。；]{1,18}[，。；])"
)
_QUICK = apart("、[等和与以及或]")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    for para, found in subject.seen.joined.matches(_WRONG, quick=_QUICK):
        yield RULE.at(subject, para, f"“{found[0][1:]}”前面用了顿号", around(para.text, found))
    for para, found in subject.seen.joined.matches(_COMMA, "，等"):
        yield RULE.at(subject, para, "“等”前面用了逗号", around(para.text, found))
