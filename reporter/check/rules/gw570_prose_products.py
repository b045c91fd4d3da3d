"""Means, prices times counts and rates of a thousand come out of the figures beside them (R4, R2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reporter.artefacts.seen.joined import apart
from reporter.artefacts.seen.model import Para, Role
from reporter.check.columns import figures
from reporter.check.finding import Finding
from reporter.check.quantities import (
    SCALES,
    Quantity,
    decimals_of,
    half_a_place,
    half_up,
    percent,
    plain,
    quantities,
)
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW570",
    title="次均、户均、人均，标准乘数量，每千人拥有数算得出来",
    implements=("R4", "R2"),
    clause="公文一致性要求",
    strength="recommended",
    tests="一句里的总数、个数与平均数；“经费……万元，人均……元”与文中的人数；“每户380元，共47.5万元”“每人10000元，有13名领取，共13万元”与文中的个数；“分3批，每批3天，共9天”；每千人拥有数；分期的比例与金额；“3门，每门4学时”两处之和与“学时之比”",
    why="审核的人会随手一算，对不上就要退回。",
    hint="按总数和个数重算，改正错的一个",
    good=lambda: notice(body=("临时救助1284人次，支出238.6万元，次均1858元。",)),
    bad=lambda: notice(body=("临时救助1284人次，支出238.6万元，次均1585元。",)),
)
_N = r"\d+(?:\.\d+)?"
_MEANS = {"次均": ("人次", "次"), "户均": ("户",), "人均": ("人",), "场均": ("场",), "件均": ("件",)}
_MEAN = re.compile(
    rf"(?<![月年日])(?P<of>次均|户均|人均|场均|件均)(?:为|约|发放|支出|救助)?(?P<mean>{_N})(?P<small>万?)元"
)
_PAID = re.compile(
    rf"(?<![均\d.])(?P<total>{_N})(?P<scale>[万亿]?)元[，,；][^，。；\d]{{0,6}}"
    rf"(?:人均|平均每[人家个所]|每[人家个所]平均)(?:为|约)?(?P<mean>{_N})(?P<small>万?)元"
)
_TOPIC = re.compile(r"([\u4e00-\u9fff]{2})(?:经费|资金|费用|费)(?:共|约|为|需)*$")
_PRICE = re.compile(
    r"每(?P<unit>平方米|[人名户具处家个张床所台套件例间])(?:每学年|一次性)?(?:给予|发放|补助|奖励)?[\u4e00-\u9fff]{0,6}?"
    rf"(?P<price>{_N})(?P<small>万?)元(?P<between>(?:[^。；元]|元的标准){{0,60}}?)"
    rf"(?:共|合计|免除|共需|计)[^，。；\d]{{0,10}}(?P<total>{_N})(?P<scale>[万亿]?)元"
)
_SUM = apart("元(?<=[0-9万亿]元)")
_AT_ONCE = re.compile(r"[^，。；\d]{0,6}，")
_OFTEN = re.compile("每[月日天年季次]|个月|年度|[天次期批]|分别|其中|不超过|以上|以下")
_OTHER_PRICE = re.compile(r"每[^，。；\d]{1,8}\d[\d.]*万?元")
_SAME = {"人": "人名", "名": "名人"}
_ROUNDS = re.compile(
    r"分(?P<a>\d+)(?P<unit>[批期次轮场])[^，。；]{0,8}，每(?P=unit)(?P<b>\d+)(?P<day>天|人|课时|学时)，(?:共|合计|共计)(?P<c>\d+)(?P=day)"
)
_PER = re.compile(
    rf"每(?P<many>[百千万])[名个位]?(?P<whose>[^，。；\d]{{0,10}}?)(?:拥有|有|配备)(?P<what>[^，。；\d]{{0,10}}?)(?P<rate>{_N})(?P<unit>张|名|人|个)"
)
_SHARE = re.compile(rf"(?P<rate>{_N})%，即(?P<sum>{_N})(?P<unit>万?元)")
_RATIO = re.compile(
    r"两[类种部项][^，。；\d]{0,6}共(?P<sum>\d+)(?P<unit>学时|课时|小时|人次|人|天)，[^，。；\d]{0,6}之比[为是]"
    r"(?P<a>\d+)[：:∶](?P<b>\d+)"
)
_EACH = re.compile(r"(\d+)([门次期批节场])，每\2(\d+)(学时|课时|小时|人次|人|天)")
_MANY = {"百": 100, "千": 1000, "万": 10000}
_TIMES = re.compile("[0-9](?:天|个月|期|年|批|场|次|轮|季)|每[天月日年季]")
_COUNTING: tuple[Role, ...] = ("body", "heading", "attachment_title", "attachments")
_LEAST = 2


def check(subject: Subject) -> Iterator[Finding]:
    """Told softly: a total may hold what the sentence does not name."""
    text, numbers = subject.text_of("body", "heading"), subject.seen.joined.numbers
    if not numbers.behind.isdisjoint("万元"):
        yield from _means(subject)
        for para, found in text.matches(_PRICE, "每", quick=_SUM):
            yield from _price(subject, para, found)
        for para in text.holding(_SHARE, "，即"):
            yield from _instalments(subject, para)
    for para, found in text.matches(_ROUNDS, "，每") if "分" in numbers.before else ():
        right = int(found["a"]) * int(found["b"])
        if right != int(found["c"]):
            yield RULE.at(subject, para, f"{found['a']}乘{found['b']}是{right}{found['day']}", around(para.text, found))
    for para, found in text.matches(_PER, "每百", "每千", "每万"):
        yield from _per(subject, para, found)
    for para, found in text.matches(_RATIO, "之比为", "之比是"):
        yield from _ratio(subject, para, found)


def _ratio(subject: Subject, para: Para, found: re.Match[str]) -> Iterator[Finding]:
    """两类课程共24学时，学时之比为1：1, where just two kinds are worked out and come to that sum."""
    products = [
        int(one[1]) * int(one[3])
        for _, one in subject.text_of("body", "heading").matches(_EACH, "，每")
        if one[4] == found["unit"]
    ]
    if len(products) != _LEAST or sum(products) != int(found["sum"]):
        return
    first, second, a, b = *products, int(found["a"]), int(found["b"])
    if first * b != second * a and first * a != second * b:
        message = f"两类分别是{products[0]}{found['unit']}和{products[1]}{found['unit']}"
        yield RULE.at(subject, para, message, around(para.text, found))


def _means(subject: Subject) -> Iterator[Finding]:
    """A mean that does not come out of its sentence is not held against the rest of the text too."""
    told: set[tuple[int, int]] = set()
    for para, found in subject.text_of("body", "heading").matches(_MEAN, "均"):
        for finding in _mean(subject, para, found):
            told.add((para.number, found.end()))
            yield finding
    for para, found in subject.seen.matches(_PAID, "均"):
        if (para.number, found.end()) not in told:
            yield from _paid(subject, para, found)


def _mean(subject: Subject, para: Para, found: re.Match[str]) -> Iterator[Finding]:
    """The sentence names one sum of money and one count before the mean; the sum is as exact as it is written."""
    before = _sentence_before(para, found.start())
    sums = [one for one in before if one.unit == "元" and one.text[one.start - 1 : one.start] != "均"]
    heads = [one for one in before if one.unit in _MEANS[found["of"]]]
    if len(sums) != 1 or len(heads) != 1 or not heads[0].value:
        return
    mean, total, scale = Decimal(found["mean"]), sums[0].value, SCALES[found["small"]]
    off = half_a_place(mean) * scale + _slack(sums[0]) / heads[0].value
    if abs(total / heads[0].value - mean * scale) > off:
        right = half_up(total / heads[0].value, 0)
        message = f"总额除以{plain(heads[0].value)}{heads[0].unit}约是{plain(right)}元"
        yield RULE.at(subject, para, message, around(para.text, found))


def _paid(subject: Subject, para: Para, found: re.Match[str]) -> Iterator[Finding]:
    """Some whole number of heads has this mean: where the text names how many 培训经费… is for, one of the numbers, or
    all together."""
    total = Decimal(found["total"]) * SCALES[found["scale"]]
    mean = Decimal(found["mean"]) * SCALES[found["small"]]
    if not mean:
        return
    if not _divides(total, mean, found["mean"], found["small"]):
        yield RULE.at(subject, para, "总额除以人均，得不到整数的人数或个数", around(para.text, found))
        return
    heads = total / mean
    topic = _TOPIC.search(para.text[: found.start()])
    if topic is None or "人均" not in found[0] or heads != heads.to_integral_value():
        return
    named = [
        one.value
        for _, _, sentence in subject.text_of("body", "heading").sentences
        if topic[1] in sentence
        for one in quantities(sentence)
        if one.unit in ("人", "人次", "名")
    ]
    if named and max(named) != heads and heads not in named and heads != sum(named):
        message = f"总额除以人均是{plain(heads)}人，文中{topic[1]}人数是{plain(max(named))}人"
        yield RULE.at(subject, para, message, around(para.text, found))


def _divides(total: Decimal, mean: Decimal, written: str, scale: str) -> bool:
    """Whether some whole number of heads has this mean, rounded as it is written."""
    step = Decimal(1).scaleb(-decimals_of(written)) * SCALES[scale]
    near = int((total / mean).to_integral_value())
    return any(
        half_up(total / heads / step, 0) * step == mean for heads in range(max(near - 1, 1), near + 2)
    )


def _price(subject: Subject, para: Para, found: re.Match[str]) -> Iterator[Finding]:
    """Some count of the sentence gives the total, or two of them together; where the sentence has none and the total
    stands right behind the price, those of the text and of tables."""
    between, begin = found["between"], para.text.rfind("。", 0, found.start()) + 1
    if _OFTEN.search(between):
        return
    mean = para.text.endswith("平均", begin, found.start())
    if not mean and _OTHER_PRICE.search(para.text, max(begin, para.text.rfind("；", 0, found.start())), found.start()):
        return  # it is in the total, too
    units, scale = _SAME.get(found["unit"], found["unit"]), SCALES[found["scale"]]
    heads = {one.value for one in quantities(para.text)
             if one.unit in units and begin <= one.start and one.end <= found.end()}  # fmt: skip
    others: set[Decimal] = set()
    if not heads and _AT_ONCE.fullmatch(between) and not _TIMES.search(para.text, begin, found.end()):
        heads = {one.value for other in subject.paras_of(*_COUNTING) for one in quantities(other.text)
                 if one.unit in units}  # fmt: skip
        others = figures(subject.seen.grids)
    price, total = Decimal(found["price"]) * SCALES[found["small"]], Decimal(found["total"])
    known = heads | {one + other for one in heads for other in heads} | others
    if heads and not any(abs(price * one - total * scale) <= half_a_place(total) * scale for one in known):
        message = f"文中没有一个{found['unit']}数乘{plain(price)}元得{found['total']}{found['scale']}元"
        yield RULE.at(subject, para, message, around(para.text, found))


def _per(subject: Subject, para: Para, found: re.Match[str]) -> Iterator[Finding]:
    """Heads and what they have stand in the sentence: some two of them give the rate."""
    before = _sentence_before(para, found.start())
    heads = [one.value for one in before if one.unit in ("人", "名") and one.value > _MANY[found["many"]]]
    things = [one.value for one in before if one.unit == found["unit"]]
    rate, decimals, many = Decimal(found["rate"]), decimals_of(found["rate"]), _MANY[found["many"]]
    if not heads or not things or found["unit"] in ("人", "名"):
        return
    if not any(percent(one, whole, decimals, many) == rate for one in things for whole in heads):
        yield RULE.at(subject, para, f"每{found['many']}人的数与前面的数除不出来", around(para.text, found))


def _instalments(subject: Subject, para: Para) -> Iterator[Finding]:
    """30%，即48万元；50%，即80万元: each of one sum. Two that agree tell what that is."""
    found = list(_SHARE.finditer(para.text))
    wholes = [Decimal(one["sum"]) * 100 / Decimal(one["rate"]) if Decimal(one["rate"]) else Decimal(0) for one in found]
    for one, whole in zip(found, wholes, strict=True):
        others = [other for other in wholes if other != whole]
        if len(others) >= _LEAST and len(set(others)) == 1 and len(others) == len(wholes) - 1:
            right = others[0] * Decimal(one["rate"]) / 100
            yield RULE.at(subject, para, f"按其他各期推算，{one['rate']}%是{plain(right)}{one['unit']}", one[0])


def _sentence_before(para: Para, place: int) -> Sequence[Quantity]:
    begin = para.text.rfind("。", 0, place) + 1
    return [one for one in quantities(para.text) if begin <= one.start and one.end <= place and not one.percent]


def _slack(one: Quantity) -> Decimal:
    written = one.text[one.start : one.end]
    scale = 10**8 if "亿" in written else 10**4 if "万" in written else 1
    return Decimal(5).scaleb(-one.decimals - 1) * scale

