"""Round 5, words and figures: faults by the book, each in two files and each number in more than one way."""

from __future__ import annotations

from collections import Counter

from tests.corpus.case import EXTRA
from tests.corpus.manifest import bases, mutators
from tests.corpus.mutators.registry import Mutator
from tests.corpus.sets import set_cases

TOPICS = {"words", "sums", "claims", "enclosed"}


def sorts() -> list[Mutator]:
    """The mutators of words and figures; the others are of form."""
    return [one for one in mutators(rounds=(5,)) if _module(one).partition("_")[0] in TOPICS]


def _module(one: Mutator) -> str:
    return one.change.__module__.rpartition(".")[2]


def test_it_has_200_sorts_over_80_numbers_each_in_two_files() -> None:
    found = sorts()
    assert len(found) >= 200 and len({one.rule for one in found}) >= 80
    assert all(len(bases(one)) == 2 for one in found)


def test_every_number_of_words_and_figures_is_broken_in_more_than_one_way() -> None:
    ways = Counter(one.rule for one in mutators(rounds=(5,)))
    ways += Counter(case.rule for case in set_cases(rounds=(5,)) if case.mutator)
    assert [number for number in {one.rule for one in sorts()} if ways[number] < 2] == []


def test_what_must_not_be_published_is_among_it() -> None:
    assert set(EXTRA) <= {one.rule for one in sorts()}
    assert any(one.public for one in sorts())


def test_twenty_members_of_sets_say_something_else_than_the_others() -> None:
    assert len([case for case in set_cases(rounds=(5,)) if case.mutator]) >= 20
