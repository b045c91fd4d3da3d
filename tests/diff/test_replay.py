"""Whatever was done to a material, the comparison played on the old side gives the new one."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.diff.align import compare
from reporter.diff.model import Block
from tests.diff.sides import grid, material, paragraph, replayed, shape

_WORDS = st.sampled_from(
    [
        "整改隐患",
        "168条",
        "，",
        "。",
        "养老机构",
        "44家",
        "占91.30%",
        "投入352.6万元",
        "逐项落实",
        "二是",
        "1,234元",
        "（一）",
        "A3",
        " ",
    ]
)
_TEXT = st.lists(_WORDS, min_size=1, max_size=12).map("".join)
_PARAGRAPH = st.builds(paragraph, _TEXT, role=st.sampled_from(["body", "h1", "title", "date"]))
_CELL = st.sampled_from(["", "12", "消防", "食品", "2026年3月1日", "已销号", "整改中"])
_TABLE = st.integers(1, 4).flatmap(
    lambda width: st.builds(
        grid,
        st.permutations(["序号", "隐患编号", "状态", "备注"]).map(lambda labels: labels[:width]),
        st.lists(st.lists(_CELL, min_size=width, max_size=width), max_size=6),
    )
)
_BLOCKS = st.lists(st.one_of(_PARAGRAPH, _PARAGRAPH, _TABLE), max_size=8)


@st.composite
def _pairs(draw: st.DrawFn) -> tuple[list[Block], list[Block]]:
    """Blocks, and the same with some taken out, put in, moved or written anew."""
    old = draw(_BLOCKS)
    new = list(old)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(new)))
        match draw(st.integers(0, 3)):
            case 0:
                new.insert(at, draw(st.one_of(_PARAGRAPH, _TABLE)))
            case 1 if at < len(new):
                del new[at]
            case 2 if at < len(new):
                new.insert(draw(st.integers(0, len(new) - 1)), new.pop(at))
            case 3 if at < len(new):
                new[at] = draw(st.one_of(_PARAGRAPH, _TABLE))
    return old, new


@settings(max_examples=150)
@given(_pairs())
def test_the_script_gives_the_new_side(pair: tuple[list[Block], list[Block]]) -> None:
    old, new = pair
    found = compare(material(*old), material(*new))
    assert replayed(found) == [shape(block) for block in new]


@settings(max_examples=60)
@given(_BLOCKS)
def test_nothing_differs_from_itself(blocks: list[Block]) -> None:
    assert compare(material(*blocks), material(*blocks)).same


@settings(max_examples=60)
@given(_pairs())
def test_a_comparison_is_the_same_every_time(pair: tuple[list[Block], list[Block]]) -> None:
    sides = [material(*one) for one in pair]
    assert compare(*sides) == compare(*sides)


@settings(max_examples=100)
@given(_pairs())
def test_both_directions_tell_of_as_many_blocks(pair: tuple[list[Block], list[Block]]) -> None:
    there, back = (compare(material(*old), material(*new)) for old, new in (pair, pair[::-1]))
    kinds = [Counter(step.kind for step in found.steps if not step.table) for found in (there, back)]
    assert len(pair[1]) - len(pair[0]) == kinds[0]["inserted"] - kinds[0]["deleted"]
    assert kinds[0]["inserted"] - kinds[0]["deleted"] == kinds[1]["deleted"] - kinds[1]["inserted"]
    assert there.same == back.same
