"""What the rules tell of one subject, as codes in the order of the findings."""

from __future__ import annotations

from reporter.check.finding import Finding
from reporter.check.judging import judge
from reporter.check.registry import loaded_rules
from reporter.check.subject import Subject

_RULES = {loaded.rule.code: loaded for loaded in loaded_rules()}


def codes(subject: Subject) -> list[str]:
    return [finding.code for finding in judge(subject).findings]


def found(subject: Subject, code: str) -> bool:
    return code in codes(subject)


def those(subject: Subject, *wanted: str) -> list[str]:
    """Only these codes, as often as they are told."""
    return [code for code in codes(subject) if code in wanted]


def by_rule(code: str, subject: Subject) -> list[Finding]:
    """What one rule tells, whatever others that say it better would leave of that."""
    loaded = _RULES[code]
    assert loaded.check is not None
    return list(loaded.check(subject)) if loaded.rule.concerns(subject.seen) else []
