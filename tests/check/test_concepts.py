"""Hazards and homes, however a sentence puts the count."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.check.concepts import counts, narrows, unequal


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("共排查发现隐患190条，已整改175条，未整改15条。", [("found", 190), ("closed", 175), ("open", 15)]),
        ("190条隐患已整改175条，但剩余15条隐患整改难度较大。", [("found", 190), ("closed", 175), ("open", 15)]),
        ("发现问题隐患320处，其中已完成整改300处，尚有20处正在整改。", [("found", 320), ("closed", 300), ("open", 20)]),
        ("对尚未销号的16条隐患逐条倒排工期。", [("open", 16)]),
        ("截至目前尚有16条隐患没有销号。", [("open", 16)]),
        ("全县现有养老机构44家。", [("homes", 44)]),
        ("对全县42家养老机构开展了隐患排查。", [("homes", 42), ("checked", 42)]),
    ],
)  # fmt: skip
def test_a_count_is_told_by_the_words_around_it(text: str, kinds: list[tuple[str, int]]) -> None:
    assert [(one.kind, int(one.value)) for one in counts(text) if not one.scope] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "3家机构存在隐患。",
        "全县13家养老机构通过等级评定。",
        "全县44家养老机构中，41家消防合格。",
        "其中，涉及消防的12条。",
        "计划排查隐患。",
    ],
)
def test_parts_and_other_things_are_not_counted(text: str) -> None:
    assert counts(text) == ()


def test_grade_field_place_and_round_are_the_scope() -> None:
    texts = (
        "发现重大隐患10条。",
        "河口镇发现隐患20条。",
        "第一轮检查发现隐患120条。",
        "发现消防类隐患72条。",
    )
    scopes = [counts(text)[0].scope for text in texts]
    assert (
        "重大" in scopes[0]
        and "河口镇" in scopes[1]
        and "第一轮" in scopes[2]
        and "消防" in "".join(scopes[3])
    )


def test_two_values_of_one_thing_are_a_pair_and_two_years_are_none() -> None:
    assert len(list(unequal(counts("发现隐患190条。对186条隐患逐条登记。")))) == 1
    assert not list(unequal(counts("2025年发现隐患241条；2026年发现隐患184条。")))
    assert not list(unequal(counts("截至2026年6月30日，发现隐患190条。190条隐患均已登记。")))


@settings(max_examples=100)
@given(st.text(alphabet="发现排查隐患已未整改全县养老机构共剩余其中重大条家0123456789，。；", max_size=60))
def test_any_text_is_read_and_every_span_holds_its_figure(text: str) -> None:
    for one in counts(text):
        written = text[one.start : one.end]
        assert written[: -len(one.unit)].replace(",", "") and int(written[: -len(one.unit)]) == one.value
        assert written.endswith(one.unit)


def test_a_title_that_names_the_campaign_narrows_nothing() -> None:
    assert not narrows("安和县养老院服务质量建设专项行动主要数据") and not narrows("隐患排查整改分乡镇情况")
    assert narrows("河口镇隐患情况") and narrows("重大隐患清单") and narrows("安康敬老院隐患清单")
