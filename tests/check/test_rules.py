"""Every rule, found by its file name, passes its good example and flags its bad one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reporter.check.finding import Finding
from reporter.check.registry import Loaded, loaded_rules
from reporter.check.rule import SEVERITY
from reporter.check.subject import Subject


def findings(loaded: Loaded, example: Subject | Sequence[Subject]) -> list[Finding]:
    if loaded.check_set is not None:
        assert isinstance(example, Sequence)
        return list(loaded.check_set(example))
    assert loaded.check is not None and isinstance(example, Subject)
    return list(loaded.check(example))


@pytest.mark.parametrize("loaded", loaded_rules(), ids=lambda loaded: loaded.rule.code)
def test_passes_its_good_example_and_flags_its_bad_one(loaded: Loaded) -> None:
    rule = loaded.rule
    assert findings(loaded, rule.good()) == []
    found = findings(loaded, rule.bad())
    assert found and {one.code for one in found} == {rule.code}
    assert all(one.severity == rule.weight and one.message and one.where.file for one in found)


@pytest.mark.parametrize(
    "loaded",
    [one for one in loaded_rules() if one.rule.signs or one.rule.tables or one.rule.about],
    ids=lambda loaded: loaded.rule.code,
)
def test_what_it_flags_has_the_signs_without_which_it_is_not_asked(loaded: Loaded) -> None:
    example = loaded.rule.bad()
    assert isinstance(example, Subject) and all(loaded.rule.signs)
    assert loaded.rule.concerns(example.seen)


@pytest.mark.parametrize("loaded", loaded_rules(), ids=lambda loaded: loaded.rule.code)
def test_says_where_it_comes_from_and_what_to_do(loaded: Loaded) -> None:
    rule = loaded.rule
    assert rule.implements and rule.clause and rule.hint and rule.why and rule.tests
    assert ("set" in rule.needs) == (loaded.check_set is not None)
    if rule.strength == "practice":
        assert "标准" not in rule.title and SEVERITY[rule.strength] == "info" and rule.weight != "error"


def test_no_two_rules_share_a_code() -> None:
    codes = [loaded.rule.code for loaded in loaded_rules()]
    assert len(codes) == len(set(codes))
