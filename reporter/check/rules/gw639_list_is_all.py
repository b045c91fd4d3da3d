"""Where a list holds all that the text counts, its parts are as many as the text says (R6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.model import Grid
from reporter.check.bare import solid
from reporter.check.columns import named
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW639",
    title="正文写的家数、等级数与所附清单相符",
    implements=("R6",),
    clause="公文一致性要求",
    strength="recommended",
    tests="清单的行数就是正文的问题总数时，“涉及4家机构”“其中2个重大问题”与清单的机构名称、问题等级",
    why="正文和清单对不上，不知道漏了哪一家、哪一个。",
    hint="逐行核对，改正正文或清单",
    good=lambda: _paper(2, 1),
    bad=lambda: _paper(3, 1),
    roles=("body",),
    tables=True,
    severity="warning",
)
_ALL = re.compile(r"(?:发现|排查出|存在|梳理出)[^。；，\d]{0,8}?(?:问题|隐患)(\d{1,3})[个条处项]")
_HOMES = re.compile(r"涉及[^。；，\d]{0,8}(\d{1,3})家")
_GRADE = re.compile(
    r"其中(?:有)?(?:(\d{1,3})[个条处项](重大|较大|一般)|(重大|较大|一般)(?:问题|隐患)(\d{1,3})[个条处项])"
)
_NAMES, _GRADES, _ITEMS = (re.compile(one) for one in ("机构名称|养老机构|单位名称", ".*等级|.*程度", "序号|编号"))


def check(subject: Subject) -> Iterator[Finding]:
    """One list of numbered rows, as many as the text says were found."""
    grids = [grid for grid in subject.seen.grids if len(named(grid, _ITEMS)) == 1 and grid.columns]
    text = subject.text_of("body")
    counted = {int(found[1]) for _, found in text.matches(_ALL, "问题", "隐患")}
    if len(grids) != 1 or len(counted) != 1 or not text.says("涉及", "其中"):
        return
    (grid,) = grids
    rows = [cells for _, cells in grid.body if any(map(str.strip, cells))]
    if len(rows) not in counted:
        return
    for para, found in text.matches(_HOMES, "涉及"):
        names = _cells(grid, _NAMES)
        if names and len(set(names)) != int(found[1]):
            yield RULE.at(subject, para, f"清单里是{len(set(names))}家", around(para.text, found))
    for para, found in text.matches(_GRADE, "其中"):
        said, grade = found[1] or found[4], found[2] or found[3]
        many = sum(grade in cell for cell in _cells(grid, _GRADES))
        if _cells(grid, _GRADES) and many != int(said):
            yield RULE.at(subject, para, f"清单里{grade}的是{many}个", around(para.text, found))


def _cells(grid: Grid, head: re.Pattern[str]) -> list[str]:
    """Of the only column that is called so, when every row has it."""
    columns = named(grid, head)
    cells = [solid(cell) for cell in grid.column(columns[0])] if len(columns) == 1 else []
    return cells if all(cells) else []


def _paper(homes: int, grave: int) -> Subject:
    rows = (("序号", "机构名称", "问题", "问题等级"), ("1", "河口镇敬老院", "通道堵塞", "一般"),
            ("2", "青石镇敬老院", "围墙开裂", "重大"))  # fmt: skip
    text = f"共发现突出问题2个，涉及{homes}家机构，其中{grave}个重大问题8月底前整改完毕。"
    return notice(body=(text,), grids=(Grid(1, rows, 1),))
