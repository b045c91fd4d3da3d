"""Outcomes as plain data (`reporter/check-1`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reporter.check.finding import Finding
from reporter.check.running import Outcome

SCHEMA = "reporter/check-1"


def outcomes_data(found: Sequence[Outcome], shared: Sequence[Finding], exit_code: int) -> dict[str, Any]:
    """The object that `--json` prints."""
    return {
        "exit_code": exit_code,
        "files": [_outcome(one) for one in found],
        "together": [finding.as_dict() for finding in shared],
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    if outcome.verdict is None:
        message, hint = outcome.refused or ("", "")
        return {"file": str(outcome.path), "refused": {"message": message, "hint": hint}}
    verdict = outcome.verdict
    return {
        "file": str(outcome.path),
        "findings": [finding.as_dict() for finding in verdict.findings],
        "unchecked": [
            {"code": one.code, "title": one.title, "reason": one.reason} for one in verdict.unchecked
        ],
        "notes": list(verdict.notes),
    }
