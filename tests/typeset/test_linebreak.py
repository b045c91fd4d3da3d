import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.typeset.boundaries import NEVER_END, NEVER_START
from reporter.typeset.linebreak import Line, Measure, Run, break_paragraph
from reporter.typeset.standard import A4, CELL_PT, SANHAO_PT, pt_to_mm

WIDTH = A4.area_width_pt

FRAGMENTS = (
    "养老机构", "安全隐患", "，", "。", "；", "：", "“四个清单”", "《关于开展检查的通知》",
    "3,200.5万元", "85.71%",
    "2026年11月10日", "安民发〔2026〕12号", "GB 38600—2019", "——", "……", "县民政局、", "住房和城乡建设局",
    "MZ/T 039-2013", "WeasyPrint", "（试行）", "一是", "有", "整改", "￥1,000", "人",
)  # fmt: skip
WHOLE = ("3,200.5", "85.71%", "2026", "〔2026〕12号", "——", "……", "￥1,000", "WeasyPrint")


def advance(char: str, role: str) -> float:
    return 0.5 if char.isascii() else 1.0


def body(text: str, first_indent_pt: float = 2 * CELL_PT) -> list[Line]:
    return break_paragraph([Run(text, "fang")], Measure(WIDTH, SANHAO_PT, first_indent_pt), advance)


def texts(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


def natural_text(pieces: list[str]) -> str:
    """Fragments joined so that no two marks meet and words stay apart, as in a real text."""
    joined = ""
    for piece in pieces:
        if joined and (joined[-1] in NEVER_START | NEVER_END or joined[-1].isascii()):
            joined += "机构"
        joined += piece
    return joined.lstrip("，。；：—…")


runs = st.lists(
    st.tuples(st.text(max_size=60), st.sampled_from(["fang", "hei"]), st.integers(0, 3)).map(
        lambda t: Run(*t)
    ),
    max_size=6,
)
fragments = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=120).map(natural_text)


def test_a_full_line_holds_28_hanzi_and_the_first_two_fewer() -> None:
    assert [len(text) for text in texts(body("中" * 100))] == [26, 28, 28, 18]


def test_letter_spacing_of_a_plain_line_is_the_body_tracking() -> None:
    line = body("中" * 100)[1]
    assert line.letter_spacing_pt == pytest.approx(-0.207, abs=0.025)
    assert line.set_width_pt == pytest.approx(WIDTH, abs=0.3)


def test_a_full_stop_that_would_start_a_line_is_squeezed_in() -> None:
    lines = body("中" * 28 + "。" + "中" * 10, first_indent_pt=0)
    assert texts(lines)[0] == "中" * 28 + "。"


def test_two_marks_that_would_start_a_line_are_pushed_out_with_a_character() -> None:
    assert texts(body("中" * 28 + "》。" + "中" * 10, first_indent_pt=0))[0] == "中" * 27


def test_an_opening_mark_never_ends_a_line() -> None:
    assert texts(body("中" * 27 + "（文中文）", first_indent_pt=0))[1].startswith("（")


@pytest.mark.parametrize("whole", WHOLE)
@pytest.mark.parametrize("before", range(20, 29))
def test_numbers_words_and_long_marks_are_never_parted(whole: str, before: int) -> None:
    assert any(whole in text for text in texts(body("中" * before + whole + "中" * 40, first_indent_pt=0)))


def test_a_line_may_end_after_the_year_but_not_within_it() -> None:
    assert texts(body("中" * 25 + "2026年有关工作" + "中" * 30, first_indent_pt=0))[0] == "中" * 25 + "2026年"
    assert texts(body("中" * 27 + "2026年" + "中" * 30, first_indent_pt=0))[0] == "中" * 27


def test_a_code_stays_whole_where_it_leaves_no_hole() -> None:
    lines = texts(body("中" * 26 + "GB 38600—2019的规定" + "中" * 30, first_indent_pt=0))
    assert lines[1].startswith("GB 38600—2019")


def test_a_code_is_parted_after_its_dash_rather_than_leave_a_hole() -> None:
    lines = texts(body("中" * 23 + "GB 38600—2019的规定" + "中" * 30, first_indent_pt=0))
    assert lines[0].endswith("GB 38600—") and lines[1].startswith("2019")


def test_a_word_longer_than_the_line_is_parted() -> None:
    lines = body("a" * 130, first_indent_pt=0)
    assert len(lines) == 3 and all(line.set_width_pt <= WIDTH + 0.6 for line in lines)


def test_marks_are_carried_through_a_line_break() -> None:
    runs = [Run("中" * 20, "fang", "a"), Run("文" * 20, "hei", ("strong", 7)), Run("字" * 5, "fang", None)]
    lines = break_paragraph(runs, Measure(WIDTH, 16), advance)
    assert [(p.text, p.role, p.key) for p in lines[0].pieces] == [
        ("中" * 20, "fang", "a"),
        ("文" * 8, "hei", ("strong", 7)),
    ]
    assert [(p.text, p.key) for p in lines[1].pieces] == [("文" * 12, ("strong", 7)), ("字" * 5, None)]


def test_a_rule_holds_across_the_seam_of_two_marks() -> None:
    lines = break_paragraph([Run("中" * 28, "hei", 1), Run("。中文", "fang", 2)], Measure(WIDTH, 16), advance)
    assert lines[0].text.endswith("。")


def test_a_newline_ends_its_line_and_is_kept() -> None:
    lines = body("甲乙\n丙丁", first_indent_pt=0)
    assert texts(lines) == ["甲乙\n", "丙丁"]
    assert [line.last for line in lines] == [True, True]


def test_a_blank_at_a_line_end_has_no_width() -> None:
    line = body("中" * 28 + " " + "word" * 3, first_indent_pt=0)[0]
    assert line.text == "中" * 28 + " "
    assert line.natural_width_pt == 28 * 16


def test_the_last_line_is_not_spread() -> None:
    assert body("中" * 40)[-1].letter_spacing_pt == pytest.approx(-0.207, abs=0.025)


def test_unjustified_text_has_no_letter_spacing_and_stays_within_the_width() -> None:
    lines = break_paragraph([Run("中文，" * 30, "fang")], Measure(100, 12, justify=False), advance)
    assert {line.letter_spacing_pt for line in lines} == {0.0}
    assert all(line.natural_width_pt <= 100 and line.text[0] != "，" for line in lines)


def test_a_combining_mark_stays_with_its_letter_and_takes_no_gap() -> None:
    lines = break_paragraph([Run("中\U000e0100" * 40, "fang")], Measure(WIDTH, 16), advance)
    assert [len(line.text) for line in lines] == [56, 24]
    assert lines[0].natural_width_pt == 28 * 16


def test_an_indent_without_room_for_text_is_refused() -> None:
    with pytest.raises(ValueError, match="no width left"):
        break_paragraph([Run("中", "fang")], Measure(20, 16, left_pt=20), advance)


@settings(max_examples=100, deadline=None)
@given(runs, st.floats(20, 500), st.booleans())
def test_nothing_is_lost_and_every_mark_stays_with_its_text(
    given: list[Run], width: float, justify: bool
) -> None:
    lines = break_paragraph(given, Measure(width, 16, justify=justify), advance)
    assert [(char, p.role, p.key) for line in lines for p in line.pieces for char in p.text] == [
        (char, run.role, run.key) for run in given for char in run.text
    ]
    assert all(line.text for line in lines)


@settings(max_examples=100, deadline=None)
@given(runs, st.floats(20, 500), st.booleans())
def test_no_line_is_wider_than_the_measure(given: list[Run], width: float, justify: bool) -> None:
    lines = break_paragraph(given, Measure(width, 16, justify=justify), advance)
    half_quantum = 0.008
    for line in lines:
        assert line.set_width_pt <= width + half_quantum * len(line.text) + 1e-6


@settings(max_examples=100, deadline=None)
@given(fragments)
def test_no_line_starts_or_ends_with_a_forbidden_mark(text: str) -> None:
    lines = texts(body(text))
    assert not [line for line in lines[1:] if line[0] in NEVER_START]
    assert not [line for line in lines[:-1] if line.rstrip()[-1] in NEVER_END - {"/", "／"}]


@settings(max_examples=100, deadline=None)
@given(fragments)
def test_no_number_or_word_is_split_in_running_text(text: str) -> None:
    seams = [(a[-1], b[0]) for a, b in zip(texts(body(text)), texts(body(text))[1:], strict=False)]
    assert not [seam for seam in seams if seam[0].isdigit() and seam[1].isdigit()]
    assert not [seam for seam in seams if seam[0].isascii() and seam[0].isalpha() and seam[1].isascii()]


def test_a_stress_text_is_flush_within_a_fifth_of_a_millimetre() -> None:
    source = random.Random(7)
    text = natural_text([source.choice(FRAGMENTS) for _ in range(6000)])
    full = [line for line in body(text) if not line.last]
    off = [abs(pt_to_mm(WIDTH - line.indent_pt - line.set_width_pt)) for line in full]
    assert sum(deviation <= 0.2 for deviation in off) / len(off) >= 0.99
    assert max(off) < pt_to_mm(CELL_PT)
    assert all(line.natural_width_pt <= 29 * 16 for line in full)


def test_time_grows_in_step_with_the_text() -> None:
    start = time.process_time()
    body("养老机构，安全隐患。" * 10_000)
    body(" " * 50_000)
    body("。" * 20_000)
    assert time.process_time() - start < 5


def test_a_number_parts_from_its_counter_rather_than_leave_its_line_a_character_short() -> None:
    lines = texts(body("中" * 26 + "2026年" + "中" * 30, first_indent_pt=0))
    assert lines[0] == "中" * 26 + "2026"
