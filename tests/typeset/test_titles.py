import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.typeset.standard import text_cells
from reporter.typeset.titles import break_title, title_shape


def test_a_short_title_is_one_line() -> None:
    assert break_title("关于开展养老机构专项检查的通知") == ("关于开展养老机构专项检查的通知",)


def test_a_long_plan_title_breaks_between_words() -> None:
    assert break_title(
        "安和县民政局等五部门关于印发《安和县养老机构安全隐患点题整治专项行动实施方案》的通知"
    ) == (
        "安和县民政局等五部门关于",
        "印发《安和县养老机构安全隐患",
        "点题整治专项行动实施方案》的通知",
    )


@pytest.mark.parametrize(
    "text",
    [
        "关于报送2026年度养老机构重大事故隐患排查整治工作总结的报告",
        "安和县民政局关于做好2026年第三季度养老机构安全隐患排查整治专项行动情况报送工作的通知",
        "安和县民政局关于转发《临澜市民政局关于印发〈养老机构消防安全管理规定〉的通知》的通知",
        "养老机构重大事故隐患专项排查整治行动情况通报要点（2026年第三季度）",
    ],
)
def test_long_titles_are_trapezoids_or_diamonds(text: str) -> None:
    lines = break_title(text)
    assert "".join(lines) == text
    assert title_shape(lines) in {"trapezoid", "diamond"}
    assert all(text_cells(line) <= 20 for line in lines)
    assert not any(line[0] in "的》）〉" or line[-1] in "《（〈" for line in lines)


def test_a_word_of_denial_is_not_parted_from_its_verb() -> None:
    lines = break_title("关于印发《深化“整治养老机构服务不规范问题”工作实施方案》的通知")
    assert len(lines) == 2 and any("不规范问题" in line for line in lines)


def test_a_book_title_that_fits_is_not_parted() -> None:
    lines = break_title("安和县民政局关于转发《养老机构消防安全管理规定》并做好贯彻落实工作的通知")
    assert any("《养老机构消防安全管理规定》" in line for line in lines)


def test_a_quarter_is_not_parted_from_its_year() -> None:
    lines = break_title("安和县养老机构重大事故隐患专项排查整治工作2026年第三季度情况通报")
    assert any("2026年第三季度" in line for line in lines)


def test_an_unknown_name_stays_whole() -> None:
    lines = break_title("关于同意设立岚岫桑榆颐养中心并给予运营补贴资金支持有关事项的批复")
    assert any("岚岫桑榆颐养中心" in line for line in lines)


def test_the_writers_own_breaks_are_kept() -> None:
    assert break_title("关于开展检查\n的通知") == ("关于开展检查", "的通知")


@pytest.mark.parametrize(
    ("lines", "shape"),
    [
        (("甲乙丙",), "single"),
        (("甲乙", "甲乙丙"), "trapezoid"),
        (("甲乙丙", "甲乙"), "trapezoid"),
        (("甲乙", "甲乙丙丁", "甲乙"), "diamond"),
        (("甲乙丙", "甲乙丙"), "rectangle"),
        (("甲乙丙", "甲", "甲乙丙"), "hourglass"),
    ],
)
def test_shape_of(lines: tuple[str, ...], shape: str) -> None:
    assert title_shape(lines) == shape


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["关于", "印发", "安和县", "《", "》", "通知", "2026年", "的", "甲", "AB"]),
        max_size=50,
    )
)
def test_any_title_keeps_its_characters_and_its_width(words: list[str]) -> None:
    text = "".join(words)
    lines = break_title(text)
    assert "".join(lines) == text
    assert all(text_cells(line) <= 20 for line in lines)


_WORDS = (
    *("养老院", "敬老院", "养老护理员", "护理型床位", "医养结合机构"),
    *("日间照料中心", "消防救援大队", "四个清单", "服务质量"),
)


@pytest.mark.parametrize("word", _WORDS)
def test_a_word_of_the_field_is_never_parted_wherever_it_stands(word: str) -> None:
    filler = "安和县民政局关于做好工作情况通报并及时落实责任"
    for start in range(len(filler)):
        title = filler[:start] + word + filler[start:] + "的通知"
        assert any(word in line for line in break_title(title)), break_title(title)


PROVINCE = (
    "岭东省民政厅", "岭东省住房和城乡建设厅", "岭东省卫生健康委员会", "岭东省市场监督管理局", "岭东省消防救援总队",
)  # fmt: skip


@pytest.mark.parametrize("between", [" ", "", "、"])
@pytest.mark.parametrize("cells", [19.5, 20.0])
def test_names_of_provincial_issuers_stay_whole_whatever_the_outline(between: str, cells: float) -> None:
    title = between.join(PROVINCE) + "关于印发《岭东省养老院服务质量建设专项行动实施方案》的通知"
    lines = break_title(title, cells)
    assert all(any(name in line for line in lines) for name in PROVINCE), lines
    assert "".join(lines).replace(" ", "") == title.replace(" ", "")


def test_issuers_at_a_titles_head_break_at_the_blanks_between_them() -> None:
    title = "安和县民政局 安和县住房和城乡建设局 安和县卫生健康委员会 安和县消防救援大队关于开展养老机构隐患排查的通知"
    lines = break_title(title)
    assert "".join(lines).replace(" ", "") == title.replace(" ", "")
    starts = {"安和县民政局", "安和县住房和城乡建设局", "安和县卫生健康委员会", "安和县消防救援大队"}
    assert all(any(name in line for line in lines) for name in starts)
