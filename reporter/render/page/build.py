"""The flow of a Document → sheets of blocks whose lines are set."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from reporter.document.inline import plain
from reporter.document.model import Document
from reporter.document.naming import name_of
from reporter.render.page.closing import imprint_block, signature_block
from reporter.render.page.header import header_block
from reporter.render.page.table import table_block
from reporter.render.page.view import Sheet, TableBlock, TextBlock, View, ViewBlock, number
from reporter.typeset.endmatter import INDENT_PT
from reporter.typeset.flow import Foot, Item, Mark, NewPage, Para, Signature, TableItem, above_foot, flow
from reporter.typeset.gaps import TITLES, blank_lines, lead_pt
from reporter.typeset.heads import LETTER_FIRST_TOP_MM, first_page_top_mm
from reporter.typeset.paragraphs import LISTED, fitted, is_text, set_notes, set_paragraph, stays_alone
from reporter.typeset.prediction import Place
from reporter.typeset.setter import Setter, label_of, printable
from reporter.typeset.standard import A4, CELL_PT, PITCH_PT, Page, mm_to_pt
from reporter.typeset.styles import STYLES, Style
from reporter.typeset.tablelines import TableLines
from reporter.typeset.tables import page_for


def build(document: Document, setter: Setter, imprint_place: Place = "joined") -> View:
    """Everything that a face prints. `imprint_place` comes from a first layout (see `pdf`)."""
    state = state_of(document)
    setter.width_em(state, STYLES["state"].role)
    return View(
        face=document.face,
        title=printable(plain(document.title, "＿＿") or name_of(document)).replace("\n", ""),
        state=state,
        sheets=tuple(_Builder(document, setter, imprint_place).sheets()),
    )


def imprint_on_own_sheet(document: Document) -> bool:
    """Whether a page begins with 版记 whatever its place, as behind a landscape table."""
    items = flow(document)
    return any(isinstance(one, NewPage) and isinstance(next_, Foot) for one, next_ in pairwise(items))


def state_of(document: Document) -> str:
    """What the top margin says: the state unless final, and 样稿 for a sample."""
    parts = ["样稿"] if document.sample else []
    if document.state != "定稿":
        parts.append(printable(document.state).replace("\n", " "))
    return "　".join(parts)


class _Builder:
    def __init__(self, document: Document, setter: Setter, imprint_place: Place) -> None:
        self.document, self.setter, self.imprint_place = document, setter, imprint_place
        self.page: Page = A4
        self.sheet = Sheet("a4")
        self.before: Item | None = None
        self.title_gap_pt = 0.0
        self.begun = False
        self.above: Para | None = None

    def sheets(self) -> Iterator[Sheet]:
        """Sheets in order; those without anything on them are left out."""
        items = flow(self.document)
        for index, item in enumerate(items):
            if isinstance(item, NewPage):
                yield from self._finished()
                self._turn(item)
                continue
            if isinstance(item, Foot) and self.imprint_place != "joined":
                yield from self._finished()
                self._turn(NewPage())
            following = items[index + 1] if index + 1 < len(items) else None
            if above_foot(item, following, self.document.face):
                self.above = item
                continue
            block = self._block(item, following)
            if block is not None:
                self.begun = True
                self.sheet.blocks.append(block)
                self.before = item
        yield from self._finished()

    def _finished(self) -> Iterator[Sheet]:
        if self.sheet.blocks:
            yield self.sheet

    def _turn(self, item: NewPage) -> None:
        self.page = page_for(item.paper, item.orientation)
        wide = "-landscape" if self.page.landscape else ""
        self.sheet = Sheet(item.paper.lower() + wide)
        self.before = None

    def _block(self, item: Item, following: Item | None) -> ViewBlock | None:
        match item:
            case Mark():
                block = header_block(item, self.setter)
                self.title_gap_pt = block.title_gap_pt if block else 0.0
                return block
            case Para():
                return self._para(item, following)
            case TableItem(table=table):
                found = table_block(TableLines(table, self.page, self.setter))
                return replace(found, style=self._margin(item), notes=set_notes(self.page, self.setter))
            case Signature(closing=closing):
                return replace(signature_block(closing, self.setter), loose=self._alone())
            case Foot(imprint=imprint):
                found_foot = imprint_block(imprint, self.document.face, self.imprint_place, self.setter)
                return found_foot and replace(found_foot, above=self._above_foot())
        return None

    def _above_foot(self) -> TextBlock | None:
        """公开方式, set in as 版记 below it."""
        if self.above is None:
            return None
        lines = set_paragraph(self.above, self.page, self.setter)
        return TextBlock(fitted(self.above).css, lines, style=f"padding-left:{number(INDENT_PT)}pt")

    def _alone(self) -> bool:
        """Whether the text before a signature is one line that stays on page 1."""
        last = self.sheet.blocks[-1] if self.sheet.blocks else None
        if not isinstance(last, TextBlock) or not isinstance(self.before, Para):
            return False
        return stays_alone(self.before, len(last.lines))

    def _margin(self, item: Item) -> str:
        """The white above an item. It hangs below the block before, so that it vanishes where a page ends between."""
        gap = blank_lines(self.before, item) * PITCH_PT
        if isinstance(self.before, Mark):
            gap = self.title_gap_pt + lead_pt(item)
        if not gap:
            return self._letter_top()
        last = self.sheet.blocks[-1] if self.sheet.blocks else None
        if isinstance(last, TextBlock | TableBlock):
            below = f"margin-bottom:{number(gap)}pt"
            self.sheet.blocks[-1] = replace(last, style=f"{last.style};{below}" if last.style else below)
            return ""
        return f"margin-top:{number(gap)}pt"

    def _letter_top(self) -> str:
        """The first page of a letter begins above the type area; without 版头 its text does not."""
        if self.begun or self.document.face != "letter" or self.before is not None:
            return ""
        return f"padding-top:{number(mm_to_pt(first_page_top_mm(self.document) - LETTER_FIRST_TOP_MM))}pt"

    def _para(self, item: Para, following: Item | None) -> TextBlock:
        style = fitted(item)
        margin = self._margin(item)
        lines = set_paragraph(item, self.page, self.setter)
        level = 1 if item.style in TITLES else style.outline + 1 if style.outline else 0
        text = is_text(item)
        tag = f"h{level}" if level and not text else "p"
        css = style.css + (" run-in" if text else "")
        listed, list_follows = (
            item.style in LISTED,
            isinstance(following, Para) and following.style in LISTED,
        )
        if (isinstance(following, Signature) or list_follows) and not item.first:
            css += " last-lines"
        held = list_follows and not stays_alone(item, len(lines))
        if held or (listed and isinstance(following, Para | Signature)):
            css += " keep-next"
        return TextBlock(
            css=css,
            lines=lines,
            tag=tag,
            style=";".join(part for part in (margin, _indents(style, item)) if part),
            bookmark=label_of(item.number, item.inlines) if level else "",
            bookmark_level=level,
            notes=set_notes(self.page, self.setter),
        )


def _indents(style: Style, item: Para) -> str:
    """Only where they differ from the style's own rule."""
    if item.pitch_pt is not None:
        return f"line-height:{number(item.pitch_pt)}pt"
    if item.hang is None and not (style.hanging and item.number):
        return ""
    return f"padding-left:{number(style.left * CELL_PT)}pt;text-indent:{number(-style.hanging * CELL_PT)}pt"
