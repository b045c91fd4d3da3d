import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.typeset.spacing import ask_for, printed, total


@pytest.mark.parametrize(
    ("asked", "measured"),
    [(-18.75, -18.58), (-12.75, -12.53), (-0.75, -0.39), (0, 0), (4.5, 4.28), (16.5, 16.42)],
)
def test_printed_spacing_is_what_was_measured_in_a_pdf(asked: float, measured: float) -> None:
    assert printed(asked) == pytest.approx(measured, abs=0.06)


@settings(max_examples=100, deadline=None)
@given(st.floats(-40, 400), st.integers(0, 60), st.integers(0, 60))
def test_the_last_glyph_lands_within_half_a_thousandth_a_gap(wanted: float, before: int, inside: int) -> None:
    gaps = before + inside
    asked = ask_for(wanted, before, inside)
    assert abs(total(asked, before, inside) - wanted * gaps) <= 0.1 * before + 0.56 * inside + 1e-6


@settings(max_examples=100, deadline=None)
@given(st.floats(-40, 400), st.integers(1, 60))
def test_asking_does_not_depend_on_the_sign(wanted: float, gaps: int) -> None:
    assert ask_for(-wanted, 0, gaps) == -ask_for(wanted, 0, gaps)
