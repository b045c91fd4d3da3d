"""Numbers in WordprocessingML: twips, half points, hundredths; what is no number is unknown."""

from __future__ import annotations

import re
from typing import Any, Final

from lxml import etree

Element = etree._Element
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL: Final = f"{W}val"
NAMED: Final = b"xmlns:w="
OURS: Final = NAMED + f'"{W[1:-1]}"'.encode()
"""How the text of a part declares the namespace under its usual prefix."""
TWIPS_PER_MM: Final = 1440 / 25.4
OFF: Final = frozenset(("0", "false", "off"))
_MEASURE = re.compile(r"(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)")
_POINTS: Final = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}
_MOST: Final = 1e7
"""Larger numbers are damage."""


def number(value: str | None, per_point: float = 20) -> float | None:
    """`value` in the unit of which `per_point` make a point (twips unless given); `12pt` and its like are measures
    of the strict format."""
    if value is None:
        return None
    try:
        found = float(value)
    except ValueError:
        measure = _MEASURE.fullmatch(value.strip())
        if measure is None:
            return None
        found = float(measure[1]) * _POINTS[measure[2]] * per_point
    return found if -_MOST < found < _MOST else None


def attributes(node: Element) -> dict[str, str]:
    """All of them, which takes as long as three or four `get`."""
    return dict(node.items())  # type: ignore[arg-type]


def whole(value: str | None) -> int | None:
    """A counting number, as levels and ids are."""
    try:
        return int(value) if value is not None and len(value) < 12 else None
    except ValueError:
        return None


def on(node: Element | None) -> bool:
    """Whether a switch is there and not switched off."""
    return node is not None and node.get(VAL) not in OFF


def inner(parent: Element | None, tag: str) -> Element | None:
    """The first child of that tag. Properties stand first, where a look is enough: asking for a tag takes four times as
    long, and `find` eight."""
    if parent is None or not len(parent):
        return None
    first = parent[0]
    return first if first.tag == tag else next(parent.iterchildren(tag), None)


def said(properties: Element | None) -> tuple[Any, ...] | None:
    """Everything that w:pPr or w:rPr says, to know one that says the same again; None where it has more than one level.
    A file has thousands of paragraphs and a few ways of saying how they stand."""
    found: list[Any] = []
    for node in properties if properties is not None else ():
        if len(node):
            return None
        found.append(node.tag)
        found += node.items()
    return tuple(found)


def val(parent: Element | None, name: str) -> str:
    """The value of a child like w:pStyle, empty when there is none."""
    node = inner(parent, f"{W}{name}")
    return (node.get(VAL) or "") if node is not None else ""


def colour(value: str | None) -> str:
    """RRGGBB; empty for `auto` and what is no colour."""
    text = (value or "").lstrip("#").upper()
    return text if re.fullmatch("[0-9A-F]{6}", text) else ""
