"""A group in a table has as many rows as its line says (R6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import stands
from reporter.artefacts.seen.model import Grid
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW554",
    title="表格里分组的条数与行数相同",
    implements=("R6",),
    clause="公文一致性要求",
    strength="shall",
    tests="“河口镇（20条）”之类的分组行与下面有序号的行数",
    why="条数与行数不符，说明漏列或多列。",
    hint="核对后改正条数，或补上漏列的行",
    good=lambda: _ledger("河口镇（2条）"),
    bad=lambda: _ledger("河口镇（3条）"),
    tables=True,
)
_GROUP = re.compile(r"[\u4e00-\u9fff“”、]{2,20}[（(](?:共|计)?(\d{1,5})(条|家|处|项|个|人|名)[)）]")


def check(subject: Subject) -> Iterator[Finding]:
    """Rows with one filled cell that ends in a count, against the numbered rows below them up to the next such row."""
    for grid in subject.seen.grids:
        if not any(stands(text, ("）", ")")) for text in grid.texts):
            continue
        groups: list[tuple[int, re.Match[str], list[int]]] = []
        for at, cells in enumerate(grid.rows, 1):
            if not groups and not "".join(cells).rstrip().endswith(("）", ")")):
                continue
            filled = [*filter(None, dict.fromkeys(map(str.strip, cells)))]
            found = _GROUP.fullmatch(filled[0]) if len(filled) == 1 else None
            if found:
                groups.append((at, found, []))
            elif groups and cells and cells[0].strip().isdecimal():
                groups[-1][2].append(at)
            elif groups and filled and len(filled) > 1 and at > grid.top and not _continues(cells):
                break
        for at, found, rows in groups:
            if rows and len(rows) != int(found[1]):
                message = f"写{found[1]}{found[2]}，下面列了{len(rows)}行"
                yield RULE.on(
                    subject, message, page=grid.page, spot=f"表{grid.number}第{at}行", quote=found[0]
                )


def _continues(cells: tuple[str, ...]) -> bool:
    """A row without a number of its own that belongs to the one above, or a repeated head."""
    return not cells[0].strip() or cells[0].strip() == "序号"


def _ledger(group: str) -> Subject:
    rows = (("序号", "隐患"), (group, ""), ("1", "通道堆物"), ("2", "指示灯损坏"))
    return notice(grids=(Grid(1, rows, 1),))
