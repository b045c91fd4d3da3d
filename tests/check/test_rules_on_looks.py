"""Rules on how a paper looks and in what order it stands: what they tell and what they let pass."""

from __future__ import annotations

import pytest

from reporter.check.judging import judge
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject


def found(subject: Subject, code: str) -> bool:
    return code in [finding.code for finding in judge(subject).findings]


@pytest.mark.parametrize(("far", "told"), [(0.42, False), (0.99, False), (1.2, True)])
def test_text_within_a_millimetre_of_the_type_area_is_within_its_tolerance(far: float, told: bool) -> None:
    assert found(measured(notice(), outside=far), "GW106") == told


@pytest.mark.parametrize(
    ("issuer", "told"),
    [("安和县社会救助工作联席会议办公室", False), ("安和县防汛抗旱指挥部", False), ("安和县财政局", True)],
)
def test_a_body_seated_in_an_agency_is_printed_by_its_office(issuer: str, told: bool) -> None:
    paper = notice(mark=f"{issuer}文件", print_office="安和县民政局办公室")
    assert found(paper, "GW436") == told
