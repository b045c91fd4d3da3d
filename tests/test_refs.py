"""Places in sources and the references that text carries."""

from __future__ import annotations

import pytest

from reporter.refs import Cell, answer_ref, cell_ref, column_letters, fact_ref, split_ref, text_ref


@pytest.mark.parametrize(
    ("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (703, "AAA")]
)
def test_columns_have_the_letters_of_a_spreadsheet(column: int, letters: str) -> None:
    assert column_letters(column) == letters


def test_a_cell_shows_itself_as_a_person_would_say_it() -> None:
    assert str(Cell("台账.xlsx", "Sheet1", 17, 4)) == "台账.xlsx › Sheet1 › D17"
    assert str(Cell("campaign.yaml", row=3)) == "campaign.yaml › 第3行"
    assert str(Cell("campaign.yaml")) == "campaign.yaml"


@pytest.mark.parametrize(
    ("ref", "parts"),
    [
        (fact_ref("hazards.found()"), ("fact", "hazards.found()")),
        (cell_ref("H-1", "due"), ("cell", "H-1.due")),
        (answer_ref("X01"), ("answer", "X01")),
        (text_ref("a.md", "b"), ("text", "a.md#b")),
        (text_ref("a.md"), ("text", "a.md")),
    ],
)
def test_references_come_apart_into_what_they_were_made_of(ref: str, parts: tuple[str, str]) -> None:
    assert split_ref(ref) == parts


@pytest.mark.parametrize("ref", ["", "fact", "unknown:a"])
def test_what_is_no_reference_is_refused(ref: str) -> None:
    with pytest.raises(ValueError, match="not a reference"):
        split_ref(ref)
