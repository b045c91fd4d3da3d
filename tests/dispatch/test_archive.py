"""`reporter archive`: what belongs together lies together, the catalogue names it, what is missing is told."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pytest

from reporter.artefacts.pdf import read_pdf
from reporter.deliver.pdfa import claim_of
from reporter.deliver.writing import sha256
from tests.cli.answers import data
from tests.dispatch.conftest import FILING, FINISH, TITLE, call, change
from tests.dispatch.test_issue import out, tree
from tests.pdfa.rules import faults

PIECE = f"0001 安民发〔2026〕15号{TITLE}"


def year_of(stage: Path) -> Path:
    return out(stage) / "归档" / "2026年"


def test_all_papers_of_a_filing_are_one_folder_in_the_order_of_the_standard(sent: Path) -> None:
    result = call(sent, "archive", "anhe", "--year", "2026")
    assert result.exit_code == 0
    assert sorted(path.name for path in (year_of(sent) / PIECE).iterdir()) == [
        "01 正本（盖章扫描件）.pdf",
        "02 正本（PDF-A-2u）.pdf",
        "03 发文稿纸.docx",
        "03 发文稿纸.pdf",
        "04 定稿.docx",
        "05 花脸稿.docx",
        "06 报送清单.xlsx",
        "06 报送说明.txt",
    ]
    folder = year_of(sent) / PIECE
    assert (folder / "04 定稿.docx").read_bytes() == (out(sent) / f"{TITLE}.docx").read_bytes()
    assert (folder / "01 正本（盖章扫描件）.pdf").read_bytes() == (sent / "scan.pdf").read_bytes()


def test_the_slip_says_what_was_approved(sent: Path) -> None:
    call(sent, "archive", "anhe")
    slip = read_pdf(year_of(sent) / PIECE / "03 发文稿纸.pdf")
    text = "".join(line for page in slip.pages for line in page.lines)
    assert all(
        word in text
        for word in (
            "安和县民政局发文稿纸",
            TITLE,
            "安民发〔2026〕15号",
            "周某某",
            "2026年11月6日",
            "第1稿批准",
        )
    )
    assert sha256((out(sent) / f"{TITLE}.pdf").read_bytes()) in text.replace("\n", "")


def test_the_redline_leads_from_the_first_review_draft_to_what_was_issued(drafted: Path) -> None:
    change(drafted, "texts/progress/做法.md", "逐院排查", "逐院逐项排查")
    assert call(drafted, "build", "anhe").exit_code == 0
    assert call(drafted, "issue", FILING, "anhe", *FINISH).exit_code == 0
    result = call(drafted, "archive", "anhe")
    assert (
        result.exit_code == 1 and "缺：盖章扫描件" in result.stdout and "花脸稿：第1稿→第3稿" in result.stdout
    )
    document = docx.Document(str(year_of(drafted) / PIECE / "05 花脸稿.docx"))
    body = document.element.body
    inserted = "".join(node.text or "" for mark in body.iter("{*}ins") for node in mark.iter("{*}t"))
    assert "逐项" in inserted and "15" in inserted
    authors = {mark.get(f"{{{mark.nsmap['w']}}}author") for mark in body.iter("{*}ins")}
    assert authors == {"李某"}


def test_the_catalogue_has_the_columns_of_the_standard(sent: Path) -> None:
    call(sent, "archive", "anhe", "--retention", "30年")
    sheet = openpyxl.load_workbook(year_of(sent) / "归档文件目录.xlsx").worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_row=4)]
    assert rows[0][0] == "全宗名称：安和县民政局　　年度：2026　　保管期限：30年　　机构（问题）：____"
    assert rows[1] == ["序号", "档号", "文号", "责任者", "题名", "日期", "密级", "页数", "备注"]
    pages = len(read_pdf(sent / "scan.pdf").pages) + 1
    assert rows[2] == [
        "1",
        None,
        "安民发〔2026〕15号",
        "安和县民政局",
        TITLE,
        "20261106",
        None,
        str(pages),
        None,
    ]


def test_basis_documents_are_taken_where_the_text_cites_them(drafted: Path) -> None:
    change(drafted, "texts/progress/做法.md", "逐院排查", "按照临民发〔2026〕7号文件，逐院排查")
    call(drafted, "build", "anhe")
    call(drafted, "issue", FILING, "anhe", *FINISH)
    told = data(call(drafted, "archive", "anhe", "--json"))
    (piece,) = told["years"][0]["pieces"]
    assert "依据文件《关于开展隐患整治的通知》（临民发〔2026〕7号）" in piece["missing"]
    for name in ("依据文件/临民发〔2026〕7号 通知.pdf", f"归档材料/{FILING}/签过字的发文稿纸.pdf"):
        path = drafted / "anhe" / name
        path.parent.mkdir(parents=True)
        path.write_bytes(b"%PDF-1.4")
    told = data(call(drafted, "archive", "anhe", "--json"))
    (piece,) = told["years"][0]["pieces"]
    assert piece["missing"] == ["盖章扫描件"]
    assert {"07 依据：临民发〔2026〕7号 通知.pdf", "08 签过字的发文稿纸.pdf"} <= set(piece["files"])


def test_archived_twice_nothing_changes_and_hand_edits_stay(sent: Path) -> None:
    call(sent, "archive", "anhe")
    before = tree(out(sent))
    call(sent, "archive", "anhe")
    assert tree(out(sent)) == before
    words = year_of(sent) / PIECE / "06 报送说明.txt"
    words.write_text("改过\n", encoding="utf-8")
    result = call(sent, "archive", "anhe")
    assert words.read_text(encoding="utf-8") == "改过\n" and "（新）" in result.stderr


def test_a_number_of_a_piece_stays_when_an_earlier_paper_comes(sent: Path) -> None:
    call(sent, "archive", "anhe")
    change(sent, "filings.yaml", "state: 草稿", "state: 送审稿")
    call(sent, "build", "anhe")
    issued = call(sent, "issue", "briefing", "anhe", "--number", "14", "--date", "2026-11-02")
    assert issued.exit_code == 0
    call(sent, "archive", "anhe")
    assert sorted(path.name for path in year_of(sent).iterdir() if path.is_dir()) == [
        PIECE, "0002 安民发〔2026〕14号隐患整改简报",
    ]  # fmt: skip


def test_checksums_of_everything_lie_beside(sent: Path) -> None:
    call(sent, "archive", "anhe")
    lines = (year_of(sent) / "校验值.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 9
    for line in lines:
        digest, name = line.split("  ", 1)
        assert sha256((year_of(sent) / name).read_bytes()) == digest


@pytest.mark.parametrize(
    ("stage", "options", "told"),
    [
        ("drafted", (), "还没有印发的文件"),
        ("issued", ("--year", "2025"), "2025年还没有印发的文件"),
        ("issued", ("--retention", "三年"), "永久、30年、10年"),
    ],
)
def test_nothing_to_archive_is_said(
    request: pytest.FixtureRequest, stage: str, options: tuple[str, ...], told: str
) -> None:
    folder: Path = request.getfixturevalue(stage)
    before = tree(folder)
    result = call(folder, "archive", "anhe", *options)
    assert result.exit_code == 2 and told in result.stderr
    assert tree(folder) == before


def test_a_dry_run_writes_nothing(sent: Path) -> None:
    before = tree(sent)
    result = call(sent, "archive", "anhe", "--dry-run")
    assert result.exit_code == 0 and PIECE in result.stdout
    assert tree(sent) == before


def test_our_pdf_claims_pdf_a_and_a_scan_does_not(sent: Path) -> None:
    own = claim_of((out(sent) / f"{TITLE}.pdf").read_bytes())
    assert (own.name, own.faults) == ("PDF/A-2u", ())
    assert claim_of((sent / "scan.pdf").read_bytes()).name == ""


@pytest.mark.parametrize("name", ["02 正本（PDF-A-2u）.pdf", "03 发文稿纸.pdf"])
def test_what_is_archived_keeps_the_clauses_of_pdf_a(sent: Path, name: str) -> None:
    call(sent, "archive", "anhe")
    assert faults((year_of(sent) / PIECE / name).read_bytes()) == []


def test_the_pages_of_the_slip_are_told_from_those_of_the_original(issued: Path) -> None:
    pages = len(read_pdf(out(issued) / f"{TITLE}.pdf").pages)
    result = call(issued, "archive", "anhe", "--dry-run")
    assert f"（{pages + 1}页：正本{pages}页、发文稿纸1页）" in result.stdout
