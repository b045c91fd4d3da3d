"""Goals lie above what there is, rise with the years, and what is asked of each is not above the whole (R8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reporter.artefacts.seen.joined import apart
from reporter.artefacts.seen.model import Para
from reporter.check.bound import Bound, N, numbers, tell_bounds
from reporter.check.columns import is_total, number_at
from reporter.check.finding import Finding
from reporter.check.quantities import plain
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

_COUNTED = "处个户家人名所件条"
RULE = Rule(
    code="GW631",
    title="目标不低于现状、逐年提高，对各地的下限不高于总目标，“全部”之外没有剩下的",
    implements=("R8",),
    clause="公文一致性要求",
    strength="recommended",
    tests="“达到……以上”与文中、表中的现状；“到2027年……80%；到2030年……”；“全县达到35%以上，任何乡镇不得低于28%”；“全部纳入”与“其余8人”；“有5处没有……”与后面“没有……的5处”",
    why="目标低于现状、前后矛盾，工作没有依据。",
    hint="核对现状和目标，改正写错的一个",
    good=lambda: notice(body=("全县安葬率要达到35%以上，任何乡镇不得低于28%。",)),
    bad=lambda: notice(body=("全县安葬率要达到35%以上，任何乡镇不得低于48%。",)),
    roles=("body", "heading"),
    signs=("达到", "全部", "没有", *(f"{one}未" for one in _COUNTED), "尚未"),
    severity="warning",
)


def check(subject: Subject) -> Iterator[Finding]:
    """Sentences of these forms, and what the text or a table says there is."""
    yield from tell_bounds(RULE, subject, _FORMS)
    text = subject.text_of("body", "heading")
    if "到" in subject.seen.joined.numbers.before:
        for para, found in text.matches(_GOAL, "以上", quick=_REACH):
            yield from _goal(subject, para, found)
    for _, found in text.matches(_LACKING, quick=_HAVING):
        behind = re.compile(rf"{re.escape(found['lack'])}的(\d+){found['unit']}")
        for other, again in text.matches(behind, f"{found['lack']}的"):
            if again[1] != found["n"]:
                message = f"前面写有{found['n']}{found['unit']}{found['lack']}"
                yield RULE.at(subject, other, message, around(other.text, again))


def _each(found: re.Match[str]) -> str:
    whole, each = numbers(found, 1, 2)
    return f"总的目标只有{plain(whole)}%" if each > whole else ""


def _later(found: re.Match[str]) -> str:
    before, first, after, then = (Decimal(found[name]) for name in ("a", "n", "b", "m"))
    told = f"{found['b']}年的目标比{found['a']}年的{plain(first)}%还低"
    return told if before < after and then < first else ""


def _left(found: re.Match[str]) -> str:
    return f"说了“全部”，又写还有{found[1]}"


def _rate(found: re.Match[str]) -> str:
    return f"说了“全部”，比率却是{found[2]}%" if Decimal(found[2]) < _ALL else ""


_ALL = 100
_FORMS = (
    Bound(("，任何", "，每个"), apart("任何", "每个"), re.compile(
        rf"达到{N}[%％](?:以上)?，(?:任何|每个)[^，。；\d]{{2,12}}(?:不得|不)低于{N}[%％]"
    ), _each, "于"),
    Bound(("；到20",), apart("到20"), re.compile(
        r"到(?P<a>20\d\d)年底?，[^。；\d]{0,30}(?P<what>[\u4e00-\u9fff]{2}率)(?:要)?达到(?P<n>\d+(?:\.\d+)?)%[^。；]{0,20}；"
        r"到(?P<b>20\d\d)年底?，[^。；，\d]{0,20}(?P=what)(?:要)?达到(?P<m>\d+(?:\.\d+)?)%"
    ), _later, "到"),
    Bound(("全部",), apart("全部"), re.compile(
        r"全部(?:纳入|办结|整改|发放|完成|采纳|解决|销号|追回|补正)[^。；]{0,16}(?:其余|尚有|还有|另有)(\d+[人户件条处个项份名])"
        r"[^，。；\d]{0,6}(?:正在|尚未|未)"
    ), _left, "余有"),
    Bound(("全部",), apart("全部"), re.compile(
        rf"全部(采纳|办结|整改|完成|答复|销号|追回)，\1率(?:为|达到?)?{N}[%％]"
    ), _rate, "率为到"),
)  # fmt: skip
_REACH = apart(r"达到[0-9][0-9.]*(?:万?[人名家个张处场]|[%％])以上")
_GOAL = re.compile(r"达到(?P<n>\d+(?:\.\d+)?)(?P<unit>万?[人名家个张处场]|[%％])以上")
_WHAT = re.compile(r"([\u4e00-\u9fff]{3,8}?)(?:人数|数量|总数)?(?:要|应|应当)?$")
_NEED = 3


def _goal(subject: Subject, para: Para, found: re.Match[str]) -> Iterator[Finding]:
    """…率 by the total row of the column of that name; a number by what the text says there is."""
    goal, unit = Decimal(found["n"]), found["unit"]
    named = _WHAT.search(para.text[max(0, found.start() - 10) : found.start()])
    if named is None:
        return
    now = list(_rates(subject, named[1])) if unit in "%％" else list(_counted(subject, named[1], unit, para))
    if len(now) == 1 and now[0] > goal:
        message = f"现在已是{plain(now[0])}{unit}，目标比它还低"
        yield RULE.at(subject, para, message, around(para.text, found))


def _rates(subject: Subject, what: str) -> Iterator[Decimal]:
    for grid in subject.seen.grids:
        for place, name in enumerate(grid.names):
            if len(name) > _NEED and what.endswith(name):
                for _, cells in grid.body:
                    if is_total(cells) and (value := number_at(cells, place)) is not None:
                        yield value


def _counted(subject: Subject, named: str, unit: str, para: Para) -> Iterator[Decimal]:
    what = named[-5:].removeprefix("县")
    counted = re.compile(rf"(?:有|共|现有){what}{N}{unit}")
    for other, one in subject.text_of("body", "heading").matches(counted):
        if other.number < para.number:
            yield Decimal(one[1])


_HAVING = apart(
    f"没(?<=[0-9][{_COUNTED}]没)有", f"未(?<=[0-9][{_COUNTED}]未)", f"尚(?<=[0-9][{_COUNTED}]尚)未"
)
_LACKING = re.compile(
    rf"有(?P<n>\d{{1,4}})(?P<unit>[{_COUNTED}])(?P<lack>(?:没有|未|尚未)[\u4e00-\u9fff]{{4,14}}?)(?=[，。；])"
)
