"""小标宋, 黑体 and 楷体 are not made bold (L051)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW323",
    title="小标宋、黑体、楷体字不加粗",
    implements=("L051",),
    clause="排版通行做法（GB/T 9704-2012 7.3.1、7.3.3 只规定字体）",
    strength="practice",
    tests="标志、标题和一二级标题有没有加粗",
    why="这些字体本身已有粗细，再加粗会糊成一团。",
    hint="取消加粗",
    good=notice,
    bad=lambda: notice(title=line("安和县民政局关于做好养老院安全管理工作的通知", "title", bold=True)),
    roles=(
        "mark",
        "title",
        "heading",
    ),
    folds=2,
    values={"bold_level_2": "二级标题可以加粗"},
)
_DEEPEST = 2


def check(subject: Subject) -> Iterator[Finding]:
    """Title, mark and headings of level one and two; a profile may allow bold level two."""
    for element in subject.sure("mark", "title", "heading"):
        allowed = element.level == 2 and subject.profile.values.get("bold_level_2")
        if element.para.main.bold and element.level <= _DEEPEST and not allowed:
            yield RULE.at(subject, element, "小标宋、黑体、楷体又加粗了")
