"""A list of persons names each once (R24)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.model import Grid
from reporter.check.columns import named, solid_cells
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW659",
    title="人员名单里一个人只列一次",
    implements=("R24", "R25"),
    clause="公文校对要求",
    strength="recommended",
    tests="有序号的名单，“姓名”一栏里出现两次的姓名",
    why="一个人列了两次，多半是漏了另一个人，或者抄错了行。",
    hint="核对名单；确是同名同姓的两个人，注明单位即可",
    good=lambda: _list("沈怀瑾"),
    bad=lambda: _list("许知远"),
    tables=True,
    severity="warning",
)
_NAME, _SERIAL = re.compile("姓名"), re.compile("序号|编号")
_PERSON = re.compile("[\u4e00-\u9fff·]{2,8}")
_LEAST = 3


def check(subject: Subject) -> Iterator[Finding]:
    """Lists of three persons and more in which one name alone stands twice."""
    for grid in subject.seen.grids:
        columns = named(grid, _NAME)
        if len(columns) != 1 or not named(grid, _SERIAL):
            continue
        first: dict[str, int] = {}
        twice: list[tuple[int, str]] = []
        for row, name in enumerate(solid_cells(grid, columns[0]), grid.top + 1):
            if not _PERSON.fullmatch(name):
                continue
            if name in first:
                twice.append((row, name))
            first.setdefault(name, row)
        if len(first) >= _LEAST and len(twice) == 1:
            row, name = twice[0]
            message = f"“{name}”在第{first[name] - grid.top}行已经列过"
            yield RULE.in_cell(subject, grid, row, columns[0], message, name)


def _list(name: str) -> Subject:
    rows = (("序号", "姓名", "工作单位"), ("1", "许知远", "县民政局"), ("2", "陆清和", "县财政局"),
            ("3", "周望川", "县水利局"), ("4", name, "县教育局"))  # fmt: skip
    return notice(grids=(Grid(1, rows, 1),))
