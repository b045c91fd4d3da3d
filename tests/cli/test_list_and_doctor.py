"""`reporter list` and `reporter doctor`: what there is, and what the machine lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.answers import data
from tests.genuine import Derived, derive, known_to_fontconfig


@pytest.mark.parametrize(
    ("what", "name", "label"),
    [
        ("kinds", "year-end-summary", "总结报告"),
        ("faces", "letter", "信函"),
        ("rules", "GW703", "印出的数字与数据不符"),
        ("formats", "docx", "默认生成"),
    ],
)
def test_lists_name_and_explain(run, what: str, name: str, label: str) -> None:
    shown = run("list", what)
    assert shown.exit_code == 0 and name in shown.stdout and label in shown.stdout
    told = data(run("list", what, "--json"))
    assert (told["schema"], told["list"]) == ("reporter/list-1", what)
    assert {"name": name, "label": label}.items() <= next(
        i for i in told["items"] if i["name"] == name
    ).items()


def test_facts_have_both_names_and_a_value(run, sample: Path) -> None:
    told = data(run("list", "facts", sample, "--json"))
    closed = next(item for item in told["items"] if item["name"] == "hazards.closed()")
    assert closed == {"name": "hazards.closed()", "label": "隐患.已整改()", "value": "168条"}
    assert run("list", "facts").exit_code == 2
    wrong = run("list", "facts", sample, "--filing", "year-end-sumary@2026")
    assert wrong.exit_code == 2 and "year-end-summary@2026" in wrong.stderr


def test_forms_are_those_of_the_workspace(run, sample: Path) -> None:
    items = data(run("list", "forms", sample, "--json"))["items"]
    assert [item["name"] for item in items] == ["county-10", "province-10"]


def test_a_kind_of_the_workspace_is_listed(run, sample: Path) -> None:
    folder = sample / "templates" / "text"
    folder.mkdir(parents=True)
    (folder / "briefing.md").write_text("---\nname: 简报\ntitle: 简报\n---\n正文。\n", encoding="utf-8")
    assert "简报" in run("list", "kinds", sample).stdout
    assert "简报" not in run("list", "kinds").stdout


def test_an_unknown_list_names_the_nearest(run) -> None:
    result = run("list", "kind")
    assert result.exit_code == 2 and "是不是“kinds”" in result.stderr


def test_nothing_is_listed_from_data_with_errors(run, sample: Path) -> None:
    (sample / "filings.yaml").write_text("filings: 3\n", encoding="utf-8")
    for what in ("facts", "forms"):
        result = run("list", what, sample)
        assert result.exit_code == 2
        assert f"数据有错误，列不出 {what}" in result.stderr and "reporter validate" in result.stderr
    assert run("diff", sample, sample).exit_code == 2
    assert "工作文件夹的数据有错误，没有比较" in run("diff", sample, sample).stderr


def test_doctor_finds_a_set_up_machine_well(run) -> None:
    told = data(run("doctor", "--json"))
    assert told["schema"] == "reporter/doctor-1"
    states = {check["name"]: check["state"] for check in told["checks"] if check["needed"]}
    assert states.pop("writable") == "works"
    assert set(states) == {"python", "fonts", "coverage", "pango", "subsetter", "templates"}
    assert told["exit_code"] == (1 if "missing" in states.values() else 0)


def test_doctor_says_which_genuine_faces_the_machine_has(run, tmp_path: Path, monkeypatch) -> None:
    known_to_fontconfig(tmp_path, monkeypatch)
    (check,) = [one for one in data(run("doctor", "--json"))["checks"] if one["name"] == "genuine"]
    assert (check["state"], check["needed"]) == ("missing", False)
    assert check["detail"] == "没有小标宋、仿宋、楷体、黑体、宋体"
    derive(Derived("fang", "仿宋_GB2312", "FangSong_GB2312")).save(tmp_path / "simfang.otf")
    derive(Derived("hei", "黑体", "SimHei", gbk=True)).save(tmp_path / "simhei.otf")
    (check,) = [one for one in data(run("doctor", "--json"))["checks"] if one["name"] == "genuine"]
    told = "仿宋有仿宋_GB2312（simfang.otf，5.01）；黑体有黑体（simhei.otf，5.01）；没有小标宋、楷体、宋体"
    assert (check["state"], check["detail"]) == ("works", told)


def test_doctor_says_what_to_do_without_fonts(run, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("REPORTER_FONTS", str(tmp_path / "none"))
    result = run("doctor")
    assert result.exit_code == 1
    assert "[缺少] 排版字体" in result.stdout and "make setup" in result.stdout
