"""Materials for tests: short texts and tables as blocks, and a Comparison played back on its old side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reporter.diff.folding import folded
from reporter.diff.model import (
    NEW_SIDE,
    OLD_SIDE,
    Block,
    CellText,
    Column,
    Comparison,
    Edit,
    Material,
    Row,
    Run,
    Table,
    TableSteps,
)


def material(*blocks: Block | str, name: str = "稿") -> Material:
    found = [paragraph(one) if isinstance(one, str) else one for one in blocks]
    return Material(name, "document", tuple(found))


def paragraph(text: str, role: str = "body", **more: object) -> Block:
    return Block(role, (Run(text),) if text else (), place=f"“{text[:6]}”", **more)  # type: ignore[arg-type]


def grid(labels: Sequence[str], rows: Iterable[Sequence[str]], keys: Sequence[str] = ()) -> Block:
    found = [
        Row(tuple(CellText((Run(text),) if text else ()) for text in row), keys[at] if keys else "")
        for at, row in enumerate(rows)
    ]
    columns = tuple(Column("", label) for label in labels)
    return Block("table", place="表", table=Table(columns, tuple(found), (tuple(labels),)))


def rewritten(old: str, new: str, edits: Sequence[Edit]) -> str:
    """The new text from the old one by its edits; asserts that the edits agree with both."""
    if not edits:
        assert folded(old) == folded(new)
        return new
    text, at = "", 0
    for edit in edits:
        assert edit.old == at
        assert edit.new == len(text)
        if edit.op != "insert":
            assert old[at : at + len(edit.text)] == edit.text
            at += len(edit.text)
        if edit.op != "delete":
            text += edit.text
    assert at == len(old)
    return text


def replayed(found: Comparison) -> list[object]:
    """What the new side must be: the script is played on the old one. Asserts that it walks the old side in order."""
    old_side = [step.old for step in found.steps if step.kind in OLD_SIDE]
    assert old_side == list(range(len(found.old.blocks)))
    new: list[object] = []
    for step in found.steps:
        if step.kind not in NEW_SIDE:
            continue
        assert step.new == len(new)
        if step.old is None:
            new.append(shape(found.new.blocks[step.new]))
            continue
        before, after = found.old.blocks[step.old], found.new.blocks[step.new]
        if before.table and after.table and step.table:
            new.append(_replayed_rows(before.table, after.table, step.table))
        else:
            new.append(rewritten(before.text, after.text, step.edits))
    return new


def shape(block: Block) -> object:
    if block.table is None:
        return block.text
    return [[cell.text for cell in row.cells] for row in block.table.rows]


def _replayed_rows(old: Table, new: Table, steps: TableSteps) -> list[list[str]]:
    assert [row.old for row in steps.rows if row.kind in OLD_SIDE] == list(range(len(old.rows)))
    assert [one.old for one in steps.columns if one.kind in OLD_SIDE] == list(range(len(old.columns)))
    assert [one.new for one in steps.columns if one.kind in NEW_SIDE] == list(range(len(new.columns)))
    shared = {one.new: one.old for one in steps.columns if one.old is not None and one.kind in NEW_SIDE}
    rows: list[list[str]] = []
    for step in steps.rows:
        if step.kind not in NEW_SIDE:
            continue
        assert step.new == len(rows)
        after = [cell.text for cell in new.rows[step.new].cells]
        if step.old is not None:
            before = [cell.text for cell in old.rows[step.old].cells]
            changes = {one.new_column: one for one in step.cells}
            for column, source in shared.items():
                assert column is not None
                edits = changes[column].edits if column in changes else ()
                after[column] = rewritten(before[source or 0], after[column], edits)
        rows.append(after)
    return rows
