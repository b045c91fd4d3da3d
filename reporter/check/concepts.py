"""Hazards and homes as a sentence counts them: found, closed, open, all homes – each with what narrows it.

Two counts are of one thing when kind, unit and scope (grade, field, place, round of inspection) are the same. A count
without a time speaks of the time that the document speaks of; it need only equal one of the dated ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from reporter.artefacts.seen.joined import Joined, apart, possible, sentence_at

Kind = Literal["found", "closed", "open", "homes", "checked"]
NAMES: dict[Kind, str] = {
    "found": "发现的隐患", "closed": "已整改的隐患", "open": "未整改的隐患", "homes": "养老机构总数",
    "checked": "检查的养老机构",
}  # fmt: skip
_N = r"(?P<n>\d[\d,]*)(?P<unit>条|处|项|个|起)"
_H = r"(?P<n>\d[\d,]*)(?P<unit>家|所)"
_WHOLE = "(?:全[县市省区州镇乡]|全街道|[我本][县市区镇乡]|辖区内?)"
_HAZARD = r"(?:[\u4e00-\u9fff]{0,6}?隐患)"
_SEEN = "(?:排查发现|检查发现|发现|排查出|检查出|查出|排查|摸排|登记)"
_DONE = "(?:整改销号|整改完成|完成整改|整改到位|完成销号|整改|销号)"
_HOMES = "(?:养老服务机构|养老机构)"
_GOES_ON = "(?=的|开展|进行|共|均|全部|逐|都|实行|实施|[，。；]|$)"
_SPELLED: tuple[tuple[Kind, str], ...] = (
    ("found", rf"{_SEEN}(?:的|了|出)?{_HAZARD}(?:数量?)?(?:共计?|总计|累计|合计|共有|为)?{_N}"),
    ("found", rf"{_SEEN}(?:的|了|出)?(?:共计?|累计)?{_N}{_HAZARD}"),
    (
        "found",
        rf"(?:^|(?<=[，、对将]))(?:共)?{_N}[\u4e00-\u9fff]{{0,4}}?隐患(?=已|均|全部|逐|实行|进行|建立)",
    ),
    ("closed", rf"(?<!未)(?:已全部|已经|已){_DONE}(?:的)?{_HAZARD}?{_N}"),
    ("closed", rf"(?<![未没])(?:整改完成|完成整改|完成销号)(?:了)?{_HAZARD}?{_N}"),
    ("open", rf"(?:尚未|还未|未|没有)(?:完成)?{_DONE}(?:的)?{_HAZARD}?(?:还有|尚有|有)?{_N}"),
    ("open", rf"(?:剩余|其余|尚有|还有|仍有)(?:的)?{_N}{_HAZARD}"),
    ("open", rf"{_N}(?:{_HAZARD})?(?:尚未|还未|未|没有|正在|仍在|还在)(?:完成)?{_DONE}"),
    ("open", rf"(?:正在整改|整改中)(?:的)?(?:有)?{_N}"),
    ("homes", rf"{_WHOLE}(?:现有|共有|现共有|共)?{_H}{_HOMES}{_GOES_ON}"),
    ("homes", rf"{_WHOLE}(?:现有|共有|现共有|现有各类|共有各类)的?{_HOMES}(?:总数)?(?:共|为)?{_H}"),
    ("checked", rf"对{_WHOLE}{_H}{_HOMES}(?:开展|进行|实施)(?=[^，。；]{{0,14}}[检排]查)"),
)
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _SPELLED)
_HERE = re.compile(_WHOLE)
_OF_HAZARDS = tuple((kind, pattern) for kind, pattern in _PATTERNS if kind not in ("homes", "checked"))
_OF_HOMES = tuple((kind, pattern) for kind, pattern in _PATTERNS if kind in ("homes", "checked"))
_FIGURE = re.compile(r"[条处项个起家所](?<=[\d,].)")
"""What every count has: a unit behind a figure."""
_FIGURE_BEHIND = apart(
    r"隐患(?:数量?)?(?:共计?|总计|累计|合计|共有|为|还有|尚有|有)?\d",
    r"整改(?:销号|完成|到位|中)?[了的]?(?:还有|尚有|有)?\d",
    r"销号[了的]?(?:还有|尚有|有)?\d",
    r"养老(?:(?<=[家所]养老)|(?:服务)?机构(?:总数)?[共为]?\d)",
)
_FIGURE_BEFORE = re.compile(r"[\d,]+[条处项个起][\u4e00-\u9fff]{0,6}(?:隐患|整改|销号)")
"""One of these is found in every count: what is counted stands near its figure, before it or behind."""
_KINDS = re.compile(
    r"重大|较大|一般|突出|消防|火灾|燃气|食品|食堂|电气|用电|建筑|房屋|结构|医疗|特种设备|电梯|锅炉|疫情|自建房|"
    r"敬老院|民办|公办|公建|农村|城区|城镇|自查|联合检查|第三方|督查|督导|抽查|回头看|投诉|举报|新增|新发现|又|再次|"
    r"立行立改|当场|现场|逾期|超过|某|该院|该机构|该镇|个别|部分|有的|分别|首轮|首次|"
    r"第[一二三四五六七八九十\d]+(?:轮|批|次|个?检查?组|阶段|期)|[\u4e00-\u9fff]{2}类(?=隐患|问题)"
)
_PLACES = re.compile(
    r"(?<![\u4e00-\u9fff])(?!各|全|乡镇|有关)[\u4e00-\u9fff]{1,4}(?:镇|乡|街道|片区)(?!镇)|"
    r"[\u4e00-\u9fff]{2,12}(?:方面|领域)(?=：)|"
    r"(?!全|各|所有)[\u4e00-\u9fff]{2,8}(?:敬老院|养老院|福利院|颐养院|托老院|养护院|公寓|服务中心)(?!服务质量|专项|建设|安全)"
)
_TIMES = re.compile(
    r"(?:(?:19|20)\d{2}年)?(?:第?[一二三四1-4]季度|[上下]半年|\d{1,2}月(?:\d{1,2}日|份|底)?)|(?:19|20)\d{2}年(?:度|以来)?|"
    r"累计|今年|去年|上年|同期|全年|年内|以来|本轮|本次|此次|前\w季度|上一"
)
_DUE = re.compile(r"(?:(?:19|20)\d{2}年)?\d{1,2}月(?:\d{1,2}日|底)?(?:以|之)?前")
"""By when what is open is to be closed, which is no time of the count."""
_PART = re.compile(r"其中|另有|此外|包括|涉及")


class Count(Struct, frozen=True):
    """One mention; `start` and `end` are the characters of figure and unit in the text."""

    kind: Kind
    value: Decimal
    unit: str
    scope: frozenset[str]
    times: frozenset[str]
    start: int
    end: int

    @property
    def key(self) -> tuple[Kind, frozenset[str]]:
        return self.kind, self.scope

    @property
    def name(self) -> str:
        return f"{'、'.join(sorted(self.scope))}{NAMES[self.kind]}"


@lru_cache(maxsize=4096)
def counts(text: str) -> tuple[Count, ...]:
    """Those of a text in order; parts of a whole (其中 …) are left out."""
    if not (_of_hazards(text) or _of_homes(text)):
        return ()
    return tuple(sorted(_all(text), key=lambda one: one.start))


def counting(prose: Joined) -> frozenset[int]:
    """The numbers of the paragraphs in which a count may stand. Few files have one, and to look at every clause takes
    long."""
    figures = prose.numbers.followed("条处项个起家所,")
    if any(pattern.search(prose.text) for pattern in possible(prose.text, _FIGURE_BEHIND)) or any(
        _FIGURE_BEFORE.match(prose.text, place) for place in figures
    ):
        return frozenset([prose.at(place)[0].number for place in figures])
    return frozenset()


def _all(text: str) -> Iterator[Count]:
    for offset, sentence, begin, end in _clauses(text):
        taken: set[tuple[int, Kind]] = set()
        for kind, pattern in _patterns(sentence[begin:end]):
            for found in pattern.finditer(sentence, begin, end):
                before = sentence[: found.end()]
                place = found.start("n")
                if (
                    _of_a_part(kind, sentence[: found.start()])
                    or (place, kind) in taken
                    or _left_over(kind, sentence, found)
                ):
                    continue
                taken.add((place, kind))
                yield Count(
                    kind, Decimal(found["n"].replace(",", "")), found["unit"], _scope(kind, sentence, found),
                    _times(kind, before), offset + place, offset + found.end("unit"),
                )  # fmt: skip


def _times(kind: Kind, before: str) -> frozenset[str]:
    return frozenset(_TIMES.findall(_DUE.sub("", before) if kind == "open" else before))


def _clauses(text: str) -> Iterator[tuple[int, str, int, int]]:
    """Those with a figure: the sentence with where it begins in the text, and the ends of the clause in it. No count
    goes over a comma."""
    last = 0
    for figure in _FIGURE.finditer(text):
        if figure.start() < last:
            continue
        offset, sentence = sentence_at(text, figure.start())
        place = figure.start() - offset
        begin, end = sentence.rfind("，", 0, place) + 1, sentence.find("，", place)
        end = end if end >= 0 else len(sentence)
        last = offset + end
        yield offset, sentence, begin, end


def _patterns(clause: str) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """Those that may match by the words of the clause."""
    homes = _of_homes(clause) and _HERE.search(clause)
    return (*(_OF_HAZARDS if _of_hazards(clause) else ()), *(_OF_HOMES if homes else ()))


def _of_hazards(text: str) -> bool:
    return "隐患" in text or "整改" in text or "销号" in text


def _of_homes(text: str) -> bool:
    return "养老机构" in text or "养老服务机构" in text


def _of_a_part(kind: Kind, before: str) -> bool:
    """Behind 其中 …; what is closed or open of the whole may stand there when nothing narrower has been named."""
    part = list(_PART.finditer(before))
    if not part:
        return False
    since = before[part[-1].end() :]
    whole = kind in ("closed", "open") and part[-1][0] == "其中"
    return not whole or bool(_KINDS.search(since) or _PLACES.search(since) or "隐患" in since)


def _left_over(kind: Kind, sentence: str, found: re.Match[str]) -> bool:
    """Whether 未整改, 剩余, 已整改 … before or inside the match make another count of it."""
    if kind == "found":
        near = sentence[max(0, found.start() - 6) : found.end()]
        return bool(re.search(r"未|剩余|其余|尚有|已整改的|没有|余下", near))
    return kind == "closed" and sentence[max(0, found.start() - 2) : found.start()].endswith(("未", "尚"))


def _scope(kind: Kind, sentence: str, found: re.Match[str]) -> frozenset[str]:
    """What narrows the count: everything said before it in the sentence, and what stands between figure and noun."""
    before = sentence[: found.start("n")]
    behind = re.match(r"[\u4e00-\u9fff]{0,8}?隐患", sentence[found.end("unit") :])
    words = {
        *_KINDS.findall(before),
        *(_KINDS.findall(behind[0]) if behind else ()),
        *_PLACES.findall(before),
    }
    return frozenset(words if kind not in ("homes", "checked") else _KINDS.findall(found[0]))


def narrows(title: str) -> bool:
    """Whether a title speaks of a part: one grade, one field, one place, one round."""
    return bool(_KINDS.search(title) or _PLACES.search(title))


def unequal(mentions: Iterable[Count]) -> Iterator[tuple[Count, Count]]:
    """Pairs (the mention that stands first, the one that differs) of one document, in order."""
    seen: dict[tuple[Kind, frozenset[str]], list[Count]] = {}
    listed = list(mentions)
    for one in listed:
        seen.setdefault(one.key, []).append(one)
    for group in seen.values():
        yield from _of_one_thing(group)


def _of_one_thing(group: list[Count]) -> Iterator[tuple[Count, Count]]:
    dated: dict[frozenset[str], Count] = {}
    for one in group:
        if one.times:
            first = dated.setdefault(one.times, one)
            if first.value != one.value:
                yield first, one
    values = {one.value for one in dated.values()}
    plain = [one for one in group if not one.times]
    for one in plain:
        if values and one.value not in values:
            yield next(iter(dated.values())), one
        elif not values and one.value != plain[0].value:
            yield plain[0], one
