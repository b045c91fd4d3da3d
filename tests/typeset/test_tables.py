import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.typeset.tables import (
    choose_size,
    layout_columns,
    most_lines,
    page_for,
    row_height_mm,
    row_lines,
    split_row,
    split_row_texts,
)


def advance(char: str, role: str) -> float:
    return 0.5 if char.isascii() else 1.0


def test_sheets_have_the_type_area_of_the_standard() -> None:
    assert page_for("A4", "portrait").area_width_mm == 156
    landscape = page_for("A4", "landscape")
    assert (landscape.area_width_mm, landscape.area_height_mm) == (225, 156)
    assert page_for("A3", "landscape").area_width_mm == 366


def test_small_type_is_chosen_only_where_the_columns_are_wide() -> None:
    assert choose_size([4, 10, 6], 156) == 12
    assert choose_size([10] * 6, 225) == 10.5


@settings(max_examples=80, deadline=None)
@given(st.lists(st.floats(0.5, 60), min_size=1, max_size=30), st.sampled_from([156.0, 225.0, 366.0]))
def test_columns_fill_the_width_exactly_and_none_vanishes(cells: list[float], width: float) -> None:
    grid = layout_columns(cells, width)
    assert grid.width_mm == pytest.approx(width)
    assert min(grid.columns_mm) >= min(9.0, width / len(cells)) - 1e-6


def test_wider_wishes_get_wider_columns() -> None:
    first, second, third = layout_columns([4, 20, 10], 156).columns_mm
    assert second > third > first


def test_a_row_is_as_tall_as_its_tallest_cell() -> None:
    grid = layout_columns([4, 10], 100)
    assert row_lines(["短", "长" * 60], grid, advance) > row_lines(["短", "长" * 20], grid, advance) > 1
    assert row_lines(["", ""], grid, advance) == 1
    assert row_height_mm(3, grid) > row_height_mm(2, grid)
    assert most_lines(row_height_mm(7, grid), grid) == 7


def test_a_row_that_fits_is_one_part() -> None:
    grid = layout_columns([4, 10], 100)
    assert split_row_texts(["甲", "短文"], grid, 5, advance) == [("甲", "短文")]


def test_a_tall_row_repeats_its_key_with_a_mark() -> None:
    rows = split_row_texts(["YH-001", "长" * 100, "备注"], layout_columns([4, 10, 4], 100), 4, advance)
    assert [row[0] for row in rows][:2] == ["YH-001", "YH-001（续）"]
    assert "".join(row[1] for row in rows) == "长" * 100
    assert [row[2] for row in rows][:2] == ["备注", ""]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text(max_size=200), min_size=2, max_size=4), st.integers(1, 6))
def test_parts_together_are_the_row_and_none_is_too_tall(cells: list[str], limit: int) -> None:
    grid = layout_columns([8] * len(cells), 156)
    parts = split_row(cells, grid, limit, advance)
    for index, text in enumerate(cells[1:], start=1):
        pieces = [text[slice(*part.spans[index])] for part in parts]
        assert "".join(pieces) == text
        assert all(row_lines(["", piece], layout_columns([8, 8], 156), advance) >= 1 for piece in pieces)
    assert [part.continued for part in parts] == [False] + [True] * (len(parts) - 1)


def test_a_table_without_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="columns"):
        layout_columns([], 156)
