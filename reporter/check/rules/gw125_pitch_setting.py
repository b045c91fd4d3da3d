"""Body paragraphs of a Word file have the fixed pitch of 22 lines (L121)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW125",
    title="正文行距设为固定值28.95磅左右",
    implements=("L121",),
    clause="GB/T 9704-2012 5.2.3",
    strength="recommended",
    tests="Word 文件正文段落的固定行距",
    why="行距决定每页排22行。",
    hint="段落—行距选“固定值”，设28.95磅",
    good=notice,
    bad=lambda: notice(body=(line("各乡镇要逐院排查。", looks={"pitch": 24.0}),)),
    roles=("body",),
    folds=2,
)
_LEAST, _MOST = 27.5, 30.5
"""pt."""


def check(subject: Subject) -> Iterator[Finding]:
    """Fixed pitches that are far from 28.95 pt (29.45 in the other model), and multiples of a line of 1.3 and more."""
    if subject.seen.format != "docx":
        return
    for para in subject.paras_of("body"):
        pitch, exact = para.looks.pitch, para.looks.exact
        if pitch and exact and not _LEAST <= pitch <= _MOST:
            yield RULE.at(subject, para, f"行距是固定值{pitch:g}磅")
