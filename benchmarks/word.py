"""DOCX against docxtpl alone, same template and same context, in one run: ratios, not seconds, are comparable.

Usage: python benchmarks/word.py [ROUNDS]. Plain docxtpl opens, patches, compiles and fills the template for every
document and saves it; ours fills the template compiled once a process and then also counts the pages, sets widths,
indents, bookmarks, sections and a deterministic package. Both are run in turn, a few documents each, of which no two
are the same (of the list every cell is another); medians of processor time are compared, and the two must say the same.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

from docxtpl import DocxTemplate
from stress import SOURCE, stress_document

from reporter.document.inline import plain, words
from reporter.document.model import (
    Closing,
    Column,
    Document,
    Header,
    Imprint,
    Paragraph,
    Row,
    Signatory,
    Table,
)
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from reporter.render import docx
from reporter.render.word import template
from reporter.render.word.blocks import fill

FACES = Path(__file__).resolve().parents[1] / "templates" / "docx"
ROUNDS = 15
ROWS = 300
TURN = 4
AIMS = {"notice": 0.1, "list": 0.2}
"""The most of docxtpl's time that each may take."""


def notice(number: int = 0) -> Document:
    """The stress text as a signed notice with header, signature and 版记; the numbers give different ones."""
    text = stress_document(SOURCE.read_text(encoding="utf-8"))
    return Document(
        "notice@2026", "notice", "document", "down", words(f"关于做好第{number}批养老机构安全排查整治工作的通知"),
        (*text.body, Paragraph("last", words(f"本批排查养老机构{number}家。"))),
        header=Header(("安和县民政局",), number=words(f"安民发〔2026〕{number}号")), recipients=words("各乡镇人民政府"),
        closing=Closing((Signatory("安和县民政局"),), words("2026年3月6日")), sample=True,
        imprint=Imprint(words("安和县民政局办公室"), words("2026年3月6日印发")),
    )  # fmt: skip


def ledger(number: int = 0) -> Document:
    """A list of `ROWS` rows and seven columns; each number gives other cells."""
    columns = tuple(Column(f"c{column}", f"第{column}栏", 8) for column in range(7))
    rows = tuple(
        Row(str(row), tuple(words(f"第{row + number}行第{column}格") for column in range(7)))
        for row in range(ROWS)
    )
    table = Table("list", "ledger", columns, rows, orientation="landscape", type_size=10.5)
    return Document("list@2026", "list", "plain", "down", words("清单"), (table,), sample=True)


def by_docxtpl(document: Document) -> bytes:
    """The library's own way with a fresh template object, as its manual has it."""
    filled = fill(document)
    page = DocxTemplate(str(FACES / f"{document.face}.docx"))
    context = {"blocks": filled.blocks, "state": filled.state, "title": plain(document.title)}
    page.render(context, template.environment())
    saved = io.BytesIO()
    page.save(saved)
    return saved.getvalue()


def measured(document: Callable[[int], Document], rounds: int) -> tuple[float, float]:
    """Median seconds a document of ours and of docxtpl, run in turn after one of each to warm up."""
    first = document(0)
    assert said(docx.render(first).data) == said(by_docxtpl(first)), "the two do not say the same"
    ours, theirs = [], []
    for start in range(1, rounds * TURN, TURN):
        documents = [document(number * ROWS) for number in range(start, start + TURN)]
        ours.append(_seconds(docx.render, documents))
        theirs.append(_seconds(by_docxtpl, documents))
    return median(ours), median(theirs)


def _seconds(made: Callable[[Document], object], documents: list[Document]) -> float:
    start = process_time()
    for document in documents:
        made(document)
    return (process_time() - start) / len(documents)


def said(data: bytes) -> str:
    """Hanzi of the text part; marks that we turn into runs and bookmarks are not among them."""
    root = Package.read(data).tree("word/document.xml")
    whole = "".join(node.text or "" for node in root.iter(qn("w:t")))
    return "".join(char for char in whole if "\u4e00" <= char <= "\u9fff")


def main(rounds: int) -> None:
    template.compile_template.cache_clear()
    for name, document in (("notice", notice), (f"list of {ROWS} rows", ledger)):
        ours, theirs = measured(document, rounds)
        print(f"{name}: {ours * 1000:.1f} ms, docxtpl {theirs * 1000:.1f} ms, ratio {ours / theirs:.2f}")
    info = template.compile_template.cache_info()
    print(f"templates compiled: {info.misses}, documents from them: {info.hits + info.misses}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
