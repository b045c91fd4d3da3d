"""The HTML that the PDF is made from: our own lines, every value escaped, templates that a workspace may replace."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from reporter.document.inline import Blank, Break, Note, Text, plain, words
from reporter.document.model import Column, Paragraph, Row, Table
from reporter.errors import TemplateError
from reporter.render.page.filled import html
from reporter.render.page.view import number
from reporter.typeset.linebreak import Measure
from reporter.typeset.setter import Setter, printable
from tests.render import documents


def _visible(page: str) -> str:
    body = page[page.index("<body") :]
    return "".join(re.sub(r"<[^>]*>", "", body).split())


def test_every_value_is_escaped() -> None:
    page = html(documents.hostile())
    assert "<script>" not in page
    assert "{{ 1 + 1 }}" in page
    assert page.count("&lt;script&gt;&amp;amp;") >= 8
    assert page.count("</style>") == 1


def test_a_state_cannot_leave_its_attribute() -> None:
    page = html(replace(documents.letter(), state='x" onload="y'))
    assert 'data-state="x&#34; onload=&#34;y"' in page


def test_the_page_stands_alone_with_its_style_sheet() -> None:
    page = html(documents.letter())
    assert page.startswith("<!DOCTYPE html>")
    assert '<html lang="zh-CN">' in page
    assert "@page a4" in page
    assert "table-layout: fixed" in page
    assert "url(" not in page
    assert "flex" not in page
    assert not re.search(r"float:\s*(left|right)", page)


def test_the_same_document_gives_the_same_page() -> None:
    assert html(documents.joint_notice()) == html(documents.joint_notice())


def test_all_text_of_a_paragraph_is_there_once_and_in_order() -> None:
    text = _visible(html(documents.joint_notice()))
    for block in documents.joint_notice().blocks:
        if isinstance(block, Paragraph):
            assert text.count("".join(plain(block.inlines).split())) >= 1


def test_a_paragraph_carries_the_letter_spacing_of_most_of_its_lines_and_the_others_their_own() -> None:
    page = html(documents.long_text(1))
    rules = dict(re.findall(r"\.(ls[\w-]+)\{letter-spacing:(-?[\d.]+)pt\}", page))
    paragraph = re.search(r'<p class="gw-body (ls[\w-]+)', page)
    assert paragraph is not None
    others = set(re.findall(r'<span class="(ls[\w-]+)">', page))
    assert others
    assert paragraph[1] not in others
    assert {paragraph[1], *others} <= set(rules)
    assert len(set(rules.values())) == len(rules)


def test_a_workspace_may_replace_the_style_sheet_and_a_face(tmp_path: Path) -> None:
    (tmp_path / "gongwen.css").write_text(".own { color: blue; }", encoding="utf-8")
    (tmp_path / "plain.html").write_text('{% extends "base.html" %}{# 自己的 #}', encoding="utf-8")
    page = html(documents.long_text(1), templates=tmp_path)
    assert ".own { color: blue; }" in page
    assert "table-layout" not in page


@pytest.mark.parametrize(
    "template", ["{% if %}", "{{ view.nothing }}", "{{ view.__class__.__mro__[1].__subclasses__() }}"]
)
def test_a_face_that_does_not_work_is_named(tmp_path: Path, template: str) -> None:
    (tmp_path / "plain.html").write_text(template, encoding="utf-8")
    with pytest.raises(TemplateError, match=r"plain\.html|版式模板"):
        html(documents.long_text(1), templates=tmp_path)


def test_numbers_in_styles_have_no_exponent_and_no_noise() -> None:
    assert [number(value) for value in (0.0, -0.00001, 1e-7, 28.9906929, 12.0)] == [
        "0",
        "0",
        "0",
        "28.9907",
        "12",
    ]


def test_what_cannot_be_printed_is_left_out_and_the_rest_is_kept() -> None:
    assert printable("甲\x00\x1b乙\r\n丙\t丁\u202e\ud800戊\u200b") == "甲乙\n丙 丁戊\u200b"


def test_a_title_keeps_marks_and_blanks_where_its_lines_break() -> None:
    setter = Setter()
    inlines = (
        *words("关于印发"),
        Blank("年份", 4),
        Text("养老院服务质量建设专项行动实施方案的通知", ref="fact:x"),
    )
    lines = setter.title(inlines, "title", 20)
    assert len(lines) == 2
    parts = [part for line in lines for part in line.parts]
    assert "".join(part.text for part in parts) == plain(inlines)
    assert [part.gap_em for part in parts if part.gap_em] == [4.0]
    assert {part.ref for part in parts if "养老" in part.text} == {"fact:x"}


def test_set_lines_lose_no_character() -> None:
    setter = Setter()
    inlines = (
        Text("根据《规范》（GB 38600—2019）"),
        Text("逐院逐项", strong=True),
        Blank("数", 3),
        Text("排查整治。" * 30),
    )
    lines = setter.lines(setter.runs(inlines, "fang"), Measure(442.2, 16, first_indent_pt=31.6), "fang")
    assert "".join(part.text for line in lines for part in line.parts) == plain(inlines)
    assert len(lines) > 5


def test_a_note_in_a_cell_stands_below_its_table() -> None:
    cell = (Text("12"), Note(words("含托管机构。")))
    table = Table("t", "table", (Column("c", "家数", 8),), (Row("r", (cell,)),))
    page = html(replace(documents.plain_form(), body=(table, documents.paragraph("p", "后文。"))))
    assert '<p class="gw-table-note">[1]含托管机构。</p>' in page
    assert page.index("gw-table-note") < page.index("后文")
    assert "gw-note" not in page[page.index("<body") :]


def test_a_group_row_covers_its_columns_and_missing_cells_are_empty() -> None:
    columns = tuple(Column(f"c{n}", f"栏{n}", 5) for n in range(3))
    rows = (
        Row("g", (words("河口镇"),), "group", 3),
        Row("r", (words("一"), (*words("二"), Break(), *words("三")))),
    )
    document = replace(documents.plain_form(), body=(Table("t", "ledger", columns, rows),))
    page = html(document)
    assert '<td class="left" colspan="3">河口镇</td>' in page
    assert '<td class="center">二\n三</td><td class="center"></td>' in page
