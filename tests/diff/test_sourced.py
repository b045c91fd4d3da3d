"""Where figures come from, put short."""

from __future__ import annotations

from msgspec.structs import replace

from reporter.diff.model import Cause
from reporter.diff.sourced import brief, cells_said, details, origins, same_figures
from tests.diff.comparisons import sample

CAUSE = Cause("fact:x", "已整改", "36条", "38条")


def test_cells_of_one_sheet_are_told_together() -> None:
    cells = ("隐患台账.xlsx › 台账 › C5", "隐患台账.xlsx › 台账 › C9", "机构名册.xlsx › 名册 › B2")
    assert cells_said(cells) == "隐患台账.xlsx › 台账 › C5、C9；机构名册.xlsx › 名册 › B2"
    assert cells_said(cells, 2) == "隐患台账.xlsx › 台账 › C5、C9等"


def test_a_cause_in_short_names_rows_else_cells_else_the_formula() -> None:
    rows = tuple(f"AH-{number}" for number in range(4))
    assert (
        brief(replace(CAUSE, rows_added=rows, rows_removed=rows[:1], cells=("C5",)))
        == "新计入AH-0等4项，不再计入AH-0"
    )
    assert brief(replace(CAUSE, cells=("a.xlsx › 表 › C5",), formula_new="计数")) == "改动a.xlsx › 表 › C5"
    assert brief(replace(CAUSE, formula_new="甲 ÷ 乙")) == "甲 ÷ 乙"
    assert brief(replace(CAUSE, new="36条")) == "台账算出的仍是36条，是手工改的"
    assert "手工改的" not in brief(replace(CAUSE, old="", new=""))


def test_a_formula_is_told_twice_only_where_more_than_figures_is_other() -> None:
    assert list(details(replace(CAUSE, formula_old="销号36条", formula_new="销号38条"))) == ["算法：销号38条"]
    assert list(details(replace(CAUSE, formula_old="销号36条", formula_new="整改38条"))) == [
        "算法由销号36条改为整改38条"
    ]


def test_one_fact_in_several_places_is_one_change() -> None:
    first, other = sample().figures
    again = replace(first, place="附件1第3段")
    assert same_figures((first, other, again)) == [(first, again), (other,)]
    assert [one.number for one in origins(replace(sample(), figures=(first, again))).values()] == [1]
