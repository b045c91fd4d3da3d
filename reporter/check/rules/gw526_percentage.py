"""A percentage equals its numerator over its denominator (R4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from reporter.artefacts.seen.joined import apart, sentences
from reporter.check.concepts import counts
from reporter.check.finding import Finding
from reporter.check.quantities import Quantity, percent, plain, quantities
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW526",
    title="百分比等于分子除以分母",
    implements=("R4",),
    clause="公文一致性要求",
    strength="shall",
    tests="一句里有两个同单位的数和一个百分比时，能不能除得出来",
    why="百分比与数字对不上，两者必有一错。",
    hint="按同句的两个数重算，保留写明的小数位",
    good=lambda: notice(body=("发现隐患21处，已整改18处，整改率85.71%。",)),
    bad=lambda: notice(body=("发现隐患21处，已整改18处，整改率86.71%。",)),
    signs=("%", "％"),
)
_RATE = re.compile(r"率(?<=(?:整改|完成|合格|达标|销号|检查|覆盖|备案|入住|评定|参训|持证)率)|占")
_PERCENT = apart("%", "％")
_SHARE = re.compile(
    r"(?P<part>\d+)[家所]，占(?:全[县市区](?:养老(?:服务)?机构)?|养老(?:服务)?机构)(?:总数)?的?(?P<rate>\d+(?:\.\d+)?)[%％]"
)
_LEAST = 2
_FROM = re.compile(r"[由从]\d[\d.]*[\u4e00-\u9fff]{1,6}(?:到|至|为)$")
"""由36张增加到48张: what was and what is, no part and its whole."""
_OTHER = re.compile(r"同比|环比|增长|下降|提高|上升|比上年|较上年|目标|以上|不低于|不少于")


def check(subject: Subject) -> Iterator[Finding]:
    """A rate behind two or more counts of one unit in its sentence must be a quotient of two counts of that unit that
    the paragraph has named by then; a share of all homes, one of the number that the document gives."""
    yield from _shares(subject)
    for para in subject.seen.joined.holding(_PERCENT):
        found = quantities(para.text)
        told = dict(sentences(para.text))
        for begin, rates in groupby([one for one in found if one.percent], attrgetter("begin")):
            if not _RATE.search(told[begin]) or _OTHER.search(told[begin]):
                continue
            inside = [one for one in found if one.begin == begin]
            for rate in rates:
                counts = _counts(found, inside, rate)
                if counts and not any(percent(a, b, rate.decimals) == rate.value for a, b in counts):
                    quote = para.text[max(begin, rate.start - 24) : rate.end]
                    yield RULE.at(subject, para, f"{plain(rate.value)}%与前面的数除不出来", quote)


def _shares(subject: Subject) -> Iterator[Finding]:
    """21家，占全县养老机构的52%: a share of all homes, of which the document counts one number."""
    paras = list(subject.text_of("body", "heading").matches(_SHARE, "占全", "占总", "占养"))
    wholes = {one.value for para in subject.paras_of("title", "body", "heading") if paras for one in counts(para.text)
              if one.kind == "homes" and not one.scope}  # fmt: skip
    for para, found in paras if len(wholes) == 1 else ():
        (whole,) = wholes
        rate, decimals = Decimal(found["rate"]), len(found["rate"].partition(".")[2])
        right = percent(Decimal(found["part"]), whole, decimals)
        if whole and right != rate:
            message = f"{found['part']}家占{plain(whole)}家是{plain(right)}%，这里写{plain(rate)}%"
            yield RULE.at(subject, para, message, found[0])


def _counts(
    found: Sequence[Quantity], inside: Sequence[Quantity], rate: Quantity
) -> list[tuple[Decimal, Decimal]]:
    """Pairs, part and whole; none unless the sentence itself holds two counts of the unit before the rate."""
    before = [one for one in inside if not one.percent and one.start < rate.start]
    if not before:
        return []
    unit = before[-1].unit
    if sum(one.unit == unit for one in before) < _LEAST or _FROM.search(before[-1].before):
        return []
    values = [one.value for one in found if one.unit == unit and one.start < rate.start]
    pairs = ((a, b) for at, a in enumerate(values) for place, b in enumerate(values) if at != place)
    return [(a, b) for a, b in pairs if b > 0 and a <= b]
