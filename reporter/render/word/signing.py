"""署名 and date as blocks of the template: agencies with or without seals, or persons with their 签名章 (7.3.5)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reporter.document.inline import plain
from reporter.document.model import Closing
from reporter.render.word.lines import wide
from reporter.render.word.marks import Marker, checked
from reporter.render.word.placed import Placed
from reporter.typeset import signatures
from reporter.typeset.standard import PITCH_MM

Line = tuple[str, float, float | None]
"""A name, how far it ends from the right edge (字), and the blank lines above it; None: the style's."""


def signature(closing: Closing, marker: Marker) -> Iterator[tuple[str, Placed, str]]:
    """Sample, what the finisher does to it, and its text; a grid of seals comes with the date as its text."""
    names = [checked(signatory.printed) for signatory in closing.signatories]
    date = marker.encode(closing.date)
    if closing.sealed and len(names) > 1 and not closing.signed:
        grid = replace(signatures.sealed_joint(names, wide(closing.date)), remark=bool(closing.remark))
        yield "signatures", Placed("signatures", "closing", grid=grid), date
        return
    lines, right, above = _lines(closing, names)
    for text, place, blank in lines:
        before = None if blank is None else blank * PITCH_MM
        yield "signature", Placed("signature", "closing", before_mm=before, right_cells=place), text
    if names or plain(closing.date) or closing.date:
        before = None if above is None else above * PITCH_MM
        yield "date", Placed("date", "date", before_mm=before, right_cells=right), date


def _lines(closing: Closing, names: list[str]) -> tuple[list[Line], float | None, float | None]:
    """The lines above the date, the date's distance from the right edge, and the blank lines above it."""
    date = wide(closing.date)
    if not names:
        return [], None, None
    if closing.signed:
        seals = signatures.signer_seals(names, date)
        posts = zip(seals.posts, seals.above, strict=True)
        return (
            [(post.text, post.right_cells, above) for post, above in posts],
            seals.date.right_cells,
            seals.date_above,
        )
    if closing.sealed:
        one = signatures.sealed_single(names[0], date)
        return [(names[0], one.name.right_cells, one.blank_lines)], one.date.right_cells, None
    loose = signatures.unsealed(names, date)
    blank = [loose.blank_lines, *[None] * (len(names) - 1)]
    placed = zip(loose.names, blank, strict=True)
    return [(name.text, name.right_cells, above) for name, above in placed], loose.date.right_cells, None


def seal_rows(grid: signatures.SealGrid, date: str) -> list[list[dict[str, str]]]:
    """The cells of a grid of seals, as the template loops over them."""
    return [
        [{"name": checked(cell.name), "date": date if cell.date else ""} for cell in row] for row in grid.rows
    ]
