"""Ids and years of a table run on, and no line is numbered twice (L047)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reporter.artefacts.seen.model import Grid
from reporter.check.bare import solid
from reporter.check.columns import repeated_ids, solid_cells
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW664",
    title="表里的编号、年度连续，标题不重复编号",
    implements=("L047",),
    clause="公文一致性要求（GB/T 9704-2012 7.3.3）",
    strength="recommended",
    tests="XF-06、XF-07、XF-08这样连续的编号里跳出的一个；年度一栏里重复的年份；自动编号后面又打了序号",
    why="编号跳了、重了，按编号查不到。",
    hint="核对后改正；自动编号的标题删去手打的序号",
    good=lambda: _table("XF-03"),
    bad=lambda: _table("XF-13"),
    severity="warning",
    about=("counted", "table",),
)
_ID = re.compile(r"([A-Za-z]{1,6}[-－—]?)(\d{1,4})", re.ASCII)
_YEAR = re.compile(r"(20\d{2})年度?")
_LEAST = 4
_ORDINAL = re.compile(
    r"\s*([一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、])"
)


def check(subject: Subject) -> Iterator[Finding]:
    """First columns of tables; paragraphs with an automatic number."""
    for para in subject.seen.labelled:
        label = para.label.strip()
        found = _ORDINAL.match(para.typed) if _ORDINAL.fullmatch(label) else None
        if found and _kind(found[1]) == _kind(label):
            yield RULE.at(subject, para, f"自动编号“{label}”后面又打了“{found[1]}”")
    for grid in subject.seen.grids:
        first = solid_cells(grid, 0) if grid.columns else ()
        yield from _ids(subject, grid, first)
        if not any(map(_YEAR.fullmatch, first[:2])):
            continue  # one cell may say something else
        years = [found[1] for cell in first if (found := _YEAR.fullmatch(cell))]
        if len(years) >= len(first) - 1 and len(set(years)) == len(years) - 1 > 1:
            twice = next(year for year in years if years.count(year) > 1)
            row = max(n for n, cell in enumerate(first) if cell.startswith(twice))
            yield RULE.in_cell(subject, grid, row + grid.top + 1, 0, f"{twice}年出现两次", f"{twice}年")


def _kind(label: str) -> str:
    return re.sub(r"[一二三四五六七八九十\d]+", "", label)


def _ids(subject: Subject, grid: Grid, cells: Sequence[str]) -> Iterator[Finding]:
    """One that stands between neighbours which would follow one another; that one stands there twice is told by the
    rule about ids."""
    if not cells or not _ID.fullmatch(cells[0]):
        return
    found = [_ID.fullmatch(cell) for cell in cells]
    ids = [(one[1], int(one[2])) for one in found if one]
    if len(ids) != len(cells) or len(ids) < _LEAST or len({prefix for prefix, _ in ids}) != 1:
        return
    numbers = [number for _, number in ids]
    odd = [n for n in range(1, len(numbers)) if numbers[n] != numbers[n - 1] + 1]
    if len(odd) == 2 and odd[1] == odd[0] + 1 and numbers[odd[1]] == numbers[odd[0] - 1] + 2:
        if cells[odd[0]] in {solid(grid.rows[row - 1][0]) for row, column, _ in repeated_ids(grid) if column == 0}:
            return
        message = f"“{cells[odd[0]]}”与前后的编号不连续"
        yield RULE.in_cell(subject, grid, odd[0] + grid.top + 1, 0, message, cells[odd[0]])


def _table(third: str) -> Subject:
    rows = (("编号", "问题"), ("XF-01", "甲"), ("XF-02", "乙"), (third, "丙"), ("XF-04", "丁"))
    return notice(grids=(Grid(1, rows, 1),))
