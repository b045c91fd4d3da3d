import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.typeset.tables import (
    CELL_PADDING_V_MM,
    TABLE_RULE_MM,
    choose_size,
    held_rows,
    layout_columns,
    most_lines,
    page_for,
)


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


def test_the_most_lines_of_a_height_are_those_that_fit_with_padding_and_rule() -> None:
    grid = layout_columns([4, 10], 100)
    height_mm = 7 * grid.pitch_pt * 25.4 / 72 + 2 * CELL_PADDING_V_MM + TABLE_RULE_MM
    assert most_lines(height_mm, grid) == 7
    assert most_lines(height_mm - 0.1, grid) == 6
    assert most_lines(1, grid) == 1


def test_a_table_without_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="columns"):
        layout_columns([], 156)


def test_a_total_takes_two_rows_with_it_and_the_last_row_one() -> None:
    assert held_rows(["body", "body", "body", "total"]) == {2, 3}
    assert held_rows(["body", "body", "body"]) == {2}
    assert held_rows(["group", "body", "body", "body"]) == {1, 3}
    assert held_rows(["total"]) == frozenset()
