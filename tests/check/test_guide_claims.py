"""What the Chinese guide says of checking several files and of figures in sentences."""

from __future__ import annotations

from pathlib import Path

from reporter.check.registry import loaded_rules

GUIDE = Path(__file__).resolve().parents[2] / "README.zh-CN.md"


def test_the_guide_names_only_what_a_rule_tells() -> None:
    said = "汇总表里某乡镇一行的数还与该乡镇自己的报告核对；"
    said += "句子里的同比增减、“一是、二是”的次序、同一笔金额的元和万元也查"
    assert said in GUIDE.read_text(encoding="utf-8")
    titles = "".join(loaded.rule.title for loaded in loaded_rules())
    for word in ("汇总表里各单位的数", "增减数、增减百分比", "“一是、二是”顺序连续", "同一笔金额用同一个单位"):
        assert word in titles
