"""`reporter submit`: kept for good, packed as asked, what is missing told, known to `due`."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import openpyxl
import pytest

from reporter.artefacts.docx import read_docx
from reporter.check.finding import Finding, Where
from reporter.check.judging import Verdict
from reporter.check.subject import Subject
from reporter.deliver import sent as kept
from reporter.deliver.writing import sha256
from reporter.ooxml.bookmarks import PREFIX
from tests.cli.answers import data
from tests.dispatch.conftest import FILING, SEND, TITLE, call, change, scan_of
from tests.dispatch.test_issue import out, tree

PACK = "2026-11-09 隐患整改情况报告"


def folder_of(stage: Path) -> Path:
    return out(stage) / "报送" / PACK


def test_without_the_scan_it_is_packed_and_not_yet_sent(issued: Path) -> None:
    result = call(issued, "submit", FILING, "anhe", *SEND, "--json")
    told = data(result)
    assert (result.exit_code, told["registered"]) == (1, False)
    assert told["missing"][0].startswith("盖章扫描件")
    assert told["media"] == ["书面", "可编辑版", "扫描件", "系统"] and told["to"] == "临澜市民政局"
    assert told["todo"][0].startswith("打印、盖章2份")
    assert (
        "未到期" not in call(issued, "due", "anhe", "--on", "2026-11-09").stdout.split("隐患整改情况报告")[1]
    )
    assert "已报送" not in call(issued, "due", "anhe", "--on", "2026-11-09").stdout


def test_with_the_scan_it_is_sent(sent: Path) -> None:
    result = call(sent, "due", "anhe", "--on", "2026-11-09")
    assert "11月9日已报送（安民发〔2026〕15号）" in result.stdout and "已报送1项" in result.stderr
    assert {path.name for path in folder_of(sent).iterdir()} == {
        "发送", "打印", "系统录入", "报送清单.xlsx", "报送说明.txt", f"{PACK}.zip",
    }  # fmt: skip
    with zipfile.ZipFile(folder_of(sent) / f"{PACK}.zip") as archive:
        assert archive.namelist() == sorted([f"{TITLE}.docx", f"{TITLE}（盖章扫描件）.pdf", "报送清单.xlsx"])
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_copy_that_leaves_says_nothing_of_us(sent: Path) -> None:
    outgoing, own = folder_of(sent) / "发送" / f"{TITLE}.docx", out(sent) / f"{TITLE}.docx"
    assert read_docx(own).properties and not read_docx(outgoing).properties
    for path, marked in ((own, True), (outgoing, False)):
        with zipfile.ZipFile(path) as archive:
            assert (PREFIX.encode() in archive.read("word/document.xml")) is marked
    assert [one.text for one in read_docx(own).paragraphs] == [
        one.text for one in read_docx(outgoing).paragraphs
    ]


def test_both_hashes_inputs_figures_and_findings_are_kept(sent: Path) -> None:
    (one,) = kept.every(out(sent))
    own = {item.role: item.sha256 for item in one.items if item.key == "docx"}
    assert own == {
        "issued": sha256((out(sent) / f"{TITLE}.docx").read_bytes()),
        "stripped": sha256((folder_of(sent) / "发送" / f"{TITLE}.docx").read_bytes()),
    }
    assert (one.by, one.on, one.to) == ("李某", "2026-11-09", "临澜市民政局")
    folder = kept.folder_of(out(sent), one)
    assert {path.name for path in folder.iterdir() if path.is_file()} >= {
        "record.json", "document.json", "facts.json", "inputs.json", "inputs.zip", "findings.json",
    }  # fmt: skip
    with zipfile.ZipFile(folder / "inputs.zip") as archive:
        assert {name: sha256(archive.read(name)) for name in archive.namelist()} == dict(one.inputs or {})
    assert "隐患台账.csv" in (one.inputs or {})


def test_the_list_the_words_and_the_values_agree(sent: Path) -> None:
    sheet = openpyxl.load_workbook(folder_of(sent) / "报送清单.xlsx").worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6, max_row=9)]
    assert [row[3] for row in rows] == ["可编辑版", "书面", "扫描件", "系统"]
    assert rows[1][4] == "2" and rows[1][5] == rows[2][5]
    words = (folder_of(sent) / "报送说明.txt").read_text(encoding="utf-8")
    assert words.startswith(
        "主题：安和县民政局报送隐患整改情况报告（安民发〔2026〕15号）\n\n临澜市民政局：\n"
    )
    assert sha256((folder_of(sent) / "发送" / f"{TITLE}.docx").read_bytes()) in words
    values = openpyxl.load_workbook(folder_of(sent) / "系统录入" / "系统录入表.xlsx").worksheets[0]
    told = {row[1].value: row[2].value for row in values.iter_rows(min_row=4)}
    assert sorted(value for value in told.values() if value) == ["1条", "2条"]


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ("short", "页，印发的文件是"),
        ("printed", "就是生成的 PDF"),
        ("text", "这不是 PDF 文件"),
        ("twice", "多出来的"),
    ],
)
def test_a_scan_that_is_none_of_it_is_refused(issued: Path, how: str, told: str) -> None:
    pdf = out(issued) / f"{TITLE}.pdf"
    scan = issued / "scan.pdf"
    extra: tuple[str, ...] = ()
    match how:
        case "short":
            scan_of(pdf, scan, leave_out=1)
        case "printed":
            scan.write_bytes(pdf.read_bytes())
        case "text":
            scan.write_text("扫描件", encoding="utf-8")
        case "twice":
            scan_of(pdf, scan)
            extra = ("--scan", str(scan))
    before = tree(issued)
    result = call(issued, "submit", FILING, "anhe", *SEND, "--scan", scan, *extra)
    assert result.exit_code == 2 and told in result.stderr
    assert tree(issued) == before


def test_nothing_leaves_that_was_not_issued(drafted: Path) -> None:
    result = call(drafted, "submit", FILING, "anhe", *SEND)
    assert result.exit_code == 2 and "还没有印发" in result.stderr and "reporter issue" in result.stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--on", "2026-11-09"), "没有写经办人"),
        (("--by", "李某", "--on", "2026-11-05"), "早于成文日期"),
        ((*SEND, "--to", "岭东省民政厅"), "按要求报临澜市民政局"),
        ((*SEND, "--obligation", "progres"), "是不是“progress”"),
    ],
)
def test_who_when_and_to_whom_are_checked(issued: Path, options: tuple[str, ...], told: str) -> None:
    result = call(issued, "submit", FILING, "anhe", *options)
    assert result.exit_code == 2 and told in result.stderr


def test_a_dry_run_tells_and_writes_nothing(issued: Path) -> None:
    before = tree(issued)
    result = call(issued, "submit", FILING, "anhe", *SEND, "--dry-run")
    assert result.exit_code == 1 and "还缺：盖章扫描件" in result.stdout and "什么也没有写" in result.stderr
    assert tree(issued) == before


def test_a_doubled_call_is_harmless(sent: Path) -> None:
    before = tree(out(sent))
    assert call(sent, "submit", FILING, "anhe", *SEND, "--scan", sent / "scan.pdf").exit_code == 0
    assert tree(out(sent)) == before


def test_a_call_that_was_stopped_before_it_was_noted_goes_on(sent: Path) -> None:
    before = tree(out(sent))
    (out(sent) / ".reporter" / "submissions.json").unlink()
    (folder_of(sent) / "报送说明.txt").unlink()
    assert call(sent, "submit", FILING, "anhe", *SEND, "--scan", sent / "scan.pdf").exit_code == 0
    assert tree(out(sent)) == before


def test_what_somebody_wrote_into_the_package_stays(sent: Path) -> None:
    words = folder_of(sent) / "报送说明.txt"
    words.write_text("请查收。\n", encoding="utf-8")
    call(sent, "submit", FILING, "anhe", *SEND, "--scan", sent / "scan.pdf")
    assert words.read_text(encoding="utf-8") == "请查收。\n"
    assert (folder_of(sent) / "报送说明（新）.txt").is_file()


def test_inputs_that_changed_after_issuing_are_told(issued: Path) -> None:
    change(issued, "隐患台账.csv", "台账不全", "台账不完整")
    result = call(issued, "submit", FILING, "anhe", *SEND)
    assert "只存了校验值：隐患台账.csv" in result.stderr


def test_late_and_missing_contents_are_told(issued: Path) -> None:
    result = call(issued, "submit", FILING, "anhe", "--by", "李某", "--on", "2026-11-12", "--partial")
    assert "比期限2026-11-10（11月10日前）晚" in result.stderr
    assert "要求写明“经费”" in result.stderr and "要求写明“做法”" not in result.stderr
    assert "迟2个工作日" in call(issued, "due", "anhe", "--on", "2026-11-12").stdout


def test_the_record_has_one_shape(sent: Path) -> None:
    record = json.loads(next(out(sent).rglob("submitted/1/record.json")).read_text(encoding="utf-8"))
    assert record["schema"] == "reporter/submitted-1"
    assert {item["role"] for item in record["items"]} == {
        "issued", "stripped", "scan", "entry", "list", "message", "package",
    }  # fmt: skip


def test_the_file_that_has_errors_is_named(issued: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def judged(subject: Subject) -> Verdict:
        found = Finding("GW101", "error", "纸张不对", where=Where(subject.file))
        return Verdict(subject.file, (found, found) if subject.file.endswith(".pdf") else (), (), ())

    monkeypatch.setattr("reporter.dispatch.submit.judge", judged)
    result = call(issued, "submit", FILING, "anhe", *SEND, "--dry-run")
    assert f"{TITLE}.pdf有2处错误" in result.stderr and f"{TITLE}.docx有" not in result.stderr
    assert f"reporter check {Path('outputs', 'anhe', f'{TITLE}.pdf')}" in result.stderr
