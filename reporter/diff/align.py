"""Two materials → a comparison: blocks are paired, then told word by word, cell by cell, number by number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from reporter.diff.figures import figure_changes, unmoved
from reporter.diff.folding import folded
from reporter.diff.formats import block_formats, page_formats
from reporter.diff.model import Block, Comparison, Material, Renumbering, Step
from reporter.diff.pairing import Item, Woven, pair, weave
from reporter.diff.rows import table_steps
from reporter.diff.words import edits
from reporter.patterns import regex

_ORDINAL = regex(r"(?:.*/)?\d+(?:~\d+)?|.*~\d+|attachments?(?:-.*)?")
"""Ids that only say which in a row it is: another draft may give them to something else."""
_OWN_PARTS = frozenset(("版头", "版记", "页眉", "页脚", "脚注"))
_OF_COLUMNS = frozenset(("列宽", "对齐"))
"""How a table stands by its columns: with other columns it cannot be the same."""
_ALONE = frozenset((
    "mark", "number", "number_up", "signer", "title", "sheet_title", "recipients", "signatory", "signature", "date",
    "remark", "disclosure", "cc", "print_office", "print_date",
))  # fmt: skip
"""Roles of which a part has one."""


def compare(old: Material, new: Material) -> Comparison:
    """Everything that is different. Time grows with the length of both, not with their product."""
    left, right = _items(old, new), _items(new, old)
    woven = weave(pair(left, right), left, right)
    steps = tuple(_step(one, old, new) for one in woven)
    found = Comparison(
        old, new, steps, renumbered=_renumberings(old, new, steps), formats=page_formats(old, new)
    )
    figures = tuple(figure_changes(found))
    return replace(found, figures=figures, unmoved=tuple(unmoved(found, figures)))


def _items(material: Material, other: Material) -> list[Item]:
    same_origin = bool(material.origin) and material.origin == other.origin
    counted: dict[tuple[str, str], int] = {}
    for block in material.blocks:
        counted[block.part, block.role] = counted.get((block.part, block.role), 0) + 1
    return [_item(block, same_origin, counted[block.part, block.role] == 1) for block in material.blocks]


def _item(block: Block, same_origin: bool, alone: bool) -> Item:
    sort = "table" if block.table else block.part if block.part in _OWN_PARTS else ""
    hint = block.mark or block.id if same_origin else ""
    return Item(_exact(block), sort, _identity(block, alone), "", hint)


def _exact(block: Block) -> str:
    if block.table is None:
        return folded(block.text)
    head = "".join(column.label for column in block.table.columns)
    return folded(head + "".join(cell.text for row in block.table.rows for cell in row.cells))


def _identity(block: Block, alone: bool) -> str:
    if alone and (block.role in _ALONE or block.furniture):
        return f"{block.part}/{block.role}"
    if block.id and not _ORDINAL.fullmatch(block.id):
        return f"#{block.mark or block.id}"
    if block.mark and not block.id and (block.level or block.table):
        return f"#{block.mark}"
    return ""


def _step(woven: Woven, old: Material, new: Material) -> Step:
    kind, a, b = woven
    if a is None or b is None or kind == "moved_away":
        return Step(kind, a, b)
    before, after = old.blocks[a], new.blocks[b]
    formats = tuple(block_formats(before, after))
    renumbered = before.number != after.number
    if before.table and after.table:
        table = table_steps(before.table, after.table)
        if any(column.kind != "same" for column in table.columns):
            formats = tuple(one for one in formats if one.what not in _OF_COLUMNS)
        kind = "edited" if kind == "same" and not table.same else kind
        return Step(kind, a, b, (), table, renumbered, formats)
    if folded(before.text) == folded(after.text):
        return Step(kind, a, b, (), None, renumbered, formats)
    return Step(
        "edited" if kind == "same" else kind, a, b, edits(before.text, after.text), None, renumbered, formats
    )


def _renumberings(old: Material, new: Material, steps: Sequence[Step]) -> tuple[Renumbering, ...]:
    """Runs of numbers of one sort and part that moved on together, told once."""
    found: list[Renumbering] = []
    last: tuple[str, str] | None = None
    for before, after in _numbered(old, new, steps):
        sort = after.part, _sort(after.number)
        if sort == last:
            found[-1] = replace(found[-1], count=found[-1].count + 1)
        else:
            found.append(Renumbering(after.place, before.number, after.number, 1))
        last = sort
    return tuple(found)


def _numbered(old: Material, new: Material, steps: Sequence[Step]) -> Iterator[tuple[Block, Block]]:
    for step in steps:
        if step.renumbered and step.old is not None and step.new is not None:
            yield old.blocks[step.old], new.blocks[step.new]


def _sort(number: str) -> str:
    """The shape of a number: 二、 → 一、."""
    return re.sub(r"[①-⑳]", "①", re.sub(r"\d+|[一二三四五六七八九十百零]+", "一", number))
