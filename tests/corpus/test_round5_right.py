"""Round 5's correct papers: whoever tells an error on them is wrong, so what they say adds up and every file is whole."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from tests.corpus.correct import Correct, documents
from tests.corpus.hands import PAPERS_OF
from tests.corpus.mutators.edit import Docx, w
from tests.corpus.papers.spec import Paper, Table
from tests.corpus.producers import flow

PAPERS = PAPERS_OF[5]
TABLES = tuple(table for paper in PAPERS for table in paper.tables)
DOCUMENTS = documents(rounds=(5,))


def test_there_are_twenty_five_papers_in_forty_files_of_all_hands() -> None:
    assert len(PAPERS) >= 25 and len(DOCUMENTS) >= 40
    assert {one.paper.name for one in DOCUMENTS} == {paper.name for paper in PAPERS}
    assert {one.producer for one in DOCUMENTS} == {one.producer for one in documents(rounds=(0, 1, 2, 3, 4))}


def test_no_defect_is_put_into_them() -> None:
    assert not any(one.base for one in DOCUMENTS if one.format == "docx" or one.producer == "html")


@pytest.mark.parametrize("table", [one for one in TABLES if one.total], ids=lambda one: one.name)
def test_the_last_row_adds_the_others(table: Table) -> None:
    *rows, last = table.rows
    added = 0
    for column, total in enumerate(last):
        if total in ("合计", "—") or total.endswith("%"):
            continue
        assert sum(Decimal(row[column]) for row in rows if row[column] != "—") == Decimal(total)
        added += 1
    assert added


@pytest.mark.parametrize("table", TABLES, ids=lambda one: one.name)
def test_every_cell_has_room_on_one_line(table: Table) -> None:
    assert sum(table.widths) <= (225 if table.landscape else 156)
    for row in (table.head, *table.rows):
        for text, width in zip(row, table.widths, strict=True):
            assert flow.cells(text) * 12 / flow.MM + 3.8 <= width, text


@pytest.mark.parametrize("paper", PAPERS, ids=lambda one: one.name)
def test_lines_of_a_title_fit_and_are_of_different_lengths(paper: Paper) -> None:
    widths = [flow.cells(line) for line in paper.title]
    assert max(widths) <= 20 and all(one != other for one, other in pairwise(widths))


@pytest.mark.parametrize(
    "document", [one for one in DOCUMENTS if one.habit == "reopened"], ids=lambda one: one.name
)
def test_a_reopened_file_says_what_it_said(document: Correct) -> None:
    page = Docx(document.data())
    words = "".join(text.text or "" for text in page.body.iter(w("t")))
    assert document.paper.whole_title in words and document.paper.body.strip().splitlines()[0] in words
    assert page.body.findall(f".//{w('sdt')}") and page.body.findall(f".//{w('proofErr')}")
