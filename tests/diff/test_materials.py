"""What is read of Documents and files: ids, references, numbers, tables; a resave is no difference."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import docx as python_docx
import pytest

from reporter.artefacts import office
from reporter.diff.align import compare
from reporter.diff.folding import folded
from reporter.diff.from_document import of_document, with_references
from reporter.diff.from_seen import of_docx, of_pdf
from reporter.diff.model import Material, Run
from reporter.diff.numbers import split_number
from reporter.document.model import Document
from reporter.errors import InputError
from reporter.intake.workspace import load_valid
from reporter.pipeline import composed_drafts
from reporter.render import docx, pdf

SAMPLE = Path(__file__).resolve().parents[2] / "inputs" / "anhe-2026"


@pytest.fixture(scope="module")
def document() -> Document:
    (draft,) = composed_drafts(load_valid(SAMPLE)[0], ("year-end-summary@2026",))
    return draft.document


@pytest.fixture(scope="module")
def data(document: Document) -> bytes:
    return docx.render(document).data


def test_a_document_has_its_numbers_references_and_tables(document: Document) -> None:
    material = of_document(document, "报告")
    numbers = [block.number for block in material.blocks if block.role == "h1"]
    assert numbers[:3] == ["一、", "二、", "三、"]
    refs = {run.ref for block in material.blocks for run in block.runs}
    assert "fact:hazards.closed()" in refs
    (table,) = (block.table for block in material.blocks if block.table)
    assert table.columns[0].label == "单位"
    assert all(row.key for row in table.rows)


def test_a_word_file_says_what_its_document_says(document: Document, data: bytes) -> None:
    of_file, of_model = of_docx(data, "报告.docx"), of_document(document, "报告")
    referred = with_references(of_file, of_model)
    texts = {block.mark: block.text for block in of_file.blocks if block.mark and not block.table}
    for block in of_model.blocks:
        if block.mark in texts and block.part == "正文" and block.role != "recipients":
            assert folded(texts[block.mark]) == folded(block.text), block.place
    assert "fact:hazards.closed()" in {run.ref for block in referred.blocks for run in block.runs}
    assert compare(of_file, referred).same


def test_the_end_matter_stays_end_matter_whatever_somebody_wrote_there(data: bytes) -> None:
    edited = python_docx.Document(io.BytesIO(data))
    for paragraph in (
        p for table in edited.tables for row in table.rows for c in row.cells for p in c.paragraphs
    ):
        for run in paragraph.runs:
            run.text = run.text.replace("印发", "编印")
    saved = io.BytesIO()
    edited.save(saved)
    found = compare(of_docx(data, "旧.docx"), of_docx(saved.getvalue(), "新.docx"))
    assert found.counts == {"blocks_edited": 1}
    assert [found.block_of(step).part for step in found.changed] == ["版记"]


def test_a_word_file_does_not_differ_from_itself(data: bytes) -> None:
    found = compare(of_docx(data, "旧.docx"), of_docx(data, "新.docx"))
    assert found.same
    assert [block.at for block in found.new.blocks] == sorted(block.at for block in found.new.blocks)


def test_what_was_typed_into_a_word_file_is_found(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "改.docx"
    file.write_bytes(data)
    opened = python_docx.Document(str(file))
    paragraph = next(one for one in opened.paragraphs if "352.6万元" in one.text)
    run = next(one for one in paragraph.runs if "352.6" in one.text)
    run.text = run.text.replace("352.6", "358.2")
    opened.tables[0].rows[1].cells[2].paragraphs[0].runs[0].text = "99"
    opened.save(str(file))
    found = compare(of_docx(data, "旧.docx"), of_docx(file, "新.docx"))
    assert [(one.old.text, one.new.text) for one in found.figures if one.old and one.new] == [
        ("352.6万元", "358.2万元"),
        ("31", "99"),
    ]
    assert found.counts == {
        "blocks_edited": 1,
        "cells": 1,
        "figures": 2,
        "rows_edited": 1,
        "tables_edited": 1,
    }


def test_a_pdf_does_not_differ_from_itself(document: Document) -> None:
    data = pdf.render(document).data
    assert compare(of_pdf(data, "旧.pdf"), of_pdf(data, "新.pdf")).same


@pytest.mark.parametrize(
    ("text", "number"),
    [("一、工作情况", "一、"), ("（二）组织领导。", "（二）"), ("二是压实责任。", "二是"), ("附件：1.名单", "附件：1."),
     ("3.5万元已到位", ""), ("一是", ""), ("2026年共检查", "")],
)  # fmt: skip
def test_a_typed_number_is_no_part_of_the_text(text: str, number: str) -> None:
    found, runs = split_number((Run(text),))
    assert found == number
    assert found + "".join(run.text for run in runs) == text


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7", b"\xd0\xcf\x11\xe0"])
def test_what_is_no_file_of_its_kind_is_refused(data: bytes) -> None:
    for reader in (of_docx, of_pdf):
        with pytest.raises(InputError):
            reader(data, "坏")


@pytest.mark.deep
@pytest.mark.skipif(not office.available(), reason="LibreOffice is not installed")
@pytest.mark.parametrize(
    "filing", ["year-end-summary@2026", "implementation-plan@2026", "rectification-lists@2026"]
)
def test_a_resave_by_libreoffice_changes_neither_text_nor_figures(tmp_path: Path, filing: str) -> None:
    (draft,) = composed_drafts(load_valid(SAMPLE)[0], (filing,))
    file = tmp_path / "稿.docx"
    file.write_bytes(docx.render(draft.document).data)
    found = compare(of_docx(file, "旧.docx"), _resaved(file))
    assert found.same_text, found.counts


def _resaved(file: Path) -> Material:
    folder = file.parent / "resaved"
    profile = f"-env:UserInstallation=file://{file.parent}/profile"
    order = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder),
        str(file),
    ]
    subprocess.run(order, check=True, capture_output=True, timeout=300)
    return of_docx(folder / file.name, "新.docx")
