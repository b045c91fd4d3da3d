"""Copies with coloured, commented cells; the originals stay as they are."""

from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font

from reporter.intake.annotate import annotate
from reporter.intake.workspace import load


def test_faulty_cells_are_coloured_and_commented_and_formats_kept(
    workspace: Any, tmp_path_factory: Any
) -> None:
    root: Path = workspace()
    rows = [workspace.hazard_header, workspace.hazard(发现日期="3月5日"), workspace.hazard(隐患编号=None)]

    def styled(sheet: Any) -> None:
        sheet["D2"].font = Font(bold=True)
        sheet["C2"].comment = Comment("我写的", "某")

    workspace.book(root / "隐患台账.xlsx", rows, styled)
    before = (root / "隐患台账.xlsx").read_bytes()
    out: Path = tmp_path_factory.mktemp("out")
    paths = annotate(root, load(root).problems, out)
    assert [path.name for path in paths] == ["（标注）隐患台账.xlsx"]
    assert (root / "隐患台账.xlsx").read_bytes() == before
    book = openpyxl.load_workbook(paths[0])
    assert book.sheetnames == ["问题清单", "隐患台账"]
    sheet = book["隐患台账"]
    assert sheet["C2"].fill.fgColor.rgb == "FFFFC7CE"
    assert "没有写年份" in sheet["C2"].comment.text
    assert "我写的" in sheet["C2"].comment.text
    assert sheet["D2"].font.bold
    assert sheet["A3"].value == "Y2"
    listed = [[cell.value for cell in row[:4]] for row in book["问题清单"].iter_rows(min_row=2)]
    assert ["1", "错误", "隐患台账", "C2"] in listed


def test_the_list_in_front_leads_to_the_cells_even_in_a_copy_of_a_copy(workspace: Any, tmp_path_factory: Any) -> None:
    root: Path = workspace([workspace.hazard(发现日期="3月5日")])
    for _ in range(2):
        (copied,) = annotate(root, load(root).problems, tmp_path_factory.mktemp("out"))
        (root / "隐患台账.xlsx").write_bytes(copied.read_bytes())
    book = openpyxl.load_workbook(copied)
    degree, link, words = book.worksheets[0]["B2"], book.worksheets[0]["D2"], book.worksheets[0]["F2"]
    assert link.hyperlink.location == f"'隐患台账'!{link.value}" and link.font.underline == "single"
    assert degree.fill.fgColor.rgb == "FFFFC7CE" and words.fill.fill_type is None
    assert words.alignment.wrap_text and words.font.name == book["隐患台账"]["A1"].font.name


def test_the_same_problems_give_the_same_bytes(workspace: Any, tmp_path_factory: Any) -> None:
    root = workspace([workspace.hazard(发现日期="3月5日")])
    problems = load(root).problems
    first, second = (
        annotate(root, problems, tmp_path_factory.mktemp("out"))[0].read_bytes() for _ in range(2)
    )
    assert first == second


def test_csv_is_copied_into_a_workbook_with_values_as_text(workspace: Any, tmp_path_factory: Any) -> None:
    root: Path = workspace()
    (root / "隐患台账.xlsx").unlink()
    row = workspace.hazard(发现日期="3月5日", 隐患描述="=1+1", 机构名称="坏\ue000院")
    lines = [",".join(map(str, line)) for line in (workspace.hazard_header, row)]
    (root / "隐患台账.csv").write_text("\n".join(lines), encoding="utf-8")
    path = annotate(root, load(root).problems, tmp_path_factory.mktemp("out"))[0]
    sheet = openpyxl.load_workbook(path)["隐患台账"]
    assert (sheet["F2"].value, sheet["F2"].data_type) == ("=1+1", "s")


def test_tables_of_one_name_have_a_copy_each(workspace: Any, tmp_path_factory: Any) -> None:
    root: Path = workspace([workspace.hazard(发现日期="3月5日")])
    rows = (workspace.hazard_header, workspace.hazard(隐患编号="Y9", 发现日期="3月9日"))
    text = "\n".join(",".join(map(str, line)) for line in rows)
    (root / "隐患台账.csv").write_text(text, encoding="utf-8")
    paths = annotate(root, load(root).problems, tmp_path_factory.mktemp("out"))
    assert [path.name for path in paths] == ["（标注）隐患台账.csv.xlsx", "（标注）隐患台账.xlsx"]
    assert [openpyxl.load_workbook(path)["隐患台账"]["A2"].value for path in paths] == ["Y9", "Y1"]


def test_unreadable_files_are_left_alone(workspace: Any, tmp_path_factory: Any) -> None:
    root: Path = workspace()
    (root / "机构名册.xlsx").write_bytes(b"nothing")
    out: Path = tmp_path_factory.mktemp("out")
    assert annotate(root, load(root).problems, out) == []
    assert list(out.iterdir()) == []
