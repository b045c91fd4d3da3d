import json
from datetime import date
from decimal import Decimal

import pytest

from reporter.facts.fact import Fact, FactValue, printed
from reporter.refs import Cell


@pytest.mark.parametrize(
    ("value", "measure", "decimals", "text"),
    [
        (187, "条", None, "187"),
        (Decimal("12.5"), "万元", 2, "12.50"),
        (Decimal("12.5"), "万元", None, "12.5"),
        (Decimal(900) / 11, "%", 2, "81.82%"),
        (Decimal("0.125"), "%", 2, "0.13%"),
        (Decimal("2.5"), "%", 0, "3%"),
        (100, "%", 1, "100.0%"),
        (date(2026, 11, 5), "", None, "2026年11月5日"),
        ("是", "", None, "是"),
        (None, "条", None, ""),
    ],
)
def test_values_are_printed_half_up_and_without_unit(
    value: FactValue, measure: str, decimals: int | None, text: str
) -> None:
    assert printed(value, measure, decimals) == text


def test_a_fact_in_json_has_no_floats() -> None:
    fact = Fact(
        address="hazards.close_rate()",
        family="hazards",
        name="close_rate",
        label="整改率",
        value=Decimal("81.5"),
        measure="%",
        unit="330",
        period="2026",
        as_of=date(2026, 10, 31),
        cells=(Cell("隐患台账.xlsx", "台账", 4, 3),),
        decimals=2,
    )
    stored = fact.as_dict()
    assert stored["value"] == "81.5"
    assert stored["text"] == "81.50%"
    assert stored["as_of"] == "2026-10-31"
    assert stored["cells"] == [{"file": "隐患台账.xlsx", "sheet": "台账", "row": 4, "column": 3, "a1": "C4"}]
    assert json.loads(json.dumps(stored), parse_float=pytest.fail) == stored


def test_the_measure_stands_behind_counts_but_not_behind_percent() -> None:
    def fact(value: FactValue, measure: str) -> Fact:
        return Fact("a.b()", "a", "b", "标", value, measure, "330", "2026", None, decimals=None)

    assert fact(3, "家").with_measure() == "3家"
    assert fact(Decimal("3.1"), "%").with_measure() == "3.1%"
    assert fact(None, "家").with_measure() == ""
