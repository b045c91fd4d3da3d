"""Sections of a Word file as findings name them, and whether their white edges are those that the profile accepts."""

from __future__ import annotations

import re

from reporter.artefacts.geometry_docx import Section
from reporter.check.profile import Margins
from reporter.check.subject import Subject

_SPOT = re.compile(r"页面设置（第(\d+)节，共\d+节）|页面设置")
_NARROWEST, _WIDEST = 200.0, 220.0
"""mm; other sheets have a rule of their own."""


def sheet_spot(number: int, count: int) -> str:
    """What a clerk calls it: 页面设置, or which of several sections."""
    return "页面设置" if count == 1 else f"页面设置（第{number}节，共{count}节）"


def sheet_number(spot: str) -> int:
    """The section that such a place names, from 1; 0 for another place."""
    found = _SPOT.fullmatch(spot)
    return int(found[1] or 1) if found else 0


def fits(section: Section, subject: Subject) -> bool:
    """Whether the edges of an upright A4 sheet are accepted; turned and other sheets are not judged. Of a letter, which
    begins higher, only the sides are."""
    if section.landscape or not (_NARROWEST < section.width < _WIDEST):
        return True
    profile, sides = subject.profile, subject.seen.face == "letter"
    return any(_near(section, margins, profile.margin_tolerance, sides) for margins in profile.margins)


def edges_fit(subject: Subject) -> bool:
    """Whether all sections do: where they do not, all that is measured from the type area is off as well."""
    return all(fits(section, subject) for section in subject.setting.sections) if subject.setting else True


def _near(section: Section, margins: Margins, tolerance: float, sides: bool) -> bool:
    pairs = [(section.left, margins.left), (section.right, margins.right)]
    if not sides:
        pairs += [(section.top, margins.top), (section.bottom, margins.bottom)]
    return all(abs(found - wanted) <= tolerance for found, wanted in pairs)
