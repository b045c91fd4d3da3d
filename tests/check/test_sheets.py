"""What a clerk calls a section, and white edges that throw all measures off."""

from __future__ import annotations

from reporter.check.judging import judge
from reporter.check.samples import measured, notice, setting
from reporter.check.sheets import edges_fit, sheet_number, sheet_spot


def test_the_only_section_is_the_page_setting() -> None:
    assert sheet_spot(1, 1) == "页面设置" and sheet_number("页面设置") == 1


def test_of_several_sections_the_number_is_named_and_found_again() -> None:
    assert sheet_spot(2, 3) == "页面设置（第2节，共3节）"
    assert sheet_number(sheet_spot(2, 3)) == 2


def test_a_paragraph_is_no_section() -> None:
    assert sheet_number("第2段") == 0


def test_wrong_edges_are_told_alone() -> None:
    wide = notice(subject={"setting": setting(left=31.7, right=31.7)})
    assert not edges_fit(wide)
    found = {finding.code for finding in judge(measured(wide, mark=90.0)).findings}
    assert "GW102" in found and "GW211" not in found
    right = notice(subject={"setting": setting()})
    assert "GW211" in {finding.code for finding in judge(measured(right, mark=90.0)).findings}


def test_of_a_letter_only_the_sides_are_judged() -> None:
    assert edges_fit(notice(seen_face="letter", subject={"setting": setting(top=50.0)}))
    assert not edges_fit(notice(seen_face="letter", subject={"setting": setting(left=31.7)}))
