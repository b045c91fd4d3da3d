"""Page numbers are 四号 and 宋体 (L110)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject
from reporter.typeset.standard import SIHAO_PT

RULE = Rule(
    code="GW126",
    title="页码用4号宋体",
    implements=("L110",),
    clause="GB/T 9704-2012 7.5",
    strength="recommended",
    tests="页脚里页码的字号、颜色、字体；数字用 Times New Roman 是常见做法，不报",
    why="页码字号统一，成册后整齐。",
    hint="选中页码，改为四号、宋体、黑色",
    good=lambda: notice(tail=line("— 1 —", "page_number")),
    bad=lambda: notice(tail=line("— 1 —", "page_number", size=9.0)),
    roles=("page_number",),
    folds=2,
)
_OTHER_FACE = re.compile("楷|黑体|仿宋|隶|小标宋|KaiTi|SimHei|FangSong")
_USUAL = re.compile("Song|Sun|Ming|Times|Roman|(?<!Sans )Serif|[^\x00-\x7f]", re.IGNORECASE)
"""Latin faces that 宋体 brings along or that go with it in practice; names in hanzi are judged with the hanzi."""
_SIZE, _ROUNDING = SIHAO_PT, 0.6


def check(subject: Subject) -> Iterator[Finding]:
    """The size of a page number in a footer, where it is known."""
    for element in subject.sure("page_number"):
        sizes = {run.size for run in element.para.runs if run.text.strip() and run.size}
        wrong = [size for size in sorted(sizes) if abs(size - _SIZE) > _ROUNDING]
        if wrong:
            yield RULE.at(subject, element, f"页码字号是{wrong[0]:g}磅，不是四号（14磅）")
        elif any(run.red for run in element.para.runs if run.text.strip()):
            yield RULE.at(subject, element, "页码是红色，应为黑色")
        elif _OTHER_FACE.search(element.para.main.font):
            yield RULE.at(subject, element, f"页码用的是{element.para.main.font}，应为宋体")
        elif faces := _latin(subject):
            yield RULE.at(subject, element, f"页码的数字用的是{faces[0]}，应为宋体")


def _latin(subject: Subject) -> list[str]:
    """Faces that fields of page numbers name and that do not go with 宋体."""
    sections = subject.setting.sections if subject.setting else ()
    return [one.number_face for one in sections if one.number_face and not _USUAL.search(one.number_face)]
