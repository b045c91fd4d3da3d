"""The form of round 5 is broken by the book: every number of the sheet has everyday ways to be broken."""

from __future__ import annotations

from collections import Counter

from tests.corpus.manifest import bases, mutators

FORM = [one for one in mutators(rounds=(5,)) if ".form_" in one.change.__module__]


def test_it_has_250_sorts_with_500_defects_over_70_numbers() -> None:
    assert len(FORM) >= 250 and sum(len(bases(one)) for one in FORM) >= 500
    assert len({one.rule for one in FORM}) >= 70


def test_numbers_of_form_are_broken_in_two_ways() -> None:
    ways = Counter(one.rule for one in FORM if one.rule.startswith("L"))
    once = {rule for rule, count in ways.items() if count < 2}
    assert once <= {"L043", "L111", "L092"}, once


def test_every_sort_is_put_into_two_papers_of_different_hands_unless_it_is_one_of_printed_pages() -> None:
    for one in FORM:
        first, second = bases(one)
        assert first.producer != second.producer or one.producers == ("html",), one.name
