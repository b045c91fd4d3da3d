"""基本信息.xlsx says all that campaign.yaml says, in the words of a clerk, and names the cell of every mistake."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openxml_audit import OpenXmlValidator

from reporter.intake import basics
from reporter.intake.basicsbook import basics_book
from reporter.intake.basicsform import FORMS, ITEMS
from reporter.intake.configuration import entry
from reporter.intake.problems import Code, Problem
from reporter.intake.readers import yaml
from reporter.intake.tree import Tree
from reporter.intake.workspace import load
from reporter.records.campaign import Campaign

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "inputs" / "anhe-2026" / "campaign.yaml"
STARTER = ROOT / "reporter" / "intake" / "starter" / "campaign.yaml"


def _through_the_workbook(folder: Path, data: object) -> tuple[Campaign | None, list[Problem]]:
    assert isinstance(data, dict)
    path = folder / "基本信息.xlsx"
    path.write_bytes(basics_book(data))
    problems: list[Problem] = []
    tree = basics.read(path, problems)
    assert tree is not None
    campaign, faults = entry(Campaign, tree)
    return campaign, [*problems, *faults]


@pytest.mark.parametrize("source", [SAMPLE, STARTER], ids=["sample", "starter"])
def test_a_campaign_survives_the_workbook(tmp_path: Path, source: Path) -> None:
    data = yaml.read(source, "campaign.yaml").data
    assert _through_the_workbook(tmp_path, data) == (Campaign.of(data), [])


def test_every_field_of_a_campaign_has_a_place_in_the_workbook() -> None:
    assert {one.key for one in ITEMS} | {form.key for form in FORMS} == set(Campaign.declared())


def test_two_rosters_texts_of_ones_own_and_odd_settings_survive(tmp_path: Path) -> None:
    data = yaml.read(STARTER, "campaign.yaml").data
    data |= {"grid": "characters", "fonts": "system", "sample": "true", "extra": {"热线": "0000-123"}}
    data["rosters"] += [{"id": "second", "title": "工作专班", "members": [{"role": "组长", "person": "甲"}]}]
    data["units"][2] |= {"valid_from": "2025-01-01", "valid_to": "2026-12-31"}
    data["agencies"][0]["seal_suffix"] = "（代）"
    assert _through_the_workbook(tmp_path, data) == (Campaign.of(data), [])


Change = Callable[[Workbook], None]


def _new(folder: Path, change: Change) -> Path:
    folder.mkdir()
    (folder / "基本信息.xlsx").write_bytes(basics_book(yaml.read(STARTER, "campaign.yaml").data))
    book = openpyxl.load_workbook(folder / "基本信息.xlsx")
    change(book)
    book.save(folder / "基本信息.xlsx")
    return folder


def _put(sheet: str, cell: str, value: object) -> Change:
    def change(book: Workbook) -> None:
        book[sheet][cell] = value

    return change


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "code", "told"),
    [
        ("部门", "B3", None, Code.YAML_MISSING, "缺少“全称”"),
        ("基本信息", "B3", None, Code.YAML_MISSING, "缺少“行动名称”"),
        ("部门", "F4", "县里", Code.CELL_CHOICE, "没有“县里”这一项"),
        ("基本信息", "B6", "县民政", Code.YAML_REFERENCE, "没有“县民政”"),
        ("基本信息", "B4", "二〇二六", Code.YAML_VALUE, "“年度”：这里要写整数"),
        ("单位", "A5", "000001", Code.KEY_TWICE, "工作表“单位” 里“000001”写了两次"),
        ("报送要求", "D3", "通报要", Code.CELL_CHOICE, "没有“通报要”这种文种"),
        ("报送要求", "G3", "10月30日", Code.CELL_DATE, "日期没有写年份"),
        ("报送要求", "B3", "平川乡", Code.YAML_REFERENCE, "没有“平川乡”"),
        ("报送要求", "B3", "××乡", Code.YAML_REFERENCE, "“××乡”还没有换成本地的名称"),
        ("任务", "B3", "甲\x0b乙", Code.CELL_CHARACTERS, "有不能打印的字符"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_sheet_and_cell(
    tmp_path: Path, sheet: str, cell: str, value: object, code: Code, told: str
) -> None:
    if code == Code.CELL_CHARACTERS:
        value = "甲\ue123乙"
    problems = load(_new(tmp_path / "ws", _put(sheet, cell, value))).problems
    problem = next(one for one in problems if one.code == code)
    assert (problem.where.sheet, problem.where.cell) == (sheet, cell)
    assert told in problem.message
    errors = [one for one in problems if one.severity == "error"]
    assert len({str(one.where) for one in errors}) == len(errors), [str(one) for one in errors]
    assert not any(
        word in f"{problem.message}{problem.hint}" for word in ("full_name", "issuers", "yaml", "units")
    )


def test_the_nearest_name_is_one_of_the_clerks_names(tmp_path: Path) -> None:
    problems = load(_new(tmp_path / "ws", _put("基本信息", "B6", "县民政"))).problems
    assert next(one for one in problems if one.code == Code.YAML_REFERENCE).hint == "是不是“县民政局”？"


def _tree(folder: Path, change: Change) -> Tree:
    tree = basics.read(_new(folder / "ws", change) / "基本信息.xlsx", [])
    assert tree is not None
    return tree


def test_entries_without_a_code_are_called_by_their_name(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        for row in range(3, 9):
            book["部门"].cell(row, 1).value = None
        book["联系人"]["A3"] = None

    campaign, problems = entry(Campaign, _tree(tmp_path, change))
    assert campaign is not None and not problems
    assert campaign.lead == campaign.issuers[0] == campaign.contacts[0].agency == "县民政局"
    assert campaign.contacts[0].id == "main"


def test_zeros_shown_by_a_format_belong_to_a_code(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["单位"]["A3"] = 0
        book["单位"]["A3"].number_format = "000000"

    assert _tree(tmp_path, change).value(("units", 0, "code")) == "000000"


def test_rows_of_examples_are_not_read(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(_new(tmp_path / "ws", lambda book: None) / "基本信息.xlsx")
    assert book["上级文件"]["B3"].value.startswith("例：")
    workspace = load(tmp_path / "ws").workspace
    assert workspace is not None
    assert workspace.campaign.parent_documents == workspace.campaign.targets == ()


def test_a_list_merged_over_its_members_loses_none(tmp_path: Path) -> None:
    tree = _tree(tmp_path, lambda book: book["领导小组"].merge_cells("A3:A5"))
    assert len(tree.value(("rosters", 0, "members"))) == 3


def test_words_nobody_knows_are_told_and_not_read(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["部门"]["M2"] = "电话号码"
        book["基本信息"]["A16"], book["基本信息"]["B16"] = "行动名", "甲"
        book.create_sheet("联系")

    problems = load(_new(tmp_path / "ws", change)).problems
    told = {str(one.where): one.hint for one in problems if one.severity == "warning"}
    assert told["基本信息.xlsx › 部门 › M2 › “电话号码”"]
    assert told["基本信息.xlsx › 基本信息 › A16 › “行动名”"] == "是不是“行动名称”？"
    assert told["基本信息.xlsx › 联系"] == "是不是“联系人”？"


def test_drop_down_lists_offer_units_and_kinds(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(_new(tmp_path / "ws", lambda book: None) / "基本信息.xlsx")
    kinds = {str(rule.sqref): rule.formula1 for rule in book["报送要求"].data_validations.dataValidation}
    assert "通报要点" in kinds["D3:D500"]
    levels = {str(rule.sqref): rule.formula1 for rule in book["单位"].data_validations.dataValidation}
    assert levels["C3:C500"] == '"国家,省,市,县,乡镇,机构"'


@pytest.mark.parametrize("source", [SAMPLE, STARTER], ids=["sample", "starter"])
def test_a_strict_reader_accepts_the_workbook(tmp_path: Path, source: Path) -> None:
    path = tmp_path / "基本信息.xlsx"
    path.write_bytes(basics_book(yaml.read(source, "campaign.yaml").data))
    result = OpenXmlValidator().validate(str(path))
    assert result.is_valid, [str(error) for error in result.errors][:5]
