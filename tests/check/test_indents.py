"""How far in a first line stands."""

from __future__ import annotations

import pytest

from reporter.artefacts.seen.model import Looks, Para, Run
from reporter.check.indents import first_indent, pushed_in


@pytest.mark.parametrize(
    ("typed", "looks", "indent"),
    [
        ("各院", Looks(first=2.0), 2.0),
        ("\u3000\u3000各院", Looks(first=0.0), 2.0),
        ("  各院", Looks(first=1.0), 2.0),
        ("各院", Looks(first=-3.0, left=5.0), 2.0),
        ("各院", Looks(first=2.0, left=-1.0), 2.0),
        ("", Looks(), 0.0),
    ],
)
def test_typed_blanks_and_a_left_indent_count(typed: str, looks: Looks, indent: float) -> None:
    assert first_indent(Para(1, (Run(typed),), looks=looks).read()) == indent


def test_a_line_that_hangs_out_is_not_pushed_in() -> None:
    assert pushed_in(Looks(left=3.0, first=-2.0)) == 3.0
    assert pushed_in(Looks(first=2.0)) == 2.0
    assert pushed_in(Looks()) == 0.0
