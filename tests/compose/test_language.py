"""The text language is sandboxed, strict and always says where it went wrong."""

from __future__ import annotations

from typing import Any

import pytest

LINE_9 = "templates/text/note.md 第9行"


@pytest.mark.parametrize(
    "written",
    [
        "{{ ''.__class__ }}",
        "{{ 本件.__class__ }}",
        "{{ 隐患._facts }}",
        "{{ cycler }}",
        "{{ lipsum() }}",
        "{{ 'a' * 10**9 }}",
        "{{ 'a' * 1000000000 }}",
        "{{ 2 ** 100 }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ '{:1000000000}'.format(1) }}",
        "{{ '{0.__class__}'.format(1) }}",
        "{{ 'a'.ljust(1000000000) }}",
        "{% for i in range(10**9) %}a{% endfor %}",
        "{% for i in range(10000000) %}a{% endfor %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% extends 'x' %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{{ 隐患.发现 }}",
        "{{ 隐患 }}",
        "{{ 本单位 }}",
        "{{ 任务 }}",
        "{{ none }}",
        "{{ 1.5 }}",
        "{{ 没有 }}",
        "{{ 隐患.没有() }}",
        "{{ 隐患.发现(单位='没有') }}",
        "{{ 本单位.没有 }}",
        "{{ 1 / 0 }}",
        "{{ 1 + 'a' }}",
        "{% if %}",
        "{{ 'a'|upper }}",
        "{{ a b }}",
        "{% 如果 %}",
        "{{ ref('没有') }}",
        "@没有",
        "**半个",
        "- 列表",
        "> 引用",
        "| a | b |",
        "```",
        "---",
        "[字](http://a.b)",
        "![图](a.png)",
        "<b>粗</b>",
        "`码`",
        "###### 六级",
        "#",
        "@table 没有",
        "@roster 没有",
        "@issued",
        "响\x07铃",
        "私\ue000用",
        "｛｛隐患.发现()｝｝",
        "{ { 隐患.发现() } }",
        "{{ 隐患.发现()｝｝",
        "{{ 隐患.发现(单位=河口镇) }}",
        "{{ 隐患.发现(单位=“河口镇”) }}",
    ],
)
def test_every_fault_of_the_body_has_file_line_and_chinese_words(writer: Any, written: str) -> None:
    fault = writer.fault(f"第一行\n{written}")
    assert fault.where == LINE_9
    assert any("一" <= char <= "鿿" for char in fault.message)


def test_doubling_a_text_again_and_again_ends(writer: Any) -> None:
    body = "{% set n = namespace(x='很长') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}"
    assert "万字" in writer.fault(body).message


def test_loops_inside_loops_that_print_nothing_end_too(writer: Any) -> None:
    body = "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}"
    assert "万次" in writer.fault(body).message


@pytest.mark.parametrize("body", ["{% if 1 is even %}甲{% endif %}", "100%，{%"])
def test_what_jinja_finds_out_late_or_says_in_english_is_told_in_chinese(writer: Any, body: str) -> None:
    fault = writer.fault(body)
    assert fault.where
    assert fault.message.startswith("模板语法不对：")
    assert "expected" not in fault.message


@pytest.mark.parametrize("body", ["{{ 隐患.发现(", "{% if 1 %}甲"])
def test_what_is_never_closed_is_told_in_chinese(writer: Any, body: str) -> None:
    assert "缺少结尾，如 }}、%}" in writer.fault(body).message


def test_a_fault_in_a_clerks_text_names_that_text(writer: Any) -> None:
    fault = writer.fault("{{ slot('做法') }}", texts={"做法": "一段\n\n又一段{{ 没有 }}"})
    assert fault.where == "texts/note/做法.md 第3行"


def test_a_text_that_includes_itself_is_a_fault(writer: Any) -> None:
    assert "没有尽头" in writer.fault("{{ slot('做法') }}", texts={"做法": "{{ slot('做法') }}"}).message


def test_a_line_that_ends_in_a_tag_keeps_its_end(writer: Any) -> None:
    assert writer.lines("甲{% if 1 %}乙{% endif %}\n丙") == ["甲乙", "丙"]


def test_lines_inside_loops_keep_their_own_line_numbers(writer: Any) -> None:
    fault = writer.fault("{% for task in 任务 %}\n{{ task.title }}\n\n- {{ task.title }}\n{% endfor %}")
    assert fault.where == "templates/text/note.md 第11行"


def test_a_missing_slot_is_a_blank_that_names_the_file(writer: Any) -> None:
    composition = writer.compose("{{ slot('做法') }}")
    assert composition.document.body[0].inlines[0].name == "做法（texts/note/做法.md）"
    assert composition.texts_read == {"texts/note/做法.md"}


def test_what_has_no_target_is_left_out(writer: Any) -> None:
    target = "{% if t.target is not none %}目标：{{ t.target }}。{% endif %}"
    body = f"{{% for t in 任务 %}}\n{{{{ t.text }}}}{target}\n{{% endfor %}}"
    assert writer.lines(body) == ["逐院排查。目标：全覆盖。", "逐条整改。"]


FRONT = "name: 便笺\ntitle: 便笺\n"


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ('name: 便笺\ntitle: "关于{{ 没有 }}"\n', 3),
        ("name: 便笺\ntitle: 便笺\nremark: >-\n  {{ 没有 }}\n", 5),
        ("name: 便笺\ntitle: 便笺\n\ncc: '{{ 没有 }}'\n", 5),
        ("name: 便笺\ntitle: {{ a }}\n", 3),
        ("name: 便笺\ntitle: {{ a }}关于\n", 3),
        ("name: 便笺\ntitle: 便笺\nto: 上面\n", 4),
        ("name: 便笺\ntitle: 便笺\nfarbe: 红\n", 4),
        ("name: 便笺\n", 1),
        ("name: 便笺\ntitle: 便笺\nshapes:\n  a:\n    title: '{{ 没有 }}'\n", 6),
        ("name: 便笺\ntitle: 便笺\nissued:\n  - id: plan\n    title: 方案\n", 5),
    ],
)
def test_faults_of_the_front_matter_name_their_line(writer: Any, front: str, line: int) -> None:
    assert writer.fault("正文", front=front).where == f"templates/text/note.md 第{line}行"


@pytest.mark.parametrize("front", ["name: 便笺\ntitle: {{ a }}\n", "name: 便笺\ntitle: {{ a }}关于\n"])
def test_braces_without_quotes_say_put_quotes(writer: Any, front: str) -> None:
    assert "加引号" in writer.fault("正文", front=front).hint


def test_an_unknown_setting_answers_with_the_nearest(writer: Any) -> None:
    assert "title" in writer.fault("正文", front="name: 便笺\ntitle: 便笺\ntitel: 便笺\n").hint


def test_faults_of_tables_name_the_line_of_the_cell(writer: Any) -> None:
    front = """name: 便笺
title: 便笺
tables:
  t:
    rows: "下级单位"
    columns:
      - {id: a, label: 甲, cell: "{{ item.name }}"}
      - {id: b, label: 乙, cell: "{{ item.没有 }}"}
"""
    assert writer.fault("@table t", front=front).where == "templates/text/note.md 第9行"


@pytest.mark.parametrize("rows", ["没有", "年度", "下级单位("])
def test_faults_of_row_lists_name_their_line(writer: Any, rows: str) -> None:
    front = f'name: 便笺\ntitle: 便笺\ntables:\n  t:\n    rows: "{rows}"\n    columns: []\n'
    assert writer.fault("@table t", front=front).where == "templates/text/note.md 第6行"
