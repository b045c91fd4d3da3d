"""`reporter pull`: what is listed, what is written with whose agreement, exit codes and JSON."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx as python_docx
import pytest
from click.testing import CliRunner

from reporter.cli import main, pulllines
from tests.cli.answers import data
from tests.cli.conftest import Run

FILING = "year-end-summary@2026"
SLOT = "texts/year-end-summary/主要做法.md"
Edit = Callable[..., Path]


@pytest.fixture
def built(sample: Path, run: Run) -> Path:
    assert run("build", sample, "--only", FILING, "--to", "docx").exit_code == 0
    return sample


@pytest.fixture
def edit(built: Path, tmp_path: Path) -> Edit:
    """A copy of the delivered file in which somebody typed over words."""

    def edited(**changes: str) -> Path:
        (file,) = (built.parent / "outputs" / built.name).glob("*.docx")
        opened = python_docx.Document(str(file))
        for old, new in changes.items():
            run = next(run for one in opened.paragraphs for run in one.runs if old in run.text)
            run.text = run.text.replace(old, new, 1)
        opened.save(str(tmp_path / "改过的.docx"))
        return tmp_path / "改过的.docx"

    return edited


def text(workspace: Path) -> str:
    return (workspace / SLOT).read_text(encoding="utf-8")


def test_an_unchanged_file_says_so(built: Path, edit: Edit, run: Run) -> None:
    result = run("pull", edit(), built)
    assert (result.exit_code, "没有改动" in result.stdout) == (0, True)


def test_without_a_terminal_and_without_yes_nothing_is_written(built: Path, edit: Edit, run: Run) -> None:
    before = text(built)
    result = run("pull", edit(全部查到="全部检查到位"), built)
    assert result.exit_code == 1
    assert f"1. ［可以写回］修改　正文第7段　→ {SLOT} 第1行" in result.stdout
    assert "［－查到－］［＋检查到位＋］" in result.stdout
    assert "什么也没有写" in result.stderr
    assert text(built) == before


def test_yes_writes_all_that_is_certain_and_names_the_next_step(built: Path, edit: Edit, run: Run) -> None:
    file = edit(全部查到="全部检查到位")
    result = run("pull", file, built, "--yes")
    assert result.exit_code == 0
    assert f"已写回1处：{SLOT}" in result.stderr
    assert f"reporter build {built}" in result.stderr
    assert "在营机构全部检查到位。" in text(built)
    assert run("build", built, "--only", FILING, "--to", "docx").exit_code == 0
    again = run("pull", file, built, "--yes")
    assert (again.exit_code, "已经改过1处" in again.stdout) == (0, True)


def test_a_figure_is_left_to_look_at(built: Path, edit: Edit, run: Run) -> None:
    result = run("pull", edit(全部查到="全部检查到位", 立行立改31条="立行立改35条"), built, "--yes")
    assert result.exit_code == 1
    assert "［不能写回］数字" in result.stdout
    assert "不能改：这个数由“立行立改数”得出" in result.stdout
    assert "隐患台账.xlsx" in result.stdout
    assert "立行立改{{ 隐患.立行立改数" in text(built)


def test_a_dry_run_writes_nothing(built: Path, edit: Edit, run: Run) -> None:
    before = text(built)
    assert run("pull", edit(全部查到="全部检查到位"), built, "--yes", "--dry-run").exit_code == 1
    assert text(built) == before


def test_numbers_choose_what_is_written(built: Path, edit: Edit, run: Run) -> None:
    file = edit(全部查到="全部检查到位", 全部妥善转移后关停="全部妥善安置后关停")
    assert run("pull", file, built, "--write", "2").exit_code == 1
    assert "全部查到" in text(built)
    assert "全部妥善安置后关停" in text(built)
    wrong = run("pull", file, built, "--write", "7")
    assert (wrong.exit_code, "没有第“7”条" in wrong.stderr) == (2, True)


@pytest.mark.parametrize(
    ("answers", "first", "second"),
    [("y\nn\n", True, False), ("n\ny\n", False, True), ("a\n", True, True), ("q\n", False, False)],
)
def test_at_a_terminal_each_change_is_asked_for(
    built: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch, answers: str, first: bool, second: bool
) -> None:
    monkeypatch.setattr(pulllines, "_at_terminal", lambda: True)
    file = edit(全部查到="全部检查到位", 全部妥善转移后关停="全部妥善安置后关停")
    result = CliRunner().invoke(main, ["pull", str(file), str(built)], input=answers)
    assert ("检查到位" in text(built), "妥善安置后" in text(built)) == (first, second)
    assert result.exit_code == (0 if first and second else 1)


def test_json_says_the_same(built: Path, edit: Edit, run: Run) -> None:
    found = data(run("pull", edit(全部查到="全部检查到位"), built, "--yes", "--json"))
    assert (found["schema"], found["exit_code"], found["filing"]) == ("reporter/pull-1", 0, FILING)
    (proposal,) = found["proposals"]
    assert (proposal["status"], proposal["files"], proposal["written"]) == ("ready", [SLOT], True)
    assert found["written"][0].endswith(SLOT)


def test_a_file_that_is_no_draft_is_an_error(built: Path, run: Run, tmp_path: Path) -> None:
    python_docx.Document().save(str(tmp_path / "别处.docx"))
    result = run("pull", tmp_path / "别处.docx", built)
    assert (result.exit_code, "不是由 reporter 生成" in result.stderr) == (2, True)
    assert run("pull", tmp_path / "没有.docx", built).exit_code == 2
    assert run("pull", "outputs", built).exit_code == 2


def test_a_workspace_without_that_filing_is_an_error(built: Path, edit: Edit, run: Run) -> None:
    filings = built / "filings.yaml"
    file = edit(全部查到="全部检查到位")
    filings.write_text(
        filings.read_text(encoding="utf-8").replace("kind: year-end-summary", "kind: filing-letter"),
        encoding="utf-8",
    )
    result = run("pull", file, built)
    assert result.exit_code == 2
    assert text(built)
