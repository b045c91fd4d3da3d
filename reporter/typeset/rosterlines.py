"""Rosters in a text: 组长、副组长、成员 with names and posts under each other, as lists of persons are written.

A line `组长：姓名　职务` begins a roster; lines `姓名　职务` below it go on. Labels are spread to one width, names of
two characters to three, and a line that is too long goes on under its post.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from reporter.document.inline import Blank, Inline, Inlines, Text, plain, words
from reporter.document.model import Block, Paragraph
from reporter.patterns import regex
from reporter.typeset.standard import PARAGRAPH_INDENT_CELLS

_BLANK = "□"
_LABEL = regex(
    r"((?:总|第一|常务|执行)?副?(?:组[ \u3000]*长|总指挥|指挥长|主[ \u3000]*任|召集人)"
    r"|成[ \u3000]*员(?:单位)?|联络员|顾[ \u3000]*问)[：:][ \u3000]*"
)
_ENTRY = regex(
    rf"({_BLANK}|[\u4e00-\u9fff·]{{2,4}}|[\u4e00-\u9fff]\u3000[\u4e00-\u9fff])([ \u3000\t]+)(?=\S)[^。！？；]*$"
    rf"|({_BLANK})()$"
)
_MOST_LABEL = 5
_SPACE = "\u3000"


class RosterLine(Struct, frozen=True):
    """A line as it prints; its later lines stand `left` 字 in, the first one `hanging` 字 before that."""

    inlines: Inlines
    left: float
    hanging: float


class _Entry(Struct, frozen=True):
    label: str
    name: Inlines
    post: Inlines

    @property
    def cells(self) -> int:
        return sum(one.width if isinstance(one, Blank) else len(plain((one,))) for one in self.name)


def roster_lines(blocks: Sequence[Block]) -> dict[int, RosterLine]:
    """By the index of the paragraph; empty without rosters."""
    found: dict[int, RosterLine] = {}
    group: dict[int, _Entry] = {}
    for index, block in enumerate(blocks):
        entry = _entry(block.inlines) if isinstance(block, Paragraph) and not block.flush else None
        if entry is None or not (group or entry.label):
            found.update(_set(group))
            group = {}
        else:
            group[index] = entry
    found.update(_set(group))
    return found


def _entry(inlines: Inlines) -> _Entry | None:
    text = plain(inlines, _BLANK)
    label = _LABEL.match(text)
    start = label.end() if label else 0
    found = _ENTRY.match(text[start:])
    if found is None or "\n" in text:
        return None
    name = _slice(inlines, start, start + max(found.end(1), found.end(3)))
    post = _slice(inlines, start + max(found.end(2), found.end(4)), len(text))
    return _Entry(re.sub(r"\s", "", label[1]) if label else "", name, post)


def _slice(inlines: Inlines, start: int, stop: int) -> Inlines:
    """The inlines between two places of the text; a blank is one character."""
    found: list[Inline] = []
    place = 0
    for inline in inlines:
        size = len(plain((inline,), _BLANK))
        first, last = max(start - place, 0), min(stop - place, size)
        if not isinstance(inline, Text):
            if start <= place < stop or (not size and place == stop):
                found.append(inline)
        elif first < last:
            found += words(inline.text[first:last], strong=inline.strong, ref=inline.ref)
        place += size
    return tuple(found)


def _set(group: dict[int, _Entry]) -> dict[int, RosterLine]:
    if not group:
        return {}
    widest = max(len(entry.label) for entry in group.values())
    name = max(entry.cells for entry in group.values())
    left = float(PARAGRAPH_INDENT_CELLS + widest + 1 + name + 1)
    lines = {}
    for index, entry in group.items():
        label = words(f"{_spread(entry.label, widest)}：") if entry.label else ()
        hanging = float(name + 1 + (widest + 1 if label else 0))
        lines[index] = RosterLine((*label, *_padded(entry, name), *entry.post), left, hanging)
    return lines


def _spread(label: str, width: int) -> str:
    """A label as wide as the widest: 组　长 above 副组长."""
    spare, gaps = width - len(label), len(label) - 1
    if not spare or width > _MOST_LABEL or spare % gaps:
        return label + _SPACE * spare
    return (_SPACE * (spare // gaps)).join(label)


def _padded(entry: _Entry, width: int) -> Inlines:
    """A name and the white up to the post; a name of two characters is as wide as one of three."""
    name, cells = entry.name, entry.cells
    if cells == 2 and width > 2 and len(name) == 1 and isinstance(name[0], Text):
        only = name[0]
        name, cells = words(_SPACE.join(only.text), strong=only.strong, ref=only.ref), 3
    return (*name, *words(_SPACE * (width - cells + 1)))
