"""Figures that a sentence binds together by its words come out (R2, R4, R7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reporter.check.bound import Bound, N, numbers, tell_bounds
from reporter.check.finding import Finding
from reporter.check.quantities import plain
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW671",
    title="一句话里互相约束的数算得出来",
    implements=("R2", "R4", "R7", "R24"),
    clause="公文一致性要求",
    strength="recommended",
    tests="“其余”与全部、“现有”与“均”、分次发放的标准、“……的95件。95件……中”，调整数与增加后的数、受理与确认和不予确认、分组与每组、每百户与总户数、每隔几小时与时刻、人均收入的举例",
    why="同一句里的数都对不上，一看就知道没有核。",
    hint="重新计算，改正其中一个数",
    good=lambda: notice(body=("受理申请19户，审核确认16户，不予确认3户。",)),
    bad=lambda: notice(body=("受理申请19户，审核确认26户，不予确认3户。",)),
    roles=("body", "heading"),
    severity="warning",
)
_OFTEN = re.compile("每[月季天日周次]")
_UNIT = "张|家|户|人|名|个|件|所|场次|次|平方米"


def check(subject: Subject) -> Iterator[Finding]:
    """Sentences of these forms; other forms bind nothing that is sure."""
    return tell_bounds(RULE, subject, _FORMS)


def _turned(found: re.Match[str]) -> str:
    added, before, after = numbers(found, 1, 4, 5)
    return "" if before + added == after else f"{plain(before)}加{plain(added)}是{plain(before + added)}"


def _received(found: re.Match[str]) -> str:
    whole, granted, refused = numbers(found, 1, 3, 4)
    return "" if granted + refused <= whole else f"确认和不予确认共{plain(granted + refused)}，多于受理的{plain(whole)}"


def _both(found: re.Match[str]) -> str:
    one, both = numbers(found, 2, 4)
    return "" if both <= one else f"既是{found[1]}又有别的情形的{plain(both)}，多于{found[1]}的{plain(one)}"


def _per(found: re.Match[str]) -> str:
    of = {"百": 100, "千": 1000, "万": 10000}[found[1]]
    each, whole, told = numbers(found, 3, 5, 6)
    right = whole * each / of
    return "" if right == told else f"按每{found[1]}{found[2]}{plain(each)}计算是{plain(right)}"


def _hours(found: re.Match[str]) -> str:
    hours = [int(one) for one in re.findall(r"(\d{1,2})时", found[2])]
    steps = {(after - before) % 24 for before, after in pairwise(hours)}
    wrong = len(steps) == 1 and steps != {int(found[1])}
    return f"列出的时刻每隔{min(steps)}小时" if wrong else ""


def _income(found: re.Match[str]) -> str:
    people, months, whole, told = numbers(found, 1, 2, 3, 4)
    right = round(whole / months / people, 2) if people and months else told
    return "" if abs(right - told) < 1 else f"月人均收入是{plain(right)}元"


def _grouped(found: re.Match[str]) -> str:
    whole, groups, each = numbers(found, 1, 3, 4)
    fits = not groups or abs(whole - each * groups) < groups  # one group may have one more or less
    return "" if fits else f"{plain(groups)}组每组{plain(each)}是{plain(groups * each)}"


def _teams(found: re.Match[str]) -> str:
    teams, whole, each = numbers(found, 1, 2, 4)
    return "" if teams * each <= whole else f"{plain(teams)}支每支{plain(each)}是{plain(teams * each)}"


def _rest(found: re.Match[str]) -> str:
    whole, rest = numbers(found, 1, 4)
    return "" if rest < whole else f"一共是{plain(whole)}{found[2]}，其余的应当少于{plain(whole)}{found[2]}"


def _all_of(found: re.Match[str]) -> str:
    there, told = numbers(found, 2, 4)
    return "" if told <= there else f"前面写现有{found[1]}{plain(there)}{found[3]}"


def _paid_out(found: re.Match[str]) -> str:
    if _OFTEN.search(found[0][: found.start(1) - found.start()]):
        return ""  # each month's, paid every quarter
    whole, times, each = numbers(found, 1, 3, 5)
    scale = {"": 1, "万": 10**4}
    paid, all_of_it = times * each * scale[found[6]], whole * scale[found[2]]
    return "" if paid == all_of_it else f"{plain(times)}个{plain(each)}{found[6]}元是{plain(paid)}元"


def _again(found: re.Match[str]) -> str:
    first, told = numbers(found, 2, 4)
    return "" if first == told else f"前面写{found[1]}的{plain(first)}{found[3]}"


_FORMS = (
    Bound(("其余",), None, re.compile(
        rf"由{N}([个家])([\u4e00-\u9fff]{{2,4}}?)(?:组成|构成|参加)[^。；\d]{{0,40}}其余的?{N}\2\3"
    ), _rest, "余的"),
    Bound(("现有",), None, re.compile(
        rf"现有([\u4e00-\u9fff]{{2,8}}){N}([所家个处座])[^\n]{{0,80}}[。；，]{N}\3\1均"
    ), _all_of, behind="所家个处座"),
    Bound(("，每",), None, re.compile(
        rf"每[^，。；\d]{{1,8}}{N}(万?)元[^。；]{{0,24}}，分{N}(?:个)?(学期|季度|月|次|批|期)(?:等额)?"
        rf"(?:发放|拨付|支付|兑现)，每(?:个)?\4{N}(万?)元(?![、和至])"
    ), _paid_out, "分", "万元"),
    Bound(("中，",), None, re.compile(
        rf"(问题|隐患|线索|疑点|对象|家庭|人员)的{N}([件户人家名个条])[^。；]{{0,30}}。{N}\3\1中，"
    ), _again, "。"),
    Bound(("增加到",), None, re.compile(
        rf"(?<![\d.]){N}({_UNIT})[^，。；\d]{{0,6}}(?:调整|改造|改建|转)为([\u4e00-\u9fff]{{2,8}})，"
        rf"\3由{N}\2增加到{N}\2"
    ), _turned, "到"),
    Bound(("不予确认",), None, re.compile(
        rf"受理(?:申请)?{N}(户|件|人)，(?:[^。；\d]{{0,20}})确认{N}\2，不予确认{N}\2"
    ), _received, "认"),
    Bound(("既是",), None, re.compile(
        rf"([\u4e00-\u9fff]{{2,5}}){N}(户|人)[^\n]{{0,60}}既是\1又有[^，。；\d]{{2,12}}的{N}\3"
    ), _both, "的"),
    Bound(("每百", "每千", "每万"), None, re.compile(
        rf"每(百|千|万)([户人名])(?:不少于|不低于|配备|配建)?{N}({_UNIT})[^。；\d]{{0,30}}，"
        rf"{N}\2的[^，。；\d]{{0,8}}{N}\4"
    ), _per),
    Bound(("时、",), None, re.compile(
        r"每(?:隔)?(\d{1,2})小时[^，。；\d]{0,12}，即((?:(?:次日)?\d{1,2}时[、和]?){3,})"
    ), _hours, "每隔", "时"),
    Bound(("口之家",), None, re.compile(
        rf"{N}口之家前{N}个月(?:总)?收入{N}元，则?月人均收入为{N}元"
    ), _income, behind="口"),
    Bound(("每组",), None, re.compile(
        rf"(?<![\d.]){N}([家户人名])[^，。；\d]{{0,6}}分(?:给|成|为){N}个[^，。；\d]{{0,6}}组，"
        rf"每组(?:负责|包保|检查)?{N}\2"
    ), _grouped, "给成为", "个"),
    Bound(("每支",), None, re.compile(
        rf"{N}支，[^。；\d]{{0,24}}不少于{N}(场次|次|场|人次)，每支[^，。；\d]{{0,6}}不少于{N}\3"
    ), _teams, "于", "支"),
)  # fmt: skip
