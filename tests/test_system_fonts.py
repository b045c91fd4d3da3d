"""A workspace, or a text that stands alone, asks for the machine's genuine faces: what is told and recorded."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reporter.intake.problems import ValidationFailed
from reporter.making import Order, Result
from reporter.pipeline import build, build_text
from reporter.progress import Silent
from tests.genuine import Derived, as_truetype, derive, fonts_of, known_to_fontconfig
from tests.pdfa.rules import faults
from tests.test_pipeline import BRIEFING, CAMPAIGN, FILINGS, HAZARDS, HOMES

HANZI = "安和县民政局年月日关于的通知各乡镇要逐院排查检隐患整改简报截至发现已做法条一"
TEXT = "---\n标题: 关于安全工作的通知\n发文机关: 安和县民政局\n版头: 无\n版记: 无\n{more}---\n{body}\n"


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Has 仿宋_GB2312 and a 黑体 that may not be embedded."""
    folder = tmp_path / "machine"
    folder.mkdir()
    derive(Derived("fang", "仿宋_GB2312", "FangSong_GB2312", HANZI)).save(folder / "simfang.otf")
    derive(Derived("hei", "黑体", "SimHei", HANZI, rights=2)).save(folder / "simhei.otf")
    known_to_fontconfig(folder, monkeypatch)
    return folder


def _workspace(tmp_path: Path, more: str) -> Result:
    root = tmp_path / "anhe"
    files = {
        "campaign.yaml": CAMPAIGN + more,
        "filings.yaml": FILINGS.replace("  - {kind: list", "#").strip("\n"),
        "机构名册.csv": HOMES,
        "隐患台账.csv": HAZARDS,
        "templates/text/briefing.md": BRIEFING,
        "texts/briefing/做法.md": "逐院排查。\n",
    }
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    return build(Order(root, tmp_path / "out", formats=("docx", "pdf")), Silent())


def _alone(tmp_path: Path, more: str = "", body: str = "各乡镇要逐院排查。", *formats: str) -> Result:
    path = tmp_path / "通知.md"
    path.write_text(TEXT.format(more=more, body=body), encoding="utf-8")
    return build_text(Order(path, tmp_path / "out", formats=formats or ("docx", "pdf")), Silent())


def _manifest(result: Result) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((result.folder / "manifest.json").read_text(encoding="utf-8"))
    return found


def _pdf(result: Result) -> bytes:
    (path,) = result.folder.glob("*.pdf")
    return path.read_bytes()


def test_a_workspace_says_it_once_for_all(tmp_path: Path, machine: Path) -> None:
    result = _workspace(tmp_path, "fonts: system\n")
    assert "FangSong_GB2312" in fonts_of(_pdf(result))
    told = [(finding.code, finding.severity, finding.message) for finding in result.findings]
    assert [message for code, _, message in told if code == "GW715"] == [
        "本机没有可用的方正小标宋简体，PDF 里的小标宋用自带的替代字体",
        "本机没有可用的楷体_GB2312，PDF 里的楷体用自带的替代字体",
        "本机没有可用的黑体，PDF 里的黑体用自带的替代字体：黑体（simhei.otf）字体的许可不允许嵌入文件",
        "本机没有可用的宋体，PDF 里的宋体用自带的替代字体",
    ]
    assert {severity for code, severity, _ in told if code == "GW715"} == {"info"} and result.clean


def test_the_manifest_and_the_page_of_results_name_the_fonts(tmp_path: Path, machine: Path) -> None:
    result = _workspace(tmp_path, "fonts: system\n")
    told = _manifest(result)
    assert told["fonts"] == "system"
    (face,) = told["faces"]
    assert (face["name"], face["file"], face["version"]) == ("仿宋_GB2312", "simfang.otf", "5.01")
    assert len(face["sha256"]) == 64
    assert "仿宋_GB2312（simfang.otf，5.01）" in (result.folder / "结果.html").read_text(encoding="utf-8")


def test_nothing_changes_for_those_who_do_not_ask(
    tmp_path: Path, machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_fonts = _pdf(_workspace(tmp_path / "a", ""))
    monkeypatch.delenv("FONTCONFIG_FILE")
    result = _workspace(tmp_path / "b", "fonts: standin\n")
    assert _pdf(result) == with_fonts and "FangSong_GB2312" not in fonts_of(with_fonts)
    assert "faces" not in _manifest(result) and _manifest(result)["fonts"] == "standin"
    assert [finding for finding in result.findings if finding.code == "GW715"] == []


def test_another_choice_of_fonts_makes_the_files_anew(tmp_path: Path, machine: Path) -> None:
    first = _pdf(_workspace(tmp_path, "fonts: system\n"))
    second = _workspace(tmp_path, "fonts: standin\n")
    assert _pdf(second) != first and "faces" not in _manifest(second)


@pytest.mark.parametrize("said", ["字体: 本机字体\n", "fonts: system\n"])
def test_a_single_text_says_it_in_its_settings(tmp_path: Path, machine: Path, said: str) -> None:
    result = _alone(tmp_path, said)
    assert "FangSong_GB2312" in fonts_of(_pdf(result)) and _manifest(result)["faces"]
    assert "FangSong_GB2312" not in fonts_of(_pdf(_alone(tmp_path)))


def test_files_without_a_pdf_are_told_of_no_face(tmp_path: Path, machine: Path) -> None:
    result = _alone(tmp_path, "fonts: system\n", "各乡镇要逐院排查。", "docx")
    assert "GW715" not in {finding.code for finding in result.findings} and "faces" not in _manifest(result)


def test_an_unknown_choice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValidationFailed) as caught:
        _workspace(tmp_path, "fonts: mine\n")
    assert any("fonts" in str(problem) for problem in caught.value.problems)


def test_a_setting_in_a_text_of_a_workspace_is_told_to_be_without_effect(
    tmp_path: Path, machine: Path
) -> None:
    root = tmp_path / "anhe"
    _workspace(tmp_path, "")
    path = root / "templates" / "text" / "briefing.md"
    path.write_text(BRIEFING.replace("header: false", "header: false\nfonts: system"), encoding="utf-8")
    result = build(Order(root, tmp_path / "out", formats=("pdf",)), Silent())
    assert any("字体由 campaign.yaml" in warning for warning in result.made[0].warnings)
    assert "FangSong_GB2312" not in fonts_of(_pdf(result))


@pytest.mark.parametrize("fonts", ["standin", "system"])
def test_a_character_that_no_font_has_is_an_error_with_name_and_code_point(
    tmp_path: Path, machine: Path, fonts: str
) -> None:
    """U+0E01 and a hanzi of a plane that no face here has (extension I)."""
    result = _alone(tmp_path, f"fonts: {fonts}\n", "各乡镇\u0e01要\U0002ebf0逐院排查。")
    messages = [finding.message for finding in result.made[0].findings if finding.code == "GW713"]
    assert messages == [
        "字体中没有“\u0e01”（U+0E01，THAI CHARACTER KO KAI），会印成空框",
        "字体中没有“\U0002ebf0”（U+2EBF0），会印成空框",
    ]
    assert not result.clean


def test_characters_that_the_genuine_face_lacks_are_told(tmp_path: Path, machine: Path) -> None:
    result = _alone(tmp_path, "fonts: system\n", "各乡镇要逐院排查，鑫喆。")
    (told,) = [finding for finding in result.made[0].findings if finding.code == "GW714"]
    assert told.severity == "info" and "鑫" in told.message and "喆" in told.message


@pytest.mark.parametrize("outlines", ["postscript", "truetype"])
def test_a_file_in_genuine_faces_keeps_the_clauses_of_pdf_a(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, outlines: str
) -> None:
    folder = tmp_path / "machine"
    folder.mkdir()
    made = derive(Derived("fang", "仿宋_GB2312", "FangSong_GB2312", HANZI))
    (as_truetype(made) if outlines == "truetype" else made).save(folder / "simfang.otf")
    known_to_fontconfig(folder, monkeypatch)
    data = _pdf(_alone(tmp_path, "字体: 本机字体\n"))
    assert faults(data) == [] and "FangSong_GB2312" in fonts_of(data)
