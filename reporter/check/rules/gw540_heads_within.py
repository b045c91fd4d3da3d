"""What is a part, or takes one person at least, is not more than the whole (R2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from reporter.artefacts.seen.joined import Joined
from reporter.artefacts.seen.model import Grid, Para
from reporter.check.finding import Finding
from reporter.check.quantities import number_in, plain
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW540",
    title="户数不多于人数，到会、表决、入住、收回的数不多于应有的，失能等人数不多于总人数",
    implements=("R2",),
    clause="公文一致性要求",
    strength="recommended",
    tests="“4186户6752人”这样连写的数，“应到9人，实到8人，请假1人”和表决人数，“发放30份，收回28份”，床位与入住，表格里“老年人”与“失能老年人”两列",
    why="每户至少有一人，部分不会大于整体；反了就是填错了栏。",
    hint="核对两个数，改正写反或者写错的一个",
    good=lambda: notice(body=("全县有低保对象4186户6752人。",)),
    bad=lambda: notice(body=("全县有低保对象6752户4186人。",)),
    yields=("GW580",),
)
_HOMES = re.compile(r"(?<![\d.,])(\d+)户[、，（(]?(\d+)人(?!次)")
_CHANGED = re.compile("增|减|少|多|退|调")
_MET = re.compile(r"应到(?:会)?(\d+)[人名]，实到(?:会)?(\d+)[人名](?:，(?:因[公事病])?(?:请假|缺席)(\d+)[人名])?")
_JOIN = "(?:参加|参会|参训|参检|上?报)"
_CAME = re.compile(rf"应{_JOIN}(\d+)([人名家个])，实(?:际)?{_JOIN}(\d+)[人名家个]")
_VISITS = re.compile(r"(\d+)(家)次，(?:涉及|覆盖)[^，。；\d]{0,8}(\d+)家(?!次)")
_BACK = re.compile(r"发放[^，。；\d]{0,14}(\d+)([份张])，(?:实际|共)?(?:收回|回收)[^，。；\d]{0,10}(\d+)[份张]")
_BEDS = re.compile(r"(?<!型)床位数?(?:总数)?(?:共|有|为)?(\d+)张")
_ADDED = re.compile("(?:新[增建]|[增改扩空]|剩余|闲置|家庭|备用)[^，。；]{0,8}床位|床位[^，。；]{0,6}(?:新增|增加)")
_LIVING = re.compile(r"(?:入住|供养|收住|在院)(?:特困)?(?:老年人|老人|人数|人员|对象)?(?:共|有|为)?(\d+)[人名](?!次)")
_VOTED = re.compile(r"(\d+)[人名票](?:表示)?(?:同意|赞成|反对|弃权)")
_SUBSET = re.compile(
    "(?:其中[：:]?)?(?:完全|部分|半|重度)?(?:失能|失智|独居|空巢|留守|残疾|高龄|特困|低保|女性?|男性?|护理型|农村|城市)"
)
_PEOPLE = re.compile("(?:60周?岁(?:及)?以上)?(?:老年人口?|老人|人口|总人口)")
_NOUN = re.compile(r"(?:数量?|人数|总数)?(?:[（(][^（）()]*[）)])?$")


def check(subject: Subject) -> Iterator[Finding]:
    """Text and tables; a change of homes may go with another change of persons."""
    behind = subject.seen.joined.numbers.behind
    for para, found in subject.seen.joined.matches(_HOMES, "户") if "户" in behind else ():
        if int(found[1]) > int(found[2]) and not _CHANGED.search(para.text[max(0, found.start() - 8) : found.start()]):
            yield RULE.at(subject, para, f"{found[1]}户只有{found[2]}人", around(para.text, found))
    met = not behind.isdisjoint("人名")
    for para, found in subject.text_of("body", "heading").matches(_MET, "实到") if met else ():
        yield from _met(subject, para, found)
    text = subject.text_of("body", "heading")
    for para, found in chain(
        text.matches(_CAME, "实参", "实际", "实报", "实上"), text.matches(_BACK, "收回", "回收"),
        text.matches(_VISITS, "家次，"),
    ):  # fmt: skip
        if int(found[3]) > int(found[1]):
            yield RULE.at(subject, para, f"一共{found[1]}{found[2]}，不会有{found[3]}{found[2]}", found[0])
    if text.says("床位") and text.says("入住", "供养", "收住", "在院"):
        yield from _living(subject, text)
    for grid in subject.seen.grids:
        yield from _columns(subject, grid)


def _living(subject: Subject, text: Joined) -> Iterator[Finding]:
    """A sentence that tells the beds once and who lives there once: not more than there are beds."""
    for para, begin, sentence in text.sentences:
        beds, living = _BEDS.findall(sentence), list(_LIVING.finditer(sentence))
        if len(beds) == len(living) == 1 and not _ADDED.search(sentence) and int(living[0][1]) > int(beds[0]):
            message = f"床位{beds[0]}张，入住的有{living[0][1]}人"
            yield RULE.at(subject, para, message, around(para.text, living[0], begin))


def _met(subject: Subject, para: Para, found: re.Match[str]) -> Iterator[Finding]:
    """Who came and who did not are all; not more vote than came."""
    asked, came = int(found[1]), int(found[2])
    if came > asked or (found[3] and came + int(found[3]) != asked):
        yield RULE.at(subject, para, "应到、实到和请假的人数对不上", found[0])
    for other, vote in subject.text_of("body", "heading").matches(_VOTED):
        if int(vote[1]) > came and other.number >= para.number:
            yield RULE.at(subject, other, f"实到{came}人，表决的有{vote[1]}人", around(other.text, vote))


def _columns(subject: Subject, grid: Grid) -> Iterator[Finding]:
    """失能老年人 is of 老年人: a column with one more word of a kind."""
    if not _SUBSET.search(grid.called):
        return
    names = [_NOUN.sub("", name) for name in grid.names]
    for part, name in enumerate(names):
        kind = _SUBSET.match(name)
        rest = name[kind.end() :] if kind else name
        those = [at for at, one in enumerate(names) if one == rest or (not rest and _PEOPLE.fullmatch(one))]
        whole = those[0] if kind and len(those) == 1 else -1
        for at, cells in grid.body if whole >= 0 else ():
            few, many = (_number(cells, place) for place in (part, whole))
            if few is not None and many is not None and few > many:
                message = f"{name}{plain(few)}，比{names[whole]}{plain(many)}还多"
                yield RULE.in_cell(subject, grid, at, part, message, plain(few))


def _number(cells: tuple[str, ...], place: int) -> Decimal | None:
    return number_in(cells[place]) if place < len(cells) else None
