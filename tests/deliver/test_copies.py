"""Coloured copies of one check reach the disk together."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from reporter.deliver import writing
from reporter.deliver.copies import deliver_copies
from reporter.deliver.writing import WriteError
from reporter.intake.problems import Code, Problem, Where, error


def problems(root: Path, *names: str) -> list[Problem]:
    for name in names:
        (root / name).write_text("隐患编号\nY1\n", encoding="utf-8")
    return [error(Code.CELL_EMPTY, "没有填", "请填写", Where(name, cell="A2")) for name in names]


def test_tables_of_one_name_have_a_copy_each(tmp_path: Path) -> None:
    given = problems(tmp_path, "台账.csv", "台账.CSV")
    assert [one.outcome for one in deliver_copies(tmp_path, given, tmp_path / "out")] == ["written"] * 2
    copies = sorted(path.name for path in (tmp_path / "out" / "数据检查").iterdir())
    assert copies == ["（标注）台账.CSV.xlsx", "（标注）台账.csv.xlsx"]


def test_a_disk_that_refuses_one_copy_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = problems(tmp_path, "台账.csv", "机构.csv")
    flushed: list[int] = []

    def full(handle: int) -> None:
        flushed.append(handle)
        if len(flushed) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(writing.os, "fsync", full)
    with pytest.raises(WriteError, match="磁盘空间不足"):
        deliver_copies(tmp_path, given, tmp_path / "out")
    assert list((tmp_path / "out").rglob("*.xlsx")) == []
