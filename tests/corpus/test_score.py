"""The checker on the corpus: right documents pass, seeded defects are found."""

from __future__ import annotations

import pytest

from tests.corpus.manifest import cases
from tests.corpus.score import score, scores, summary


def test_correct_documents_of_four_producers_have_no_error_and_few_warnings() -> None:
    found = [
        score(case, render=False) for case in cases(heldout=False) if not case.rule and not case.together
    ]
    figures = summary(found)
    assert figures["correct"] >= 40 and len({one.producer for one in found}) >= 3
    assert figures["refused"] == 0 and figures["false_errors"] == 0
    assert figures["false_warnings"] < figures["correct"]


@pytest.mark.deep
def test_seeded_defects_are_found() -> None:
    found = list(scores(list(cases(heldout=False)), render=True))
    figures = summary(found)
    assert figures["defects"] >= 150 and figures["numbers"] >= 60
    assert figures["false_errors"] == 0 and figures["false_warnings"] < figures["correct"]
    assert figures["hits"] >= 0.98 * figures["defects"]
