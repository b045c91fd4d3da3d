"""What a reader sees of a DOCX, and what it says of its sheets."""

from __future__ import annotations

from reporter.artefacts.geometry_docx import Sheets
from reporter.artefacts.seen.model import Seen
from reporter.artefacts.seen.settled import see_with_settings


def seen_of(data: bytes) -> tuple[Seen, Sheets]:
    """Raises InputError for what is no DOCX."""
    return see_with_settings(data)
