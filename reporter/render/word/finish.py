"""A filled template body → the delivered body: bookmarks, page and section breaks, indents, tables, runs.

The blocks come out of the template in their order; each begins with its number (`marks.BLOCK`), which is read and
removed here. A template may put any number of paragraphs or tables into one block.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy

from lxml import etree

from reporter.ooxml.bookmarks import bookmark_name
from reporter.ooxml.names import qn
from reporter.ooxml.ordered import insert, properties, put
from reporter.render.word import tables
from reporter.render.word.lines import Tab
from reporter.render.word.marks import BLOCK_MARK
from reporter.render.word.placed import Placed
from reporter.render.word.runs import finish_runs
from reporter.render.word.styles import SEAM_STYLE, cells_to_twips
from reporter.typeset.headers import Mark
from reporter.typeset.standard import A4, GRID_CHAR_SPACE, TWIPS_PER_PT, mm_to_twips
from reporter.typeset.styles import STYLES, Style

Element = etree._Element
_P, _R, _T, _TBL, _TR, _SECT = (qn(f"w:{name}") for name in ("p", "r", "t", "tbl", "tr", "sectPr"))
_TABLES: dict[str, Callable[[Element, Placed, tables.Bookmark], None]] = {
    "table": tables.finish_data_table,
    "mark_joint": tables.finish_joint_mark,
    "signatures": tables.finish_seals,
    "imprint": tables.finish_imprint,
}


_BEFORE_TYPE = tuple(
    qn(f"w:{name}") for name in ("headerReference", "footerReference", "footnotePr", "endnotePr")
)


ROOM = "rows-of"
"""Name of the processing instruction behind the first rows of a long table; its content is the block's number."""


class Finisher:
    """Finishes one body; `bookmarks` numbers them in order."""

    def __init__(
        self, placed: list[Placed], *, characters: bool = False, even_end: bool = False, bookmarks: int = 0
    ) -> None:
        self.placed = placed
        self.even_end = even_end
        self.characters = characters
        self.bookmarks = bookmarks
        self.before_room: dict[int, int] = {}
        """Number of a long table's block → the last bookmark in its first rows."""

    def body(self, root: Element, later: Mapping[int, int]) -> None:
        """Change w:document in place. `later` says of which tables how many rows follow, by the block's number."""
        body = root.find(qn("w:body"))
        assert body is not None
        for child in list(body):
            number = _take_number(child)
            if number is not None:
                self._block(child, self.placed[number])
                self._leave_room(child, number, later.get(number, 0))
        finish_runs(body)
        _part_tables(body)
        _settle_sections(body)
        _ground_floats(body)
        _ground_notes(body)
        if self.even_end:
            _begin_even(body)
        if self.characters:
            for grid in body.iter(qn("w:docGrid")):
                grid.set(qn("w:type"), "linesAndChars")
                grid.set(qn("w:charSpace"), str(GRID_CHAR_SPACE))

    def table(self, root: Element, placed: Placed) -> Element:
        """The table of a body that has only this block, finished."""
        table = next(child for child in root.iter(_TBL) if _take_number(child) is not None)
        self._block(table, placed)
        finish_runs(table)
        return table

    def _leave_room(self, table: Element, number: int, rows: int) -> None:
        """A mark where more rows go; every one of them has a bookmark."""
        if rows:
            table.append(etree.ProcessingInstruction(ROOM, str(number)))
            self.before_room[number] = self.bookmarks
            self.bookmarks += rows

    def _block(self, element: Element, placed: Placed) -> None:
        if element.tag == _TBL:
            _repair_cells(element)
            if placed.sample == "table":
                self.bookmark(next(element.iter(_P)), placed.id)
            _TABLES.get(placed.sample, tables.finish_imprint)(element, placed, self.bookmark)
            return
        _place(properties(element), placed)
        if placed.white_mm:
            element.addprevious(_white(placed.white_mm))
        if placed.size_pt is not None:
            for run in element.iterchildren(_R):
                tables.size_run(run, placed.size_pt)
        if placed.mark is not None:
            _single_mark(element, placed.mark)
        self.bookmark(element, placed.id)

    def bookmark(self, paragraph: Element, block_id: str) -> None:
        """A hidden bookmark round the content of a paragraph."""
        if not block_id:
            return
        self.bookmarks += 1
        start = etree.Element(qn("w:bookmarkStart"))
        start.set(qn("w:id"), str(self.bookmarks))
        start.set(qn("w:name"), bookmark_name(block_id))
        end = etree.SubElement(paragraph, qn("w:bookmarkEnd"))
        end.set(qn("w:id"), str(self.bookmarks))
        paragraph.insert(1 if paragraph.find(qn("w:pPr")) is not None else 0, start)


def _place(holder: Element, placed: Placed) -> None:
    """Paragraph properties: breaks, white, indents and stops."""
    if placed.new_page:
        put(holder, "w:pageBreakBefore")
    if placed.keep_next is not None:
        put(holder, "w:keepNext", **({} if placed.keep_next else {"val": 0}))
    for name, mm in (("before", placed.before_mm), ("after", placed.after_mm)):
        if mm is not None:
            _set(holder, "w:spacing", **{name: mm_to_twips(mm)})
    if placed.pitch_mm is not None:
        _set(holder, "w:spacing", line=mm_to_twips(placed.pitch_mm))
        holder.find(qn("w:spacing")).set(qn("w:lineRule"), "exact")  # type: ignore[union-attr]
        put(holder, "w:snapToGrid", val=0)
    if placed.label_cells is not None:
        _hang(holder, STYLES[placed.sample], placed.label_cells)
    if placed.hang is not None:
        _indent(holder, *placed.hang)
    if placed.right_cells is not None:
        right = cells_to_twips(placed.right_cells)
        put(holder, "w:ind", rightChars=round(placed.right_cells * 100), right=right, firstLine=0)
        put(holder, "w:jc", val="right")
    if placed.bare:
        _bare(holder)
    if placed.tabs and placed.sample == "number":
        put(holder, "w:jc", val="left")
    if placed.tabs:
        insert(holder, _tabs(placed.tabs))


def _white(height_mm: float) -> Element:
    """An empty frame at the foot of the page: the text ends above it."""
    paragraph = etree.Element(_P)
    holder = properties(paragraph)
    put(holder, "w:pStyle", val=SEAM_STYLE)
    frame = put(holder, "w:framePr", w=mm_to_twips(A4.area_width_mm), h=mm_to_twips(height_mm), hSpace=0,
                x=mm_to_twips(A4.left_mm), y=mm_to_twips(A4.height_mm - A4.bottom_mm - height_mm))  # fmt: skip
    for name, value in (("hRule", "exact"), ("wrap", "notBeside"), ("vAnchor", "page"), ("hAnchor", "page")):
        frame.set(qn(f"w:{name}"), value)
    return paragraph


def _take_number(element: Element) -> int | None:
    """The number of the block that begins in this paragraph or table; it is removed from the text."""
    for node in element.iter(_T):
        match = BLOCK_MARK.search(node.text or "")
        if match:
            node.text = BLOCK_MARK.sub("", node.text or "")
            return int(match.group(1))
    return None


def _set(parent: Element, name: str, **attributes: int) -> None:
    """Set attributes and keep the others of the property."""
    found = parent.find(qn(name))
    if found is None:
        found = put(parent, name)
    for key, value in attributes.items():
        found.set(qn(f"w:{key}"), str(value))


def _hang(holder: Element, style: Style, label_cells: float) -> None:
    """The label of an item takes the width it has: 10. is wider than 9., and the name starts after it."""
    _indent(holder, style.left - style.hanging + label_cells, label_cells)


def _indent(holder: Element, left: float, hanging: float) -> None:
    put(holder, "w:ind", leftChars=round(left * 100), left=cells_to_twips(left),
        hangingChars=round(hanging * 100), hanging=cells_to_twips(hanging))  # fmt: skip


def _bare(holder: Element) -> None:
    """No red rule: paper that has its own is printed on."""
    borders = put(holder, "w:pBdr")
    for side in ("top", "bottom"):
        etree.SubElement(borders, qn(f"w:{side}")).set(qn("w:val"), "nil")


def bare_footers(root: Element) -> None:
    """A footer without its red rule."""
    for borders in list(root.iter(qn("w:pBdr"))):
        borders.getparent().remove(borders)  # type: ignore[union-attr]


def _tabs(stops: tuple[Tab, ...]) -> Element:
    tabs = etree.Element(qn("w:tabs"))
    for stop in stops:
        tab = etree.SubElement(tabs, qn("w:tab"))
        tab.set(qn("w:val"), stop.align)
        tab.set(qn("w:pos"), str(mm_to_twips(stop.mm)))
    return tabs


def _single_mark(paragraph: Element, mark: Mark) -> None:
    """Size and spread of a single mark; no spacing after its last character, so that it stands in the middle."""
    _set(properties(paragraph), "w:spacing", line=mm_to_twips(mark.row_pitch_mm))
    properties(paragraph).find(qn("w:spacing")).set(qn("w:lineRule"), "exact")  # type: ignore[union-attr]
    for run in list(paragraph.iterchildren(_R)):
        tables.size_run(run, mark.size_pt)
        node = run.find(_T)
        text = "" if node is None else node.text or ""
        if node is None or len(text) < 2 or mark.names[0].letter_spacing_pt <= 0:
            continue
        last = deepcopy(run)
        node.text, last.find(_T).text = text[:-1], text[-1]  # type: ignore[union-attr]
        # Rounded down: a mark as wide as the type area would wrap by a twip too much.
        put(properties(run), "w:spacing", val=int(mark.names[0].letter_spacing_pt * TWIPS_PER_PT))
        run.addnext(last)


def _repair_cells(table: Element) -> None:
    """A condition that emptied a cell leaves it without paragraph, which Word does not open."""
    for cell in table.iter(qn("w:tc")):
        if cell.find(_P) is None and cell.find(_TBL) is None:
            etree.SubElement(cell, _P)


def _seam() -> Element:
    """A paragraph one point high: where the format demands one and the page must not show it."""
    paragraph = etree.Element(_P)
    put(properties(paragraph), "w:pStyle", val=SEAM_STYLE)
    return paragraph


def _part_tables(body: Element) -> None:
    """Adjoining tables would become one; the text must not end with a table either."""
    for table in list(body.iterchildren(_TBL)):
        following = table.getnext()
        if following is None or following.tag in (_TBL, _SECT):
            table.addnext(_seam())


def _ground_floats(body: Element) -> None:
    """A floating table cannot begin a section: LibreOffice then keeps the page of the section before it."""
    for table in body.iterchildren(_TBL):
        floats = table.find(f"{qn('w:tblPr')}/{qn('w:tblpPr')}") is not None
        previous = table.getprevious()
        if floats and (previous is None or previous.find(f"{qn('w:pPr')}/{_SECT}") is not None):
            table.addprevious(_seam())


def _ground_notes(body: Element) -> None:
    """A text with footnotes cannot begin with a table: LibreOffice then leaves a line before it. The first row, which
    is the white above the mark, gives what the line of one point takes."""
    first = body[0]
    if first.tag != _TBL or next(body.iter(qn("w:footnoteReference")), None) is None:
        return
    first.addprevious(_seam())
    height = first.find(f"{_TR}/{qn('w:trPr')}/{qn('w:trHeight')}")
    if height is not None and height.get(qn("w:hRule")) == "exact":
        height.set(qn("w:val"), str(int(height.get(qn("w:val"), "0")) - TWIPS_PER_PT))


def _settle_sections(body: Element) -> None:
    """Section breaks move into the paragraph before them; the last one becomes the body's own."""
    own = body.find(_SECT)
    for paragraph in list(body.iterchildren(_P)):
        holder = paragraph.find(qn("w:pPr"))
        section = None if holder is None else holder.find(_SECT)
        if section is None:
            continue
        following, previous = paragraph.getnext(), paragraph.getprevious()
        if following is own and own is not None:
            own.getparent().replace(own, section)  # type: ignore[union-attr]
            if previous is not None and previous.tag == _P:
                body.remove(paragraph)
        elif previous is not None and previous.tag == _P and previous.find(f"{qn('w:pPr')}/{_SECT}") is None:
            insert(properties(previous), section)
            body.remove(paragraph)
    _first_page_once(body)


def _begin_even(body: Element) -> None:
    """The last section begins on a left page; the program puts the blank one before it where needed."""
    own = body.find(_SECT)
    kind = None if own is None else own.find(qn("w:type"))
    if own is None:
        return
    if kind is None:
        kind = etree.Element(qn("w:type"))
        own.insert(sum(1 for child in own if child.tag in _BEFORE_TYPE), kind)
    kind.set(qn("w:val"), "evenPage")


def _first_page_once(body: Element) -> None:
    """A letter's first page is one, though every portrait section came from the same sample."""
    for section in list(body.iter(_SECT))[1:]:
        for found in section.findall(qn("w:titlePg")):
            section.remove(found)
