"""Pages of a layout as small pictures, with the places of findings on them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from msgspec import Struct

from reporter.artefacts.geometry import Box, Glyph, PageGeometry
from reporter.artefacts.pdf import open_pdf
from reporter.check.finding import Finding
from reporter.check.report.places import Places, quoted
from reporter.check.subject import Subject

DPI = 80
COLOURS = 16
MOST_PAGES = 20
"""Pictures of one file."""
_LARGEST_MM = 600.0


class Mark(Struct, frozen=True):
    """A part of a line that a finding is about; `finding` is its place in the verdict, `box` in mm."""

    finding: int
    box: Box


class Picture(Struct, frozen=True):
    """One page, from 1; `png` its bytes, width and height in mm."""

    page: int
    png: bytes
    width: float
    height: float
    marks: tuple[Mark, ...]


def pictures(subject: Subject, findings: Sequence[Finding]) -> tuple[Picture, ...]:
    """The first page and those with findings. Nothing without a layout."""
    layout = subject.layout
    if layout is None or not layout.pages:
        return ()
    marks = _marks(layout.pages, Places(subject.seen), findings)
    named = {finding.where.page for finding in findings}
    wanted = [
        page for page in layout.pages if page.number == 1 or page.number in marks or page.number in named
    ]
    document = open_pdf(layout.data)
    try:
        return tuple(
            Picture(
                page.number, _png(document, page), page.width, page.height, tuple(marks.get(page.number, ()))
            )
            for page in wanted[:MOST_PAGES]
            if max(page.width, page.height) <= _LARGEST_MM
        )
    finally:
        document.close()


def _png(document: object, page: PageGeometry) -> bytes:
    sheet = document[page.number - 1]  # type: ignore[index]
    bitmap = sheet.render(scale=DPI / 72)
    image = bitmap.to_pil().convert("RGB").quantize(COLOURS)
    saved = io.BytesIO()
    image.save(saved, "PNG", optimize=True)
    bitmap.close()
    sheet.close()
    return saved.getvalue()


def _marks(
    pages: Sequence[PageGeometry], places: Places, findings: Sequence[Finding]
) -> dict[int, list[Mark]]:
    """By page. A finding is marked where its quote stands first, else where its paragraph begins."""
    texts = {page.number: _Printed(page) for page in pages}
    found: dict[int, list[Mark]] = {}
    for number, finding in enumerate(findings):
        para = places.para_of(finding)
        for wanted in (quoted(finding), para.text if para and para.place in ("text", "cell") else ""):
            hit = next(_hits(texts, wanted, finding.where.page), None)
            if hit:
                page, boxes = hit
                found.setdefault(page, []).extend(Mark(number, box) for box in boxes)
                break
    return found


def _hits(texts: dict[int, _Printed], wanted: str, page: int) -> Iterator[tuple[int, list[Box]]]:
    bare = "".join(wanted.split())
    for number, text in texts.items():
        if bare and (not page or number == page) and (boxes := text.find(bare)):
            yield number, boxes


class _Printed:
    """The characters of a page in reading order without blanks."""

    def __init__(self, page: PageGeometry) -> None:
        lines = (*page.lines, *page.turned)
        self._glyphs: list[tuple[int, Glyph]] = [
            (place, glyph) for place, line in enumerate(lines) for glyph in line.glyphs if not glyph.blank
        ]
        self._text = "".join(glyph.char for _, glyph in self._glyphs)

    def find(self, bare: str) -> list[Box]:
        """A box for each line that the text covers; one that goes over to the next page is found by its beginning."""
        start = self._text.find(bare)
        if start < 0 and len(bare) > _LONG:
            bare = bare[:_LONG]
            start = self._text.find(bare)
        if start < 0:
            return []
        by_line: dict[int, list[Box]] = {}
        for place, glyph in self._glyphs[start : start + len(bare)]:
            by_line.setdefault(place, []).append(glyph.ink)
        return [_around(boxes) for boxes in by_line.values()]


_LONG = 12


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.left for box in boxes), min(box.top for box in boxes),
        max(box.right for box in boxes), max(box.bottom for box in boxes),
    )  # fmt: skip
