"""The corpus itself: enough of everything, every file opens, every mutator changes something and keeps the file whole."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pypdfium2
import pytest

from reporter.artefacts import office
from tests.corpus.case import HELDOUT, OPENED, ROUNDS, Case, part_of
from tests.corpus.correct import Correct, documents
from tests.corpus.manifest import bases, cases, mutators
from tests.corpus.mutators.edit import Docx
from tests.corpus.mutators.registry import ROUND_FOLDERS, Mutator
from tests.corpus.sets import SETS, set_cases
from tests.corpus.unfit import UNFIT

DOCUMENTS = tuple(documents())
LATER = tuple(documents(rounds=ROUNDS[1:]))
PAIRS = tuple((one, document) for one in mutators() for document in bases(one))


def opened(name: str, data: bytes) -> int:
    """Paragraphs and tables, or pages, of a file that opens."""
    if name.endswith(".pdf"):
        return len(pypdfium2.PdfDocument(data))
    document = docx.Document(io.BytesIO(data))
    return len(document.paragraphs) + len(document.tables)


def test_there_are_forty_correct_documents_of_all_faces_and_a_third_are_foreign() -> None:
    assert len(DOCUMENTS) >= 40
    assert {document.paper.face for document in DOCUMENTS} == {
        "document",
        "letter",
        "order",
        "minutes",
        "plain",
    }
    assert {document.paper.direction for document in DOCUMENTS} == {"up", "down", "level"}
    assert sum(document.foreign for document in DOCUMENTS) * 3 >= len(DOCUMENTS)
    assert {len(document.paper.attachments) for document in DOCUMENTS} == {0, 1, 3}
    assert {len(document.paper.issuers) for document in DOCUMENTS} >= {1, 2, 3, 5}
    assert {document.profile for document in DOCUMENTS} == {"gbt9704", "gbt33476"}


def test_there_are_more_than_three_producers_beside_libreoffice() -> None:
    assert {document.producer for document in DOCUMENTS} == {"ours", "script", "wps", "html"}
    assert {document.producer for document in documents(slow=True)} >= {"resaved", "exported"}


def test_later_documents_are_of_hands_and_words_that_no_open_one_has() -> None:
    hands = {document.producer for document in DOCUMENTS}
    fresh = [document for document in LATER if document.producer not in hands]
    of_round = {number: {one.producer for one in fresh if one.round == number} for number in (2, 3)}
    assert of_round[2] == {"mac", "web", "typed"} and len(fresh) >= 32
    assert of_round[3] >= {"template", "legacy", "online"}
    assert (
        len({document.paper.name for document in LATER} - {document.paper.name for document in DOCUMENTS})
        >= 6
    )
    assert len({document.name for document in documents(rounds=ROUNDS)}) == len(DOCUMENTS) + len(LATER)


def test_there_are_150_open_defects_over_60_numbers() -> None:
    shown = [one for one, _ in PAIRS if one.round < 2]
    assert len(shown) >= 150
    assert len({one.rule for one in shown if one.rule[0] in "LR"}) >= 60
    assert all(bases(one) for one in mutators())


@pytest.mark.parametrize("number", ROUNDS[2:4])
def test_a_later_round_has_200_mutators_with_400_defects_over_80_numbers(number: int) -> None:
    kept = [one for one, _ in PAIRS if one.round == number]
    assert len(mutators(rounds=(number,))) >= 200
    assert len(kept) >= 400 and len({one.rule for one in kept}) >= 80


@pytest.mark.parametrize("number", ROUNDS[2:])
def test_later_defects_are_put_into_papers_of_all_hands_there_were(number: int) -> None:
    hands = {document.producer for one, document in PAIRS if one.round == number}
    assert hands == {document.producer for document in documents(rounds=ROUNDS[: number + 1])}


def test_half_of_round_three_is_form_and_half_is_content() -> None:
    folders = [one.change.__module__.rpartition(".")[2].partition("_")[0] for one in mutators(rounds=(3,))]
    assert set(folders) == {"form", "content"} and min(map(folders.count, set(folders))) >= 100


def test_what_does_not_fit_is_of_known_names() -> None:
    known = {one.name for one in mutators()}
    files = {document.name for document in documents(rounds=ROUNDS)}
    assert UNFIT and all(name in known and file in files for name, file in UNFIT)


def test_mutators_know_nothing_of_the_rules() -> None:
    for path in sorted((Path(__file__).parent / "mutators").rglob("*.py")):
        assert "reporter.check" not in path.read_text(encoding="utf-8"), path.name


def test_names_of_cases_are_their_own() -> None:
    names = [case.name for case in cases()]
    assert len(names) == len(set(names))


def test_every_folder_of_a_round_has_its_number_and_only_what_was_never_opened_is_held_out() -> None:
    assert sorted(folder.name for folder in ROUND_FOLDERS) == [f"round{number}" for number in ROUNDS[2:]]
    assert [part_of(number) for number in (0, 1, 2, 3)] == ["open", "opened", "opened", "opened"]
    assert part_of(OPENED) == "opened" and part_of(OPENED + 1) == "heldout"


def test_held_out_defects_can_be_left_out_or_taken_alone() -> None:
    rounds = {
        part: {case.round for case in cases() if case.part == part} for part in ("open", "opened", "heldout")
    }
    assert rounds == {"open": {0}, "opened": set(ROUNDS[1 : OPENED + 1]), "heldout": set(HELDOUT)}


@pytest.mark.parametrize("document", (*DOCUMENTS, *LATER), ids=lambda document: document.name)
def test_a_correct_document_opens(document: Correct) -> None:
    assert opened(document.name, document.data()) >= 1


@pytest.mark.parametrize(
    ("one", "document"),
    [pair if n % 10 == 0 else pytest.param(*pair, marks=pytest.mark.deep) for n, pair in enumerate(PAIRS)],
    ids=lambda item: item.name,
)
def test_a_mutator_changes_the_file_and_keeps_it_whole(one: Mutator, document: Correct) -> None:
    source, quote = one.apply(document.source(), document.paper)
    assert source != document.source()
    if isinstance(source, bytes):
        assert opened("x.docx", source) >= 1
        assert one.apply(document.source(), document.paper) == (source, quote), "the same every time"
    else:
        assert source.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("case", list(set_cases()), ids=lambda case: case.name)
def test_a_set_has_its_members_and_at_most_one_defect(case: Case) -> None:
    loaded = case.load()
    assert len(loaded.files) >= min(map(len, SETS.values()))
    assert len(loaded.defects) == (case.mutator is not None)
    assert all(defect.file in loaded.files for defect in loaded.defects)


def test_a_defect_of_the_html_comes_out_in_the_pdf() -> None:
    case = next(case for case in cases() if case.mutator == "title_with_stop" and case.name.endswith(".pdf"))
    ((name, data),) = case.files().items()
    words = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    assert case.defects[0].quote in words.replace("\r\n", "")
    assert opened(name, data) >= 1


def test_documents_are_made_alike_every_time() -> None:
    for producer in ("script", "wps", "html", "mac", "web", "typed"):
        document = next(one for one in (*DOCUMENTS, *LATER) if one.producer == producer)
        assert _content(document.make()) == _content(document.make())


def _content(made: bytes | str) -> str | bytes:
    if isinstance(made, str):
        return made
    return b"".join(part for _, part in sorted(Docx(made).parts.items()))


@pytest.mark.deep
@pytest.mark.skipif(not office.available(), reason="LibreOffice is not installed")
@pytest.mark.parametrize(
    "document", [one for one in documents(slow=True) if one.slow], ids=lambda one: one.name
)
def test_what_libreoffice_makes_opens(document: Correct) -> None:
    assert opened(document.name, document.data()) >= 1


@pytest.mark.deep
def test_every_case_gives_files() -> None:
    for case in cases():
        loaded = case.load()
        assert loaded.files
        assert all(opened(name, data) >= 1 for name, data in loaded.files.items())
