"""The same quantity has one value in a document (R8)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from reporter.artefacts.seen.model import Para
from reporter.check.clauses import clause_before
from reporter.check.concepts import Count, unequal
from reporter.check.finding import Finding
from reporter.check.quantities import Quantity, bounds, plain, quantities, varied
from reporter.check.quoting import around, leading
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW528",
    title="同一数据前后一致",
    implements=("R8", "R7"),
    clause="公文一致性要求",
    strength="shall",
    tests="正文里说法、单位、地点、时间都相同的数；隐患的发现、已整改、未整改数和机构总数，说法不同也比",
    why="一份公文里同一个数有两个值，读者不知道以哪个为准。",
    hint="以台账为准，改成一个值",
    good=lambda: notice(
        body=(
            "全县共有养老机构186家。",
            "186家养老机构均已备案。",
        )
    ),
    bad=lambda: notice(
        body=(
            "全县共有养老机构186家，检查了一遍。",
            "全县共有养老机构190家，分布在各乡镇。",
        )
    ),
    roles=(
        "body",
        "heading",
    ),
)
_SHORT, _PLAIN = 4, 6
"""So many signs name a thing; so many name it whatever the sentence speaks of."""
_PER = re.compile(r"/[人户床张床位·年月天日次]+")
_FIGURES = re.compile(r"[\d.]+")
_NAMELESS = re.compile(
    "(?:占|完成)?(?:年初|全年|年度|当年|调整)?(?:预算|计划|任务|目标)数?|(?:同比|环比|[比较].{0,6})[增减][加少收支长]"
    "|“?十[一二三四五]五”?(?:规划)?(?:时期|期间|期?末)?"
)
"""Words that do not say of what the plan, the change or the earlier figure is: 税收收入351万元，占年初预算846万元的
41.5%."""


def check(subject: Subject) -> Iterator[Finding]:
    """Mentions with the same words, unit, places and times; and counts of hazards and homes however they are put."""
    paras = subject.paras_of("title", "body", "heading", "attachment_title")
    counted = subject.counted_in(paras)
    named = [(para, one) for para in paras for one in quantities(para.text) if one.unit != "%"]
    told: set[tuple[Para, int]] = set()
    found: list[tuple[Para, Count | Quantity, Count | Quantity, bool]] = [
        *((*same, True) for same in _same_things(counted)),
        *_same_words(named, counted),
    ]
    for para, one, before, sure in found:
        if (para, one.end) not in told:
            told.add((para, one.end))
            message = (
                f"同一项数据，前面写{plain(before.value)}{before.unit}，这里写{plain(one.value)}{one.unit}"
            )
            finding = RULE.at(subject, para, message, leading(para.text, one.start, one.end))
            yield finding if sure else replace(finding, severity="warning")
    yield from _checked(subject)
    yield from _visits(subject)


def _checked(subject: Subject) -> Iterator[Finding]:
    """对45家养老机构开展检查, where the text counts 42 of them: told softly, it may be a part."""
    if "对" not in subject.seen.joined.numbers.before:
        return
    visits = list(subject.text_of("body", "heading").matches(_VISITED, "养老"))
    paras = subject.paras_of("title", "body", "heading") if visits else ()
    homes = {one.value for _, one in subject.counted_in(paras) if one.kind == "homes"}
    for para, found in visits if len(homes) == 1 else ():
        before = clause_before(para.text, "。；", found.start())
        if Decimal(found[1]) not in homes and not _PARTLY.search(before + found[0]):
            message = f"全部养老机构别处写{plain(next(iter(homes)))}家，这里检查{found[1]}家；只检查一部分的，请写明"
            yield replace(RULE.at(subject, para, message, around(para.text, found)), severity="warning")


_VISITS = re.compile(r"(?:共|累计|全年)(?:检查|排查|走访|巡查)(?:养老(?:服务)?)?机构(\d+)家(?!次)")


def _visits(subject: Subject) -> Iterator[Finding]:
    """共检查机构27家, where there are 9: visits, whose unit is 家次. Those of other kinds than homes may be more, but
    hardly so many times more to the one; and homes that were closed since (关停1家) were checked, too."""
    visits = list(subject.text_of("body", "heading").matches(_VISITS, "检查机构", "查养老", "走访", "排查机构"))
    paras = subject.paras_of("title", "body", "heading") if visits else ()
    homes = {one.value for _, one in subject.counted_in(paras) if one.kind == "homes"}
    ended = subject.text_of("body", "heading").matches(_CLOSED, *_ENDED) if visits else ()
    closed = {Decimal(each[1]) for _, each in ended}
    for para, found in visits:
        more = Decimal(found[1]) - max(homes, default=Decimal(0))
        if homes and more > 0 and more not in closed and ("养老" in found[0] or not more % max(homes)):
            message = f"全部养老机构是{plain(max(homes))}家，这里检查{found[1]}家；按次数统计的，写“家次”"
            yield replace(RULE.at(subject, para, message, around(para.text, found)), severity="warning")


_ENDED = ("关停", "关闭", "注销", "撤销", "停业", "停办")
_CLOSED = re.compile(rf"(?:{'|'.join(_ENDED)})[^，。；、\d]{{0,8}}(\d+)家")
_VISITED = re.compile(
    r"对(\d+)家养老(?:服务)?机构(?:逐一|逐家|全部)?(?:开展|进行|实施)[^，。；、]{0,8}?(?:检查|排查)"
)
_PARTLY = re.compile(r"抽|部分|其中|重点|随机|另|剩余|分别|首批|批|组|先后|民办|公办|乡镇|城区")


def _same_words(
    named: Sequence[tuple[Para, Quantity]], known: Iterable[tuple[Para, Count]]
) -> Iterator[tuple[Para, Quantity, Quantity, bool]]:
    """Units, then words that have two values at least are looked at more closely; few do. With each pair, whether it
    is surely of one thing. What one sentence says of several things in the same words (农村低保金1342万元，其中春节补贴
    576万元；供养资金88万元，其中春节补贴21万元) is of none."""
    units = varied([(one.unit, one.value) for _, one in named])
    counted = {(para.number, count.end) for para, count in known}
    found = [
        (para, one) for para, one in named
        if one.unit in units and (para.number, one.end) not in counted and len(one.what) >= _SHORT
        and not bounds(one)
    ]  # fmt: skip
    told = varied([((one.what, one.unit), one.value) for _, one in found])
    words = {(what, unit) for what, unit in told if not _NAMELESS.fullmatch(what)}
    first: dict[tuple[str, str, frozenset[str] | str], tuple[Para, Quantity]] = {}
    for para, one in found:
        if (one.what, one.unit) in words:
            place, before = first.setdefault((one.what, _per(one), _whose(one) or one.scope), (para, one))
            between = para.text[before.end : one.start] if place is para else "。"
            together = "。" not in between or ("其中" in between and _BY.search(one.what) is not None)
            if before.value != one.value and not together and not _parted(one, before):
                yield para, one, before, len(one.what) >= _PLAIN or _of(one) == _of(before)


def _parted(one: Quantity, other: Quantity) -> bool:
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
    return len(one.what) < _PLAIN and _differ(_counted(one), _counted(other))


def _marked(one: Quantity, mark: re.Pattern[str]) -> bool:
    return mark.search(one.before) is not None


def _aside(one: Quantity) -> str:
    """What a bracket of short words only stands behind: 2.在“做优环境”方面（分解任务9项）."""
    opened = one.text[: one.start].rpartition("（")
    within = not re.search("[，。；）]", opened[2]) and one.text.startswith("）", one.end)
    return opened[0].rpartition("。")[2] if within and len(one.what) < _PLAIN else ""


def _office(one: Quantity) -> str:
    """Of whom its paragraph is by its label: （二）县水务局：未上缴非税收入36.95万元."""
    label = _LABEL.match(one.text)
    return label[1] if label else ""


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
        if each.unit != "%" and each.what != one.what and len(each.what) > _TOO_SHORT
        and "·" not in each.what and not _NAMELESS.fullmatch(each.what)
    ]  # fmt: skip


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= _SHORT and long.endswith(short))


_BY = re.compile("(?:增加|减少|增长|下降|上升|提高|降低)$")
"""事故减少52起，其中重大事故26起。与上年相比，事故减少12起: a change is of what is told right before."""
_TOO_SHORT = 1
_MARKS = (
    re.compile("(?:收入|支出)(?:总计|合计|共计)[为是达]?$"),
    re.compile("^其中[，：]?[^。；]*[^其]中，"),
)
"""A grand total (支出 and 支出总计); 其中，市局完成的406批抽检中，不合格15批."""
_LABEL = re.compile(
    r"(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+[.．、])?"
    r"([^，。；：\d]{1,20}(?:局|委|办|镇|乡|街道|院|中心|公司|县|市|区|村|校|站|所|厅))："
)
_ABOVE = re.compile("[上前]述|以上")
"""上述收支相抵，年终结余: of what stands right before."""


def _differ(mine: str, theirs: str) -> bool:
    return bool(mine and theirs) and mine != theirs


def _counted(one: Quantity) -> str:
    """What the sentence speaks of where it counts it (城市低保对象395人，) or tells how (按户籍人口计算，)."""
    subject = _led(one).partition("，")[0]
    return _of(one) if subject.startswith("按") or quantities(subject) else ""


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


def _per(one: Quantity) -> str:
    """744元/人·月 is no 元, nor 6720元/人·年."""
    found = _PER.match(one.text, one.end)
    return one.unit + found[0] if found else one.unit


def _of(one: Quantity) -> str:
    """What the sentence speaks of, where that stands before a comma: 城市低保对象395人，保障标准为."""
    subject, comma, _ = _led(one).partition("，")
    return _FIGURES.sub("", subject) if comma else ""


def _led(one: Quantity) -> str:
    """Its sentence up to it; where only a semicolon has parted it from the subject, from there on: 幼儿园教职工453人，
    增长8%；专任教师258人."""
    if "，" in one.before or not one.text[: one.begin].endswith("；"):
        return one.before
    return one.text[: one.start].rpartition("。")[2]


def _whose(one: Quantity) -> str:
    """A rate (每周探访2次) is that of whoever the sentence speaks of before it."""
    return one.before if one.what.startswith("每") else ""


def _same_things(found: Sequence[tuple[Para, Count]]) -> Iterator[tuple[Para, Count, Count]]:
    place = {id(one): para for para, one in found}
    for before, one in unequal(one for _, one in found):
        yield place[id(one)], one, before
