"""Percentages that do not come out of the counts before them (R4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reporter.artefacts.seen.joined import sentence_at
from reporter.check.quantities import Quantity, percent, quantities

_RATE = re.compile(
    "率(?<=(?:整改|完成|合格|达标|销号|检查|覆盖|备案|入住|评定|参训|持证|追回|回收|采纳|知晓|执行|支付|到位|兑现|化解)率)|占"
)
_LEAST = 2
_FROM = re.compile(r"[由从]\d[\d.]*[\u4e00-\u9fff]{1,6}(?:到|至|为)$")
"""由36张增加到48张: what was and what is, no part and its whole."""
_GROWN = re.compile(
    r"(?:新建|新增|增加|净增|增设)[^，。；]*\d[^，。；]*，(?:累计|总数|共)?(?:达到?|增至|增加到|建成)[^，。；]*\d"
)
"""新建6个，累计达到64个: the whole of the rate is not written."""
_EACH = re.compile("率(?:均|都|分别)|(?:到期|按期|应)[^，。；]{0,4}率")
"""Of several things, or of those that were due."""
_REST = re.compile(r"(?:正在|尚在|仍在|还在|尚未|还未|未|待|尚有|剩余|其余|另有)[^，。；]{0,8}\d")
"""已完成整改5个，正在整改2个，完成率为71.4%: the whole is not written, but both of its parts are."""
_OTHER = re.compile(r"同比|环比|增长|下降|提高|上升|比上年|较上年|目标|以上|不低于|不少于")


def wrong_rates(text: str) -> Iterator[Quantity]:
    """Rates of a paragraph: behind two or more counts of one unit in its sentence one must be a quotient of two counts
    of that unit that the paragraph has named by then."""
    found = quantities(text)
    units = [one.unit for one in found if one.unit != "%"]
    if len(set(units)) == len(units):
        return  # no two counts of one unit
    for rate in [one for one in found if one.unit == "%"]:
        counts = _counts(found, rate)
        if not counts or any(percent(a, b, rate.decimals) == rate.value for a, b in counts):
            continue
        _, sentence = sentence_at(text, rate.begin)
        if _RATE.search(sentence) and not _OTHER.search(sentence):
            yield rate


def _counts(found: Sequence[Quantity], rate: Quantity) -> list[tuple[Decimal, Decimal]]:
    """Pairs, part and whole; none unless the sentence itself holds two counts of the unit before the rate."""
    begin, end = rate.begin, rate.start
    before = [one for one in found if begin <= one.start < end and one.unit != "%"]
    if len(before) < _LEAST:
        return []
    unit = before[-1].unit
    if sum(one.unit == unit for one in before) < _LEAST or _FROM.search(before[-1].before):
        return []
    if _GROWN.search(rate.text, begin, end) or _EACH.search(rate.text, begin, end):
        return []
    values = [one.value for one in found if one.unit == unit and one.start < rate.start]
    pairs = [(a, b) for at, a in enumerate(values) for place, b in enumerate(values) if at != place]
    if _REST.search(rate.text, begin, end):
        pairs += [(a, a + b) for a, b in pairs]
    others = [one.value for one in found if one.start < begin and one.unit not in (unit, "%")]
    pairs += [(a, b) for a in values for b in others]
    return [(a, b) for a, b in pairs if b > 0 and a <= b]
