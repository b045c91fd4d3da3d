"""Which face a file has, and whether it goes up, down or sideways."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.artefacts.colours import is_red
from reporter.artefacts.seen import wording
from reporter.artefacts.seen.model import SURE, Direction, Element, Face, Seen
from reporter.text import half_width

_UP = ("请示", "报告", "议案")
_DOWN = ("通知", "通报", "决定", "命令", "令", "批复", "公报", "通告", "公告", "决议")


def face_of(seen: Seen, opening: Sequence[Element]) -> Face:
    """From the 发文机关标志, the 发文字号 and the red rules; `opening` is what stands above the text."""
    marks = [e for e in opening if e.role == "mark" and e.confidence >= SURE]
    number = next((e for e in opening if e.role == "number" and e.confidence >= SURE), None)
    if not marks:
        return _without_mark(seen, opening, number)
    texts = [re.sub(r"\s+", "", mark.text) for mark in marks]
    if any(text.endswith("文件") for text in texts):
        return "letter" if _in_letter_lines(seen, number) else "document"
    if texts[-1].endswith("令"):
        return "order"
    if any(text.endswith("纪要") for text in texts):
        return "minutes"
    if not any(wording.agency(text) for text in texts):
        return "plain"
    return "letter" if _letter(seen, opening, number) and not _ruled_below(number) else "document"


def _ruled_below(number: Element | None) -> bool:
    """Whether the number stands in the middle with a red line below it, as 7.2.5 and 7.2.7 have it: a letter has its
    lines above."""
    looks = number.para.looks if number else None
    return bool(looks and looks.align == "center" and looks.rule_below and is_red(looks.rule_below.colour))


def _without_mark(seen: Seen, opening: Sequence[Element], number: Element | None) -> Face:
    """A 发文字号 above a red rule, or one of a letter above a letter's title, even so."""
    titles = [e for e in opening if e.role == "title" and e.confidence >= SURE]
    if number and "函" in number.text and any(_kind(e.text).endswith("函") for e in titles):
        return "letter"
    ruled = any(is_red(stroke.colour) for stroke in seen.strokes) or any(_red_rule(e) for e in opening)
    return "document" if number and ruled else "plain"


def _letter(seen: Seen, opening: Sequence[Element], number: Element | None) -> bool:
    """A mark without 文件 is a letter's when another sign says so: number at the right, 函, or two long lines."""
    called = bool(number and "函" in number.text)
    titles = [e for e in opening if e.role == "title"]
    called = called or any(_kind(e.text).endswith("函") for e in titles)
    return called or any(_signs_of_letter(seen, number))


def _in_letter_lines(seen: Seen, number: Element | None) -> bool:
    """Whether a mark with 文件 stands on a letter's sheet all the same: a red line low on it, and another sign."""
    right, low, wide = _signs_of_letter(seen, number)
    return low and (right or wide)


def _signs_of_letter(seen: Seen, number: Element | None) -> tuple[bool, bool, bool]:
    """The number at the right, a red line at the foot of the first page, two lines wider than the text (cl. 10.1)."""
    looks = number.para.looks if number else None
    right = bool(looks and (looks.align == "right" or (looks.left or 0) + (looks.first or 0) >= 12))
    low = any((stroke.top or 0) > 250 and is_red(stroke.colour) for stroke in seen.strokes)
    wide = [s for s in seen.strokes if s.left is not None and s.right is not None and s.right - s.left > 162]
    return right, low, len(wide) >= 2


def _red_rule(one: Element) -> bool:
    return any(is_red(rule.colour) for rule in one.para.looks.rules)


def direction_of(face: Face, elements: Sequence[Element]) -> Direction:
    """By what kind of document the title says it is; then a signer means up, and 各… as recipients down."""
    first = {e.role: e for e in reversed(elements) if e.part == 0 and e.confidence >= SURE}
    if face == "plain" and "recipients" not in first:
        return ""
    title = _kind(first["title"].text) if "title" in first else ""
    to = half_width(first["recipients"].text) if "recipients" in first else ""
    single = bool(to) and not to.startswith("各") and not re.search("[、,;]", to)
    if face == "order" or (title.endswith(_DOWN) and wording.genre_end(title)):
        return "down"
    if "signer" in first or (title.endswith(_UP) and single):
        return "up"
    if title.endswith("函"):
        return "parallel"
    return "down" if face == "document" and to.startswith("各") and not title.endswith(_UP) else ""


def _kind(title: str) -> str:
    """The title up to its last word, without brackets and marks behind it."""
    plain = re.sub(r"\s+", "", half_width(title)).rstrip("。.,;:!?")
    return re.sub(r"\([^)]*\)$", "", plain)
