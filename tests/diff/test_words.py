"""Words and edits: numbers with their units are one word, edits give both texts back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.diff.lcs import chain, same_pairs
from reporter.diff.words import edits, words
from tests.diff.sides import rewritten

_SOLID = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?[%％‰]?", re.ASCII)
_TEXTS = st.text(alphabet="整改率隐患为在，。、一352.,68%万元年月日 \n（）AB-", max_size=60)
_FIGURES = st.lists(
    st.one_of(
        st.sampled_from(["整改", "发现隐患", "，", "。", "占", "投入资金", "截至", "为"]),
        st.decimals(0, 99999, places=1).map(lambda value: f"{value:,}"),
        st.integers(0, 10**6).map(lambda value: f"{value:,}元"),
        st.integers(0, 100).map(lambda value: f"{value}.5%"),
    ),
    max_size=16,
).map("".join)


@pytest.mark.parametrize(
    "word",
    ["352.6万元", "88.64%", "1,234.5元", "1，234元", "2026年10月31日", "〔2026〕12号", "0000-6600012", "-3.5%",
     "１２０家",     "GB/T", "3个百分点", "10人次"],
)  # fmt: skip
def test_a_number_with_its_unit_is_one_word(word: str) -> None:
    assert word in words(f"共，{word}。")


def test_a_changed_number_is_replaced_whole() -> None:
    found = edits("投入资金352.6万元，占88.64%。", "投入资金358.2万元，占88.6%。")
    assert [(one.op, one.text) for one in found] == [
        ("equal", "投入资金"),
        ("delete", "352.6万元"),
        ("insert", "358.2万元"),
        ("equal", "，占"),
        ("delete", "88.64%"),
        ("insert", "88.6%"),
        ("equal", "。"),
    ]


def test_an_inserted_clause_is_one_insertion_that_ends_with_the_clause() -> None:
    found = edits(
        "能立即改的当场改，一时改不了的限期改。", "能立即改的当场改，涉及资金的专题研究，一时改不了的限期改。"
    )
    assert [one.text for one in found if one.op == "insert"] == ["涉及资金的专题研究，"]
    assert not [one for one in found if one.op == "delete"]


def test_small_islands_are_taken_into_the_change() -> None:
    found = edits("由民政部门负责指导监督。", "交应急机构的人牵头督办落实。")
    assert len([one for one in found if one.op == "equal"]) <= 1


def test_texts_with_nothing_in_common_are_taken_out_and_put_in() -> None:
    assert [one.op for one in edits("安装烟感报警器。", "拆除彩钢板房三栋，")] == ["delete", "insert"]


@given(_TEXTS, _TEXTS)
def test_edits_give_the_new_text_and_never_part_a_number(old: str, new: str) -> None:
    found = edits(old, new)
    assert rewritten(old, new, found) == new if found else old == new
    assert "".join(words(old)) == old
    for text, side in ((old, "delete"), (new, "insert")):
        cuts = {(one.old if side == "delete" else one.new) for one in found}
        for solid in _SOLID.finditer(text):
            assert not [cut for cut in cuts if solid.start() < cut < solid.end()], (solid[0], found)


@given(_FIGURES, _FIGURES)
def test_figures_are_never_parted(old: str, new: str) -> None:
    found = edits(old, new)
    for text, side in ((old, "delete"), (new, "insert")):
        cuts = {(one.old if side == "delete" else one.new) for one in found}
        for solid in _SOLID.finditer(text):
            assert not [cut for cut in cuts if solid.start() < cut < solid.end()], (solid[0], found)


@given(_TEXTS)
def test_equal_texts_have_no_edits(text: str) -> None:
    assert edits(text, text) == ()


@given(st.lists(st.integers(0, 4), max_size=24), st.lists(st.integers(0, 4), max_size=24))
def test_common_subsequence_is_a_longest_one(left: list[int], right: list[int]) -> None:
    pairs = same_pairs(left, right)
    assert [left[a] for a, _ in pairs] == [right[b] for _, b in pairs]
    assert pairs == sorted(set(pairs))
    assert len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs)
    table = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for a, one in enumerate(left):
        for b, other in enumerate(right):
            table[a + 1][b + 1] = table[a][b] + 1 if one == other else max(table[a][b + 1], table[a + 1][b])
    assert len(pairs) == table[-1][-1]


@given(st.permutations(range(8)))
def test_a_chain_is_a_longest_rising_one(order: list[int]) -> None:
    best = [0] * len(order)
    for at, value in enumerate(order):
        best[at] = 1 + max((best[before] for before in range(at) if order[before] < value), default=0)
    found = chain([(at, value, 1.0) for at, value in enumerate(order)])
    assert [order[at] for at in found] == sorted(order[at] for at in found)
    assert len(found) == max(best)
