"""`reporter prove`: the file in hand is what was submitted, is not, or nothing is known of it."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import docx
import pytest

from tests.cli.answers import data
from tests.dispatch.conftest import FILING, FINISH, SEND, TITLE, call
from tests.dispatch.test_issue import out
from tests.dispatch.test_submit import PACK, folder_of


def edited(path: Path, to: Path, old: str, new: str) -> Path:
    document = docx.Document(str(path))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs if old in run.text]
    assert runs
    for run in runs:
        run.text = run.text.replace(old, new)
    document.save(str(to))
    return to


@pytest.mark.parametrize(
    "name",
    [
        f"发送/{TITLE}.docx",
        f"打印/{TITLE}.pdf",
        f"发送/{TITLE}（盖章扫描件）.pdf",
        f"{PACK}.zip",
        "报送清单.xlsx",
    ],
)
def test_every_file_of_the_package_is_proven_wherever_it_lies(sent: Path, tmp_path: Path, name: str) -> None:
    elsewhere = tmp_path / f"收到的文件{Path(name).suffix}"
    elsewhere.write_bytes((folder_of(sent) / name).read_bytes())
    result = call(sent, "prove", elsewhere)
    assert result.exit_code == 0
    assert "属实" in result.stdout and "2026-11-09由李某报临澜市民政局" in result.stdout


def test_our_own_copy_is_proven_and_the_other_hash_told(sent: Path) -> None:
    result = call(sent, "prove", out(sent) / f"{TITLE}.docx")
    assert result.exit_code == 0 and "是报出去的那份文件的留底" in result.stdout
    assert "同名文件去掉了内部标记" in result.stdout and "就是报出去的文件" not in result.stdout


@pytest.mark.parametrize("source", ["own", "outgoing"])
def test_an_edited_file_is_refuted_with_what_differs(sent: Path, tmp_path: Path, source: str) -> None:
    path = out(sent) / f"{TITLE}.docx" if source == "own" else folder_of(sent) / "发送" / f"{TITLE}.docx"
    file = edited(path, tmp_path / "x.docx", "2", "3")
    result = call(sent, "prove", file)
    assert result.exit_code == 1
    assert "不是报出去的那个文件" in result.stdout and "2条 → 3条" in result.stdout


def test_the_same_words_saved_again_are_another_file(sent: Path, tmp_path: Path) -> None:
    file = edited(folder_of(sent) / "发送" / f"{TITLE}.docx", tmp_path / "x.docx", "条", "条")
    told = data(call(sent, "prove", file, "--json"))
    assert (told["verdict"], told["exit_code"]) == ("refuted", 1)
    assert told["notes"] == ["文字和数字与报送的相同，但不是同一个文件（另存过，或只改了格式）"]


def test_a_foreign_file_is_unknown(sent: Path, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("关于放假的通知")
    document.save(str(tmp_path / "x.docx"))
    result = call(sent, "prove", tmp_path / "x.docx")
    assert result.exit_code == 2 and "查不到" in result.stdout


def test_what_was_issued_or_only_packed_was_not_sent(issued: Path) -> None:
    file = out(issued) / f"{TITLE}.pdf"
    result = call(issued, "prove", file)
    assert result.exit_code == 1 and "没有报送过" in result.stdout
    call(issued, "submit", FILING, "anhe", *SEND)
    result = call(issued, "prove", file)
    assert result.exit_code == 1 and "没有登记为已报送" in result.stdout


def test_a_zip_of_others_is_proven_file_by_file(sent: Path, tmp_path: Path) -> None:
    good = folder_of(sent) / "发送" / f"{TITLE}.docx"
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.write(good, good.name)
    assert call(sent, "prove", tmp_path / "x.zip").exit_code == 0
    with zipfile.ZipFile(tmp_path / "x.zip", "a") as archive:
        archive.writestr("说明.txt", "别的")
    result = call(sent, "prove", tmp_path / "x.zip")
    assert (
        result.exit_code == 1
        and "查不到：说明.txt" in result.stdout
        and f"属实：{good.name}" in result.stdout
    )


def test_a_kept_copy_that_was_tampered_with_is_told(sent: Path) -> None:
    kept = next(path for path in (out(sent) / ".reporter").rglob(f"submitted/1/发送/{TITLE}.docx"))
    kept.write_bytes(b"x")
    result = call(sent, "prove", folder_of(sent) / "发送" / f"{TITLE}.docx")
    assert result.exit_code == 1 and "存档里的那一份已经不对" in result.stdout


def another_county(base: Path, *, pages: bool = False) -> None:
    """平川县 beside 安和县: the same titles, its own unit, number and words."""
    shutil.copytree(base / "anhe", base / "pingchuan")
    for path in sorted((base / "pingchuan").rglob("*")):
        if path.is_file():
            text = path.read_text(encoding="utf-8").replace("安和县", "平川县").replace("安民发", "平民发")
            path.write_text(text.replace("逐院排查", "逐户排查"), encoding="utf-8")
    assert call(base, "build", "pingchuan", "--only", FILING).exit_code == 0
    if pages:
        assert call(base, "issue", FILING, "pingchuan", *FINISH).exit_code == 0


def test_a_file_of_another_county_with_the_same_title_is_not_taken_for_ours(
    sent: Path, tmp_path: Path
) -> None:
    another_county(sent, pages=True)
    assert call(sent, "submit", FILING, "pingchuan", *SEND).exit_code in (0, 1)
    folder = next((sent / "outputs" / "pingchuan" / "报送").iterdir())
    file = edited(folder / "发送" / f"{TITLE}.docx", tmp_path / "x.docx", "2", "3")
    result = call(sent, "prove", file)
    assert "平民发〔2026〕15号" in result.stdout and "工作文件夹“pingchuan”" in result.stdout
    assert "安民发" not in result.stdout
    told = data(call(sent, "explain", file, "逐户", "--json"))
    assert (told["workspace"], told["found_by"]) == ("pingchuan", "title")


def test_a_county_that_is_not_known_here_gets_no_record_of_ours(sent: Path, tmp_path: Path) -> None:
    another_county(sent)
    file = edited(sent / "outputs" / "pingchuan" / f"{TITLE}.docx", tmp_path / "x.docx", "2", "3")
    shutil.rmtree(sent / "outputs" / "pingchuan")
    result = call(sent, "prove", file)
    assert result.exit_code == 2 and "不是这些存档的单位发的" in result.stdout
    assert "安民发" not in result.stdout


def test_of_equal_records_the_folder_is_asked_for(sent: Path, tmp_path: Path) -> None:
    file = edited(folder_of(sent) / "发送" / f"{TITLE}.docx", tmp_path / "x.docx", "2", "3")
    shutil.copytree(out(sent), sent / "outputs" / "copy")
    result = call(sent, "prove", file)
    assert result.exit_code == 2 and "2份存档和这个文件一样像" in result.stdout and "--out" in result.stdout
    assert (
        str(out(sent).resolve()) in result.stdout
        and str((sent / "outputs" / "copy").resolve()) in result.stdout
    )
    assert call(sent, "prove", file, "--out", out(sent)).exit_code == 1
