"""`reporter check` with a workspace."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from reporter.cli.checkspace import against
from reporter.cli.commands.check import command
from reporter.errors import InputError

SAMPLE = Path(__file__).resolve().parents[2] / "inputs" / "anhe-2026"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    document = docx.Document()
    for text in (
        "安和县民政局关于养老院专项行动工作情况的报告",
        "临澜市民政局：",
        "全县共排查发现隐患190条，已整改174条。",
    ):
        document.add_paragraph(text)
    document.save(str(tmp_path / "报告.docx"))
    return tmp_path / "报告.docx"


def test_figures_are_held_against_the_workspace(report: Path) -> None:
    asked = [str(report), "--no-render", "--json"]
    alone = json.loads(CliRunner().invoke(command, asked).stdout)
    held = json.loads(CliRunner().invoke(command, [*asked, "--workspace", str(SAMPLE)]).stdout)
    codes = [[one["code"] for one in data["files"][0]["findings"]] for data in (alone, held)]
    assert "GW551" not in codes[0] and codes[1].count("GW551") == 2 and held["exit_code"] == 1
    assert any("hazards.found()" in one.get("facts", ()) for one in held["files"][0]["findings"])
    assert not any("hazards." in one["message"] for one in held["files"][0]["findings"])
    said = CliRunner().invoke(command, [*asked[:-1], "--workspace", str(SAMPLE)]).stdout
    assert "隐患.发现()" in said and "hazards." not in said


def test_a_workspace_stands_for_the_files_that_were_built_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SAMPLE, tmp_path / "安和")
    with pytest.raises(InputError, match="还没有生成文件"):
        against((Path("安和"),), None)
    (tmp_path / "outputs" / "安和").mkdir(parents=True)
    (tmp_path / "outputs" / "安和" / "manifest.json").write_text("{}", encoding="utf-8")
    paths, known = against((Path("安和"),), None)
    assert paths == (Path("outputs/安和"),) and known is not None and known.at("hazards.found()")


def test_without_a_workspace_nothing_is_known(tmp_path: Path) -> None:
    assert against((tmp_path,), None) == ((tmp_path,), None)
