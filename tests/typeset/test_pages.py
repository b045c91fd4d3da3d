import pytest

from reporter.typeset.pages import AREA_PT, Box, Start, fill

LINE = 28.99


def text(lines: int, **rules: object) -> Box:
    return Box((LINE,) * lines, **rules)  # type: ignore[arg-type]


@pytest.mark.parametrize(("lines", "pages"), [(1, 1), (22, 1), (23, 2), (44, 2), (45, 3)])
def test_a_page_holds_22_lines(lines: int, pages: int) -> None:
    assert fill([text(lines)]).pages == pages


def test_nothing_gives_no_page() -> None:
    assert fill([]).pages == 0


def test_a_heading_goes_with_the_text_after_it() -> None:
    boxes = [text(21), text(1, breakable=False), text(5, kept=True, orphans=2)]
    assert fill(boxes).starts == (Start(0, 0), Start(1, 0))


def test_a_signature_takes_two_lines_of_the_text_along() -> None:
    boxes = [text(5), text(16, orphans=2, widows=2), text(4, breakable=False, kept=True)]
    assert fill(boxes).starts == (Start(0, 0), Start(1, 14))


def test_a_short_last_paragraph_goes_whole_with_the_signature() -> None:
    boxes = [text(18), text(3, orphans=2, widows=2), text(4, breakable=False, kept=True)]
    assert fill(boxes).starts == (Start(0, 0), Start(1, 0))


def test_white_above_vanishes_at_the_head_of_a_page() -> None:
    assert fill([text(22), text(1, before=LINE)]).used == pytest.approx(LINE)


def test_a_new_page_is_taken_where_asked_with_its_own_height() -> None:
    filled = fill([text(1), text(1, new_page=400.0)])
    assert (filled.pages, filled.height) == (2, 400.0)


def test_rows_carry_their_head_to_every_page() -> None:
    assert fill([Box((141.0,) * 8, repeat=85.0)]).starts == (Start(0, 0), Start(0, 3), Start(0, 6))


def test_a_group_row_is_never_the_last_on_a_page() -> None:
    rows = Box((100.0,) * 10, repeat=30.0, glued=frozenset({6}))
    assert fill([rows]).starts[1] == Start(0, 5)


def test_a_box_taller_than_a_page_still_ends() -> None:
    assert fill([Box((2 * AREA_PT,), breakable=False), text(1)]).pages == 2


def test_where_everything_is_bound_together_a_page_ends_anyway() -> None:
    boxes = [text(20, breakable=False), text(20, breakable=False, kept=True)]
    assert fill(boxes).starts == (Start(0, 0), Start(1, 0))
