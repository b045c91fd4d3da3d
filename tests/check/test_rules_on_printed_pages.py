"""Rules that need no more of a file than where and how its characters are printed: what they tell and let pass."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from reporter.check.samples import line, measured, notice
from reporter.check.subject import Subject
from tests.check.told import found

RIGHT = line("安民发〔2026〕12号", "number", looks={"align": "right"})


def numbered(first: str, **changes: object) -> Subject:
    """The notice as pages whose first bears this number."""
    return measured(notice(tail=replace(line(first, "page_number"), place="footer"), **changes), numbers=None)  # type: ignore[arg-type]


def test_the_page_of_the_mark_is_the_first() -> None:
    assert found(numbered("— 3 —"), "GW112")
    assert not found(numbered("— 1 —"), "GW112")
    assert not found(numbered("— 3 —", mark=None), "GW112")  # pages out of a book


@pytest.mark.parametrize(
    ("paper", "told"),
    [
        (notice(number=RIGHT), True),
        (notice(number=RIGHT, mark="安和县民政局"), False),
        (notice(number=RIGHT, seen_face="letter"), False),
    ],
)
def test_a_number_at_the_right_edge_is_that_of_a_letter(paper: Subject, told: bool) -> None:
    assert found(paper, "GW232") == told
