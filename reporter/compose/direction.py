"""Direction and 文种 from the unit tree: up 报告, down 通知, a township to its county 函 (domain.md b, c.5 R19–R20)."""

from __future__ import annotations

import re

from msgspec import Struct

from reporter.compose.front import Front
from reporter.document.model import Direction, Face
from reporter.records.filing import Filing
from reporter.records.workspace import Workspace

UPWARD = ("请示", "报告")
"""文种 that only go up (党政机关公文处理工作条例 art. 8)."""
DOWNWARD = ("命令", "令", "决定", "批复", "通知", "通报")
"""文种 that never go up."""
FACES: dict[str, Face] = {
    **dict.fromkeys(("请示", "报告", "决定", "批复", "通知", "通报", "意见", "公告", "通告", "公示"), "document"),
    "纪要": "minutes", "命令": "order", "令": "order", "函": "letter",
}  # fmt: skip
"""文种 and the face that is usual for it."""


class Directed(Struct, frozen=True):
    """Where a document goes. `document_type` is empty for plain sheets, which are no 公文 of their own."""

    direction: Direction
    document_type: str
    face: Face


def directed(workspace: Workspace, filing: Filing, front: Front) -> Directed:
    """What the kind's `to` means for this unit; `face` and `document_type` of the kind win where they are given."""
    if front.issuers is not None:
        return _stated(front)
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
    chosen = face if front.face == "auto" else front.face
    return Directed(front.direction or direction, front.document_type or kind, chosen)


def _stated(front: Front) -> Directed:
    """A text that names its issuers says itself where it goes; what it leaves open follows from its 文种."""
    title = re.sub(r"[\s\\]+|（[^（）]*）$", "", front.title)
    kind = front.document_type or next((word for word in FACES if title.endswith(word)), "")
    face = front.face
    if face == "auto":
        face = FACES.get(kind, "document") if front.header and front.issuers else "plain"
    direction: Direction = "up" if kind in UPWARD else "level" if face == "letter" else "down"
    return Directed(front.direction or direction, kind, face)
