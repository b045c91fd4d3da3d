"""Whether two figures in the same words are surely of two things: offices, funds, batches, years, wholes."""

from __future__ import annotations

import re

from reporter.check.quantities import Quantity, quantities

NAMES, PLAIN = 4, 6
"""So many signs name a thing; so many name it whatever the sentence speaks of."""
_FIGURES = re.compile(r"[\d.]+")
NAMELESS = re.compile(
    "(?:占|完成)?(?:年初|全年|年度|当年|调整)?(?:预算|计划|任务|目标)数?|(?:同比|环比|[比较].{0,6})[增减][加少收支长]"
    "|“?十[一二三四五]五”?(?:规划)?(?:时期|期间|期?末)?"
)
"""Words that do not say of what the plan, the change or the earlier figure is: 税收收入351万元，占年初预算846万元的
41.5%."""


def parted(one: Quantity, other: Quantity) -> bool:
    """Whether they are surely of two things: their paragraphs have come to different years, they are parts of
    different wholes, one is a grand total or of a part only, what is told beside them differs as well, or short words
    (已整治118栋) are about what the clauses before them name differently."""
    if any(_marked(one, mark) != _marked(other, mark) for mark in _MARKS) or _beside(one, other):
        return True
    if _ABOVE.match(one.before) and _ABOVE.match(other.before):
        return True
    if _differ(_aside(one), _aside(other)) or _differ(_office(one), _office(other)):
        return True
    if _differ(_year(one), _year(other)) or _differ(_span(one), _span(other)) or _differ(_whole(one), _whole(other)):
        return True
    return len(one.what) < PLAIN and _differ(_counted(one), _counted(other))


def _marked(one: Quantity, mark: re.Pattern[str]) -> bool:
    return mark.search(one.before) is not None


def _aside(one: Quantity) -> str:
    """What a bracket of short words only stands behind: 2.在“做优环境”方面（分解任务9项）."""
    opened = one.text[: one.start].rpartition("（")
    within = not re.search("[，。；）]", opened[2]) and one.text.startswith("）", one.end)
    short = len(one.what) < PLAIN or one.what.startswith("含")
    return opened[0].rpartition("。")[2] if within and short else ""


def _office(one: Quantity) -> str:
    """Of whom its paragraph is by its label, or of what its sentence: （二）县水务局：未上缴非税收入36.95万元."""
    fields = _FIELD.findall(one.text, 0, one.start)
    label = _LABEL.match(one.text)
    return str(fields[-1]) if fields else label[1] if label else ""


def _beside(one: Quantity, other: Quantity) -> bool:
    """Whether their paragraphs name something else in the same words, too, and no such pair agrees: two batches, two
    funds (已办结7件，责令整改3家 and 已办结151件，责令整改88家). Where one figure slipped, those beside it agree."""
    pairs = [
        mine.value == theirs.value
        for mine in _named_in(one) for theirs in _named_in(other)
        if mine.unit == theirs.unit and _alike(mine.what, theirs.what)
    ]  # fmt: skip
    return bool(pairs) and not any(pairs)


def _named_in(one: Quantity) -> list[Quantity]:
    """What else its paragraph counts in other words that name a thing."""
    return [
        each for each in quantities(one.text)
        if each.unit != "%" and each.what != one.what and len(each.what) > _TOONAMES
        and "·" not in each.what and not NAMELESS.fullmatch(each.what)
    ]  # fmt: skip


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= NAMES and long.endswith(short))


BY = re.compile("(?:增加|减少|增长|下降|上升|提高|降低)$")
"""事故减少52起，其中重大事故26起。与上年相比，事故减少12起: a change is of what is told right before."""
_TOONAMES = 1
_MARKS = (
    re.compile("(?:收入|支出)(?:总计|合计|共计)[为是达]?$"),
    re.compile("^其中[，：]?[^。；]*[^其]中，"),
    re.compile("(?:新[增建]|扩建|改建|建成|实施|调整|合并|整合|投产|完工)[^，。；]{0,8}后，"),
)
"""A grand total (支出 and 支出总计); 其中，市局完成的406批抽检中，不合格15批; 扩建后，床位180张."""
_LABEL = re.compile(
    r"(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+[.．、])?"
    r"([^，。；：\d]{1,20}(?:局|委|办|镇|乡|街道|院|中心|公司|县|市|区|村|校|站|所|厅))："
)
_FIELD = re.compile("([\u4e00-\u9fff]{2,12}(?:方面|领域))：")
"""特种设备方面：检查企业12家。"""
_ABOVE = re.compile("[上前]述|以上")
"""上述收支相抵，年终结余: of what stands right before."""


def _differ(mine: str, theirs: str) -> bool:
    return bool(mine and theirs) and mine != theirs


def _counted(one: Quantity) -> str:
    """What the sentence speaks of where it counts it (城市低保对象395人，) or tells how (按户籍人口计算，)."""
    subject = _led(one).partition("，")[0]
    return spoken_of(one) if subject.startswith("按") or quantities(subject) else ""


def _year(one: Quantity) -> str:
    years = _YEARS.findall(one.text, 0, one.start)
    return str(years[-1]) if years else ""


def _span(one: Quantity) -> str:
    """The span of the year that its paragraph has come to: 7月份以来, 今年, 上半年."""
    spans = _SPANS.findall(one.text, 0, one.start)
    return str(spans[-1]) if spans else ""


def _whole(one: Quantity) -> str:
    """What is split where a sentence opens with 其中 or says 地方收入按构成分："""
    sentences = one.text[: one.start].split("。")
    split = _SPLIT.match(sentences[-1])
    if split is None or split["by"]:
        return split["by"] if split else ""
    earlier = quantities(sentences[-2]) if len(sentences) > 1 else ()
    return next((each.what for each in earlier if each.unit == one.unit), "")


_YEARS = re.compile(r"(?:19|20)\d{2}年")
_SPANS = re.compile(r"今年|去年|\d{1,2}月份?以来|[一二三四]季度|[上下]半年|\d{1,2}[—至-]\d{1,2}月份?")
_SPLIT = re.compile("其中[：，]|(?P<by>[^，。；：]{0,8}[从按分][^，。；：]{1,12}[看分]：)")


def spoken_of(one: Quantity) -> str:
    """What the sentence speaks of, where that stands before a comma: 城市低保对象395人，保障标准为."""
    subject, comma, _ = _led(one).partition("，")
    return _FIGURES.sub("", subject) if comma else ""


def _led(one: Quantity) -> str:
    """Its sentence up to it; where only a semicolon has parted it from the subject, from there on: 幼儿园教职工453人，
    增长8%；专任教师258人."""
    if "，" in one.before or not one.text[: one.begin].endswith("；"):
        return one.before
    return one.text[: one.start].rpartition("。")[2]
