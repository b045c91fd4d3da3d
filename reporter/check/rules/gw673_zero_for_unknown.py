"""What is not known yet is left blank, not made 0 (R27)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.model import Grid
from reporter.check.columns import named
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW673",
    title="没有核定的数不填0",
    implements=("R27",),
    clause="公文一致性要求",
    strength="recommended",
    tests="备注写着某一项正在核对、尚未统计，而该项填了0的行",
    why="0是一个数，会被加进合计，别人也会当成没有。",
    hint="改为“—”，并在备注说明何时补报",
    good=lambda: _report("—"),
    bad=lambda: _report("0"),
    signs=("正在", "尚未", "没有", "待", "未"),
    tables=True,
    severity="warning",
)
_NOTE = re.compile("备注|说明")
_UNKNOWN = re.compile(
    r"([\u4e00-\u9fff]{2,6}?)(?:人|户)?数?(?:正在|尚未|还没有|没有|待|未)(?:评估|核对|核定|核实|统计|上报|报送|摸清|摸底)"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Rows whose remark names the column."""
    for grid in subject.seen.grids:
        notes = named(grid, _NOTE)
        for row, cells in grid.body if len(notes) == 1 else ():
            found = _UNKNOWN.search(cells[notes[0]]) if notes[0] < len(cells) else None
            for column, name in enumerate(grid.names) if found else ():
                if found and name.startswith(found[1]) and cells[column].strip() == "0":
                    message = f"备注写“{found[0]}”，这里却是0"
                    yield RULE.in_cell(subject, grid, row, column, message, f"{cells[0].strip()} 0")


def _report(many: str) -> Subject:
    heads = (("乡镇", "失能（人）", "备注"), ("云溪镇", many, "失能数正在评估"))
    return notice(grids=(Grid(1, heads, 1),))
