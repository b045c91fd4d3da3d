"""Names that a text gives and takes away are those of its table (R22, R8)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reporter.artefacts.seen.joined import apart
from reporter.artefacts.seen.model import Grid
from reporter.check.bare import solid
from reporter.check.columns import named
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW628",
    title="命名、更名的名称与表中相同，一行里的新名与原名不同",
    implements=("R22", "R8"),
    clause="公文一致性要求",
    strength="recommended",
    tests="正文“将甲更名为乙”“命名甲、乙”与表中“标准名称”“原名称”两列",
    why="地名、机构名一经批准就要照用，错一个字都要更正。",
    hint="与批准的方案核对后统一",
    good=lambda: _roads("文昌巷"),
    bad=lambda: _roads("文昌路"),
    signs=("更名", "命名", "改名"),
    tables=True,
    severity="warning",
)
_NEW = re.compile(r"(?:标准|新|现|更名后|拟用|命名)名?称?(?:名称)?")
_OLD = re.compile(r"(?:原|旧|更名前|现用)名?称?(?:名称)?")
_RENAMED = re.compile(
    r"(?:同意将|[将、把])(?P<old>[\u4e00-\u9fff“”]{2,12}?)(?:更名|改名)为(?P<new>[\u4e00-\u9fff“”]{2,12}?)"
    r"(?=[、，。；）]|和将)"
)
_GIVEN = re.compile(
    r"同意命名(?P<names>[\u4e00-\u9fff]{2,10}(?:[、和][\u4e00-\u9fff]{2,10})*?)(?=\d+[条个座处]|[，。；])"
)
_REFUSED = re.compile(r"不(?:同意|予)[^，。；]{0,4}$")
_QUICK = apart("名为")


def check(subject: Subject) -> Iterator[Finding]:
    """One table with both columns."""
    tables = [(grid, named(grid, _NEW), named(grid, _OLD)) for grid in subject.seen.grids]
    whole = [(grid, new[0], old[0]) for grid, new, old in tables if len(new) == len(old) == 1]
    if len(whole) != 1:
        return
    grid, new, old = whole[0]
    pairs: dict[str, str] = {}
    for row, cells in grid.body:
        if max(new, old) >= len(cells):
            return
        pairs[solid(cells[new])] = solid(cells[old])
        if solid(cells[new]) == solid(cells[old]):
            yield RULE.in_cell(subject, grid, row, new, "新名与原名相同", cells[new])
    yield from _told(subject, pairs)


def _told(subject: Subject, pairs: Mapping[str, str]) -> Iterator[Finding]:
    text = subject.text_of("body", "heading")
    for para, found in text.matches(_RENAMED, quick=_QUICK):
        if _REFUSED.search(para.text[: found.start() + 1]) or "不同意" in found[0]:
            continue
        old, new = found["old"].strip("“”"), found["new"].strip("“”")
        known = pairs.get(new) or next((one for one, other in pairs.items() if other == old), "")
        if known and pairs.get(new) != old:
            yield RULE.at(subject, para, f"表中写的是“{known}”", around(para.text, found))
    for para, found in text.matches(_GIVEN, "同意命名"):
        if found.start() and para.text[found.start() - 1] == "不":
            continue
        names = re.split("[、和]", found["names"])
        for name in names:
            if name not in pairs and any(one in pairs for one in names):
                yield RULE.at(subject, para, f"表中没有“{name}”", around(para.text, found))


def _roads(new: str) -> Subject:
    rows = (("标准名称", "原名称"), ("文昌巷", "学前巷"), ("竹溪路", "工业二路"))
    return notice(body=(f"同意将学前巷更名为{new}、工业二路更名为竹溪路。",), grids=(Grid(1, rows, 1),))
