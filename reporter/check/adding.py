"""Sums and differences in prose: parts before 合计, parts behind 其中, 结余 and 缺口."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise

from msgspec import Struct
from msgspec.structs import replace

from reporter.artefacts.seen.joined import apart
from reporter.check.clauses import clause_before
from reporter.check.partitions import are_all, enumerated, overlapping, split_already
from reporter.check.quantities import SCALES, Quantity, plain, quantities

_TOTAL = re.compile(r"(?:合计|总计|共计|共|总数|总额|总共)(?:为|是|达|达到|有|约)?[\u4e00-\u9fff]{0,4}$")
_ALL = re.compile(r"(?:合计|总计|共计|总共)(?:为|是|达|达到|有)?[\u4e00-\u9fff]{0,4}$")
_WITHIN = re.compile(r"其中[，：:]?|包括|包含|涵盖|分别(?:是|为)")
_REST = re.compile(r"(?:其余|其他|另外|剩余|余下|另)[\u4e00-\u9fff]{0,4}$")
_CHANGE = re.compile(
    r"增|减|降|升|提高|同比|环比|比上年|上年|去年|人均|每|平均|不少于|不低于|不超过|以下|以内|至少"
)
_NO_TOTAL = re.compile("增|减|升|降|提高|同比|环比|比上年|均|每")
_LEFT = re.compile(r"(?P<gap>缺口|尚缺|还缺|不足部分|超[出支]的?$)|结余|结存|剩余资金|尚余|余额|其余$")
_OF_YEARS = re.compile("累计|累积|滚存|历年|[存贷]款")
"""当期结存6324元，累计结存42639元: what years have left is not the difference of one; nor what banks hold."""
_DONE = tuple(f"，已{done}" for done in ("纠正", "整改", "办结", "处理", "解决", "销号", "补发", "清退"))
SUM_WORDS = apart(
    "计(?<=[合总共]计)", "总共", "其[中余]", "包[括含]", "涵盖", "分别", "缺口", "缺(?<=[尚还]缺)", "足(?<=不足)部分",
    "结[余存]", "剩余资金", "余(?<=尚余)", "余额", "共(?<=，共)", "超[出支]",
)  # fmt: skip
"""One of them stands in every paragraph that names a sum or what is left."""
_CHANGED = re.compile("(?:增加|减少|增长|下降|提高|上升|净增|多|少)了?$")
_JUDGED = re.compile("[，；]经[审查核检评复抽]")
_STOPS = "。！？\n"
_STOP = re.compile(f"[{_STOPS}]")
_ANOTHER = re.compile(r"[。！？\n；]|\d[多余]")
_CLAUSE = re.compile("[，、；。：和与及以]")


_PER = re.compile(r"次?[/／]")
"""5.36批次/千人 is part of nothing."""
_ASIDE = re.compile("（[^（）]*）")
_ONTO = re.compile("(?:^|[，；。：])再?加(?![快强大固装工密])[^，；。：]*$")
"""Before the first part: it is added to what a clause before has told."""
_OF_THOSE = re.compile(r"[^，。；、：\d]{0,8}中，")
"""Behind a count of which a part is told: 完成的406批抽检中，不合格15批."""


_TO = ("至", "到", "—", "～")
_IN_FULL = re.compile("(?:全额|足额|全部|如数)(?:已)?(?:到位|拨付|下达|缴纳|落实)")
"""中央资金已全额到位，市级到位800万元、县级到位560万元，合计: what was paid in full is not told."""
_DOES = re.compile("[\u4e00-\u9fff、]{6,}")
"""17个省人民政府制定实施了共计25个规章: whoever did it is no part of what was done."""


class Wrong(Struct, frozen=True):
    """A sum that does not come out: where it stands in the text and what to say. `sure` is False for an aim (以上)."""

    start: int
    end: int
    message: str
    sure: bool = True


def wrong_sums(text: str) -> Iterator[Wrong]:
    """All of a paragraph, in no order."""
    found = [
        replace(one, unit="人") if one.unit == "名" else one  # 1286名群众，其中老人468人: persons all of them
        for one in quantities(text) if not (one.percent or _PER.match(text, one.end))
    ]  # fmt: skip
    if len(found) < _LEAST:
        return
    yield from _totals_behind(text, found)
    yield from _parts_behind(text, found)
    yield from _left_over(text, found)


def _totals_behind(text: str, found: Sequence[Quantity]) -> Iterator[Wrong]:
    """A a，B b，合计 T: the run of counts of one unit right before the total, of one sentence."""
    for place, total in enumerate(found):
        lead = text[: total.start]
        bare = lead.endswith(("，共", "，一共"))
        if not (bare or _ALL.search(lead)):
            continue
        parts: list[Quantity] = []
        for one in reversed(found[max(0, place - _WINDOW) : place]):
            between = text[one.end : (parts[-1] if parts else total).start]
            if "）" in _ASIDE.sub("", between) and text[one.start - 1] != "（":
                continue  # told of another part: 基金300万元（累计450万元）
            between = _ASIDE.sub("", between)
            if one.unit != total.unit or _STOP.search(between) or "其中" in between or len(between) > _FAR:
                break
            if bare and parts and "、" not in between:
                break
            if between in _TO:
                parts = []
                break  # 各剩余0.42万亩至0.47万亩，合计2.17万亩: a span of each
            parts.append(one)
        if parts and (_DOES.fullmatch(text[parts[0].end : total.start]) or _IN_FULL.search(parts[-1].before)):
            continue
        if len(parts) > 1 and not _CHANGE.search(text[parts[-1].start - 6 : total.start]):
            _, *sums = accumulate([part.value for part in parts])
            onto = _onto(text, found[max(0, place - _WINDOW) : place], parts[-1])
            if total.value not in sums and not _of_finer(total, sums[-1]) and total.value - sums[-1] not in onto:
                yield _said(parts[-1], total, sums[-1], total.value, sure=not onto)


def _onto(text: str, before: Sequence[Quantity], first: Quantity) -> set[Decimal]:
    """What a part may be added to: 支出3600万元，下降2%；加上解支出520万元、还本支出60万元，支出合计4180万元."""
    if not _ONTO.search(text, max(0, first.start - _FAR), first.start):
        return set()
    return {one.value for one in before if one.unit == first.unit and one.end <= first.start}


def _parts_behind(text: str, found: Sequence[Quantity]) -> Iterator[Wrong]:
    """T，其中A a，B b: no part may exceed the total, nor may the parts of the unit up to the end of the sentence."""
    for place, (total, first) in enumerate(pairwise(found)):
        between = text[total.end : first.start]
        mark = _WITHIN.search(between) if total.unit == first.unit != "个百分点" else None
        if mark is None or _OF_THOSE.match(text, first.end) or text.startswith("以上", first.end):
            continue
        near = _near(between, mark)
        earlier = _of_sentence(text, found[max(0, place - _WINDOW) : place], total)
        noun = _noun_again(text, total, first)
        if first.value > total.value and (
            noun or (near and _one_larger(text, earlier, total, first, mark[0]))
        ):
            told = f"其中的{_shown(first.value, first)}比总数{_shown(total.value, total)}还多"
            yield Wrong(total.start, first.end + len(noun), told)
        elif near:
            parts = [first, *_run(text, _aside_only(text, total, found[place + 2 : place + _WINDOW]), first)]
            yield from _split(text, earlier, total, parts, mark[0])


def _split(
    text: str, earlier: Sequence[Quantity], total: Quantity, parts: Sequence[Quantity], mark: str
) -> Iterator[Wrong]:
    """Parts that go over the total, or do not reach it where they are all of it."""
    added = sum((part.value for part in parts), Decimal(0))
    if _of_finer(total, added):
        return
    if len(parts) < _LEAST or _of_another(text, earlier, total, added) or split_already(text, parts, total.value):
        return
    listed = enumerated(text, *parts[:2])
    if len(parts) > _LEAST and added == parts[0].value * 2 and not listed:
        return  # 其中第六次44项，完成43项，正在办理1项: the first part itself is split
    aim = text[total.end :].startswith("以上") or bool(_CHANGE.search(text[total.start - 6 : total.start]))
    whole = bool(_REST.search(text[: parts[-1].start])) or "分别" in mark
    both = not whole and are_all(text, total, parts)
    if not overlapping(text, parts) and (
        added > total.value or ((whole or both) and not aim and added != total.value)
    ):
        sure = not (aim or (both and added < total.value) or _rounded(total, parts, added))
        yield _said(total, parts[-1], added, total.value, sure=sure)


def _rounded(total: Quantity, parts: Sequence[Quantity], added: Decimal) -> bool:
    """169.7亿元，其中91.9亿元、6.5亿元……: whether the rounding of each figure may account for the difference."""
    places = (_last_place(one) for one in (total, *parts) if one.decimals)
    return abs(added - total.value) * 2 <= sum(places, Decimal(0))


def _of_finer(total: Quantity, added: Decimal) -> bool:
    """2.62亿元，其中9942.05万元、1.63亿元: whether the total is the sum of its parts, rounded as it is written."""
    return bool(total.decimals) and abs(added - total.value) * 2 <= _last_place(total)


def _last_place(one: Quantity) -> Decimal:
    scale = next((SCALES[sign] for sign in "万亿" if sign in one.text[one.start : one.end]), 1)
    return scale * Decimal(1).scaleb(-one.decimals)


def _noun_again(text: str, total: Quantity, part: Quantity) -> str:
    """6所敬老院…，其中7所敬老院: the noun of the total where the part right behind 其中 of its sentence has it too."""
    between, noun = text[total.end : part.start], _NOUN.match(text, total.end)
    same = noun is not None and _OF_WHICH.search(between) and not _STOP.search(between)
    return noun[0] if noun and same and text.startswith(noun[0], part.end) else ""


_NOUN = re.compile(r"[\u4e00-\u9fff]{2,3}")
_OF_WHICH = re.compile("其中(?:的|有)?$")


def _one_larger(text: str, earlier: Sequence[Quantity], total: Quantity, first: Quantity, mark: str) -> bool:
    """Whether the part right behind 其中 belongs to that total alone, so that it may not be larger."""
    if "其中" not in mark or _NO_TOTAL.search(clause_before(text, "，。；：、（", total.start)):
        return False
    return not any(one.value >= first.value for one in earlier) and "每" not in text[total.end : first.start]


def _of_another(text: str, earlier: Sequence[Quantity], total: Quantity, added: Decimal) -> bool:
    """Whether the parts may be those of a count that stands before the nearest one in its sentence: they come out
    there, or the nearest is no total (a change, a mean) and they do not go over the earlier one."""
    if any(one.value == added for one in earlier) and total.value != added:
        return True
    aside = _NO_TOTAL.search(clause_before(text, "，。；：、", total.start))
    return bool(aside) and any(one.value >= added for one in earlier)


def _of_sentence(text: str, before: Sequence[Quantity], one: Quantity) -> list[Quantity]:
    """Those of its unit that stand before it in its sentence."""
    stop = max(text.rfind(mark, 0, one.start) for mark in _STOPS)
    return [other for other in before if other.unit == one.unit and other.end > stop]


def _near(between: str, mark: re.Match[str]) -> bool:
    """其中 opens the next clause or sentence, with no other sentence, item or number (177余万元) in between."""
    before = between[: mark.start()].strip("，。、；（( ")
    return not _ANOTHER.search(before) and len(before) <= _FAR and not _STOP.search(between[mark.end() :])


def _aside_only(text: str, total: Quantity, rest: Sequence[Quantity]) -> Sequence[Quantity]:
    """补助113万元（其中：抗灾资金76万元），转贷39万元: what a bracket opens right behind the total it closes, too."""
    close = text.find("）", total.end) if text.startswith("（", total.end) else -1
    return [one for one in rest if one.start < close] if close >= 0 else rest


def _run(text: str, rest: Sequence[Quantity], last: Quantity) -> Iterator[Quantity]:
    """The further parts: counts of the unit in the same sentence, each in a clause of its own."""
    for one in rest:
        between = text[last.end : one.start]
        if one.unit != last.unit or _STOP.search(between) or "；" in between or len(between) > _FAR:
            return
        if _WITHIN.search(between) or not _CLAUSE.search(between) or _TOTAL.search(between):
            return
        if _CHANGED.search(between) or _JUDGED.search(between):
            return  # of the whole: 比2026年增加312万元, 经审查立案175件
        last = one
        yield one


def _left_over(text: str, found: Sequence[Quantity]) -> Iterator[Wrong]:
    """结余 = 收 − 支, 缺口 = 需 − 有: counts of the unit named before, some added and some taken off, must give it."""
    for place, one in enumerate(found):
        lead = clause_before(text, "，。；：（", one.start)
        what = _LEFT.search(lead)
        if what is None or _CHANGE.search(lead) or _OF_YEARS.search(lead):
            continue
        if what["gap"] and _ALL.search(lead):
            continue  # 有7所人员不足，缺口合计11人: of several, each with its own
        if what[0][0] == "超" and text.startswith("的", one.end):
            continue
        before = found[max(0, place - _WINDOW) : place]
        sentence = _of_sentence(text, before, one)
        if what[0] == "其余":
            yield from _the_rest(text, sentence, one)
            continue
        pool = [other for other in before if other.unit == one.unit] if what["gap"] else sentence
        if sentence and len(pool) > 1 and not _comes_out(pool, one.value):
            written = text[one.start : one.end]
            yield Wrong(pool[-1].start, one.end, f"{written}与前面的数减不出来")


def _the_rest(text: str, before: Sequence[Quantity], one: Quantity) -> Iterator[Wrong]:
    """其余 = the whole, which stands first and is the largest, less what is named. Told softly: parts may overlap."""
    whole = max((other.value for other in before), default=Decimal(0))
    if len(before) > 1 and _settled(text, before[-1], one):
        if one.value + before[-1].value not in _sums(before[:-1]):
            done, rest = (text[each.start : each.end] for each in (before[-1], one))
            yield Wrong(before[0].start, one.end, f"已办的{done}加其余的{rest}，不等于前面的数", sure=False)
    elif len(before) > 1 and _SHARE.match(text, before[0].end):
        return  # 287人，占72.5%: no whole, but the first of its parts
    elif len(before) > 1 and before[0].value == whole > one.value and not _comes_out(before, one.value):
        said = f"{plain(whole)}减去前面的数，得不到其余的{text[one.start : one.end]}"
        yield Wrong(before[0].start, one.end, said, sure=False)


_SHARE = re.compile("[，、（](?:约)?占[^，。；]{0,12}[%％]")


def _settled(text: str, done: Quantity, rest: Quantity) -> bool:
    """已纠正7户，其余1户: both together are what was named before."""
    return text[done.end : rest.start] == "，其余" and text.endswith(_DONE, 0, done.start)


def _sums(pool: Sequence[Quantity]) -> set[Decimal]:
    """Of some of the last counts."""
    reached = {Decimal(0)}
    for other in pool[-_MANY:]:
        reached |= {known + other.value for known in reached}
    return reached


def _comes_out(pool: Sequence[Quantity], value: Decimal) -> bool:
    """Whether some of the last counts less some others is the value."""
    reached = {(Decimal(0), False, False)}
    for other in pool[-_MANY:]:
        reached |= {(known + other.value, True, less) for known, _, less in reached} | {
            (known - other.value, more, True) for known, more, _ in reached
        }
    return (value, True, True) in reached


def _said(first: Quantity, last: Quantity, added: Decimal, total: Decimal, *, sure: bool = True) -> Wrong:
    message = f"各项相加是{_shown(added, last)}，总数写{_shown(total, last)}"
    return Wrong(min(first.start, last.start), max(first.end, last.end), message, sure)


def _shown(value: Decimal, one: Quantity) -> str:
    """In the unit of one; money and persons in 万 where they are written so."""
    unit = "名" if one.unit == "人" and one.text[one.end - 1] == "名" else one.unit
    large = unit in ("元", "人", "人次") and _TEN_THOUSAND <= value < _NO_COUNT and value % 100 == 0
    return f"{plain(value / _TEN_THOUSAND)}万{unit}" if large else f"{plain(value)}{unit}"


_LEAST = 2
_TEN_THOUSAND, _NO_COUNT = 10**4, 10**15
_FAR = 24
_MANY, _WINDOW = 6, 60
"""So many of the last counts, and so many of a paragraph, are looked at from one of them."""
