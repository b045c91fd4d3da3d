from collections.abc import Callable
from decimal import Decimal

import pytest

from reporter.facts.book import FactBook
from reporter.records.figure import OtherFigure

MakeBook = Callable[..., FactBook]


def figure(value: str | None, period: str, unit: str | None = None) -> OtherFigure:
    number = None if value is None else Decimal(value)
    return OtherFigure(
        name="培训人次", value=number, measure="人次", period=period, unit=unit, source="培训台账"
    )


@pytest.fixture
def supplied(make_book: MakeBook) -> FactBook:
    rows = (
        figure("120", "2026"),
        figure("100.5", "2025年", "安和县"),
        figure(None, "2024"),
        figure("30", "2026", "河口"),
    )
    return make_book({"as_of": None}, figures=rows)


def test_a_supplied_figure_keeps_its_own_measure_and_source(supplied: FactBook) -> None:
    fact = supplied.get("数据.数值(名称=培训人次)")
    assert (fact.with_measure(), fact.label, fact.typed) == ("120人次", "培训人次", True)
    assert fact.rows == ("培训人次|2026",)
    assert "培训台账" in fact.formula


def test_year_and_unit_choose_the_row(supplied: FactBook) -> None:
    assert supplied.get("figures.value(name=培训人次,year=2025)").value == Decimal("100.5")
    assert supplied.get("figures.value(name=培训人次,unit=河口镇)").value == 30
    assert supplied.get("figures.value(name=培训人次,unit=云岭乡)").value is None


def test_a_missing_figure_is_blank_and_the_note_names_the_nearest(supplied: FactBook) -> None:
    assert supplied.get("figures.value(name=培训人次,year=2024)").value is None
    fact = supplied.get("figures.value(name=培训人数)")
    assert fact.value is None
    assert "培训人次" in fact.note


def test_two_different_values_for_one_figure_are_not_chosen_from(make_book: MakeBook) -> None:
    fact = make_book(figures=(figure("1", "2026"), figure("2", "2026年"))).get("figures.value(name=培训人次)")
    assert (fact.value, fact.note) == (None, "其他数据里2026年的“培训人次”有2个不同的数值")


def test_years_are_summed_only_when_all_are_there(supplied: FactBook) -> None:
    fact = supplied.get("figures.total(name=培训人次,year=2025-2026)")
    assert (fact.value, fact.formula) == (Decimal("220.5"), "100.5 + 120 = 220.5")
    assert supplied.get("figures.total(name=培训人次,year=2024-2026)").value is None
