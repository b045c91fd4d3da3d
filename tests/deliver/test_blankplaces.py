"""Every blank says where it is filled in, in the words of the files that the workspace has."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from reporter.deliver.blankplaces import Missing, by_place, places_of
from reporter.facts.fact import Fact
from reporter.intake.workspace import load_valid
from reporter.records.workspace import Workspace

SAMPLE = Path(__file__).resolve().parents[2] / "inputs" / "anhe-2026"


@pytest.fixture(scope="module")
def sample() -> Workspace:
    return load_valid(SAMPLE)[0]


def _fact(address: str, note: str = "", inputs: tuple[str, ...] = ()) -> Fact:
    family, _, name = address.partition(".")
    day = date(2026, 10, 31)
    return Fact(address, family, name, "数", None, "条", "99", "2026", day, note=note, inputs=inputs)


FACTS = {
    fact.address: fact
    for fact in (
        _fact("institutions.poor()", "3家没有填特困人员数"),
        _fact("hazards.found()", "没有隐患台账"),
        _fact("hazards.close_rate()", inputs=("hazards.found()",)),
        _fact("indicators.answer(code=X1)"),
        _fact("indicators.answer(code=X2)", inputs=("hazards.found()",)),
    )
}
REFS = {
    "联系电话": "text:campaign.yaml#contacts.main.phone",
    "行动主题": "text:campaign.yaml#campaign.slogan",
    "标题": "text:filings.yaml#year-end-summary@2026.title",
    "做法（texts/year-end-summary/做法.md）": "text:texts/year-end-summary/做法.md",
    "特困人员数": "fact:institutions.poor()",
    "整改率": "fact:hazards.close_rate()",
    "第一问": "answer:X1",
    "第二问": "answer:X2",
}
ROSTER = "安和县养老院服务质量建设专项行动领导小组"
IN_BOTH = {
    "发文字号的顺序号": "filings.yaml › year-end-summary（2026）那一段 › number（发文字号）",
    "标题": "filings.yaml › year-end-summary（2026）那一段 › title（标题）",
    "做法（texts/year-end-summary/做法.md）": "texts/year-end-summary/做法.md，在里面写文字",
    "特困人员数": "机构名册.xlsx（3家没有填特困人员数）",
    "整改率": "隐患台账.xlsx（还没有数据）",
    "第一问": "指标填报.xlsx › 编码 X1",
    "第二问": "隐患台账.xlsx（还没有数据）",
}
IN_YAML = {
    "联系电话": "campaign.yaml › contacts › main › phone（联系人 › 电话）",
    "行动主题": "campaign.yaml › slogan（主题）",
    "签发人": "campaign.yaml › agencies › head（部门 › 签发人）",
    f"{ROSTER}成员姓名": "campaign.yaml › rosters › person（领导小组 › 姓名）",
    f"{ROSTER}办公室主任": "campaign.yaml › rosters › office_head（领导小组 › 办公室主任）",
}
IN_WORKBOOK = {
    "联系电话": "基本信息.xlsx › 联系人 › 电话",
    "行动主题": "基本信息.xlsx › 基本信息 › 主题",
    "签发人": "基本信息.xlsx › 部门 › 签发人",
    f"{ROSTER}成员姓名": "基本信息.xlsx › 领导小组 › 姓名",
    f"{ROSTER}办公室主任": "基本信息.xlsx › 领导小组 › “办公室”一行的姓名",
}


@pytest.mark.parametrize(("basics", "own"), [("campaign.yaml", IN_YAML), ("基本信息.xlsx", IN_WORKBOOK)])
def test_each_blank_names_file_and_place(sample: Workspace, basics: str, own: dict[str, str]) -> None:
    workspace = replace(sample, digests={basics: "", "filings.yaml": ""})
    told = {**IN_BOTH, **own}
    filing = workspace.filing("year-end-summary@2026")
    assert places_of(told, Missing(REFS, FACTS), workspace, filing) == told


def test_a_gap_that_the_text_itself_leaves_is_told_as_such(sample: Workspace) -> None:
    filing = sample.filing("year-end-summary@2026")
    (place,) = places_of(["姓名"], Missing({}, {}), sample, filing).values()
    assert place == "文稿自带的空白，印出后手填，或改 templates/text/year-end-summary.md"


def test_a_single_text_is_its_own_place(sample: Workspace) -> None:
    alone = replace(sample, digests={"通知.md": ""})
    told = places_of(["签发人"], Missing({}, {}), alone, sample.filing("year-end-summary@2026"))
    assert told["签发人"].startswith("通知.md")


def test_blanks_are_grouped_by_place_in_the_order_of_the_paper() -> None:
    places = {"甲": "乙表", "做法（texts/a.md）": "texts/a.md，在里面写文字", "丙": "乙表"}
    assert by_place(places, places) == {"乙表": ["甲", "丙"], "texts/a.md，在里面写文字": ["做法"]}
