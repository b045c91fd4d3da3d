"""Every deadline of a notice is an obligation with its own day, or is left for a person to judge."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from reporter.calendar.grammar import find_deadlines
from reporter.collect.demands import Demand, demands_of, yaml_of
from reporter.compose.kinds import materials

KINDS = materials()
THREE = "各乡镇4月10日前报送实施方案，4月30日前报送自查问题清单，10月30日前报送年度工作总结和通报要点。"
RECURRING = "每季度通报一次整改情况，并于11月10日前向市民政局报送全县总结。"


def _told(sentence: str) -> list[tuple[str, str, date | None]]:
    return [(one.deliverable, one.kind, one.due) for one in demands_of([sentence], 2026, KINDS)[0]]


def _unsure(sentence: str) -> list[str]:
    return [one.due_text for one in demands_of([sentence], 2026, KINDS)[1]]


def test_each_deadline_of_a_sentence_is_an_obligation_with_its_own_day() -> None:
    assert _told(THREE) == [
        ("实施方案", "implementation-plan", date(2026, 4, 10)),
        ("自查问题清单", "rectification-lists", date(2026, 4, 30)),
        ("年度工作总结", "year-end-summary", date(2026, 10, 30)),
        ("通报要点", "notification-points", date(2026, 10, 30)),
    ]
    assert _unsure(THREE) == []


def test_a_recurrence_in_the_same_sentence_does_not_take_the_day_away() -> None:
    (found,), _ = demands_of([RECURRING], 2026, KINDS)
    assert (found.deliverable, found.due, found.to) == ("全县总结", date(2026, 11, 10), "市民政局")
    assert _unsure(RECURRING) == ["每季度通报一次"]


def test_two_days_that_share_a_verb_are_two_obligations() -> None:
    told = _told("请于3月20日前和6月20日前分别报送工作总结。")
    assert [due for _, _, due in told] == [date(2026, 3, 20), date(2026, 6, 20)]


def test_days_in_brackets_belong_to_what_stands_before_them() -> None:
    told = _told("请报送自查报告（3月20日前）、工作总结（10月30日前）。")
    assert told == [
        ("自查报告", "self-check-report", date(2026, 3, 20)),
        ("工作总结", "year-end-summary", date(2026, 10, 30)),
    ]


@pytest.mark.parametrize(
    ("sentence", "unsure"),
    [
        ("收到通知后5个工作日内报送工作方案。", ["收到通知后5个工作日内"]),
        ("请及时报送有关情况。", ["及时"]),
        ("4月10日报送名单，5月10日前报送总结。", ["4月10日"]),
        ("各地4月10日前完成排查，5月10日前报送工作情况报告。", ["4月10日前"]),
    ],
)
def test_what_gives_no_day_or_sends_nothing_is_left_to_a_person(sentence: str, unsure: list[str]) -> None:
    assert _unsure(sentence) == unsure


@pytest.mark.parametrize(
    "sentence", [THREE, RECURRING, "每月5日前报送工作进展情况，年底前完成验收；6月底前提交台账和名单。"]
)
def test_no_deadline_is_dropped(sentence: str) -> None:
    demands, doubts = demands_of([sentence], 2026, KINDS)
    kept = {one.due_text for one in (*demands, *doubts)}
    wanted = {one.text for part in re.split("(?<=；)", sentence) for _, _, one in find_deadlines(part, 2026)}
    assert kept == wanted


def test_what_is_unsure_stands_below_the_entries_as_a_remark() -> None:
    demands, doubts = demands_of([RECURRING], 2026, KINDS)
    assert all(isinstance(one, Demand) for one in demands)
    written = yaml_of(demands, "", "", "通知.docx", doubts)
    assert f"#   每季度通报一次：{RECURRING}" in written.splitlines()


@pytest.mark.parametrize(
    ("material", "kind"),
    [("自查总结", "year-end-summary"), ("整改台账", "rectification-lists"), ("情况说明", "filing-letter")],
)
def test_the_kind_is_the_one_whose_word_stands_last(material: str, kind: str) -> None:
    (found,), _ = demands_of([f"4月10日前报送{material}报告。"], 2026, KINDS)
    assert found.kind == kind


def test_a_kind_of_the_workspace_says_itself_what_it_meets(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "text"
    folder.mkdir(parents=True)
    (folder / "daily.md").write_text("---\nname: 日报\ntitle: 日报\n对应材料: [统计表]\n---\n文\n", encoding="utf-8")
    (found,), _ = demands_of(["4月10日前报送统计表。"], 2026, materials(tmp_path))
    assert found.kind == "daily"
