"""`reporter build` and `reporter explain` on the sample county: written, told, refused, explained."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from reporter.pipeline import STEPS
from tests.cli.answers import break_cell, data

FORM = ("--only", "notification-points@2026", "--to", "docx")


def test_a_build_tells_what_it_wrote_and_what_is_blank(run, sample: Path, tmp_path: Path) -> None:
    result = run("build", sample, "--only", "rectification-lists", "--to", "xlsx")
    assert result.exit_code == 0, result.output
    assert "写出：安和县2026年养老院服务质量建设专项行动整改四个清单.xlsx" in result.stdout
    assert "待填2处，在这些地方补：" in result.stdout
    assert "filings.yaml › rectification-lists（2026）那一段 › reviewed_by（审核人）：审核人" in result.stdout
    assert "1份文稿" in result.stderr
    assert (tmp_path / "outputs" / "anhe" / "manifest.json").is_file()
    again = run("build", sample, "--only", "rectification-lists", "--to", "xlsx")
    assert "未变：" in again.stdout and "写出：" not in again.stdout


def test_the_json_of_a_build(run, sample: Path, tmp_path: Path) -> None:
    result = run("build", sample, *FORM, "--json")
    told = data(result)
    assert result.exit_code == told["exit_code"] == 0
    assert (told["schema"], told["workspace"]) == ("reporter/build-1", "anhe")
    (filing,) = told["filings"]
    assert (filing["id"], filing["kind"]) == ("notification-points@2026", "notification-points")
    assert filing["blank_places"].keys() == set(filing["blanks"])
    docx = filing["files"]["docx"]
    assert (tmp_path / told["folder"] / docx["path"]).is_file() and docx["outcome"] == "written"
    assert {problem["severity"] for problem in told["problems"]} <= {"warning", "info"}


def test_strict_makes_reminders_count(run, sample: Path) -> None:
    assert run("build", sample, *FORM, "--strict").exit_code == 1


def test_verbose_names_the_steps_in_order(run, sample: Path) -> None:
    told = run("build", sample, *FORM, "--verbose").stderr
    places = [told.index(f"[{number}/7] {word}") for number, word in enumerate(STEPS, 1)]
    assert places == sorted(places)
    assert "[1/7]" not in run("build", sample, *FORM).stderr


def test_nothing_is_built_while_a_cell_is_wrong(run, sample: Path, tmp_path: Path) -> None:
    break_cell(sample / "隐患台账.xlsx", "隐患等级", "大大的")
    result = run("build", sample, "--json")
    told = data(result)
    assert result.exit_code == told["exit_code"] == 2
    assert told["schema"] == "reporter/build-1" and told["filings"] == []
    assert "大大的" in result.stderr and "没有生成任何文件" in result.stderr
    made = sorted(path.name for path in (tmp_path / "outputs").rglob("*") if path.is_file())
    assert made == ["copies.json", "（标注）隐患台账.xlsx"]


def test_several_kinds_may_be_asked_for_with_a_comma(run, sample: Path) -> None:
    asked = "notification-points@2026，rectification-lists"
    told = data(run("build", sample, "--only", asked, "--to", "xlsx", "--json"))
    assert {one["kind"] for one in told["filings"]} == {"notification-points", "rectification-lists"}


def test_only_a_comma_does_not_mean_everything(run, sample: Path, tmp_path: Path) -> None:
    result = run("build", sample, "--only", ",")
    assert result.exit_code == 2
    assert not (tmp_path / "outputs").exists()


def test_unknown_kinds_and_formats_name_the_nearest(run, sample: Path, tmp_path: Path) -> None:
    kind = run("build", sample, "--only", "notification-point")
    assert kind.exit_code == 2 and "notification-points" in kind.stderr
    wrong = run("build", sample, "--to", "docs")
    assert wrong.exit_code == 2 and "是不是“docx”" in wrong.stderr
    assert not (tmp_path / "outputs").exists()


def test_a_commented_text_is_made_and_builds(run, tmp_path: Path) -> None:
    assert run("new", "--text", "通知.md").exit_code == 0
    assert run("new", "--text", "通知.md").exit_code == 2
    result = run("build", "通知.md", "--to", "docx", "--json")
    told = data(result)
    assert result.exit_code == 0, result.output
    (filing,) = told["filings"]
    assert filing["files"]["docx"]["path"] == "关于做好2026年冬春季养老机构安全管理工作的通知.docx"
    assert {"第一组组长", "第二组组长", "联系人", "联系电话"} <= set(filing["blanks"])
    assert told["problems"] == []
    assert (tmp_path / "outputs" / "通知" / "结果.html").is_file()
    assert "未变：" in run("build", "通知.md", "--to", "docx").stdout


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("一、概况", "---"),
        ("---\ntitle: {{ a }}\n---\n文\n", "要加引号"),
        ("---\n标题: 通知\n版式: 明信片\n---\n文\n", "第3行"),
        ("---\n标题: 通知\n密级: 机密\n---\n文\n", "本机不得处理涉密文件"),
    ],
)
def test_a_text_that_is_wrong_writes_nothing(run, tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "通知.md").write_text(text, encoding="utf-8")
    result = run("build", "通知.md")
    assert result.exit_code == 2 and told in result.stderr
    assert not (tmp_path / "outputs").exists()
    assert run("build", "没有.md").exit_code == 2


def test_a_figure_is_explained_down_to_its_cells(run, sample: Path, tmp_path: Path) -> None:
    title = "关于2026年养老院服务质量建设专项行动工作情况的报告"
    built = run("build", sample, "--only", "year-end-summary@2026", "--to", "docx")
    assert built.exit_code == 0, built.output
    file = tmp_path / "outputs" / "anhe" / f"{title}.docx"
    result = run("explain", file, "168")
    assert result.exit_code == 0
    assert "隐患.已整改()" in result.stdout and "hazards." not in result.stdout
    assert "隐患台账.xlsx › 隐患台账 › AC4:AC14" in result.stdout
    assert "正文第" in result.stdout and "已整改销号168条" in result.stdout
    told = data(run("explain", file, "168", "--json"))
    assert (told["schema"], told["filing"]) == ("reporter/explain-1", "year-end-summary@2026")
    assert told["found_by"] == "sha256"
    first = told["hits"][0]["sources"][0]
    assert first["ref"] == "fact:hazards.closed()" and len(first["records"]) == 168
    nothing = run("explain", file, "169")
    assert nothing.exit_code == 1 and "168（已整改）" in nothing.stderr
    moved = tmp_path / "桌面.docx"
    shutil.copy(file, moved)
    assert data(run("explain", moved, "168", "--json"))["hits"] == told["hits"]


def test_codes_are_explained(run) -> None:
    assert "印出的数字与数据不符" in run("explain", "GW703").stdout
    assert data(run("explain", "gw703", "--json"))["schema"] == "reporter/rule-1"
    unknown = run("explain", "GW799")
    assert unknown.exit_code == 2 and "GW7开头的有" in unknown.stderr


def test_a_file_that_is_not_ours(run, tmp_path: Path) -> None:
    (tmp_path / "别人的.docx").write_bytes(b"PK")
    result = run("explain", "别人的.docx", "12")
    assert result.exit_code == 2 and "manifest.json" in result.stderr
    assert run("explain", "没有.pdf", "12").exit_code == 2
    assert "还要写上要查的数字或词句" in run("explain", "没有.pdf").stderr


def test_an_edited_file_is_still_traced_by_its_properties(run, sample: Path, tmp_path: Path) -> None:
    run("build", sample, *FORM)
    delivered = next((tmp_path / "outputs" / "anhe").glob("*.docx"))
    edited = tmp_path / "改过.docx"
    with zipfile.ZipFile(delivered) as old, zipfile.ZipFile(edited, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace("养老机构".encode(), "敬老机构".encode()))
    told = data(run("explain", edited, "38", "--json"))
    assert (told["found_by"], told["filing"]) == ("properties", "notification-points@2026")
    assert "改动过" in run("explain", edited, "38").stdout
    typed = run("explain", edited, "敬老机构")
    assert typed.exit_code == 1 and "这句话不在生成的文稿里，是手工改的。" in typed.stderr


def test_a_figure_of_a_pdf_has_its_page(run, sample: Path, tmp_path: Path) -> None:
    built = run("build", sample, "--only", "notification-points@2026", "--to", "pdf")
    assert built.exit_code == 0, built.output
    pdf = next((tmp_path / "outputs" / "anhe").glob("*.pdf"))
    assert [hit["page"] for hit in data(run("explain", pdf, "38", "--json"))["hits"]] == [1]
    run("build", sample, *FORM)
    assert "1. 约第1页　" in run("explain", pdf.with_suffix(".docx"), "38").stdout
    pdf.unlink()
    assert "约第" not in run("explain", pdf.with_suffix(".docx"), "38").stdout


def test_fixed_words_are_only_counted_where_there_is_data(run, sample: Path, tmp_path: Path) -> None:
    run("build", sample, *FORM)
    word = next((tmp_path / "outputs" / "anhe").glob("*.docx"))
    told = run("explain", word, "是").stdout
    assert "另有" in told and "处是固定文字" in told and "不是取自台账的数据" not in told
    assert "不是取自台账的数据：同第1处" in run("explain", word, "养老机构").stdout


def test_a_disk_that_refuses_is_told_and_nothing_is_our_fault(run, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("", encoding="utf-8")
    result = run("build", sample, *FORM, "--out", tmp_path / "文件")
    assert result.exit_code == 2 and "程序内部出错" not in result.stderr


@pytest.mark.parametrize("name", ["四个清单", "四个清单@2026", "rectification-lists@2026"])
def test_a_kind_may_be_asked_for_by_its_chinese_name(run, sample: Path, name: str) -> None:
    told = data(run("build", sample, "--only", name, "--to", "xlsx", "--json"))
    assert [one["kind"] for one in told["filings"]] == ["rectification-lists"]


def test_an_unknown_rule_lists_its_family(run) -> None:
    told = run("explain", "GW799").stderr
    assert "GW7开头的有：GW701、" in told and "是不是" not in told
    assert "list rules" in run("explain", "GW999").stderr
