"""How things stand: style, indents, type, page set-up. Small differences of measure are none."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.diff.model import Block, FormatChange, Material
from reporter.text import clipped

_QUOTE = 12


def block_formats(old: Block, new: Block) -> Iterator[FormatChange]:
    """Differences of two blocks that are one; what only one side says is unknown and no difference."""
    before, after = dict(old.look), dict(new.look)
    place = new.place or old.place
    for what in sorted(before.keys() & after.keys()):
        if before[what] != after[what]:
            yield FormatChange(place, what, before[what], after[what])
    if old.text == new.text and old.text and (change := _bold(old, new)):
        yield FormatChange(place, "加粗", *change)


def page_formats(old: Material, new: Material) -> tuple[FormatChange, ...]:
    """Page set-up and sections."""
    before, after = dict(old.page), dict(new.page)
    if not before or not after:
        return ()
    return tuple(
        FormatChange("页面", what, before.get(what, ""), after.get(what, ""))
        for what in sorted(before.keys() | after.keys())
        if before.get(what) != after.get(what)
    )


def _bold(old: Block, new: Block) -> tuple[str, str] | None:
    """The bold characters of either side where they are not the same."""
    before, after = _mask(old), _mask(new)
    if before == after:
        return None
    return _shown(old.text, before), _shown(new.text, after)


def _mask(block: Block) -> str:
    return "".join(("1" if run.strong else "0") * len(run.text) for run in block.runs)


def _shown(text: str, mask: str) -> str:
    bold = "".join(char for char, bit in zip(text, mask, strict=True) if bit == "1")
    if not bold:
        return "无"
    return clipped(bold, _QUOTE)
