"""What the rules tell of one subject, as codes in the order of the findings."""

from __future__ import annotations

from reporter.check.judging import judge
from reporter.check.subject import Subject


def codes(subject: Subject) -> list[str]:
    return [finding.code for finding in judge(subject).findings]


def found(subject: Subject, code: str) -> bool:
    return code in codes(subject)


def those(subject: Subject, *wanted: str) -> list[str]:
    """Only these codes, as often as they are told."""
    return [code for code in codes(subject) if code in wanted]
