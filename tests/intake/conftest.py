"""Tiny workspaces, written in the test that uses them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

CAMPAIGN = """\
name: 行动
years: [2026]
unit: "01"
lead: mz
issuers: [mz]
superior: sj
units:
  - {code: "00", name: 大市, level: 市}
  - {code: "01", name: 小县, level: 县, parent: "00"}
  - {code: "0101", name: 河口镇, level: 乡镇, parent: "01", aliases: [河口]}
agencies:
  - {id: mz, full_name: 小县民政局, short_name: 县民政局, unit: "01", system: 民政, level: 县}
  - {id: sj, full_name: 大市民政局, short_name: 市民政局, unit: "00", system: 民政, level: 市}
"""
HOME_HEADER = (
    "机构编码",
    "机构名称",
    "所属乡镇",
    "机构性质",
    "备案状态",
    "运营状态",
    "床位数",
    "护理型床位数",
    "入住老人数",
)
HOME = ("H1", "河口镇敬老院", "河口", "敬老院", "已备案", "在营", 50, 20, 30)
HAZARD_HEADER = (
    "隐患编号", "机构名称", "发现日期", "发现方式", "隐患类别", "隐患描述", "隐患等级", "整改时限", "整改完成时间",
    "整改状态", "销号日期", "复核人", "复核日期", "整改资金（万元）",
)  # fmt: skip
HAZARD = ("Y1", "河口镇敬老院", "2026-03-05", "自查", "消防", "通道堵塞", "一般", "2026-04-01", "2026-03-20",
          "已销号", "2026-03-25", "李某", "2026-03-22", 1.5)  # fmt: skip
Rows = Sequence[Sequence[object]]


def write_book(path: Path, rows: Rows, change: Callable[[Worksheet], None] | None = None) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = path.stem
    for row in rows:
        sheet.append(list(row))
    if change:
        change(sheet)
    book.save(path)
    return path


def hazard(**changes: object) -> tuple[object, ...]:
    """The faultless hazard row with some columns changed (by header)."""
    return tuple(changes.get(name, value) for name, value in zip(HAZARD_HEADER, HAZARD, strict=True))


def home(**changes: object) -> tuple[object, ...]:
    return tuple(changes.get(name, value) for name, value in zip(HOME_HEADER, HOME, strict=True))


@pytest.fixture
def workspace(tmp_path: Path) -> Callable[..., Path]:
    """A function that writes a workspace with one home and the given hazard rows."""

    def make(hazards: Rows = (HAZARD,), homes: Rows = (HOME,)) -> Path:
        (tmp_path / "campaign.yaml").write_text(CAMPAIGN, encoding="utf-8")
        write_book(tmp_path / "机构名册.xlsx", [HOME_HEADER, *homes])
        write_book(tmp_path / "隐患台账.xlsx", [HAZARD_HEADER, *hazards])
        return tmp_path

    make.hazard, make.home, make.book = hazard, home, write_book  # type: ignore[attr-defined]
    make.hazard_header, make.home_header = HAZARD_HEADER, HOME_HEADER  # type: ignore[attr-defined]
    return make
