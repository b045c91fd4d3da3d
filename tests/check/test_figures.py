from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from reporter.check.figures import Filed, agree, check_figures, prints
from reporter.document.inline import Text, words
from reporter.document.model import Document, Paragraph
from reporter.facts.fact import Fact

ADDRESS = "hazards.found()"


def fact(value: int | Decimal | str | None, measure: str = "条", decimals: int | None = None) -> Fact:
    return Fact(
        ADDRESS,
        "hazards",
        "found",
        "排查隐患数",
        value,
        measure,
        "341",
        "2026",
        date(2026, 10, 31),
        decimals=decimals,
    )


def filed(text: str, known: Fact, file: str = "报告") -> Filed:
    inlines = (*words("共排查隐患"), Text(text, ref=f"fact:{ADDRESS}"), *words("条。"))
    document = Document("x@2026", "x", "plain", "up", words(file), (Paragraph("p", inlines),))
    return Filed(document, {ADDRESS: known}, file)


@pytest.mark.parametrize("text", ["190", "190条", "１９０", "一百九十"])
def test_lawful_prints_of_a_count(text: str) -> None:
    assert prints(text, fact(190))


@pytest.mark.parametrize("text", ["191", "19", "1900", "190家", "190%", "", "约190"])
def test_other_texts_are_not_that_count(text: str) -> None:
    assert not prints(text, fact(190))


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("12,300", 12300, "元"),
        ("1.23万元", 12300, "元"),
        ("89.5%", Decimal("89.4736"), "%"),
        ("89%", Decimal("89.4736"), "%"),
        ("90.0%", Decimal(90), "%"),
        ("二级", "二级", ""),
    ],
)
def test_numbers_may_be_grouped_scaled_or_rounded(
    text: str, value: int | Decimal | str, measure: str
) -> None:
    assert prints(text, fact(value, measure, 1))


def test_a_rounding_error_is_found() -> None:
    assert not prints("89.4%", fact(Decimal("89.4736"), "%", 1))


def test_a_blank_fact_prints_nothing() -> None:
    assert not prints("0", fact(None))


def test_a_figure_that_is_not_its_facts_is_an_error_with_the_right_value() -> None:
    (found,) = check_figures(filed("191", fact(190)))
    assert (found.code, found.severity) == ("GW703", "error")
    assert "应为“190”" in found.message
    assert found.where.quote == "共排查隐患191条。"


def test_a_reference_without_a_fact_is_an_error() -> None:
    assert [found.code for found in check_figures(replace(filed("190", fact(190)), facts={}))] == ["GW703"]


def test_one_quantity_with_two_values_in_a_set_is_an_error() -> None:
    (found,) = agree([filed("190", fact(190), "报告"), filed("191", fact(191), "通报要点")])
    assert found.code == "GW704"
    assert found.where.file == "通报要点"
    assert "报告为“190”" in found.message


def test_another_day_or_unit_is_another_quantity() -> None:
    later = replace(fact(191), as_of=date(2026, 11, 30))
    town = replace(fact(12), unit="341-02")
    assert agree([filed("190", fact(190)), filed("191", later), filed("12", town)]) == []


def test_two_ways_to_print_one_value_agree() -> None:
    rate = fact(Decimal("89.4736"), "%", 1)
    assert agree([filed("89.5%", rate), filed("89%", rate)]) == []
