"""Profiles: which standard a file is held against, and what a place does otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from reporter.check.judging import judge
from reporter.check.profiles import known_values, profile_of
from reporter.check.samples import heading, notice, setting
from reporter.check.subject import Subject
from reporter.cli.rules import meaning_of
from reporter.errors import InputError, UnknownName


def codes(subject: Subject, profile: str) -> set[str]:
    return {finding.code for finding in judge(replace(subject, profile=profile_of(profile))).findings}


def with_margins(top: float, bottom: float) -> Subject:
    return notice(subject={"setting": setting(top=top, bottom=bottom)})


def local(folder: Path, text: str) -> str:
    path = folder / "本省.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_both_models_of_margins_are_right_unless_one_is_asked_for() -> None:
    assert "GW102" not in codes(with_margins(37, 35), "默认")
    assert "GW102" not in codes(with_margins(34.58, 32.58), "默认")
    assert "GW102" in codes(with_margins(34.58, 32.58), "gbt9704")
    assert "GW102" in codes(with_margins(37, 35), "gbt33476")


def test_a_place_may_turn_a_rule_off_or_make_it_milder(tmp_path: Path) -> None:
    wrong = notice(number="安民字[2026]12号")
    off = local(tmp_path, "levels:\n  GW201: off\n")
    assert "GW201" not in codes(wrong, off)
    milder = replace(wrong, profile=profile_of(local(tmp_path, "levels:\n  GW201: info\n")))
    assert {f.severity for f in judge(milder).findings if f.code == "GW201"} == {"info"}


def test_a_place_may_use_bold_level_two_and_its_own_margins(tmp_path: Path) -> None:
    bold = notice(body=(heading("一、目标", 1), heading("（一）近期", 2, bold=True, font="楷体")))
    assert "GW323" in codes(bold, "默认")
    assert "GW323" not in codes(bold, local(tmp_path, "values:\n  bold_level_2: 是\n"))
    own = local(tmp_path, "margins: {top: 30, bottom: 30, left: 28, right: 26}\n")
    assert "GW102" not in codes(with_margins(30, 30), own)


def test_every_mistake_of_a_local_file_is_told_at_once(tmp_path: Path) -> None:
    text = "level: {}\nlevels:\n  GW999: off\n  GW201: fatal\nmargins: {top: 很大}\nmargin_tolerance: x\n"
    with pytest.raises(InputError) as error:
        profile_of(local(tmp_path, text))
    for part in ("level", "GW999", "fatal", "margins", "margin_tolerance"):
        assert part in error.value.message


def test_an_unknown_name_and_a_missing_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="gbt9740"):
        profile_of("gbt9740")
    with pytest.raises(InputError, match="找不到"):
        profile_of(str(tmp_path / "没有.yaml"))


def test_the_local_rules_that_the_guide_shows_are_read(tmp_path: Path) -> None:
    guide = (Path(__file__).parents[2] / "README.zh-CN.md").read_text(encoding="utf-8")
    (example,) = (part for part in guide.split("```yaml\n")[1:] if part.startswith("name: "))
    found = profile_of(local(tmp_path, example.partition("```")[0]))
    assert (found.name, dict(found.levels)) == ("安和县", {"GW117": "off", "GW501": "error"})


def test_each_rule_says_itself_what_a_profile_may_set(tmp_path: Path) -> None:
    known = known_values()
    assert known == {"allow_1_to_3": "一级标题下可以直接用1.", "bold_level_2": "二级标题可以加粗"}
    with pytest.raises(InputError, match="bold_level_2"):
        profile_of(local(tmp_path, "values:\n  bold_level2: 是\n"))
    assert all(
        name in meaning_of(code).meaning
        for code, name in (("GW317", "allow_1_to_3"), ("GW323", "bold_level_2"))
    )
