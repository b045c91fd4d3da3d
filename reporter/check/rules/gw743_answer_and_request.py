"""A reply keeps to the request that it answers, and minutes to the reply that they pass on (R8, R10, R19, R22)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from reporter.artefacts.seen.model import Para
from reporter.check.bare import bare
from reporter.check.dates import date_in
from reporter.check.finding import Finding
from reporter.check.mentions import mentions, same_of
from reporter.check.quantities import Quantity, plain, quantities, values
from reporter.check.quoting import leading
from reporter.check.regions import region_of
from reporter.check.replies import agreed_to, answered_to, first_part, meant, of_another_town
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW743",
    title="批复与请示、传达批复的纪要与批复，同一数据、金额和先后一致",
    implements=("R8", "R10", "R19", "R22"),
    clause="公文一致性要求",
    strength="shall",
    tests="同一事项的请示、批复、纪要：说法和单位相同的数，批复转述的申请金额、所同意的对象和数量、主送机关，纪要转述批复的金额、首笔拨付、乡镇名称，会议日期与批复日期",
    why="批复、纪要转述的数与原件不同，执行和审计时无所适从。",
    hint="对照请示、批复的原文改正",
    good=lambda: _two("1860"),
    bad=lambda: _two("1680"),
    needs=("set",),
    severity="warning",
)
_ASKS, _ANSWERS, _MINUTES = re.compile("(?:请示|函)$"), re.compile("(?:批复|复函)$"), re.compile("纪要$")
_FILLERS = re.compile(r"^[一二三四五六七八九十]+、|(?:核定为|核定|由|为|共|共计)$")
_SHORT = 4
_PASSED = re.compile(r"(?:传达|根据|按照)[^。；]{0,12}批复[^。；]*")
_ASKED = re.compile(r"(?:申请|请求)(?:补助|安排|解决|拨付)?[^，。；\d]{0,8}(\d+(?:\.\d+)?)(万?元)")
_MET = re.compile(r"^20\d{2}年\d{1,2}月\d{1,2}日")


def check_set(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Pairs about one matter: a request and its reply, a request and minutes, a reply and minutes."""
    asks, answers, minutes = (
        [one for one in subjects if (title := one.the("title")) and kind.search(bare(title.text))]
        for kind in (_ASKS, _ANSWERS, _MINUTES)
    )
    for second in answers:
        for first in meant(second, asks):
            yield from _values(first, second, money=False)
            yield from _asked(first, second)
            for where, message, quote in (*answered_to(first, second), *agreed_to(first, second)):
                yield RULE.at(second, where, message, quote)
    for second in minutes:
        for first in meant(second, asks):
            yield from _values(first, second, money=False)
        for first in meant(second, answers):
            yield from _values(first, second, money=True)
            yield from _sums(first, second)
            yield from _met(first, second)
            for where, message, quote in (*first_part(first, second), *of_another_town(first, second)):
                yield RULE.at(second, where, message, quote)


def _values(first: Subject, second: Subject, *, money: bool) -> Iterator[Finding]:
    """Words and unit that each of them has once; less money may be given than was asked for. What any two files must
    have alike GW731 tells."""
    theirs, ours, one_place = _once(first), _once(second), region_of(first) == region_of(second)
    for key, (para, one) in ours.items():
        if key in theirs and (money or one.unit != "元") and theirs[key][1].value != one.value:
            other, was = theirs[key]
            if one_place and same_of(second, para, one) == same_of(first, other, was) is not None:
                continue
            message = f"“{key[0]}”在{first.name}里是{plain(was.value)}{was.unit}，这里是{plain(one.value)}{one.unit}"
            yield RULE.at(second, para, message, leading(para.text, one.start, one.end))


def _once(subject: Subject) -> Mapping[tuple[str, str], tuple[Para, Quantity]]:
    found: dict[tuple[str, str], list[tuple[Para, Quantity]]] = {}
    for para, one in mentions(subject):
        what = _FILLERS.sub("", _FILLERS.sub("", one.what))
        if len(what) >= _SHORT and not one.percent and not re.search(r"\d|每", what):
            found.setdefault((what, one.unit), []).append((para, one))
    return {key: places[0] for key, places in found.items() if len(places) == 1}


def _sums(first: Subject, second: Subject) -> Iterator[Finding]:
    """Money in a sentence that passes the reply on stands in the reply."""
    known = values(first.paras_of("body", "heading"), "元")
    for para, found in second.seen.matches(_PASSED, "批复"):
        strange = [one for one in quantities(found[0]) if one.unit == "元" and one.value not in known]
        for one in strange[:1]:
            yield RULE.at(second, para, f"{first.name}里没有{plain(one.value)}元这个数", found[0][-40:])


def _asked(first: Subject, second: Subject) -> Iterator[Finding]:
    """The sum that a reply says was asked for stands in the request."""
    known = values(first.paras_of("body", "heading"), "元")
    for para, found in second.seen.matches(_ASKED, "申请", "请求"):
        one = next(iter(quantities(f"{found[1]}{found[2]}")), None)
        if one and one.value not in known:
            yield RULE.at(second, para, f"{first.name}里没有申请{found[1]}{found[2]}", found[0])


def _met(first: Subject, second: Subject) -> Iterator[Finding]:
    """The meeting that passes a reply on comes behind it."""
    signed, day = first.signed_on, _met_on(second)
    if signed and day and day[1] < signed and second.seen.joined.says("批复"):
        yield RULE.at(second, day[0], f"会议日期早于{first.name}的成文日期（{signed.isoformat()}）", day[0].text[:12])


def _met_on(subject: Subject) -> tuple[Para, date] | None:
    for para in subject.paras_of("body")[:2]:
        if found := _MET.search(para.text):
            day = date_in(found[0])
            return (para, day) if day else None
    return None


def _two(area: str) -> tuple[Subject, Subject]:
    return (
        notice(
            file="请示.docx", title="青石镇人民政府关于解决社区养老服务中心改造资金的请示",
            body=("原教学楼共3层，建筑面积1860平方米。",),
        ),
        notice(
            file="批复.docx", title="安和县人民政府关于青石镇社区养老服务中心改造资金的批复",
            body=(f"同意改造，建筑面积核定为{area}平方米。",),
        ),
    )  # fmt: skip
