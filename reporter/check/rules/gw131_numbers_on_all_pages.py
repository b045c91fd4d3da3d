"""Page numbers stand below the type area on every page and run on through the attachments (7.5, 7.3.7)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.artefacts.geometry_docx import Section
from reporter.check.finding import Finding
from reporter.check.pagenumbers import misnumbered, numbered_sections
from reporter.check.rule import Rule
from reporter.check.samples import notice, setting
from reporter.check.sheets import fits, sheet_spot
from reporter.check.subject import Subject

RULE = Rule(
    code="GW131",
    title="页码在版心之下，首页和附件都有，连续编排",
    implements=("L110", "L111"),
    clause="GB/T 9704-2012 7.5、7.3.7、10.1",
    strength="shall",
    tests="Word 文件各节：页码是不是在页脚、是不是另起编号、首页和附件一节有没有页码、页脚离纸边多远",
    why="页码断了或没有，装订、引用时都会弄错页。",
    hint="页面设置取消“首页不同”，页脚离纸边约25毫米；各节页码选“续前节”，在页脚插入页码",
    good=lambda: notice(subject={"setting": setting(foot=25.0)}),
    bad=lambda: notice(subject={"setting": setting(own_first=True)}),
    needs=("docx",),
    folds=3,
)
_INSIDE_MM, _LOW_MM = 2.0, 16.0
"""A number seven mm below the type area has its footer some 25 mm from the edge."""


def check(subject: Subject) -> Iterator[Finding]:
    """Sections of a file that has numbers at all; turned sheets have theirs in a frame of the header."""
    sections = numbered_sections(subject)
    for at, section in enumerate(sections):
        for told in (*misnumbered(subject, sections, at), *_misplaced(subject, section)):
            yield RULE.on(subject, told, spot=sheet_spot(at + 1, len(sections)))


def _misplaced(subject: Subject, section: Section) -> Iterator[str]:
    """A number in a margin that is too small is right where the margin is (GW102)."""
    if not section.number_on or section.landscape:
        return
    if section.headed:
        yield "页码在页眉里，应在版心下边缘之下"
    elif section.foot > section.bottom - _INSIDE_MM > 0 and fits(section, subject):
        yield f"页脚离纸边{section.foot:.0f}毫米，页码进了版心"
    elif 0 < section.foot < _LOW_MM:
        yield f"页脚离纸边{section.foot:.0f}毫米，页码过低"
