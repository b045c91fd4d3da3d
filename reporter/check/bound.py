"""Forms of a sentence that bind its figures together, and what is wrong where they do not come out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from reporter.artefacts.seen.joined import Apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.subject import Subject

N = r"(\d+(?:\.\d+)?)"
"""A number as a group."""


class Bound(Struct, frozen=True):
    """One form. `told` says what is wrong with a match, empty for nothing; one of the signs stands in every match,
    and `quick` is found in it where that is given."""

    signs: tuple[str, ...]
    quick: Apart | None
    pattern: re.Pattern[str]
    told: Callable[[re.Match[str]], str]
    before: str = ""
    """Characters of which one stands right before digits of every match, where that is known: it is told at once."""
    behind: str = ""
    """The same right behind digits."""


def numbers(found: re.Match[str], *groups: int) -> tuple[Decimal, ...]:
    """The groups as numbers."""
    return tuple(Decimal(found[group]) for group in groups)


def tell_bounds(rule: Rule, subject: Subject, forms: Sequence[Bound]) -> Iterator[Finding]:
    """A finding about text and headings for every match that does not come out."""
    text, numbers = subject.text_of("body", "heading"), subject.seen.joined.numbers
    for form in forms:
        if (form.before and numbers.before.isdisjoint(form.before)) or (
            form.behind and numbers.behind.isdisjoint(form.behind)
        ):
            continue
        if not text.says(*form.signs):
            continue
        for para, found in text.matches(form.pattern, quick=form.quick):
            if told := form.told(found):
                yield rule.at(subject, para, told, around(para.text, found))
