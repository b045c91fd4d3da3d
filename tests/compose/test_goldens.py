"""The Documents of the sample county, kept as archive texts; REPORTER_UPDATE_GOLDENS=1 writes them again."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from reporter.compose.composition import compose
from reporter.compose.kinds import kind_names
from reporter.document.archive import dumps, loads
from reporter.document.blanks import blank_names
from reporter.document.model import Document
from reporter.intake.workspace import load_valid
from reporter.records.filing import Filing
from reporter.records.workspace import Workspace

TESTS = Path(__file__).parents[1]
GOLDEN = TESTS / "golden"
TEXTS = TESTS.parent / "inputs" / "examples" / "texts"
FILINGS = {
    "implementation-plan": "implementation-plan@2026",
    "notification-points": "notification-points@2026",
    "year-end-summary": "year-end-summary@2026",
    "rectification-lists": "rectification-lists@2026",
    "filing-letter": "filing-letter@2026",
}
OTHERS = {
    "name-list-announcement": "unfiled",
    "rule-list": None,
    "outcome-list": None,
    "rating-results": None,
    "nomination": None,
    "self-check-report": None,
    "per-home-plan": None,
    "work-brief": None,
    "summons-notice": None,
    "supervision-notice": None,
    "leading-group-notice": None,
    "forwarding-notice": None,
    "chasing-letter": None,
    "quarterly-bulletin": None,
    "dispatch-slip": None,
}
"""Kinds that the sample county does not file by itself, and their shape; their texts lie beside the examples."""
FEW = 8
"""Ledger rows of the workspace whose lists and letter are kept: enough for groups, small enough to read."""


@cache
def sample() -> Workspace:
    return load_valid(TESTS.parent / "inputs" / "anhe-2026")[0]


def composer(workspace: Workspace) -> Callable[[str], Document]:
    def composed(name: str) -> Document:
        return compose(workspace, workspace.filing(name), composed).document

    return composed


@pytest.mark.parametrize("kind", FILINGS)
def test_the_sample_county_composes_to_its_golden(kind: str) -> None:
    whole = sample()
    few = replace(whole, hazards=whole.hazards[:: len(whole.hazards) // FEW][:FEW])
    workspace = few if kind in ("rectification-lists", "filing-letter") else whole
    text = dumps(composer(workspace)(FILINGS[kind]))
    path = GOLDEN / kind / "document.json"
    if os.environ.get("REPORTER_UPDATE_GOLDENS"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), "REPORTER_UPDATE_GOLDENS=1 writes the goldens again"


@pytest.mark.parametrize("kind", OTHERS)
def test_every_other_kind_composes_to_its_golden(kind: str) -> None:
    whole = sample()
    filing = Filing(
        kind=kind, period="2026Q3" if kind == "quarterly-bulletin" else "2026", as_of=date(2026, 9, 30),
        shape=OTHERS[kind], number="31", doc_date=date(2026, 10, 9), contact="main",
    )  # fmt: skip
    texts = {f"{kind}/{path.name}": path.read_text(encoding="utf-8") for path in (TEXTS / kind).glob("*.md")}
    hazards = whole.hazards[:: len(whole.hazards) // FEW][:FEW]
    few = replace(whole, hazards=hazards, filings=(filing,), texts=texts)
    document = composer(few)(filing.id)
    missing = [name for name in blank_names(document) if name.endswith(".md）")]
    assert missing == []
    path = GOLDEN / kind / "document.json"
    if os.environ.get("REPORTER_UPDATE_GOLDENS"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dumps(document), encoding="utf-8")
    assert dumps(document) == path.read_text(encoding="utf-8"), "REPORTER_UPDATE_GOLDENS=1 writes the goldens again"


def test_every_shipped_kind_has_a_golden() -> None:
    kept = sorted(path.parent.name for path in GOLDEN.glob("*/document.json"))
    assert sorted([*FILINGS, *OTHERS]) == kept == list(kind_names())


@pytest.mark.parametrize("kind", [*FILINGS, *OTHERS])
def test_a_golden_reads_back_to_the_same_text(kind: str) -> None:
    text = (GOLDEN / kind / "document.json").read_text(encoding="utf-8")
    assert dumps(loads(text)) == text
