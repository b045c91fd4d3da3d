from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reporter.facts.book import FactBook
from reporter.records.hazard import DOMAINS, Hazard
from reporter.refs import Cell

MakeBook = Callable[..., FactBook]


def test_found_later_is_not_counted_and_closed_later_is_still_open(book: FactBook) -> None:
    assert book.get("hazards.found").rows == ("H-1", "H-2", "H-4", "H-10")
    assert book.get("hazards.closed").rows == ("H-1", "H-4")
    assert book.get("hazards.open").rows == ("H-2", "H-10")


def test_rows_of_other_years_belong_to_other_periods(book: FactBook) -> None:
    assert book.get("hazards.found(period=2025)").rows == ("H-6",)
    assert book.get("hazards.found(period=2025-2026)").value == 5
    assert book.get("hazards.found(period=2026Q2)").rows == ("H-4", "H-10")


def test_years_before_the_ledger_are_blank_not_zero(book: FactBook) -> None:
    fact = book.get("hazards.found(period=2024)")
    assert fact.value is None
    assert "2025年开始" in fact.note
    assert "2025年以后" in book.get("hazards.found(period=2024-2026)").note


def test_a_unit_counts_everything_below_it(book: FactBook) -> None:
    assert book.get("hazards.found(unit=河口镇)").value == 3
    assert book.get("hazards.found(unit=云岭乡)").value == 1
    assert book.get("hazards.found(unit=白石乡)").value == 0


def test_the_rate_shows_its_numbers(book: FactBook) -> None:
    fact = book.get("hazards.close_rate(unit=河口镇)")
    assert fact.text() == "33.33%"
    assert fact.formula == "已整改1条 ÷ 发现3条 × 100%"
    assert fact.inputs == ("hazards.closed(unit=河口镇)", "hazards.found(unit=河口镇)")


def test_no_hazard_gives_no_rate_but_a_dash_that_nobody_has_to_fill_in(book: FactBook) -> None:
    fact = book.get("hazards.close_rate(unit=白石乡)")
    assert (fact.value, fact.text(), fact.note) == (None, "—", "无隐患")


def test_the_due_day_itself_is_not_overdue(book: FactBook) -> None:
    assert book.get("hazards.overdue").rows == ("H-2",)
    assert book.get("hazards.overdue(as_of=2026-11-01)").rows == ("H-2",)


def test_major_hazards_are_counted_found_and_open(book: FactBook) -> None:
    assert book.get("hazards.major_found").value == 1
    assert book.get("hazards.major_open").value == 0
    assert book.get("hazards.major_open(as_of=2026-10-30)").value == 1


def test_homes_are_counted_once_and_closed_homes_are_not_clear(book: FactBook) -> None:
    assert book.get("hazards.homes_with").value == 3
    assert book.get("hazards.homes_open").value == 2
    assert book.get("hazards.homes_done").value == 1
    assert book.get("hazards.homes_clear").value == 0
    assert book.get("hazards.homes_clear(domain=食品)").rows == ("J02", "J03")


def test_money_is_summed_where_given_and_blank_where_never_given(
    make_book: MakeBook, make_hazard: Callable[..., Hazard], book: FactBook
) -> None:
    assert book.get("hazards.funds").value is None
    rows = [
        make_hazard("H-1", "J01", date(2026, 1, 2), funds=Decimal("1.50")),
        make_hazard("H-2", "J01", date(2026, 1, 2)),
    ]
    fact = make_book(hazards=tuple(rows)).get("hazards.funds")
    assert (fact.with_measure(), fact.note) == ("1.50万元", "另有1行没有填写整改资金，未计入")


def test_no_ledger_is_blank_but_an_empty_ledger_is_zero(make_book: MakeBook) -> None:
    assert make_book(hazards=()).get("hazards.found").value is None
    assert make_book(hazards=(), digests={"隐患台账.xlsx": "0"}).get("hazards.found").value == 0


def test_all_closed_is_yes_only_without_an_open_row(book: FactBook, make_book: MakeBook) -> None:
    assert book.get("hazards.all_closed").value == "否"
    assert book.get("hazards.all_closed(unit=云岭乡)").value == "是"
    assert book.get("hazards.all_closed(unit=白石乡)").value == "不涉及"
    nothing = make_book(hazards=(), digests={"隐患台账.xlsx": "0"})
    assert (nothing.get("hazards.all_closed").value, nothing.get("hazards.all_closed").note) == (
        "是",
        "无隐患",
    )
    unseen = make_book(hazards=(), visits=(), digests={"隐患台账.xlsx": "0", "检查记录.xlsx": "0"})
    assert unseen.get("hazards.all_closed").value is None


def test_fire_is_clear_only_when_no_fire_row_is_open_and_every_home_is_accepted(book: FactBook) -> None:
    assert book.get("hazards.fire_clear(unit=河口镇)").value == "否"
    assert book.get("hazards.fire_clear(unit=云岭乡)").value == "是"
    accepted_but_open = book.get("hazards.fire_clear(institution=J02)")
    assert accepted_but_open.value == "否"
    assert "消防类隐患1条未销号" in accepted_but_open.formula


DAY = st.integers(0, 364).map(lambda days: date(2026, 1, 1) + timedelta(days=days))
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["J01", "J02", "J03", "J04", "不明"]),
        DAY,
        st.none() | st.integers(0, 200),
        st.sampled_from(DOMAINS),
    ),
    max_size=12,
)


@pytest.fixture
def make_rows(make_hazard: Callable[..., Hazard]) -> Callable[[Sequence[Any]], tuple[Hazard, ...]]:
    def make(drawn: Sequence[Any]) -> tuple[Hazard, ...]:
        return tuple(
            make_hazard(
                f"H-{number}",
                home,
                day,
                domain=domain,
                closed_on=None if later is None else day + timedelta(days=later),
            )
            for number, (home, day, later, domain) in enumerate(drawn, 1)
        )

    return make


SHARED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SHARED
@given(drawn=ROWS, as_of=DAY)
def test_parts_add_up_and_found_is_closed_plus_open(
    make_book: MakeBook, make_rows: Callable[..., tuple[Hazard, ...]], drawn: Sequence[Any], as_of: date
) -> None:
    book = make_book({"as_of": as_of}, hazards=make_rows(drawn), digests={"隐患台账.xlsx": "0"})

    def number(name: str) -> int:
        value = book.figure("hazards", name).value
        assert isinstance(value, int)
        return value

    assert number("found") == number("closed") + number("open")
    assert number("homes_with") == number("homes_open") + number("homes_done")
    for name in ("found", "closed", "open", "homes_with", "homes_open", "homes_clear"):
        parts = book.breakdown("hazards", name, over="unit")
        assert sum(int(str(fact.value)) for _, fact in parts) == number(name)
    assert sum(int(str(fact.value)) for _, fact in book.breakdown("hazards", "found", over="类别")) == number(
        "found"
    )


@SHARED
@given(drawn=ROWS, days=st.tuples(DAY, DAY).map(sorted))
def test_a_later_as_of_never_finds_or_closes_less(
    make_book: MakeBook, make_rows: Callable[..., tuple[Hazard, ...]], drawn: Sequence[Any], days: list[date]
) -> None:
    book = make_book(hazards=make_rows(drawn), digests={"隐患台账.xlsx": "0"})
    for name in ("found", "closed"):
        early, late = (set(book.figure("hazards", name, as_of=day).rows) for day in days)
        assert early <= late


def test_an_open_hazard_cites_its_date_not_its_status(make_book: MakeBook) -> None:
    cells = {
        name: Cell("隐患台账.xlsx", "台账", 3, at)
        for at, name in enumerate(("code", "status", "closed_on"), 1)
    }
    row = Hazard(code="H-7", institution="J01", found_on=date(2026, 3, 1), source="自查", domain="消防",
                 description="通道堆物", grade="一般", status="整改中")  # fmt: skip
    assert make_book(hazards=(row.located(cells),)).get("hazards.open").cells == (cells["closed_on"],)
