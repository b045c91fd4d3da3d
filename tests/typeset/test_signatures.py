import pytest

from reporter.typeset.signatures import sealed_joint, sealed_single, signer_seals, unsealed
from reporter.typeset.standard import CELL_MM, PITCH_MM

DATE = "2026年9月18日"


def test_a_sealed_name_is_centred_on_the_date_four_characters_in() -> None:
    signature = sealed_single("安和县民政局", DATE)
    assert signature.date.right_cells == 4
    assert signature.name.centre_cells == pytest.approx(signature.date.centre_cells)


def test_a_wide_sealed_name_moves_the_date_instead_of_crossing_the_edge() -> None:
    signature = sealed_single("岭东省临澜市安和县住房和城乡建设局", DATE)
    assert signature.name.right_cells == 0
    assert signature.date.right_cells == pytest.approx((17 - 6.5) / 2)


@pytest.mark.parametrize(("seal_mm", "blank_lines"), [(42, 2), (45, 2), (60, 3)])
def test_the_seal_starts_within_one_line_of_the_text(seal_mm: float, blank_lines: int) -> None:
    signature = sealed_single("安和县民政局", DATE, seal_mm)
    assert signature.blank_lines == blank_lines
    assert 0 <= signature.seal_gap_mm <= PITCH_MM


@pytest.mark.parametrize("count", range(1, 12))
@pytest.mark.parametrize("name", ["县民政局", "安和县住房和城乡建设局"])
def test_joint_seals_fit_the_type_area_without_touching(count: int, name: str) -> None:
    grid = sealed_joint([name] * count, DATE)
    assert sum(grid.columns_mm) == pytest.approx(156)
    assert min(grid.columns_mm) > grid.seal_mm and grid.row_height_mm > grid.seal_mm
    assert all(len(row) == len(grid.columns_mm) <= 3 for row in grid.rows)
    assert sum(bool(cell.name) for row in grid.rows for cell in row) == count


def test_long_names_leave_room_for_two_columns_only() -> None:
    assert len(sealed_joint(["县民政局"] * 3, DATE).columns_mm) == 3
    assert len(sealed_joint(["安和县住房和城乡建设局"] * 3, DATE).columns_mm) == 2


def test_the_last_seal_covers_the_date_at_the_right() -> None:
    grid = sealed_joint(["甲局", "乙局", "丙局", "丁局", "戊局"], DATE)
    assert [[cell.name for cell in row] for row in grid.rows] == [
        ["甲局", "乙局", "丙局"],
        ["", "丁局", "戊局"],
    ]
    assert [cell.date for row in grid.rows for cell in row] == ["", "", "", "", "", DATE]


def test_an_unsealed_date_starts_two_characters_right_of_the_name() -> None:
    signature = unsealed(["安和县住房和城乡建设局"], DATE)
    assert signature.names[0].right_cells == 2
    assert signature.date.left_cells == pytest.approx(signature.names[0].left_cells + 2)


def test_a_date_wider_than_the_name_takes_the_two_characters_from_the_edge() -> None:
    signature = unsealed(["县民政局"], "2026年12月31日")
    assert signature.date.right_cells == 2
    assert signature.date.left_cells == pytest.approx(signature.names[0].left_cells + 2)


def test_a_post_stands_two_characters_left_of_its_seal_in_the_middle() -> None:
    seals = signer_seals(["县长"], DATE, (40.0, 20.0))
    assert seals.seal_right_cells == seals.date.right_cells == 4
    assert seals.posts[0].right_cells == pytest.approx(4 + 2 + 40 / CELL_MM)
    half = (20 - PITCH_MM) / 2 / PITCH_MM
    assert seals.above == pytest.approx((2 + half,))  # two blank lines above the seal, one below it
    assert seals.date_above == pytest.approx(half + 1)


def test_several_signers_stand_below_each_other_without_touching_seals() -> None:
    seals = signer_seals(["甲县县长", "乙县县长（代）"], DATE, (40.0, 20.0))
    first, second = seals.posts
    assert first.right_cells == second.right_cells
    between_middles_mm = (1 + seals.above[1]) * PITCH_MM
    assert between_middles_mm == pytest.approx(20 + 1)


def test_eleven_signers_fit_on_a_page() -> None:
    seals = signer_seals(["县长"] * 11, DATE)
    lines = sum(seals.above) + seals.date_above + 11 + 1
    assert seals.seal_mm[1] > PITCH_MM
    assert lines * PITCH_MM < 225 - 2 * PITCH_MM + 1e-6


def test_a_post_of_two_lines_stays_in_the_middle_of_its_seal() -> None:
    long = signer_seals(["岭东省临澜市安和县人民政府县长兼政府党组书记"], DATE, (40.0, 20.0))
    assert long.above[0] == pytest.approx(2)
    assert long.date_above == pytest.approx(1)


def test_a_signature_without_names_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one name"):
        sealed_joint([], DATE)
    with pytest.raises(ValueError, match="at least one name"):
        unsealed([], DATE)
    with pytest.raises(ValueError, match="at least one post"):
        signer_seals([], DATE)


def test_seals_higher_than_a_page_stand_three_in_a_row() -> None:
    names = [f"安和县人力资源和社会保障局{number}" for number in range(11)]
    grid = sealed_joint(names, "2026年12月31日")
    assert len(grid.columns_mm) == 3
    assert grid.height_mm < 225 - 2 * PITCH_MM
    assert grid.last_name_lines == 2


def test_a_name_too_wide_for_its_column_keeps_its_words_whole() -> None:
    names = ["安和县民政局", "安和县市场监督管理局", *["安和县人力资源和社会保障局"] * 9]
    (first, second, third), *_ = sealed_joint(names, DATE).rows
    assert (first.name, second.name) == ("安和县民政局", "安和县\n市场监督管理局")
    assert third.name == "安和县人力资源\n和社会保障局"
