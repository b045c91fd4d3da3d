"""Ledgers with one row per home: recognised, proposed, never read as if rows were hazards."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from msgspec.structs import replace

from reporter.deliver.copies import deliver_copies
from reporter.intake.annotate import annotate
from reporter.intake.layouts import PROPOSAL_NAME, items, split
from reporter.intake.problems import Code
from reporter.intake.readers.xlsx import read
from reporter.intake.workspace import load


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.通道堵塞；2.灭火器过期。", ["通道堵塞", "灭火器过期"]),
        ("1、甲\n2、乙\n3、丙", ["甲", "乙", "丙"]),
        ("（1）甲；（2）乙", ["甲", "乙"]),
        ("①甲；②乙", ["甲", "乙"]),
        ("1.宽度1.2米不足；2.乙", ["宽度1.2米不足", "乙"]),
        ("通道宽1.1米；应为1.2米", ["通道宽1.1米；应为1.2米"]),
        ("1.只有一条", ["1.只有一条"]),
        ("查出：1.甲；2.乙", ["查出：1.甲；2.乙"]),
    ],
)
def test_enumerations_are_split_only_when_they_are_some(text: str, expected: list[str]) -> None:
    assert items(text) == expected


def ledger(workspace: Any) -> Path:
    root: Path = workspace()
    title = ("2026年4月养老机构隐患排查台账", None, None, None, None)
    header = ("序号", "机构名称", "检查时间", "存在问题", "整改措施")
    rows = [
        (1, "河口镇敬老院", "15日", "1.通道堵塞；2.灭火器过期", "1.清理；2.更换"),
        (2, "河口镇敬老院", "2026-04-16", "食品未留样", "留样"),
    ]
    workspace.book(root / "隐患台账.xlsx", [title, header, *rows])
    return root


def test_one_row_per_home_is_one_error_with_a_proposal(workspace: Any, tmp_path_factory: Any) -> None:
    root = ledger(workspace)
    loaded = load(root)
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    assert [problem.code for problem in errors] == [Code.LAYOUT_PER_HOME]
    assert "2行里写了3条" in errors[0].message
    before = (root / "隐患台账.xlsx").read_bytes()
    out = tmp_path_factory.mktemp("out")
    paths = annotate(root, loaded.problems, out)
    assert out / PROPOSAL_NAME in paths
    assert (root / "隐患台账.xlsx").read_bytes() == before
    sheet = openpyxl.load_workbook(out / PROPOSAL_NAME)["隐患台账"]
    header = [cell.value for cell in sheet[1]]
    wanted = [header.index(name) for name in ("隐患编号", "发现日期", "隐患描述", "整改措施", "原表行号")]
    assert [[row[i].value for i in wanted] for row in sheet.iter_rows(min_row=2)] == [
        ["YH-2026-0001", "2026-04-15", "通道堵塞", "清理", "3"],
        ["YH-2026-0002", "2026-04-15", "灭火器过期", "更换", "3"],
        ["YH-2026-0003", "2026-04-16", "食品未留样", "留样", "4"],
    ]


def test_two_tables_with_a_row_per_home_have_one_proposal(workspace: Any, tmp_path_factory: Any) -> None:
    root = ledger(workspace)
    (root / "隐患台账2.xlsx").write_bytes((root / "隐患台账.xlsx").read_bytes())
    (one,) = (problem for problem in load(root).problems if problem.code is Code.LAYOUT_PER_HOME)
    both = [replace(one, where=replace(one.where, file=name)) for name in ("隐患台账.xlsx", "隐患台账2.xlsx")]
    out = tmp_path_factory.mktemp("out")
    assert annotate(root, both, out).count(out / PROPOSAL_NAME) == 1
    codes = [row[0].value for row in openpyxl.load_workbook(out / PROPOSAL_NAME)["隐患台账"].iter_rows(min_row=2)]
    assert codes == [f"YH-2026-{number:04d}" for number in range(1, 7)]
    written = deliver_copies(root, both, tmp_path_factory.mktemp("given"))
    assert [one.outcome for one in written] == ["written"] * 3


def test_a_single_crowded_cell_of_an_ordinary_ledger_is_a_warning(workspace: Any) -> None:
    loaded = load(workspace([workspace.hazard(隐患描述="1.甲；2.乙")]))
    assert loaded.workspace is not None
    crowded = [problem for problem in loaded.problems if problem.code is Code.SEVERAL_IN_ONE_CELL]
    assert [problem.where.cell for problem in crowded] == ["F2"]


def test_a_merged_title_completes_days_too(workspace: Any) -> None:
    root = ledger(workspace)
    book = openpyxl.load_workbook(root / "隐患台账.xlsx")
    book.worksheets[0].merge_cells("A1:E1")
    book.save(root / "隐患台账.xlsx")
    sheet = read(root / "隐患台账.xlsx", "隐患台账.xlsx")[0]
    assert split(sheet)[0].values["found_on"] == "2026-04-15"
