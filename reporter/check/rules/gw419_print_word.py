"""印发日期 ends in 印发 (L015)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW419",
    title="印发日期后加“印发”二字",
    implements=("L015",),
    clause="GB/T 9704-2012 7.4.3",
    strength="shall",
    tests="版记最后一行的日期",
    why="没有“印发”，会与成文日期相混。",
    hint="在日期后面写“印发”，例：2026年3月6日印发",
    good=notice,
    bad=lambda: notice(print_date="2026年3月6日"),
    roles=("print_date",),
)


_LABELLED = re.compile("印发(?:日期|时间)")
_TWICE = re.compile("印发印发$")


def check(subject: Subject) -> Iterator[Finding]:
    """The date in the last line of 版记."""
    for element in subject.sure("print_date"):
        text = element.text.rstrip()
        if _LABELLED.match(text):
            yield RULE.at(subject, element, "“印发”写在了日期前面，应在日期之后")
        elif "印发" not in text:
            yield RULE.at(subject, element, "印发日期后面没有“印发”二字")
        elif not text.endswith("印发"):
            yield RULE.at(subject, element, f"“印发”后面多了“{text[-1]}”")
        elif found := _TWICE.search(text):
            yield RULE.at(subject, element, f"印发日期后面写成了“{found[0]}”")
