"""Texts that a clerk writes in Word become the markup of our texts."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.errors import InputError
from reporter.intake.wordtext import markup


@pytest.fixture
def word(tmp_path: Path) -> Path:
    return tmp_path / "做法.docx"


def test_headings_bold_and_figures_are_kept_and_marks_are_escaped(word: Path) -> None:
    document = Document()
    document.add_heading("主要做法", 1)
    document.add_heading("压实责任。", 2)
    paragraph = document.add_paragraph()
    paragraph.add_run("一是加强领导。").bold = True
    paragraph.add_run("全县{{ 机构.机构数() }}家。")
    document.add_paragraph("# 甲**乙")
    document.add_paragraph("")
    document.add_paragraph("- 丙")
    document.save(str(word))
    assert markup(word).split("\n") == [
        "# 主要做法",
        "## 压实责任。",
        "**一是加强领导。**全县{{ 机构.机构数() }}家。",
        r"\# 甲\*\*乙",
        "",
        r"\- 丙",
        "",
    ]


def test_our_own_styles_are_headings_too(word: Path) -> None:
    document = Document()
    document.styles.add_style("公文二级标题", 1)
    document.add_paragraph("排查", style="公文二级标题")
    document.save(str(word))
    assert markup(word) == "## 排查\n"


def test_a_table_is_refused_with_its_place(word: Path) -> None:
    document = Document()
    document.add_paragraph("文")
    document.add_table(1, 1)
    document.save(str(word))
    with pytest.raises(InputError, match="第2段是表格"):
        markup(word)


@given(st.text(st.sampled_from("#@*[]^\\`-+>|~_{甲乙。 1a"), min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_a_paragraph_never_becomes_a_heading_or_bold_by_its_characters(text: str) -> None:
    document = Document()
    document.add_paragraph(text)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "甲.docx"
        document.save(str(path))
        line = markup(path).split("\n")[0]
    assert not line.startswith(("#", "@", "- ", "> "))
    assert "**" not in line
