"""What a comparison found, in Chinese: kinds, differences of figures and where they come from. For every output."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from reporter.diff.model import Comparison, Figure, FigureChange, FormatChange, Kind, Renumbering
from reporter.patterns import regex
from reporter.text import INVISIBLE, clipped

KINDS: Mapping[Kind, str] = {
    "same": "相同",
    "edited": "修改",
    "inserted": "新增",
    "deleted": "删去",
    "moved": "移来",
    "moved_away": "移走",
}
COUNTS: Mapping[str, str] = {
    "figures": "数字变化{}处",
    "unmoved": "应变未变{}处",
    "blocks_edited": "修改{}段",
    "blocks_inserted": "新增{}段",
    "blocks_deleted": "删去{}段",
    "blocks_moved": "移动{}段",
    "tables_edited": "修改{}张表格",
    "tables_inserted": "新增{}张表格",
    "tables_deleted": "删去{}张表格",
    "tables_moved": "移动{}张表格",
    "rows_inserted": "表格新增{}行",
    "rows_deleted": "表格删去{}行",
    "rows_edited": "表格修改{}行",
    "rows_moved": "表格移动{}行",
    "cells": "单元格修改{}个",
    "columns_inserted": "表格新增{}栏",
    "columns_deleted": "表格删去{}栏",
    "columns_edited": "栏名修改{}个",
    "columns_moved": "表格移动{}栏",
    "renumbered": "序号顺延{}处",
    "renumbered_rows": "表内序号顺延{}张表",
    "formats": "格式变化{}处",
}
"""The words for `Comparison.counts`, in the order in which they are told."""
_UNSHOWN = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]")
_TENTH = Decimal("0.1")


def visible(text: str) -> str:
    """The text with signs that nobody sees written out (⟨U+200B⟩): a change of those is a change too."""
    return INVISIBLE.sub(_code, _UNSHOWN.sub(_code, text))


def quoted(text: str, most: int) -> str:
    """The visible text on one line, of `most` characters at the most."""
    return clipped(visible(text).replace("\n", " "), most)


def _code(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match[0]):04X}⟩"


def counted(comparison: Comparison) -> list[str]:
    """数字变化2处, 修改3段 …; empty when nothing is different."""
    counts = comparison.counts
    return [words.format(counts[name]) for name, words in COUNTS.items() if name in counts]


def signed(number: Decimal) -> str:
    """+2 or −0.5, without exponent and trailing zeros."""
    text = f"{abs(number):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if not number else ("+" if number > 0 else "−") + text


def delta(change: FigureChange) -> str:
    """The difference with its unit; empty when a side has no value."""
    return "" if change.delta is None else signed(change.delta) + change.unit


def percent(change: FigureChange) -> str:
    """The difference in percent of the old value, one decimal."""
    if change.percent is None:
        return ""
    return signed(change.percent.quantize(_TENTH, ROUND_HALF_UP)) + "%"


def printed(figure: Figure | None) -> str:
    """The figure as it is printed, 无 when the side has none."""
    return visible(figure.text) if figure else "无"


def figure_note(change: FigureChange) -> str:
    """数字：36处→38处，+2处，+5.6%."""
    parts = [f"{printed(change.old)}→{printed(change.new)}", delta(change), percent(change)]
    return "数字：" + "，".join(part for part in parts if part)


def renumbering_note(one: Renumbering) -> str:
    """序号顺延：三、→四、等2处."""
    more = f"等{one.count}处" if one.count > 1 else ""
    return visible(f"{one.old}→{one.new}{more}")


def format_note(one: FormatChange) -> str:
    """首行缩进：2字→无."""
    return visible(f"{one.what}：{one.old or '未定'}→{one.new or '未定'}")
