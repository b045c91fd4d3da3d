"""In every row what was found is closed or open (R3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reporter.artefacts.seen.model import Grid
from reporter.check.columns import number_at
from reporter.check.finding import Finding
from reporter.check.quantities import plain
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW558",
    title="表格每一行的发现数等于已整改数加未整改数",
    implements=("R3", "R2"),
    clause="公文一致性要求",
    strength="shall",
    tests="有隐患数、已整改、未整改三列的表格，逐行相加",
    why="一行对不上，合计也靠不住。",
    hint="对照台账，改正这一行里错的一个数",
    good=lambda: _table("3"),
    bad=lambda: _table("5"),
    signs=("未", "正", "余"),
    tables=True,
)
_BRACKET = re.compile(r"[（(][^（）()]*[）)]|\s|数量?$|条数$")
_FOUND = re.compile(
    r"(?:发现|排查|排查出|查出|登记)?(?:的)?(?:安全|风险)*(?:隐患|问题)(?:总?数|总数量|总量)?|(?:发现|排查)(?:总?数)?"
)
_CLOSED = re.compile(r"(?:已|完成)(?:完成)?(?:整改|销号)(?:隐患)?(?:数)?")
_OPEN = re.compile(r"(?:未|尚未|正在)(?:完成)?(?:整改|销号)(?:隐患)?(?:数)?|剩余(?:隐患)?(?:数)?")

_STATE, _ASIDE = re.compile("整改|销号"), re.compile("率|时|期|日|人|措施|单位|情况|其中|占比")
"""整改中 beside the two is a third part."""


def check(subject: Subject) -> Iterator[Finding]:
    """Tables with just one column of each; a total row is judged by its sums."""
    for grid in subject.seen.grids:
        columns = _columns(grid)
        for row, cells in grid.body if columns else ():
            total, closed, still = (number_at(cells, column) for column in columns)
            if total is None or closed is None or still is None or total == closed + still:
                continue
            message = f"这一行写{plain(total)}，已整改{plain(closed)}加未整改{plain(still)}是{plain(closed + still)}"
            yield RULE.on(
                subject, message, page=grid.page, spot=f"表{grid.number}第{row}行", quote=" ".join(cells[:2])
            )


def _columns(grid: Grid) -> Sequence[int]:
    """Those of found, closed and open; empty unless there is one of each."""
    heads = [_BRACKET.sub("", head) for head in grid.heads]
    found = [
        [n for n, name in enumerate(heads) if pattern.fullmatch(name)] for pattern in (_FOUND, _CLOSED, _OPEN)
    ]
    known = [those[0] for those in found] if all(len(those) == 1 for those in found) else []
    more = any(
        _STATE.search(name) and not _ASIDE.search(name) for n, name in enumerate(heads) if n not in known
    )
    return () if more else known


def _table(still: str) -> Subject:
    rows = (("乡镇", "隐患数（条）", "已整改（条）", "未整改（条）"), ("河口镇", "41", "38", still))
    return notice(grids=(Grid(1, rows, 1),))
