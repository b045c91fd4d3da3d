"""`reporter validate` and `reporter new`: what a clerk sees when her workbooks are right, and when they are not."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from reporter.cli.problems import by_file
from reporter.intake.problems import Code, Where, error, warning
from tests.cli.answers import break_cell, data


def test_a_new_workspace_has_no_errors(run) -> None:
    made = run("new", "我县")
    assert made.exit_code == 0
    assert "隐患台账.xlsx" in made.stdout and "reporter validate 我县" in made.stderr
    checked = run("validate", "我县", "--json")
    assert checked.exit_code == 0
    assert data(checked)["errors"] == 0


def test_new_never_writes_over_a_file(run, tmp_path: Path) -> None:
    (tmp_path / "旧").mkdir()
    (tmp_path / "旧" / "campaign.yaml").write_text("mine", encoding="utf-8")
    refused = run("new", "旧")
    assert refused.exit_code == 2
    assert "campaign.yaml" in refused.stderr
    assert [path.name for path in (tmp_path / "旧").iterdir()] == ["campaign.yaml"]


def test_the_sample_is_valid_and_strict_counts_its_reminders(run, sample: Path) -> None:
    assert run("validate", sample).exit_code == 0
    strict = run("validate", sample, "--strict")
    assert strict.exit_code == 1
    assert "[提醒 IN503]" in strict.stdout


def test_every_problem_is_told_with_its_cell_and_marked_in_a_copy(run, sample: Path, tmp_path: Path) -> None:
    before = (sample / "机构名册.xlsx").read_bytes()
    cell = break_cell(sample / "隐患台账.xlsx", "隐患等级", "大大的")
    result = run("validate", sample)
    assert result.exit_code == 1
    assert "隐患台账.xlsx\n" in result.stdout and f" › {cell} › “隐患等级”" in result.stdout
    assert "怎么办：" in result.stdout
    assert "1处错误" in result.stderr
    copy = tmp_path / "outputs" / "anhe" / "数据检查" / "（标注）隐患台账.xlsx"
    assert str(copy.relative_to(tmp_path)) in result.stderr
    assert openpyxl.load_workbook(copy)["隐患台账"][cell].comment is not None
    assert (sample / "机构名册.xlsx").read_bytes() == before


def test_many_reminders_of_one_kind_are_told_once_with_all_places() -> None:
    late = [
        warning(Code.OVERDUE, f"逾期{row}天", "核对日期", Where("隐患台账.xlsx", "台账", f"X{row}", "整改完成时间"))
        for row in range(3, 15)
    ]
    wrong = error(Code.CELL_DATE, "不是日期", "写成2026-03-01", Where("隐患台账.xlsx", "台账", "X99"))
    told = list(by_file([*late, wrong]))
    assert told[0] == "隐患台账.xlsx" and "[错误" in told[1]
    assert [line for line in told if "逾期" in line] == ["  [提醒 IN503] 台账 › X3 › “整改完成时间”：逾期3天"]
    assert "      同样的还有11处：X4、X5、X6、X7、X8、X9、X10、X11、X12、X13、X14" in told
    assert told.count("      怎么办：核对日期") == 1


def test_the_json_has_one_shape(run, sample: Path) -> None:
    cell = break_cell(sample / "隐患台账.xlsx", "隐患等级", "大大的")
    result = run("validate", sample, "--json")
    told = data(result)
    assert result.exit_code == told["exit_code"] == 1
    assert told["schema"] == "reporter/validate-1"
    assert (told["workspace"], told["errors"]) == ("anhe", 1)
    worst = told["problems"][0]
    assert worst["severity"] == "error" and worst["where"]["cell"] == cell and worst["value"] == "大大的"
    assert set(worst) >= {"code", "severity", "message", "hint", "where", "value"}
    assert len(told["copies"]) == 1


def test_a_copy_that_was_edited_is_not_overwritten(run, sample: Path, tmp_path: Path) -> None:
    break_cell(sample / "隐患台账.xlsx", "隐患等级", "大大的")
    run("validate", sample)
    folder = tmp_path / "outputs" / "anhe" / "数据检查"
    copy = folder / "（标注）隐患台账.xlsx"
    book = openpyxl.load_workbook(copy)
    book.worksheets[0]["A1"] = "她改的"
    book.save(copy)
    edited = copy.read_bytes()
    result = run("validate", sample)
    assert copy.read_bytes() == edited
    assert (folder / "（标注）隐患台账（新）.xlsx").is_file() and "（新）" in result.stderr


def test_no_such_workspace(run) -> None:
    result = run("validate", "nowhere")
    assert result.exit_code == 2
    assert "没有这个工作文件夹" in result.stderr


def test_a_workbook_instead_of_its_folder(run, sample: Path) -> None:
    for command in (("validate",), ("build",), ("list", "facts")):
        result = run(*command, sample / "隐患台账.xlsx")
        assert result.exit_code == 2
        assert f"请给出它所在的文件夹：{sample}" in result.stderr


def test_copies_of_mended_workbooks_go_unless_somebody_edited_them(run, sample: Path, tmp_path: Path) -> None:
    whole = (sample / "隐患台账.xlsx").read_bytes()
    copy = tmp_path / "outputs" / "anhe" / "数据检查" / "（标注）隐患台账.xlsx"
    break_cell(sample / "隐患台账.xlsx", "隐患等级", "大大的")
    run("validate", sample)
    assert copy.exists()
    (sample / "隐患台账.xlsx").write_bytes(whole)
    mended = run("validate", sample)
    assert mended.exit_code == 0 and not copy.exists()
    assert "已删去：（标注）隐患台账.xlsx" in mended.stderr
    break_cell(sample / "隐患台账.xlsx", "隐患等级", "大大的")
    run("validate", sample)
    copy.write_bytes(copy.read_bytes() + b"x")
    (sample / "隐患台账.xlsx").write_bytes(whole)
    assert "有人改过，没有删" in run("validate", sample).stderr
    assert copy.exists()
