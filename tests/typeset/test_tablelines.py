from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.document.inline import Blank, Break, Inlines, Note, Text, words
from reporter.document.model import Column, Row, Table
from reporter.typeset.setter import Setter
from reporter.typeset.standard import A4_LANDSCAPE, mm_to_pt
from reporter.typeset.tablelines import TableLines

_LONG = "".join(f"第{number}处疏散通道堆放杂物；" for number in range(80))
_COLUMNS = (Column("o", "序号", 3), Column("home", "机构", 8), Column("text", "隐患", 20, "left"))


def _lines(text: str) -> TableLines:
    row = Row("r", (words("7"), words("福寿居养老院"), words(text)))
    return TableLines(Table("t", "ledger", _COLUMNS, (row,), orientation="landscape"), A4_LANDSCAPE, Setter())


def test_a_row_that_fits_half_a_page_is_left_whole() -> None:
    assert len(list(_lines("短文").rows())) == 1


def test_a_taller_row_comes_in_parts_that_repeat_its_key_cells_and_lose_nothing() -> None:
    lines = _lines(_LONG)
    parts = [cells for _, cells in lines.rows()]
    assert len(parts) > 1
    assert all(lines.row_height_pt(cells) <= mm_to_pt(A4_LANDSCAPE.area_height_mm) / 2 for cells in parts)
    shown = [["".join(line.simple or "" for line in cell.lines) for cell in cells] for cells in parts]
    assert "".join(texts[2] for texts in shown) == _LONG
    assert [texts[1] for texts in shown] == ["福寿居养老院"] * len(parts)
    assert [texts[0] for texts in shown] == ["7"] + ["7（续）"] * (len(parts) - 1)


_CELLS = st.lists(
    st.one_of(
        st.builds(
            Text,
            st.text("福寿居养老院“”Ж‰W—i ，。\u3000\n\t\u0301\x07𬭎1", max_size=26),
            strong=st.booleans(),
        ),
        st.builds(Blank, st.just("x"), st.integers(1, 25)),
        st.just(Break()),
        st.just(Note(words("注"))),
    ),
    max_size=3,
).map(tuple)


@settings(max_examples=100, deadline=None)
@given(st.lists(_CELLS, max_size=4), st.sampled_from((0, 2, 3)), st.sampled_from(("body", "total")))
def test_a_row_that_is_only_counted_is_as_tall_as_one_that_is_set(
    cells: list[Inlines], span: int, role: Any
) -> None:
    row, lines = Row("r", tuple(cells), role, span), _lines("短文")
    assert lines.height_pt(row) == lines.row_height_pt(lines.row(row))
