"""A document in a compiled template: filled, finished, written as a deterministic package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from typing import Any

from lxml import etree

from reporter.document.inline import plain
from reporter.document.model import SCHEMA, Document
from reporter.document.naming import name_of
from reporter.ooxml.custom import write_properties
from reporter.ooxml.names import XML_SPACE, qn
from reporter.ooxml.package import Package, parse, serialise
from reporter.render.rendered import Rendered
from reporter.render.word.blocks import fill
from reporter.render.word.finish import bare_footers
from reporter.render.word.longtables import in_batches
from reporter.render.word.marks import PLAIN_TEXT
from reporter.render.word.placed import USUAL, Foreseen
from reporter.render.word.runs import finish_runs
from reporter.render.word.styles import NOTE_MARK_STYLE, NOTE_STYLE
from reporter.render.word.template import MAIN, Compiled
from reporter.render.word.text import whole_text

_FOOTNOTES = "word/footnotes.xml"
_REMEMBERED = 64
"""Headers and footers finished lately: those of a face are the same in every document of one state."""
_CORE = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def write(
    document: Document,
    compiled: Compiled,
    properties: Mapping[str, str] | None = None,
    foreseen: Foreseen = USUAL,
) -> Rendered:
    """The document in this template; `properties` become custom properties beside `filing` and `schema`.

    Raises InputError for characters that cannot be printed, TemplateError for a template that cannot be filled.
    """
    filled = fill(document, foreseen)
    later = in_batches(filled)
    title = plain(document.title) or name_of(document)

    def body(blocks: Sequence[Mapping[str, Any]]) -> str:
        return compiled.render(MAIN, {"blocks": blocks, "state": filled.state, "title": title})

    package = compiled.package.copy()
    for name in compiled.parts:
        if name != MAIN:
            text = compiled.render(name, {"blocks": filled.blocks, "state": filled.state, "title": title})
            package.members[name] = _finished(name, text)
    if document.header is not None and document.header.mode != "full":
        _bare_footers(package)
    if filled.notes:
        _write_notes(package, filled.notes)
    if document.grid == "characters":
        _loosen_tracking(package)
    _write_title(package, name_of(document))
    write_properties(package, {"filing": document.filing, "schema": SCHEMA, **(properties or {})})
    pieces = whole_text(compiled.root, body, filled, later, characters=document.grid == "characters")
    return Rendered(package.data({MAIN: pieces}), tuple(filled.warnings))


@lru_cache(maxsize=_REMEMBERED)
def _finished(name: str, text: str) -> bytes:
    """A header or footer with its runs."""
    root = parse(text.encode(), name)
    finish_runs(root)
    return serialise(root)


def _bare_footers(package: Package) -> None:
    """A letter's lower rule is in the footer of its first page: paper that has its own, or another head, needs none."""
    for name in sorted(package.members):
        if name.startswith("word/footer"):
            root = package.tree(name)
            if root.find(f".//{qn('w:pBdr')}") is not None:
                bare_footers(root)
                package.write(name, root)


def _write_notes(package: Package, notes: list[str]) -> None:
    root = package.tree(_FOOTNOTES)
    for number, text in enumerate(notes, 1):
        note = etree.SubElement(root, qn("w:footnote"))
        note.set(qn("w:id"), str(number))
        paragraph = etree.SubElement(note, qn("w:p"))
        etree.SubElement(etree.SubElement(paragraph, qn("w:pPr")), qn("w:pStyle")).set(
            qn("w:val"), NOTE_STYLE
        )
        mark = etree.SubElement(paragraph, qn("w:r"))
        etree.SubElement(etree.SubElement(mark, qn("w:rPr")), qn("w:rStyle")).set(
            qn("w:val"), NOTE_MARK_STYLE
        )
        etree.SubElement(mark, qn("w:footnoteRef"))
        node = etree.SubElement(etree.SubElement(paragraph, qn("w:r")), qn("w:t"))
        node.text = f" {text}"
        node.set(XML_SPACE, "preserve")
    finish_runs(root)
    package.write(_FOOTNOTES, root)


def _loosen_tracking(package: Package) -> None:
    """With the character grid the pitch comes from the grid, not from tracking in Normal."""
    root = package.tree("word/styles.xml")
    for style in root.iter(qn("w:style")):
        if style.get(qn("w:default")) == "1" and style.get(qn("w:type")) == "paragraph":
            for spacing in style.findall(f"{qn('w:rPr')}/{qn('w:spacing')}"):
                spacing.getparent().remove(spacing)  # type: ignore[union-attr]
    package.write("word/styles.xml", root)


def _write_title(package: Package, title: str) -> None:
    before, after = _round_title(package.part(_CORE))
    package.members[_CORE] = before + escape(title, quote=False).replace("\r", "&#13;").encode() + after


@lru_cache(maxsize=_REMEMBERED)
def _round_title(core: bytes) -> tuple[bytes, bytes]:
    """The core properties of a template before and after the text of their title."""
    root = parse(core, _CORE)
    found = root.find(_TITLE)
    if found is None:
        found = etree.SubElement(root, _TITLE)
    found.text = PLAIN_TEXT
    before, after = serialise(root).split(PLAIN_TEXT.encode())
    return before, after
