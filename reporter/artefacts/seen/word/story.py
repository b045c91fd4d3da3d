"""The paragraphs and tables of one story (the text, a header, notes) in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from reporter.artefacts.seen.model import CellPlace, Grid, Para, Place, Run
from reporter.artefacts.seen.word import drawings
from reporter.artefacts.seen.word.drafts import Draft
from reporter.artefacts.seen.word.inline import Content
from reporter.artefacts.seen.word.numbering import Numbering
from reporter.artefacts.seen.word.parts import Parts
from reporter.artefacts.seen.word.plain import Held, Plain, parsed
from reporter.artefacts.seen.word.sections import Section
from reporter.artefacts.seen.word.styles import Style
from reporter.artefacts.seen.word.tables import read_table
from reporter.artefacts.seen.word.template import Template
from reporter.artefacts.seen.word.units import Element, W, inner
from reporter.artefacts.seen.word.walking import below
from reporter.errors import InputError

MOST_PARAGRAPHS: Final = 99_999
_DEEPEST: Final = 60
"""Tables and text boxes inside each other."""
_PARSED: Final = (None,)
"""Stands for plain paragraphs where there are none."""
_P, _TBL, _PPR, _RPR = f"{W}p", f"{W}tbl", f"{W}pPr", f"{W}rPr"


class Word:
    """What all stories of one file share."""

    def __init__(self, template: Template, sections: Sequence[Section], parts: Parts) -> None:
        self.template, self.sections = template, sections
        self.styles, self.theme = template.styles, template.theme
        self.numbering = Numbering(template.lists)
        self.rows, self.plain = parts.rows, parts.plain
        self.standing, self.inline = template.standing, template.inline
        self.paras: list[Draft | Para] = []
        """Finished ones are in rows that are like another one."""
        self.nodes: dict[int, Element] = {}
        """The w:p of finished ones by their number, where they stand in the tree."""
        self.grids: list[Grid] = []
        self.lines: list[drawings.Line] = []
        """Drawn lines with the paragraph they hang on."""
        self.hidden = self.dated = False
        """Whether a paragraph has such words or such a field (see `Content`)."""
        self.hung = -1
        """The last paragraph that a line hangs on."""
        self.alike: dict[Any, tuple[Draft, str]] = {}
        """Plain paragraphs that others are like but for their words, with their styles."""

    def refuse_long(self) -> None:
        """Raises InputError for more paragraphs than are read."""
        if len(self.paras) > MOST_PARAGRAPHS:
            raise too_long()


class _Context(Struct):
    """What stands around a paragraph and its own w:pPr; `table` is the style of its table."""

    style: Style
    table: str
    place: Place
    cell: CellPlace | None
    properties: Held | Element | None


class Story:
    """Reads blocks into `word.paras`; `place` is where paragraphs outside tables and boxes stand."""

    def __init__(self, word: Word, place: Place) -> None:
        self.word = word
        self.place = place
        self.section = 0
        self.turn = False
        """Whether the next paragraph begins on a new page."""
        self.depth = 0
        self._carried = Content()
        self._last: tuple[Draft, str] | None = None
        """The paragraph just before in the same container, with its style."""

    def read(self, parent: Element, place: Place, cell: CellPlace | None = None, table: str = "") -> None:
        """Everything below `parent`; `table` is the style of the table around it."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise InputError("文件中表格或文本框嵌套过深，未读取", "请把嵌套的表格拆开后另存一份")
        self._last = None
        for node in below(parent, (_P, _TBL)):
            if node.tag == _P:
                for plain in self.word.plain.get(node, _PARSED):
                    self._paragraph(node, plain, place, cell, table)
            else:
                read_table(self, node, place, cell)
                self._last = None
        self.depth -= 1

    @property
    def fresh(self) -> bool:
        """Whether nothing from before changes how the next paragraph stands."""
        return not self.turn and self._carried.empty and self.word.hung < len(self.word.paras)

    def _paragraph(
        self, node: Element, plain: Plain | None, place: Place, cell: CellPlace | None, table: str
    ) -> None:
        shape = self._shape(plain, place, table) if plain and cell is None else None
        if plain and shape is not None and self._repeated(shape, plain.words[0]):
            return
        properties = plain.form.properties if plain else inner(node, _PPR)
        own, style, props = self.word.standing.of(properties, table)
        content, self._carried = self._carried, Content()
        if plain:
            self.word.inline.say(plain, style.identity, table, content)
        else:
            self.word.inline.read(node, style.identity, table, content)
        if "removed" in own:
            self._carried = content  # without its end it goes on in the next paragraph
            return
        self.word.hidden, self.word.dated = self.word.hidden or content.hidden, self.word.dated or content.dated
        late = self._drawn(content)
        self._add(node, content, props, _Context(style, table, place, cell, properties))
        for box in late:
            self._box(box)
        if shape is not None and self._last is not None and _says_only(self._last[0]):
            self.word.alike[shape] = self._last
        self._turned(content, "section" in own)

    def _shape(self, plain: Plain, place: Place, table: str) -> Any:
        """What two paragraphs have in common that are alike but for their words; None where more may tell."""
        return (id(plain.form), place, table, self.section) if len(plain.words) == 1 and self.fresh else None

    def _repeated(self, shape: Any, words: str) -> bool:
        """Adds a paragraph like one that was read, if there was any."""
        last = self.word.alike.get(shape)
        if last is None or not words:
            return False
        paras, self._last = self.word.paras, last
        paras.append(last[0].finished(0).saying(words, len(paras) + 1, None))
        self.word.refuse_long()
        return True

    def _drawn(self, content: Content) -> list[Element]:
        """Lines and boxes that are read before the paragraph; gives the boxes that come after it."""
        if not content.drawn:
            return []
        found = [drawings.read(drawn, self.word.theme) for drawn in content.drawn]
        boxes = [box for _, some in found for box in some]
        for box in boxes:
            if box.first:
                self._box(box.node)
        at = len(self.word.paras)
        for lines, _ in found:
            self.word.lines += [
                replace(line, at=at, section=self.section, story=self.place) for line in lines
            ]
            self.word.hung = max(self.word.hung, at if lines else -1)
        return [box.node for box in boxes if not box.first]

    def _box(self, node: Element) -> None:
        last, carried = self._last, self._carried
        self._carried = Content()
        self.read(node, "box" if self.place == "text" else self.place)
        self._last, self._carried = last, carried

    def _turned(self, content: Content, ends: bool) -> None:
        """Page and section breaks behind the paragraph turn the next one to a new page."""
        self.turn = self.turn or content.trailing
        if ends and self.place == "text":
            self.section = min(self.section + 1, len(self.word.sections) - 1)
            self.turn = self.turn or self.word.sections[self.section].turns

    def _add(self, node: Element, content: Content, props: dict[str, Any], around: _Context) -> None:
        word, style, place = self.word, around.style, around.place
        runs = content.runs()
        if not runs:
            own = inner(parsed(around.properties), _RPR)
            look = word.inline.look(own, style.identity, around.table)
            runs = (Run("", *look),) if look else ()
        draft = Draft(node, runs, self._label(props, style), style.name, props)
        draft.place, draft.cell = place, around.cell
        draft.new_page = bool(props.get("page_break")) or content.leading
        if place in ("text", "cell") and self.depth == 1 + (place == "cell"):
            draft.new_page, self.turn = draft.new_page or self.turn, False
        if runs:
            shown = next((run for run in runs if run.text.strip()), runs[0]) if len(runs) > 1 else runs[0]
            draft.size = shown.size or draft.size
        draft.grid = word.sections[self.section].grid_pt
        draft.worn = content.worn()
        word.paras.append(draft)
        word.refuse_long()
        self._close_up(draft, style.identity)

    def _label(self, props: dict[str, Any], style: Style) -> str:
        num = props.get("num", "0")
        if num == "0":
            return ""
        numbering = self.word.numbering
        level = numbering.lists.level(num, props.get("level"), style.identity)
        return numbering.label(num, level)

    def _close_up(self, draft: Draft, style: str) -> None:
        """No white between neighbours of one style that ask for none (w:contextualSpacing)."""
        if self._last is not None and self._last[1] == style:
            draft.close_above = bool(draft.props.get("contextual"))
            self._last[0].close_below = bool(self._last[0].props.get("contextual"))
        self._last = draft, style


def _says_only(draft: Draft) -> bool:
    """Whether it shows words alike, and nothing of it depends on them or on its neighbours."""
    one = len(draft.runs) == 1 and bool(draft.text) and draft.worn is None
    return one and draft.props.get("num", "0") == "0" and not draft.props.get("contextual")


def too_long() -> InputError:
    return InputError(f"文件有 {MOST_PARAGRAPHS + 1} 段以上，未读取", "请把正文和大表拆成几个文件后再检查")
