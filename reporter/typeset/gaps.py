"""White between the items of a flow, in lines of the type area (225/22 mm): one answer for every renderer."""

from __future__ import annotations

from reporter.typeset.flow import Item, Para, TableItem
from reporter.typeset.standard import TITLE_PITCH_PT
from reporter.typeset.styles import STYLES

TITLES = frozenset({"title", "issued_title", "attachment_title", "sheet_title"})
AFTER_TITLE = 1.0  # 7.3.2 for 主送机关; by custom also where the text itself follows
AROUND_TABLE = 0.5  # custom: a table in running text does not touch the lines beside it
TITLE_TO_TABLE = 0.5


def blank_lines(before: Item | None, item: Item) -> float:
    """Blank lines between `before` and `item`; `before` is None at the head of a page (then: none)."""
    match before, item:
        case None, _:
            return 0.0
        case Para(style=above), TableItem():
            return 0.0 if above == "table_title" else TITLE_TO_TABLE if above in TITLES else AROUND_TABLE
        case TableItem(), Para() | TableItem():
            return AROUND_TABLE
        case Para(style=above), Para(style=style) if above in TITLES:
            return max(AFTER_TITLE, STYLES[style].before)
        case _, Para(style=style):
            return STYLES[style].before
        case _:
            return 0.0


def lead_pt(item: Item) -> float:
    """White that a title of tighter lines needs above it, pt: its ink stands where that of any title does."""
    pitch = item.pitch_pt if isinstance(item, Para) else None
    return 0.0 if pitch is None else (TITLE_PITCH_PT - pitch) / 2
