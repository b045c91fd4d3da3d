"""A comparison as lines for a terminal: figures first, then text, tables, moves, numbers that moved on, format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reporter.diff.model import (
    Block,
    Cause,
    Comparison,
    Edit,
    FigureChange,
    FormatChange,
    RowStep,
    Step,
    Table,
    TableSteps,
)
from reporter.diff.said import KINDS, counted, delta, percent, printed, quoted, renumbering_note, visible
from reporter.diff.sourced import cells_said, same_figures

_FEW = 20
_QUOTE = 40
_ROWS = 5
_AROUND = 12
"""Equal characters shown on either side of a change."""


def difference_lines(found: Comparison, *, everything: bool) -> Iterator[str]:
    """All that is different under one head; `everything` leaves no list short."""
    yield f"{found.old.name} → {found.new.name}：{'，'.join(counted(found)) or '没有差别'}"
    if found.inputs and not found.same:
        yield f"改动过的来源文件：{'、'.join(found.inputs)}"
    parts = (
        ("数字", list(_figures(found))),
        (
            "应当一起改、还没有改的数字",
            [f"{one.place}“{visible(one.what)}”：{visible(one.why)}" for one in found.unmoved],
        ),
        ("文字", list(_texts(found))),
        ("表格", list(_tables(found))),
        ("移动", list(_moves(found))),
        ("序号顺延", [f"{one.place}：{renumbering_note(one)}" for one in found.renumbered]),
        ("格式", list(_formats(found))),
    )
    for head, lines in parts:
        if not lines:
            continue
        yield f"{head}："
        shown = lines if everything or len(lines) <= _FEW else lines[:_FEW]
        for line in shown:
            yield from (f"  {part}" for part in line.split("\n"))
        if len(shown) < len(lines):
            yield f"  ……还有{len(lines) - len(shown)}处（--all 全部列出）"


def _figures(found: Comparison) -> Iterator[str]:
    told: set[str] = set()
    for group in same_figures(found.figures):
        one = group[0]
        change = "，".join(part for part in (delta(one), percent(one)) if part)
        line = f"{one.place}　{visible(one.what)}：{printed(one.old)} → {printed(one.new)}"
        lines = [line + (f"（{change}）" if change else "")]
        if len(group) > 1:
            lines.append(f"  同样改的还有{len(group) - 1}处：{_places(group[1:])}")
        for cause in one.causes:
            if cause.ref not in told:
                told.add(cause.ref)
                lines += [f"  {part}" for part in _cause(cause)]
        yield "\n".join(lines)


def _places(some: Sequence[FigureChange]) -> str:
    names = list(dict.fromkeys(one.place for one in some))
    return "、".join(names[:_ROWS]) + ("等" if len(names) > _ROWS else "")


def _cause(cause: Cause) -> Iterator[str]:
    """Which rows and cells; the formula where there are none."""
    rows = [("新计入", cause.rows_added), ("不再计入", cause.rows_removed)]
    parts = [f"{word}{_listed(some)}" for word, some in rows if some]
    if cause.cells:
        parts.append(f"单元格{cells_said(cause.cells, _ROWS)}")
    if not parts and cause.formula_new:
        parts = [cause.formula_new]
    if cause.old == cause.new != "":
        yield f"台账算出的仍是{visible(cause.new)}：手工改的；要改就改{visible('；'.join(parts))}"
    elif parts:
        yield f"来源　{visible(cause.label)}：{visible('；'.join(parts))}"


def _listed(some: Sequence[str]) -> str:
    more = f"等{len(some)}项" if len(some) > _ROWS else ""
    return "、".join(some[:_ROWS]) + more


def _texts(found: Comparison) -> Iterator[str]:
    for step in found.changed:
        block = found.block_of(step)
        if block.table is None and not block.furniture and (step.kind != "moved" or step.edits):
            yield f"{KINDS[step.kind]}　{block.place}：{_said(step, block)}"


def _said(step: Step, block: Block) -> str:
    return marked(step.edits) if step.edits else f"{visible(block.number)}{quoted(block.text, _QUOTE)}"


def marked(edits: Sequence[Edit]) -> str:
    """The changes with some words around them: ［－旧－］［＋新＋］."""
    parts = []
    for at, edit in enumerate(edits):
        text = visible(edit.text).replace("\n", " ")
        match edit.op:
            case "delete":
                parts.append(f"［－{text}－］")
            case "insert":
                parts.append(f"［＋{text}＋］")
            case "equal":
                parts.append(_around(text, first=at == 0, last=at == len(edits) - 1))
    return "".join(parts)


def _around(text: str, *, first: bool, last: bool) -> str:
    head, tail = ("" if first else text[:_AROUND]), ("" if last else text[-_AROUND:])
    if len(text) <= len(head) + len(tail) + 2:
        return text
    return f"{head}…{tail}"


def _tables(found: Comparison) -> Iterator[str]:
    for step in found.changed:
        block = found.block_of(step)
        if block.table is None:
            continue
        tables = found.tables_of(step)
        if tables is None:
            yield f"{KINDS[step.kind]}　{block.place}：{len(block.table.rows)}行"
            continue
        yield from (f"{block.place}：{line}" for line in _table(*tables))


def _table(steps: TableSteps, old: Table, new: Table) -> Iterator[str]:
    for column in steps.changed_columns:
        before, label = old.label(column.old), new.label(column.new)
        if column.kind == "edited":
            yield f"栏名　“{before}”→“{label}”"
        else:
            yield f"{KINDS[column.kind]}一栏　“{label or before}”"
    for row in steps.changed_rows:
        yield f"{KINDS[row.kind]}一行　{_row(row, [column.label for column in new.columns])}"
    if steps.renumbered:
        yield f"另有{steps.renumbered}行只是序号顺延"


def _row(row: RowStep, labels: Sequence[str]) -> str:
    cells = [f"{labels[one.new_column]} {marked(one.edits)}" for one in row.cells if not one.renumbered]
    return quoted(row.key, _QUOTE) + (f"：{'；'.join(cells)}" if cells else "")


def _moves(found: Comparison) -> Iterator[str]:
    for step in found.changed:
        if step.kind == "moved" and step.old is not None:
            block = found.block_of(step)
            what = block.place if block.table else quoted(block.text, _QUOTE)
            yield f"原稿{found.old.blocks[step.old].place} → 新稿{block.place}：{what}"


def _formats(found: Comparison) -> Iterator[str]:
    for step in found.changed:
        block = found.block_of(step)
        if block.furniture:
            yield f"{block.place}　{KINDS[step.kind]}：{_said(step, block)}"
    groups: dict[tuple[str, str, str], list[FormatChange]] = {}
    for one in found.all_formats():
        groups.setdefault((one.what, one.old, one.new), []).append(one)
    for (what, old, new), some in groups.items():
        more = f"等{len(some)}处" if len(some) > 1 else ""
        yield f"{some[0].place}{more}　{what}：{old or '未定'} → {new or '未定'}"
