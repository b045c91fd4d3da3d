"""What the papers of the corpus say is found in every file that is made of them, and nothing else is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from reporter.artefacts.seen.docx import see_docx
from reporter.artefacts.seen.model import SURE, Element
from reporter.artefacts.seen.pdf import see_pdf
from reporter.artefacts.seen.recognise import recognise
from tests.corpus.correct import documents
from tests.corpus.papers.spec import Line, Paper, lines

DOCUMENTS = {document.name: document for document in documents()}
UNTOLD = {"body", "other", "mark", "post", "page_number", "state"}
"""Roles that papers do not tell apart, or tell in other words."""
Said = tuple[str, int, int, str]


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def said(paper: Paper) -> Iterator[Said]:
    """Role, level, part and text of every element of the paper."""
    for role, text in (
        ("copy_number", paper.copy_number), ("classification", paper.secrecy), ("urgency", paper.urgency),
        ("number", paper.number), ("title", paper.whole_title), ("recipients", paper.recipients),
        ("date", paper.date), ("remark", f"（{paper.remark}）" if paper.remark else ""),
        ("signer", f"签发人：{''.join(paper.signers)}" if paper.signers else ""),
        ("cc", f"抄送：{paper.cc.removeprefix('抄送：')}" if paper.cc else ""), ("print_office", paper.office),
        ("print_date", paper.printed), *(("signatory", name) for name in paper.signatories),
        ("signatory", paper.post.split("　　")[-1]),
        *(("attendance", f"{label}：{names}") for label, names in paper.attended),
    ):  # fmt: skip
        if text:
            yield role, 0, 0, bare(text)
    yield from headings(paper.body, 0)
    several = len(paper.attachments) > 1
    for number, item in enumerate(paper.attachments, 1):
        yield "attachment_label", 0, number, f"附件{number}" if several else "附件"
        yield "attachment_title", 0, number, item.title
        yield (
            "attachments",
            0,
            0,
            ("附件：" if number == 1 else "") + (f"{number}." if several else "") + item.title,
        )
        if not item.body.startswith("@"):
            yield from headings(item.body, number)


def headings(body: str, part: int) -> Iterator[Said]:
    for line in lines(body):
        if isinstance(line, Line) and line.level and line.head:
            yield "heading", line.level, part, bare(line.number + line.head)


def told(element: Element) -> Said:
    return element.role, element.level, element.part, bare(element.text)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_elements_of_a_paper_are_found_and_no_others(name: str) -> None:
    document = DOCUMENTS[name]
    paper = document.paper
    found = recognise((see_docx if document.format == "docx" else see_pdf)(document.data()))
    sure = Counter(told(e) for e in found.elements if e.role not in UNTOLD and e.confidence >= SURE)
    titles = {bare(table.title) for table in paper.tables}
    sure = Counter({one: n for one, n in sure.items() if one[0] != "table_title" or one[3] not in titles})
    expected = Counter(one for one in said(paper) if one[0] != "cc" or document.foreign or paper.office)
    assert (expected - sure, sure - expected) == (Counter(), Counter())
    assert found.face == paper.face
