"""Rare hanzi in a face that has them: 仿宋_GB2312 and its like hold 6,763, and no face of theirs the further planes.

Word looks for another face by itself, but takes any; named here are those of Windows and Office in the same style.
"""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from itertools import chain, groupby, product

from lxml import etree

from reporter.ooxml.names import XML_SPACE, qn
from reporter.ooxml.ordered import properties, put
from reporter.render.word.styles import RUN_IN_STYLE, SIGNER_STYLE, URGENT_STYLE, style_id
from reporter.typeset.fonts.roles import PLANES, TYPEFACES, Role, Typeface
from reporter.typeset.styles import STYLES

Element = etree._Element
_T, _FONTS, _EAST = qn("w:t"), qn("w:rFonts"), qn("w:eastAsia")
_RUN_STYLES = {RUN_IN_STYLE: Role.FANG, SIGNER_STYLE: Role.KAI, URGENT_STYLE: Role.HEI}
_FIRST = "\u3007"
"""〇, the first that stands among hanzi and not in GB 2312; below it are signs and kana."""
_BLOCKS = (("\u3007", "\u3007"), ("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))


def has_rare(text: str) -> bool:
    """Whether a text has hanzi that GB 2312 lacks."""
    try:
        # A tenth of the time that looking at each takes; Python's table has another dash in the place of ours.
        text.replace("—", "").encode("gb2312")
    except UnicodeEncodeError:
        return any(char >= _FIRST and _is_hanzi(char) for char in set(text) - _common())
    return False


def face_rare(run: Element) -> None:
    """Part a run with one text, so that stretches of rare hanzi name a face that has them."""
    node = run.find(_T)
    parent = run.getparent()
    if node is None or parent is None or not node.text or not has_rare(node.text):
        return
    face = _typeface(run)
    made: list[Element] = []
    for name, chars in groupby(node.text, lambda char: _face_name(char, face)):
        made.append(_stretch(run, "".join(chars), name, first=not made))
    position = parent.index(run)
    parent[position : position + 1] = made


def _stretch(run: Element, text: str, name: str, *, first: bool) -> Element:
    """A copy of the run with part of its text; what else stands in it goes with the first."""
    new = deepcopy(run)
    for child in list(new):
        if child.tag == _T:
            child.text = text
            if text[0].isspace() or text[-1].isspace():
                child.set(XML_SPACE, "preserve")
            elif XML_SPACE in child.attrib:
                del child.attrib[XML_SPACE]
        elif not first and child.tag != qn("w:rPr"):
            new.remove(child)
    if name:
        _set_face(new, name)
    return new


def _face_name(char: str, face: Typeface) -> str:
    """The face to name for a character; empty for one that the paragraph's own has."""
    if char < _FIRST or char in _common() or not _is_hanzi(char):
        return ""
    named = PLANES.get(ord(char) >> 16, face.docx_rare)
    return "" if named == face.docx else named


def _set_face(run: Element, name: str) -> None:
    holder = properties(run)
    found = holder.find(_FONTS)
    if found is None:
        found = put(holder, "w:rFonts")
    found.set(_EAST, name)
    found.set(qn("w:hint"), "eastAsia")


def _typeface(run: Element) -> Typeface:
    """The typeface of a run: its own, that of its style, that of its paragraph's; 仿宋 where nobody says."""
    holder = run.find(qn("w:rPr"))
    if holder is not None:
        own, style = holder.find(_FONTS), holder.find(qn("w:rStyle"))
        if own is not None and own.get(_EAST) in _by_name():
            return _by_name()[own.get(_EAST, "")]
        if style is not None and style.get(qn("w:val")) in _RUN_STYLES:
            return TYPEFACES[_RUN_STYLES[style.get(qn("w:val"), "")]]
    paragraph = next(run.iterancestors(qn("w:p")), None)
    style = None if paragraph is None else paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return TYPEFACES[_by_style().get("" if style is None else style.get(qn("w:val"), ""), Role.FANG)]


def _is_hanzi(char: str) -> bool:
    return any(first <= char <= last for first, last in _BLOCKS)


@cache
def _common() -> frozenset[str]:
    """The hanzi of GB 2312."""
    cells = bytes(chain.from_iterable(product(range(0xB0, 0xF8), range(0xA1, 0xFF))))
    return frozenset(cells.decode("gb2312", "ignore"))


@cache
def _by_name() -> dict[str | None, Typeface]:
    return {face.docx: face for face in TYPEFACES.values()}


@cache
def _by_style() -> dict[str, Role]:
    return {style_id(style.key): Role(style.role) for style in STYLES.values()}
