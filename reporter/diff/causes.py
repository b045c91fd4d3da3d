"""Why a figure moved: the fact behind it on either side, its formula, rows and cells that are new, gone or other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reporter.diff.model import Cause, Material, Source

_DEPTH = 4
"""Facts made of facts made of facts."""
_MOST_CELLS = 8


def causes(ref: str, old: Material, new: Material) -> tuple[Cause, ...]:
    """The fact itself and those of its inputs that moved, each once; empty where either side has no figures.

    Where the fact did not move the figure was changed by hand: the one cause then has equal texts and the cells that
    would have to change. Of a cell, whose text is not kept, that cannot be told: both texts are empty.
    """
    if not ref or not old.sources or not new.sources:
        return ()
    found = list(dict.fromkeys(_walk(ref, old.sources, new.sources, _DEPTH)))
    if found:
        return tuple(found)
    source = new.sources.get(ref)
    return (_cause(source, source),) if source else ()


def _walk(ref: str, old: Mapping[str, Source], new: Mapping[str, Source], depth: int) -> Iterator[Cause]:
    before, after = old.get(ref), new.get(ref)
    if depth == 0 or before is None or after is None or not _moved(before, after):
        return
    yield _cause(before, after)
    for inner in sorted({*before.inputs, *after.inputs}):
        yield from _walk(inner, old, new, depth - 1)


def _moved(before: Source, after: Source) -> bool:
    return (before.text, before.formula, before.rows) != (after.text, after.formula, after.rows)


def _cause(before: Source, after: Source) -> Cause:
    gone, come = set(before.rows) - set(after.rows), set(after.rows) - set(before.rows)
    return Cause(
        after.ref, after.label, before.text + _unit(before), after.text + _unit(after), before.formula, after.formula,
        tuple(row for row in after.rows if row in come), tuple(row for row in before.rows if row in gone),
        _cells(before, after, gone, come),
    )  # fmt: skip


def _unit(source: Source) -> str:
    return "" if source.measure == "%" else source.measure


def _cells(before: Source, after: Source, gone: set[str], come: set[str]) -> tuple[str, ...]:
    """Cells of the rows that are new or gone; all of a figure's own where its rows are the same."""
    if not gone and not come:
        return after.cells[:_MOST_CELLS]
    cells = [*_of_rows(after, come), *_of_rows(before, gone)]
    return tuple(dict.fromkeys(cells))[:_MOST_CELLS]


def _of_rows(source: Source, rows: set[str]) -> list[str]:
    """Facts give one deciding cell a row; where they do not, nobody knows which is whose."""
    if len(source.cells) != len(source.rows):
        return []
    return [cell for row, cell in zip(source.rows, source.cells, strict=True) if row in rows]
