import pytest

from reporter.typeset.headers import layout_mark, mark_budget_mm
from reporter.typeset.standard import pt_to_mm, text_cells

FIVE = (
    "安和县民政局",
    "安和县住房和城乡建设局",
    "安和县卫生健康局",
    "安和县市场监督管理局",
    "安和县消防救援大队",
)


def test_one_issuer_is_one_line_with_the_suffix() -> None:
    mark = layout_mark(["安和县民政局"])
    assert [name.text for name in mark.names] == ["安和县民政局文件"]
    assert mark.suffix == "" and not mark.joint
    assert 120 < mark.width_mm <= 156


def test_a_long_name_shrinks_to_the_type_area() -> None:
    mark = layout_mark(["岭东省临澜市安和县住房和城乡建设局"])
    assert mark.width_mm <= 156 and mark.size_pt < 24


@pytest.mark.parametrize("count", range(2, 12))
def test_stacked_names_stay_inside_type_area_and_budget(count: int) -> None:
    mark = layout_mark((FIVE * 3)[:count])
    assert mark.width_mm <= 156 + 1e-6
    assert mark.left_mm == pytest.approx((156 - mark.width_mm) / 2)
    assert mark.height_mm <= mark_budget_mm() + 1e-6
    assert mark.row_pitch_mm >= pt_to_mm(mark.size_pt)


def test_stacked_names_are_spread_to_equal_width() -> None:
    mark = layout_mark(FIVE)
    widths = {
        round(text_cells(n.text) * mark.size_pt + n.letter_spacing_pt * (len(n.text) - 1), 3)
        for n in mark.names
    }
    assert len(widths) == 1
    assert pt_to_mm(widths.pop()) == pytest.approx(mark.name_column_mm, abs=0.01)


def test_names_without_suffix_need_no_second_column() -> None:
    assert layout_mark(FIVE[:2], suffix="").suffix_column_mm == 0


def test_more_title_lines_leave_less_for_the_mark() -> None:
    assert mark_budget_mm(title_lines=3) < mark_budget_mm(title_lines=1)


@pytest.mark.parametrize("issuers", [(), ("",), FIVE * 3])
def test_impossible_issuers_are_refused(issuers: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="mark"):
        layout_mark(issuers)
