"""`reporter check`: lines, JSON, and the files beside them; nothing of others is overwritten."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Run

TEXTS = ("关于开展检查的通知", "各乡镇人民政府：", "根据安民字[2026]12号文件开展检查。")


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    path = tmp_path / "通知.docx"
    document = docx.Document()
    for text in TEXTS:
        document.add_paragraph(text)
    document.save(str(path))
    return path


def test_lines_tell_what_is_wrong_and_the_code_is_1(notice: Path, run: Run) -> None:
    result = run("check", notice, "--no-render")
    assert result.exit_code == 1
    assert "GW517" in result.output and "怎么办：" in result.output
    assert result.stderr.startswith("检查了1个文件")


def test_json_is_one_object(notice: Path, run: Run) -> None:
    told = json.loads(run("check", notice, "--no-render", "--json").stdout)
    assert told["schema"] == "reporter/check-1"
    assert told["exit_code"] == 1
    assert "GW517" in [finding["code"] for finding in told["files"][0]["findings"]]


def test_all_reports_are_written_and_written_again(notice: Path, run: Run, tmp_path: Path) -> None:
    before = notice.read_bytes()
    options = ("--no-render", "--sarif", "r.sarif", "--html", "r.html", "--docx", "批注.docx")
    for _ in range(2):
        assert run("check", notice, *options).exit_code == 1
    codes = [
        one["ruleId"] for one in json.loads((tmp_path / "r.sarif").read_text("utf-8"))["runs"][0]["results"]
    ]
    assert "GW517" in codes
    assert "GW517" in (tmp_path / "r.html").read_text("utf-8")
    copy = docx.Document(str(tmp_path / "批注.docx"))
    assert tuple(paragraph.text for paragraph in copy.paragraphs) == TEXTS
    assert any("GW517" in comment.text for comment in copy.comments)
    assert notice.read_bytes() == before


@pytest.mark.parametrize(
    ("option", "name"), [("--sarif", "r.sarif"), ("--html", "r.html"), ("--docx", "r.docx")]
)
def test_a_file_that_is_not_ours_is_not_overwritten(
    option: str, name: str, notice: Path, run: Run, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(b"mine")
    result = run("check", notice, "--no-render", option, name)
    assert result.exit_code == 2
    assert "没有覆盖" in result.stderr
    assert (tmp_path / name).read_bytes() == b"mine"


def test_a_page_that_somebody_wrote_into_is_not_overwritten(notice: Path, run: Run, tmp_path: Path) -> None:
    page = tmp_path / "r.html"
    run("check", notice, "--no-render", "--html", "r.html")
    again = run("check", notice, "--no-render", "--html", "r.html")
    assert "替换了上一次的结果" in again.stderr
    edited = page.read_bytes().replace("检查结果".encode(), "检查结果（已核）".encode(), 1)
    page.write_bytes(edited)
    refused = run("check", notice, "--no-render", "--html", "r.html")
    assert (refused.exit_code, "没有覆盖" in refused.stderr) == (2, True)
    assert page.read_bytes() == edited


def test_a_copy_that_somebody_answered_in_is_not_overwritten(notice: Path, run: Run, tmp_path: Path) -> None:
    run("check", notice, "--no-render", "--docx", "批注.docx")
    copy = docx.Document(str(tmp_path / "批注.docx"))
    copy.paragraphs[0].add_run("改")
    saved = io.BytesIO()
    copy.save(saved)
    (tmp_path / "批注.docx").write_bytes(saved.getvalue())
    assert run("check", notice, "--no-render", "--docx", "批注.docx").exit_code == 2
    assert (tmp_path / "批注.docx").read_bytes() == saved.getvalue()


def test_the_checked_file_itself_is_no_target(notice: Path, run: Run) -> None:
    before = notice.read_bytes()
    result = run("check", notice, "--no-render", "--docx", notice)
    assert result.exit_code == 2 and "不能写到要检查的文件上" in result.stderr
    assert notice.read_bytes() == before


def test_copies_of_several_files_go_to_a_folder_though_they_are_called_the_same(
    notice: Path, run: Run, tmp_path: Path
) -> None:
    for town in ("河口镇", "石桥镇"):
        (tmp_path / town).mkdir()
        (tmp_path / town / "通知.docx").write_bytes(notice.read_bytes())
    result = run("check", tmp_path / "河口镇", tmp_path / "石桥镇", "--no-render", "--docx", "批注")
    assert result.exit_code == 1
    assert sorted(path.name for path in (tmp_path / "批注").iterdir()) == [
        "通知（批注2）.docx",
        "通知（批注）.docx",
    ]
    assert run("check", tmp_path / "河口镇", tmp_path / "石桥镇", "--docx", "一份.docx").exit_code == 2


def test_a_folder_of_many_is_told_line_by_line_with_verbose(notice: Path, run: Run, tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.docx").write_bytes(notice.read_bytes())
    result = run("check", tmp_path, "--no-render", "--verbose", "--jobs", "2")
    assert [line.strip() for line in result.stderr.splitlines()[:6]] == [
        "[1/1] 检查", "0.docx", "1.docx", "2.docx", "3.docx", "通知.docx",
    ]  # fmt: skip
    assert result.stdout.index("0.docx：") < result.stdout.index("3.docx：")


def test_nothing_checked_at_all_is_code_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "空.docx").write_bytes(b"")
    result = run("check", tmp_path)
    assert result.exit_code == 2
    assert "文件是空的" in result.stdout


def test_a_rule_is_explained_with_examples_and_listed_with_its_clause(run: Run) -> None:
    told = run("explain", "GW201").stdout
    assert "对：安民字〔2026〕12号" in told
    assert "错：安民字[2026]12号" in told
    listed = next(line for line in run("list", "rules").stdout.splitlines() if line.startswith("GW201"))
    assert "应当" in listed and "GB/T 9704-2012 7.2.5" in listed
