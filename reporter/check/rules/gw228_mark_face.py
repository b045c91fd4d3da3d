"""发文机关标志 is set in 小标宋 (7.2.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW228",
    title="发文机关标志用小标宋体字",
    implements=("L134",),
    clause="GB/T 9704-2012 7.2.4、10.1",
    strength="recommended",
    tests="发文机关标志的字体",
    why="各机关的版头字体一致，一看就知道是正式公文。",
    hint="选中发文机关标志，字体改为方正小标宋简体",
    good=notice,
    bad=lambda: notice(mark=line("安和县民政局文件", "mark", font="黑体", size=36.0, colour="FF0000")),
    roles=("mark",),
    folds=2,
)
_FACE = re.compile(r"标宋|BiaoSong|XBS|BSJW|GW Title|中宋|ZhongSong|Serif", re.IGNORECASE)
"""华文中宋 and the free Noto Serif stand in where 小标宋 is not installed."""


def check(subject: Subject) -> Iterator[Finding]:
    """The face of the mark, where it is named."""
    for element in subject.sure("mark", part=0):
        font = element.para.main.font
        if font and not _FACE.search(font):
            yield RULE.at(subject, element, f"发文机关标志的字体是{font}，不是小标宋")
