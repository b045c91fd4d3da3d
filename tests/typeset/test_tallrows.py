"""Rows taller than half a page come in parts: nothing is lost, the key is repeated, marks survive, one cut for all."""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reporter.document.inline import Blank, Break, Inlines, Note, Text, plain, words
from reporter.document.model import Column, Row, Table
from reporter.typeset.setter import Setter
from reporter.typeset.standard import A4_LANDSCAPE
from reporter.typeset.tablelines import TableLines
from reporter.typeset.tallrows import parted

_COLUMNS = (Column("n", "序号", 3), Column("code", "编号", 6), Column("text", "问题", 20, "left"))
_MOST = 15  # lines of half a landscape page in 五号


def table(content: str | Inlines, columns: tuple[Column, ...] = _COLUMNS) -> Table:
    if isinstance(content, str):
        content = (Text(content[:500], ref="cell:H-7.description"), Text(content[500:]))
    row = Row("H-7", (words("7"), words("H-7"), content))
    return Table("t", "ledger", columns, (row,), orientation="landscape", type_size=10.5)


def lines_of(found: Table) -> list[list[int]]:
    """Lines of each cell as the page sets them."""
    return [
        [len(cell.lines) for cell in cells] for _, cells in TableLines(found, A4_LANDSCAPE, Setter()).rows()
    ]


def test_a_row_that_fits_is_the_same_object() -> None:
    for text in ("短", "通道堆放杂物。" * 20):
        short = table(text)
        assert parted(short, Setter()) is short or parted(short, Setter()) == short


def test_a_tall_row_is_parted_and_nothing_is_lost() -> None:
    text = "".join(f"第{number}处通道堆放杂物，须当日清理；" for number in range(200))
    whole = parted(table(text), Setter())
    assert len(whole.rows) > 2
    assert "".join(plain(row.cells[2]) for row in whole.rows) == text
    assert [row.key for row in whole.rows[:3]] == ["H-7", "H-7~2", "H-7~3"]


def test_every_part_repeats_the_key_and_later_ones_say_so_on_a_line_of_their_own() -> None:
    first, second, *_ = parted(table("问题" * 2000), Setter()).rows
    assert [plain(cell) for cell in first.cells[:2]] == ["7", "H-7"]
    assert [plain(cell) for cell in second.cells[:2]] == ["7\n（续）", "H-7"]
    assert all(isinstance(run, Text) for run in second.cells[2])


def test_a_narrow_column_says_it_without_brackets() -> None:
    narrow = (Column("n", "序号", 2), Column("code", "编号", 30), Column("text", "问题", 40, "left"))
    assert plain(parted(table("问题" * 2000, narrow), Setter()).rows[1].cells[0]) == "7\n续"


def test_references_survive_the_cut() -> None:
    rows = parted(table("问" * 3000), Setter()).rows
    assert any(isinstance(run, Text) and run.ref == "cell:H-7.description" for run in rows[0].cells[2])


def test_a_blank_and_a_note_go_with_the_part_they_stand_in_and_a_note_is_met_once() -> None:
    content = (Note(words("注一")), *words("问题" * 2000), Blank("整改人"))
    setter = Setter()
    rows = parted(table(content), setter).rows
    assert [sum(isinstance(run, Blank) for run in part.cells[2]) for part in rows] == [0] * (
        len(rows) - 1
    ) + [1]
    assert [sum(isinstance(run, Note) for run in part.cells[2]) for part in rows] == [1] + [0] * (
        len(rows) - 1
    )
    assert setter.notes == []


def test_many_short_lines_are_parted_too_and_the_break_at_the_cut_is_the_cut() -> None:
    short = table(tuple(inline for number in range(40) for inline in (*words(f"{number}。"), Break())))
    rows = parted(short, Setter()).rows
    assert lines_of(short) == [[1, 1, _MOST], [2, 1, _MOST], [2, 1, 40 - 2 * _MOST]]
    assert not any(isinstance(row.cells[2][-1], Break) for row in rows)
    text = parted(table("".join(f"{number}。\n" for number in range(40))), Setter())
    assert [plain(row.cells[2]) for row in text.rows] == [plain(row.cells[2]) for row in rows]


def test_a_row_already_parted_is_not_parted_again_so_both_files_have_the_same_rows() -> None:
    """DOCX gets the parted table, PDF parts it while it sets lines: one function, and it settles at once."""
    once = parted(table("问题，" * 1500), Setter())
    assert parted(once, Setter()) == once


@settings(max_examples=60, deadline=None)
@given(st.text("第1处通道（AB-12）堆放杂物，。；“”…\n GB38600", min_size=1, max_size=60), st.integers(1, 60))
def test_parts_are_as_tall_as_allowed_and_together_the_whole(piece: str, times: int) -> None:
    found = table(piece * times)
    heights = lines_of(found)
    assert all(max(cells) <= _MOST for cells in heights)
    joined = "".join(plain(row.cells[2]) for row in parted(found, Setter()).rows)
    assert joined.replace("\n", "") == (piece * times).replace("\n", "")


def test_rows_without_all_their_cells_are_left_whole() -> None:
    whole = table("短")
    group = replace(whole.rows[0], cells=(words("河口镇"),), role="group", span=3)
    assert parted(replace(whole, rows=(group,)), Setter()).rows == (group,)
