"""Days of a column are written alike; what is valid ends after it began, after as many years as in other rows (R6)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from reporter.artefacts.seen.model import Grid
from reporter.check.columns import named, solid_cells
from reporter.check.dates import loose_date
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW637",
    title="同列日期写法一致，有效期的起止相合",
    implements=("R6", "R22"),
    clause="公文一致性要求",
    strength="recommended",
    tests="日期列里只有一格写法不同，或者变成了“45364”；有效期至不晚于评定、发证日期；只有一行的有效期年数与其余各行不同",
    why="从表格软件粘贴时日期最容易变样，有效期错了会影响资格。",
    hint="对照证书或原件，改正这一格",
    good=lambda: notice(grids=(_table("2027-09-06"),)),
    bad=lambda: notice(grids=(_table("2023-09-06"),)),
    tables=True,
    severity="warning",
)
_DAY = re.compile("[\u4e00-\u9fff]*(?:日期|时间|时限|期限|有效期至|截止日|到期日)[\u4e00-\u9fff（）]*")
_BEGINS = re.compile("(?:评定|发证|颁证|颁发|登记|备案|批准|签订|起始|开始|生效|取得)(?:日期|时间|日)")
_ENDS = re.compile("有效期(?:限)?(?:至|止|截止)(?:日期|时间|日)?|有效截止日期|(?:到期|届满|失效)(?:日期|时间|日)")
_FORM = re.compile(r"\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日")
"""A day; what stands between its numbers tells one form from another."""
_SERIAL = re.compile(r"[34]\d{4}")
"""A day of 1982 to 2036, as spreadsheets count them."""
_LEAST = 4


def check(subject: Subject) -> Iterator[Finding]:
    """Columns by their heads."""
    for grid in subject.seen.grids:
        if grid.number in subject.placing or len(grid.rows) < 2:
            continue
        for column in named(grid, _DAY):
            for at, told in _odd(solid_cells(grid, column)):
                row = grid.top + at + 1
                yield RULE.in_cell(subject, grid, row, column, told, grid.columns[column][row - 1])
        begins, ends = named(grid, _BEGINS), named(grid, _ENDS)
        if len(begins) == len(ends) == 1:
            yield from _terms(subject, grid, begins[0], ends[0])


def _odd(cells: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The place of the one cell that is written otherwise than all others, and of days that became numbers."""
    forms = {at: found[1] for at, cell in enumerate(cells) if (found := _FORM.fullmatch(cell))}
    counted = Counter(forms.values())
    for at, cell in enumerate(cells) if 0 < len(forms) < len(cells) else ():
        if _SERIAL.fullmatch(cell):
            yield at, "日期变成了数字"
    if len(forms) >= _LEAST and sorted(counted.values())[:-1] == [1]:
        rare = min(counted, key=counted.__getitem__)
        yield next(at for at, form in forms.items() if form == rare), "日期的写法与同列各格不同"


def _terms(subject: Subject, grid: Grid, begin: int, end: int) -> Iterator[Finding]:
    whole = [(row, line) for row, line in grid.body if len(line) > max(begin, end)]
    days = {row: (loose_date(line[begin]), loose_date(line[end])) for row, line in whole}
    lasting = {row: _years(first, last) for row, (first, last) in days.items() if first and last}
    counted = Counter(lasting.values())
    usual = max(counted, key=counted.__getitem__, default=None)
    for row, years in lasting.items():
        cell = grid.rows[row - 1][end]
        if years < 0:
            yield RULE.in_cell(subject, grid, row, end, f"“{grid.names[end]}”不晚于“{grid.names[begin]}”", cell)
        elif usual and len(lasting) >= _LEAST and counted[usual] == len(lasting) - 1 and years != usual:
            yield RULE.in_cell(subject, grid, row, end, f"其余各行有效期都是{usual}年，这一行不是", cell)


def _years(first: date, last: date) -> int:
    """How many whole years lie between them, the last day or the one after it counted; 0 for no whole ones, −1 where
    they are the wrong way round."""
    if last <= first:
        return -1
    ends = (last, last + timedelta(days=1))
    whole = any((one.month, one.day) == (first.month, first.day) for one in ends)
    return ends[1].year - first.year if whole else 0


def _table(until: str) -> Grid:
    rows = (("机构名称", "评定日期", "有效期至"), ("云溪镇敬老院", "2024-05-07", "2027-05-06"),
            ("河口镇敬老院", "2024-09-07", until))  # fmt: skip
    return Grid(1, rows, 1)
