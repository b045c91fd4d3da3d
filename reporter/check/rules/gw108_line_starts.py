"""No line begins or ends with a mark that may not stand there (GB/T 15834 5.1)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW108",
    title="行首不排句号、逗号等点号，行末不排前引号、前括号",
    implements=("L076",),
    clause="GB/T 15834-2011 5.1",
    strength="shall",
    tests="每行第一个和最后一个字符",
    why="点号落在行首会断开语气，是明显的排版差错。",
    hint="打开段落的“按中文习惯控制首尾字符”",
    good=lambda: measured(notice(), kinsoku=None),
    bad=lambda: measured(notice(), kinsoku="，按时报送"),
    needs=("layout",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `kinsoku`."""
    yield from deviations(RULE, subject, "kinsoku")
