"""A change is what lies between the two figures beside it (R4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from reporter.check.finding import Finding
from reporter.check.quantities import Quantity, percent, plain, quantities, sentences
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW567",
    title="增减数、增减百分比与前后两个数相符",
    implements=("R4",),
    clause="公文一致性要求",
    strength="shall",
    tests="一句里有今年、上年两个同单位的数，又写了增长、下降多少的",
    why="同比算错，通报和总结就失实。",
    hint="按两个数重算，保留写明的小数位",
    good=lambda: notice(body=("2025年发现隐患200条，2026年发现184条，同比下降8%。",)),
    bad=lambda: notice(body=("2025年发现隐患200条，2026年发现184条，同比下降10%。",)),
)
_WORD = r"(?P<down>下降|减少|降低|回落|少)|(?P<up>增长|增加|上升|提高|提升|多)"
_CHANGE = re.compile(rf"(?:{_WORD})了?(?:约|近)?(?=\d)")
_COMPARED = re.compile(r"同比|环比|比|较|上年|去年|上月|上季度|由|从")
_QUICK = re.compile("(?:下降|减少|降低|回落|少|增长|增加|上升|提高|提升|多)了?[约近]?[0-9]")
_BEFORE = "降少落长加高升多了约近"
"""Right before the digits stands one of these."""
_ROUGH = re.compile("[约近超余多]")


class _Change(Struct, frozen=True):
    down: bool
    by: Quantity
    before: Sequence[Quantity]
    """The two figures of one unit that stand before it."""

    @property
    def right(self) -> bool:
        """Whether the larger of the two less the smaller gives it, as a number or in percent of the earlier one."""
        low, high = sorted(one.value for one in self.before)
        if not self.by.percent:
            return high - low == self.by.value
        base = high if self.down else low
        return base == 0 or percent(high - low, base, self.by.decimals) == self.by.value


def check(subject: Subject) -> Iterator[Finding]:
    """Sentences with exactly two figures of a unit before the change; rough figures are let pass."""
    text = subject.seen.joined
    for para in text.holding(_QUICK) if not text.numbers.before.isdisjoint(_BEFORE) else ():
        found = quantities(para.text)
        for offset, sentence in sentences(para.text):
            if not (_COMPARED.search(sentence) and _QUICK.search(sentence)):
                continue
            inside = [one for one in found if offset <= one.start < offset + len(sentence)]
            for change in _changes(sentence, offset, inside):
                if not change.right:
                    first, second = (f"{plain(one.value)}{one.unit}" for one in change.before)
                    word = "下降" if change.down else "增长"
                    told = f"{first}与{second}，{word}的不是{plain(change.by.value)}{change.by.unit}"
                    yield RULE.at(subject, para, told, para.text[change.before[0].start : change.by.end])


def _changes(sentence: str, offset: int, inside: Sequence[Quantity]) -> Iterator[_Change]:
    for word in _CHANGE.finditer(sentence):
        by = next((one for one in inside if one.start == offset + word.end()), None)
        earlier = [one for one in inside if one.start < offset + word.start()]
        if (
            by is None
            or not earlier
            or _ROUGH.search(word[0] + sentence[by.end - offset : by.end - offset + 1])
        ):
            continue
        if by.unit == "个百分点":
            pair = [one for one in earlier if one.percent]
        else:
            unit = (
                by.unit
                if not by.percent
                else next((one.unit for one in earlier[::-1] if not one.percent), "")
            )
            pair = [one for one in earlier if one.unit == unit]
        values: set[Decimal] = {one.value for one in pair}
        if len(pair) == 2 and len(values) == 2 and len(pair) == len(earlier):
            yield _Change(word["down"] is not None, by, pair)
