from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.errors import InputError
from reporter.records.period import chinese_date, day_in, parse_period, whole_day


@pytest.mark.parametrize(
    ("written", "text", "start", "end", "label"),
    [
        ("2026", "2026", date(2026, 1, 1), date(2026, 12, 31), "2026年"),
        ("２０２６年度", "2026", date(2026, 1, 1), date(2026, 12, 31), "2026年"),
        ("2023—2026年", "2023-2026", date(2023, 1, 1), date(2026, 12, 31), "2023—2026年"),
        ("2026Q3", "2026Q3", date(2026, 7, 1), date(2026, 9, 30), "2026年第三季度"),
        ("2026年第四季度", "2026Q4", date(2026, 10, 1), date(2026, 12, 31), "2026年第四季度"),
        ("2026H1", "2026H1", date(2026, 1, 1), date(2026, 6, 30), "2026年上半年"),
        ("2026年下半年", "2026H2", date(2026, 7, 1), date(2026, 12, 31), "2026年下半年"),
        ("2024-02", "2024-02", date(2024, 2, 1), date(2024, 2, 29), "2024年2月"),
    ],
)
def test_a_period_is_read_as_clerks_write_it(
    written: str, text: str, start: date, end: date, label: str
) -> None:
    period = parse_period(written)
    assert (period.text, period.start, period.end, period.label) == (text, start, end, label)


@pytest.mark.parametrize("written", ["", "今年", "2026Q5", "2026-13", "2026-2023", "26"])
def test_what_is_no_period_is_refused(written: str) -> None:
    with pytest.raises(InputError, match="看不懂期间"):
        parse_period(written)


@given(st.text(max_size=12))
def test_any_text_gives_a_period_or_a_clear_error(text: str) -> None:
    try:
        period = parse_period(text)
    except InputError:
        return
    assert parse_period(period.text) == period
    assert period.start <= period.end


def test_years_of_a_period_are_those_it_touches() -> None:
    assert parse_period("2023-2026").years == (2023, 2024, 2025, 2026)
    assert parse_period("2026Q3").years == (2026,)


def test_dates_are_printed_without_leading_zeros() -> None:
    assert chinese_date(date(2026, 1, 5)) == "2026年1月5日"


def test_a_written_date_is_found_in_a_text_or_is_the_text() -> None:
    assert day_in("定于2026年3月8日召开") == whole_day("2026年3月8日") == (2026, 3, 8)
    assert whole_day("定于2026年3月8日召开") is whole_day("2026年3月") is day_in("3月8日") is None
