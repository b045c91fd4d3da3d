"""Outcomes as SARIF 2.1.0 (OASIS): what editors and code hosts show beside a file.

A .docx and a .pdf have no lines: `startLine` counts paragraphs where the paragraph is known, and the page stands among
the logical locations.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from reporter import __version__
from reporter.check.finding import Finding, Severity
from reporter.check.registry import loaded_rules
from reporter.check.rule import STRENGTH_NAMES, Rule
from reporter.check.running import Outcome

VERSION = "2.1.0"
SCHEMA_URI = "https://json.schemastore.org/sarif-2.1.0.json"
TOOL = "reporter"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_PARAGRAPH = re.compile(r"第(\d+)段")
_FINGERPRINT = "reporterFinding/v1"


def sarif(found: Sequence[Outcome], shared: Sequence[Finding], base: Path) -> str:
    """The log. Addresses are relative to the folder `base`; files elsewhere have their whole address."""
    results = [(finding, outcome.path) for outcome in found for finding in _of(outcome)]
    names = {outcome.path.name: outcome.path for outcome in found}
    results += [(finding, names.get(finding.where.file, Path(finding.where.file))) for finding in shared]
    used = {finding.code for finding, _ in results}
    rules = [loaded.rule for loaded in loaded_rules() if loaded.rule.code in used]
    index = {rule.code: place for place, rule in enumerate(rules)}
    refused = [outcome for outcome in found if outcome.refused]
    run = {
        "tool": {"driver": {"name": TOOL, "version": __version__, "rules": [_rule(rule) for rule in rules]}},
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(outcome.path, base)}} for outcome in found],
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [_notification(outcome, base) for outcome in refused],
            }
        ],
        "results": list(_results(results, index, base)),
    }
    return json.dumps(
        {"$schema": SCHEMA_URI, "version": VERSION, "runs": [run]}, ensure_ascii=False, indent=1
    )


def _of(outcome: Outcome) -> tuple[Finding, ...]:
    return outcome.verdict.findings if outcome.verdict else ()


def _rule(rule: Rule) -> dict[str, Any]:
    source = f"{rule.clause}（{STRENGTH_NAMES[rule.strength]}）"
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"{rule.why}检查：{rule.tests}。"},
        "help": {"text": f"怎么办：{rule.hint}。依据：{source}。"},
        "defaultConfiguration": {"level": _LEVELS[rule.weight]},
        "properties": {"clause": rule.clause, "strength": rule.strength, "tags": list(rule.implements)},
    }


def _results(
    results: Iterable[tuple[Finding, Path]], index: dict[str, int], base: Path
) -> Iterator[dict[str, Any]]:
    """Each with a fingerprint that stays when text above it moves it to another page or paragraph."""
    seen: Counter[str] = Counter()
    for finding, path in results:
        address = _uri(path, base)
        told = f"{finding.code}\0{address}\0{finding.where.quote or finding.message}"
        print_of = hashlib.sha256(f"{told}\0{seen[told]}".encode()).hexdigest()[:32]
        seen[told] += 1
        rule = {"ruleIndex": index[finding.code]} if finding.code in index else {}
        yield {
            "ruleId": finding.code,
            **rule,
            "level": _LEVELS[finding.severity],
            "message": {"text": _message(finding)},
            "locations": [_location(finding, address)],
            "partialFingerprints": {_FINGERPRINT: print_of},
        }


def _message(finding: Finding) -> str:
    return f"{finding.message}。怎么办：{finding.hint}" if finding.hint else finding.message


def _location(finding: Finding, address: str) -> dict[str, Any]:
    where = finding.where
    physical: dict[str, Any] = {"artifactLocation": {"uri": address}}
    if number := _PARAGRAPH.match(where.paragraph):
        physical["region"] = {"startLine": int(number[1])}
        if where.quote:
            physical["region"]["snippet"] = {"text": where.quote}
    page = f"第{where.page}页" if where.page else ""
    names = [name for name in (page, where.paragraph) if name]
    found: dict[str, Any] = {"physicalLocation": physical}
    if names:
        found["logicalLocations"] = [{"name": names[-1], "fullyQualifiedName": "/".join(names)}]
    return found


def _notification(outcome: Outcome, base: Path) -> dict[str, Any]:
    message = "。".join(part for part in outcome.refused or () if part)
    place = {"physicalLocation": {"artifactLocation": {"uri": _uri(outcome.path, base)}}}
    return {"level": "error", "message": {"text": message}, "locations": [place]}


def _uri(path: Path, base: Path) -> str:
    whole = path if path.is_absolute() else base / path
    try:
        return quote(os.fsencode(whole.relative_to(base).as_posix()))
    except ValueError:
        return whole.as_uri()
