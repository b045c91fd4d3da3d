"""What the text of a list counts are its rows (R6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.model import Grid
from reporter.check.bare import solid
from reporter.check.columns import is_total, named
from reporter.check.dates import loose_date
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW663",
    title="清单正文的数与表里的行数相同",
    implements=("R6",),
    clause="公文一致性要求",
    strength="recommended",
    tests="标题是“……清单”的文件：发现的问题数与行数，已完成的个数与填了完成日期的行，各部门督促、负责的个数与该部门的行",
    why="清单漏行、错行，整改就会漏项。",
    hint="逐行核对，改正正文或表",
    good=lambda: _listed(2),
    bad=lambda: _listed(3),
    roles=("title", "body"),
    tables=True,
)
_FOUND = re.compile(r"(?:检查|排查|发现)[^。；，\d]{0,6}的(\d{1,3})个(?:问题|隐患)")
_DONE = re.compile(r"已(?:整改)?完成(?:整改)?(\d{1,3})[个项条]")
_EACH = re.compile(r"([\u4e00-\u9fff]{3,14}?)(督促|负责|牵头|承办)(\d{1,3})[个项条]")
_IDS = re.compile(r"编号|序号|问题编号")
_DATES = re.compile(r"(?:整改)?完成(?:日期|时间)")


def check(subject: Subject) -> Iterator[Finding]:
    """Files with one table, whose first column has ids, and a title that ends in 清单."""
    title, grids = subject.the("title"), subject.seen.grids
    if title is None or not solid(title.text).endswith("清单") or len(grids) != 1:
        return
    grid = grids[0]
    rows = [row for _, row in grid.body if any(cell.strip() for cell in row)]
    if not rows or 0 not in named(grid, _IDS) or is_total(rows[-1]):
        return
    text = subject.text_of("body")
    for para, found in text.matches(_FOUND, "个问题", "个隐患"):
        if "销号" not in title.text and int(found[1]) != len(rows):
            yield RULE.at(subject, para, f"表里有{len(rows)}行", around(para.text, found))
    dated = named(grid, _DATES)
    for para, found in text.matches(_DONE, "完成") if len(dated) == 1 else ():
        done = sum(1 for row in rows if loose_date(row[dated[0]]))
        if int(found[1]) != done:
            yield RULE.at(subject, para, f"表里填了完成日期的有{done}行", around(para.text, found))
    for para, found in text.matches(_EACH, "督促", "负责", "牵头", "承办"):
        cells = _column(grid, rows, found[2])
        name = found[1].removeprefix("其中").removeprefix("由")
        if name in cells and cells.count(name) != int(found[3]):
            yield RULE.at(subject, para, f"表里{name}有{cells.count(name)}行", around(para.text, found))


def _column(grid: Grid, rows: list[tuple[str, ...]], verb: str) -> list[str]:
    """Cells of the only column whose head says who does it."""
    wanted = "责任" if verb == "负责" else verb
    columns = [n for n, head in enumerate(grid.heads) if wanted in head]
    return [solid(row[columns[0]]) for row in rows] if len(columns) == 1 else []


def _listed(found: int) -> Subject:
    rows = (("编号", "问题"), ("1", "通道堵塞"), ("2", "灯具损坏"))
    text = f"对检查发现的{found}个问题列出清单如下。"
    return notice(title="养老机构消防安全问题清单", body=(text,), grids=(Grid(1, rows, 1),))
