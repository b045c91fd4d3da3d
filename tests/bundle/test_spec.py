"""The bundle file as the guide shows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.counties import make
from reporter.bundle.spec import KEYS, load_spec
from reporter.errors import InputError

GUIDE = Path(__file__).resolve().parents[2] / "README.zh-CN.md"


def test_the_example_of_the_guide_is_read_with_every_key_that_it_shows(tmp_path: Path) -> None:
    text = GUIDE.read_text(encoding="utf-8")
    (example,) = (
        block for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) if block.startswith("单位:")
    )
    make(tmp_path / "各县", 2)
    (tmp_path / "全市.yaml").write_text(example, encoding="utf-8")
    found = load_spec(tmp_path / "全市.yaml")
    assert [root.name for root in found.roots] == ["county-0001", "county-0002"]
    assert (found.filings, found.periods, found.formats) == (
        ("filing-letter",),
        ("2026",),
        ("docx", "pdf"),
    )
    assert found.due_by == "2026-11-10"
    assert set(KEYS) - {line.partition(":")[0] for line in example.splitlines()} == {"名称"}


def test_english_keys_say_the_same_and_a_single_word_is_a_list(tmp_path: Path) -> None:
    make(tmp_path / "in", 1)
    (tmp_path / "b.yaml").write_text("units: in/county-0001\nformats: pdf\n", encoding="utf-8")
    found = load_spec(tmp_path / "b.yaml")
    assert ([root.name for root in found.roots], found.formats) == (["county-0001"], ("pdf",))


def test_an_unknown_key_names_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("unit: [a]\n", encoding="utf-8")
    with pytest.raises(InputError) as raised:
        load_spec(tmp_path / "b.yaml")
    assert "units" in raised.value.hint
    assert raised.value.where == "b.yaml 第1行"


def test_filings_keep_their_words_and_their_lines(tmp_path: Path) -> None:
    make(tmp_path / "in", 1)
    text = "单位: [in/*]\n文件:\n  - 通报要点\n  - 总结报告@2026\n"
    (tmp_path / "b.yaml").write_text(text, encoding="utf-8")
    found = load_spec(tmp_path / "b.yaml")
    assert found.filings == ("通报要点", "总结报告@2026")
    assert found.places["总结报告@2026"] == "b.yaml 第4行"
