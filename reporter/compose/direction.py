"""Direction and 文种 from the unit tree: up 报告, down 通知, a township to its county 函 (domain.md b, c.5 R19–R20)."""

from __future__ import annotations

from dataclasses import dataclass

from reporter.compose.front import Front
from reporter.document.model import Direction, Face
from reporter.records.filing import Filing
from reporter.records.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Directed:
    """Where a document goes. `document_type` is empty for plain sheets, which are no 公文 of their own."""

    direction: Direction
    document_type: str
    face: Face


def directed(workspace: Workspace, filing: Filing, front: Front) -> Directed:
    """What the kind's `to` means for this unit; `face` and `document_type` of the kind win where they are given."""
    level = workspace.unit_of(filing).level
    direction: Direction
    face: Face
    if front.to == "superior" and level in ("乡镇", "机构"):
        direction, kind, face = "level", "函", "letter"
    elif front.to == "superior":
        direction, kind, face = "up", "报告", "document"
    elif front.to == "below":
        direction, kind, face = "down", "通知", "document"
    else:
        direction, kind, face = "level", "", "plain"
    return Directed(direction, front.document_type or kind, face if front.face == "auto" else front.face)
