"""Comments of earlier reviewers that only the old draft holds: they come along, with author and date."""

from __future__ import annotations

from typing import Final

from lxml import etree

from reporter.diff.revision_import import Importer
from reporter.ooxml.comments import Comments, comments_part, visible_text
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package

Element = etree._Element
_ID: Final = qn("w:id")
_REFERENCE, _START, _END = qn("w:commentReference"), qn("w:commentRangeStart"), qn("w:commentRangeEnd")
_COMMENT, _T, _DELETED = qn("w:comment"), qn("w:t"), qn("w:delText")


def carry_comments(packages: tuple[Package, Package], main: str, body: Element, importer: Importer) -> None:
    """Puts them where their paragraphs went. `body` is the redline's, to be written after; threads lose their order."""
    old, new = packages
    source = comments_part(old, main)
    anchors = importer.anchors
    if source is None or not anchors:
        return
    comments = Comments(new, main, body)
    importer.came_from[comments.part] = source
    there = {_told(one) for one in comments.told()}
    found = old.tree(source).iterchildren(_COMMENT)
    missing = {one.get(_ID, ""): one for one in found if _told(one) not in there}
    carried = False
    for paragraph, made in anchors:
        for reference in paragraph.iter(_REFERENCE):
            comment = missing.pop(reference.get(_ID, ""), None)
            if comment is None:
                continue
            copy = importer.copied(comment, comments.part)
            for node in copy.iter():
                for name in [one for one in node.attrib if str(one).endswith(("}paraId", "}textId"))]:
                    del node.attrib[name]
            comments.add(made, copy, _span(paragraph, made, reference.get(_ID, "")))
            carried = True
    if carried:
        comments.save()


def _told(comment: Element) -> tuple[str, str, str]:
    """Who, when, what: the same on both sides for one comment."""
    text = "".join(node.text or "" for node in comment.iter(_T))
    return comment.get(qn("w:author"), ""), comment.get(qn("w:date"), ""), text


def _span(old: Element, made: Element, identity: str) -> tuple[int, int] | None:
    """The commented words where they still stand once; None for the whole paragraph."""
    inside, words = False, []
    for node in old.iter(_START, _END, _T):
        if node.tag in (_START, _END):
            inside = node.tag == _START if node.get(_ID) == identity else inside
        elif inside:
            words.append(node.text or "")
    text, anchor = visible_text(made), "".join(words)
    if not anchor or text.count(anchor) != 1:
        return None
    return text.index(anchor), text.index(anchor) + len(anchor)
