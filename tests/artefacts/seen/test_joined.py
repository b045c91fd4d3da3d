"""Paragraphs as one text: what is looked for in it is found as in each paragraph alone."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.artefacts.seen.joined import Apart, Joined, apart, either, sentence_at, sentences
from reporter.artefacts.seen.model import Para, Run
from reporter.artefacts.seen.numbers import Numbers
from reporter.artefacts.seen.words import heads
from reporter.check import rules
from reporter.check.bound import Bound
from reporter.check.forms import Form

SIGNS = "月日，。～—12３、a\n"
TEXTS = st.lists(st.text(SIGNS, min_size=1, max_size=12), min_size=1, max_size=6)


def joined(*texts: str) -> Joined:
    return Joined(tuple(Para(number, (Run(text),)).read() for number, text in enumerate(texts, 1)))


def test_signs_are_looked_for_one_by_one_and_told_in_order() -> None:
    text = joined("3月", "5日", "9～", "4日6月")
    assert [para.number for para in text.holding(apart("日", "月"))] == [1, 2, 4]
    assert [found[0] for _, found in text.matches(re.compile("[日月]"), quick=apart("日", "月"))] == list(
        "月日日月"
    )


def test_one_pattern_finds_what_any_of_several_matches() -> None:
    assert either(apart("日.", r"1\d")).findall("3月12日。") == ["12", "日。"]
    assert either(apart("月1", "月12")).findall("3月12日。") == ["月1"]


def test_only_the_places_given_are_tried() -> None:
    text = joined("（2）", "（a）", "（3）")
    pattern = re.compile(r"（\d）")
    assert [para.number for para in text.holding(pattern, at=text.numbers.signs_before("（"))] == [1, 3]
    assert [para.number for para in text.holding(pattern, at=[0])] == [1]


def test_a_word_is_said_or_not() -> None:
    text = joined("养老机构", "敬老院")
    assert text.says("护理", "敬老院") and not text.says("养护", "老机院") and not text.says()


def test_a_sign_stands_in_its_sentence() -> None:
    text = "一。二三；四"
    assert [sentence_at(text, place) for place in (0, 2, 3, 5)] == [
        (0, "一。"),
        (2, "二三；"),
        (2, "二三；"),
        (5, "四"),
    ]
    assert sentence_at("。。一二", 3) == (2, "一二")


def test_numbers_know_the_signs_beside_them() -> None:
    numbers = Numbers("第12条，3～4家，2026年")
    assert numbers.before == {"第", "，", "～"} and numbers.behind == {"条", "～", "家", "年"}
    assert numbers.signs_before("～第") == [0, 6] and numbers.leading_up("～") == [5]
    assert numbers.long(4) == [10] and numbers.long(2) == [1, 10]


def test_a_text_may_begin_and_end_with_a_number_or_have_none() -> None:
    assert Numbers("12").before == Numbers("12").behind == {""}
    assert Numbers("无").long(1) == [] and Numbers("").signs_before("第") == []


@settings(max_examples=100)
@given(TEXTS)
def test_several_signs_are_found_where_a_class_of_them_is(texts: list[str]) -> None:
    text = joined(*texts)
    one_by_one = [para.number for para in text.holding(apart("月", "～", r"1"))]
    assert one_by_one == [para.number for para in text.holding(re.compile("[月～1]"))]


@settings(max_examples=100)
@given(TEXTS)
def test_signs_before_numbers_are_all_found(texts: list[str]) -> None:
    text = joined(*texts).text
    assert Numbers(text).signs_before("月～，") == [
        found.start() for found in re.finditer(r"[月～，](?=\d)", text)
    ]


@settings(max_examples=100)
@given(TEXTS)
def test_signs_behind_numbers_are_all_found(texts: list[str]) -> None:
    text = joined(*texts).text
    assert Numbers(text).signs_behind("月～，") == [
        found.start() for found in re.finditer(r"(?<=\d)[月～，]", text)
    ]


@settings(max_examples=100)
@given(st.text(SIGNS, min_size=1, max_size=20))
def test_every_sign_that_ends_no_sentence_stands_in_one(text: str) -> None:
    for place, sign in enumerate(text):
        if sign not in "。\n":
            offset, sentence = sentence_at(text, place)
            assert (offset, sentence) in sentences(text) and offset <= place < offset + len(sentence)


@settings(max_examples=100)
@given(st.text(f"{SIGNS[:-1]}；！？", max_size=20))
def test_a_line_alone_has_the_sentences_that_it_has_among_others(text: str) -> None:
    assert sentences(text) == sentences(f"{text}\n")


def _aparts() -> Iterator[tuple[str, Apart]]:
    for info in pkgutil.iter_modules(rules.__path__):
        module = importlib.import_module(f"{rules.__name__}.{info.name}")
        for name, value in vars(module).items():
            yield from ((f"{info.name}.{name}{at}", one) for at, one in enumerate(_within(value)))


def _within(value: object) -> Iterator[Apart]:
    """Those that a constant of a rule holds, however deep."""
    if isinstance(value, Bound | Form):
        yield from (one for one in (value.quick, value.pattern) if isinstance(one, tuple))
    elif isinstance(value, tuple) and value:
        if all(isinstance(one, tuple) and len(one) == 2 and isinstance(one[1], re.Pattern) for one in value):
            yield value
        else:
            for one in value:
                yield from _within(one)


APARTS = dict(_aparts())


@pytest.mark.parametrize("name", APARTS)
def test_what_is_looked_for_by_its_sign_begins_with_it(name: str) -> None:
    for sign, pattern in APARTS[name]:
        if isinstance(sign, str) and len(sign) == 1:
            first = next(iter(_parser.parse(pattern.pattern)))
            assert first == (_constants.LITERAL, ord(sign))


@pytest.mark.parametrize("name", APARTS)
def test_what_is_told_to_begin_a_pattern_begins_it(name: str) -> None:
    for signs, pattern in APARTS[name]:
        if not pattern.pattern.removeprefix("\\").startswith(str(signs)):
            continue  # a name beside a pattern
        tree = list(_parser.parse(pattern.pattern))
        assert tree[: len(signs)] == [(_constants.LITERAL, ord(sign)) for sign in signs]
        words = heads(signs, pattern.pattern)
        if words == (signs,):
            continue
        kind, behind = tree[len(signs)]
        if kind is _constants.ASSERT:
            back, led = behind
            assert back == -1 and all(one.endswith(signs) for one in words)
            assert all((one[: -len(signs)] + signs).endswith(words) for one in _spelled(led))
        else:
            assert (kind, behind) == (_constants.IN, [(_constants.LITERAL, ord(one[-1])) for one in words])


def _spelled(tree: Iterable[Any]) -> list[str]:
    """All that a part of a pattern matches, but for what may be much and what is before that; any sign is a dot."""
    ends = [""]
    for kind, what in tree:
        if kind is _constants.LITERAL:
            those = [chr(what)]
        elif kind is _constants.IN and all(one is _constants.LITERAL for one, _ in what):
            those = [chr(one) for _, one in what]
        elif kind is _constants.BRANCH:
            those = [one for branch in what[1] for one in _spelled(branch)]
        elif kind is _constants.SUBPATTERN:
            those = _spelled(what[-1])
        elif kind is _constants.ANY:
            those = ["."]
        else:
            those, ends = [""], [""]
        ends = [end + one for end in ends for one in those]
    return ends


def test_paragraphs_above_one_are_at_most_as_many_as_there_are() -> None:
    text = joined("一", "二", "三", "四")
    assert [one.text for one in text.above(text.paras[3], 2)] == ["二", "三"]
    assert [one.text for one in text.above(text.paras[1], 2)] == ["一"]
    assert text.above(text.paras[0], 2) == ()
