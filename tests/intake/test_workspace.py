"""A whole workspace: every problem at once, each with its cell; records when there is none."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from reporter.errors import InputError
from reporter.intake.problems import Code, Problem, ValidationFailed
from reporter.intake.workspace import Loaded, load, load_valid

Make = Any


def found(loaded: Loaded, code: Code) -> list[Problem]:
    return [problem for problem in loaded.problems if problem.code is code]


def test_a_faultless_workspace_becomes_records_that_know_their_cells(workspace: Make) -> None:
    loaded = load(workspace())
    assert loaded.workspace is not None
    assert {problem.severity for problem in loaded.problems} <= {"info"}
    hazard = loaded.workspace.hazards[0]
    assert (hazard.institution, hazard.found_on, hazard.funds) == ("H1", date(2026, 3, 5), Decimal("1.5"))
    assert str(hazard.cells["found_on"]) == "隐患台账.xlsx › 隐患台账 › C2"
    assert loaded.workspace.institutions[0].township == "河口镇"
    assert set(loaded.workspace.digests) == {"campaign.yaml", "机构名册.xlsx", "隐患台账.xlsx"}


def test_every_problem_is_reported_at_once(workspace: Make) -> None:
    bad = workspace.hazard(隐患编号="Y2", 机构名称="河口敬老园", 发现日期="3月5日", 隐患类别="消妨")
    loaded = load(workspace([bad, workspace.hazard(销号日期=None)]))
    assert loaded.workspace is None
    cells = {(problem.code, problem.where.cell) for problem in loaded.problems if problem.severity == "error"}
    assert cells == {
        (Code.HOME_UNKNOWN, "B2"),
        (Code.CELL_DATE, "C2"),
        (Code.CELL_CHOICE, "E2"),
        (Code.CLOSED_WITHOUT_DATE, "K3"),
    }
    assert "河口镇敬老院" in found(loaded, Code.HOME_UNKNOWN)[0].hint


def test_problems_have_the_json_shape(workspace: Make) -> None:
    problem = found(load(workspace([workspace.hazard(发现日期="3月5日")])), Code.CELL_DATE)[0]
    assert problem.as_dict() == {
        "code": "IN302",
        "severity": "error",
        "message": "日期没有写年份",
        "hint": "补上年份，如 2026年3月5日",
        "where": {"file": "隐患台账.xlsx", "sheet": "隐患台账", "cell": "C2", "column": "发现日期"},
        "value": "3月5日",
    }


def test_doubled_keys_name_both_cells(workspace: Make) -> None:
    problem = found(load(workspace([workspace.hazard(), workspace.hazard()])), Code.KEY_TWICE)[0]
    assert problem.where.cell == "A3"
    assert "A2" in problem.message


def test_two_homes_of_one_name_are_refused(workspace: Make) -> None:
    loaded = load(workspace(homes=[workspace.home(), workspace.home(机构编码="H2")]))
    assert found(loaded, Code.KEY_TWICE)
    assert found(loaded, Code.HOME_AMBIGUOUS)


def test_a_missing_key_is_proposed_in_the_series_of_the_others(workspace: Make) -> None:
    rows = [workspace.hazard(隐患编号="YH-2026-0007"), workspace.hazard(隐患编号=None)]
    problem = found(load(workspace(rows)), Code.KEY_MISSING)[0]
    assert (problem.severity, problem.proposal) == ("error", "YH-2026-0008")


def test_a_missing_key_column_gets_proposals_for_every_row(workspace: Make) -> None:
    root = workspace()
    workspace.book(root / "隐患台账.xlsx", [workspace.hazard_header[1:], workspace.hazard()[1:]])
    loaded = load(root)
    assert found(loaded, Code.COLUMN_MISSING)[0].where.column == "隐患编号"
    assert [(p.where.cell, p.proposal) for p in found(loaded, Code.KEY_MISSING)] == [("N2", "YH-0001")]


@pytest.mark.parametrize("name", ["H1", "Ｈ１", " 河口镇敬老院　", "河口镇 敬老院"])
def test_a_home_may_be_named_by_name_or_code(workspace: Make, name: str) -> None:
    loaded = load(workspace([workspace.hazard(机构名称=name)]))
    assert loaded.workspace is not None
    assert loaded.workspace.hazards[0].institution == "H1"


def test_name_and_code_of_one_row_must_agree(workspace: Make) -> None:
    root = workspace(homes=[workspace.home(), workspace.home(机构编码="H2", 机构名称="青石敬老院")])
    header = (*workspace.hazard_header, "机构编码")
    workspace.book(root / "隐患台账.xlsx", [header, (*workspace.hazard(), "H2")])
    assert found(load(root), Code.HOMES_DISAGREE)[0].where.cell == "B2"


def test_an_unknown_unit_is_named_with_its_nearest(workspace: Make) -> None:
    problem = found(load(workspace(homes=[workspace.home(所属乡镇="河囗镇")])), Code.UNIT_UNKNOWN)[0]
    assert "河口镇" in problem.hint


def test_visits_hold_codes_in_the_end(workspace: Make) -> None:
    root = workspace(homes=[workspace.home(), workspace.home(机构编码="H2", 机构名称="青石敬老院")])
    header = ("检查编号", "检查日期", "检查单位", "检查机构")
    workspace.book(root / "检查记录.xlsx", [header, ("J1", "2026-03-01", "民政局", "青石敬老院；H1\n")])
    loaded = load(root)
    assert loaded.workspace is not None
    assert loaded.workspace.visits[0].homes == "H2、H1"


def test_formulas_errors_and_lost_digits_are_found_at_their_cells(workspace: Make) -> None:
    root = workspace()
    header = (*workspace.home_header, "电话", "统一社会信用代码")
    row = (*workspace.home(床位数="=25*2", 入住老人数="#REF!"), "0000", 123456789012345678)
    workspace.book(root / "机构名册.xlsx", [header, row])
    codes = {
        problem.code: problem.where.cell for problem in load(root).problems if problem.severity == "error"
    }
    assert codes == {Code.CELL_FORMULA: "G2", Code.CELL_EXCEL_ERROR: "I2", Code.CELL_DIGITS_LOST: "K2"}


def test_a_number_merged_over_rows_is_not_counted_twice(workspace: Make) -> None:
    root = workspace()
    rows = [
        workspace.hazard_header,
        workspace.hazard(),
        workspace.hazard(隐患编号="Y2", **{"整改资金（万元）": None}),
    ]
    workspace.book(root / "隐患台账.xlsx", rows, lambda sheet: sheet.merge_cells("N2:N3"))
    assert {problem.where.cell for problem in found(load(root), Code.CELL_MERGED_NUMBER)} == {"N2"}


def test_a_workbook_may_hold_several_tables_and_csv_replaces_a_workbook(workspace: Make) -> None:
    root = workspace()
    (root / "隐患台账.xlsx").unlink()
    lines = [",".join(map(str, line)) for line in (workspace.hazard_header, workspace.hazard())]
    (root / "2026年风险隐患台账.csv").write_bytes("\r\n".join(lines).encode("gb18030"))
    book = openpyxl.load_workbook(root / "机构名册.xlsx")
    sheet = book.create_sheet("星级评定")
    for row in (("编号", "机构", "星级", "评定日期", "有效期至"), ("P1", "H1", "三星级", 45992, "2028.12.1")):
        sheet.append(row)
    book.create_sheet("草稿")["A1"] = "随手记"
    book.save(root / "机构名册.xlsx")
    loaded = load(root)
    assert loaded.workspace is not None, loaded.problems
    assert loaded.workspace.hazards[0].code == "Y1"
    assert (loaded.workspace.ratings[0].level, loaded.workspace.ratings[0].rated_on) == (
        "三级",
        date(2025, 12, 1),
    )
    assert [problem.where.sheet for problem in found(loaded, Code.SHEET_SKIPPED)] == ["草稿"]


def test_the_same_table_in_two_files_is_refused(workspace: Make) -> None:
    root = workspace()
    (root / "问题台账.csv").write_text(",".join(workspace.hazard_header), encoding="utf-8")
    assert "问题台账.csv" in found(load(root), Code.FILE_TWICE)[0].message


def test_history_is_read_like_the_present(workspace: Make) -> None:
    root = workspace()
    (root / "history" / "2025").mkdir(parents=True)
    (root / "隐患台账.xlsx").rename(root / "history" / "2025" / "隐患台账.xlsx")
    (root / "history" / "2025" / "机构名册.xlsx").write_bytes((root / "机构名册.xlsx").read_bytes())
    loaded = load(root)
    assert loaded.workspace is not None
    assert loaded.workspace.history["2025"].hazards[0].cells["code"].file == "history/2025/隐患台账.xlsx"
    assert loaded.workspace.hazards == ()


def test_texts_are_read_and_comments_alone_are_no_text(workspace: Make) -> None:
    root = workspace()
    (root / "texts" / "k").mkdir(parents=True)
    (root / "texts" / "k" / "甲.md").write_text("{## 在这里写 ##}\n", encoding="utf-8")
    (root / "texts" / "k" / "乙.md").write_bytes("\ufeff一段。\r\n".encode())
    loaded = load(root)
    assert loaded.workspace is not None
    assert loaded.workspace.texts == {"k/甲.md": "", "k/乙.md": "一段。\n"}
    (root / "texts" / "k" / "乙.md").write_text("第一行\n坏\ue000字\n", encoding="utf-8")
    assert found(load(root), Code.TEXT_CHARACTERS)[0].where.line == 2


def test_without_a_register_the_ledger_cannot_be_checked(workspace: Make) -> None:
    root = workspace()
    (root / "机构名册.xlsx").unlink()
    loaded = load(root)
    assert [problem.severity for problem in found(loaded, Code.FILE_MISSING)].count("error") == 1
    assert not found(loaded, Code.HOME_UNKNOWN)


def test_an_unreadable_workbook_is_one_problem_among_the_others(workspace: Make) -> None:
    root = workspace([workspace.hazard(发现日期="3月5日")])
    (root / "机构名册.xlsx").write_bytes(b"<html></html>")
    loaded = load(root)
    assert found(loaded, Code.FILE_NOT_A_WORKBOOK)
    assert found(loaded, Code.CELL_DATE)


def test_load_valid_raises_with_all_problems(workspace: Make) -> None:
    with pytest.raises(ValidationFailed, match="1处错误") as caught:
        load_valid(workspace([workspace.hazard(发现日期="3月5日")]))
    assert caught.value.exit_code == 1
    assert len(caught.value.problems) > 1


def test_no_folder_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="没有这个工作文件夹"):
        load(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("name", "change", "code", "line"),
    [
        ("campaign.yaml", lambda t: t.replace("superior: sj", "superior: xx"), Code.YAML_REFERENCE, 6),
        ("campaign.yaml", lambda t: t.replace("lead: mz", "leed: mz"), Code.YAML_KEY_UNKNOWN, 4),
        ("campaign.yaml", lambda t: t.replace("years: [2026]", "years: 二〇二六"), Code.YAML_VALUE, 2),
        ("campaign.yaml", lambda t: t.replace('code: "0101"', 'code: "01"'), Code.KEY_TWICE, 10),
        (
            "filings.yaml",
            lambda _: "filings:\n  - {kind: a, period: 2026, as_off: 2026-10-31}\n",
            Code.YAML_KEY_UNKNOWN,
            2,
        ),
        ("filings.yaml", lambda _: "- {kind: a, period: '2026', as_of: 10月底}\n", Code.YAML_VALUE, 1),
        ("filings.yaml", lambda _: "- kind: a\n", Code.YAML_MISSING, 1),
        ("filings.yaml", lambda _: "- {kind: a, period: 1}\n- {kind: a, period: 1}\n", Code.KEY_TWICE, 2),
        (
            "filings.yaml",
            lambda _: "- kind: work-brief\n  period: 1\n  attachments: [b@1]\n",
            Code.YAML_REFERENCE,
            3,
        ),
    ],
)
def test_configuration_problems_name_their_line(
    workspace: Make, name: str, change: Callable[[str], str], code: Code, line: int
) -> None:
    root = workspace()
    path = root / name
    path.write_text(change(path.read_text(encoding="utf-8") if path.exists() else ""), encoding="utf-8")
    problem = found(load(root), code)[0]
    assert (problem.where.file, problem.where.line) == (name, line)


def test_an_alias_of_two_units_is_refused(workspace: Make) -> None:
    root = workspace()
    path = root / "campaign.yaml"
    text = path.read_text(encoding="utf-8").replace("level: 县, parent", "level: 县, aliases: [河口], parent")
    path.write_text(text, encoding="utf-8")
    assert "“河口”" in found(load(root), Code.KEY_TWICE)[0].message


def test_a_lower_level_must_be_asked_earlier_than_its_superior(workspace: Make) -> None:
    root = workspace()
    path = root / "campaign.yaml"
    duty = "  - {{id: {0}, sender: {1}, receiver: {2}, kind: k, deliverable: 表, period: 1, due: {3}, due_text: 前}}\n"
    lines = duty.format("a", "乡镇", '"01"', "2026-11-10") + duty.format("b", '"01"', '"00"', "2026-11-10")
    path.write_text(f"{path.read_text(encoding='utf-8')}obligations:\n{lines}", encoding="utf-8")
    assert found(load(root), Code.DUE_ORDER)[0].where.line == 15
    path.write_text(path.read_text(encoding="utf-8").replace("2026-11-10", "2026-10-30", 1), encoding="utf-8")
    assert found(load(root), Code.DUE_ORDER) == []


def test_unknown_keys_are_answered_with_the_nearest(workspace: Make) -> None:
    root = workspace()
    (root / "filings.yaml").write_text("- {kind: a, period: 1, as_off: 2026-10-31}\n", encoding="utf-8")
    assert found(load(root), Code.YAML_KEY_UNKNOWN)[0].hint == "是不是“as_of”？"


def test_answers_are_checked_against_the_forms(workspace: Make) -> None:
    root = workspace()
    form = "- {id: f, title: 表, indicators: [{code: X1, label: 甲, type: yesno}, {code: X2, label: 乙, type: count}]}"
    (root / "indicators.yaml").write_text(form, encoding="utf-8")
    header = ("编码", "单位", "期间", "答复")
    rows = [("X1", "小县", "2026", "大概"), ("X2", "小县", "2026", "3"), ("X9", "全县", "2026", "是")]
    workspace.book(root / "指标填报.xlsx", [header, *rows])
    loaded = load(root)
    assert found(loaded, Code.ANSWER_TYPE)[0].where.cell == "D2"
    assert found(loaded, Code.UNIT_UNKNOWN)[0].where.cell == "B4"


def test_basic_data_may_stand_in_a_workbook(workspace: Make) -> None:
    root = workspace()
    (root / "campaign.yaml").unlink()
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "基本信息"
    for row in (("项目", "内容"), ("行动名称", "行动"), ("年度", 2026), ("本单位编码", "01"), ("主办单位", "mz"),
                ("发文单位", "mz"), ("上级单位", "mz")):  # fmt: skip
        sheet.append(row)
    units = book.create_sheet("单位")
    for row in (
        ("编码", "名称", "层级", "别名"),
        ("01", "小县", "县", "全县"),
        ("0101", "河口镇", "乡镇", "河口、河口街"),
    ):
        units.append(row)
    agencies = book.create_sheet("部门")
    for row in (
        ("代号", "全称", "简称", "单位编码", "系统", "层级"),
        ("mz", "小县民政局", "县民政局", "01", "民政", "县城"),
    ):
        agencies.append(row)
    book.save(root / "基本信息.xlsx")
    problem = found(load(root), Code.CELL_CHOICE)[0]
    assert (problem.where.sheet, problem.where.cell) == ("部门", "F2")
    agencies["F2"] = "县"
    book.save(root / "基本信息.xlsx")
    loaded = load(root)
    assert loaded.workspace is not None, loaded.problems
    assert loaded.workspace.units["0101"].aliases == ("河口", "河口街")


def test_a_table_in_a_format_that_nobody_reads_is_not_passed_over(workspace: Make) -> None:
    root = workspace()
    (root / "隐患台账.xlsx").rename(root / "隐患台账.ods")
    problem = found(load(root), Code.FILE_OLD_FORMAT)[0]
    assert (problem.severity, problem.where.file) == ("error", "隐患台账.ods")
    (root / "隐患台账照片").mkdir()
    (root / "隐患台账.ods").unlink()
    assert found(load(root), Code.FILE_UNREADABLE) == []


def test_marks_that_turn_the_line_are_taken_out_of_texts_with_a_word(workspace: Make) -> None:
    root = workspace()
    (root / "texts" / "k").mkdir(parents=True)
    (root / "texts" / "k" / "a.md").write_text("一行\n甲\u202e乙\n", "utf-8")
    loaded = load(root)
    assert [str(problem.where) for problem in found(loaded, Code.CELL_INVISIBLE)] == ["texts/k/a.md › 第2行"]
    assert loaded.workspace is not None
    assert loaded.workspace.texts["k/a.md"] == "一行\n甲乙\n"


def test_a_classified_system_is_declared_with_who_and_when(workspace: Make) -> None:
    root = workspace()
    campaign = root / "campaign.yaml"
    text = campaign.read_text(encoding="utf-8")
    campaign.write_text(f"{text}classified_system: true\n", encoding="utf-8")
    (problem,) = [one for one in load(root).problems if one.severity == "error"]
    assert "没有写谁在何时声明" in problem.message
    more = "classified_by: 周某某（县保密办）\nclassified_on: 2026-03-01\n"
    campaign.write_text(f"{text}classified_system: true\n{more}", encoding="utf-8")
    loaded = load(root).workspace
    assert loaded is not None
    assert loaded.campaign.may_classify


def test_a_folder_of_results_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / ".reporter").mkdir()
    openpyxl.Workbook().save(tmp_path / "通报要点（数据核对表）.xlsx")
    with pytest.raises(InputError, match="这是放结果的文件夹，不是工作文件夹"):
        load(tmp_path)


def test_a_workbook_that_is_no_table_is_told_once_and_a_sheet_of_one_by_its_name(workspace: Make) -> None:
    root = workspace()
    book = openpyxl.Workbook()
    book.active.append(["电话", "地址"])
    book.save(root / "通讯录.xlsx")
    ledger = openpyxl.load_workbook(root / "隐患台账.xlsx")
    ledger.create_sheet("备忘").append(["下周", "开会"])
    ledger.save(root / "隐患台账.xlsx")
    told = [(str(one.code), one.where.file, one.where.sheet) for one in load(root).problems]
    assert [one for one in told if one[0] in ("IN108", "IN208")] == [
        ("IN108", "通讯录.xlsx", ""),
        ("IN208", "隐患台账.xlsx", "备忘"),
    ]
