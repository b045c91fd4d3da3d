"""A count in a title or text equals the rows of its table (R6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.artefacts.seen.model import Grid
from reporter.check.bare import solid
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW527",
    title="题目、正文里的数目与表格行数相同",
    implements=("R6",),
    clause="公文一致性要求",
    strength="shall",
    tests="表格题目里“（40家）”之类的数目与有序号的行数",
    why="数目与名单对不上，不知道漏了谁。",
    hint="核对名单，改正数目或补上缺的行",
    good=lambda: notice(
        tail=line("养老院名单（2家）", "table_title"),
        grids=(Grid(1, (("序号", "名称"), ("1", "河口镇敬老院"), ("2", "青石镇敬老院")), 1),),
    ),
    bad=lambda: notice(
        tail=line("养老院名单（3家）", "table_title"),
        grids=(Grid(1, (("序号", "名称"), ("1", "河口镇敬老院"), ("2", "青石镇敬老院")), 1),),
    ),
    tables=True,
)
_COUNT = re.compile(
    r"[（(](?:共|计)?\s*(\d+)\s*(家|处|个|项|条|名|人)[）)]|共(?:有)?(\d+)(家|处|个|项|条)(?=[^。]{0,12}(?:名单|清单|如下|见下表|列表))"
)
_QUICK = apart(r"（(?:共|计)?\s*\d", r"\((?:共|计)?\s*\d", r"共(?:有)?\d")
_ABOVE = 4


def check(subject: Subject) -> Iterator[Finding]:
    """Tables with a column 序号: the number in its title, or in the sentence right above it that points to it."""
    said = {para.number: para for para in subject.seen.joined.holding(_QUICK) if para.place == "text"}
    for grid in subject.seen.grids if said else ():
        first = next((p.number for p in subject.seen.paras if p.cell and p.cell.table == grid.number), 0)
        near = [said[number] for number in range(first - _ABOVE, first) if number in said]
        for para in near:
            found = _COUNT.search(para.text)
            rows = _rows(grid) if found else 0
            if found is None or not rows or len(subject.seen.grids) > 1:
                continue
            count, unit = (part for part in found.groups() if part)
            if int(count) != rows:
                yield RULE.at(subject, para, f"写{count}{unit}，下面的表有{rows}行", found[0])


def _rows(grid: Grid) -> int:
    """How many numbered rows; 0 for a table without 序号."""
    head = grid.rows[0] if grid.rows else ()
    place = next((n for n, cell in enumerate(head) if solid(cell) == "序号"), -1)
    if place < 0:
        return 0
    return sum(1 for row in grid.rows[1:] if place < len(row) and row[place].strip().isdecimal())
