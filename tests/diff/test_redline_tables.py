"""花脸稿: rows and columns."""

from __future__ import annotations

from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from tests.diff.redlines import BODY, MAIN, proved, word


def test_inserted_and_deleted_rows_are_rows() -> None:
    head = ["序号", "编号", "状态"]
    old = [head, *([str(n), f"AH-{n:03}", "已整改"] for n in range(1, 9))]
    new = [head, *([str(n), f"AH-{m:03}", "已整改"] for n, m in enumerate((1, 2, 9, 3, 4, 5, 7, 8), 1))]
    root = Package.read(proved(word(BODY, old), word(BODY, new))).tree(MAIN)
    rows = {
        name: [
            "".join(part.text or "" for part in row.iter(qn("w:t"), qn("w:delText")))
            for row in root.iter(qn("w:tr"))
            if row.find(f"{qn('w:trPr')}/{qn(f'w:{name}')}") is not None
        ]
        for name in ("ins", "del")
    }
    assert rows == {"ins": ["3AH-009已整改"], "del": ["6AH-006已整改"]}


def test_a_ledger_shows_exactly_the_rows_that_changed() -> None:
    head = ["序号", "隐患编号", "情况", "状态"]
    rows = [[f"AH-{n:03}", f"第{n}处消防通道堆放杂物", "整改中"] for n in range(1, 301)]
    changed_rows = [list(row) for row in rows]
    for at in (3, 40, 77, 120, 160, 200, 280):
        changed_rows[at][2] = "已整改"
    moved = [changed_rows[10], changed_rows[150]]
    kept = [row for at, row in enumerate(changed_rows) if at not in (10, 150, 20, 100, 250)]
    kept[60:60] = [moved[1]]
    kept[220:220] = [moved[0]]
    for n, at in enumerate((5, 90, 140, 230, 270)):
        kept.insert(at, [f"AH-{900 + n}", f"新增{n}", "整改中"])
    old, new = (
        word(BODY, [head, *([str(n), *row] for n, row in enumerate(some, 1))]) for some in (rows, kept)
    )
    made = Package.read(proved(old, new)).tree(MAIN)
    keys = {
        name: sorted(
            "".join(
                part.text or "" for part in list(row.iter(qn("w:tc")))[1].iter(qn("w:t"), qn("w:delText"))
            )
            for row in made.iter(qn("w:tr"))
            if row.find(f"{qn('w:trPr')}/{qn(f'w:{name}')}") is not None
        )
        for name in ("ins", "del")
    }
    assert keys == {
        "ins": ["AH-011", "AH-151", "AH-900", "AH-901", "AH-902", "AH-903", "AH-904"],
        "del": ["AH-011", "AH-021", "AH-101", "AH-151", "AH-251"],
    }


def test_other_columns_give_the_old_rows_and_the_new_ones() -> None:
    rows = [["序号", "编号"], ["1", "AH-001"]]
    proved(word(BODY, rows), word(BODY, [[*row, "备注"] for row in rows]))
