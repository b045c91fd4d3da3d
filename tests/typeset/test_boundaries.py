import pytest

from reporter.typeset.boundaries import Level, break_levels


def level(before: str, after: str) -> Level:
    return break_levels(before + after)[len(before)]


@pytest.mark.parametrize("mark", "，。、；：？！）》」』】〕”…—·％%")
def test_closing_marks_do_not_start_a_line(mark: str) -> None:
    assert level("中", mark) is Level.FORBIDDEN


@pytest.mark.parametrize("mark", "（《〔“‘「『【￥")
def test_opening_marks_do_not_end_a_line(mark: str) -> None:
    assert level(mark, "中") is Level.FORBIDDEN


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("中", "文", Level.FREE),
        ("，", "“", Level.FREE),
        ("—", "—", Level.FORBIDDEN),
        ("3,2", "00", Level.INNER),
        ("3,", "200", Level.INNER),
        ("85", ".71%", Level.FORBIDDEN),
        ("2026年", "11月", Level.FREE),
        ("2026", "年", Level.COUNTED),
        ("〔2026〕", "12号", Level.INNER),
        ("安民发", "〔2026〕12号", Level.FREE),
        ("GB ", "38600", Level.WEAK),
        ("38600—", "2019", Level.WEAK),
        ("www.anhe.", "gov.cn", Level.WEAK),
        ("two ", "words", Level.FREE),
        ("wo", "rd", Level.INNER),
        ("中", "\U000e0100", Level.GLUED),
        ("中", "\n", Level.FORBIDDEN),
        ("\n", "。", Level.FREE),
    ],
)
def test_level_between(before: str, after: str, expected: Level) -> None:
    assert level(before, after) is expected


def test_there_is_a_level_for_every_character() -> None:
    assert break_levels("") == []
    assert len(break_levels("中文2026")) == 6
