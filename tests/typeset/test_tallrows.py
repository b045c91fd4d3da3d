"""Rows taller than half a page come in parts: nothing is lost, the key is repeated, marks survive."""

from dataclasses import replace

from reporter.document.inline import Blank, Text, plain, words
from reporter.document.model import Column, Row, Table
from reporter.typeset.tallrows import parted


def advance(char: str, role: str) -> float:
    return 0.5 if char.isascii() else 1.0


def table(description: str) -> Table:
    columns = (Column("n", "序号", 3), Column("code", "编号", 6), Column("text", "问题", 20, "left"))
    cells = (words("7"), words("H-7"), (Text(description[:500], ref="cell:H-7.description"), Text(description[500:])))
    return Table("t", "ledger", columns, (Row("H-7", cells),), orientation="landscape", type_size=10.5)


def test_a_row_that_fits_is_the_same_object() -> None:
    short = table("通道堆放杂物。" * 20)
    assert parted(short, advance) == short
    assert parted(table("短"), advance).rows[0].key == "H-7"


def test_a_tall_row_is_parted_and_nothing_is_lost() -> None:
    text = "".join(f"第{number}处通道堆放杂物，须当日清理；" for number in range(200))
    whole = parted(table(text), advance)
    assert len(whole.rows) > 2
    assert "".join(plain(row.cells[2]) for row in whole.rows) == text
    assert [row.key for row in whole.rows[:3]] == ["H-7", "H-7~2", "H-7~3"]


def test_every_part_repeats_the_key_and_later_ones_say_so() -> None:
    first, second, *_ = parted(table("问题" * 2000), advance).rows
    assert [plain(cell) for cell in first.cells[:2]] == ["7", "H-7"]
    assert [plain(cell) for cell in second.cells[:2]] == ["7（续）", "H-7"]
    assert all(isinstance(run, Text) for run in second.cells[2])


def test_references_survive_the_cut() -> None:
    rows = parted(table("问" * 3000), advance).rows
    assert any(isinstance(run, Text) and run.ref == "cell:H-7.description" for run in rows[0].cells[2])


def test_a_blank_at_the_end_goes_with_the_last_part() -> None:
    whole = table("问题" * 2000)
    row = whole.rows[0]
    cells = (*row.cells[:2], (*row.cells[2], Blank("整改人")))
    rows = parted(replace(whole, rows=(replace(row, cells=cells),)), advance).rows
    assert [sum(isinstance(run, Blank) for run in part.cells[2]) for part in rows] == [0] * (len(rows) - 1) + [1]
