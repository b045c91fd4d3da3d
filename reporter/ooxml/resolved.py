"""Tracked changes accepted or rejected, as Word does it; written apart from `tracked`, so that one proves the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Final

from lxml import etree

from reporter.ooxml.names import COMING, GOING, XML_SPACE, qn

Element = etree._Element
Which = Callable[[Element], bool]
_P, _PPR, _RPR, _TR, _TBL = qn("w:p"), qn("w:pPr"), qn("w:rPr"), qn("w:tr"), qn("w:tbl")
_RANGES: Final = frozenset(qn(f"w:move{way}Range{end}") for way in ("From", "To") for end in ("Start", "End"))
_FORMER: Final = frozenset(
    qn(f"w:{name}Change") for name in ("rPr", "pPr", "sectPr", "tblPr", "tcPr", "trPr", "tblPrEx", "tblGrid")
)
_STAYS: Final = {
    qn("w:pPrChange"): (_RPR, qn("w:sectPr")),
    qn("w:sectPrChange"): (qn("w:headerReference"), qn("w:footerReference")),
}
"""What a former state does not hold, so that it stays when that comes back."""
_SPOKEN: Final = {qn("w:delText"): qn("w:t"), qn("w:delInstrText"): qn("w:instrText")}


def accept(root: Element, which: Which = lambda _: True) -> None:
    """The tree as it is when the changes are accepted; `which` chooses among them."""
    _resolve(root, GOING, which)
    _forget(root, which)


def reject(root: Element, which: Which = lambda _: True) -> None:
    """The tree as it was before the changes."""
    _resolve(root, COMING, which)
    _restore(root, which)


def _resolve(root: Element, going: frozenset[str], which: Which) -> None:
    """Content of the kinds `going` goes, other changed content stays without its mark."""
    changes = [node for node in root.iter(*COMING, *GOING) if which(node)]
    ends: list[Element] = []
    for node in changes:
        parent = node.getparent()
        if parent is None:
            continue
        if parent.tag == qn("w:trPr"):
            row = parent.getparent()
            if node.tag in going and row is not None:
                _remove_row(row)
            else:
                parent.remove(node)
        elif parent.tag == _RPR:
            paragraph = next(parent.iterancestors(_P), None)
            parent.remove(node)
            if node.tag in going and paragraph is not None:
                ends.append(paragraph)
        elif node.tag in going:
            _remove(node)
        else:
            _unwrap(node)
    for node in [one for one in root.iter(*_RANGES) if which(one)]:
        _remove(node)
    for paragraph in reversed(ends):
        _join(paragraph)


def _forget(root: Element, which: Which) -> None:
    for node in [one for one in root.iter(*_FORMER) if which(one)]:
        _remove(node)


def _restore(root: Element, which: Which) -> None:
    for node in [one for one in root.iter(*_FORMER) if which(one)]:
        look = node.getparent()
        if look is None:
            continue
        former = node[0] if len(node) else etree.Element(look.tag)
        stays = [child for child in look if child.tag in _STAYS.get(str(node.tag), ())]
        first = [child for child in stays if child.tag not in (_RPR, qn("w:sectPr"))]
        last = [child for child in stays if child.tag in (_RPR, qn("w:sectPr"))]
        look[:] = [*first, *(deepcopy(child) for child in former), *last]


def _join(paragraph: Element) -> None:
    """A paragraph without its end goes on in the next one; where none follows it only goes when it is empty."""
    after = paragraph.getnext()
    content = [child for child in paragraph if child.tag != _PPR]
    if after is not None and after.tag == _P:
        place = 1 if after.find(_PPR) is not None else 0
        after[place:place] = content
        _remove(paragraph)
    elif not content and after is not None and after.tag == _TBL:
        _remove(paragraph)


def _unwrap(node: Element) -> None:
    parent = node.getparent()
    assert parent is not None
    for text in list(node.iter(*_SPOKEN)):
        if next(text.iterancestors(*GOING), None) is node:
            text.tag = _SPOKEN[str(text.tag)]
    place = parent.index(node)
    parent[place : place + 1] = list(node)


def _remove(node: Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _remove_row(row: Element) -> None:
    table = row.getparent()
    _remove(row)
    if table is not None and table.tag == _TBL and table.find(f".//{_TR}") is None:
        _remove(table)


def plain(root: Element) -> bytes:
    """Canonical XML in which it does not show where runs were parted: two trees that say the same are equal."""
    copy = deepcopy(root)
    for node in copy.iter():
        if isinstance(node.tag, str) and node.tag not in (qn("w:t"), qn("w:instrText"), *_SPOKEN):
            node.text = (node.text or "").strip() or None
        node.tail = (node.tail or "").strip() or None
    for node in reversed(list(copy.iter(_RPR, _PPR))):
        if not len(node) and not node.attrib:
            _remove(node)
    for run in list(copy.iter(qn("w:r"))):
        _fuse(run)
    for run in list(copy.iter(qn("w:r"))):
        for text in list(run.iter(qn("w:t"))):
            _fuse_text(text)
    return etree.tostring(copy, method="c14n")


def _fuse(run: Element) -> None:
    """The run into the one before it when that looks the same."""
    before = run.getprevious()
    if before is None or before.tag != run.tag or before.items() != run.items():
        return
    if _look(before) == _look(run):
        content = [child for child in run if child.tag != _RPR]
        _remove(run)
        before.extend(content)


def _look(run: Element) -> bytes:
    look = run.find(_RPR)
    return etree.tostring(look, method="c14n") if look is not None else b""


def _fuse_text(text: Element) -> None:
    before = text.getprevious()
    if text.get(XML_SPACE) != "preserve":
        text.text = (text.text or "").strip(" \t\r\n")
    text.set(XML_SPACE, "preserve")
    if before is not None and before.tag == text.tag:
        before.text = (before.text or "") + (text.text or "")
        _remove(text)


def texts(root: Element) -> Iterator[str]:
    """The text of every paragraph as it stands, for tests and proofs on resolved trees."""
    for paragraph in root.iter(_P):
        yield "".join(
            node.text or ""
            for node in paragraph.iter(qn("w:t"))
            if next(node.iterancestors(_P), None) is paragraph
        )
