"""`reporter fix`: a copy with tracked changes, never over a file; refusals name what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from tests.cli.answers import data
from tests.cli.conftest import Run
from tests.corpus.correct import documents
from tests.corpus.mutators.edit import Docx


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    notice = next(one for one in documents() if one.name == "notice-script-border.docx")
    page = Docx(notice.data())
    page.replace(notice.paper.number, notice.paper.number.replace("〔", "[").replace("〕", "]"))
    path = tmp_path / "通知.docx"
    path.write_bytes(page.data())
    return path


def test_writes_a_copy_and_lists_place_before_and_after(run: Run, wrong: Path) -> None:
    before = wrong.read_bytes()
    result = run("fix", wrong, "--out", "改好.docx", "--author", "张三", "--date", "2026-03-06")
    assert result.exit_code == 0, result.stdout + result.stderr
    assert "[2026]18号 → " in result.stdout and "〔2026〕18号" in result.stdout
    assert wrong.read_bytes() == before
    root = Package.read(Path("改好.docx").read_bytes()).tree("word/document.xml")
    assert {(node.get(qn("w:author")), node.get(qn("w:date"))) for node in root.iter(qn("w:ins"))} == {
        ("张三", "2026-03-06T00:00:00Z")
    }


def test_a_dry_run_writes_nothing_and_tells_as_json(run: Run, wrong: Path, tmp_path: Path) -> None:
    answer = data(run("fix", wrong, "--dry-run", "--json"))
    assert (answer["schema"], answer["out"]) == ("reporter/fix-1", None)
    assert [one["code"] for one in answer["done"]] == ["GW201"]
    assert answer["done"][0]["changes"][0]["after"].endswith("〔2026〕18号")
    assert [path.name for path in tmp_path.iterdir()] == ["通知.docx"]


def test_a_right_file_gets_no_copy(run: Run, wrong: Path, tmp_path: Path) -> None:
    wrong.write_bytes(next(one for one in documents() if one.name == "notice-script-border.docx").data())
    result = run("fix", wrong, "--out", "改好.docx")
    assert result.exit_code == 0 and "没有写出文件" in result.stderr
    assert not (tmp_path / "改好.docx").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("文件.pdf", "--out", "改好.docx"), "PDF 不能代改"),
        (("文件.doc", "--out", "改好.docx"), "只能改 .docx 文件"),
        (("通知.docx",), "--out"),
        (("通知.docx", "--out", "通知.docx"), "没有覆盖"),
        (("通知.docx", "--out", "改好.pdf"), ".docx 结尾"),
        (("通知.docx", "--dry-run", "--only", "GW999"), "GW999不能代改"),
        (("通知.docx", "--dry-run", "--date", "昨天"), "不是日期"),
        (("没有.docx", "--dry-run"), "找不到文件"),
    ],
)
def test_refusals_write_nothing_and_say_what_to_do(
    run: Run, wrong: Path, arguments: tuple[str, ...], told: str
) -> None:
    before = wrong.read_bytes()
    result = run("fix", *arguments)
    assert result.exit_code == 2 and told in result.stderr
    assert [path.name for path in Path.cwd().iterdir()] == ["通知.docx"] and wrong.read_bytes() == before


def test_a_file_with_macros_is_not_opened(run: Run, wrong: Path) -> None:
    package = Package.read(wrong.read_bytes())
    package.members["word/vbaProject.bin"] = b"x"
    wrong.write_bytes(package.data())
    result = run("fix", wrong, "--dry-run")
    assert result.exit_code == 2 and "有宏" in result.stderr
