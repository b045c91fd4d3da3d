"""Body text is set in 仿宋 (L123)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW116",
    title="正文用仿宋体",
    implements=("L123",),
    clause="GB/T 9704-2012 5.2.2",
    strength="recommended",
    tests="正文段落的字体",
    why="全文字体一致，正文与各级标题才有层次。",
    hint="选中正文，字体改为仿宋_GB2312或仿宋",
    good=notice,
    bad=lambda: notice(body=(line("各乡镇要逐院排查，建立台账。", font="微软雅黑"),)),
    roles=("body",),
)
_FANG = re.compile(r"仿宋|FangSong|Fang\s?Song|STFangsong|\bFang", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Finding]:
    """The face of most characters of a paragraph, where it is named; a heading that runs in is left out."""
    for element in subject.sure("body", part=0):
        runs = [run for run in element.para.runs if run.text.strip()]
        head = runs[0].font if len(runs) > 1 else ""
        text = [run for run in runs if run.font != head] or runs
        font = max(text, key=lambda run: len(run.text)).font if text else ""
        if font and not _FANG.search(font):
            yield RULE.at(subject, element, f"正文字体是{font}，不是仿宋")
