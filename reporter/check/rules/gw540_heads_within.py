"""What is a part, or takes one person at least, is not more than the whole (R2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reporter.artefacts.seen.model import Grid, Para
from reporter.check.finding import Finding
from reporter.check.quantities import number_in, plain
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW540",
    title="户数不多于人数，到会、表决人数对得上，失能等人数不多于总人数",
    implements=("R2",),
    clause="公文一致性要求",
    strength="recommended",
    tests="“4186户6752人”这样连写的数，“应到9人，实到8人，请假1人”和表决人数，表格里“老年人”与“失能老年人”两列",
    why="每户至少有一人，部分不会大于整体；反了就是填错了栏。",
    hint="核对两个数，改正写反或者写错的一个",
    good=lambda: notice(body=("全县有低保对象4186户6752人。",)),
    bad=lambda: notice(body=("全县有低保对象6752户4186人。",)),
    yields=("GW580",),
)
_HOMES = re.compile(r"(?<![\d.,])(\d+)户[、，（(]?(\d+)人(?!次)")
_CHANGED = re.compile("增|减|少|多|退|调")
_MET = re.compile(r"应到(?:会)?(\d+)[人名]，实到(?:会)?(\d+)[人名](?:，(?:因[公事病])?(?:请假|缺席)(\d+)[人名])?")
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
    for grid in subject.seen.grids:
        yield from _columns(subject, grid)


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
