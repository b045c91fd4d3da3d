"""What stands above an element, and the white between two paragraphs of a Word file, by what stands there."""

from __future__ import annotations

from reporter.artefacts.seen.model import Element, Para, Role
from reporter.check.subject import Subject
from reporter.typeset.standard import PITCH_TWIPS

LINE_PT = PITCH_TWIPS / 20
"""A line of the text as Word sets it, also where a paragraph does not say how high it is (5.2.3)."""
SIGNED: tuple[Role, ...] = ("body", "heading", "attachments")
"""What 署名 stands below."""
MOST_ABOVE_NAME = 5.5
"""Lines of white, with what a seal takes (7.3.5.1)."""


def white_between(subject: Subject, above: Para, below: Para) -> float | None:
    """Empty paragraphs and the white set at the two, pt; None where anything else stands between, where a page may end
    and where a frame or a box decides."""
    between = subject.seen.paras[above.number : below.number - 1]
    if below.number <= above.number or below.looks.new_page or below.place != "text" or above.place == "box":
        return None
    set_apart = (above.looks.after or 0) + (below.looks.before or 0)
    if not between:
        return set_apart
    if any(para.text or para.place != "text" or para.looks.new_page for para in between):
        return None
    lines = sum(para.looks.pitch or LINE_PT for para in between)
    return lines + set_apart + sum((para.looks.before or 0) + (para.looks.after or 0) for para in between)


def nearest_above(subject: Subject, roles: tuple[Role, ...], below: Element) -> Element | None:
    """Of the signed document's elements of these roles the last that ends above it."""
    last, reached, begin = None, 0, below.para.number
    for one in subject.sure(*roles, part=0):
        number = one.paras[-1].number
        if reached < number < begin:
            last, reached = one, number
    return last


def white_above(subject: Subject, roles: tuple[Role, ...], below: Element) -> float | None:
    """White between it and the last of those above it, pt; None where that is not known."""
    above = nearest_above(subject, roles, below)
    return white_between(subject, above.paras[-1], below.para) if above else None


def name_far_below(subject: Subject, name: Element) -> bool:
    """Whether a Word file with a header sets so much white above 署名 that a seal over it does not reach the text."""
    white = white_above(subject, SIGNED, name) if subject.seen.format == "docx" else None
    return subject.seen.face == "document" and white is not None and white > MOST_ABOVE_NAME * LINE_PT
