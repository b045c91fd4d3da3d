"""Where the forms of points are tried at all is where one may begin."""

from __future__ import annotations

from re import _constants as code
from re import _parser as parser
from typing import Any

from reporter.calendar import scan

DIGIT = "0"
"""Stands for every digit of any script."""


def begins(parsed: Any) -> tuple[set[str], bool]:
    """The characters in which what a parsed pattern matches may begin, and whether it may match nothing."""
    found: set[str] = set()
    for kind, value in parsed:
        more, empty = begin_of(kind, value)
        found |= more
        if not empty:
            return found, False
    return found, True


def begin_of(kind: Any, value: Any) -> tuple[set[str], bool]:
    if kind is code.LITERAL:
        return {sign(value)}, False
    if kind is code.IN:
        return set().union(*(members(*one) for one in value)), False
    if kind is code.BRANCH:
        branches = [begins(branch) for branch in value[1]]
        return set().union(*(one for one, _ in branches)), any(empty for _, empty in branches)
    if kind is code.SUBPATTERN:
        return begins(value[-1])
    if kind in (code.MAX_REPEAT, code.MIN_REPEAT):
        least, _, repeated = value
        more, empty = begins(repeated)
        return more, empty or not least
    assert kind in (code.AT, code.ASSERT, code.ASSERT_NOT), kind
    return set(), True


def members(kind: Any, value: Any) -> set[str]:
    if kind is code.LITERAL:
        return {sign(value)}
    if kind is code.RANGE:
        return {sign(one) for one in range(value[0], value[1] + 1)}
    assert (kind, value) == (code.CATEGORY, code.CATEGORY_DIGIT)
    return {DIGIT}


def sign(number: int) -> str:
    return DIGIT if chr(number).isdecimal() else chr(number)


def test_forms_of_points_are_tried_where_one_may_begin_and_nowhere_else() -> None:
    found = [begins(parser.parse(scan._FORMS[form])) for form in scan._POINTED]
    assert not any(empty for _, empty in found)
    tried, _ = begins(parser.parse(scan._BEGINS.replace("(?=", "(?:")))
    assert set().union(*(signs for signs, _ in found)) == tried and len(tried) > 30
