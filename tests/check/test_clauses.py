"""The clause that leads up to a place."""

from __future__ import annotations

from reporter.check.clauses import clause_before


def test_it_begins_behind_the_last_of_the_marks() -> None:
    assert clause_before("甲。乙，丙", "，。") == "丙"
    assert clause_before("甲。乙，丙", "。") == "乙，丙"
    assert clause_before("甲", "。") == "甲"


def test_it_ends_before_the_place() -> None:
    assert clause_before("甲。乙，丙", "，。", 3) == "乙"
    assert clause_before("甲。乙，丙", "，。", 2) == ""
