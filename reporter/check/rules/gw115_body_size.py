"""Body text is 三号 (L123)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject
from reporter.typeset.standard import SANHAO_PT

RULE = Rule(
    code="GW115",
    title="正文用3号字",
    implements=("L123",),
    clause="GB/T 9704-2012 5.2.2",
    strength="recommended",
    tests="正文段落的字号",
    why="3号字配合行距和版心，才能每页22行、每行28字。",
    hint="选中正文，字号改为三号",
    good=notice,
    bad=lambda: notice(body=(line("各乡镇要逐院排查，建立台账。", size=14.0),)),
    roles=("body",),
)
_ROUNDING = 0.3


def check(subject: Subject) -> Iterator[Finding]:
    """Body paragraphs with a known size; half a point of rounding is let pass."""
    for element in subject.sure("body", part=0):
        size = element.para.main.size
        if size and abs(size - SANHAO_PT) > _ROUNDING:
            yield RULE.at(subject, element, f"正文字号是{size:g}磅，不是三号（16磅）")
