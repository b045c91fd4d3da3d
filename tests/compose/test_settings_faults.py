"""The settings of a text: every fault at once, each with its line and what a clerk can do."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.compose.kinds import load_text
from reporter.errors import ReporterError


def faults(folder: Path, front: str) -> list[tuple[str, str, str]]:
    path = folder / "通知.md"
    path.write_text(f"---\n{front}\n---\n文\n", encoding="utf-8")
    with pytest.raises(ReporterError) as caught:
        load_text(path)
    return [(part.where.rpartition(" ")[2], part.message, part.hint) for part in caught.value.parts]


def test_all_faults_of_the_settings_are_told_with_their_lines(tmp_path: Path) -> None:
    found = faults(tmp_path, "标题: 通知\n版式: 文见\n主送单位: 甲\n盖章: 可能\n成文日期: 去年\n版头: 大概")
    assert [(line, message) for line, message, _ in found] == [
        ("第3行", "设置项“版式（face）”不对：文见"),
        ("第4行", "设置项“主送单位”不存在"),
        ("第5行", "设置项“盖章（sealed）”不对：可能"),
        ("第6行", "设置项“成文日期（doc_date）”不对：去年"),
        ("第7行", "设置项“版头（header）”不对：大概"),
    ]
    hints = [hint for *_, hint in found]
    assert (
        "文件" in hints[0] and "主送" in hints[1] and hints[2] == "写 是 或 否" and "2026-11-10" in hints[3]
    )


def test_a_missing_title_does_not_hide_the_other_faults(tmp_path: Path) -> None:
    found = faults(tmp_path, "盖章: 可能")
    assert [message for _, message, _ in found] == [
        "缺少设置项“title”（标题）",
        "设置项“盖章（sealed）”不对：可能",
    ]


def test_an_empty_item_is_told_in_chinese_with_its_line(tmp_path: Path) -> None:
    ((line, message, hint),) = faults(tmp_path, "标题: 通知\n发文机关:\n  - 甲局\n  -\n文号: 无")
    assert (line, message) == ("第5行", "设置项“发文机关（issuers）第2项”是空的") and "删去" in hint


def test_keys_written_twice_are_told_with_both_lines(tmp_path: Path) -> None:
    found = faults(tmp_path, "标题: 甲\n文号: 无\n标题: 乙\n文号: 无")
    assert [(line, message) for line, message, _ in found] == [
        ("第4行", "键“标题”写了两次（第2行和第4行）"),
        ("第5行", "键“文号”写了两次（第3行和第5行）"),
    ]


@pytest.mark.parametrize("front", ["标题：甲\n文号：无", "标题：甲\n文号：无\n盖章: 是"])
def test_chinese_colons_are_named_as_the_cause(tmp_path: Path, front: str) -> None:
    found = faults(tmp_path, front)
    assert [(line, message) for line, message, _ in found] == [
        ("第2行", "这一行的冒号是中文冒号"),
        ("第3行", "这一行的冒号是中文冒号"),
    ]
    assert {hint for *_, hint in found} == {"改成英文冒号，后面空一格"}


def test_words_with_a_chinese_colon_inside_a_block_are_not_blamed(tmp_path: Path) -> None:
    found = faults(tmp_path, "标题: |\n  注意：甲\n文号：无\n盖章: 是")
    assert [line for line, *_ in found] == ["第4行"]


def test_settings_that_are_empty_say_how_they_look(tmp_path: Path) -> None:
    ((_, message, hint),) = faults(tmp_path, "")
    assert message == "模板开头的设置是空的" and "标题: …" in hint
