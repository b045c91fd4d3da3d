"""Cells become typed values, or say what to type instead."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.intake.problems import Code, Fault
from reporter.intake.values import cleaned, parse, parse_date, parse_number, parse_text, refuse_characters
from reporter.records.base import Column

DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))
FORMS = (
    "{y}-{m}-{d}",
    "{y}/{m:02}/{d:02}",
    "{y}.{m}.{d}",
    "{y}年{m}月{d}日",
    "{y}{m:02}{d:02}",
    " {y}-{m:02}-{d:02} ",
)
FULL = str.maketrans("0123456789-/.,", "０１２３４５６７８９－／．，")


@settings(max_examples=60)
@given(DAYS, st.sampled_from(FORMS), st.booleans())
def test_every_full_way_to_write_a_day_gives_that_day(day: date, form: str, full: bool) -> None:
    text = form.format(y=day.year, m=day.month, d=day.day)
    assert parse_date(text.translate(FULL) if full else text) == day


@settings(max_examples=60)
@given(DAYS)
def test_serial_numbers_are_days_in_both_date_systems(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    assert parse_date(float(serial)) == day
    assert parse_date(str(serial)) == day
    assert parse_date(float(serial - 1462), epoch_1904=True) == day
    assert parse_date(datetime.combine(day, time(13, 5))) == day


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ("3月5日", "没有写年份"),
        ("2026年3月", "缺少具体的日"),
        ("2026年3月底", "缺少具体的日"),
        ("15日", "只有日"),
        ("26.3.5", "只写了两位"),
        ("2026-02-30", "没有2026年2月30日"),
        ("3026-02-03", "不合常理"),
        ("近期", "认不出"),
        (12.0, "不是日期"),
        (True, "要填日期"),
        (timedelta(days=3), "要填日期"),
    ],
)
def test_a_date_that_is_not_certain_is_refused_with_the_reason(raw: object, word: str) -> None:
    with pytest.raises(Fault, match=word) as caught:
        parse_date(raw)  # type: ignore[arg-type]
    assert caught.value.code is Code.CELL_DATE
    assert caught.value.hint


@pytest.mark.parametrize("raw", ["—", "/", "无", "-"])
def test_signs_for_nothing_are_no_date(raw: str) -> None:
    assert parse_date(raw) is None


@settings(max_examples=80)
@given(st.decimals(-(10**9), 10**9, places=2, allow_nan=False), st.booleans(), st.booleans())
def test_numbers_as_text_are_exact(number: Decimal, thousands: bool, full: bool) -> None:
    text = f"{number:,}" if thousands else str(number)
    assert parse_number(text.translate(FULL) if full else text) == number


def test_numbers_may_bear_the_unit_of_their_column_only() -> None:
    assert parse_number("12 张", "张") == 12
    assert parse_number("１２０㎡", "平方米") == 120
    with pytest.raises(Fault, match="单位与这一列不符"):
        parse_number("12间", "张")


@pytest.mark.parametrize(
    "raw", ["12%", "1.2万", "约20", "20余", "20左右", "十二", "1,23", "1 2 x", True, date(2026, 1, 1)]
)
def test_what_is_no_exact_number_is_refused(raw: object) -> None:
    with pytest.raises(Fault) as caught:
        parse_number(raw)  # type: ignore[arg-type]
    assert caught.value.code is Code.CELL_NUMBER


def test_stored_floats_lose_their_binary_noise() -> None:
    assert parse_number(12.300000000000001) == Decimal("12.3")


@pytest.mark.parametrize(("raw", "word"), [(1.5, "整数"), (-3.0, "负数")])
def test_counts_are_whole_and_not_negative(raw: float, word: str) -> None:
    with pytest.raises(Fault, match=word):
        parse(raw, int, Column("床位数"))


def test_a_long_id_stored_as_number_has_lost_digits() -> None:
    with pytest.raises(Fault, match="丢失") as caught:
        parse_text(1.101011990010112e17)
    assert caught.value.code is Code.CELL_DIGITS_LOST
    assert parse_text(13800000000.0) == "13800000000"


def test_text_that_became_a_date_is_refused() -> None:
    with pytest.raises(Fault, match="自动变成"):
        parse_text(date(2026, 1, 3))


@pytest.mark.parametrize("sign", ["\x07", "\ue001", "\ud800"])
def test_characters_that_cannot_be_printed_are_refused(sign: str) -> None:
    with pytest.raises(Fault, match="U\\+"):
        refuse_characters(f"敬老{sign}院")


def test_cleaning_keeps_line_breaks_and_drops_what_nobody_sees() -> None:
    assert cleaned("　一、甲 \r\n 二、乙\u200b\xa0") == "一、甲\n二、乙"
    assert cleaned(" \u200b\u3000") is None


YES_NO = Column("责任保险", choices=("是", "否", "不涉及", "未填"))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("√", "是"),
        ("有", "是"),
        (True, "是"),
        ("×", "否"),
        ("无", "否"),
        ("是。", "是"),
        ("不适用", "不涉及"),
        (None, None),
    ],
)
def test_yes_and_no_are_understood_where_certain(raw: object, expected: str | None) -> None:
    assert parse(raw, str, YES_NO) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize("raw", [1.0, "/", "部分", "?"])
def test_an_uncertain_yes_is_no_yes(raw: object) -> None:
    with pytest.raises(Fault) as caught:
        parse(raw, str, YES_NO)  # type: ignore[arg-type]
    assert caught.value.code is Code.CELL_CHOICE


def test_choices_accept_their_usual_variants_and_guess_the_nearest() -> None:
    levels = Column("评定等级", choices=("一级", "二级", "三级", "四级", "五级"))
    assert [parse(text, str, levels) for text in ("三星级", "3星", "３级", "三级 ")] == ["三级"] * 4
    assert parse("消防安全隐患", str, Column("类别", choices=("消防", "食品"))) == "消防"
    filed = Column("备案状态", choices=("已备案", "未备案"))
    assert parse("是", str, filed, header="是否备案") == "已备案"
    with pytest.raises(Fault) as caught:
        parse("消妨", str, Column("类别", choices=("消防", "食品")))
    assert "是不是“消防”" in caught.value.hint


ANYTHING = st.one_of(
    st.none(),
    st.text(max_size=20),
    st.text("0123456789年月日-/.,％%万约 　", max_size=12),
    st.floats(),
    st.integers(-(10**20), 10**20),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


@settings(max_examples=100)
@given(
    ANYTHING,
    st.sampled_from([str, int, Decimal, date]),
    st.sampled_from([(), ("是", "否"), ("一级", "二级")]),
)
def test_whatever_stands_in_a_cell_is_a_value_of_the_kind_or_a_fault(
    raw: object, kind: type, choices: tuple[str, ...]
) -> None:
    try:
        refuse_characters(raw)  # type: ignore[arg-type]
        value = parse(cleaned(raw), kind, Column("列", choices=choices, measure="张"))  # type: ignore[arg-type]
    except Fault as fault:
        assert fault.message and fault.hint
        return
    assert value is None or type(value) is (str if choices else kind)
    assert not isinstance(value, Decimal) or value.is_finite()


@pytest.mark.parametrize("text", ["1.2990121E+17", "1E+17", "１.２９９E+17"])
def test_a_long_id_in_scientific_notation_has_lost_digits(text: str) -> None:
    with pytest.raises(Fault) as caught:
        parse_text(text)
    assert caught.value.code is Code.CELL_DIGITS_LOST


def test_what_is_measured_is_not_negative_but_a_change_may_be() -> None:
    with pytest.raises(Fault):
        parse("-5", Decimal, Column("整改资金", measure="万元"))
    assert parse("-5", Decimal, Column("数值")) == Decimal("-5")


@pytest.mark.parametrize(
    ("written", "choices", "asked"),
    [
        ("运营", ("在营", "暂停运营", "已关停"), "在营"),
        ("营业中", ("在营", "暂停运营", "已关停"), "在营"),
        ("正在整改", ("未整改", "整改中", "已整改待销号", "已销号"), "整改中"),
        ("备案", ("已备案", "未备案"), ""),
        ("没有运营", ("在营", "暂停运营", "已关停"), ""),
        ("全部整改完", ("未整改", "整改中", "已整改待销号", "已销号"), ""),
    ],
)
def test_no_value_of_the_opposite_meaning_is_offered(
    written: str, choices: tuple[str, ...], asked: str
) -> None:
    with pytest.raises(Fault) as caught:
        parse(written, str, Column("状态", choices=choices))
    first = f"是不是“{asked}”？" if asked else ""
    assert caught.value.hint == f"{first}只能填：{'、'.join(choices)}"
