"""A file against the facts of the sample workspace."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from reporter.check.finding import Finding
from reporter.check.judging import judge
from reporter.check.knowledge import Known
from reporter.check.samples import notice
from reporter.check.workspace import known_of
from reporter.errors import InputError

SAMPLE = Path(__file__).resolve().parents[2] / "inputs" / "anhe-2026"
TITLE = "安和县民政局关于2026年养老院专项行动工作情况的报告"


@pytest.fixture(scope="module")
def known() -> Known:
    return known_of(SAMPLE)


def told(known: Known, *body: str, title: str = TITLE) -> list[Finding]:
    subject = notice(title=title, body=body, subject={"known": known})
    return [one for one in judge(subject).findings if one.code in ("GW551", "GW552")]


def test_a_workspace_is_known_by_its_figures_homes_and_places(known: Known) -> None:
    (found, *_) = known.at("hazards.found()")
    assert (found.value, found.unit, found.as_of) == (184, "条", "2026年10月31日")
    assert "隐患台账.xlsx" in found.cells and "等184处" in found.cells
    assert known.at("hazards.found(unit=河口镇)")[0].value == 20
    assert "河口镇" in known.units and "安和县" not in known.units
    assert len(known.institutions) > 40
    assert pickle.loads(pickle.dumps(known)) == known  # goes to the processes that judge


def test_the_right_figures_are_traced(known: Known) -> None:
    assert told(
        known,
        "截至2026年10月31日，全县44家养老机构共排查发现隐患184条，已整改销号168条，尚未销号16条，整改率91.30%。",
        "全县现有养老机构44家，床位2904张，其中护理型床位1734张，占59.71%。2023年以来累计培训2577人次。",
        "河口镇发现隐患20条，已整改19条。投入资金352.6万元。每月至少检查1次。",
    ) == []  # fmt: skip


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("全县共排查发现隐患190条。", "hazards.found()"),
        ("全县现有养老机构45家。", "institutions.count()"),
        ("床位2914张。", "institutions.beds()"),
        ("河口镇发现隐患21条。", "hazards.found(unit=河口镇)"),
        ("截至10月31日，尚未整改的隐患18条。", "hazards.open()"),
    ],
)
def test_another_value_is_an_error_that_names_fact_value_and_cells(
    known: Known, text: str, address: str
) -> None:
    found = next(one for one in told(known, text) if one.code == "GW551")
    assert found.severity == "error" and found.facts == (address,) and ".xlsx" in found.message


def test_figures_of_another_day_year_or_place_are_left_alone(known: Known) -> None:
    texts = (
        "截至2026年6月30日，发现隐患150条。",
        "2025年发现隐患241条。",
        "某镇发现隐患2条。",
        "上半年发现隐患90条。",
    )
    assert [one for text in texts for one in told(known, text) if one.code == "GW551"] == []


def test_a_figure_of_nobody_is_listed_and_requirements_are_not(known: Known) -> None:
    (found,) = told(known, "发放宣传册51234份，每年演练不少于77次。")
    assert (found.code, found.severity) == ("GW552", "info") and "51234" in found.where.quote
    assert told(known, "发放宣传册51234份。", title="安和县民政局关于做好宣传工作的通知") == []


def test_a_folder_that_is_no_workspace_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        known_of(tmp_path / "没有")
