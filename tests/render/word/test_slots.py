"""What is alike in form is finished once: the file is the one that finishing everything where it stands would give."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from reporter.document.inline import Blank, Break, Text, words
from reporter.document.model import Document, Paragraph
from reporter.errors import InputError
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from reporter.render import docx
from reporter.render.word import finish, text
from reporter.render.word.marks import EDGED, HINTED, PLAIN_TEXT, SLOTS, STRONG
from reporter.render.word.slots import Form, lifted
from tests.render import documents
from tests.render.invented import invented

_WORDS = (
    "“四个清单”",
    "增幅 < 5% & 'a' \"b\"",
    " 前后 ",
    "张喆",
    "一字",
    "—",
    "③号楼",
    "&amp;",
    "　缩进",
    "𬭎",
    "100%s",
)


@pytest.fixture
def nothing_lifted(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Every text stays where it is while its surroundings are finished."""
    with monkeypatch.context() as patch:
        patch.setattr(text, "lifted", lambda xml: (xml, []))
        yield patch


def _papers() -> list[Document]:
    strong = [Paragraph(f"s{n}", (Text(f"{word}："), Text(word, strong=True), Blank("x"), Text(word)))
              for n, word in enumerate(_WORDS)]  # fmt: skip
    broken = Paragraph("b", (*words("甲"), Break(), *words("　乙 "), Break(), *words("“丙”")))
    mixed = replace(documents.long_text(1), body=(*strong, broken, *documents.ledger(9).body))
    return [
        mixed,
        documents.joint_notice(),
        documents.hostile(),
        documents.letter(),
        *map(invented, range(12)),
    ]


def test_texts_put_in_afterwards_give_the_same_file(nothing_lifted: pytest.MonkeyPatch) -> None:
    papers = _papers()
    slow = [docx.render(paper).data for paper in papers]
    nothing_lifted.undo()
    assert [docx.render(paper).data for paper in papers] == slow


def test_documents_that_differ_in_words_alone_are_finished_once() -> None:
    finish.finished.cache_clear()
    docx.render(documents.ledger(250))
    first = finish.finished.cache_info().misses
    docx.render(replace(documents.ledger(250), title=words("另一份清单")))
    assert finish.finished.cache_info().misses == first < 30


def test_a_text_leaves_behind_what_the_finisher_asks_of_it() -> None:
    run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    shape, found = lifted(
        "".join(map(run.format, ("各地", "“各地”", " 各地", f"{STRONG}各地&lt;&#39;", "", "张喆")))
    )
    assert found == ["各地", "“各地”", " 各地", "各地&lt;'", "张"]
    slots = (PLAIN_TEXT, HINTED, EDGED, STRONG + PLAIN_TEXT, "", f"{PLAIN_TEXT}喆")
    assert shape == "".join(map(run.format, slots))


def test_signs_of_formats_in_a_template_are_only_signs() -> None:
    assert Form(f"100%s {PLAIN_TEXT} {{0}} {PLAIN_TEXT}", 0).filled(["%d", "{1}"]) == "100%s %d {0} {1}"


@pytest.mark.parametrize("sign", SLOTS)
def test_data_cannot_hold_the_place_of_a_text(sign: str) -> None:
    with pytest.raises(InputError):
        docx.render(replace(documents.long_text(1), body=(documents.paragraph("p", f"甲{sign}乙"),)))


def test_every_bookmark_has_a_number_of_its_own_in_the_order_of_the_file() -> None:
    root = Package.read(docx.render(documents.joint_notice()).data).tree("word/document.xml")
    numbers = [int(mark.get(qn("w:id"), "0")) for mark in root.iter(qn("w:bookmarkStart"))]
    assert len(numbers) > 5 and numbers == list(range(1, len(numbers) + 1))
    assert sorted(int(mark.get(qn("w:id"), "0")) for mark in root.iter(qn("w:bookmarkEnd"))) == numbers
