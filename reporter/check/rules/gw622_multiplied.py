"""Teams times members, years and kinds of money come to what the text says (R2, R4, R7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from reporter.artefacts.seen.joined import apart
from reporter.artefacts.seen.model import Para
from reporter.check.bound import Bound, N, numbers, tell_bounds
from reporter.check.finding import Finding
from reporter.check.ordinals import number_of
from reporter.check.quantities import SCALES, decimals_of, half_up, plain, quantities, values
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW622",
    title="每队人数乘队数、分年分项的资金与总数相符",
    implements=("R2", "R4", "R7"),
    clause="公文一致性要求",
    strength="recommended",
    tests="“6支队伍，每支由……各1人组成，共30人”，“单笔10万元以上的4家，合计……”，“分两年安排，2026年……、2027年……”，“以上两项合计”，扣除重复后的人数，按处补助的总额",
    why="审核的人会随手一算，对不上就要退回。",
    hint="重新计算，改正其中一个数",
    good=lambda: notice(body=("建立6支巡查队，每支由民政、公安部门各1人和志愿者3人组成，共30人。",)),
    bad=lambda: notice(body=("建立6支巡查队，每支由民政、公安部门各1人和志愿者3人组成，共36人。",)),
    roles=("body", "heading"),
    signs=("每", "单笔", "同时", "分", "以上", "1处", "平均"),
    severity="warning",
    yields=("GW591", "GW651"),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Sentences of these forms."""
    yield from tell_bounds(RULE, subject, _FORMS)
    text = subject.text_of("body", "heading")
    if "元" in text.text:
        yield from _money(subject)
    if "平均每" in text.text:
        for para, found in text.matches(_CLERK, quick=_OF_EACH):
            yield from _clerk(subject, para, found)


def _money(subject: Subject) -> Iterator[Finding]:
    text = subject.text_of("body", "heading")
    for para, found in text.matches(_YEARLY, "年安排", "年下达", "年拨付", "年投入", "度安排", quick=_IN_YEARS):
        yield from _yearly(subject, para, found)
    yield from _together(subject)
    for para, found in text.matches(_GRANT, "1处", quick=_OF_ONE):
        yield from _granted(subject, para, found)


def _members(found: re.Match[str]) -> str:
    """甲、乙、丙各1人和志愿者2人."""
    teams, whole = int(found[1]), int(found[3])
    each, rest = 0, found[2]
    if one := re.search(r"([\u4e00-\u9fff、和]+?)各(\d{1,3})[人名]", rest):
        each = (one[1].count("、") + one[1].count("和") + 1) * int(one[2])
        rest = rest.replace(one[0], "", 1)
    each += sum(map(int, re.findall(r"(\d{1,3})[人名]", rest)))
    return "" if not each or teams * each == whole else f"每支{each}人，{teams}支共{teams * each}人"


def _at_least(found: re.Match[str]) -> str:
    least, many, whole = numbers(found, 1, 3, 4)
    least, whole = least * SCALES[found[2]], whole * SCALES[found[5]]
    return "" if least * many <= whole else f"{plain(many)}个，每个不少于{found[1]}{found[2]}元，合计不会只有这些"


def _both(found: re.Match[str]) -> str:
    whole, twice, rest = numbers(found, 1, 2, 3)
    return "" if whole - twice == rest else f"{plain(whole)}减去重复的{plain(twice)}是{plain(whole - twice)}"


def _a_year(found: re.Match[str]) -> str:
    price, many, whole = numbers(found, 2, 3, 4)
    right = price * many
    told = f"每年{plain(price)}元，{plain(many)}{found[1]}是{plain(right)}元"
    return "" if right == whole * SCALES[found[5]] else told


_FORMS = (
    Bound(("每年",), apart("每(?=年[0-9])"), re.compile(
        rf"每([张户人名个处])[^，。；\d]{{0,4}}每年{N}元[^。；\d]{{0,20}}，{N}\1[^，。；\d]{{0,4}}每年[^，。；\d]{{0,4}}{N}(万?)元"
    ), _a_year, "年", "元万"),
    Bound(("支由", "组由", "队由"), apart("由(?<=，每[支组队]由)"), re.compile(
        r"(\d{1,3})[支个组][\u4e00-\u9fff]{0,10}，每[支组队]由([^。；，]{4,60}?)组成，(?:一)?共(?:计)?(\d{1,4})[人名]"
    ), _members, behind="人名"),
    Bound(("单笔", "元以上的"), apart("以(?<=元以)上的"), re.compile(
        rf"(?:单笔|每[笔户家人名])[^，。；\d]{{0,8}}{N}(万?)元以上的[^，。；\d]{{0,8}}{N}[家个户人名笔]，"
        rf"(?:合计|共计?|总计|累计)[^，。；\d]{{0,6}}{N}(万?)元"
    ), _at_least, behind="元万"),
    Bound(("其中同时",), apart("其中同时"), re.compile(
        rf"{N}人次?，其中同时[^，。；\d]{{2,14}}{N}人，实际[^，。；\d]{{0,6}}{N}人"
    ), _both, behind="人"),
)  # fmt: skip
_IN_YEARS = apart("分[两二三四五]年", "分[两二三四五]个年度")
_YEARLY = re.compile(
    r"分[两二三四五]个?年度?(?:安排|下达|拨付|投入|到位|实施)，(?P<years>(?:(?:其中)?20\d\d年(?:安排|下达|拨付|投入)?\d+(?:\.\d+)?[万亿]?元[、，和]?){2,})"
)


def _yearly(subject: Subject, para: Para, found: re.Match[str]) -> Iterator[Finding]:
    """Their sum is a sum of money that the text names elsewhere, where it names one larger than each."""
    parts = [one.value for one in quantities(found["years"]) if one.unit == "元"]
    known = {one.value for other in subject.paras_of("body", "heading") for one in quantities(other.text)
             if one.unit == "元" and not (other is para and found.start() <= one.start < found.end())}  # fmt: skip
    added = sum(parts, Decimal(0))
    if len(parts) > 1 and any(one > max(parts) for one in known) and added not in known:
        message = f"各年相加是{plain(added / 10**4)}万元，文中没有这个总数"
        yield RULE.at(subject, para, message, around(para.text, found))


_OF_EACH = apart("平均每[人名]")
_CLERK = re.compile(
    rf"(?<![\d.])(?P<heads>\d+)[人名]，平均每[人名][^，。；\d]{{0,8}}?{N}(?P<unit>人次|户次|人|户|件|条)"
)


def _clerk(subject: Subject, para: Para, found: re.Match[str]) -> Iterator[Finding]:
    """Some number of the whole text, shared among the heads, gives the mean."""
    heads, mean = Decimal(found["heads"]), Decimal(found[2])
    known = [one for one in values(subject.paras_of("body", "heading", "title"), found["unit"]) if one > mean]
    if heads and known and not any(half_up(one / heads, decimals_of(found[2])) == mean for one in known):
        yield RULE.at(subject, para, f"文中没有一个数除以{plain(heads)}得{plain(mean)}", around(para.text, found))


_ABOVE = re.compile(rf"以上(?P<n>[两二三四五])项(?:资金)?(?:合计|共计?|总计){N}(?P<scale>[万亿]?)元")


def _together(subject: Subject) -> Iterator[Finding]:
    """One sum of each of that many paragraphs above."""
    text = subject.text_of("body", "heading")
    for para, found in text.matches(_ABOVE, "以上"):
        many, total = number_of(found["n"]), Decimal(found[2]) * SCALES[found["scale"]]
        above = [values((one,), "元") for one in text.above(para, many)]
        if len(above) == many and all(above) and not any(sum(those) == total for those in product(*above)):
            first = sum((one[0] for one in above), Decimal(0)) / 10**4
            yield RULE.at(subject, para, f"上面{many}项相加是{plain(first)}万元", around(para.text, found))


_OF_ONE = apart("1(?<=[建设造]1)处")
_GRANT = re.compile(
    rf"(?P<a>[\u4e00-\u9fff]{{2,3}})1处[^，。；\d]{{0,6}}，[^，。；\d]{{0,8}}给予{N}万元[^，。；\d]{{0,4}}；(?P<b>[\u4e00-\u9fff]{{2,3}})1处，"
    rf"给予{N}万元[^，。；\d]{{0,4}}。(?:[^。]{{0,16}}?)共需[^，。；\d]{{0,8}}{N}万元"
)


def _granted(subject: Subject, para: Para, found: re.Match[str]) -> Iterator[Finding]:
    """新建1处，给予30万元；改扩建1处，给予12万元: by how many of each the text plans."""
    counts = [_planned(subject, found[kind]) for kind in "ab"]
    first, second, whole = numbers(found, 2, 4, 5)
    if counts[0] and counts[1]:
        right = first * counts[0] + second * counts[1]
        if right != whole:
            message = f"{counts[0]}处和{counts[1]}处共需{plain(right)}万元"
            yield RULE.at(subject, para, message, around(para.text, found))


def _planned(subject: Subject, kind: str) -> int:
    """How many places of a kind, where the text says one number alone."""
    counted = re.compile(rf"{kind}[^，。；、\d]{{0,8}}(\d+)处")
    found = {int(one) for one in counted.findall(subject.text_of("body", "heading").text)} - {1}
    return found.pop() if len(found) == 1 else 0

