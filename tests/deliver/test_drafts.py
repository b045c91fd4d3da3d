from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from reporter.deliver import drafts
from reporter.document.inline import words
from reporter.document.model import Document, Paragraph
from reporter.errors import InputError

DOCUMENT = Document(
    "summary@2026", "summary", "plain", "up", words("报告"), (Paragraph("p", words("正文。")),)
)
INPUTS = {"隐患台账.xlsx": "aa"}


def facts(text: str = "190", row: int = 5) -> dict[str, dict[str, Any]]:
    return {"hazards.found()": {"text": text, "measure": "条", "cells": [{"row": row}]}}


def test_a_first_draft_is_number_one_and_is_loaded_whole(tmp_path: Path) -> None:
    assert drafts.keep(tmp_path, DOCUMENT, facts(), INPUTS) == 1
    draft = drafts.load(tmp_path, "summary@2026")
    assert (draft.number, draft.document, draft.facts, draft.inputs) == (1, DOCUMENT, facts(), INPUTS)
    assert (tmp_path / ".reporter" / "summary@2026" / "1" / "document.json").is_file()


def test_the_same_again_keeps_its_number(tmp_path: Path) -> None:
    for _ in range(3):
        assert drafts.keep(tmp_path, DOCUMENT, facts(), INPUTS) == 1
    assert drafts.numbers(tmp_path, "summary@2026") == (1,)


def test_a_changed_text_or_a_changed_figure_makes_a_new_draft(tmp_path: Path) -> None:
    drafts.keep(tmp_path, DOCUMENT, facts(), INPUTS)
    changed = replace(DOCUMENT, title=words("总结报告"))
    assert drafts.keep(tmp_path, changed, facts(), INPUTS) == 2
    assert drafts.keep(tmp_path, changed, facts("191"), INPUTS) == 3
    assert drafts.load(tmp_path, "summary@2026", 1).document == DOCUMENT
    assert drafts.latest(tmp_path, "summary@2026") == 3


def test_a_row_that_moved_in_excel_makes_no_new_draft_but_the_place_is_kept_true(tmp_path: Path) -> None:
    drafts.keep(tmp_path, DOCUMENT, facts(row=5), INPUTS)
    assert drafts.keep(tmp_path, DOCUMENT, facts(row=6), {"隐患台账.xlsx": "bb"}) == 1
    draft = drafts.load(tmp_path, "summary@2026")
    assert draft.facts["hazards.found()"]["cells"] == [{"row": 6}]
    assert draft.inputs == {"隐患台账.xlsx": "bb"}


def test_an_interrupted_draft_does_not_count(tmp_path: Path) -> None:
    drafts.keep(tmp_path, DOCUMENT, facts(), INPUTS)
    (tmp_path / ".reporter" / "summary@2026" / "2").mkdir()
    assert drafts.latest(tmp_path, "summary@2026") == 1


def test_a_damaged_draft_is_followed_by_a_new_one(tmp_path: Path) -> None:
    drafts.keep(tmp_path, DOCUMENT, facts(), INPUTS)
    (tmp_path / ".reporter" / "summary@2026" / "1" / "facts.json").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match="已损坏"):
        drafts.load(tmp_path, "summary@2026")
    assert drafts.keep(tmp_path, DOCUMENT, facts(), INPUTS) == 2


def test_a_draft_that_is_not_there_names_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="还没有存档"):
        drafts.load(tmp_path, "summary@2026")
    drafts.keep(tmp_path, DOCUMENT, facts(), INPUTS)
    with pytest.raises(InputError, match="第 7 稿") as caught:
        drafts.load(tmp_path, "summary@2026", 7)
    assert caught.value.hint == "现有：1"


def test_a_filing_id_never_leaves_its_folder(tmp_path: Path) -> None:
    assert drafts.folder_name("../a/b:c@2026+空白") == ".._a_b_c@2026+空白"


def test_filings_with_drafts_are_told_by_their_own_ids(tmp_path: Path) -> None:
    assert drafts.filings(tmp_path) == ()
    drafts.keep(tmp_path, replace(DOCUMENT, filing="通知 甲"), facts(), INPUTS)
    drafts.keep(tmp_path, DOCUMENT, facts(), INPUTS)
    (tmp_path / ".reporter" / "draft" / "1").mkdir(parents=True)
    assert drafts.filings(tmp_path) == ("summary@2026", "通知 甲")


@pytest.mark.parametrize("damage", [b"\xff", b"{", b'{"schema": "reporter/document-1", "document": []}'])
def test_a_damaged_draft_has_no_filing(tmp_path: Path, damage: bytes) -> None:
    drafts.keep(tmp_path, DOCUMENT, facts(), INPUTS)
    (tmp_path / ".reporter" / "summary@2026" / "1" / "document.json").write_bytes(damage)
    with pytest.raises(InputError, match="存档"):
        drafts.filings(tmp_path)
