"""Words that files were asked for: in later files all are looked for at once, and what is told missing is missing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.artefacts.seen.joined import apart
from reporter.artefacts.seen.words import Words, heads

SIGNS = "老年人口a\u4e01\ud840"
WORD = st.text(SIGNS, min_size=1, max_size=3)


def ready(words: Words, asked: list[str]) -> None:
    for _ in range(501):
        words.learn(asked)


def test_words_are_looked_for_at_once_as_soon_as_they_were_asked_for_often() -> None:
    words = Words()
    words.learn(["护理"])
    assert words.missing_in("养老机构") == set()
    ready(words, ["护理"])
    assert words.missing_in("养老机构") == {"护理"}


@settings(max_examples=100)
@given(st.lists(WORD, min_size=1, max_size=8), st.text(SIGNS, max_size=20))
def test_what_is_missing_stands_nowhere(asked: list[str], text: str) -> None:
    words = Words()
    ready(words, asked)
    missing = words.missing_in(text)
    assert missing <= set(asked) and not any(word in text for word in missing)


def test_a_word_that_was_asked_for_is_told_missing_from_later_texts() -> None:
    words = Words()
    assert words.missing_in("养老机构") == set()
    ready(words, ["护理", "机构", "养机"])
    assert words.missing_in("养老机构") == {"护理", "养机"}
    ready(words, ["床位"])
    assert words.missing_in("护理床位") == {"机构", "养机"}


def test_what_texts_are_full_of_is_left_out_from_then_on() -> None:
    words = Words()
    ready(words, ["年", "护理"])
    for _ in range(50):
        assert words.missing_in("年" * 200) == {"护理"}
    assert words.missing_in("月") == {"护理"}
    ready(words, ["年"])
    assert words.missing_in("月") == {"护理"}


def test_a_word_that_was_not_looked_for_yet_is_not_told_missing() -> None:
    words = Words()
    ready(words, ["年", "护理"])
    words.learn(["床位"])
    assert words.missing_in("床位" + "年" * 200) == {"护理"}


def test_a_text_beyond_measure_is_not_looked_through() -> None:
    words = Words()
    ready(words, ["护理"])
    assert words.missing_in("月" * 200_001) == set()


def test_only_so_many_words_are_kept() -> None:
    words = Words()
    for number in range(4000):
        words.learn([f"{number}号"])
    assert len(words.missing_in("月")) == 2000


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("全[省市]", {"全省", "全市"}),
        ("》，(?:提出|规定)[，到]", {"》，"}),
        (r"\（20\d{2}", {"（20"}),
        ("老年?人", {"老"}),
        ("占(?:(?<=，占)|(?<=约占))", {"占"}),
        ("养老[一-龥]", {"养老"}),
        ("全[省市]*县", {"全"}),
    ],
)
def test_a_pattern_begins_with_one_of_its_heads(source: str, told: set[str]) -> None:
    [(signs, pattern)] = apart(source)
    assert set(heads(signs, pattern.pattern)) == told
