from collections.abc import Callable
from datetime import date

import pytest

from reporter.errors import InternalError, UnknownName
from reporter.facts import rollup
from reporter.facts.book import FactBook
from reporter.facts.explain import explain, places
from reporter.records.hazard import Hazard
from reporter.refs import Cell

MakeBook = Callable[..., FactBook]


def test_rows_follow_the_same_rules_as_figures(book: FactBook) -> None:
    assert tuple(row.key for row in book.rows("hazards")) == book.get("hazards.found").rows
    assert tuple(row.key for row in book.rows("隐患", 状态="未整改", 类别="消防")) == ("H-10",)
    assert [row.key for row in book.rows("hazards", state="overdue")] == ["H-2"]
    assert [row.key for row in book.rows("institutions", unit="云岭乡")] == ["J03"]


def test_derived_columns_carry_the_cell_they_came_from(book: FactBook) -> None:
    row = next(row for row in book.ledger("hazards") if row.key == "H-2")
    assert row["home"] == ("J01敬老院", "cell:J01.name")
    assert row["township"] == ("河口镇", "cell:J01.township")
    assert row["overdue"] == ("是", "cell:H-2.due")
    assert row["overdue_days"] == (1, "cell:H-2.due")
    assert row["domain"] == ("食品", "cell:H-2.domain")


def test_what_happened_after_as_of_is_not_shown(book: FactBook) -> None:
    row = next(row for row in book.ledger("hazards") if row.key == "H-10")
    assert (row.value("state"), row.value("status"), row.value("closed_on")) == ("未整改", "整改中", None)


def test_a_verification_after_as_of_is_hidden_but_the_rectification_before_it_is_not(
    make_book: MakeBook, make_hazard: Callable[..., Hazard]
) -> None:
    later = make_hazard(
        "H-1",
        "J01",
        date(2026, 3, 1),
        done_on=date(2026, 10, 1),
        evidence="照片",
        verified_on=date(2026, 11, 2),
        verified_by="某某",
        closed_on=date(2026, 11, 2),
        status="已销号",
    )
    (row,) = make_book(hazards=(later,)).ledger("hazards")
    assert (row.value("status"), row.value("done_on"), row.value("evidence")) == (
        "已整改待销号",
        date(2026, 10, 1),
        "照片",
    )
    assert (row.value("verified_on"), row.value("verified_by")) == (None, None)


def test_homes_are_listed_with_their_level_of_the_day(book: FactBook) -> None:
    levels = {row.key: row["level"] for row in book.ledger("institutions")}
    assert levels["J01"] == ("三级", "cell:P2.level")
    assert levels["J02"][0] is None


def test_a_visit_lists_the_homes_of_the_unit_only(book: FactBook) -> None:
    (row,) = book.ledger("visits", unit="云岭乡")
    assert row.value("home_names") == "J03敬老院"


def test_unknown_columns_states_and_tables_name_the_nearest(book: FactBook) -> None:
    with pytest.raises(UnknownName, match="没有列"):
        book.ledger("hazards")[0]["townships"]
    with pytest.raises(UnknownName, match="没有状态"):
        book.rows("hazards", state="opened!")
    with pytest.raises(UnknownName, match="没有可列的行"):
        book.rows("figures")


def test_rows_of_no_town_are_shown_under_the_county_itself(
    make_book: MakeBook, make_hazard: Callable[..., Hazard]
) -> None:
    book = make_book(hazards=(make_hazard("H-1", "不明", date(2026, 3, 1)),))
    parts = book.breakdown("hazards", "found", over="unit")
    assert [(label, fact.value) for label, fact in parts] == [
        ("河口镇", 0),
        ("云岭乡", 0),
        ("白石乡", 0),
        ("安和县本级", 1),
    ]


def test_parts_that_do_not_add_up_are_our_fault(book: FactBook) -> None:
    whole, part = book.get("hazards.found"), book.get("hazards.found(unit=河口镇)")
    with pytest.raises(InternalError, match="分项合计3，与总数4不符"):
        rollup._check(whole, [part])


def test_an_explanation_goes_down_to_rows_and_cells(book: FactBook) -> None:
    lines = explain(book, book.get("hazards.close_rate(unit=河口镇)"))
    assert lines[0] == "整改率：33.33%　hazards.close_rate(unit=河口镇)"
    assert "  算法：已整改1条 ÷ 发现3条 × 100%" in lines
    assert "    记录（3）：H-1、H-2、H-10" in lines
    assert "    单元格：隐患台账.xlsx › 台账 › C4:C5、C13" in lines


def test_neighbouring_cells_are_joined() -> None:
    cells = [Cell("a.xlsx", "s", row, column) for row, column in [(7, 4), (5, 4), (6, 4), (9, 4), (5, 27)]]
    assert places([*cells, Cell("b.yaml", row=3)]) == ["a.xlsx › s › D5:D7、D9、AA5", "b.yaml › 第3行"]
