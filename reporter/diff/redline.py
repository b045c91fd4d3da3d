"""花脸稿: the new draft as a Word file whose tracked changes lead back to the old one.

Accepting everything gives the new draft, rejecting everything the old one: text, styles, rows and sections. What
earlier reviewers left open in the new draft stays open under their names. Column changes of a table are given as rows
that go and rows that come. Of drafts that two programs wrote only those properties are compared that both put down in
the same way: a style, bold, colours, paper.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree
from msgspec import Struct

from reporter.diff.revision_blocks import Weaver, keep_section
from reporter.diff.revision_comments import carry_comments
from reporter.diff.revision_edges import Edge, edges, prints, refer
from reporter.diff.revision_import import Importer, rels_of
from reporter.diff.revision_marks import Marker
from reporter.errors import InputError
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from reporter.ooxml.tracked import Revision
from reporter.patterns import regex

Element = etree._Element
_MAIN = "word/document.xml"
_APP = "docProps/app.xml"
_ROOTS = {"header": "w:hdr", "footer": "w:ftr"}
_EDGES = regex(r"word/(?:header|footer)[^/]*\.xml")


def redline(old: bytes, new: bytes, revision: Revision) -> bytes:
    """The file, the same bytes for the same drafts and revision.

    Raises InputError for what is no .docx, or has no text where programs put it.
    """
    before, after = Package.read(old), Package.read(new)
    for package in (before, after):
        if _MAIN not in package.members:
            raise InputError("做不了花脸稿：这个 .docx 没有正文", "用 Word 另存为普通的 .docx 后再比较")
    importer = Importer(before, after)
    roots = {
        name: after.tree(name) for name in sorted(after.members) if name == _MAIN or _EDGES.fullmatch(name)
    }
    others = (root for _, root in importer.notes.values())
    marker = Marker(revision, [*roots.values(), *others], _program(before) != _program(after))
    try:
        _weave(_Drafts(before, after, roots, importer, marker))
    except RecursionError:
        raise InputError("做不了花脸稿：表格一层套一层，太深了", "用网页或修改对照表看差别") from None
    carry_comments((before, after), _MAIN, roots[_MAIN], importer)
    for name, root in roots.items():
        after.write(name, root)
    importer.save()
    return after.data()


class _Drafts(Struct, frozen=True):
    """Both files, and the new one's trees by part, which become the redline's."""

    old: Package
    new: Package
    roots: dict[str, Element]
    importer: Importer
    marker: Marker


def _weave(drafts: _Drafts) -> None:
    root = drafts.old.tree(_MAIN)
    old, new = (tree.find(qn("w:body")) for tree in (root, drafts.roots[_MAIN]))
    if old is None or new is None:
        raise InputError("做不了花脸稿：这个 .docx 没有正文", "用 Word 另存为普通的 .docx 后再比较")
    before, after = old.find(qn("w:sectPr")), new.find(qn("w:sectPr"))
    weaver = Weaver(drafts.marker, drafts.importer, _MAIN)
    weaver.blocks(old, new)
    sections = weaver.sections
    if before is not None and after is not None:
        keep_section(drafts.marker, before, after)
        sections.append((before, after))
    _weave_edges(drafts, edges(drafts.old, drafts.new, (root, drafts.roots[_MAIN]), sections))


def _weave_edges(drafts: _Drafts, found: Sequence[Edge]) -> None:
    """Headers and footers. One that two sections of the new draft show is parted where the old one's were two."""
    made: dict[tuple[str, str], str] = {}
    for edge in found:
        if (edge.old, edge.new) not in made:
            made[edge.old, edge.new] = _edge(drafts, edge, edge.new in made.values())
    if any(made[edge.old, edge.new] != edge.new for edge in found):
        for edge in found:
            if name := made[edge.old, edge.new]:
                refer(drafts.new, edge, name)


def _edge(drafts: _Drafts, edge: Edge, taken: bool) -> str:
    """The part that shows both, empty where there is nothing to show."""
    old = drafts.old.tree(edge.old) if edge.old else None
    if not edge.new and (old is None or not prints(old)):
        return ""
    name = edge.new
    if taken or not name:
        name = drafts.importer.new_part(edge.kind, edge.old)
        drafts.roots[name] = drafts.new.tree(edge.new) if edge.new else etree.Element(qn(_ROOTS[edge.kind]))
        relations = rels_of(edge.new)
        if edge.new and relations in drafts.new.members:
            drafts.new.members[rels_of(name)] = drafts.new.members[relations]
    elif edge.old:
        drafts.importer.came_from[name] = edge.old
    root = drafts.roots[name]
    weaver = Weaver(drafts.marker, drafts.importer, name)
    if old is not None and edge.new:
        weaver.blocks(old, root)
    elif old is not None:
        weaver.all_gone(old, root)
    elif prints(root):
        weaver.all_come(root)
    return name


def _program(package: Package) -> str:
    """What wrote the file, without its version."""
    if _APP not in package.members:
        return ""
    name = package.tree(_APP).findtext("{*}Application") or ""
    return name.split("/", 1)[0]
