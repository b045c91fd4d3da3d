"""The markup of texts: one line one paragraph, headings by #, ** in pairs, blocks by name."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.compose import boldmarks, dialect
from reporter.compose.dialect import Reader
from reporter.compose.language import Place, Sources
from reporter.compose.value import TokenBook
from reporter.document.inline import Text, plain
from reporter.errors import TemplateError
from reporter.text import control_characters

_MARKUP = re.compile(r"^[#@>|\-+*`~_]|\*\*|[<`]|\[|!\[|\{#[\w.-]+\}\s*$")
_BLANKS = " \t\r\u3000\xa0"


def reader() -> Reader:
    return Reader(Sources(), TokenBook())


def is_plain(text: str) -> bool:
    bare = text.strip(_BLANKS)
    return bool(bare) and "\n" not in text and not control_characters(text) and not _MARKUP.search(bare)


@given(st.text(min_size=1, max_size=60).filter(is_plain))
def test_a_line_without_our_markup_comes_out_as_itself(text: str) -> None:
    (line,) = reader().lines(text)
    assert (line.level, line.directive, plain(line.inlines)) == (0, "", text.strip(_BLANKS))


@given(st.lists(st.text("一是。、（）“”a1", min_size=1), min_size=1, max_size=7))
def test_bold_marks_always_pair_whatever_stands_beside_them(parts: list[str]) -> None:
    parts = parts if len(parts) % 2 else parts[:-1] or ["甲"]
    runs = reader().inlines("**".join(parts), None)
    assert "".join(inline.text for inline in runs if isinstance(inline, Text)) == "".join(parts)
    bold = "".join(inline.text for inline in runs if isinstance(inline, Text) and inline.strong)
    assert bold == "".join(parts[1::2])


def test_bold_marks_without_a_partner_are_an_error() -> None:
    with pytest.raises(TemplateError, match="没有成对"):
        reader().inlines("**一是…。", Place("a.md", 3))


def test_one_line_is_one_paragraph_and_leading_blanks_are_ignored(writer: Any) -> None:
    assert writer.lines("　　甲\n    乙\n\n\n丙") == ["甲", "乙", "丙"]


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
def test_signs_of_number_give_the_level_of_a_heading(writer: Any, level: int) -> None:
    assert writer.lines(f"{'#' * level} 标题\n文") == [f"{'#' * level} 标题", "文"]


def test_a_heading_with_a_full_stop_runs_in_with_the_next_line(writer: Any) -> None:
    assert writer.lines("## 标题。\n第一段。\n第二段。\n## 标题\n第三段。") == [
        "## 标题。|第一段。", "第二段。", "## 标题", "第三段。",
    ]  # fmt: skip


@pytest.mark.parametrize("typed", ["一、", "第一、", "（一）", "(1)", "1.", "1．", "1、", "①"])
def test_typed_numbers_are_dropped_with_a_note(writer: Any, typed: str) -> None:
    composition = writer.compose(f"# {typed} 总体要求")
    assert plain(composition.document.body[0].inlines) == "总体要求"
    (note,) = composition.notes
    assert note.startswith("templates/text/note.md 第8行：")
    assert typed in note


def test_typed_numbers_out_of_order_are_said_to_be_changed(writer: Any) -> None:
    first, second = writer.compose("# 一、甲\n# 三、乙").notes
    assert "统一编号" in first
    assert "已改为“二、”" in second


@pytest.mark.parametrize("text", ["2026年工作", "（2026）年度", "3.5万元", "第一批机构", "一体化"])
def test_what_only_looks_like_a_number_stays(writer: Any, text: str) -> None:
    assert writer.lines(f"# {text}") == [f"# {text}"]


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("- 甲", "一是"),
        ("> 甲", "引号"),
        ("```", "标记"),
        ("|a|b|", "tables"),
        ("![a](b)", "插图"),
        ("<b>甲</b>", "尖括号"),
    ],
)
def test_markdown_that_is_not_ours_is_an_error_with_a_cure(writer: Any, line: str, cure: str) -> None:
    fault = writer.fault(line)
    assert fault.message.startswith("文稿里不能用")
    assert cure in fault.hint


def test_options_of_a_block_are_read_with_and_without_quotes() -> None:
    (line,) = reader().lines('@table 名 a=1 b="二 三" {#t}')
    assert (line.directive, line.argument, line.id) == ("table", "名", "t")
    assert line.options == (("a", "1"), ("b", "二 三"))


def test_ids_are_given_or_made_of_headings_and_places(writer: Any) -> None:
    document = writer.document("甲\n# 标题\n乙 {#own}\n丙\n## 小标题\n丁\n# 标题")
    assert [block.id for block in document.body] == [
        "1",
        "标题",
        "own",
        "标题/2",
        "标题/小标题",
        "标题/小标题/1",
        "标题~2",
    ]


def test_an_id_that_is_used_twice_is_an_error(writer: Any) -> None:
    fault = writer.fault("甲 {#a}\n乙 {#a}")
    assert "第8行" in fault.message
    assert fault.where.endswith("第9行")


def test_references_are_numbers_of_headings(writer: Any) -> None:
    body = "见{{ ref('two') }}和{{ 见('three') }}。\n# 甲\n# 乙 {#two}\n## 丙 {#three}"
    assert writer.lines(body)[0] == "见第二部分和（一）。"


def test_references_are_labels_of_attachments(writer: Any) -> None:
    other = writer.document("附文")
    attached = {"note@2025": other}
    body = "见{{ ref('note@2026') }}。"
    assert writer.lines(body, attachments=("note@2025",), attached=attached) == ["见附件。"]
    two = ("（另附）一览表", "note@2025")
    assert writer.lines("见{{ ref('附件2') }}。", attachments=two, attached=attached) == ["见附件2。"]


def test_an_unknown_reference_names_the_nearest(writer: Any) -> None:
    assert "plan-a" in writer.fault("见{{ ref('plan-b') }}\n# 甲 {#plan-a}").hint


@given(st.text(alphabet="字汉 a1_!#-+&<>`{}[]()=~@:%^.。《》\t\u3000\xa0", max_size=12))
def test_a_line_without_marks_of_bold_is_what_the_parser_says(line: str) -> None:
    assert dialect._split(line) == boldmarks.split(line.strip(dialect._BLANKS))


def test_a_line_without_marks_loads_no_parser() -> None:
    code = (
        "import sys; from reporter.compose import dialect; "
        "dialect._split('一是加强领导。'); print('markdown_it' in sys.modules); "
        r"print(dialect._split('**一是**\\*'), 'markdown_it' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["False", "(None, '一是', None, '*') True"]
