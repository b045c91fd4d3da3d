"""Percentages that do not come out of the counts before them (R4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reporter.artefacts.seen.joined import sentence_at
from reporter.check.quantities import Quantity, bounds, percent, quantities

_RATE = re.compile(
    "率(?<=(?:整改|完成|合格|达标|销号|检查|覆盖|备案|入住|评定|参训|持证|追回|回收|采纳|知晓|执行|支付|到位|兑现|化解)率)|占"
)
_LEAST = 2
_MANY = 40
"""Counts before a rate that its part and whole are looked for among, the last of the paragraph."""
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
_FAILED = re.compile(r"(?:不|未|没有|缺席|缺)[\u4e00-\u9fff]{0,6}\d")
"""共检查314个，不合格55个，合格率为82.48%: all but these are the part."""
_OTHER = re.compile(r"序时|同比|环比|增长|下降|提高|上升|比上年|较上年|目标|以上|不低于|不少于")
_STEM = re.compile(r"([\u4e00-\u9fff]{2})率[^，。；]{0,4}$")
_SHARE_OF = re.compile(
    r"占(?P<whole>全[国省市州盟县区镇乡村]|总人口|[\u4e00-\u9fff]{2,8}?总(?:量|面积|[户人]?数)|[拟应需][\u4e00-\u9fff]|计划|预计)"
    r"[^，。；\d]*\d[\d.]*[%％]"
)
_WHOLE_NAMED = re.compile(r"占((?:全国|全世界|[\u4e00-\u9fff]{3})[\u4e00-\u9fff]{2,10}?)的\d[\d.]*[%％]$")
"""占全国人口总数的15%, 占农民生产资金投入的18.58%: a whole of that name has no number here."""
_LAST = 4
_PART_UNNAMED = re.compile(r"其中[^，。；\d]{2,}的占\d[\d.]*[%％]$")
"""109户年收入超万元，其中共同脱贫的占35%: how many those are is not told."""
_OF_A_DATE = re.compile(r"占[^，。；\d]{0,6}((?:19|20)\d{2}年[末底初])[^，。；]*[%％]$")
"""占2020年末脱贫人口总数的13.99%: of what there was at a time that is not told."""
_SAME_DEED = {"整改": "整改|销号|解决|消除", "完成": "完成|办结|整改", "参训": "参训|参加|培训", "评定": "评定|评"}
"""Rates whose part is told in other words, too; in any, the deed may be turned about: 收回2256份，回收率."""


def wrong_rates(text: str) -> Iterator[tuple[Quantity, bool]]:
    """Rates of a paragraph: behind two or more counts of one unit in its sentence one must be a quotient of two counts
    of that unit that the paragraph has named by then. With each, whether that is sure: a part that is not told
    (共39家，其中市直27家，合格率95.7%) may be any number, so only a rate that no part gives is told, and softly."""
    found = quantities(text)
    units = [one.unit for one in found if one.unit != "%"]
    if len(set(units)) == len(units):
        return  # no two counts of one unit
    for rate in [one for one in found if one.unit == "%"]:
        counts = _counts(found, rate)
        if _of_several(rate, found) or _whole_elsewhere(rate, found):
            continue
        if not counts or any(percent(a, b, rate.decimals) == rate.value for a, b in counts):
            continue
        _, sentence = sentence_at(text, rate.begin)
        if _RATE.search(sentence) and not _OTHER.search(sentence) and not _of_what_is_not_told(rate):
            sure = _part_told(rate.before)
            if sure or not any(_some_part_gives(rate, whole) for _, whole in counts):
                yield rate, sure


def _of_several(rate: Quantity, found: Sequence[Quantity]) -> bool:
    """分别完成66亩、74亩和79亩，占77%、75%和72%: whether it is one of shares side by side of which none comes out, as
    each may be of a whole of its own."""
    lists = _LISTED.finditer(rate.text, rate.begin)
    listed = next((one for one in lists if one.start() <= rate.start < one.end()), None)
    if listed is None:
        return False
    shares = [one for one in found if one.percent and listed.start() <= one.start < listed.end()]
    return not any(
        percent(part, whole, share.decimals) == share.value
        for share in shares for part, whole in _counts(found, share)
    )  # fmt: skip


_LISTED = re.compile(r"占[^，。；\d]{0,6}\d[\d.]*%(?:[、和]\d[\d.]*%)+")


def _whole_elsewhere(rate: Quantity, found: Sequence[Quantity]) -> bool:
    """合计到位10192万元，到位率92.3%: whether its part, right before it, is the largest sum of money of the paragraph:
    what was to come is told in another."""
    if not _OF_MONEY.search(rate.before):
        return False
    sums = [one for one in found if one.unit == "元" and one.start < rate.start]
    return bool(sums) and sums[-1].value == max(one.value for one in sums) and sums[-1].begin == rate.begin


_OF_MONEY = re.compile("(?:到位|支付|执行|拨付|支出)率[为达到]{0,2}$")


def _of_what_is_not_told(rate: Quantity) -> bool:
    """占全国政府网站总数的2.3%, 占拟取缔机构的100%: the sentence speaks of a whole that the paragraph has no
    number of; a bare 占15.93% behind may be of such a one, too."""
    dated = _OF_A_DATE.search(rate.text[rate.begin : rate.end])
    if dated and dated[1] not in rate.text[: rate.begin]:
        return True
    named = _WHOLE_NAMED.search(rate.text, rate.begin, rate.end)
    if named and named[1][-_LAST:] not in rate.text[: named.start()]:
        return True
    if _PART_UNNAMED.search(rate.text, rate.begin, rate.end):
        return True
    return any(
        found["whole"][:2] not in rate.text[: rate.begin + found.start()]
        for found in _SHARE_OF.finditer(rate.text[rate.begin : rate.end])
    )


def _part_told(before: str) -> bool:
    """The deed of the rate stands with a number: 已整改18处，整改率. A share (占) is of the number before it."""
    stem = _STEM.search(before)
    if stem is None:
        return True
    deed = f"(?:{_SAME_DEED.get(stem[1], f'{stem[1]}|{stem[1][::-1]}')})(?!率)"
    told = rf"{deed}[^，。；\d]{{0,8}}\d|\d[^，。；\d]{{1,8}}{deed}"
    return re.search(told, before) is not None


def _some_part_gives(rate: Quantity, whole: Decimal) -> bool:
    nearest = (rate.value * whole / 100).to_integral_value()
    return any(percent(part, whole, rate.decimals) == rate.value for part in (nearest - 1, nearest, nearest + 1))


def _bound(one: Quantity) -> bool:
    """不满20万元, 10万元以上: where a grade begins or ends."""
    return bounds(one) or one.text.endswith(_UP_TO, 0, one.start)


_UP_TO = ("不满", "不足", "低于", "高于", "不超过", "超过", "少于", "多于")
_OF_PERSONS = re.compile("(?:入住|满意|知晓|使用|利用)率[^，。；]{0,4}$")
_UNNAMED = re.compile(r"\d[万亿]")
"""29.9万农业人口中有8.05万，发生率: part and whole may stand right before the rate without a unit."""
_ROUGHLY = ("近", "约", "超", "逾", "大约", "接近", "超过")
_KEEPERS = frozenset("家所个处座")
"""Units of what keeps beds and serves persons; a rate of these is none of those."""


def _counts(found: Sequence[Quantity], rate: Quantity) -> list[tuple[Decimal, Decimal]]:
    """Pairs, part and whole; none unless the sentence itself holds two counts of the unit before the rate."""
    begin, end = rate.begin, rate.start
    before = [one for one in found if begin <= one.start < end and one.unit != "%" and not _bound(one)]
    if len(before) < _LEAST:
        return []
    unit = before[-1].unit
    if unit in _KEEPERS and _OF_PERSONS.search(rate.before):
        return []
    if _UNNAMED.search(rate.text, before[-1].end, end) or rate.text.endswith(_ROUGHLY, 0, before[-1].start):
        return []
    if sum(one.unit == unit for one in before) < _LEAST or _FROM.search(before[-1].before):
        return []
    if _GROWN.search(rate.text, begin, end) or _EACH.search(rate.text, begin, end):
        return []
    values = [one.value for one in found if one.unit == unit and one.start < rate.start][-_MANY:]
    pairs = [(a, b) for at, a in enumerate(values) for place, b in enumerate(values) if at != place]
    if _REST.search(rate.text, begin, end):
        pairs += [(a, a + b) for a, b in pairs]
    if _FAILED.search(rate.text, begin, end):
        pairs += [(b - a, b) for a, b in pairs]
    near = [one for one in before[-_MANY:] if one.unit != unit]
    pairs += [(a.value, b.value) for a in near for b in near if a is not b and a.unit == b.unit]
    others = [one.value for one in found if one.start < begin and one.unit not in (unit, "%")][-_MANY:]
    pairs += [(a, b) for a in values for b in others]
    return [(a, b) for a, b in pairs if b > 0 and a <= b]
