import pytest

from reporter.typeset.pages import Block, Filled, ImprintPlace, fill, place_imprint
from reporter.typeset.standard import PITCH_MM


@pytest.mark.parametrize(("lines", "pages"), [(1, 1), (22, 1), (23, 2), (44, 2), (45, 3)])
def test_a_page_holds_22_lines(lines: int, pages: int) -> None:
    assert fill([Block(lines)]).pages == pages


def test_no_line_stands_alone_on_a_page() -> None:
    filled = fill([Block(23)])
    assert filled.used_mm == pytest.approx(2 * PITCH_MM)


def test_a_heading_goes_with_the_text_after_it() -> None:
    filled = fill([Block(21), Block(1, keep_next=True), Block(5)])
    assert filled == Filled(2, pytest.approx(6 * PITCH_MM))


def test_white_above_vanishes_at_the_head_of_a_page() -> None:
    assert fill([Block(22), Block(1, before_mm=PITCH_MM)]).used_mm == pytest.approx(PITCH_MM)


def test_a_new_page_is_taken_where_asked() -> None:
    assert fill([Block(1), Block(1, new_page=True)]).pages == 2


def test_rows_carry_their_header_to_every_page() -> None:
    rows = [Block(1, line_mm=50, together=True, repeat_mm=30) for _ in range(8)]
    assert fill([Block(1, line_mm=30), *rows]).pages == 3


def test_a_block_taller_than_a_page_still_ends() -> None:
    assert fill([Block(50, together=True)]).pages >= 3


@pytest.mark.parametrize(
    ("filled", "place"),
    [
        (Filled(2, 100), ImprintPlace(2, alone=False, blank_before=False)),
        (Filled(1, 100), ImprintPlace(2, alone=True, blank_before=False)),
        (Filled(3, 224), ImprintPlace(4, alone=True, blank_before=False)),
        (Filled(2, 224), ImprintPlace(4, alone=True, blank_before=True)),
    ],
)
def test_the_imprint_stands_on_an_even_page(filled: Filled, place: ImprintPlace) -> None:
    assert place_imprint(filled, 20) == place
