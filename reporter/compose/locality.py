"""How a unit's documents speak of it: 全县、我县、各乡镇（街道）, from the last words of its name and its level."""

from __future__ import annotations

from reporter.records.campaign import Level, Unit

_WORDS = {
    "自治区": "区", "省": "省", "自治州": "州", "地区": "地区", "盟": "盟", "市": "市", "自治县": "县", "县": "县",
    "自治旗": "旗", "旗": "旗", "区": "区", "街道": "街道", "镇": "镇", "乡": "乡", "苏木": "苏木",
}  # fmt: skip
_BY_LEVEL: dict[Level, str] = {
    "国家": "国", "省": "省", "市": "市", "县": "县", "乡镇": "乡镇", "机构": "院"
}  # fmt: skip
_BELOW: dict[Level, str] = {
    "国家": "省（自治区、直辖市）",
    "省": "市（州）",
    "市": "县（市、区）",
    "县": "乡镇（街道）",
    "乡镇": "养老机构",
    "机构": "部门",
}


def local_word(unit: Unit) -> str:
    """县 for 安和县, 镇 for 河口镇, 街道 for 城关街道; by the level where the name ends in no such word."""
    longest = sorted(_WORDS, key=len, reverse=True)
    ending = next((ending for ending in longest if unit.name.removesuffix("办事处").endswith(ending)), None)
    return _WORDS[ending] if ending and unit.level != "机构" else _BY_LEVEL[unit.level]


def below_word(unit: Unit) -> str:
    """What the units below are called together: 乡镇（街道） of a county, 县（市、区） of a city."""
    return _BELOW[unit.level]
