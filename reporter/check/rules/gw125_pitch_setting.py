"""Body paragraphs and headings of a Word file have the fixed pitch of 22 lines (L121)."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject
from reporter.typeset.standard import SANHAO_PT

RULE = Rule(
    code="GW125",
    title="正文行距设为固定值28.95磅左右",
    implements=("L121",),
    clause="GB/T 9704-2012 5.2.3",
    strength="recommended",
    tests="Word 文件正文段落、小标题的行距：固定值，或单倍、1.5倍等倍数行距",
    why="行距决定每页排22行。",
    hint="段落—行距选“固定值”，设28.95磅",
    good=notice,
    bad=lambda: notice(body=(line("各乡镇要逐院排查。", looks={"pitch": 24.0}),)),
    roles=("body", "heading"),
    folds=2,
)
_LEAST, _MOST = 27.5, 30.5
"""pt."""
_SINGLE_EM = 1.3
"""A single line of a Chinese face in its own size."""
_NAMES = {1.0: "单倍行距", 1.5: "1.5倍行距", 2.0: "2倍行距"}


def check(subject: Subject) -> Iterator[Finding]:
    """Fixed pitches that are far from 28.95 pt (29.45 in the other model), least ones above it, and multiples
    of a line that come to something else, on the grid where the file has one."""
    if subject.seen.format != "docx":
        return
    grid = _grid(subject)
    for para in subject.paras_of("body", "heading"):
        pitch, exact = para.looks.pitch, para.looks.exact
        if pitch and exact and not _LEAST <= pitch <= _MOST:
            yield RULE.at(subject, para, f"行距是固定值{pitch:g}磅")
        elif pitch and pitch > _MOST and not para.looks.lines:
            yield RULE.at(subject, para, f"行距是最小值{pitch:g}磅")
        elif lines := para.looks.lines:
            single = _SINGLE_EM * (para.main.size or SANHAO_PT)
            high = lines * (ceil(single / grid) * grid if grid else single)
            if not _LEAST <= high <= _MOST:
                name = _NAMES.get(lines, f"{lines:g}倍行距")
                yield RULE.at(subject, para, f"行距是{name}，约{high:.0f}磅，不是固定值28.95磅左右")


def _grid(subject: Subject) -> float:
    """The pitch of the line grid, pt; 0 without one."""
    sections = subject.setting.sections if subject.setting else ()
    pitches = [one.grid_lines / 20 for one in sections if one.grid_type in ("lines", "linesAndChars")]
    return pitches[0] if pitches else 0.0
