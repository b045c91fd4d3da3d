"""`reporter import`: a notice by others becomes a text that says the same, and tells what it does not say."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pytest
from ruamel.yaml import YAML

from reporter.diff.align import compare
from reporter.diff.from_seen import of_docx
from tests.cli.answers import data

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "inputs" / "examples"


def built(run, tmp_path: Path, example: str, sort: str) -> Path:
    shutil.copy(EXAMPLES / f"{example}.md", tmp_path / "原文.md")
    assert run("build", "原文.md", "--to", f"docx,{sort}", "--out", "o").exit_code == 0
    return next((tmp_path / "o" / "原文").glob(f"*.{sort}"))


@pytest.mark.parametrize("sort", ["docx", "pdf"])
@pytest.mark.parametrize("example", ["city-notice-seven-issuers", "county-plan-five-issuers", "county-order"])
def test_every_word_of_the_examples_finds_its_place(run, tmp_path: Path, example: str, sort: str) -> None:
    file = built(run, tmp_path, example, sort)
    result = run("import", file, "--out", "读入.md")
    assert result.exit_code == 0 and "文件里的文字都放下了" in result.stderr
    assert run("build", "读入.md", "--to", "docx", "--out", "o").exit_code == 0
    original = next((tmp_path / "o" / "原文").glob("*.docx"))
    again = next((tmp_path / "o" / "读入").glob("*.docx"))
    found = compare(of_docx(original, "a"), of_docx(again, "b"))
    if sort == "docx":
        assert found.same_text
    else:  # a PDF has no sign where a blank was, but as a gap
        assert set(found.counts) <= {"blocks_edited", "formats", "cells", "rows_edited", "figures"}


def test_the_text_is_what_a_person_would_have_typed(run, tmp_path: Path) -> None:
    file = built(run, tmp_path, "city-notice-seven-issuers", "docx")
    run("import", file, "--out", "读入.md")
    text = (tmp_path / "读入.md").read_text(encoding="utf-8")
    front = YAML(typ="safe").load(text.split("---")[1])
    assert front["标题"] == "关于做好2026年养老机构服务质量建设工作的通知"
    assert front["发文机关"][0] == "临澜市民政局" and front["署名"][-1] == "临澜市消防救援支队（代）"
    assert front["文号"] == "临民发〔2026〕31号" and str(front["成文日期"]) == "2026-06-02"
    assert "# 总体目标\n" in text and "## 认真总结，长效管理。\n11月10日前" in text


def foreign(path: Path, *lines: str) -> Path:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


ASKED = (
    "请于2026年3月20日前将自查报告书面报送市民政局养老服务科，"
    "电子版发送至邮箱，内容包括基本情况、存在问题和下一步打算。"
)
NOTICE = (
    "临澜市民政局文件", "临民发〔2026〕8号", "关于做好有关工作的通知", "各县（区）民政局：", "现将有关事项通知如下。",
    "一、开展自查", ASKED,
    "每季度第一个月10日前报送工作进展情况。", "临澜市民政局", "2026年3月2日",
)  # fmt: skip


def test_what_is_to_be_sent_becomes_obligations(run, tmp_path: Path) -> None:
    file = foreign(tmp_path / "通知.docx", *NOTICE)
    run("new", "anhe", "--sample")
    result = run("import", file, "--out", "读入.md", "--obligations", "--workspace", "anhe", "--json")
    told = data(result)["obligations"]
    assert [(one["deliverable"], one["due"], one["medium"]) for one in told] == [
        ("自查报告", "2026-03-20", ["书面", "电子版"]), ("工作进展情况", None, ["书面"]),
    ]  # fmt: skip
    assert told[0]["contents"] == ["基本情况", "存在问题", "下一步打算"]
    written = YAML(typ="safe").load((tmp_path / "读入（报送要求）.yaml").read_text(encoding="utf-8"))
    first = written["obligations"][0]
    assert (first["sender"], first["receiver"], first["kind"]) == ("990121", "990100", "self-check-report")


def test_the_entries_fit_into_a_campaign(run, tmp_path: Path) -> None:
    run("new", "anhe", "--sample")
    file = foreign(tmp_path / "通知.docx", *NOTICE)
    run("import", file, "--out", "读入.md", "--obligations", "--workspace", "anhe")
    campaign = shutil.copytree(ROOT / "inputs" / "anhe-2026", tmp_path / "ws") / "campaign.yaml"
    lines = (tmp_path / "读入（报送要求）.yaml").read_text(encoding="utf-8").split("obligations:\n")[1]
    campaign.write_text(campaign.read_text(encoding="utf-8").rstrip() + "\n" + lines, encoding="utf-8")
    result = run("due", "ws", "--on", "2026-03-10")
    assert "自查报告（书面、电子版）" in result.stdout and "3月20日" in result.stdout


def test_a_number_that_is_not_whole_is_left_open_and_told(run, tmp_path: Path) -> None:
    file = foreign(tmp_path / "通知.docx", *(line.replace("8号", "　　号") for line in NOTICE))
    result = run("import", file, "--out", "读入.md")
    assert "发文字号不全，没有填" in result.stderr
    assert "文号" not in (tmp_path / "读入.md").read_text(encoding="utf-8").split("---")[1].split("# 核对")[0]


def test_signs_of_the_text_language_print_as_they_are(run, tmp_path: Path) -> None:
    lines = (*NOTICE[:5], "#1号楼和@值班室要查。", "名称写成{{ a }}的不算。", *NOTICE[-2:])
    file = foreign(tmp_path / "通知.docx", *lines)
    run("import", file, "--out", "读入.md")
    assert run("build", "读入.md", "--to", "docx", "--out", "o").exit_code == 0
    again = docx.Document(str(next((tmp_path / "o" / "读入").glob("*.docx"))))
    assert any("#1号楼和@值班室要查。" in one.text for one in again.paragraphs)


@pytest.mark.parametrize(
    ("name", "out", "told"),
    [
        ("没有.docx", "x.md", "没有这个文件"),
        ("通知.txt", "x.md", "只能读入 .docx 和 .pdf"),
        ("通知.docx", "x.docx", "要以 .md 结尾"),
        ("通知.docx", "有了.md", "已有这个文件"),
    ],
)
def test_what_cannot_be_read_or_written_is_said(run, tmp_path: Path, name: str, out: str, told: str) -> None:
    foreign(tmp_path / "通知.docx", *NOTICE)
    (tmp_path / "通知.txt").write_text("通知", encoding="utf-8")
    (tmp_path / "有了.md").write_text("我的", encoding="utf-8")
    result = run("import", name, "--out", out)
    assert result.exit_code == 2 and told in result.stderr
    assert (tmp_path / "有了.md").read_text(encoding="utf-8") == "我的"


def test_a_marked_file_is_not_looked_into(run, tmp_path: Path) -> None:
    file = foreign(tmp_path / "通知.docx", "机密★1年", *NOTICE)
    result = run("import", file, "--out", "x.md")
    assert result.exit_code == 2 and "涉密" in result.stderr and not (tmp_path / "x.md").exists()
