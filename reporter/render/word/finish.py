"""Part of a filled body → as it is delivered: page and section breaks, indents, tables, runs, places for bookmarks.

Depends on the form of the part alone, so what is alike is finished once a process.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from reporter.ooxml.names import qn
from reporter.ooxml.ordered import insert, properties, put
from reporter.render.word import tables
from reporter.render.word.lines import Tab
from reporter.render.word.marks import PLACE, PLACE_END
from reporter.render.word.placed import Placed
from reporter.render.word.runs import finish_runs
from reporter.render.word.shell import Shell
from reporter.render.word.slots import Form
from reporter.render.word.styles import SEAM_STYLE, cells_to_twips
from reporter.typeset.headers import Mark
from reporter.typeset.standard import A4, GRID_CHAR_SPACE, TWIPS_PER_PT, mm_to_twips
from reporter.typeset.styles import STYLES, Style

Element = etree._Element
_P, _R, _T, _TBL, _TR, _SECT = (qn(f"w:{name}") for name in ("p", "r", "t", "tbl", "tr", "sectPr"))
_REMEMBERED = 2048
_TABLES: dict[str, Callable[[Element, Placed, tables.Bookmark], None]] = {
    "mark_joint": tables.finish_joint_mark,
    "signatures": tables.finish_seals,
}
_BEFORE_TYPE = tuple(
    qn(f"w:{name}") for name in ("headerReference", "footerReference", "footnotePr", "endnotePr")
)


class Plan(NamedTuple):
    """What is done to the elements of a part, beside what is done to all of them."""

    blocks: tuple[Placed | None, ...] = ()
    """For each of its paragraphs and tables; None where no block begins."""
    named: tuple[bool, ...] = ()
    """Which of the blocks have an id."""
    sheet: tables.Sheet | None = None
    """It is of a data table: its frame, or with `row` one of its rows."""
    row: tables.RowShape | None = None
    ends_section: bool = False
    """The section break that stands behind the paragraph moves into it."""
    grounded: bool = False
    """Its first row gives what the line of one point before it takes."""
    later: bool = False
    """Its section is not the first: a letter's first page is one, though every section came from the same sample."""
    even: bool = False
    """Its section begins on a left page; the program puts the blank one before it where needed."""
    characters: bool = False
    """Pages have the character grid."""


@lru_cache(maxsize=_REMEMBERED)
def finished(shell: Shell, part: str, plan: Plan) -> Form:
    """The elements of `part`, which stand in the body of `shell`. Raises InputError for faulty XML."""
    body = shell.body(part)
    marks = _Bookmarks()
    if plan.sheet is not None:
        _data_table(body, plan.sheet, plan.row, marks)
    for element, placed in zip(list(body), plan.blocks, strict=False):
        if placed is not None:
            _block(element, placed, marks)
    finish_runs(body)
    if plan.ends_section:
        insert(properties(body[-2]), body[-1])
    if plan.grounded:
        _ground(body)
    for section in body.iter(_SECT):
        _section(section, plan)
    return Form(shell.content(body), marks.count)


class _Bookmarks:
    """Puts hidden bookmarks round the content of paragraphs: places for number and name, two places each."""

    count = 0

    def __call__(self, paragraph: Element) -> None:
        number, name = (f"{PLACE}{2 * self.count + part}{PLACE_END}" for part in (0, 1))
        self.count += 1
        start = etree.Element(qn("w:bookmarkStart"), {qn("w:id"): number, qn("w:name"): name})
        etree.SubElement(paragraph, qn("w:bookmarkEnd"), {qn("w:id"): number})
        paragraph.insert(1 if paragraph.find(qn("w:pPr")) is not None else 0, start)


def _data_table(
    body: Element, sheet: tables.Sheet, shape: tables.RowShape | None, bookmark: tables.Bookmark
) -> None:
    _repair_cells(body)
    if shape is None:
        (table,) = body.iterchildren(_TBL)
        tables.finish_data_frame(table, sheet)
    else:
        (row,) = body.iterchildren(_TR)
        tables.finish_data_row(row, sheet, shape, bookmark)


def _block(element: Element, placed: Placed, bookmark: tables.Bookmark) -> None:
    if element.tag == _TBL:
        _repair_cells(element)
        _TABLES.get(placed.sample, tables.finish_imprint)(element, placed, bookmark)
        return
    _place(properties(element), placed)
    if placed.white_mm:
        element.addprevious(_white(placed.white_mm))
    if placed.size_pt is not None:
        for run in element.iterchildren(_R):
            tables.size_run(run, placed.size_pt)
    if placed.mark is not None:
        _single_mark(element, placed.mark)
    if placed.id:
        bookmark(element)


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


def _ground(body: Element) -> None:
    height = body.find(f"{_TBL}/{_TR}/{qn('w:trPr')}/{qn('w:trHeight')}")
    if height is not None and height.get(qn("w:hRule")) == "exact":
        height.set(qn("w:val"), str(int(height.get(qn("w:val"), "0")) - TWIPS_PER_PT))


def _section(section: Element, plan: Plan) -> None:
    if plan.later:
        for found in section.findall(qn("w:titlePg")):
            section.remove(found)
    if plan.even:
        kind = section.find(qn("w:type"))
        if kind is None:
            kind = etree.Element(qn("w:type"))
            section.insert(sum(1 for child in section if child.tag in _BEFORE_TYPE), kind)
        kind.set(qn("w:val"), "evenPage")
    if plan.characters:
        for grid in section.iter(qn("w:docGrid")):
            grid.set(qn("w:type"), "linesAndChars")
            grid.set(qn("w:charSpace"), str(GRID_CHAR_SPACE))
