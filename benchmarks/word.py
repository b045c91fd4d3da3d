"""DOCX against docxtpl alone, same template and same context, in one run: ratios, not seconds, are comparable.

Usage: python benchmarks/word.py [ROUNDS]. Plain docxtpl opens, patches, compiles and fills the template for every
document and saves it; ours fills the template compiled once a process and then also sets widths, indents, bookmarks,
sections and a deterministic package. Both are run in turn, medians are compared; the two files must say the same.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from docxtpl import DocxTemplate
from stress import SOURCE, stress_document

from reporter.document.inline import plain, words
from reporter.document.model import Closing, Column, Document, Header, Imprint, Row, Signatory, Table
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from reporter.render import docx
from reporter.render.word import template
from reporter.render.word.blocks import fill

FACES = Path(__file__).resolve().parents[1] / "templates" / "docx"
ROUNDS = 15
ROWS = 300


def notice() -> Document:
    """The stress text as a signed notice with header, signature and 版记."""
    text = stress_document(SOURCE.read_text(encoding="utf-8"))
    return Document(
        "notice@2026", "notice", "document", "down", words("关于做好养老机构安全排查整治工作的通知"), text.body,
        header=Header(("安和县民政局",), number=words("安民发〔2026〕12号")), recipients=words("各乡镇人民政府"),
        closing=Closing((Signatory("安和县民政局"),), words("2026年3月6日")), sample=True,
        imprint=Imprint(words("安和县民政局办公室"), words("2026年3月6日印发")),
    )  # fmt: skip


def ledger() -> Document:
    """A list of `ROWS` rows and seven columns."""
    columns = tuple(Column(f"c{number}", f"第{number}栏", 8) for number in range(7))
    rows = tuple(
        Row(str(row), tuple(words(f"第{row}行第{column}格") for column in range(7))) for row in range(ROWS)
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


def measured(document: Document, rounds: int) -> tuple[float, float]:
    """Median seconds of ours and of docxtpl, run in turn after one round of each to warm up."""
    ours, theirs = [], []
    assert said(docx.render(document).data) == said(by_docxtpl(document)), "the two do not say the same"
    for _ in range(rounds):
        start = perf_counter()
        docx.render(document)
        middle = perf_counter()
        by_docxtpl(document)
        ours.append(middle - start)
        theirs.append(perf_counter() - middle)
    return median(ours), median(theirs)


def said(data: bytes) -> str:
    """Hanzi of the text part; marks that we turn into runs and bookmarks are not among them."""
    root = Package.read(data).tree("word/document.xml")
    whole = "".join(node.text or "" for node in root.iter(qn("w:t")))
    return "".join(char for char in whole if "\u4e00" <= char <= "\u9fff")


def main(rounds: int) -> None:
    template.compile_template.cache_clear()
    for name, document in (("notice", notice()), (f"list of {ROWS} rows", ledger())):
        ours, theirs = measured(document, rounds)
        print(f"{name}: {ours * 1000:.1f} ms, docxtpl {theirs * 1000:.1f} ms, ratio {ours / theirs:.2f}")
    info = template.compile_template.cache_info()
    print(f"templates compiled: {info.misses}, documents from them: {info.hits + info.misses}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
