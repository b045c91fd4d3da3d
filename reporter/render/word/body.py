"""A filled body → its elements, each with what is done to it.

The blocks come out of the template in their order; each begins with its number (`marks.BLOCK`), which is read and
removed here. A template may put any number of paragraphs or tables into one block. What depends on the neighbours is
settled here; what is done to each element, `finish` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from reporter.errors import TemplateError
from reporter.ooxml.cutting import elements, inside
from reporter.ooxml.package import parse
from reporter.patterns import regex
from reporter.render.word.marks import BLOCK, END, NOTE, SLOTS, checked
from reporter.render.word.placed import Placed
from reporter.render.word.styles import SEAM_STYLE
from reporter.render.word.template import MAIN

P, TBL, SECT = "w:p", "w:tbl", "w:sectPr"
_SECTION = regex(r"<w:sectPr(?: [^<>]*)?(?:/>|>.*</w:sectPr>)", re.DOTALL)
_SEAM = f'<w:p><w:pPr><w:pStyle w:val="{SEAM_STYLE}"/></w:pPr></w:p>'
"""A paragraph one point high: where the format demands one and the page must not show it."""


class Unit(Struct, eq=False):
    """An element of the body and what is done to it; 版记 may have the paragraph before it that it takes in."""

    tag: str
    text: str
    number: int | None = None
    """Of the block that begins in it."""
    blocks: tuple[Placed | None, ...] = (None,)
    section: str = ""
    """The section break that is in a paragraph or goes into it, or that of the body."""
    ends_section: bool = False
    grounded: bool = False
    later: bool = False
    even: bool = False

    @property
    def data(self) -> Placed | None:
        """What is done to it where it is a table of data."""
        placed = self.blocks[-1]
        return placed if self.tag == TBL and placed is not None and placed.sample == "table" else None


Element = tuple[str, str]
"""Name and text."""


def body_of(text: str) -> tuple[str, list[Element]]:
    """The start tag of a filled body and its elements. Raises InputError or TemplateError where it is faulty."""
    if any(char in text for char in SLOTS):
        checked(text)
    try:
        opened, start, stop = inside(text)
        return opened, list(elements(text, start, stop))
    except ValueError:
        parse(text.encode(), MAIN)
        raise TemplateError("版式模板的正文不成段", "用 reporter template lint 检查") from None


def units(found: Iterable[Element], placed: Sequence[Placed]) -> list[Unit]:
    """The elements of a body with their blocks; nothing is settled between them yet."""
    made: list[Unit] = []
    for tag, text in found:
        unit = _unit(tag, text, placed)
        block = unit.blocks[0]
        if block is not None and block.takes_last and unit.tag == TBL and made and made[-1].tag == P:
            before = made.pop()
            unit.text, unit.blocks = before.text + unit.text, before.blocks + unit.blocks
        made.append(unit)
    return made


def _unit(tag: str, text: str, placed: Sequence[Placed]) -> Unit:
    unit = Unit(tag, text)
    begin = text.find(BLOCK)
    if begin >= 0:
        mark = text[begin : text.index(END, begin) + 1]
        unit.text, unit.number = text.replace(mark, ""), int(mark[1:-1])
        unit.blocks = (placed[unit.number],)
    if tag in (P, SECT) and "<w:sectPr" in text and (found := _SECTION.search(unit.text)):
        unit.section = found[0]
    return unit


def settle(found: list[Unit], *, even_end: bool) -> None:
    """What depends on neighbours: seams between tables, section breaks, ground under floats and notes."""
    notes = any(NOTE in unit.text or "<w:footnoteReference" in unit.text for unit in found)
    _part_tables(found)
    _settle_sections(found)
    _ground_floats(found)
    if notes and found and found[0].tag == TBL:
        # A text with footnotes cannot begin with a table: LibreOffice then leaves a line before it. The first row,
        # which is the white above the mark, gives what the line of one point takes.
        found[0].grounded = True
        found.insert(0, Unit(P, _SEAM))
    sections = [unit for unit in found if unit.section]
    for unit in sections[1:]:
        unit.later = True
    for unit in found:
        unit.even = even_end and unit.tag == SECT


def _part_tables(found: list[Unit]) -> None:
    """Adjoining tables would become one; the text must not end with a table either."""
    for place in range(len(found) - 1, -1, -1):
        following = found[place + 1].tag if place + 1 < len(found) else TBL
        if found[place].tag == TBL and following in (TBL, SECT):
            found.insert(place + 1, Unit(P, _SEAM))


def _settle_sections(found: list[Unit]) -> None:
    """Section breaks move into the paragraph before them; the last one becomes the body's own."""
    own = next((unit for unit in found if unit.tag == SECT), None)
    for unit in [unit for unit in found if unit.tag == P and unit.section]:
        place = found.index(unit)
        before = found[place - 1] if place and found[place - 1].tag == P else None
        if own is not None and place + 1 < len(found) and found[place + 1] is own:
            own.text = own.section = unit.section
            own = None
            unit.text, unit.section = unit.text.replace(unit.section, ""), ""
            if before is not None:
                del found[place]
        elif before is not None and not before.section:
            before.section, before.ends_section = unit.section, True
            del found[place]


def _ground_floats(found: list[Unit]) -> None:
    """A floating table cannot begin a section: LibreOffice then keeps the page of the section before it."""
    for place in range(len(found) - 1, -1, -1):
        unit = found[place]
        floats = unit.tag == TBL and unit.text.find("<w:tblpPr", 0, unit.text.find("<w:tr")) >= 0
        if floats and (not place or (found[place - 1].tag == P and found[place - 1].section)):
            found.insert(place, Unit(P, _SEAM))
