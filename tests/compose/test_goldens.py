"""The Documents of the sample county, kept as archive texts; REPORTER_UPDATE_GOLDENS=1 writes them again."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from reporter.compose.composition import compose
from reporter.compose.kinds import kind_names
from reporter.document.archive import dumps, loads
from reporter.document.model import Document
from reporter.intake.workspace import load_valid
from reporter.records.workspace import Workspace

TESTS = Path(__file__).parents[1]
GOLDEN = TESTS / "golden"
FILINGS = {
    "implementation-plan": "implementation-plan@2026",
    "notification-points": "notification-points@2026",
    "year-end-summary": "year-end-summary@2026",
    "rectification-lists": "rectification-lists@2026",
    "filing-letter": "filing-letter@2026",
}
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


def test_every_shipped_kind_has_a_golden() -> None:
    assert sorted(FILINGS) == sorted(path.name for path in GOLDEN.iterdir()) == list(kind_names())


@pytest.mark.parametrize("kind", FILINGS)
def test_a_golden_reads_back_to_the_same_text(kind: str) -> None:
    text = (GOLDEN / kind / "document.json").read_text(encoding="utf-8")
    assert dumps(loads(text)) == text
