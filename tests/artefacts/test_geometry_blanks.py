"""A rule to write on stands in its line as the characters that it leaves room for."""

from __future__ import annotations

from collections.abc import Sequence

from reporter.artefacts.geometry import Box, Glyph
from reporter.artefacts.geometry_blanks import BLANK, with_blanks
from reporter.artefacts.geometry_drawn import Drawn

CELL = 16 * 25.4 / 72


def row(words: str, left: float, baseline: float = 50.0) -> list[Glyph]:
    """Characters of one cell each; a dot in `words` leaves a cell empty."""
    places = [(char, left + at * CELL) for at, char in enumerate(words) if char != "."]
    return [
        Glyph(char, x, x + CELL, baseline, 16.0, Box(x, baseline - 4, x + CELL, baseline), False, False)
        for char, x in places
    ]


def rule(left: float, cells: float, top: float = 50.5, weight: float = 0.6) -> Drawn:
    return Drawn(left, top, left + cells * CELL, top, weight, "000000")


def texts(rows: Sequence[list[Glyph]], *drawn: Drawn) -> list[str]:
    return ["".join(glyph.char for glyph in line) for line in with_blanks(rows, drawn)]


def test_a_rule_between_and_behind_characters_is_a_blank() -> None:
    assert texts([row("共..家", 28)], rule(28 + CELL, 2), rule(28 + 4 * CELL, 3)) == [
        f"共{BLANK * 2}家{BLANK * 3}"
    ]


def test_a_line_may_begin_with_a_blank() -> None:
    assert texts([row("...负责", 28)], rule(28, 3)) == [f"{BLANK * 3}负责"]


def test_blanks_of_the_file_above_the_rule_are_not_doubled() -> None:
    assert texts([row("共\u2003\u2003家", 28)], rule(28 + CELL, 2)) == [f"共{BLANK * 2}家"]


def test_an_underlined_word_a_rule_further_below_and_a_border_of_a_table_are_no_blanks() -> None:
    border = Drawn(28 + 2 * CELL, 40, 28 + 2 * CELL, 60, 0.6, "000000")
    assert texts([row("共", 28)], rule(28, 1)) == ["共"]
    assert texts([row("共", 28)], rule(40, 4, top=52)) == ["共"]
    assert texts([row("共", 28)], rule(28 + CELL, 4), border) == ["共"]


def test_a_line_of_nothing_but_a_blank_stands_between_its_neighbours() -> None:
    above, below = row("共..家", 28), row("完成", 28, 70)
    assert texts([above, below], rule(28 + CELL, 2), rule(28, 5, top=60.5)) == [
        f"共{BLANK * 2}家", BLANK * 5, "完成",
    ]  # fmt: skip


def test_another_rule_between_lines_is_none() -> None:
    above, below = row("共..家", 28), row("完成", 28, 70)
    assert len(texts([above, below], rule(28 + CELL, 2), rule(28, 5, top=60.5, weight=1.0))) == 2
    assert len(texts([row("共", 28), below], rule(28, 20, top=60.5))) == 2
