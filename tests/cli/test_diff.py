"""`reporter diff`: drafts of a workspace, workspaces, files, a file and its workspace; exit codes and JSON."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import docx as python_docx
import pytest
from PIL import Image

from tests.cli.answers import data
from tests.cli.conftest import Run

FILING = "year-end-summary@2026"
SLOT = "texts/year-end-summary/下一步工作.md"


@pytest.fixture
def built(sample: Path, run: Run) -> Path:
    assert run("build", sample, "--only", FILING, "--to", "docx").exit_code == 0
    return sample


def rewrite(workspace: Path) -> None:
    slot = workspace / SLOT
    slot.write_text(
        slot.read_text(encoding="utf-8").replace("纳入年度计划", "全部纳入年度计划"), encoding="utf-8"
    )


def delivered(workspace: Path) -> Path:
    (file,) = (workspace.parent / "outputs" / workspace.name).glob("*.docx")
    return file


def test_a_file_does_not_differ_from_itself(built: Path, run: Run) -> None:
    result = run("diff", delivered(built), delivered(built))
    assert (result.exit_code, "没有差别" in result.stdout) == (0, True)


def test_one_draft_has_nothing_to_be_compared_with(built: Path, run: Run) -> None:
    result = run("diff", built, FILING)
    assert result.exit_code == 2
    assert f"没有可以比较的另一稿：{FILING}" in result.stderr
    assert "再运行 reporter build" in result.stderr


def test_of_one_draft_no_redline_can_be_written(built: Path, run: Run, tmp_path: Path) -> None:
    result = run("diff", built, FILING, "--docx", tmp_path / "花脸.docx")
    assert result.exit_code == 2 and "没有可以比较的另一稿" in result.stderr
    assert not (tmp_path / "花脸.docx").exists()


def test_a_scan_is_not_compared_as_if_it_were_empty(built: Path, run: Run, tmp_path: Path) -> None:
    Image.new("L", (200, 200), 255).save(tmp_path / "扫描.pdf")
    result = run("diff", tmp_path / "扫描.pdf", delivered(built))
    assert result.exit_code == 2 and "扫描.pdf：没有文字（可能是扫描件），不能比较" in result.stderr


def test_a_workspace_is_compared_with_its_own_draft_before(built: Path, run: Run) -> None:
    rewrite(built)
    assert run("build", built, "--only", FILING, "--to", "docx").exit_code == 0
    result = run("diff", built, "year-end-summary")
    assert result.exit_code == 1
    assert "第1稿 → year-end-summary@2026 第2稿：修改1段" in result.stdout
    assert "［＋全部＋］" in result.stdout


def test_two_workspaces_are_compared_filing_by_filing(sample: Path, run: Run, tmp_path: Path) -> None:
    other = tmp_path / "另一个"
    shutil.copytree(sample, other)
    assert run("diff", sample, other).exit_code == 0
    rewrite(other)
    found = data(run("diff", sample, other, "--json"))
    assert (found["schema"], found["exit_code"]) == ("reporter/diff-1", 1)
    assert [one["filing"] for one in found["comparisons"] if not one["same"]] == [
        "year-end-summary@2026",
        "year-end-summary@2023-2026",
    ]
    edits = found["comparisons"][-1]["changes"] or found["comparisons"][3]["changes"][0]["edits"]
    assert "全部" in [one["text"] for one in edits if one["op"] == "insert"]


def test_a_file_is_compared_with_the_draft_it_came_from(built: Path, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "改过的.docx"
    opened = python_docx.Document(str(delivered(built)))
    run_ = next(one for para in opened.paragraphs for one in para.runs if "168条" in one.text)
    run_.text = run_.text.replace("168条", "169条", 1)
    opened.save(str(file))
    found = data(run("diff", built, file, "--json"))
    (comparison,) = found["comparisons"]
    (figure,) = comparison["figures"]
    assert (figure["old"]["text"], figure["new"]["text"], figure["ref"]) == (
        "168条",
        "169条",
        "fact:hazards.closed()",
    )
    assert figure["causes"][0]["cells"]
    assert comparison["unmoved"]


def test_kept_drafts_can_be_compared_as_files(built: Path, run: Run) -> None:
    kept = built.parent / "outputs" / built.name / ".reporter" / FILING / "1" / "document.json"
    assert run("diff", kept, kept).exit_code == 0


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("坏.docx", b"PK", "怎么办"),
        ("坏.pdf", b"%PDF", "坏"),
        ("坏.json", b"{", "不是文稿存档"),
        ("坏.json", b"\xff\xfe", "不是文稿存档"),
        ("深.json", b"[" * 100_000, "文稿存档"),
        ("旧.doc", b"\xd0\xcf\x11\xe0", "另存为 .docx"),
        ("坏.docx", b"PK\x03\x04", "已损坏"),
        ("宏.docm", b"PK", "宏"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(
    run: Run, tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    result = run("diff", file, file)
    assert result.exit_code == 2
    assert told in result.stderr
    assert name in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("args", "told"), [(("没有.docx", "没有.docx"), "找不到文件"), (("没有.docx",), "第二个文件")]
)
def test_what_is_missing_is_told(run: Run, args: tuple[str, ...], told: str) -> None:
    result = run("diff", *args)
    assert (result.exit_code, told in result.stderr) == (2, True)


def test_an_unknown_kind_answers_with_the_nearest_name(built: Path, run: Run) -> None:
    result = run("diff", built, "year-end-sumary")
    assert result.exit_code == 2
    assert "year-end-summary" in result.stderr


def test_redline_page_and_table_are_written_once_and_never_over_a_file(
    built: Path, run: Run, tmp_path: Path
) -> None:
    rewrite(built)
    assert run("build", built, "--only", FILING, "--to", "docx").exit_code == 0
    wanted = (
        "--docx",
        "花脸稿.docx",
        "--html",
        "对照.html",
        "--table",
        "对照表.xlsx",
        "--date",
        "2026-11-07",
    )
    assert run("diff", built, FILING, *wanted, "--author", "张三").exit_code == 1
    assert all((tmp_path / name).stat().st_size for name in wanted[1:6:2])
    again = run("diff", built, FILING, *wanted)
    assert (again.exit_code, "没有覆盖" in again.stderr) == (2, True)


@pytest.mark.parametrize(
    ("options", "told"),
    [(("--docx", "稿.pdf"), ".docx"), (("--docx", "稿.docx", "--date", "明天"), "不是日期"),
     (("--docx", "稿.docx", "--author", " "), "作者"), (("--table", "表.html"), ".xlsx")],
)  # fmt: skip
def test_an_output_that_cannot_be_is_refused_first(run: Run, options: tuple[str, ...], told: str) -> None:
    result = run("diff", "没有.docx", "没有.docx", *options)
    assert (result.exit_code, told in result.stderr) == (2, True)


def test_a_file_whose_draft_is_gone_is_compared_with_what_the_workspace_says_now(
    built: Path, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "拿走的.docx"
    shutil.copy(delivered(built), file)
    shutil.rmtree(tmp_path / "outputs")
    assert run("diff", built, file).exit_code == 0
    rewrite(built)
    assert "全部" in run("diff", file, built).stdout


def test_files_are_compared_without_loading_what_measures_pages() -> None:
    loaded = "print('numpy' in sys.modules, 'pandas' in sys.modules)"
    wanted = f"import sys, reporter.cli.sides, reporter.diff.redline; {loaded}"
    said = subprocess.run([sys.executable, "-c", wanted], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["False", "False"]
