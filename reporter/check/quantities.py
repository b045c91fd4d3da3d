"""Figures in sentences and cells: value, unit, and the words that say what is counted.

Years, dates, document and standard numbers, times and ordinals are no quantities. Two mentions are of the same thing
only when their whole wording agrees, with place and time: better a pair missed than a pair that is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache
from typing import TypeVar

from msgspec import Struct

from reporter.artefacts.seen.joined import begins
from reporter.artefacts.seen.model import Para
from reporter.once import once

_UNITS = (
    "人次", "万元", "亿元", "平方米", "公里", "公顷", "个月", "百分点", "家次", "床位",
    "家", "个", "张", "处", "名", "人", "次", "份", "元", "条", "项", "户", "所", "起", "台", "件", "辆", "间", "栋",
    "场", "期", "批", "只", "套", "块", "部", "米", "天", "页", "例", "具", "座", "亩",
)  # fmt: skip
LARGE_UNITS = "公顷|平方米|平方公里|公里|万元|亿元|亿|%|％|亩|吨|小时"
"""Of what is told with decimals."""
_DECIMALS = r"(?:\.\d+)?"
_NUMBER = rf"\d{{1,3}}(?:,\d{{3}})+{_DECIMALS}|\d+{_DECIMALS}"
_SIGNS = "".join(sorted({unit[0] for unit in _UNITS}))
_QUANTITY = re.compile(
    rf"([0-9](?<![\d.,〔\[第/—–A-Za-z-].)(?:\d*+{_DECIMALS}|\d{{0,2}}(?:,\d{{3}})+{_DECIMALS})(?=[^\S\n]?[%％万亿{_SIGNS}]))"
    rf"[^\S\n]?(万|亿)?(%|％|个百分点|{'|'.join(_UNITS)})(?!代|级|号)",
    re.ASCII,
)
"""A number as above. It begins with a digit before anything is asked of what stands there, and what begins no unit is
told before the units are tried one by one: so it is looked for four times as fast."""
_FIRST_FILLERS = re.compile(
    r"(?:其中|截至目前|目前|现|共有|共|总计|合计|累计|现有|已有|有|计|达到|达|为|约|的|了|是|全县|全市|全省|全区|本县|我县)+"
)
_LAST_FILLERS = re.compile(r"(?:共有|共计|共|总计|合计|累计|现有|已有|有|计|达到|达|为|约|的|了|是)+$")
_FIRST_OF_FILLERS = frozenset("其截目现共总合累已有计达为约的了是全本我")
_LAST_OF_FILLERS = ("有", "计", "共", "到", "达", "为", "约", "的", "了", "是")
_PLACE_END = re.compile(
    r"[镇乡县市区省院街中公](?<=[\u4e00-\u9fff]{2}.)(?:(?<=[镇乡县市区省院])|(?<=街)道|(?<=中)心|(?<=公)寓)"
)
_LONGEST_NAME = 4
_TIME_SIGN = re.compile(r"[年季月期](?:(?<=\d.)|(?<=[半全去上]年)|(?<=[一二三四]季)|(?<=同期))")
"""One of them stands in every time, which is looked for more slowly."""
_WHERE = re.compile(r"[\u4e00-\u9fff]{2,4}?(?=[镇乡街县市区省院中公])(?:镇|乡|街道|县|市|区|省|院|中心|公寓)")
_WHEN = re.compile(
    r"(?:19|20)\d{2}年(?:度|以来|\d{1,2}月)?|[一二三四1-4]季度|[上下]半年|全年|去年|上年|同期|\d{1,2}月(?:\d{1,2}日|份|底)?"
)


class Quantity(Struct, eq=False, dict=True):
    """One mention. `value` counts 万 and 亿 out; `start` and `end` are its characters in `text`; `label` says what is
    counted where a form does."""

    value: Decimal
    unit: str
    start: int
    end: int
    decimals: int = 0
    text: str = ""
    label: str = ""
    begin: int = 0
    """Where its sentence begins."""

    @property
    def percent(self) -> bool:
        return self.unit == "%"

    @property
    def before(self) -> str:
        """Its sentence up to it."""
        return self.text[self.begin : self.start]

    @once
    def what(self) -> str:
        """What is counted."""
        return self.label or _what(self)

    @once
    def scope(self) -> frozenset[str]:
        """The places and times that the sentence names before it."""
        before = self.before
        return frozenset((*_places(before), *_times(before)))


@lru_cache(maxsize=4096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """All of a text in order; several rules ask for the same paragraphs."""
    return tuple(_all(text))


def bounds(one: Quantity) -> bool:
    """造成3人以上10人以下死亡: the end of a range, of which a paper may have several for one thing."""
    return one.text.startswith(_BOUNDS, one.end)


_BOUNDS = ("以上", "以下", "（含）以上", "（含）以下", "及以上", "及以下", "（不含）", "至", "—", "～")


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
    sentences = begins(text)
    for found in _QUANTITY.finditer(text):
        (written, scale, unit), (start, end) = found.groups(), found.span()
        decimals = 0
        if not written.isdigit():
            written = written.replace(",", "")
            decimals = decimals_of(written)
        value = Decimal(written)
        if scale:
            value *= SCALES[scale]
        begin = sentences[bisect_right(sentences, start) - 1]
        yield Quantity(value, "%" if unit == "％" else unit, start, end, decimals, text, "", begin)


SCALES = {"": 1, "万": 10**4, "亿": 10**8}


def _what(one: Quantity) -> str:
    """The words of the clause before the figure without fillers; those behind it when there are none."""
    clause = _CLAUSE.match(one.before[::-1])
    words = _bare(clause[0][::-1] if clause else "")
    follows = _HANZI.match(one.text, one.end) if len(words) < _SHORT else None
    return words + "·" + _bare(follows[0]) if follows else words


_CLAUSE = re.compile("[^，。；：！？,;:（）()\n\t ]*")
_HANZI = re.compile(r"[\u4e00-\u9fff]+")
_SHORT = 3


def _bare(text: str) -> str:
    if _TIME_SIGN.search(text):
        text = _WHEN.sub("", text)
    if text[:1] in _FIRST_OF_FILLERS and (found := _FIRST_FILLERS.match(text)):
        text = text[found.end() :]
    if text.endswith(_LAST_OF_FILLERS):
        text = _LAST_FILLERS.sub("", text)
    return text.strip()


def _places(text: str) -> Iterator[str]:
    """As `_WHERE` finds them one behind the other, looked for where they end: that takes half as long."""
    begin = 0
    for end in _PLACE_END.finditer(text):
        if found := _WHERE.search(text, max(begin, end.start() - _LONGEST_NAME), end.end()):
            begin = found.end()
            yield found[0]


def _times(text: str) -> list[str]:
    return _WHEN.findall(text) if _TIME_SIGN.search(text) else []


def values(paras: Iterable[Para], unit: str) -> list[Decimal]:
    """The figures of that unit in paragraphs; money is in 元."""
    return [one.value for para in paras for one in quantities(para.text) if one.unit == unit]


def unscaled(unit: str) -> tuple[int, str]:
    """How many of what figures of sentences count a unit is: 万元 is 10000 of 元."""
    return SCALES.get(unit[0], 1), unit.lstrip("万亿")


def decimals_of(written: str) -> int:
    """How many digits stand behind the point."""
    return len(written.partition(".")[2])


def turned_about(written: str) -> Iterator[str]:
    """A number with two neighbouring digits changed about, each pair by itself; the point stays where it is."""
    before, point, behind = written.partition(".")
    digits, place = before + behind, len(before)
    for at in range(len(digits) - 1):
        turned = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        yield turned[:place] + point + turned[place:]


def half_a_place(value: Decimal) -> Decimal:
    """Half of the last place that is written."""
    return Decimal(5).scaleb(min(int(value.as_tuple().exponent), 0) - 1)


def half_up(value: Decimal, decimals: int) -> Decimal:
    """Rounded half up at that many decimals. A file is checked without the facts, whose rounding is the same."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _OF_ANY_LENGTH)


_OF_ANY_LENGTH = Context(prec=1_000_000)
"""Somebody's hand on a key may have typed hundreds of digits."""


def percent(part: Decimal, whole: Decimal, decimals: int, many: int = 100) -> Decimal:
    """`part` of `whole` in percent, or on so many, rounded half up at that many decimals."""
    return half_up(part * many / whole, decimals)


def plain(value: Decimal) -> str:
    """Without exponent and needless zeros."""
    return f"{value.normalize():f}"


_Key = TypeVar("_Key", bound=Hashable)


def varied(found: Iterable[tuple[_Key, Decimal]]) -> set[_Key]:
    """Keys under which two values stand."""
    first: dict[_Key, Decimal] = {}
    return {key for key, value in found if first.setdefault(key, value) != value}
