"""What is counted in 人次 is not counted in 人 elsewhere (R7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from reporter.artefacts.seen.joined import apart, sentences
from reporter.artefacts.seen.model import Para
from reporter.check.finding import Finding
from reporter.check.quantities import Quantity, quantities
from reporter.check.quoting import leading
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject
from reporter.check.tallies import tallies

RULE = Rule(
    code="GW534",
    title="同一数量全文用同一个单位（人与人次、家与家次）",
    implements=("R7", "R6"),
    clause="公文一致性要求",
    strength="recommended",
    tests="数值和名词相同、单位一处是人（家）一处是人次（家次）的数；分期、分场培训的人数",
    why="一个人参加两次是2人次，混用会使汇总出错。",
    hint="核对口径，统一用人次或者人",
    good=lambda: notice(body=("培训护理员215人次。", "参训的护理员215人次考核合格。")),
    bad=lambda: notice(body=("培训护理员215人次。", "参训的护理员215人考核合格。")),
    roles=("body",),
)
_TIMES = {"人": "人次", "家": "家次"}
_VISITS = apart("人次", "家次")
_SESSIONS = re.compile(
    r"培训(?:班)?(?:共)?(\d+)(?:期|场|次|批|轮)[^。；]{0,12}?培训[\u4e00-\u9fff]{0,8}?(\d+)人(?!次|员|均|以)"
)
_MORE_PERSONS = re.compile(r"(\d+)人次[，,]?(?:共|其中)?(?:涉及|惠及|共有)?(\d+)(?:人(?![次均员])|名)")
_BEFORE = re.compile(r"([\u4e00-\u9fff]{2,10}?)(?:共计?|总计|合计|累计|达到?|有|计)?$")
_SAME = 2


def check(subject: Subject) -> Iterator[Finding]:
    """Text against text, text against forms; and several courses whose persons are counted as 人 (said softly)."""
    text = subject.text_of("body", "heading")
    visits = [(para, one) for para in text.holding(_VISITS) for one in quantities(para.text)]
    often = {(one.value, one.unit, _noun(para, one)) for para, one in visits if one.unit in _TIMES.values()}
    often |= {(row.value, row.unit, row.noun) for row in tallies(subject.seen.grids)}
    told: set[int] = set()
    mentions = [(para, one) for para in text.paras for one in quantities(para.text)] if often else []
    for para, one in mentions:
        times = _TIMES.get(one.unit)
        if times and any(
            value == one.value and unit == times and _related(_noun(para, one), other)
            for value, unit, other in often
        ):
            told.add(para.number)
            quote = leading(para.text, one.start, one.end)
            yield RULE.at(subject, para, f"同一数量别处的单位是{times}，这里是{one.unit}", quote)
    yield from _beyond(subject)
    if "人" not in subject.seen.joined.numbers.behind:
        return
    for para, found in text.matches(_MORE_PERSONS, "人次"):
        if int(found[2]) > int(found[1]):
            yield RULE.at(subject, para, f"{found[2]}人多于{found[1]}人次", found[0])
    for para in text.holding(_SESSIONS, "培训"):
        if para.number not in told:
            yield from _courses(subject, para)


_ALL_HOMES = re.compile(r"全[县镇乡](?:现有|共有)?(\d+)家养老(?:服务)?机构(?!中)")
_SOME_HOMES = re.compile(
    r"(?:检查(?:养老)?(?:机构)?|走访(?:养老)?机构)(\d+)家(?!次)(?=[，。；])|有(\d+)家机构(?=按|组织|开展|参加|完成)"
)


def _beyond(subject: Subject) -> Iterator[Finding]:
    """全年检查84家 where 全县42家养老机构 are all there are: visits, or a wrong figure. Several wholes tell nothing."""
    text = subject.text_of("body", "heading")
    whole = {int(found[1]) for _, found in text.matches(_ALL_HOMES, "全县", "全镇", "全乡")}
    for para, found in text.matches(_SOME_HOMES, "检查", "走访", "机构") if len(whole) == 1 else ():
        if int(found[1] or found[2]) > max(whole):
            message = f"全部机构只有{max(whole)}家；几次的合计写“家次”"
            yield RULE.at(subject, para, message, found[0])


def _noun(para: Para, one: Quantity) -> str:
    found = _BEFORE.search(para.text[max(0, one.start - 12) : one.start])
    return found[1] if found else ""


def _related(one: str, other: str) -> bool:
    """Whether they end in the same two characters."""
    return len(one) >= _SAME and len(other) >= _SAME and one[-_SAME:] == other[-_SAME:]


def _courses(subject: Subject, para: Para) -> Iterator[Finding]:
    for _, sentence in sentences(para.text):
        found = _SESSIONS.search(sentence)
        if found and int(found[1]) > 1:
            message = f"分{found[1]}次培训的，宜写{found[2]}人次；确是不重复的人数时不必改"
            finding = RULE.at(subject, para, message, found[0])
            yield replace(finding, severity="info")
