"""问题, 整改, 责任 and 销号清单 are views of the same rows (R8)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reporter.artefacts.seen.model import Grid
from reporter.check.columns import named
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW555",
    title="四个清单的隐患编号一致",
    implements=("R8", "R24"),
    clause="公文一致性要求",
    strength="shall",
    tests="问题、整改、责任三个清单的隐患编号是否相同，销号清单的编号是否都在问题清单里",
    why="清单之间对不上，有的隐患就没有人负责。",
    hint="用同一本台账重新生成各清单",
    good=lambda: _lists(("YH-1", "YH-2")),
    bad=lambda: _lists(("YH-1", "YH-3")),
    tables=True,
)
_TITLE = re.compile(r"(问题|整改|责任|销号)清单")
_HEAD = re.compile(r"(?:隐患|问题)?编号")
_MOST = 3


def check(subject: Subject) -> Iterator[Finding]:
    """Tables by their titles; each list once, all with a column of numbers."""
    lists = dict(_numbers(subject.seen.grids))
    first = lists.get("问题")
    if first is None:
        return
    for name, (grid, ids) in lists.items():
        strange = sorted(set(ids) - set(first[1]))
        missing = sorted(set(first[1]) - set(ids)) if name in ("整改", "责任") else []
        for told, codes in (("问题清单里没有", strange), ("比问题清单少", missing)):
            if codes:
                shown = "、".join(codes[:_MOST]) + (f"等{len(codes)}条" if len(codes) > _MOST else "")
                message = f"{name}清单{told if told.startswith('比') else f'有{told}的'}{shown}"
                yield RULE.on(subject, message, page=grid.page, spot=f"表{grid.number}", quote=f"{name}清单")


def _numbers(grids: Sequence[Grid]) -> Iterator[tuple[str, tuple[Grid, tuple[str, ...]]]]:
    told: set[str] = set()
    for grid in grids:
        title = _TITLE.search(grid.title)
        columns = named(grid, _HEAD) if title else []
        if title is None or not columns or title[1] in told:
            continue
        told.add(title[1])
        cells = (row[columns[0]].strip() for _, row in grid.body if columns[0] < len(row))
        yield title[1], (grid, tuple(cell for cell in cells if re.search(r"\d", cell)))


def _lists(ids: tuple[str, str]) -> Subject:
    def grid(number: int, title: str, codes: Sequence[str]) -> Grid:
        return Grid(
            number,
            (("序号", "隐患编号"), *((str(n), code) for n, code in enumerate(codes, 1))),
            1,
            title=title,
        )

    return notice(grids=(grid(1, "问题清单", ("YH-1", "YH-2")), grid(2, "责任清单", ids)))
