"""Drafts for redlines: small ones by python-docx, ours in every face; and the proof that both come out."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache

import docx
from lxml import etree
from msgspec.structs import replace

from reporter.diff.redline import redline
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from reporter.ooxml.tracked import Revision
from reporter.render import docx as ours
from tests.diff.resolver import same
from tests.render import documents

REVISION = Revision("李审稿", "2026-03-06T00:00:00Z")
MAIN = "word/document.xml"
FACES = (
    documents.joint_notice,
    documents.upward_report,
    documents.plain_form,
    documents.ledger,
    documents.letter,
    documents.long_text,
    lambda: replace(documents.upward_report(), face="order"),
    lambda: replace(documents.letter(), face="minutes"),
)
"""Samples in every face."""
Element = etree._Element
BODY = [
    "关于做好检查的通知",
    "全县养老机构共排查隐患352.6万处，占98.5%。",
    "县民政局牵头组织了检查。",
    "各乡镇要压实责任。",
]


@cache
def rendered(face: int) -> bytes:
    return ours.render(FACES[face]()).data


def word(paragraphs: list[str], rows: list[list[str]] | None = None, ending: str = "特此通知。") -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for row, line in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, line, strict=True):
                cell.text = text
    if ending:
        document.add_paragraph(ending)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def proved(old: bytes, new: bytes) -> bytes:
    """The redline, when both drafts come out of it."""
    made = redline(old, new, REVISION)
    assert same(made, new, accept=True)
    assert same(made, old, accept=False)
    return made


def marks(data: bytes, name: str) -> list[str]:
    """The text inside each mark of a kind."""
    root = Package.read(data).tree(MAIN)
    return [
        text
        for node in root.iter(qn(name))
        if (text := "".join(part.text or "" for part in node.iter(qn("w:t"), qn("w:delText"))))
    ]


def changed(data: bytes, change: Callable[[Element], None]) -> bytes:
    package = Package.read(data)
    root = package.tree(MAIN)
    change(root)
    package.write(MAIN, root)
    return package.data()
