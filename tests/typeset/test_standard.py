import pytest

from reporter.typeset import standard


def test_type_area_is_156_by_225_millimetres() -> None:
    assert (standard.A4.area_width_mm, standard.A4.area_height_mm) == (156, 225)


def test_22_lines_of_28_cells_fill_the_type_area() -> None:
    assert pytest.approx(28.99, abs=0.005) == standard.PITCH_PT
    assert pytest.approx(15.793, abs=0.001) == standard.CELL_PT
    assert pytest.approx(-0.207, abs=0.001) == standard.BODY_TRACKING_PT


def test_the_word_pitch_is_the_largest_that_keeps_22_lines() -> None:
    height = standard.mm_to_twips(225)
    assert 22 * standard.PITCH_TWIPS <= height < 22 * (standard.PITCH_TWIPS + 1)


def test_margins_in_twips_are_those_of_the_standard() -> None:
    assert [standard.mm_to_twips(mm) for mm in (37, 28, 35, 26)] == [2098, 1587, 1984, 1474]


def test_millimetres_and_points_convert_back() -> None:
    assert standard.pt_to_mm(standard.mm_to_pt(156)) == pytest.approx(156)
    assert standard.pt_to_twips(standard.mm_to_pt(25.4)) == 1440


def test_a_half_width_character_is_half_a_cell() -> None:
    assert standard.text_cells("2026年12月31日") == 7
