"""Putting a property where the schema wants it: the children of w:pPr, w:rPr, w:tcPr … have a fixed order."""

from __future__ import annotations

from typing import Final

from lxml import etree

from reporter.ooxml.names import qn

Element = etree._Element

_ORDER: Final[dict[str, str]] = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss "
    "imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "trPr": "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
}
_RANK = {
    qn(f"w:{parent}"): {qn(f"w:{name}"): rank for rank, name in enumerate(names.split())}
    for parent, names in _ORDER.items()
}
_FIRST_CHILD = {qn("w:p"): "w:pPr", qn("w:r"): "w:rPr", qn("w:tc"): "w:tcPr", qn("w:tr"): "w:trPr"}


def properties(element: Element) -> Element:
    """The property child of a w:p, w:r, w:tc or w:tr, made in first place if missing (after w:tblPrEx in a row)."""
    name = qn(_FIRST_CHILD[element.tag])
    found = element.find(name)
    if found is None:
        found = etree.Element(name)
        exception = element.find(qn("w:tblPrEx"))
        element.insert(0 if exception is None else 1, found)
    return found


def put(parent: Element, name: str, **attributes: str | int) -> Element:
    """The child `name` (`w:jc`) of a property element with exactly these attributes, in its place by the schema.

    An existing one is replaced. Attribute names are local names of the w: namespace.
    """
    tag = qn(name)
    while (old := parent.find(tag)) is not None:
        parent.remove(old)
    child = etree.Element(tag, {qn(f"w:{key}"): str(value) for key, value in attributes.items()})
    return insert(parent, child)


def insert(parent: Element, child: Element) -> Element:
    """Insert a finished property element in its place by the schema."""
    rank = _RANK[parent.tag]
    mine = rank[child.tag]
    # What is not in the list (extensions of Word 2010) stands behind what is, and counts for nothing.
    places = (place for place, sibling in enumerate(parent, 1) if rank.get(sibling.tag, mine + 1) <= mine)
    position = max(places, default=0)
    if position == len(parent):
        parent.append(child)
    else:
        parent.insert(position, child)
    return child


def sort_children(parent: Element) -> None:
    """Bring the children of a property element into the schema's order (templates that an editor rewrote)."""
    rank = _RANK[parent.tag]
    children = list(parent)
    ordered = sorted(children, key=lambda child: rank.get(child.tag, len(rank)))
    if children != ordered:
        parent[:] = ordered
