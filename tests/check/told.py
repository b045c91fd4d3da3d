"""What the rules tell of one subject, as codes in the order of the findings."""

from __future__ import annotations

from reporter.check.finding import Finding
from reporter.check.judging import judge
from reporter.check.registry import loaded_rules
from reporter.check.samples import notice
from reporter.check.subject import Subject

_RULES = {loaded.rule.code: loaded for loaded in loaded_rules()}
REPORT = "安和县民政局关于2026年工作情况的报告"


def severities(code: str, *body: str, title: str = REPORT) -> list[str]:
    """How gravely one rule tells what stands in these paragraphs."""
    return [one.severity for one in judge(notice(title=title, body=body)).findings if one.code == code]


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
