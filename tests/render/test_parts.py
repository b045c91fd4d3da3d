import io
from collections import Counter
from typing import Any

import pikepdf
import pypdfium2
import pytest

from reporter.render import pdf
from reporter.render.parts import cut
from tests.render import documents
from tests.render.invented import invented


def _texts(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def _bookmarks(data: bytes) -> list[tuple[str, int, int]]:
    document = pypdfium2.PdfDocument(data)
    return [(item.get_title(), item.level, item.get_dest().get_index()) for item in document.get_toc()]


@pytest.fixture
def in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "is_big", lambda document: True)
    monkeypatch.setattr(cut, "PART_ROWS", 20)


@pytest.mark.parametrize("seed", [1, 14])
def test_a_document_in_parts_is_the_same_as_in_one(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = pdf.render(invented(seed)).data
    monkeypatch.setattr(pdf, "is_big", lambda document: True)
    monkeypatch.setattr(cut, "PART_ROWS", 20)
    joined = pdf.render(invented(seed)).data
    assert _texts(joined) == _texts(whole)
    assert _bookmarks(joined) == _bookmarks(whole)


@pytest.mark.usefixtures("in_parts")
def test_the_joined_file_keeps_tags_ids_names_and_one_set_of_fonts() -> None:
    data = pdf.render(documents.ledger(80)).data
    with pikepdf.open(io.BytesIO(data)) as file:
        root = file.Root
        assert root.MarkInfo.Marked and root.Lang == "zh-CN" and "/OutputIntents" in root
        assert b"pdfaid" in root.Metadata.read_bytes()
        numbers = list(root.StructTreeRoot.ParentTree.Nums)
        keys = [int(key) for key in numbers[::2]]
        assert len(set(keys)) == len(keys) and {int(page.obj.StructParents) for page in file.pages} == set(keys)
        for page in file.pages:
            owners = numbers[2 * keys.index(int(page.obj.StructParents)) + 1]
            assert all(owner.Pg.objgen == page.obj.objgen for owner in owners)
        kinds = Counter(str(element.S) for element in _elements(root.StructTreeRoot.K[0]))
        # 80 rows, a group and a total, the line above the table and the one below, a head on every page.
        assert kinds["/TR"] == 84 + kinds["/THead"]
        assert kinds["/THead"] == len(file.pages)
        ids = [str(element.ID) for element in _elements(root.StructTreeRoot.K[0]) if "/ID" in element]
        assert len(set(ids)) == len(ids)
        assert len({page.obj.Resources.Font.objgen for page in file.pages}) == 1


def _elements(element: Any) -> list[Any]:
    found = [element]
    for kid in element.get("/K", ()):
        if isinstance(kid, pikepdf.Dictionary):
            found += _elements(kid)
    return found


@pytest.mark.usefixtures("in_parts")
def test_the_same_big_document_gives_the_same_bytes() -> None:
    assert pdf.render(documents.ledger(60)).data == pdf.render(documents.ledger(60)).data


@pytest.mark.usefixtures("in_parts")
def test_page_numbers_run_through_the_parts() -> None:
    texts = _texts(pdf.render(documents.ledger(80)).data)
    assert [f"— {number} —" in text for number, text in enumerate(texts, 1)] == [True] * len(texts)


def test_only_more_than_500_rows_are_laid_out_in_parts() -> None:
    assert not cut.is_big(documents.ledger(498))  # and a group and a total
    assert cut.is_big(documents.ledger(499))
