"""Ranks, the span and the mean that a text tells are those of its table of scores (R2, R4, R24)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from reporter.artefacts.seen.model import Grid
from reporter.check.bare import solid
from reporter.check.columns import is_total, named, number_at
from reporter.check.finding import Finding
from reporter.check.quantities import half_up, plain
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW597",
    title="名次、最高最低分之差、平均分与得分表一致",
    implements=("R24", "R2", "R4"),
    clause="公文一致性要求",
    strength="shall",
    tests="只有一张得分表时，表中名次与得分的先后，正文“最高分与最低分相差……”“平均……分”",
    why="名次和得分对不上，通报出去就要更正。",
    hint="按得分从高到低重排名次，得分相同的名次相同；差和平均数按表重算",
    good=lambda: _table("2", "6.1"),
    bad=lambda: _table("1", "5.1"),
    tables=True,
)
_RANK, _SCORE = re.compile("名次|排名|位次"), re.compile("(?:综合|考评|考核|总)?(?:得分|总分|分数|成绩)(?:[（(].*)?")
_SPAN = re.compile(r"最高分?(?:与|和)最低分?(?:之间)?相差(\d+(?:\.\d+)?)分")
_MEAN = re.compile(
    r"(?:(?P<many>\d+)[个家][\u4e00-\u9fff（）]{0,10})?平均(?:得分|分)?(?:为|是)?(?P<mean>\d+(?:\.(?P<decimals>\d+))?)分"
)
_REACHED = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)分(?:（含）|及)?以上的(?:共|有)?(\d+)[个家](?!月|工作)")
_LEAST = 3


def check(subject: Subject) -> Iterator[Finding]:
    """Tables with one column of scores; the text is compared where the file has one such table."""
    scored = [(grid, column) for grid in subject.seen.grids if (column := _column(grid, _SCORE)) is not None]
    for grid, column in scored:
        yield from _ranks(subject, grid, column)
    if len(scored) != 1:
        return
    yield from _alike(subject, *scored[0])
    yield from _bands(subject, *scored[0])
    values = [value for _, value in _values(*scored[0])]
    if len(values) >= _LEAST:
        yield from _told(subject, values)


def _told(subject: Subject, values: Sequence[Decimal]) -> Iterator[Finding]:
    span, mean = max(values) - min(values), sum(values, Decimal(0)) / len(values)
    text = subject.text_of("body")
    for para, found in text.matches(_SPAN, "相差"):
        if Decimal(found[1]) != span:
            yield RULE.at(subject, para, f"表中最高与最低相差{plain(span)}分", around(para.text, found))
    for para, found in text.matches(_REACHED, "以上"):
        many = sum(value >= Decimal(found[1]) for value in values)
        if many != int(found[2]):
            yield RULE.at(subject, para, f"表中{found[1]}分以上的有{many}个", around(para.text, found))
    for para, found in text.matches(_MEAN, "平均"):
        right = half_up(mean, len(found["decimals"] or ""))
        if Decimal(found["mean"]) == right:
            continue
        of_all = found["many"] == str(len(values))
        outside = not min(values) <= Decimal(found["mean"]) <= max(values)
        if of_all or outside or "最高" in para.text:
            told = RULE.at(subject, para, f"表中得分的平均数是{plain(right)}分", around(para.text, found))
            yield told if outside or not of_all else replace(told, severity="warning")  # it may be a weighted one


def _bands(subject: Subject, grid: Grid, column: int) -> Iterator[Finding]:
    """85分以上、90分以下的有河口镇、青石镇2个单位: whether each has such a score in its row."""
    scores = {solid(cell): value for row, value in _values(grid, column) for cell in grid.rows[row - 1] if cell}
    for para, found in subject.text_of("body").matches(_BAND, "分以"):
        least, most = (Decimal(found[side]) if found[side] else None for side in ("least", "most"))
        names = _AND.split(found["names"])
        for name in names if all(name in scores for name in names) else ():
            value = scores[name]
            if (least is not None and value < least) or (most is not None and value > most):
                yield RULE.at(subject, para, f"表中{name}的得分是{plain(value)}分", around(para.text, found))


_BAND = re.compile(
    r"(?<![\d.])(?:(?P<least>\d+(?:\.\d+)?)分(?:（含）|及)?以上)?(?:[、至到—]?(?P<most>\d+(?:\.\d+)?)分(?:（不含）)?以下)?"
    r"的(?:有|是|为|分别是)?(?P<names>[\u4e00-\u9fff]{2,8}?(?:[、和][\u4e00-\u9fff]{2,8}?)*)(?:等?\d+[个家]|[，。；])"
)
_AND = re.compile("[、和]")


def _alike(subject: Subject, grid: Grid, column: int) -> Iterator[Finding]:
    """河口镇、青石镇得分相同: by the rows of these names."""
    scores = {solid(cell): value for row, value in _values(grid, column) for cell in grid.rows[row - 1] if cell}
    for para, found in subject.text_of("body").matches(_SAME, "得分相同"):
        known = [scores[name] for name in found[1].split("、") if name in scores]
        if len(known) == found[1].count("、") + 1 and len(set(known)) > 1:
            told = "、".join(f"{plain(value)}分" for value in known)
            yield RULE.at(subject, para, f"表中这几个的得分是{told}", around(para.text, found))


_SAME = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,12}(?:、[\u4e00-\u9fff]{2,12})+)得分相同")


def _ranks(subject: Subject, grid: Grid, column: int) -> Iterator[Finding]:
    """A better rank has the better score, an equal one an equal score."""
    place = _column(grid, _RANK)
    if place is None:
        return
    ranked = [(row, rank, score) for row, score in _values(grid, column)
              if (rank := number_at(grid.rows[row - 1], place)) is not None]  # fmt: skip
    for number, (row, rank, score) in enumerate(ranked):
        if any((rank == other) != (score == value) or (rank < other) != (score > value)
               for _, other, value in ranked[:number]):  # fmt: skip
            message = f"名次{plain(rank)}与得分{plain(score)}的先后不符"
            yield RULE.in_cell(subject, grid, row, place, message, plain(rank))
            return


def _column(grid: Grid, pattern: re.Pattern[str]) -> int | None:
    found = named(grid, pattern)
    return found[0] if len(found) == 1 else None


def _values(grid: Grid, column: int) -> Iterator[tuple[int, Decimal]]:
    """Row from 1 and score; rows of another kind than a place or a home are left out."""
    for row, cells in grid.body:
        value = number_at(cells, column)
        if value is not None and not is_total(cells) and solid(cells[0]) not in ("平均", "平均分", "满分"):
            yield row, value


def _table(second: str, span: str) -> Subject:
    rows = (("名次", "单位", "得分（分）"), ("1", "云溪镇", "96.5"),
            (second, "河口镇", "95.0"), ("3", "青石镇", "90.4"))  # fmt: skip
    return notice(body=(f"最高分与最低分相差{span}分。",), grids=(Grid(1, rows, 1),))
