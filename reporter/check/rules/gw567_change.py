"""A change is what lies between the two figures beside it (R4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from reporter.artefacts.seen.joined import apart, sentences
from reporter.artefacts.seen.model import Para
from reporter.check.finding import Finding
from reporter.check.quantities import SCALES, Quantity, half_a_place, half_up, percent, plain, quantities
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW567",
    title="增减数、增减百分比与前后两个数相符",
    implements=("R4",),
    clause="公文一致性要求",
    strength="shall",
    tests="一句里有今年、上年两个同单位的数，又写了增长、下降多少的；“由……到……”的升降；两个百分数的差写成“%”的",
    why="同比算错，通报和总结就失实。",
    hint="按两个数重算，保留写明的小数位",
    good=lambda: notice(body=("2025年发现隐患200条，2026年发现184条，同比下降8%。",)),
    bad=lambda: notice(body=("2025年发现隐患200条，2026年发现184条，同比下降10%。",)),
)
_N = r"\d+(?:\.\d+)?"
_WORD = r"(?P<down>下降|减少|减收|减支|降低|回落|少)|(?P<up>增长|增加|增收|增支|上升|提高|提升|多)"
_CHANGE = re.compile(rf"(?:{_WORD})了?(?:约|近)?(?=\d)")
_FROM_TO = re.compile(
    rf"[由从](?P<a>{_N})(?P<u>万?[^\d\W]{{1,3}}|[%％])(?:(?P<up>增加|增长|提高|提升|上升|扩大|延长|增|升)"
    rf"|(?P<down>减少|下降|降低|缩短|缩小|压缩|回落|减|降))(?P<to>到|至|了)(?P<b>{_N})(?P=u)"
)
"""由24天缩短到18天; with 了 it is neither what was added nor what it came to."""
_TIMES = re.compile(r"(?:[^\d，。；]{1,3})?[，、](?:增长|增加|提高|扩大)了?(\d+(?:\.\d+)?)倍(?!多|左右|以上)")
_FROM = apart(r"由\d", r"从\d")
_CAME_TO = re.compile("达|到|为|至")
_COMPARED = re.compile(r"同比|环比|比|较|上年|去年|上月|上季度|由|从")
_QUICK = re.compile("(?:下降|降低|回落|少|[增减][收支]|增长|增加|上升|提高|提升|多)了?[约近]?[0-9]")
_BEFORE = "降少落长加高升多收支了约近"
"""Right before the digits stands one of these."""
_ROUGH = re.compile("[约近超余多]")
_OF_OTHERS = re.compile("[年月季](?:平均|均)(?:递|复合)?$|分别[^，。；0-9]{0,10}$")
"""年均增长10.95% is of the years within, not of what two periods of five years came to; 同比分别下降15.6%、12.9% is of
each of the figures before it."""


class _Change(Struct, frozen=True):
    down: bool
    by: Quantity
    before: Sequence[Quantity]
    """What was and what is, in the order of the text; or what is and by how much it changed."""
    base: Decimal | None = None
    """What was, where the sentence tells which of the two that is."""

    @property
    def right(self) -> bool:
        """Whether the larger of the two less the smaller gives it, as a number or in percent of the earlier one."""
        low, high = sorted(one.value for one in self.before)
        if self.base is not None and (self.base == high) != self.down:
            return False
        if not self.by.percent:
            return high - low == self.by.value
        base = high if self.down else low
        return base == 0 or percent(high - low, base, self.by.decimals) == self.by.value

    @property
    def points(self) -> bool:
        """Whether a difference of two percentages is told in percent."""
        first, second = (one.value for one in self.before)
        return self.by.percent and self.before[0].percent and abs(first - second) == self.by.value


def check(subject: Subject) -> Iterator[Finding]:
    """Sentences with exactly two figures of a unit before the change; rough figures are let pass."""
    text = subject.seen.joined
    turned: set[tuple[int, int]] = set()
    for para, turn in text.matches(_FROM_TO, "到", "至", "了", quick=_FROM):
        for finding in _from_to(subject, para, turn):
            turned.add((para.number, turn.start("b")))
            yield finding
    for para in text.holding(_QUICK) if not text.numbers.before.isdisjoint(_BEFORE) else ():
        found = quantities(para.text)
        for offset, sentence in sentences(para.text):
            if not (_COMPARED.search(sentence) and _QUICK.search(sentence)):
                continue
            inside = [one for one in found if offset <= one.start < offset + len(sentence)]
            for change in _changes(sentence, offset, inside):
                if change.right or (para.number, change.by.start) in turned or _comes_to(change, inside):
                    continue
                first, second = (f"{plain(one.value)}{one.unit}" for one in change.before)
                word = "下降" if change.down else "增长"
                told = f"{first}与{second}，{word}的不是{plain(change.by.value)}{change.by.unit}"
                if change.points:
                    told = "两个百分数之差用“个百分点”，不用“%”"
                yield RULE.at(subject, para, told, para.text[change.before[0].start : change.by.end])


def _comes_to(change: _Change, inside: Sequence[Quantity]) -> bool:
    """172个，其中去年达标118个，今年再提升36个，累计达到154个: whether the change and what is before it make up what is
    told behind it."""
    after = next((one for one in inside if one.start >= change.by.end and one.unit == change.by.unit), None)
    if after is None or not _CAME_TO.search(after.text, change.by.end, after.start):
        return False
    last, step = change.before[-1].value, change.by.value
    return after.value == (last - step if change.down else last + step)


def _from_to(subject: Subject, para: Para, found: re.Match[str]) -> Iterator[Finding]:
    """由…增加到… goes up; 由…增加了… asks for what it came to."""
    before, after = Decimal(found["a"]), Decimal(found["b"])
    if found["to"] == "了":
        if not _CAME_TO.search(para.text[found.end() : found.end() + _NEAR]):
            told = RULE.at(subject, para, "“由”后面写到多少，用“到”不用“了”", found[0])
            yield replace(told, severity="warning")
    elif (found["up"] and after < before) or (found["down"] and after > before):
        yield RULE.at(subject, para, "说的升降与前后两个数相反", found[0])
    elif before and (times := _TIMES.match(para.text, found.end())):
        said = Decimal(times[1])
        if abs(after / before - 1 - said) > half_a_place(said):
            told = RULE.at(
                subject, para, f"增长的是{plain(half_up(after / before - 1, 1))}倍", found[0] + times[0]
            )
            yield replace(told, severity="warning")


def _changes(sentence: str, offset: int, inside: Sequence[Quantity]) -> Iterator[_Change]:
    added = {offset + word.end(): word for word in _CHANGE.finditer(sentence)}
    for place, word in added.items():
        by = next((one for one in inside if one.start == place), None)
        earlier = [one for one in inside if one.start < offset + word.start()]
        if (
            by is None
            or not earlier
            or _ROUGH.search(word[0] + sentence[by.end - offset : by.end - offset + 1])
            or _OF_OTHERS.search(sentence[: word.start()])
            or _another(sentence, word.start())
        ):
            continue
        if by.unit == "个百分点":
            pair = earlier = [one for one in earlier if one.percent]
        else:
            unit = (
                by.unit
                if not by.percent
                else next((one.unit for one in earlier[::-1] if not one.percent), "%")
            )
            pair = [one for one in earlier if one.unit == unit]
        states = [one for one in pair if one.start not in added]
        if len(pair) != len(earlier) or len({one.value for one in states}) != len(states):
            continue
        if len(states) == _TWO and _ASIDE.search(sentence[states[0].end - offset : states[1].start - offset]):
            continue
        if len(states) == _TWO and any(states[0].end < step < states[1].start for step in added):
            continue  # 粮食11057万公顷，比上年增加70万公顷，棉花504万公顷，增加19万公顷: two things, each with its own
        if len(states) == _TWO:
            change = _Change(word["down"] is not None, by, states, _base(sentence, offset, states))
            if not (by.percent and states[0].percent) or (change.points and change.base is not None):
                yield change
        elif len(states) == 1 and len(pair) == _TWO and pair[1].start in added and by.percent:
            yield from _of_one(word, by, states[0], pair[1], added, offset)


def _another(sentence: str, place: int) -> bool:
    """84个部门减至53个，人员减少15%: whether the change is of something that its sentence has not named before."""
    clause = _CLAUSE.search(sentence, 0, place)
    return clause is not None and clause[1][:_TWO] not in sentence[: clause.start()]


def _of_one(
    word: re.Match[str], by: Quantity, state: Quantity, step: Quantity, added: Mapping[int, re.Match[str]], offset: int
) -> Iterator[_Change]:
    """2015.0万元，比上年增加102.6万元，增长5.4%: what was is what is without its change. The change is rounded, so
    the percentage may be off by its last digit, or by what the rounding of both figures accounts for. 与上季度的100条
    相比，减少20条: what was is told itself."""
    down = word["down"] is not None
    same_way = (added[step.start]["down"] is not None) == down
    if word.string[word.start() - 1] not in "，、" or state.start > step.start or not same_way:
        return
    lead = _COMPARED_WITH.search(word.string[: state.start - offset])
    told = lead is not None and (lead[0][0] in "比较" or word.string.startswith("相比", state.end - offset))
    other = state.value + step.value if down != told else state.value - step.value
    was, now = (state.value, other) if told else (other, state.value)
    if was <= 0:
        return
    change = _Change(down, by, (replace(state, value=was), replace(state, value=now)), was)
    last, off = Decimal(1).scaleb(-by.decimals), _rounding(state) + _rounding(step)
    right = percent(step.value, was, by.decimals)
    low = percent(step.value - _rounding(step), was + off, by.decimals)
    high = percent(step.value + _rounding(step), was - off, by.decimals) if was > off else right
    if not min(low, right - last) <= by.value <= max(high, right + last):
        yield change


def _rounding(one: Quantity) -> Decimal:
    """How far a figure with decimals (1.06万所) may be off what it was rounded from."""
    scale = next((SCALES[sign] for sign in "万亿" if sign in one.text[one.start : one.end]), 1)
    return scale * Decimal(5).scaleb(-one.decimals - 1) if one.decimals else Decimal(0)


def _base(sentence: str, offset: int, states: Sequence[Quantity]) -> Decimal | None:
    """What was: the first behind 由, the second behind 比上年的."""
    first, second = states
    lead, between = sentence[: first.start - offset], sentence[first.end - offset : second.start - offset]
    if re.search(r"[由从][^，。；]{0,10}$", lead):
        return first.value
    return second.value if re.search(r"[，,][虽]?[比较][^，。；]{0,12}$", between) else None


_ASIDE = re.compile("突破|剔除|扣除|口径|[超跨]过|大关")
"""107亿元，首次突破100亿元，增长15%: the second figure is no state of its own."""
_COMPARED_WITH = re.compile("[与同和比较][^，。；]{1,14}$")
_CLAUSE = re.compile("，((?:(?![同环比较年共累总均分又再也则已将净约数量额率度月季期实])[\u4e00-\u9fff]){2,6})$")
_TWO, _NEAR = 2, 12
