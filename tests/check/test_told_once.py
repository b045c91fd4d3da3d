"""What the setting of a Word file tells, its layout does not tell again; where the setting is right, it does."""

from __future__ import annotations

from typing import Any

import pytest

from reporter.check.samples import line, measured, notice, setting, with_lines
from tests.check.told import by_rule, those

NAME, DATE = ("安和县民政局", 28.0, 61.4), ("2026年3月6日", 28.0, 64.7)
FAR = [("请认真落实。", 28.0, 61.0), *[("", 0.0, 0.0)] * 7, ("安和县民政局", 124.4, 157.8)]
FOOT = [*[("", 0.0, 0.0)] * 21, ("— 1 —", 150.0, 170.0)]


@pytest.mark.parametrize(("white", "code"), [(220.0, "GW342"), (0.0, "GW428")])
def test_a_name_far_below_the_text_is_told_once(white: float, code: str) -> None:
    name = line("安和县民政局", "signatory", looks={"before": white})
    assert those(with_lines(notice(signatory=name), *FAR), "GW342", "GW428") == [code]


@pytest.mark.parametrize(("right", "code"), [(9.0, "GW451"), (4.0, "GW409")])
def test_a_date_far_from_the_edge_is_told_once(right: float, code: str) -> None:
    date = line("2026年3月6日", "date", looks={"align": "right", "right": right})
    assert those(with_lines(notice(date=date), NAME, DATE), "GW451", "GW409") == [code]


@pytest.mark.parametrize(("own_first", "code"), [(False, "GW131"), (True, "GW124")])
def test_a_number_on_the_first_page_of_a_letter_is_told_once(own_first: bool, code: str) -> None:
    page = setting(own_first=own_first, foot=25.0)
    letter = notice(seen_face="letter", subject={"setting": page})
    assert those(with_lines(letter, *FOOT), "GW131", "GW124") == [code]


@pytest.mark.parametrize(("changes", "code"), [({"counts_from": 5}, "GW131"), ({}, "GW112")])
def test_numbers_that_do_not_run_on_are_told_once(changes: dict[str, Any], code: str) -> None:
    paper = notice(subject={"setting": setting(foot=25.0, **changes)})
    assert those(measured(paper, rendered=True, numbers="印5，应为1"), "GW131", "GW112") == [code]


@pytest.mark.parametrize(
    ("white", "says"), [(9.0, "右空9字，应为四字"), (1.0, "右空1字，与署名的位置不合两种排法（盖章、不盖章）")]
)
def test_a_date_that_fits_neither_way_of_signing_is_not_told_that_of_the_seal_alone(white: float, says: str) -> None:
    date = line("2026年3月6日", "date", looks={"align": "right", "right": white})
    assert [one.message for one in by_rule("GW451", notice(date=date))] == [f"成文日期{says}"]
