"""Figures in sentences and cells: value, unit, and the words that say what is counted.

Years, dates, document and standard numbers, times and ordinals are no quantities. Two mentions are of the same thing
only when their whole wording agrees, with place and time: better a pair missed than a pair that is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import cached_property, lru_cache

from reporter.artefacts.seen.joined import sentences

__all__ = ["Quantity", "number_in", "percent", "plain", "quantities", "sentences"]

_UNITS = (
    "人次", "万元", "亿元", "平方米", "公里", "个月", "百分点", "家次", "床位",
    "家", "个", "张", "处", "名", "人", "次", "份", "元", "条", "项", "户", "所", "起", "台", "件", "辆", "间", "栋",
    "场", "期", "批", "只", "套", "块", "部", "米", "天", "页",
)  # fmt: skip
_DECIMALS = r"(?:\.\d+)?"
_NUMBER = rf"\d{{1,3}}(?:,\d{{3}})+{_DECIMALS}|\d+{_DECIMALS}"
_QUANTITY = re.compile(
    rf"([0-9](?<![\d.,〔\[第/—–A-Za-z-].)(?:\d{{0,2}}(?:,\d{{3}})+{_DECIMALS}|\d*{_DECIMALS}))"
    rf"[^\S\n]?(万|亿)?(%|％|个百分点|{'|'.join(_UNITS)})(?!代|级|号)",
    re.ASCII,
)
"""A number as above; it begins with a digit before anything is asked of what stands there: so it is looked for twice as
fast."""
_FIRST_FILLERS = re.compile(
    r"(?:其中|截至目前|目前|现|共有|共|总计|合计|累计|现有|已有|有|计|达到|达|为|约|的|了|是|全县|全市|全省|全区|本县|我县)+"
)
_LAST_FILLERS = re.compile(r"(?:共有|共计|共|总计|合计|累计|现有|已有|有|计|达到|达|为|约|的|了|是)+$")
_LAST_OF_FILLERS = ("有", "计", "共", "到", "达", "为", "约", "的", "了", "是")
_PLACE_ENDS = "镇乡街县市区省院心寓"
_TIME_SIGNS = "年季月期"
"""One of them stands in every time."""
_WHERE = re.compile(r"[\u4e00-\u9fff]{2,4}?(?:镇|乡|街道|县|市|区|省|院|中心|公寓)")
_WHEN = re.compile(
    r"(?:19|20)\d{2}年(?:度|以来|\d{1,2}月)?|[一二三四1-4]季度|[上下]半年|全年|去年|上年|同期|\d{1,2}月(?:\d{1,2}日|份|底)?"
)


@dataclass(eq=False)
class Quantity:
    """One mention. `value` counts 万 and 亿 out; `start` and `end` are its characters in `text`; `label` says what is
    counted where a form does."""

    value: Decimal
    unit: str
    start: int
    end: int
    decimals: int = 0
    text: str = ""
    label: str = ""

    @property
    def percent(self) -> bool:
        return self.unit == "%"

    @cached_property
    def before(self) -> str:
        """Its sentence up to it."""
        told = sentences(self.text)
        return self.text[told[bisect_right(told, (self.start + 1,)) - 1][0] : self.start] if told else ""

    @cached_property
    def what(self) -> str:
        """What is counted."""
        return self.label or _what(self.before, _HANZI.match(self.text, self.end))

    @cached_property
    def scope(self) -> frozenset[str]:
        """The places and times that the sentence names before it."""
        places = _WHERE.findall(self.before) if any(sign in self.before for sign in _PLACE_ENDS) else ()
        return frozenset((*places, *_times(self.before)))


@lru_cache(maxsize=4096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """All of a text in order; several rules ask for the same paragraphs."""
    return tuple(_all(text))


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
    for found in _QUANTITY.finditer(text):
        plain = found[1].replace(",", "")
        value = Decimal(plain)
        if found[2]:
            value *= _SCALES[found[2]]
        unit = "%" if found[3] == "％" else found[3]
        yield Quantity(value, unit, found.start(), found.end(), len(plain.partition(".")[2]), text)


_SCALES = {"万": 10**4, "亿": 10**8}


def _what(before: str, behind: re.Match[str] | None) -> str:
    """The words of the clause before the figure without fillers; those behind it when there are none."""
    clause = _CLAUSE.match(before[::-1])
    words = _bare(clause[0][::-1] if clause else "")
    follows = behind[0] if behind else ""
    return words + "·" + _bare(follows) if follows and len(words) < _SHORT else words


_CLAUSE = re.compile("[^，。；：！？,;:（）()\n\t ]*")
_HANZI = re.compile(r"[\u4e00-\u9fff]*")
_SHORT = 3


def _bare(text: str) -> str:
    if any(sign in text for sign in _TIME_SIGNS):
        text = _WHEN.sub("", text)
    length = -1
    while length != len(text):
        length = len(text)
        if found := _FIRST_FILLERS.match(text):
            text = text[found.end() :]
        if text.endswith(_LAST_OF_FILLERS):
            text = _LAST_FILLERS.sub("", text)
    return text.strip()


def _times(text: str) -> list[str]:
    return _WHEN.findall(text) if any(sign in text for sign in _TIME_SIGNS) else []


def percent(part: Decimal, whole: Decimal, decimals: int) -> Decimal:
    """`part` of `whole` in percent, rounded half up at that many decimals."""
    return (part * 100 / whole).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def plain(value: Decimal) -> str:
    """Without exponent and needless zeros."""
    return f"{value.normalize():f}"
