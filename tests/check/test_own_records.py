"""`check WS` also holds the workspace's own records against each other."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest

from reporter.check.finding import errors
from reporter.check.ownrecords import record_findings

SAMPLE = Path(__file__).resolve().parents[2] / "inputs" / "anhe-2026"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    target = tmp_path / "安和"
    shutil.copytree(SAMPLE, target)
    return target


def overrule(workspace: Path, code: str) -> None:
    """The one row of 覆盖 speaks of another answer."""
    path = workspace / "指标填报.xlsx"
    book = openpyxl.load_workbook(path)
    place = next(cell for row in book["覆盖"] for cell in row if cell.value == "X09.平台")
    place.value = code
    book.save(path)


def test_the_sample_has_no_errors_and_names_overdue_hazards(workspace: Path) -> None:
    found = record_findings(workspace)
    assert not errors(found)
    assert sum(one.code == "GW539" for one in found) == 8
    assert any(one.where.paragraph == "隐患台账.xlsx › 隐患台账 › X33" for one in found)


def test_a_yes_over_open_hazards_is_an_error(workspace: Path) -> None:
    overrule(workspace, "X06")
    (wrong,) = errors(record_findings(workspace))
    assert (wrong.code, wrong.clause) == ("GW553", "R5、R6")
    assert "X06" in wrong.message and "指标填报.xlsx › 覆盖" in wrong.where.paragraph
