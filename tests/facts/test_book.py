from collections.abc import Callable
from datetime import date

import pytest

from reporter.errors import InputError, UnknownName
from reporter.facts.book import FactBook

MakeBook = Callable[..., FactBook]


def test_chinese_and_english_addresses_give_the_same_fact(book: FactBook) -> None:
    chinese = book.get('隐患.已整改(单位="河口", 类别="消防")')
    assert chinese is book.get("hazards.closed(domain=消防,unit=3301)")
    assert chinese.address == "hazards.closed(domain=消防,unit=河口镇)"


def test_what_equals_the_filing_is_left_out_of_the_address(book: FactBook) -> None:
    fact = book.figure("hazards", "found", unit="安和县", period=2026, as_of=date(2026, 10, 31))
    assert fact.address == "hazards.found()"


def test_year_and_period_are_one_dimension(book: FactBook) -> None:
    assert book.get("隐患.发现(年度=2025)").address == "hazards.found(period=2025)"


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("hazard.found", "hazards"),
        ("隐患.已整該改", "已整改"),
        ("hazards.found(units=河口镇)", "unit"),
        ("hazards.found(unit=河口乡)", "河口镇"),
        ("hazards.found(domain=消妨)", "消防"),
        ("indicators.answer(code=100)", "10"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest_known_one(
    book: FactBook, address: str, near: str
) -> None:
    with pytest.raises(UnknownName) as caught:
        book.get(address)
    assert f"“{near}”" in caught.value.hint


def test_a_unit_above_the_workspace_is_unknown(book: FactBook) -> None:
    with pytest.raises(UnknownName, match="没有单位"):
        book.get("hazards.found(unit=临澜市)")


def test_without_as_of_the_error_names_the_file_and_the_filing(make_book: MakeBook) -> None:
    with pytest.raises(InputError) as caught:
        make_book({"as_of": None}).get("hazards.found")
    assert "filings.yaml" in str(caught.value)
    assert "notification-points@2026" in str(caught.value)
    assert "as_of: 2026-12-31" in caught.value.hint


def test_only_what_was_asked_for_counts_as_used(book: FactBook) -> None:
    book.listing()
    book.get("hazards.close_rate")
    assert [fact.address for fact in book.used] == ["hazards.close_rate()"]
    stored = [fact["address"] for fact in book.as_json()]
    assert stored == ["hazards.close_rate()", "hazards.closed()", "hazards.found()"]


def test_the_catalog_names_every_figure_once_in_both_languages(book: FactBook) -> None:
    entries = book.catalog()
    assert {(entry.family, entry.family_alias) for entry in entries} == {
        ("figures", "数据"),
        ("hazards", "隐患"),
        ("indicators", "指标"),
        ("institutions", "机构"),
        ("ratings", "等级"),
        ("visits", "检查"),
    }
    assert len({(entry.family, entry.label) for entry in entries}) == len(entries)
    assert all(entry.meaning for entry in entries)


def test_the_listing_has_every_fact_that_needs_no_dimension(book: FactBook) -> None:
    addresses = {fact.address for fact in book.listing()}
    assert {"institutions.count()", "hazards.found()", "indicators.answer(code=10,part=l2)"} <= addresses


def test_cells_behind_a_rate_are_those_of_its_parts(book: FactBook) -> None:
    cells = book.evidence(book.get("hazards.close_rate"))
    assert [cell.a1 for cell in cells] == ["A4", "C4", "C5", "A7", "C7", "C13"]
