"""`web` (网站) in a text: what is set, what is left open, what the document says itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reporter.document.blanks import blank_names
from reporter.document.inline import plain
from reporter.document.model import Document
from reporter.errors import ReporterError
from reporter.records.filing import Filing, WebBlock
from tests.compose.printed import composed

FRONT = "标题: 关于安全工作的通知\n发文机关: 安和县民政局\n文号: 安民发〔2026〕12号\n成文日期: 2026-11-20\n"


def document(folder: Path, front: str) -> Document:
    path = folder / "通知.md"
    path.write_text(f"---\n{FRONT}{front}---\n文\n", encoding="utf-8")
    return composed(path).document


def test_settings_are_texts_and_dates_are_printed(tmp_path: Path) -> None:
    made = document(
        tmp_path, "网站: {主题分类: 民政, 索引号: 12, 发布日期: 2026-11-22, 生成日期: 2026年11月21日}\n"
    )
    assert [(one.label, plain(one.value)) for one in made.web] == [
        ("索引号", "12"),
        ("主题分类", "民政"),
        ("发布日期", "2026年11月22日"),
        ("生成日期", "2026年11月21日"),
    ]


def test_what_is_set_without_a_value_is_a_visible_blank(tmp_path: Path) -> None:
    made = document(tmp_path, "web:\n  index_number:\n  validity: 待填\n  number:\n  title:\n")
    assert [(one.label, plain(one.value, "＿")) for one in made.web] == [("索引号", "＿"), ("有效性", "＿")]
    assert {"索引号", "有效性"} <= set(blank_names(made))


def test_nothing_is_said_where_nothing_is_set(tmp_path: Path) -> None:
    assert document(tmp_path, "").web == ()


def test_an_unknown_setting_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ReporterError) as caught:
        document(tmp_path, "网站:\n  索引: 1\n")
    assert (caught.value.where, caught.value.hint) == ("通知.md 第7行", "是不是“索引号”？")


def test_filings_yaml_says_it_too() -> None:
    filing = Filing.of(
        {"kind": "a", "period": "2026", "web": {"index_number": "1/2026", "published_on": "2026-11-22"}}
    )
    assert filing.web == WebBlock(index_number="1/2026", published_on="2026年11月22日")


def test_the_example_of_the_guide_can_be_used(tmp_path: Path) -> None:
    guide = (Path(__file__).resolve().parents[2] / "README.zh-CN.md").read_text(encoding="utf-8")
    (example,) = (block for block in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL) if "网站:" in block)
    path = tmp_path / "通知.md"
    path.write_text(f"---\n{FRONT}{example}---\n文\n@附件 1\n甲\n@附件 2\n乙\n", encoding="utf-8")
    made = composed(path).document
    assert [one.separate for one in made.attachments] == [False, True]
    assert [one.label for one in made.web] == ["索引号", "主题分类", "发布机构", "发布日期", "有效性"]
    assert blank_names(made) == ("索引号",)
