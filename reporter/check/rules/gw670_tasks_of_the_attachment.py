"""As many tasks are named in the text as the attached table has rows (R24)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.model import Grid
from reporter.check.enclosures import rows_of
from reporter.check.finding import Finding
from reporter.check.ordinals import ordinal_of
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW670",
    title="正文写的任务、措施项数与附件表的行数相符",
    implements=("R24",),
    clause="公文一致性要求",
    strength="recommended",
    tests="“×项任务（……见附件1）”与该附件里有序号的表的行数",
    why="项数与附件对不上，说明有一边漏改了。",
    hint="数一遍附件的表，改正一边",
    good=lambda: _tasks("2"),
    bad=lambda: _tasks("5"),
    roles=("body", "attachment_label"),
    signs=("见附件",),
    severity="warning",
)
_SAID = re.compile(r"(\d{1,3})[项条个](?:重点)?(?:任务|措施|工作|问题|事项|项目)（[^（）]{0,12}见附件\s?(\d{0,2})）")


def check(subject: Subject) -> Iterator[Finding]:
    """Attachments with one table that counts its rows."""
    for para, found in subject.text_of("body", "heading").matches(_SAID, "见附件"):
        labels = subject.sure("attachment_label")
        label = next((one for one in labels if (ordinal_of(one.text) or 1) == int(found[2] or 1)), None)
        rows = rows_of(subject, label) if label else 0
        if rows and rows != int(found[1]):
            yield RULE.at(subject, para, f"附件的表有{rows}行，这里写{found[1]}项", around(para.text, found))


def _tasks(many: str) -> Subject:
    rows = (("序号", "任务"), ("1", "探访关爱"), ("2", "无障碍改造"))
    return notice(body=(f"落实{many}项任务（任务分工见附件1）。",), attachment_label="附件1", grids=(Grid(1, rows, 1),))
