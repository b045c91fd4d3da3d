"""Lists before 等, levels, stages, 分别 and how often: as many as the sentence says (R24)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.bound import Bound, N, numbers, tell_bounds
from reporter.check.finding import Finding
from reporter.check.ordinals import number_of
from reporter.check.quantities import plain
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW633",
    title="“等”前列举不多于所说的个数，层级、阶段、“分别”、频次前后对应",
    implements=("R24", "R8"),
    clause="公文一致性要求",
    strength="recommended",
    tests="“甲、乙、丙、丁等3个部门”，“县、乡、村三级”，“分三个阶段”与列出的阶段，“单人墓、双人墓分别不超过……”，“每月检查1次，4个月共检查4次”，有“二是”没有“一是”",
    why="数目和列举对不上，读者会以为漏了内容。",
    hint="改数目，或者补上、删去多出的一项",
    good=lambda: notice(body=("县公安局、县财政局、县司法局等9个部门参加。",)),
    bad=lambda: notice(body=("县公安局、县财政局、县司法局等2个部门参加。",)),
    roles=("body", "heading"),
    signs=("等", "级", "阶段", "步骤", "分别", "每", "单人墓", "二是"),
    severity="warning",
)


def check(subject: Subject) -> Iterator[Finding]:
    """Sentences of these forms; stages by the headings below."""
    yield from tell_bounds(RULE, subject, _FORMS)
    yield from _stages(subject)
    yield from _seconds(subject)


_LISTED = re.compile(r"[\u4e00-\u9fff]{2,14}(?:、[\u4e00-\u9fff]{2,14})+$")
_LED = re.compile(".*(?:的|开展|实施|进行|做好|落实|组织|围绕|完成|加强|抓好)")
"""What leads up to the list and may have one of its own."""
_FAR = 90


def _open(found: re.Match[str]) -> str:
    """A list that is left open has not more than its number."""
    listed = _LISTED.search(found.string[max(0, found.start() - _FAR) : found.start()])
    many = _LED.sub("", listed[0]).count("、") + 1 if listed else 0
    return f"列了{many}{found[2]}，却说“等{found[1]}{found[2]}”" if many == int(found[1]) + 1 else ""


def _levels(found: re.Match[str]) -> str:
    many = found["names"].count("、") + found["names"].count("和") + 1
    return "" if many == number_of(found["n"]) else f"列了{many}级，写{found['n']}级"


def _each(found: re.Match[str]) -> str:
    months, told = (int(found[one]) for one in ("months", "told"))
    right = months * int(found["each"])
    return "" if right == told else f"{months}个月应是{right}次"


def _fortnight(found: re.Match[str]) -> str:
    first, last, told = numbers(found, 2, 3, 4)
    right = (last - first + 1) * int(found[1]) * 2
    return "" if right == told or last < first else f"{plain(first)}月至{plain(last)}月应是{plain(right)}次"


def _yearly(found: re.Match[str]) -> str:
    right = {"月": 12, "季度": 4, "半年": 2}[found[1]] * int(found[2])
    return "" if right == int(found[3]) else f"每{found[1]}{found[2]}次，全年应是{right}次"


def _apart(found: re.Match[str]) -> str:
    return "“分别”前面有两项，后面只有一个数"


def _graves(found: re.Match[str]) -> str:
    single, double = numbers(found, 1, 2)
    return "单人墓的面积比双人墓还大" if single > double else ""


_FORMS = (
    Bound(tuple(f"等{one}" for one in "123456789"), apart("等[1-9][0-9]?[个项类种][\u4e00-\u9fff]"), re.compile(
        r"等(\d{1,2})([个项类种])(?!月|工作|百分|小时)"
    ), _open, "等"),
    Bound(("级",), apart("级(?<=[、和][省市县乡镇村组][一二两三四五]级)"), re.compile(
        r"(?<![、省市县区乡镇村街组])(?P<names>[省市县区乡镇村街组](?:[、和][省市县区乡镇村街组])+)(?P<n>[两二三四五])级"
    ), _levels),
    Bound(("个月共",), apart("个(?<=[0-9]个)月共"), re.compile(
        r"每月[^。；，\d]{0,10}(?P<each>\d)次，(?P<months>\d{1,2})个月共[^。；，\d]{0,10}(?P<told>\d{1,3})次"
    ), _each, behind="次"),
    Bound(("每15日", "每半"), apart("每15日", "每半个?月"), re.compile(
        r"每(?:15日|半个?月)[^。；，\d]{0,20}(\d)次，(\d{1,2})月至(\d{1,2})月共[^。；，\d]{0,8}(\d{1,3})次"
    ), _fortnight, "至"),
    Bound(("全年",), apart("全年[^，。；\\d]{0,10}[0-9]{1,2}次"), re.compile(
        r"每个?(月|季度|半年)[^。；，\d]{0,12}(\d)次，全年(?:共|合计|累计|计)?(?!不少于|至少)[^，。；\d]{0,8}?(\d{1,2})次(?!以上)"
    ), _yearly),
    Bound(("分别不",), apart("分别不"), re.compile(
        rf"、[\u4e00-\u9fff]{{2,10}}的[\u4e00-\u9fff]{{2,8}}分别不(?:超过|低于|少于|高于|大于)"
        rf"{N}(?:平方米|厘米|米|元|%|张|人|天)(?=[，。；])"
    ), _apart),
    Bound(("单人墓",), apart("单人墓"), re.compile(
        rf"单人墓、双人[^，。；\d]{{0,14}}分别[^，。；\d]{{0,6}}{N}(?:平方米)?[、和]{N}平方米"
    ), _graves),
)  # fmt: skip
_IN_STAGES = re.compile(r"分(?:为|成)?(?P<n>[两二三四五六]|\d)个(?P<what>阶段|步骤)")


def _stages(subject: Subject) -> Iterator[Finding]:
    """分三个阶段: the headings or paragraphs below that name a stage each."""
    text = subject.text_of("body", "heading")
    for para, found in text.matches(_IN_STAGES, "个阶段", "个步骤"):
        named = re.compile(rf"[（(]?([一二三四五六\d])[）)、.．][\u4e00-\u9fff]{{2,8}}{found['what']}(?![和、与])")
        those = [one for other in text.paras if other.number > para.number and (one := named.match(other.text))]
        steps = [number_of(one[1]) for one in those]
        if steps == [*range(1, len(steps) + 1)] and 1 < len(steps) != number_of(found["n"]):
            yield RULE.at(subject, para, f"下面列了{len(steps)}个{found['what']}", around(para.text, found))


_ABOVE = 4
_SECOND = re.compile(r"[。；：]二是")
_SECOND_AT = apart("二(?<=[。；：]二)是")


def _seconds(subject: Subject) -> Iterator[Finding]:
    """二是 in a paragraph whose first item has lost its 一是."""
    text = subject.text_of("body", "heading")
    for para, found in text.matches(_SECOND, "二是", quick=_SECOND_AT):
        before = para.text[: found.start() + 1]
        if "一是" in before or "首先" in before or "1." in before:
            continue
        if any("一是" in one.text for one in text.above(para, _ABOVE)):
            continue
        yield RULE.at(subject, para, "有“二是”，前面没有“一是”", around(para.text, found))

