"""White edges of 37/35 mm or 34.58/32.58 mm, 28 mm at the binding (L120)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice, setting
from reporter.check.sheets import fits, sheet_spot
from reporter.check.subject import Subject

RULE = Rule(
    code="GW102",
    title="页边距：上37、下35、左28、右26毫米（或上34.58、下32.58毫米的等效设置）",
    implements=("L120",),
    clause="GB/T 9704-2012 5.2.1",
    strength="shall",
    tests="Word 文件每一节的页边距，允许差1毫米",
    why="页边距决定版心156毫米×225毫米，每页22行、每行28字都以此为准。",
    hint="布局—页边距—自定义：上3.7、下3.5、左2.8、右2.6厘米",
    good=lambda: notice(subject={"setting": setting()}),
    bad=lambda: notice(subject={"setting": setting(top=25.4, bottom=25.4)}),
    needs=("docx",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Every section of an upright A4 sheet; a turned one keeps the same type area, a letter begins higher."""
    sections = subject.setting.sections if subject.setting else ()
    for number, section in enumerate(sections, 1):
        if not fits(section, subject):
            sides = (
                f"上{section.top:.1f}、下{section.bottom:.1f}、左{section.left:.1f}、右{section.right:.1f}"
            )
            yield RULE.on(subject, f"页边距是{sides}毫米", spot=sheet_spot(number, len(sections)))
