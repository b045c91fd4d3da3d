"""A comparison as plain data for `--json`: what changed only, in reading order; no floats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reporter.diff.model import (
    Block,
    Cause,
    Comparison,
    Edit,
    Figure,
    FigureChange,
    Material,
    RowStep,
    Step,
    Table,
    TableSteps,
)


def comparison_data(found: Comparison) -> dict[str, Any]:
    """Sides, counts, figures, changed blocks, renumberings and formats."""
    return {
        "old": _side(found.old),
        "new": _side(found.new),
        "same": found.same,
        "counts": dict(found.counts),
        "inputs": list(found.inputs),
        "figures": [_figure(one) for one in found.figures],
        "unmoved": [
            {"text": one.text, "what": one.what, "place": one.place, "changed_at": one.changed_at, "old": one.old,
             "new": one.new, "why": one.why}
            for one in found.unmoved
        ],
        "changes": [_step(step, found) for step in found.changed],
        "renumbered": [
            {"place": one.place, "old": one.old, "new": one.new, "count": one.count} for one in found.renumbered
        ],
        "formats": [
            {"place": one.place, "what": one.what, "old": one.old, "new": one.new} for one in found.all_formats()
        ],
    }  # fmt: skip


def _side(material: Material) -> dict[str, Any]:
    return {"name": material.name, "sort": material.sort, "title": material.title, "origin": material.origin}


def _step(step: Step, found: Comparison) -> dict[str, Any]:
    block = found.block_of(step)
    data: dict[str, Any] = {"kind": step.kind, "part": block.part, "place": block.place, "role": block.role}
    if block.id:
        data["id"] = block.id
    if step.old is not None:
        data["old"] = _text(found.old.blocks[step.old])
    if step.new is not None:
        data["new"] = _text(found.new.blocks[step.new])
    if step.edits:
        data["edits"] = _edits(step.edits)
    if tables := found.tables_of(step):
        data["table"] = _table(*tables)
    return data


def _text(block: Block) -> dict[str, Any]:
    if block.table is None:
        return {"number": block.number, "text": block.text}
    return {"rows": len(block.table.rows), "columns": [column.label for column in block.table.columns]}


def _edits(edits: Sequence[Edit]) -> list[dict[str, Any]]:
    return [{"op": edit.op, "text": edit.text, "old": edit.old, "new": edit.new} for edit in edits]


def _table(steps: TableSteps, old: Table, new: Table) -> dict[str, Any]:
    columns = [
        {
            "kind": one.kind,
            "old": old.columns[one.old].label if one.old is not None else None,
            "new": new.columns[one.new].label if one.new is not None else None,
        }
        for one in steps.changed_columns
    ]
    return {
        "key_column": steps.key_column,
        "columns": columns,
        "rows": [_row(row, old, new) for row in steps.changed_rows],
        "renumbered": steps.renumbered,
    }


def _row(row: RowStep, old: Table, new: Table) -> dict[str, Any]:
    data: dict[str, Any] = {"kind": row.kind, "key": row.key}
    if row.kind == "deleted" and row.old is not None:
        data["old"] = [cell.text for cell in old.rows[row.old].cells]
    if row.kind == "inserted" and row.new is not None:
        data["new"] = [cell.text for cell in new.rows[row.new].cells]
    cells = [
        {"column": new.columns[cell.new_column].label, "edits": _edits(cell.edits)}
        for cell in row.cells
        if not cell.renumbered
    ]
    return data | ({"cells": cells} if cells else {})


def _figure(change: FigureChange) -> dict[str, Any]:
    return {
        "what": change.what,
        "place": change.place,
        "old": _value(change.old),
        "new": _value(change.new),
        "delta": None if change.delta is None else f"{change.delta:f}",
        "percent": None if change.percent is None else f"{change.percent:f}",
        "unit": change.unit,
        "ref": change.ref,
        "causes": list(_causes(change.causes)),
    }


def _value(figure: Figure | None) -> dict[str, str] | None:
    return {"text": figure.text, "value": f"{figure.value:f}", "unit": figure.unit} if figure else None


def _causes(causes: Sequence[Cause]) -> Iterator[dict[str, Any]]:
    for one in causes:
        yield {
            "ref": one.ref, "label": one.label, "old": one.old, "new": one.new, "formula_old": one.formula_old,
            "formula_new": one.formula_new, "rows_added": list(one.rows_added),
            "rows_removed": list(one.rows_removed), "cells": list(one.cells),
        }  # fmt: skip
