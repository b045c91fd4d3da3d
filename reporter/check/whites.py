"""What stands above an element, and the white between two paragraphs of a Word file, by what stands there."""

from __future__ import annotations

from reporter.artefacts.seen.model import Element, Para, Role
from reporter.check.subject import Subject
from reporter.typeset.standard import PITCH_TWIPS

LINE_PT = PITCH_TWIPS / 20
"""A line of the text as Word sets it, also where a paragraph does not say how high it is (5.2.3)."""


def white_between(subject: Subject, above: Para, below: Para) -> float | None:
    """Empty paragraphs and the white set at the two, pt; None where anything else stands between, where a page may end
    and where a frame or a box decides."""
    between = subject.seen.paras[above.number : below.number - 1]
    if below.number <= above.number or below.looks.new_page or below.place != "text" or above.place == "box":
        return None
    if any(para.text or para.place != "text" or para.looks.new_page for para in between):
        return None
    lines = sum(para.looks.pitch or LINE_PT for para in between)
    set_apart = sum((para.looks.before or 0) + (para.looks.after or 0) for para in between)
    return lines + set_apart + (above.looks.after or 0) + (below.looks.before or 0)


def nearest_above(subject: Subject, roles: tuple[Role, ...], below: Element) -> Element | None:
    """Of the signed document's elements of these roles the last that ends above it."""
    found = [one for one in subject.sure(*roles, part=0) if one.paras[-1].number < below.para.number]
    return max(found, key=lambda one: one.paras[-1].number, default=None)
