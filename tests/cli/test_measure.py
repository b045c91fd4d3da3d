"""`reporter measure`: the table, the JSON and the exit code."""

from __future__ import annotations

from pathlib import Path

from tests.check.paper import Paper
from tests.cli.answers import data
from tests.cli.conftest import Run


def page(path: Path, last: str) -> Path:
    """A PDF of one paragraph whose second line is `last`."""
    paper = Paper()
    sheet = paper.sheet()
    sheet.lines(0, ["　　" + "中" * 26, last, "文" * 28, "完。"])
    sheet.number(1)
    path.write_bytes(paper.data())
    return path


def test_a_right_file_ends_with_0_and_shows_item_required_measured_and_verdict(
    run: Run, tmp_path: Path
) -> None:
    result = run("measure", page(tmp_path / "right.pdf", "文" * 28))
    assert result.exit_code == 0, result.stdout
    line = next(line for line in result.stdout.splitlines() if "版心左边" in line)
    assert line.split()[0] == "合格"
    assert "28.00 ± 0.1 mm" in line
    assert "没有偏差" in result.stderr


def test_a_deviation_ends_with_1_and_quotes_the_line(run: Run, tmp_path: Path) -> None:
    wrong = page(tmp_path / "wrong.pdf", "，" + "文" * 27)
    result = run("measure", "--brief", wrong)
    assert result.exit_code == 1
    assert "避头尾，第1页，行首“，”：，文文" in result.stdout
    assert "版心左边" not in result.stdout


def test_json_is_one_object_for_all_files(run: Run, tmp_path: Path) -> None:
    right = page(tmp_path / "right.pdf", "文" * 28)
    wrong = page(tmp_path / "wrong.pdf", "，" + "文" * 27)
    answer = data(run("measure", "--json", right, wrong))
    assert answer["schema"] == "reporter/measure-1"
    assert answer["exit_code"] == 1
    assert [file["deviations"] for file in answer["files"]] == [0, 1]
    kinsoku = next(item for item in answer["files"][1]["items"] if item["item"] == "kinsoku")
    assert kinsoku["verdict"] == "偏差"
    assert kinsoku["where"][0]["page"] == 1


def test_a_missing_file_ends_with_2(run: Run, tmp_path: Path) -> None:
    result = run("measure", tmp_path / "none.pdf")
    assert result.exit_code == 2
    assert "找不到文件" in result.stderr


def test_a_file_that_cannot_be_read_keeps_no_other_from_being_measured(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    result = run("measure", tmp_path / "empty.pdf", page(tmp_path / "right.pdf", "文" * 28))
    assert result.exit_code == 1
    assert "empty.pdf：文件是空的" in result.stderr and "量了1个文件，1个没有量" in result.stderr
    alone = run("measure", tmp_path / "empty.pdf")
    assert alone.exit_code == 2 and "empty.pdf：文件是空的" in alone.stderr


def test_a_short_heading_is_no_full_line_where_the_margin_is_narrow(run: Run, tmp_path: Path) -> None:
    paper = Paper()
    sheet = paper.sheet()
    sheet.lines(0, ["一、总体要求", "文" * 28, "完。"])
    sheet.number(1)
    (tmp_path / "narrow.pdf").write_bytes(paper.data())
    told = data(run("measure", "--json", tmp_path / "narrow.pdf"))
    cells = next(item for item in told["files"][0]["items"] if item["item"] == "cells")
    assert cells["where"] == []
