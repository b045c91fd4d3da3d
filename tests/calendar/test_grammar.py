"""Deadlines in words: kept as written, resolved where they have a day, never guessed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.calendar.deadline import Slot, Term
from reporter.calendar.grammar import find_deadlines, parse_deadline

# text, year of the plan, kind, resolved: the deadlines of five real notices and their successors as printed.
GOLDEN = """
4月20日前 | 2017 | date | 2017-04-20
于4月20日前 | 2017 | date | 2017-04-20
5月底前 | 2017 | month_end | 2017-05-31
5月31日前 | 2017 | date | 2017-05-31
6月至9月中旬 | 2017 | range | 2017-09-20
9月下旬至2017年底 | 2017 | range | 2017-12-31
9月下旬 | 2017 | ten_day | 2017-09-30
10月 | 2017 | range | 2017-10-31
于10月20日前 | 2017 | date | 2017-10-20
11月 | 2017 | range | 2017-11-30
12月上旬 | 2017 | ten_day | 2017-12-10
到2017年底 | 2017 | month_end | 2017-12-31
在4月 30日 前 | 2020 | date | 2020-04-30
在 5月底前 | 2020 | month_end | 2020-05-31
6月底前 | 2020 | month_end | 2020-06-30
6 月底前 | 2020 | month_end | 2020-06-30
7月底前 | 2020 | month_end | 2020-07-31
8月底前 | 2020 | month_end | 2020-08-31
在2020年9月底前 | 2020 | month_end | 2020-09-30
9月底前 | 2020 | month_end | 2020-09-30
季度 | 2020 | recurrence | -
适时 | 2020 | undated | -
及时 | 2020 | undated | -
定期 | 2020 | undated | -
立即 | 2020 | undated | -
于11月10日前 | 2020 | date | 2020-11-10
于11月 10日 前 | 2020 | date | 2020-11-10
2020年底前 | 2020 | month_end | 2020-12-31
到 2020 年底 | 2020 | month_end | 2020-12-31
到2022年 | 2020 | month_end | 2022-12-31
2020年 4月一12月 | 2020 | range | 2020-12-31
2020年1月一疫情结束 | 2020 | event | -
4月 | 2024 | range | 2024-04-30
在5月底前 | 2024 | month_end | 2024-05-31
5月20日前 | 2024 | date | 2024-05-20
原则上整改期限不超过3个月 | 2024 | relative | -
7月份以前 | 2024 | month_end | 2024-07-31
8月上旬 | 2024 | ten_day | 2024-08-10
至2024年9月底 | 2024 | month_end | 2024-09-30
在11月底前 | 2024 | month_end | 2024-11-30
2025年之前 | 2024 | month_end | 2025-12-31
每年至少组织1次 | 2024 | recurrence | -
每半年 | 2026 | recurrence | -
每月 | 2026 | recurrence | -
每季度 | 2026 | recurrence | -
2024年3月15日前 | 2024 | date | 2024-03-15
"""
ROWS = [tuple(cell.strip() for cell in line.split(" | ")) for line in GOLDEN.strip().split("\n")]


@pytest.mark.parametrize(("text", "year", "kind", "resolved"), ROWS)
def test_deadlines_of_real_notices(text: str, year: str, kind: str, resolved: str) -> None:
    found = parse_deadline(text, year=int(year))
    assert (found.text, found.kind) == (text, kind)
    assert found.resolved == (None if resolved == "-" else date.fromisoformat(resolved))


OTHERS = {
    "年底前": date(2026, 12, 31),
    "年内": date(2026, 12, 31),
    "今年年底": date(2026, 12, 31),
    "即日起至8月底": date(2026, 8, 31),
    "4月—12月": date(2026, 12, 31),
    "4月10日至20日": date(2026, 4, 20),
    "11月—次年3月": date(2027, 3, 31),
    "2023-2026年": date(2026, 12, 31),
    "5-6月底前": date(2026, 6, 30),
    "2025年9、10月": date(2025, 10, 31),
    "11月10日（星期二）17:00前": date(2026, 11, 10),
    "11月10日下班前": date(2026, 11, 10),
    "第三季度末": date(2026, 9, 30),
    "上半年": date(2026, 6, 30),
    "2月底前": date(2026, 2, 28),
    "２０２６年１１月１０日前": date(2026, 11, 10),
    "二〇二六年十一月十日前": date(2026, 11, 10),
    "2026-11-10": date(2026, 11, 10),
    "2026.11.10前": date(2026, 11, 10),
    "最迟于11月10日前报送": date(2026, 11, 10),
    "10月第3个工作日前": date(2026, 10, 10),  # a Saturday that is worked
    "10月倒数第3个工作日前": date(2026, 10, 28),
    "上半年结束前": date(2026, 6, 30),
    "第三季度结束前": date(2026, 9, 30),
    "第三季度结束后10日内": date(2026, 10, 10),
    "上半年结束后5个工作日内": date(2026, 7, 7),
    "10月最后一个工作日": date(2026, 10, 30),
    "11月10日前3个工作日": date(2026, 11, 5),
    "11月14日前，遇节假日顺延": date(2026, 11, 16),
    "11月14日前（如遇节假日提前）": date(2026, 11, 13),
}


@pytest.mark.parametrize("text", OTHERS)
def test_other_forms(text: str) -> None:
    assert parse_deadline(text, year=2026).resolved == OTHERS[text]


@pytest.mark.parametrize(
    "text",
    ["11月10日前", "5月底前", "年底前", "8月上旬", "4月—12月", "7月份以前", "第三季度末", "10月第3个工作日"],
)
def test_without_a_year_there_is_no_day(text: str) -> None:
    found = parse_deadline(text, year=None)
    assert (found.resolved, found.year_source) == (None, "")
    assert "没有写年份，也没有方案年度可以沿用" in found.notes


def test_an_inherited_year_is_told() -> None:
    found = parse_deadline("11月10日前", year=2020)
    assert found.year_source == "inherited"
    assert "年份沿用方案年度（2020年）" in found.notes
    assert parse_deadline("2020年11月10日前", year=2019).year_source == "stated"


def test_before_includes_the_day_unless_told_otherwise() -> None:
    assert parse_deadline("11月10日前", year=2026).inclusive
    other = parse_deadline("11月10日前", year=2026, inclusive=False)
    assert (other.resolved, other.inclusive) == (date(2026, 11, 9), False)
    assert parse_deadline("7月份以前", year=2024, inclusive=False).resolved == date(2024, 6, 30)
    assert (
        "“前”按含本期理解，至2025年12月31日；如不含，则至2024年12月31日"
        in parse_deadline("2025年前", year=2024).notes
    )


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("2月30日前", "没有2月30日这一天"),
        ("13月底前", "没有13月这个月份"),
        ("26年11月10日前", "年份只写了两位（26年），请写四位"),
        ("11月—3月", "止于的日期早于起始的日期，是否跨年要写明年份"),
        ("10日前", "没有写月份"),
        ("9月初", "“月初”没有确定的日子"),
        ("5月底前自查，6月底前整改", "写了2个期限，请分开写，不推算日期"),
        ("看情况办", "看不懂这个期限，按原文保留"),
    ],
)
def test_what_is_not_certain_is_not_guessed(text: str, note: str) -> None:
    found = parse_deadline(text, year=2026)
    assert found.resolved is None
    assert note in found.notes


@pytest.mark.parametrize(
    ("text", "term", "resolved"),
    [
        ("原则上不超过3个月", Term(3, "月", soft=True), date(2026, 8, 31)),
        ("3个工作日内", Term(3, "工作日"), date(2026, 6, 3)),
        ("自印发之日起20日内", Term(20, "日"), date(2026, 6, 20)),
        ("两周内", Term(2, "周"), date(2026, 6, 14)),
        ("半年内", Term(6, "月"), date(2026, 11, 30)),
        ("提前3个工作日", Term(3, "工作日", before=True), date(2026, 5, 27)),
    ],
)
def test_terms_count_from_the_document(text: str, term: Term, resolved: date) -> None:
    assert parse_deadline(text, year=2026).resolved is None
    found = parse_deadline(text, year=2026, anchor=date(2026, 5, 31))
    assert (found.kind, found.term, found.resolved) == ("relative", term, resolved)


def test_a_term_after_an_event_does_not_count_from_the_document() -> None:
    found = parse_deadline("收到通知后5个工作日内", year=2026, anchor=date(2026, 6, 1))
    assert (found.event, found.resolved) == ("收到通知", None)
    assert "“收到通知”的日期尚不知道，不推算" in found.notes


@pytest.mark.parametrize(
    ("text", "period", "count", "slot"),
    [
        ("每季度", "季度", None, None),
        ("每年至少1次", "年", 1, None),
        ("每半年一次", "半年", 1, None),
        ("每两年1次", "2年", 1, None),
        ("每季度末前", "季度", None, Slot()),
        ("每月10日前", "月", None, Slot(day=10)),
        ("每月第3个工作日前", "月", None, Slot(working_day=3)),
        ("每季度首月10日前", "季度", None, Slot(day=10, month=1)),
        ("每年11月10日前", "年", None, Slot(day=10, month=11)),
        ("每周五", "周", None, Slot(weekday=5)),
        ("于每月5日前报送上月情况", "月", None, Slot(day=5)),
        ("每季度最后一个月25日前", "季度", None, Slot(day=25)),
        ("每季度第二个月10日前", "季度", None, Slot(day=10, month=2)),
        ("每季度结束后10日内", "季度", None, Slot(after=Term(10, "日"))),
        ("按季度", "季度", None, None),
    ],
)
def test_recurrences(text: str, period: str, count: int | None, slot: Slot | None) -> None:
    found = parse_deadline(text, year=2026)
    assert (found.kind, found.period, found.count, found.slot) == ("recurrence", period, count, slot)


def test_two_months_with_one_sign_start_with_the_first() -> None:
    assert parse_deadline("5—6月", year=2026).start == date(2026, 5, 1)


def test_a_weekday_that_is_not_the_days_is_told() -> None:
    found = parse_deadline("11月10日（星期三）前", year=2026)
    assert "2026年11月10日是星期二，原文写星期三，请核对" in found.notes
    assert not any("请核对" in note for note in parse_deadline("11月10日（周二）前", year=2026).notes)


def test_an_event_ends_a_range() -> None:
    found = parse_deadline("2020年1月—疫情结束", year=None)
    assert (found.kind, found.start, found.event) == ("event", date(2020, 1, 1), "疫情结束")
    assert parse_deadline("整改完成前", year=2026).event == "整改完成"
    assert parse_deadline("春节前", year=2026).event == "春节"


def test_from_now_on_starts_with_the_document() -> None:
    assert parse_deadline("即日起至8月底", year=2026).start is None
    assert parse_deadline("即日起至8月底", year=2026, anchor=date(2026, 4, 1)).start == date(2026, 4, 1)


def test_working_days_of_a_year_not_announced_are_provisional() -> None:
    found = parse_deadline("2031年10月第1个工作日前", year=None)
    assert found.provisional and found.earliest and found.latest and found.resolved
    assert found.earliest <= found.resolved <= found.latest
    assert any(note.startswith("节假日安排尚未公布，暂定2031年10月") for note in found.notes)


PROSE = (
    "2026年3月2日，县里印发了通知。各镇要于4月10日前报送方案，5月底前完成自查（10月上旬抽查）；每季度通报1次，"
    "截至10月底共查出12处。到2026年\n底，全部销号。\n4月，召开会议，原则上整改期限不超过3个月。"
    "【实施时间：2026年4月—12月】《三年行动计划（2024-2026年）》"
)


def test_deadlines_are_found_in_prose_and_narrative_days_are_not() -> None:
    found = find_deadlines(PROSE, 2026)
    assert [PROSE[start:end] for start, end, _ in found] == [one.text for _, _, one in found]
    assert [one.text for _, _, one in found] == [
        "于4月10日前", "5月底前", "10月上旬", "每季度通报1次", "到2026年\n底", "4月", "原则上整改期限不超过3个月",
        "2026年4月—12月",
    ]  # fmt: skip


WORDS = st.sampled_from(
    list("年月日底前旬上中下每季度至到—起内个工作日第12345678900一二十半")
    + list("即遇节假日顺延提原则不超过次周疫情结束 \n　，。（）")
)
ANCHORS = st.none() | st.dates(date(1990, 1, 1), date(2100, 1, 1))


@given(st.text(WORDS, max_size=14) | st.text(max_size=20), st.none() | st.integers(), ANCHORS, st.booleans())
def test_the_parser_never_raises_and_keeps_the_text(
    text: str, year: int | None, anchor: date | None, inclusive: bool
) -> None:
    found = parse_deadline(text, year=year, anchor=anchor, inclusive=inclusive)
    assert (found.text, found.inclusive) == (text, inclusive)
    assert not (found.start and found.resolved) or found.start <= found.resolved


@given(st.text(WORDS, max_size=40), st.none() | st.integers(2000, 2050))
def test_the_finder_never_raises_and_its_places_are_right(text: str, year: int | None) -> None:
    last = 0
    for start, end, found in find_deadlines(text, year):
        assert last <= start < end <= len(text)
        assert text[start:end] == found.text
        last = end


DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
SPACES = st.sampled_from(["", " ", "\u3000"])


@given(DAYS, st.booleans(), SPACES, st.sampled_from(["前", "以前", "之前", "止", "前报送"]), st.booleans())
def test_a_written_day_comes_back(day: date, stated: bool, space: str, end: str, wide: bool) -> None:
    year = f"{day.year}{space}年" if stated else ""
    text = f"于{year}{space}{day.month}{space}月{space}{day.day}{space}日{end}"
    if wide:
        text = text.translate({ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)})
    found = parse_deadline(text, year=None if stated else day.year)
    assert (found.kind, found.resolved) == ("date", day)
    assert found.year_source == ("stated" if stated else "inherited")


@given(DAYS, DAYS)
def test_a_written_range_of_months_comes_back(one: date, other: date) -> None:
    first, last = sorted((one, other))
    text = f"{first.year}年{first.month}月—{last.year}年{last.month}月"
    found = parse_deadline(text, year=None)
    assert found.start == first.replace(day=1)
    assert found.resolved and found.resolved.month == last.month
    assert (found.resolved + timedelta(days=1)).day == 1


@given(st.integers(2000, 2099), st.integers(1, 12), st.sampled_from("上中下"))
def test_a_third_of_a_month_ends_where_it_ends(year: int, month: int, third: str) -> None:
    found = parse_deadline(f"{year}年{month}月{third}旬", year=None)
    assert found.start and found.resolved and found.kind == "ten_day"
    assert (found.start.day, (found.resolved + timedelta(days=1)).day) == {
        "上": (1, 11), "中": (11, 21), "下": (21, 1),
    }[third]  # fmt: skip
