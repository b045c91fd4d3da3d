"""花脸稿: the new draft as a Word file whose tracked changes lead back to the old one.

Accepting everything gives the new draft, rejecting everything the old one: text, styles, rows and sections. What
earlier reviewers left open in the new draft stays open under their names. Column changes of a table are given as rows
that go and rows that come. Of drafts that two programs wrote only those properties are compared that both put down in
the same way: a style, bold, colours, paper.
"""

from __future__ import annotations

import re

from lxml import etree

from reporter.diff.revision_blocks import Weaver, keep_section
from reporter.diff.revision_import import Importer
from reporter.diff.revision_marks import Marker
from reporter.errors import InputError
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from reporter.ooxml.tracked import Revision

_MAIN = "word/document.xml"
_APP = "docProps/app.xml"
_EDGES = re.compile(r"word/(?:header|footer)[^/]*\.xml")


def redline(old: bytes, new: bytes, revision: Revision) -> bytes:
    """The file, the same bytes for the same drafts and revision.

    Raises InputError for what is no .docx, or has no text where programs put it.
    """
    before, after = Package.read(old), Package.read(new)
    for package in (before, after):
        if _MAIN not in package.members:
            raise InputError("做不了花脸稿：这个 .docx 没有正文", "用 Word 另存为普通的 .docx 后再比较")
    parts = [
        _MAIN,
        *sorted(name for name in after.members.keys() & before.members.keys() if _EDGES.fullmatch(name)),
    ]
    trees = {name: after.tree(name) for name in parts}
    importer = Importer(before, after)
    roots = [*trees.values(), *(root for _, root in importer.notes.values())]
    marker = Marker(revision, roots, _program(before) != _program(after))
    for name, root in trees.items():
        if before.members[name] == after.members[name] and not importer.has_notes(root):
            continue
        try:
            _weave(marker, importer, name, (before.tree(name), root))
        except RecursionError:
            raise InputError("做不了花脸稿：表格一层套一层，太深了", "用网页或修改对照表看差别") from None
        after.write(name, root)
    importer.save()
    return after.data()


def _weave(
    marker: Marker, importer: Importer, part: str, trees: tuple[etree._Element, etree._Element]
) -> None:
    weaver = Weaver(marker, importer, part)
    if part != _MAIN:
        weaver.blocks(*trees)
        return
    old, new = (tree.find(qn("w:body")) for tree in trees)
    if old is None or new is None:
        raise InputError("做不了花脸稿：这个 .docx 没有正文", "用 Word 另存为普通的 .docx 后再比较")
    before, after = old.find(qn("w:sectPr")), new.find(qn("w:sectPr"))
    weaver.blocks(old, new)
    if before is not None and after is not None:
        keep_section(marker, before, after)


def _program(package: Package) -> str:
    """What wrote the file, without its version."""
    if _APP not in package.members:
        return ""
    name = package.tree(_APP).findtext("{*}Application") or ""
    return name.split("/", 1)[0]
