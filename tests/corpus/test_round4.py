"""Round 4 is spread over language, figures and form as faults are in practice, and its papers are of many hands."""

from __future__ import annotations

from collections import Counter

from tests.corpus.correct import documents
from tests.corpus.hands import PAPERS_OF
from tests.corpus.manifest import bases, mutators

ROUND = (4,)


def test_it_has_300_sorts_with_600_defects_over_60_numbers() -> None:
    sorts = mutators(rounds=ROUND)
    assert len(sorts) >= 300 and sum(len(bases(one)) for one in sorts) >= 600
    assert len({one.rule for one in sorts}) >= 60


def test_every_sort_is_put_into_two_papers_of_different_hands_the_first_of_its_own_round() -> None:
    for one in mutators(rounds=ROUND):
        first, second = bases(one)
        assert first.producer != second.producer and first.round == 4, one.name


def test_two_fifths_are_language_and_a_quarter_each_figures_and_form() -> None:
    sorts = mutators(rounds=ROUND)
    kinds = Counter(one.change.__module__.rpartition(".")[2].partition("_")[0] for one in sorts)
    assert set(kinds) == {"language", "figures", "form"}
    assert kinds["language"] >= 0.4 * len(sorts) and min(kinds.values()) >= 0.25 * len(sorts)


def test_twelve_papers_are_written_by_three_hands_each_foreign_ones_among_them() -> None:
    hands = {
        paper.name: {one.producer for one in documents(rounds=ROUND) if one.paper.name == paper.name}
        for paper in PAPERS_OF[4]
    }
    assert len(hands) >= 12
    assert all(len(those) >= 3 and those - {"ours"} for those in hands.values()), hands
