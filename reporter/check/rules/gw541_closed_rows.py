"""A closed row names when it was put right, after it was found (R9)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from reporter.artefacts.seen.model import Grid
from reporter.check.dates import loose_date
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW541",
    title="已销号的有整改完成时间，且不早于发现时间；每一行都有状态",
    implements=("R9", "R5"),
    clause="公文一致性要求",
    strength="shall",
    tests="台账、清单里状态列、完成时间列和发现时间列；其他各行都有状态、这一行有完成时间而没有状态的",
    why="没有时间的销号无法复核。",
    hint="补上时间，或把状态改回整改中",
    good=lambda: _ledger("2026年5月8日"),
    bad=lambda: _ledger(""),
    tables=True,
)
_HEADS = (
    re.compile(r"状态|是否(?:整改|销号)|整改情况|销号情况"),
    re.compile(r"(?:整改)?完成(?:时间|日期)|销号(?:时间|日期)"),
    re.compile(r"(?:发现|排查|检查)(?:时间|日期)"),
)
_CLOSED = re.compile(r"已(?:完成)?(?:销号|整改|完成)|是")
_DIGIT = re.compile(r"\d")


def check(subject: Subject) -> Iterator[Finding]:
    """Ledgers with a column of state: closed ones without a date, and dates in the wrong order."""
    for grid in subject.seen.grids:
        columns = _columns(grid) if _HEADS[1].search(grid.called) else (-1, -1, -1)
        if columns[1] < 0:
            continue
        stated = columns[0] >= 0 and sum(not _cell(cells, columns[0]) for _, cells in grid.body) == 1
        for row, cells in grid.body:
            state, done, found = (_cell(cells, n) for n in columns)
            spot = f"表{grid.number}第{row}行"
            if columns[0] >= 0 and _CLOSED.fullmatch(state) and not _DIGIT.search(done):
                yield RULE.on(
                    subject, "状态是已销号，却没有整改完成时间", page=grid.page, spot=spot, quote=state
                )
            if stated and not state and _DIGIT.search(done):
                told = RULE.on(subject, "有完成时间却没有状态", page=grid.page, spot=spot, quote=cells[0])
                yield replace(told, severity="warning")
            first, last = loose_date(found), loose_date(done)
            if first and last and last < first:
                yield RULE.on(
                    subject, "整改完成时间早于发现时间", page=grid.page, spot=spot, quote=f"{found}—{done}"
                )


def _cell(cells: Sequence[str], column: int) -> str:
    return cells[column].strip() if 0 <= column < len(cells) else ""


def _columns(grid: Grid) -> tuple[int, int, int]:
    """Columns of state, finish and discovery; −1 for none."""
    heads = grid.heads
    state, done, found = (
        next((n for n, text in enumerate(heads) if pattern.search(text)), -1) for pattern in _HEADS
    )
    return state, done, found


def _ledger(done: str) -> Subject:
    rows = (("隐患", "状态", "整改完成时间"), ("通道堆物", "已销号", done))
    return notice(grids=(Grid(1, rows, 1),))
