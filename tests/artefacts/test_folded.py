from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.artefacts.folded import Span, Stream, fold, fragments, place_in_order
from reporter.artefacts.furniture import is_furniture


def test_white_space_gaps_and_line_breaks_do_not_matter() -> None:
    assert fold("民　政\n局 ____：\u200b是\u00a0") == "民政局：是"


def test_compatibility_forms_are_folded_only_on_request() -> None:
    assert fold("⼀ﬁ①", compatible=True) == "一fi1"
    assert fold("⼀①") == "⼀①"


def test_a_place_knows_its_part() -> None:
    stream = Stream.of(["甲乙", "", "丙"])
    assert [stream.part_at(place) for place in range(3)] == [0, 0, 2]


def test_texts_are_placed_one_after_the_other() -> None:
    assert place_in_order(["甲乙", "乙丙", "丁"], "甲乙乙丙丁") == [Span(0, 2), Span(2, 4), Span(4, 5)]


def test_a_missing_text_moves_nothing() -> None:
    assert place_in_order(["甲", "无", "乙"], "甲乙") == [Span(0, 1), None, Span(1, 2)]


def test_a_short_text_is_not_looked_for_far_away() -> None:
    assert (
        place_in_order(["3", "结尾的一句话共有十二个字。"], "一" * 1000 + "3结尾的一句话共有十二个字。")[0]
        is None
    )


def test_a_text_with_a_repeated_head_in_it_is_found_in_fragments() -> None:
    spans = fragments("前面的半句话后面的半句话", "前面的半句话序号机构隐患内容责任人后面的半句话")
    assert spans == [Span(0, 6), Span(17, 23)]


def test_where_a_page_begins_a_short_head_may_stand_between() -> None:
    assert fragments("前面的半句话后面的半句话", "前面的半句话序号后面的半句话") is None
    assert fragments("前面的半句话后面的半句话", "前面的半句话序号后面的半句话", [6]) == [
        Span(0, 6),
        Span(8, 14),
    ]


def test_a_digit_slipped_in_is_no_fragment() -> None:
    assert fragments("全县共排查隐患190条", "全县共排查隐患1190条") is None


def test_page_numbers_and_state_marks_are_furniture() -> None:
    for line in ("— 3 —", "－3－".replace("－", "-"), "送审稿", "征求意见稿 样稿", "（草稿）", "样稿·草稿"):
        assert is_furniture(line), line
    for line in ("3", "草稿箱", "一、草稿", "2026", "—", "送审稿已印发"):
        assert not is_furniture(line), line


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text("甲乙丙丁123", min_size=1, max_size=20), max_size=30))
def test_whatever_was_written_in_order_is_found_in_order(texts: list[str]) -> None:
    stream = "".join(texts)
    spans = place_in_order(texts, stream)
    assert all(span is not None for span in spans)
    assert [stream[span.start : span.end] for span in spans if span] == texts
