"""A percentage equals its numerator over its denominator (R4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from decimal import Decimal

from msgspec.structs import replace

from reporter.artefacts.seen.joined import apart
from reporter.artefacts.seen.model import Para
from reporter.check.finding import Finding
from reporter.check.quantities import decimals_of, percent, plain
from reporter.check.quoting import around
from reporter.check.rates import wrong_rates
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW526",
    title="百分比等于分子除以分母",
    implements=("R4",),
    clause="公文一致性要求",
    strength="shall",
    tests="一句里有两个同单位的数和一个百分比时，能不能除得出来；“126户，占低保对象总户数的3.0%”与文中的总数",
    why="百分比与数字对不上，两者必有一错。",
    hint="按同句的两个数重算，保留写明的小数位",
    good=lambda: notice(body=("发现隐患21处，已整改18处，整改率85.71%。",)),
    bad=lambda: notice(body=("发现隐患21处，已整改18处，整改率86.71%。",)),
    signs=("%", "％"),
    yields=("GW533", "GW571", "GW574"),
)
_PERCENT = apart("%", "％")
_SHARED = apart("占(?<=[，约]占)")
"""What both of these hold."""
_OF_HOMES = re.compile(
    r"(?P<part>\d+)(?P<unit>[家所])，占(?:全[县市区](?:养老(?:服务)?机构)?|养老(?:服务)?机构)(?:总数)?的?(?P<rate>\d+(?:\.\d+)?)[%％]"
)
_OF_ALL = re.compile(
    r"(?P<part>\d+)(?P<unit>[户家人名张个条项件份])，(?:约)?占(?P<noun>[\u4e00-\u9fff]{2,10}?)总(?P=unit)?数的(?P<rate>\d+(?:\.\d+)?)%"
)
_AND_REST = re.compile(
    r"(?P<part>\d+(?:\.\d+)?)(?P<unit>万元|元|[户家人名张个条项件份所处])，约?占(?P<rate>\d+(?:\.\d+)?)%[，；](?:其余|剩余|余下|尚有|还有|尚缺)(?:的)?(?P<rest>\d+(?:\.\d+)?)(?P=unit)"
)
"""A part, its share and what remains."""
_BEFORE, _BEHIND = 16, 32
_WHOLE = Decimal(100)
_BOTH_RATES = re.compile(
    r"(整改|办结|完成|销号|覆盖|合格)率(?:为|达|达到)?(\d+(?:\.\d+)?)%[，；]未\1率(?:为)?(\d+(?:\.\d+)?)%"
)
_ABOUT = 2
"""So many percent 约占 may be off: 约占三成."""


def check(subject: Subject) -> Iterator[Finding]:
    """A rate behind two or more counts of one unit in its sentence must be a quotient of two counts of that unit that
    the paragraph has named by then; a share of all, one of the number that the document gives."""
    told: set[tuple[int, int]] = set()
    text = subject.seen.joined
    spaced = subject.seen.spaced
    for para in text.holding(_PERCENT) if spaced else text.around(text.numbers.signs_behind("%％")):
        for rate, sure in wrong_rates(para.text):
            told.add((para.number, rate.end))
            quote = para.text[max(rate.begin, rate.start - 24) : rate.end]
            finding = RULE.at(subject, para, f"{plain(rate.value)}%与前面的数除不出来", quote)
            yield finding if sure else replace(finding, severity="warning")
    yield from _remaining(subject, told)
    for para, found in text.matches(_BOTH_RATES) if text.says("，未", "；未") else ():
        if Decimal(found[2]) + Decimal(found[3]) != _WHOLE:
            message = f"{found[1]}率与未{found[1]}率之和不是100%"
            yield RULE.at(subject, para, message, found[0])
    yield from _shares(subject, told)


def _remaining(subject: Subject, told: set[tuple[int, int]]) -> Iterator[Finding]:
    """66.5万元，约占37%，尚有180万元: all there is stands in the clause, but for those at places that were told."""
    text = subject.seen.joined
    for sign in (one for one in text.numbers.signs_before("占") if text.text[one - 1] in "，约"):
        para, place = text.at(sign)
        rest = _AND_REST.search(para.text, max(0, place - _BEFORE), place + _BEHIND)
        if rest and (para.number, rest.end("rate") + 1) not in told and (message := _beside_the_rest(rest)):
            told.add((para.number, rest.end("rate") + 1))
            yield RULE.at(subject, para, message, around(para.text, rest))


def _shares(subject: Subject, told: set[tuple[int, int]]) -> Iterator[Finding]:
    """Shares that do not come out, but for those at places that were told. 总户数 is told softly: it may be another
    than the one that the document counts."""
    text = subject.text_of("body", "heading")
    if not text.holds(_SHARED):
        return
    for para, found in text.matches(_OF_HOMES, "占全", "占养"):
        if (para.number, found.end()) not in told and (message := _share(found, _homes(subject))):
            told.add((para.number, found.end()))
            yield RULE.at(subject, para, message, found[0])
    for para, found in text.matches(_OF_ALL, "，占", "，约占"):
        if (para.number, found.end()) not in told and (message := _share(found, _counted(subject, para, found))):
            yield replace(RULE.at(subject, para, message, around(para.text, found)), severity="warning")


def _beside_the_rest(found: re.Match[str]) -> str:
    """What is wrong with the share of a part that all but the rest is; one of several parts is let pass."""
    part, rest = Decimal(found["part"]), Decimal(found["rest"])
    if part + rest == 0:
        return ""
    right, said = percent(part, part + rest, decimals_of(found["rate"])), Decimal(found["rate"])
    several = "%" in found.string[: found.start()].rpartition("。")[2]
    if several or abs(right - said) <= (_ABOUT if "约占" in found[0] else 0):
        return ""
    return f"{found['part']}{found['unit']}、余{found['rest']}{found['unit']}，占的是{right}%"


def _share(found: re.Match[str], wholes: Set[Decimal]) -> str:
    """What is wrong with a share, where the document counts one number of all; else nothing."""
    whole = min(wholes) if len(wholes) == 1 else Decimal(0)
    right = percent(Decimal(found["part"]), whole, decimals_of(found["rate"])) if whole else None
    if right is None or right == Decimal(found["rate"]):
        return ""
    unit = found["unit"]
    return f"{found['part']}{unit}占{plain(whole)}{unit}是{right}%，这里写{found['rate']}%"


def _homes(subject: Subject) -> Set[Decimal]:
    """21家，占全县养老机构的52%: all homes, as anything but a part of them is counted."""
    return {one.value for other in subject.paras_of("title", "body", "heading") for one in subject.counts_in(other)
            if one.kind == "homes" and not one.scope}  # fmt: skip


def _counted(subject: Subject, para: Para, found: re.Match[str]) -> Set[Decimal]:
    """126户，占低保对象总户数的3.0%: what is counted elsewhere right behind the noun."""
    counted = re.compile(rf"{found['noun']}(?:总?数|共|共有|为|有)*(\d+){found['unit']}")
    wholes = {Decimal(one[1]) for other, one in subject.text_of("body", "heading").matches(counted)
              if not (other is para and one.end() >= found.start() and one.start() < found.end())}  # fmt: skip
    return wholes - {Decimal(found["part"])}
