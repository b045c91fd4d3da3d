"""What a sentence says of two states, or of two terms, is their difference (R2, R4, R8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reporter.artefacts.seen.joined import apart, sentence_at
from reporter.artefacts.seen.model import Para
from reporter.check.bound import Bound, N, numbers, tell_bounds
from reporter.check.finding import Finding
from reporter.check.quantities import decimals_of, percent, plain
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW621",
    title="前后两个数、两个期限之差与所说的相符",
    implements=("R2", "R4", "R8"),
    clause="公文一致性要求",
    strength="recommended",
    tests="“平均用时9个工作日，比规定的15个工作日缩短6个工作日”，“由3.5小时缩短到1.4小时，缩短了60%”，“比2025年的256万元增加24万元”，完成目标的百分数，每千人拥有的床位前后之比",
    why="同一句里的数互相算不出来，必有一错。",
    hint="重新计算，改正其中一个数",
    good=lambda: notice(body=("平均用时9个工作日，比规定的15个工作日缩短6个工作日。",)),
    bad=lambda: notice(body=("平均用时9个工作日，比规定的15个工作日缩短5个工作日。",)),
    roles=("body", "heading"),
    signs=("比", "由", "%", "年、20", "年和20", "受理", "收到", "接到", "低于", "高于"),
    severity="warning",
    yields=("GW567",),
)
_DOWN = "缩短|减少|压缩|提前|降低|下降"
_UP = "延长|增加|超过|超出|增长|提高"
_TERM = "个?工作日|天|小时|分钟|个月"


def check(subject: Subject) -> Iterator[Finding]:
    """Sentences of these forms."""
    yield from tell_bounds(RULE, subject, _FORMS)
    text = subject.text_of("body", "heading")
    before = subject.seen.joined.numbers.before
    if "比" in before:
        for para, found in text.matches(_THAN, quick=_THAN_2):
            yield from _than(subject, para, found)
    if "标" in before:
        for para, found in text.matches(_GOAL, quick=_OF_GOAL):
            yield from _goal(subject, para, found)


def _saved(found: re.Match[str]) -> str:
    took, rule, by = numbers(found, 1, 3, 6)
    unit = found[2]
    if (took > rule) == bool(found[4]) and took != rule:
        return f"{plain(took)}{unit}比{plain(rule)}{unit}是{'多' if took > rule else '少'}，说法相反"
    return "" if abs(took - rule) == by else f"相差的是{plain(abs(took - rule))}{unit}"


def _shorter(found: re.Match[str]) -> str:
    first, last, by = numbers(found, 1, 3, 4)
    right = percent(abs(last - first), first, decimals_of(found[4])) if first else by
    return "" if right == by else f"{plain(first)}到{plain(last)}，变化的是{plain(right)}%"


def _rate(found: re.Match[str]) -> str:
    """So many beds for as many heads: both grow alike, as exact as they are written."""
    first, last, per, then = numbers(found, 1, 2, 3, 4)
    right = per * last / first if first else then
    return "" if abs(right - then) <= right / 100 else f"总数由{plain(first)}到{plain(last)}，平均数应约为{right:.1f}"


def _below(found: re.Match[str]) -> str:
    before = _STATE.search(found.string[max(0, found.start() - 16) : found.start()])
    if before is None or before[2] != found[3]:
        return ""
    one, other = Decimal(before[1]), Decimal(found[2])
    said, right = found[1], "高于" if one > other else "低于"
    return "" if one == other or said == right else f"{plain(one)}{found[3]}{right}{plain(other)}{found[3]}"


_STATE = re.compile(rf"(?<![\d.有]){N}(%|张|元|个|人)，(?:但?仍|均|明显|大幅)?$")


def _received(found: re.Match[str]) -> str:
    came, done = numbers(found, 1, 3)
    if _CARRIED.match(found.string, found.end()):
        return ""
    return f"一共只有{plain(came)}{found[2]}" if done > came else ""


_CARRIED = re.compile(r"[件条起份]?（[^（）]*(?:之前|以前|此前|前期|上[年月季]|去年|往年|结转|积存|存量)")
"""办结146件（部分为5月9日之前受理）: more may be done than came."""


def _years(found: re.Match[str]) -> str:
    return f"{found[1]}年写了两遍"


_AGAINST = ("，低于", "，高于", "仍低于", "仍高于")
_FORMS = (
    Bound(_AGAINST, apart("低于(?<=[，仍]低于)", "高于(?<=[，仍]高于)"), re.compile(
        rf"([低高]于)[^，。；\d]{{0,10}}{N}(%|张|元|个|人)"
    ), _below),
    Bound(("，办结", "，采纳", "，已", "，答复", "，调处"), apart("受理", "收到", "接到"), re.compile(
        rf"(?:受理|收到|接到)[^，。；\d]{{0,16}}{N}([件条起份])，(?:已|全部)?(?:办结|采纳|答复|处理|调处)(?:了)?{N}\2"
    ), _received, "结纳复理处了"),
    Bound(
        ("年、20", "年和20"), apart("、(?<=年、)20", "和(?<=年和)20"),
        re.compile(r"(20\d\d)年[、和]\1年(?!度)"), _years, "、和"
    ),
    Bound(("，比",), apart(r"比(?<=，比)[^，。；\d]{0,10}\d"), re.compile(
        rf"{N}({_TERM})，比[^，。；\d]{{0,10}}{N}\2(?:(?:，)?({_DOWN})|({_UP}))了?{N}(?=\2|个)"
    ), _saved, "短少缩前低降长加过出高了"),
    Bound(("由",), apart(r"由\d"), re.compile(
        rf"由{N}([\u4e00-\u9fff]{{1,3}})(?:{_DOWN}|{_UP})(?:到|至|为){N}\2，(?:{_DOWN}|{_UP})了?{N}[%％](?!以)"
    ), _shorter, "由"),
    Bound(("每千", "每百", "每万"), apart("每[百千万]"), re.compile(
        rf"由{N}张[^，。；\d]{{2,4}}到{N}张，每[百千万]名?[^，。；\d]{{2,14}}由{N}张[^，。；\d]{{2,4}}到{N}张"
    ), _rate, "到", "张"),
)  # fmt: skip
_THAN = re.compile(
    r"，比(?P<year>20\d\d)年(?:同期|底|末|度)?(?:的?(?P<was>\d+(?:\.\d+)?)(?P<unit>[万亿]?[\u4e00-\u9fff]{1,2}?))?"
    r"(?P<up>增加|多)(?P<by>\d+(?:\.\d+)?)(?P<of>[万亿]?[\u4e00-\u9fff]{1,2}?)(?=[，。；、（])"
)
_THAN_2 = apart("比(?<=，比)20")


def _than(subject: Subject, para: Para, found: re.Match[str]) -> Iterator[Finding]:
    """…达到9.2万人，比2025年增加1.4万人: what was then stands beside it, or in the only other sentence of that year
    that counts the same."""
    by, unit = Decimal(found["by"]), found["of"]
    begin, _ = sentence_at(para.text, found.start())
    now = [Decimal(one[1]) for one in re.finditer(rf"{N}{unit}", para.text[begin : found.start()])]
    if found["was"] is not None:
        was = Decimal(found["was"])
        if found["unit"] == unit and now and all(one - was != by for one in now):
            right = "、".join(plain(one - was) for one in now[:1])
            yield RULE.at(subject, para, f"两个数之差是{right}{unit}", around(para.text, found))
        return
    noun = _noun(para.text[: found.start()], unit)
    then = _then(subject, found["year"], noun, unit) if noun and now else set()
    if len(then) == 1 and now[-1] - min(then) != by and now[-1] > min(then):
        message = f"{found['year']}年是{plain(min(then))}{unit}，增加的是{plain(now[-1] - min(then))}{unit}"
        yield RULE.at(subject, para, message, around(para.text, found))


_WILL = re.compile(r"(?:将|可)?(?:达到|达|增加到|为|有|共)?$")


def _noun(before: str, unit: str) -> str:
    """The three characters that say what the last number counts."""
    found = re.search(rf"([\u4e00-\u9fff]+)\d+(?:\.\d+)?{unit}$", before)
    return _WILL.sub("", found[1])[-3:] if found else ""


def _then(subject: Subject, year: str, noun: str, unit: str) -> set[Decimal]:
    """What sentences say of the end of that year."""
    counted = re.compile(rf"{noun}(?:共|有|共有|为|达到)?{N}{unit}")
    return {
        Decimal(one[1])
        for _, _, sentence in subject.text_of("body", "heading").sentences if f"截至{year}年" in sentence
        for one in counted.finditer(sentence)
    }  # fmt: skip


_OF_GOAL = apart("目标的?[0-9]")
_GOAL = re.compile(
    rf"(?:完成|为)(?:年度|全年|当年|年初)?目标的?{N}(?P<unit>[万亿]?[\u4e00-\u9fff]{{1,2}})的{N}[%％]"
)


def _goal(subject: Subject, para: Para, found: re.Match[str]) -> Iterator[Finding]:
    """The last figure of the unit before is what was reached."""
    goal, share = numbers(found, 1, 3)
    begin, _ = sentence_at(para.text, found.start())
    done = re.findall(rf"{N}{found['unit']}", para.text[begin : found.start()])
    right = percent(Decimal(done[-1]), goal, decimals_of(found[3])) if done and goal else share
    if right != share:
        message = f"{done[-1]}{found['unit']}是{plain(goal)}{found['unit']}的{right}%"
        yield RULE.at(subject, para, message, around(para.text, found))
