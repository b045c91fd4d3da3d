"""`reporter new`: what it writes can be read back without a problem, and nothing is overwritten."""

import os
import subprocess
from pathlib import Path

import openpyxl
import pytest

from reporter.errors import InputError
from reporter.intake.blank import write_blank_workspace
from reporter.intake.problems import Code
from reporter.intake.workspace import load


def test_a_new_workspace_is_valid_before_anything_is_filled_in(tmp_path: Path) -> None:
    write_blank_workspace(tmp_path / "新")
    loaded = load(tmp_path / "新")
    assert loaded.workspace is not None, [str(problem) for problem in loaded.problems]
    assert {filing.kind for filing in loaded.workspace.filings} == {
        "implementation-plan", "notification-points", "year-end-summary", "rectification-lists", "filing-letter",
    }  # fmt: skip
    assert set(loaded.workspace.texts.values()) == {""}
    assert {problem.severity for problem in loaded.problems} <= {"info", "warning"}


def test_a_header_says_when_an_optional_column_is_needed(tmp_path: Path) -> None:
    write_blank_workspace(tmp_path / "新")
    for file, label, needed in (
        ("隐患台账", "整改完成时间", "已销号的必填"),
        ("机构名册", "关停日期", "已关停的必填"),
    ):
        sheet = openpyxl.load_workbook(tmp_path / "新" / f"{file}.xlsx")[file]
        (comment,) = (cell.comment for cell in sheet[2] if cell.value == label)
        assert comment is not None and comment.text == needed


def test_two_rows_filled_into_the_blank_workbooks_are_read(tmp_path: Path) -> None:
    write_blank_workspace(tmp_path / "新")
    path = tmp_path / "新" / "机构名册.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["机构名册"]
    columns = {cell.value: cell.column for cell in sheet[2]}
    row = {"机构编码": "H1", "机构名称": "甲院", "所属乡镇": "××镇", "机构性质": "民办", "备案状态": "已备案",
           "运营状态": "在营", "床位数（张）": 50}  # fmt: skip
    for label, value in row.items():
        sheet.cell(3, columns[label], value)
    book.save(path)
    loaded = load(tmp_path / "新")
    assert loaded.workspace is not None, [str(problem) for problem in loaded.problems]
    assert (loaded.workspace.institutions[0].name, loaded.workspace.institutions[0].beds) == ("甲院", 50)


def test_blank_workbooks_guide_the_clerk(tmp_path: Path) -> None:
    write_blank_workspace(tmp_path / "新")
    book = openpyxl.load_workbook(tmp_path / "新" / "隐患台账.xlsx")
    assert book.sheetnames == ["隐患台账", "填写说明"]
    sheet = book["隐患台账"]
    lists = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert lists["E3:E3000"] == '"消防,食品,建筑,特种设备,医疗,燃气,服务,非法集资,疫情"'
    assert sheet.column_dimensions["A"].number_format == "@"
    assert sheet["A2"].font.color.rgb == "FFC00000"
    assert openpyxl.load_workbook(tmp_path / "新" / "指标填报.xlsx").sheetnames == [
        "指标填报",
        "覆盖",
        "填写说明",
    ]


def test_nothing_that_exists_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "campaign.yaml").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match=r"campaign\.yaml"):
        write_blank_workspace(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["campaign.yaml"]
    assert (tmp_path / "campaign.yaml").read_text(encoding="utf-8") == "mine"


def test_double_click_entries_work_where_they_lie(tmp_path: Path) -> None:
    paths = {path.name: path for path in write_blank_workspace(tmp_path / "新")}
    for name in ("检查数据", "生成文件", "打开结果"):
        batch = paths[f"{name}.bat"].read_bytes()
        assert b"chcp 65001" in batch
        assert batch.count(b"\n") == batch.count(b"\r\n") > 5
        batch.decode("utf-8").encode("gbk")
        assert b"goto" not in batch and batch.startswith(b"@echo off\r\nchcp 65001 >nul\r\n")
        assert b"{" not in batch
        assert os.access(paths[f"{name}.sh"], os.X_OK)


def test_names_left_open_are_named_until_they_are_filled_in(tmp_path: Path) -> None:
    write_blank_workspace(tmp_path / "新", as_yaml=True)
    problems = load(tmp_path / "新").problems
    open_names = [str(problem.where) for problem in problems if problem.code == Code.YAML_PLACEHOLDER]
    assert open_names == ["campaign.yaml › 第15行", "indicators.yaml › 第50行"]
    for name in ("campaign.yaml", "indicators.yaml"):
        path = tmp_path / "新" / name
        path.write_text(path.read_text(encoding="utf-8").replace("××", "平川"), encoding="utf-8")
    assert Code.YAML_PLACEHOLDER not in {problem.code for problem in load(tmp_path / "新").problems}


def test_the_basics_come_as_a_workbook_or_as_a_text_file_never_both(tmp_path: Path) -> None:
    for name, as_yaml in (("表", False), ("文", True)):
        write_blank_workspace(tmp_path / name, as_yaml=as_yaml)
    assert (tmp_path / "表" / "基本信息.xlsx").exists() and not (tmp_path / "表" / "campaign.yaml").exists()
    assert (tmp_path / "文" / "campaign.yaml").exists() and not (tmp_path / "文" / "基本信息.xlsx").exists()
    workbook, text = (load(tmp_path / name) for name in ("表", "文"))
    assert workbook.workspace is not None and text.workspace is not None
    assert workbook.workspace.campaign == text.workspace.campaign
    open_name = next(one for one in workbook.problems if one.where.file == "基本信息.xlsx")
    assert (open_name.code, open_name.where.cell) == (Code.YAML_PLACEHOLDER, "B3")


def test_a_blank_workspace_says_nothing_of_the_sample_county(tmp_path: Path) -> None:
    for path in write_blank_workspace(tmp_path / "新"):
        if path.suffix in {".yaml", ".md"}:
            text = path.read_text(encoding="utf-8")
            assert not [word for word in ("岭东", "临澜", "安和", "example.com") if word in text], path.name


def test_a_double_click_entry_works_without_a_search_path(tmp_path: Path) -> None:
    write_blank_workspace(tmp_path / "新")
    entry = ["/bin/sh", str(tmp_path / "新" / "检查数据.sh")]
    bare = {"PATH": "/usr/bin:/bin"}
    done = subprocess.run(entry, env=bare, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_the_same_blank_workspace_twice_has_the_same_bytes(tmp_path: Path) -> None:
    first, second = (write_blank_workspace(tmp_path / name) for name in "ab")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_the_sample_county_is_copied_and_valid(tmp_path: Path) -> None:
    write_blank_workspace(tmp_path / "样", sample=True)
    loaded = load(tmp_path / "样")
    assert loaded.workspace is not None, [str(problem) for problem in loaded.problems]
    assert len(loaded.workspace.institutions) == 46
    assert len(loaded.workspace.hazards) > 150


def test_texts_wait_only_for_the_kinds_that_the_new_workspace_issues(tmp_path: Path) -> None:
    names = [path.relative_to(tmp_path) for path in write_blank_workspace(tmp_path)]
    texts = {name.parts[1] for name in names if name.parts[0] == "texts"}
    assert texts == {"implementation-plan", "year-end-summary"}
