"""Marks that were meant for the program and would be printed as they stand: an error with its line."""

from __future__ import annotations

import pytest
from jinja2 import TemplateSyntaxError

from reporter.compose.dialect import Reader
from reporter.compose.language import Place, Sources
from reporter.compose.sandbox import syntax_message
from reporter.compose.value import TokenBook
from reporter.document.inline import Blank
from reporter.errors import TemplateError

START = Place("texts/a/甲.md", 1)


def read(text: str) -> list[object]:
    sources = Sources()
    lines = Reader(sources, TokenBook()).lines(sources.marked(text, START))
    return [inline for line in lines for inline in line.inlines]


@pytest.mark.parametrize(
    "line",
    [
        "共{ 隐患.发现() }条", "{ % if 隐患.发现() % }", "{# 提示", "前{#提示", "前{#提示#}后", "＃ 主要做法",
        "＊＊一是＊＊", "内容[^注", "内容[^]", "[空白]", "[空白:", "［空白：姓名］",
    ],
)  # fmt: skip
def test_a_mark_that_would_be_printed_is_refused_with_its_line(line: str) -> None:
    with pytest.raises(TemplateError) as caught:
        read(f"前一段。\n{line}\n后一段。")
    assert caught.value.where == "texts/a/甲.md 第2行"
    assert caught.value.hint


@pytest.mark.parametrize(
    "line", ["# 一 {#做法}", "{## 提示 { 甲 } ##}", "内容[^注。]", "[空白:姓名,4]", "甲[乙]丙"]
)
def test_the_marks_themselves_are_taken(line: str) -> None:
    assert read(line)


def test_underscores_alone_on_a_line_are_a_blank() -> None:
    assert [type(one) for one in read("____")] == [Blank]


def test_a_tag_without_end_is_told_without_english() -> None:
    error = TemplateSyntaxError("expected token 'end of print statement', got '条'", 1)
    assert syntax_message(error) == "“条”前面少了 }} 或 %}"
