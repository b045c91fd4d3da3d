"""What the setting of a Word file tells, its layout does not tell again; where the setting is right, it does."""

from __future__ import annotations

from typing import Any

import pytest

from reporter.artefacts.seen.model import Grid
from reporter.check.samples import line, measured, notice, setting, with_lines
from tests.check.told import those

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


def test_a_town_of_another_kind_is_told_once() -> None:
    """As the address calls it, however often the text does not."""
    body = ("同意设立云溪乡养老服务中心。", "资金下达云溪乡。")
    paper = notice(recipients="云溪镇人民政府：", body=body)
    assert those(paper, "GW660", "GW669") == ["GW669", "GW669"]


@pytest.mark.parametrize(("amount", "codes"), [("600", []), ("900", ["GW625"])])
def test_a_row_of_three_factors_is_reckoned_with_all(amount: str, codes: list[str]) -> None:
    rows = (("项目", "数量", "单价（元）", "天数", "金额（元）"),
            ("场地", "3", "100", "2", amount), ("设备", "2", "50", "2", "200"))  # fmt: skip
    assert those(notice(grids=(Grid(1, rows, 1),)), "GW559", "GW625") == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("服务时长26.4万万小时。", ["GW680"]),
        ("设置床位80家。", ["GW575"]),
        ("设置床位80名。", ["GW680"]),
        ("新增用地12.6亩，用地面积3，2公顷。", ["GW571"]),
    ],
)
def test_a_number_with_a_wrong_unit_or_mark_is_told_once(text: str, codes: list[str]) -> None:
    assert those(notice(body=(text,)), "GW533", "GW571", "GW575", "GW636", "GW680") == codes


def test_a_total_of_hazards_is_held_against_the_text_once() -> None:
    rows = (("乡镇", "隐患数（条）"), ("河口镇", "100"), ("青石镇", "90"), ("合计", "190"))
    paper = notice(body=("全县共排查发现隐患160条。",), grids=(Grid(1, rows, 1),))
    assert those(paper, "GW556", "GW629") == ["GW556"]
