"""A text without the signs of a point in time has no deadline with a day."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.calendar.grammar import find_deadlines
from reporter.calendar.points import DAY_SIGNS, POINT_SIGNS

POINTS, DAYS = (re.compile("|".join(signs)) for signs in (POINT_SIGNS, DAY_SIGNS))
WORDS = st.lists(
    st.sampled_from(
        ("2026", "11", "１２", "十", "二〇二六", "年", "月", "日", "号", "底", "前", "至", "—", "-", "/", ".", " ",
         "\u3000", "上旬", "第", "三", "季度", "上", "半年", "结束后", "5个工作日", "内", "到", "今年", "明", "每",
         "，", "。", "报送")
    ), min_size=2, max_size=9,
).map("".join)  # fmt: skip


@given(WORDS)
@settings(max_examples=100)
def test_no_day_without_the_signs_of_a_point(text: str) -> None:
    found = [deadline for _, _, deadline in find_deadlines(text, 2026) if deadline.resolved]
    assert not found or POINTS.search(text)
    assert not any(one.kind == "date" for one in found) or DAYS.search(text)


@pytest.mark.parametrize("text", ["11月10日前报送", "4月1日至20日", "2026-11-10前", "2026—11—10前", "十一月十日前"])
def test_a_day_bears_its_signs(text: str) -> None:
    found = [deadline for _, _, deadline in find_deadlines(text, 2026) if deadline.resolved]
    assert found
    assert DAYS.search(text)
    assert POINTS.search(text)


def test_old_people_and_every_month_are_no_points() -> None:
    assert not POINTS.search("为周边农村留守老年人提供服务，每月25日前报送。")
    assert POINTS.search("年底前完成。") and POINTS.search("2026—11—10前") and POINTS.search("11 月底前")
