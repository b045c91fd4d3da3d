"""Back from a fact to its rows and cells, in Chinese lines for people."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from reporter.facts.fact import Fact
from reporter.refs import Cell, column_letters

if TYPE_CHECKING:
    from reporter.facts.book import FactBook


def explain(book: FactBook, fact: Fact) -> list[str]:
    """Value, formula, record keys and cells of a fact, then of each fact it was made of, indented."""
    return _lines(book, fact, 0, set())


def _lines(book: FactBook, fact: Fact, depth: int, seen: set[str]) -> list[str]:
    indent = "  " * depth
    unit = book.workspace.units[fact.unit].name
    head = f"{indent}{fact.label}：{fact.with_measure() or '（空）'}　{fact.address}"
    if fact.address in seen:
        return [f"{head}（见上）"]
    seen.add(fact.address)
    day = f"；截至：{fact.as_of}" if fact.as_of else ""
    lines = [head, f"{indent}  单位：{unit}；期间：{fact.period}{day}"]
    if fact.formula:
        lines.append(f"{indent}  算法：{fact.formula}")
    if fact.overruled or fact.typed:
        lines.append(f"{indent}  性质：{'已被覆盖' if fact.overruled else '人工填报'}")
    if fact.note:
        lines.append(f"{indent}  说明：{fact.note}")
    if fact.rows:
        lines.append(f"{indent}  记录（{len(fact.rows)}）：{'、'.join(fact.rows)}")
    lines += [f"{indent}  单元格：{place}" for place in places(fact.cells)]
    for address in fact.inputs:
        lines += _lines(book, book.peek(address), depth + 1, seen)
    return lines


def places(cells: Iterable[Cell]) -> list[str]:
    """Cells as a reader looks them up, neighbours in a column joined: `隐患台账.xlsx › 台账 › D5:D7、D9`."""
    ordered = sorted(set(cells), key=lambda cell: (cell.file, cell.sheet, cell.column, cell.row))
    lines = []
    for (file, sheet), group in groupby(ordered, key=lambda cell: (cell.file, cell.sheet)):
        spans = "、".join(_spans(list(group)))
        lines.append(" › ".join(part for part in (file, sheet, spans) if part))
    return lines


def _spans(cells: list[Cell]) -> list[str]:
    runs: list[list[Cell]] = []
    for cell in cells:
        last = runs[-1][-1] if runs else None
        if last and cell.column and last.column == cell.column and cell.row == last.row + 1:
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return [_span(run) for run in runs]


def _span(run: list[Cell]) -> str:
    if len(run) == 1:
        return run[0].a1
    letters = column_letters(run[0].column)
    return f"{letters}{run[0].row}:{letters}{run[-1].row}"
