"""How clues add up to a confidence."""

from __future__ import annotations

from functools import lru_cache

from reporter.artefacts.seen.model import Element, Para, Role
from reporter.typeset.styles import STYLES

Clue = tuple[bool, float]
"""Whether it is seen, and its weight: how sure it alone would make us (0–1); negative, how much it speaks against."""

_OTHER_NAMES: dict[str, Role] = {
    "number_up": "number", "flush": "body", "attendance_first": "attendance", "attachment_single": "attachments",
    "attachment_first": "attachments", "attachment_next": "attachments", "signature": "signatory",
    "issued_title": "title", "sheet_title": "table_title", "sheet_line": "other",
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading",
    "copy_number": "copy_number", "urgency": "urgency", "mark": "mark", "number": "number", "title": "title",
    "recipients": "recipients", "body": "body", "date": "date", "remark": "remark",
    "attachment_label": "attachment_label", "attachment_title": "attachment_title", "table_title": "table_title",
}  # fmt: skip
_ROLE_OF: dict[str, Role] = {STYLES[key].name: role for key, role in _OTHER_NAMES.items() if key in STYLES}
_PARTS_OF_NAMES: tuple[tuple[str, Role], ...] = (
    ("发文机关标志", "mark"), ("发文字号", "number"), ("签发人", "signer"), ("主送", "recipients"),
    ("附件说明", "attachments"), ("附件标题", "attachment_title"), ("附件标记", "attachment_label"),
    ("附件标识", "attachment_label"), ("发文机关署名", "signatory"), ("署名", "signatory"), ("落款", "signatory"),
    ("成文日期", "date"), ("附注", "remark"), ("份号", "copy_number"), ("密级", "classification"),
    ("紧急程度", "urgency"), ("抄送", "cc"), ("印发机关", "print_office"), ("公文标题", "title"),
    ("公文正文", "body"),
)  # fmt: skip


def weigh(*clues: Clue) -> float:
    """Confidence 0–1: what speaks for it adds up as independent evidence, what speaks against it scales it down."""
    doubt, against = 1.0, 1.0
    for seen, weight in clues:
        if seen and weight >= 0:
            doubt *= 1 - weight
        elif seen:
            against *= 1 + weight
    return round((1 - doubt) * against, 3)


def styled(para: Para, role: Role) -> bool:
    """Whether the name of the paragraph's style says so."""
    return bool(para.style) and _role_of(para.style) == role


@lru_cache(maxsize=256)
def _role_of(style: str) -> Role | None:
    return _ROLE_OF.get(style) or next((known for name, known in _PARTS_OF_NAMES if name in style), None)


def element(role: Role, para: Para, confidence: float, text: str = "", part: int = 0) -> Element:
    """An element of one paragraph; `text` when it is only a piece of it."""
    return Element(role, (text or para.text).strip(), (para,), min(confidence, 1.0), part=part)
