"""What the text says is not put right in towns is what the table leaves for them (R6)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from reporter.artefacts.seen.joined import sentence_at
from reporter.artefacts.seen.model import Grid
from reporter.check.bare import solid
from reporter.check.columns import column_kinds, is_total, number_at
from reporter.check.finding import Finding
from reporter.check.quantities import plain
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW644",
    title="正文点名的未整改数与表相符",
    implements=("R6", "R3"),
    clause="公文一致性要求",
    strength="recommended",
    tests="表中有发现、已整改两列，正文写“甲镇、乙镇未整改的7条隐患”“甲镇2条隐患至今未整改”的",
    why="点名通报的数与表对不上，被点名的会来问。",
    hint="按表中各行核算后改正",
    good=lambda: _paper(1),
    bad=lambda: _paper(3),
    roles=("body",),
    tables=True,
    severity="warning",
)
_LEFT = re.compile(
    r"未(?:完成)?整改的(?P<a>\d{1,4})[条处个项]|(?P<b>\d{1,4})[条处个项](?:安全)?(?:隐患|问题)?(?:至今|仍|尚|均)?未(?:完成)?整改"
)


def check(subject: Subject) -> Iterator[Finding]:
    """One table of both columns; the sentence names rows of it before the number."""
    tables = [left for grid in subject.seen.grids if (left := _left(grid))]
    if len(tables) != 1:
        return
    (left,) = tables
    for para, found in subject.text_of("body").matches(_LEFT, "未整改", "未完成整改"):
        begin, _ = sentence_at(para.text, found.start())
        rows = [name for name in left if name in para.text[begin : found.start()]]
        right, said = sum((left[name] for name in rows), Decimal(0)), found["a"] or found["b"]
        if rows and right != int(said):
            yield RULE.at(subject, para, f"表里{'、'.join(rows)}未整改的是{plain(right)}", around(para.text, found))


def _left(grid: Grid) -> Mapping[str, Decimal]:
    """Found less closed by the name of the row, the first cell that is no number."""
    kinds = {kind: at for at, kind in column_kinds(grid).items()}
    if not {"found", "closed"} <= {*kinds}:
        return {}
    left: dict[str, Decimal] = {}
    for _, cells in grid.body:
        found, closed = (number_at(cells, kinds[kind]) for kind in ("found", "closed"))
        name = next((solid(cell) for cell in cells if solid(cell) and not solid(cell).isdigit()), "")
        if found is not None and closed is not None and len(name) > 1 and not is_total(cells):
            left[name] = found - closed
    return left


def _paper(many: int) -> Subject:
    rows = (("乡镇", "发现隐患", "已整改"), ("河口镇", "5", "5"), ("青石镇", "4", "3"))
    return notice(body=(f"青石镇{many}条隐患至今未整改。",), grids=(Grid(1, rows, 1),))
