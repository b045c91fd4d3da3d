"""A rule is asked wherever one of its forms may stand: each form has one of the rule's signs in all that it matches."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator
from itertools import product
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from reporter.check import rules
from reporter.check.bound import Bound
from reporter.check.forms import Form
from reporter.check.registry import loaded_rules
from reporter.check.rule import Rule

MOST = 16
"""A class of more characters may be anything."""
ANY = "\n"
_ASIDE = (op.AT, op.ASSERT, op.ASSERT_NOT)


def texts(pattern: re.Pattern[str]) -> set[str]:
    """What the pattern matches and wants behind it, with a line's end for what is not fixed."""
    items = [*_parser.parse(pattern.pattern, pattern.flags)]
    kind, what = items[-1]
    behind = what[1] if kind is op.ASSERT and what[0] == 1 else ()
    return _sequence([*items, *behind])


def _sequence(items: Iterable[Any]) -> set[str]:
    known = {""}
    for item in items:
        known = {before + behind for before, behind in product(known, _one(*item))}
    return known


def _one(kind: Any, what: Any) -> set[str]:
    if kind is op.LITERAL:
        return {chr(what)}
    if kind is op.IN and len(what) <= MOST and all(one is op.LITERAL for one, _ in what):
        return {chr(one) for _, one in what}
    if kind is op.SUBPATTERN:
        return _sequence(what[-1])
    if kind is op.BRANCH:
        return {one for items in what[1] for one in _sequence(items)}
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        least, most, items = what
        once = _sequence(items) if most == 1 else {one + ANY for one in _sequence(items)} if least else {ANY}
        return once | ({""} if least == 0 else set())
    return {""} if kind in _ASIDE else {ANY}


def forms() -> Iterator[tuple[Rule, tuple[str, ...], re.Pattern[str]]]:
    """Each with its rule and with words of which one stands in all that it matches, where it names such."""
    for loaded in loaded_rules():
        check = loaded.check
        module = importlib.import_module(check.__module__) if check and loaded.rule.signs else rules
        for value in vars(module).values():
            for one in value if isinstance(value, tuple) else ():
                if isinstance(one, Bound):
                    yield loaded.rule, one.signs, one.pattern
                elif isinstance(one, Form):
                    parts = one.pattern if isinstance(one.pattern, tuple) else (("", one.pattern),)
                    yield from ((loaded.rule, (), pattern) for _, pattern in parts)


@pytest.mark.parametrize(("rule", "signs", "form"), [*forms()], ids=lambda one: getattr(one, "code", ""))
def test_what_a_form_matches_has_a_sign_of_its_rule(
    rule: Rule, signs: tuple[str, ...], form: re.Pattern[str]
) -> None:
    """By its own signs, or by what its pattern fixes."""
    lacking = [one for one in signs if not any(sign in one for sign in rule.signs)]
    open_ = [one for one in texts(form) if not any(sign in one for sign in rule.signs)]
    assert (signs and not lacking) or not open_, (lacking, sorted(open_)[:9])


def test_what_a_pattern_fixes_is_read_of_it() -> None:
    assert texts(re.compile("(?<!a)每(?:百|[千万])[^，]{0,3}户?(?!b)(?=。)")) == {
        f"每{one}{many}{end}。" for one in "百千万" for many in ("", ANY) for end in ("", "户")
    }
