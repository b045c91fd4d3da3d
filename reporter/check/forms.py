"""Words that are wrong as they stand, whatever the rest of the sentence says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from msgspec import Struct

from reporter.artefacts.seen.joined import Apart
from reporter.artefacts.seen.numbers import Numbers
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.subject import Subject


class Beside(Protocol):
    """A form of which it is known what stands beside the digits of every match."""

    @property
    def before(self) -> str:
        """Characters of which one stands right before digits; empty where that is not known."""

    @property
    def behind(self) -> str:
        """The same right behind digits."""


Some = TypeVar("Some", bound=Beside)


def possible(forms: Sequence[Some], numbers: Numbers) -> Iterator[Some]:
    """Those that the signs beside the numbers of a file do not rule out, which is told at once."""
    for form in forms:
        if not (
            (form.before and numbers.before.isdisjoint(form.before))
            or (form.behind and numbers.behind.isdisjoint(form.behind))
        ):
            yield form


class Form(Struct, frozen=True):
    """One form. `told` says what is wrong with it, `{}` in it being what stands there; `quick` as for `Joined.matches`,
    `before` and `behind` as `Beside` has them."""

    told: str
    pattern: re.Pattern[str] | Apart
    quick: Apart | None = None
    before: str = ""
    behind: str = ""


def tell_forms(rule: Rule, subject: Subject, forms: Sequence[Form]) -> Iterator[Finding]:
    """A finding for every match in text, cells, boxes and notes."""
    text = subject.seen.joined
    for form in possible(forms, text.numbers):
        for para, found in text.matches(form.pattern, quick=form.quick):
            yield rule.at(subject, para, form.told.format(found[0]), around(para.text, found))
