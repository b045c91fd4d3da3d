"""Namespaces of WordprocessingML and its packages, and qualified names."""

from __future__ import annotations

from functools import cache

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
}
PACKAGE_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE_RELS = NAMESPACES["r"]
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@cache
def qn(name: str) -> str:
    """`w:p` → `{…main}p`."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


COMING = frozenset((qn("w:ins"), qn("w:moveTo")))
GOING = frozenset((qn("w:del"), qn("w:moveFrom")))
"""What a tracked change brings in, and what it takes out."""
REVISED = tuple(qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo"))
"""What holds runs of a tracked change; in the properties of a mark it says that the mark itself is one. In the
order of the schema."""
