"""Whatever is typed into the words of a clerk's text comes out of the next build; figures never change."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import docx as python_docx
import pytest
from docx.document import Document as Docx
from docx.text.run import Run
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.artefacts import office
from reporter.diff.folding import folded
from reporter.diff.from_document import of_document
from reporter.pull.derived import Derived
from reporter.pull.letters import Letter, full_text, letters, strongs
from reporter.pull.model import Proposal
from reporter.pull.paragraphs import Paragraphs, Texts
from reporter.pull.proof import Proof
from reporter.pull.sides import Now, workspace_now
from tests.pull.conftest import FILING, ROOT, SLOT, Desk, one, replaced, said, statuses

_WORDS = st.text(
    alphabet="的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年",
    min_size=0,
    max_size=5,
)
_SIGNS = st.text(alphabet="甲乙，。；“”（）*\\#@>-_|~[]{}%3 7", min_size=0, max_size=6)
_NOW: list[Now] = []


def now() -> Now:
    """The sample county, read once."""
    if not _NOW:
        _NOW.append(workspace_now(ROOT / "inputs" / "anhe-2026", FILING))
    return _NOW[0]


def own_words(found: tuple[Letter, ...]) -> list[int]:
    """Places of words that the clerk wrote."""
    return [
        at for at, letter in enumerate(found) if letter.origin and letter.origin.file.startswith("texts/")
    ]


def paragraphs() -> list[tuple[str, tuple[Letter, ...], list[bool]]]:
    blocks = of_document(now().document, "").blocks
    found = [(full_text(block), letters(block, now().files), block) for block in blocks if not block.table]
    return [(text, own, strongs(block.runs)) for text, own, block in found if own_words(own)]


@settings(max_examples=25)
@given(st.data())
def test_edits_of_words_come_out_as_typed(data: st.DataObject) -> None:
    known = paragraphs()
    text, own, _ = data.draw(st.sampled_from(known))
    places = own_words(own)
    start = data.draw(st.sampled_from(places))
    run = next((at for at in range(start, len(own)) if at not in places), len(own))
    end = data.draw(st.integers(start, min(run, start + 12)))
    new = text[:start] + data.draw(_WORDS) + text[end:]
    texts = Texts("", text, new, text, own, (), bold=False)
    found = list(Paragraphs(now().files, Derived(now())).proposals(texts))
    checked = Proof(now(), 0).checked(found)
    written = [proposal for proposal in checked if proposal.changes]
    if folded(new) == folded(text):
        assert all(proposal.status == "done" for proposal in checked)
    elif _same_figures(own, text, new, (start, end)):
        assert [proposal.status for proposal in written] == ["ready"]
        assert folded(written[0].new) == folded(new)
    assert _figures(written) == []


@settings(max_examples=25)
@given(st.data())
def test_no_signs_make_anything_else_than_what_was_typed(data: st.DataObject) -> None:
    """Signs of the markup either come out as they are or are not offered at all."""
    text, own, _ = data.draw(st.sampled_from(paragraphs()))
    at = data.draw(st.sampled_from(own_words(own)))
    new = text[:at] + data.draw(_SIGNS) + text[at:]
    texts = Texts("", text, new, text, own, (), bold=False)
    checked = Proof(now(), 0).checked(list(Paragraphs(now().files, Derived(now())).proposals(texts)))
    for proposal in checked:
        if proposal.changes:
            assert folded(proposal.new) == folded(new)


def _same_figures(own: tuple[Letter, ...], text: str, new: str, span: tuple[int, int]) -> bool:
    """Whether the edit stands clear of figures: a digit beside one would make it another."""
    near = own[max(span[0] - 1, 0) : span[1] + 1]
    return all(letter.origin for letter in near) and not any(
        char.isdigit() for char in text[span[0] : span[1]]
    )


def _figures(written: list[Proposal]) -> list[Proposal]:
    """Proposals that would write over an expression without asking."""
    return [
        proposal
        for proposal in written
        if proposal.status == "ready"
        for cut in proposal.changes
        if "{{" in getattr(cut, "new", "") and "{{" not in proposal.new
    ]


@pytest.fixture(scope="module")
def shop() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "inputs" / "anhe-2026", Path(folder) / "anhe")
        Desk(Path(folder) / "anhe", Path(folder) / "outputs").build()
        yield Path(folder)


def _clerks(opened: Docx) -> list[Run]:
    """Runs that hold words of a slot."""
    said_there = {"一是", "二是", "三是", "四是"}
    found = [one for one in opened.paragraphs if any(word in one.text for word in said_there)]
    return [run for one in found for run in one.runs if len(run.text) > 8 and "（" not in run.text[:1]]


@settings(max_examples=4)
@given(st.data())
def test_a_word_file_edited_at_random_and_the_next_build_say_the_same(
    shop: Path, data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(shop, folder, dirs_exist_ok=True)
        desk = Desk(Path(folder) / "anhe", Path(folder) / "outputs")
        opened = python_docx.Document(str(desk.delivered))
        for _ in range(data.draw(st.integers(1, 4))):
            run = data.draw(st.sampled_from(_clerks(opened)))
            at = data.draw(st.integers(1, len(run.text) - 1))
            if run.text[at - 1].isdigit() or run.text[at].isdigit() or not run.text[at].isalpha():
                continue
            run.text = run.text[:at] + data.draw(_WORDS) + run.text[at + 1 :]
        file = desk.out / "改过的.docx"
        opened.save(str(file))
        found = desk.take(file)
        assert {proposal.status for proposal in found.proposals} <= {"ready"}
        assert said(desk.build()) == said(file)


@pytest.mark.skipif(not office.available(), reason="LibreOffice is not installed")
def test_a_file_that_libreoffice_saved_is_still_understood(desk: Desk) -> None:
    edited = desk.edited(replaced("在营机构全部查到", "在营机构全部检查到位"))
    file = desk.out / "另存.docx"
    file.write_bytes(office.resaved(edited.read_bytes()))
    found = desk.take(file)
    assert (statuses(found), one(found).target) == ([("修改", "ready")], f"{SLOT} 第1行")
    assert said(desk.build()) == said(edited)
