"""No white above or below body paragraphs (L122)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW117",
    title="正文段前段后不空",
    implements=("L122",),
    clause="GB/T 9704-2012 5.2.3",
    strength="practice",
    tests="正文段落的段前、段后距",
    why="段间空白会使一页排不满22行。",
    hint="段落—间距：段前、段后都改为0",
    good=notice,
    bad=lambda: notice(body=(line("各乡镇要逐院排查，建立台账。", looks={"after": 12.0}),)),
    roles=("body",),
    severity="warning",
)
_ROUNDING = 1.0
"""pt."""


def check(subject: Subject) -> Iterator[Finding]:
    """Body paragraphs whose white is known; the white between text and a table is not judged."""
    beside = {para.number for para in subject.seen.paras if para.cell}
    for element in subject.sure("body", part=0):
        para = element.para
        before = 0 if para.number - 1 in beside else para.looks.before or 0
        after = 0 if para.number + 1 in beside else para.looks.after or 0
        if (white := max(before, after)) > _ROUNDING:
            yield RULE.at(subject, element, f"段前或段后空了{white:g}磅")
