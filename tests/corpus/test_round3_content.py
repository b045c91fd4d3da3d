"""The half of round 3 on figures, language and sets is as large as was asked, and names nothing that is not there."""

from __future__ import annotations

from tests.corpus.correct import documents
from tests.corpus.manifest import bases, mutators
from tests.corpus.papers import round3_content, round3_content_more
from tests.corpus.round3_sets import CHANGES, SETS
from tests.corpus.sets import set_cases

ROUND = (3,)
OF_CONTENT = [one for one in mutators(rounds=ROUND) if ".content_" in one.change.__module__]


def test_200_defects_of_content_over_35_numbers_each_have_a_file() -> None:
    assert len(OF_CONTENT) >= 200 and len({one.rule for one in OF_CONTENT}) >= 35
    assert all(bases(one) for one in OF_CONTENT)


def test_three_sets_have_30_changes() -> None:
    assert len(SETS) == 3 and len(CHANGES) >= 30
    assert sum(case.mutator is not None for case in set_cases(rounds=ROUND)) == len(CHANGES)


def test_twenty_papers_near_mistakes_are_written_by_two_hands_each() -> None:
    names = {paper.name for paper in (*round3_content.PAPERS, *round3_content_more.PAPERS)}
    assert len(names) >= 20
    hands = {
        name: {one.producer for one in documents(rounds=ROUND) if one.paper.name == name} for name in names
    }
    assert all(len(those) >= 2 for those in hands.values())
