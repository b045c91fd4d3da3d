"""Rules on what few paragraphs have: what they tell and what they let pass."""

from __future__ import annotations

import pytest

from reporter.artefacts.seen.model import Odd
from reporter.check.judging import judge
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

PROSE = "各乡镇要逐院排查风险隐患，建立台账，逐项整改，年底前全部整改到位，并报县民政局。"


def codes(subject: Subject) -> set[str]:
    return {finding.code for finding in judge(subject).findings}


def body(odd: Odd, text: str = PROSE, **looks: object) -> Subject:
    return notice(body=(line(text, looks={"odd": odd, **looks}),), seen_odd=True)


@pytest.mark.parametrize(
    ("paper", "code", "told"),
    [
        (body(Odd(italic=1.0)), "GW132", True),
        (body(Odd(italic=1.0), "Canis lupus."), "GW132", False),
        (body(Odd(italic=0.1)), "GW132", False),
        (body(Odd(underlined=0.4)), "GW132", False),
        (body(Odd(struck=0.2)), "GW132", True),
        (body(Odd(scale=80)), "GW133", True),
        (body(Odd(scale=98)), "GW133", False),
        (body(Odd(tracking=-1.0)), "GW133", True),
        (body(Odd(tracking=0.5)), "GW133", False),
        (body(Odd(spread=True)), "GW133", True),
        (body(Odd(spread=True), "安和县民政局"), "GW133", False),
        (body(Odd(tab=4.0), f"\t{PROSE}", first=0.0), "GW119", True),
        (body(Odd(tab=2.1), f"\t{PROSE}", first=0.0), "GW119", False),
        (body(Odd(tab=4.0), first=2.0), "GW119", False),
        (notice(body=(line(PROSE, looks={"odd": Odd(automatic=True)}), PROSE)), "GW117", True),
    ],
)
def test_odd_looks(paper: Subject, code: str, told: bool) -> None:
    assert (code in codes(paper)) == told
