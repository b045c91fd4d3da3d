"""A paragraph of the flow → its set lines: style, indents and measure, once for every renderer and the page count."""

from __future__ import annotations

from msgspec.structs import replace

from reporter.document.inline import Inlines, plain, words
from reporter.typeset.flow import Para
from reporter.typeset.gaps import TITLES
from reporter.typeset.linebreak import Measure
from reporter.typeset.setter import SetLine, Setter
from reporter.typeset.standard import CELL_PT, ERHAO_PT, PITCH_PT, TITLE_PITCH_PT, WUHAO_PT, Page, text_cells
from reporter.typeset.styles import STYLES, Style
from reporter.typeset.titles import title_cells

LINE_PT = int(PITCH_PT * 100) / 100
"""Line height of text, rounded down: 22 lines must not be taller than the type area by a rounding."""
NOTE_PITCH_PT = 15.0  # custom: 五号 and ten sevenths
_SENTENCE_ENDS = ("。", "；", "！", "？")
LISTED = frozenset({"attachment_single", "attachment_first", "attachment_next"})
"""The list of attachments: items are not parted, nor from each other, nor from the text above."""


def stays_alone(item: Para, lines: int) -> bool:
    """Whether this is all the text of page 1, one line: it stays there though 附件说明 or signature go over (7.3.3)."""
    return item.first and lines == 1


def is_text(item: Para) -> bool:
    """Whether a numbered item carries its text itself: on its line, or as a sentence that ends (1.成立领导机构。).

    It then needs no text behind it on the same page, and may be parted like any paragraph.
    """
    return bool(item.run_in) or bool(
        STYLES[item.style].outline and plain(item.inlines).endswith(_SENTENCE_ENDS)
    )


def fitted(item: Para) -> Style:
    """The style of a paragraph; a hanging label takes the width it has: 10. is wider than 9."""
    style = STYLES[item.style]
    if item.hang is not None:
        return replace(style, first=0, left=item.hang[0], hanging=item.hang[1])
    if not (style.hanging and item.number):
        return style
    start, width = style.left - style.hanging, text_cells(item.number)
    return replace(style, left=start + width, hanging=width)


def line_height_pt(style: Style) -> float:
    """Line height of a style's lines, pt."""
    if style.pitch:
        return LINE_PT * style.pitch
    return TITLE_PITCH_PT if style.size == ERHAO_PT else LINE_PT


def set_paragraph(item: Para, page: Page, setter: Setter) -> tuple[SetLine, ...]:
    """The lines of a paragraph, heading or title on a page."""
    style = fitted(item)
    if item.style in TITLES:
        return setter.title(item.inlines, style.role, title_cells(page.area_width_pt, style.size))
    measure = Measure(
        width_pt=page.area_width_pt - style.right * CELL_PT,
        size_pt=style.size,
        first_indent_pt=(style.first - style.hanging) * CELL_PT,
        left_pt=style.left * CELL_PT,
        justify=style.align == "justify",
    )
    return setter.set_once(words(item.number) + item.inlines, measure, style.role, item.run_in)


def set_notes(page: Page, setter: Setter) -> tuple[tuple[SetLine, ...], ...]:
    """The notes met since the last call, each as its lines."""
    return tuple(_note(words(mark) + content, page, setter) for mark, content in setter.take_notes())


def _note(inlines: Inlines, page: Page, setter: Setter) -> tuple[SetLine, ...]:
    return setter.lines(setter.runs(inlines, "fang"), Measure(page.area_width_pt, WUHAO_PT), "fang")
