"""Figures in sentences and cells: value, unit, and the words that say what is counted.

Years, dates, document and standard numbers, times and ordinals are no quantities. Two mentions are of the same thing
only when their whole wording agrees, with place and time: better a pair missed than a pair that is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

_UNITS = (
    "人次", "万元", "亿元", "平方米", "公里", "个月", "百分点", "家次", "床位",
    "家", "个", "张", "处", "名", "人", "次", "份", "元", "条", "项", "户", "所", "起", "台", "件", "辆", "间", "栋",
    "场", "期", "批", "只", "套", "块", "部", "米", "天", "页",
)  # fmt: skip
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_QUANTITY = re.compile(
    rf"(?<![\d.,〔\[第/—–A-Za-z-])({_NUMBER})\s?(万|亿)?(%|％|个百分点|{'|'.join(_UNITS)})(?!代|级|号)",
    re.ASCII,
)
_CLAUSE_END = re.compile("[，。；：！？,;:（）()\n\t ]")
_SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]?")
_FILLERS = re.compile(
    r"^(?:其中|截至目前|目前|现|共有|共|总计|合计|累计|现有|已有|有|计|达到|达|为|约|的|了|是|全县|全市|全省|全区|本县|我县)+"
    r"|(?:共有|共计|共|总计|合计|累计|现有|已有|有|计|达到|达|为|约|的|了|是)+$"
)
_WHERE = re.compile(r"[\u4e00-\u9fff]{2,4}?(?:镇|乡|街道|县|市|区|省|院|中心|公寓)")
_WHEN = re.compile(
    r"(?:19|20)\d{2}年(?:度|以来|\d{1,2}月)?|[一二三四1-4]季度|[上下]半年|全年|去年|上年|同期|\d{1,2}月(?:\d{1,2}日|份|底)?"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """One mention. `value` counts 万 and 亿 out; `what` is what is counted, `scope` the places and times that the
    sentence names before it; `start` and `end` are its characters in the text."""

    value: Decimal
    unit: str
    what: str
    scope: frozenset[str]
    start: int
    end: int
    decimals: int = 0

    @property
    def percent(self) -> bool:
        return self.unit == "%"


@lru_cache(maxsize=4096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """All of a text in order; several rules ask for the same paragraphs."""
    return tuple(_all(text))


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """`(offset, sentence)`; a clause that ends in ； counts as a sentence."""
    return ((found.start(), found[0]) for found in _SENTENCE.finditer(text))


def number_in(cell: str) -> Decimal | None:
    """The figure of a cell that holds nothing else (blanks, a thousands sign, one unit or % aside), else None."""
    found = _CELL.fullmatch(cell.strip())
    if found is None:
        return None
    try:
        return Decimal(found[1].replace(",", ""))
    except InvalidOperation:
        return None


_CELL = re.compile(rf"({_NUMBER})\s?(?:%|％|万元|元|家|个|张|处|名|人|次|项|条)?", re.ASCII)


def _all(text: str) -> Iterator[Quantity]:
    for offset, sentence in sentences(text):
        for found in _QUANTITY.finditer(sentence):
            before = sentence[: found.start()]
            scope = frozenset((*_WHERE.findall(before), *_WHEN.findall(before)))
            plain = found[1].replace(",", "")
            scale = {"万": 10**4, "亿": 10**8}.get(found[2] or "", 1)
            unit = "%" if found[3] in ("%", "％") else found[3]
            yield Quantity(
                Decimal(plain) * scale, unit, _what(sentence, found), scope,
                offset + found.start(), offset + found.end(), len(plain.partition(".")[2]),
            )  # fmt: skip


def _what(sentence: str, found: re.Match[str]) -> str:
    """The words of the clause before the figure without fillers; those behind it when there are none."""
    before = _bare(_CLAUSE_END.split(sentence[: found.start()])[-1])
    after = re.match(r"[\u4e00-\u9fff]*", sentence[found.end() :])
    behind = after[0] if after else ""
    return before + "·" + _bare(behind) if behind and len(before) < _SHORT else before


_SHORT = 3


def _bare(text: str) -> str:
    text = _WHEN.sub("", text)
    while (shorter := _FILLERS.sub("", text)) != text:
        text = shorter
    return text.strip()


def percent(part: Decimal, whole: Decimal, decimals: int) -> Decimal:
    """`part` of `whole` in percent, rounded half up at that many decimals."""
    return (part * 100 / whole).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def plain(value: Decimal) -> str:
    """Without exponent and needless zeros."""
    return f"{value.normalize():f}"
