"""The form of round 5 is broken by the book: every number of the sheet has everyday ways to be broken."""

from __future__ import annotations

from collections import Counter

from tests.corpus.manifest import bases, mutators

ROUND = mutators(rounds=(5,))
FORM = [one for one in ROUND if ".form_" in one.change.__module__]


def test_it_has_200_sorts_with_400_defects_over_65_numbers() -> None:
    assert len(FORM) >= 200 and sum(len(bases(one)) for one in FORM) >= 400
    assert len({one.rule for one in FORM}) >= 65


def test_numbers_of_form_are_broken_in_two_ways() -> None:
    ways = Counter(one.rule for one in ROUND)
    assert {one.rule for one in FORM if one.rule[0] == "L" and ways[one.rule] < 2} <= {"L092", "L111"}


def test_every_sort_is_put_into_two_papers_of_different_hands_unless_it_is_one_of_printed_pages() -> None:
    for one in FORM:
        first, second = bases(one)
        assert first.producer != second.producer or one.producers == ("html",), one.name
