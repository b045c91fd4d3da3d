"""Document → DOCX: the face's template filled, its XML finished, a deterministic package."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reporter.document.model import Document
from reporter.render.rendered import Rendered
from reporter.render.word.template import load
from reporter.render.word.write import write


def render(
    document: Document, *, template: Path | None = None, properties: Mapping[str, str] | None = None
) -> Rendered:
    """The document in its face, or in the template given. The same document gives the same bytes in every process.

    `properties` become custom document properties beside `filing` and `schema`. Raises InputError for characters that
    cannot be printed, TemplateError for a template that cannot be filled.
    """
    return write(document, load(document.face, template), properties)
