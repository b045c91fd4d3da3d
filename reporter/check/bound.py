"""Forms of a sentence that bind its figures together, and what is wrong where they do not come out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from reporter.artefacts.seen.joined import Apart
from reporter.check.finding import Finding
from reporter.check.forms import possible
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
    behind: str = ""
    """What stands beside digits of every match, as `Beside` has it."""


def numbers(found: re.Match[str], *groups: int) -> tuple[Decimal, ...]:
    """The groups as numbers."""
    return tuple(Decimal(found[group]) for group in groups)


def tell_bounds(rule: Rule, subject: Subject, forms: Sequence[Bound]) -> Iterator[Finding]:
    """A finding about text and headings for every match that does not come out."""
    text = subject.text_of("body", "heading")
    for form in possible(forms, subject.seen.joined.numbers):
        if not text.says(*form.signs):
            continue
        for para, found in text.matches(form.pattern, quick=form.quick):
            if told := form.told(found):
                yield rule.at(subject, para, told, around(para.text, found))
