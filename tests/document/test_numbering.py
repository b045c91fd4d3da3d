"""Numbers of headings follow from their order: 一、（一）1.（1）①."""

from __future__ import annotations

import pytest

from reporter.document.inline import words
from reporter.document.model import Heading, Paragraph
from reporter.document.numbering import number_text, numbered


@pytest.mark.parametrize(
    ("level", "ordinal", "number"),
    [(1, 1, "一、"), (1, 12, "十二、"), (2, 3, "（三）"), (3, 4, "4."), (4, 5, "（5）"), (5, 6, "⑥")],
)
def test_each_level_has_its_own_form(level: int, ordinal: int, number: str) -> None:
    assert number_text(level, ordinal) == number


@pytest.mark.parametrize(("level", "ordinal"), [(0, 1), (6, 1), (1, 0), (1, 1000), (5, 0), (5, 21)])
def test_what_has_no_number_is_refused(level: int, ordinal: int) -> None:
    with pytest.raises(ValueError, match=r"."):
        number_text(level, ordinal)


def test_a_heading_restarts_the_levels_below() -> None:
    levels = [1, 2, 2, 3, 0, 1, 2, 3]
    blocks = [
        Heading(str(place), level, words("甲")) if level else Paragraph(str(place), words("乙"))
        for place, level in enumerate(levels)
    ]
    numbers = [number for _, number in numbered(blocks)]
    assert numbers == ["一、", "（一）", "（二）", "1.", "", "二、", "（一）", "1."]
