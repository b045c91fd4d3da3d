"""Attachments that are files of their own, through the command line: files, manifest, read-back, page of results,
figures, explanation."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl

from reporter.artefacts.docx import read_docx
from reporter.artefacts.pdf import read_pdf
from reporter.document.inline import BLANK_CELL
from reporter.ooxml.custom import stamped
from tests.cli.answers import data

NOTICE = """---
标题: 关于排查的通知
发文机关: 安和县民政局
文号: ""
附件: [要点, {标题: 名单, 单独成册: 是}]
成文日期: 2026-11-20
印发日期: 2026-11-20
印发机关: 安和县民政局办公室
表格:
  homes:
    columns: [{label: 机构, width: 12}, {label: 床位, width: 6}]
    data: [[河口镇敬老院, "268"]]
---
请各镇排查。

@附件 1
查消防。

@附件 2
@table homes
"""
STEM = "关于排查的通知"
OWN = f"{STEM}附件2：名单"


def test_a_single_text_is_delivered_as_several_files(run, tmp_path: Path) -> None:
    (tmp_path / "通知.md").write_text(NOTICE, encoding="utf-8")
    result = run("build", "通知.md", "--to", "docx,pdf,xlsx", "--json")
    (filing,) = data(result)["filings"]
    out = tmp_path / "outputs" / "通知"
    assert result.exit_code == 0 and filing["findings"] == [], result.output
    assert {name: file["path"] for name, file in filing["files"].items()} == {
        "docx": f"{STEM}.docx", "pdf": f"{STEM}.pdf", "attachment2.docx": f"{OWN}.docx",
        "attachment2.pdf": f"{OWN}.pdf", "attachment2.xlsx": f"{OWN}.xlsx",
    }  # fmt: skip
    assert filing["blanks"] == ["发文机关代字", "发文字号的顺序号"]
    own, whole = read_pdf((out / f"{OWN}.pdf").read_bytes()), read_pdf((out / f"{STEM}.pdf").read_bytes())
    text = "".join("".join(page.lines) for page in own.pages)
    assert len(own.pages) == 1 and "268" in text and "— 1 —" in text and "印发" not in text
    assert "268" not in "".join("".join(page.lines) for page in whole.pages)
    paragraphs = [
        paragraph.text.replace(" ", "")
        for paragraph in read_docx((out / f"{OWN}.docx").read_bytes()).paragraphs
    ]
    assert paragraphs[0].replace(BLANK_CELL, "") == "〔2026〕号附件2" and paragraphs[0].startswith(BLANK_CELL)
    page = (out / "结果.html").read_text(encoding="utf-8")
    assert "附件2 Word 文档：" in page and f"{OWN}.docx" in page


def test_a_single_attachment_has_no_number_on_the_page_of_results(run, tmp_path: Path) -> None:
    single = NOTICE.replace("[要点, {标题: 名单, 单独成册: 是}]", "[{标题: 名单, 单独成册: 是}]")
    single = single.replace("@附件 1\n查消防。\n\n@附件 2", "@附件 1")
    (tmp_path / "通知.md").write_text(single, encoding="utf-8")
    assert run("build", "通知.md", "--to", "docx").exit_code == 0
    page = (tmp_path / "outputs" / "通知" / "结果.html").read_text(encoding="utf-8")
    assert "附件 Word 文档：" in page and "附件1" not in page


def test_explain_finds_the_page_in_the_right_file(run, tmp_path: Path) -> None:
    (tmp_path / "通知.md").write_text(NOTICE, encoding="utf-8")
    assert run("build", "通知.md", "--to", "docx,pdf").exit_code == 0
    out = Path("outputs") / "通知"
    (hit,) = data(run("explain", out / f"{STEM}.pdf", "268", "--json"))["hits"]
    assert (hit["file"], hit["page"], hit["page_about"]) == (f"{OWN}.pdf", 1, False)
    (hit,) = data(run("explain", out / f"{OWN}.pdf", "268", "--json"))["hits"]
    assert (hit["file"], hit["page"], hit["page_about"]) == ("", 1, False)
    (hit,) = data(run("explain", out / f"{OWN}.docx", "268", "--json"))["hits"]
    assert (hit["file"], hit["page"], hit["page_about"]) == ("", 1, True)
    assert data(run("explain", out / f"{OWN}.pdf", "查消防", "--json"))["hits"] == []


def test_a_file_is_known_by_its_properties_when_it_was_edited(run, tmp_path: Path) -> None:
    (tmp_path / "通知.md").write_text(NOTICE, encoding="utf-8")
    assert run("build", "通知.md", "--to", "docx").exit_code == 0
    own = tmp_path / "outputs" / "通知" / f"{OWN}.docx"
    own.write_bytes(_renamed(own.read_bytes()))
    told = data(run("explain", own, "268", "--json"))
    assert told["found_by"] == "properties"
    assert [hit["file"] for hit in told["hits"]] == [""]


def _renamed(data: bytes) -> bytes:
    """The same document with another title in its properties."""
    return stamped(data, {"edited": "1"})


def test_a_filing_of_a_workspace_may_be_a_file_of_its_own(run, sample: Path, tmp_path: Path) -> None:
    filings = sample / "filings.yaml"
    text = filings.read_text(encoding="utf-8")
    before = "attachments: [notification-points@2026, rectification-lists@2026]"
    after = "attachments: [notification-points@2026, {title: rectification-lists@2026, separate: true}]"
    assert before in text
    filings.write_text(text.replace(before, after), encoding="utf-8")
    result = run("build", sample, "--only", "filing-letter", "--to", "docx", "--json")
    (filing,) = data(result)["filings"]
    assert result.exit_code == 0, result.output
    out = tmp_path / "outputs" / "anhe"
    assert set(filing["files"]) == {"docx", "attachment2.docx", "tally"}
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert set(manifest["filings"][0]["files"]) == set(filing["files"])
    sheet = openpyxl.load_workbook(out / filing["files"]["tally"]["path"]).worksheets[0]
    places = [str(row[4].value) for row in sheet.iter_rows(min_row=4)]
    assert any(place.startswith("（附件1") for place in places)
    assert any(place.startswith("（附件2（单独成册）") for place in places)
