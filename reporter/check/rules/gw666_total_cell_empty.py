"""Every column that is counted has its total (R2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.model import Grid
from reporter.check.columns import is_total
from reporter.check.finding import Finding
from reporter.check.quantities import number_in
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW666",
    title="合计行里能相加的各列都有合计数",
    implements=("R2", "R27"),
    clause="公文一致性要求",
    strength="recommended",
    tests="合计行里空着的格：该列每行都是数，表头是人数、户数、金额一类",
    why="空着的合计不知道是没有算还是漏写了。",
    hint="补上合计数；不宜相加的填“—”",
    good=lambda: notice(grids=(_grid("30"),)),
    bad=lambda: notice(grids=(_grid(""),)),
    signs=("计",),
    tables=True,
)
_SUMS = re.compile(
    r"[（(](?:个|家|户|人|人次|张|件|条|项|处|万元|元|场|次|份|名)[）)]$|(?:人数|户数|数量|金额|床位数|总数)$"
)
_NO_SUMS = re.compile(r"均|率|比|标准|每|单价|价格|得分|排名|名次|序|年龄|年度|年份|电话|编号|上限|下限|最")
_ROWS, _FILLED = 2, 2


def check(subject: Subject) -> Iterator[Finding]:
    """The last row of a table when it is a total with other sums; a merged or dashed cell is filled."""
    for grid in subject.seen.grids:
        rows = list(grid.body)
        if len(rows) <= _ROWS or not is_total(rows[-1][1]):
            continue
        number, total = rows[-1]
        if sum(number_in(cell) is not None for cell in total) < _FILLED:
            continue
        for column, name in enumerate(grid.names):
            cells = [cells[column].strip() for _, cells in rows[:-1]]
            if total[column].strip() or not _SUMS.search(name) or _NO_SUMS.search(name):
                continue
            if all(number_in(cell) is not None for cell in cells):
                yield RULE.in_cell(subject, grid, number, column, f"合计行的“{name}”空着", total[0].strip())


def _grid(last: str) -> Grid:
    heads = ("乡镇", "户数（户）", "人数（人）", "床位（张）")
    rows = (("河口镇", "5", "8", "10"), ("青石镇", "6", "9", "20"), ("合计", "11", "17", last))
    return Grid(1, (heads, *rows), 1)
