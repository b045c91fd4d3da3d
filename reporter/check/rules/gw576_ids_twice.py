"""An id stands in one row of a ledger (R6, R9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.model import Grid
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.spots import cell_spot
from reporter.check.subject import Subject

RULE = Rule(
    code="GW576",
    title="台账里编号不重复",
    implements=("R6", "R9"),
    clause="公文一致性要求",
    strength="shall",
    tests="表头是编号、隐患编号、证号的一栏里相同的值",
    why="两条同号，销号时就销错一条，四个清单也对不上。",
    hint="核对后改正其中一个编号；重复录入的删去一行",
    good=lambda: notice(grids=(Grid(1, (("隐患编号", "机构"), ("AH-001", "甲"), ("AH-002", "乙")), 1),)),
    bad=lambda: notice(grids=(Grid(1, (("隐患编号", "机构"), ("AH-001", "甲"), ("AH-001", "乙")), 1),)),
    tables=True,
)
_HEAD = re.compile(r"^(?:隐患|问题|台账|事项|备案|登记|许可)?(?:编号|证号|备案号|登记号)$|^统一社会信用代码$")
_ID = re.compile(r"[A-Za-z\d〔〕\-—－/]{3,}[号]?")


def check(subject: Subject) -> Iterator[Finding]:
    """Columns of ids. A code of a home may stand in several rows of a ledger of hazards: only when nothing else in the
    table is an id it must be alone, so 统一社会信用代码 counts in lists of homes only."""
    for grid in subject.seen.grids:
        heads = [head.replace(" ", "") for head in grid.heads]
        columns = [at for at, head in enumerate(heads) if _HEAD.match(head)]
        for column in columns[:1]:
            if "代码" in heads[column] and any("隐患" in head or "问题" in head for head in heads):
                continue
            yield from _repeated(subject, grid, column)


def _repeated(subject: Subject, grid: Grid, column: int) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for at, cells in grid.body:
        value = cells[column].strip() if column < len(cells) else ""
        if not _ID.fullmatch(value):
            continue
        if value in seen:
            spot = cell_spot(grid.number, at, column + 1)
            told = f"编号{value}与第{seen[value]}行的相同"
            yield RULE.on(subject, told, page=grid.page, spot=spot, quote=value)
        seen.setdefault(value, at)
