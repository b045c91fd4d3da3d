"""Texts that a clerk writes in Word become the markup of our texts."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reporter.errors import InputError
from reporter.intake.wordtext import WordFaults, markup, revised

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


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


def edited(word: Path, runs: str, *, style: str = "") -> str:
    """What is read of a document whose second paragraph is the given XML."""
    document = Document()
    document.add_paragraph("前")
    opening = (
        f'<w:p xmlns:w="{W}"><w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else f'<w:p xmlns:w="{W}">'
    )
    document.element.body.insert(1, etree.fromstring(f"{opening}{runs}</w:p>"))
    document.save(str(word))
    return markup(word).split("\n")[1]


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ("<w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins><w:r><w:t>插</w:t></w:r></w:ins>", "插"),
        (
            "<w:moveFrom><w:r><w:t>甲</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>乙</w:t></w:r></w:moveTo>",
            "乙",
        ),
        ("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t></w:r>", "A-B"),
        ("<w:sdt><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>", "控件"),
    ],
)
def test_tracked_changes_are_read_as_accepted_and_each_word_once(word: Path, runs: str, text: str) -> None:
    assert edited(word, runs) == text
    assert revised(word) is ("w:ins" in runs or "w:move" in runs)


@pytest.mark.parametrize(
    ("runs", "what"),
    [
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>", "隐藏的文字"),
        ('<w:r><w:footnoteReference w:id="2"/></w:r>', "脚注"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "符号字体"),
        ('<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>一</w:t></w:r>', "自动编号"),
    ],
)
def test_what_would_be_lost_from_word_is_refused(word: Path, runs: str, what: str) -> None:
    with pytest.raises(InputError, match=f"第2段里有{what}"):
        edited(word, runs)


def test_a_style_that_numbers_by_itself_is_refused_and_all_faults_are_told(word: Path) -> None:
    document = Document()
    document.add_paragraph("编号的", style="List Number")
    document.add_heading("太深", 6)
    document.save(str(word))
    with pytest.raises(WordFaults) as caught:
        markup(word)
    assert [message[:3] for message, _ in caught.value.faults] == ["第1段", "第2段"]


def test_a_paragraph_in_a_content_control_is_not_lost(word: Path) -> None:
    document = Document()
    control = (
        f'<w:sdt xmlns:w="{W}"><w:sdtContent><w:p><w:r><w:t>控件里的</w:t></w:r></w:p></w:sdtContent></w:sdt>'
    )
    document.element.body.insert(0, etree.fromstring(control))
    document.save(str(word))
    assert markup(word) == "控件里的\n"
