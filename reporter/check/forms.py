"""Words that are wrong as they stand, whatever the rest of the sentence says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from reporter.artefacts.seen.joined import Apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.subject import Subject


class Form(Struct, frozen=True):
    """One form. `told` says what is wrong with it, `{}` in it being what stands there; `quick` as for `Joined.matches`.
    Where `before` or `behind` are given, one of their characters stands right before or behind digits of every match.
    """

    told: str
    pattern: re.Pattern[str] | Apart
    quick: Apart | None = None
    before: str = ""
    behind: str = ""


def tell_forms(rule: Rule, subject: Subject, forms: Sequence[Form]) -> Iterator[Finding]:
    """A finding for every match in text, cells, boxes and notes."""
    text = subject.seen.joined
    for form in forms:
        beside = form.before or form.behind
        if (
            beside
            and text.numbers.before.isdisjoint(form.before)
            and text.numbers.behind.isdisjoint(form.behind)
        ):
            continue
        for para, found in text.matches(form.pattern, quick=form.quick):
            yield rule.at(subject, para, form.told.format(found[0]), around(para.text, found))
