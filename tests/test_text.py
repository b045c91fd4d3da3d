"""Chinese text: typed values cleaned, widths in 字, numerals, nearest names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter import text


def test_full_width_signs_become_half_width() -> None:
    assert text.half_width("ＹＨ２０２６－０１　甲") == "YH2026-01 甲"


def test_white_space_is_squeezed() -> None:
    assert text.squeeze("\u3000 甲 \u00a0\n 乙 ") == "甲 乙"


def test_names_are_compared_without_width_space_and_case() -> None:
    assert text.key_of(" ＡＢ　c ") == text.key_of("abC")


@pytest.mark.parametrize(
    "char",
    [
        *("\x00", "\x07", "\x7f", "\x85", "\u2028", "\ud800", "\ufff9", "\ufffe", "\uffff", "\U0001ffff"),
        *("\ue000", "\uf8ff", "\U000e0041", "\U000f0000", "\U0010fffd"),
    ],
)
def test_characters_that_no_document_can_hold_are_named(char: str) -> None:
    assert text.control_characters(f"甲{char}乙{char}") == [f"U+{ord(char):04X}"]


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")) | st.sampled_from("\t\n\r")))
def test_ordinary_text_holds_no_such_characters(given_text: str) -> None:
    assert text.control_characters(given_text) == []


@pytest.mark.parametrize(
    ("given_text", "cells"), [("安和县", 3), ("2026", 2), ("“①”", 3), ("", 0), ("A座1层", 3)]
)
def test_widths_count_half_width_characters_half(given_text: str, cells: float) -> None:
    assert text.width(given_text) == cells


@pytest.mark.parametrize(
    ("number", "hanzi"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (100, "一百"),
        (103, "一百零三"),
        (110, "一百一十"),
        (999, "九百九十九"),
    ],
)
def test_numbers_are_written_in_hanzi(number: int, hanzi: str) -> None:
    assert text.hanzi_number(number) == hanzi


@pytest.mark.parametrize("number", [0, 1000, -1])
def test_numbers_beyond_the_range_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="999"):
        text.hanzi_number(number)


def test_circled_numbers_end_at_twenty() -> None:
    assert (text.circled_number(1), text.circled_number(20)) == ("①", "⑳")
    for number in (0, 21):
        with pytest.raises(ValueError, match="circled"):
            text.circled_number(number)


def test_the_nearest_name_is_suggested_or_all_are_listed() -> None:
    known = ["隐患编号", "机构名称", "整改时限"]
    assert text.nearest("隐患编码", known) == "隐患编号"
    assert text.did_you_mean("隐患编码", known) == "是不是“隐患编号”？"
    assert text.did_you_mean("xyz", known) == "可用的有：整改时限、机构名称、隐患编号"
    assert text.did_you_mean("xyz", []) == ""


def test_a_quote_is_clipped_with_its_mark_beyond_or_within_the_limit() -> None:
    assert (text.clipped("甲乙丙", 3), text.clipped("甲乙丙丁", 3)) == ("甲乙丙", "甲乙丙…")
    assert (text.within("甲乙丙", 3), text.within("甲乙丙丁", 3)) == ("甲乙丙", "甲乙…")
