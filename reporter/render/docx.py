"""Document → DOCX: the face's template filled, its XML finished, a deterministic package."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from msgspec.structs import replace

from reporter.document.model import Document, Face
from reporter.errors import EnvironmentFault
from reporter.render.rendered import Rendered
from reporter.render.word.placed import USUAL, Foreseen, ImprintPlace
from reporter.render.word.template import Compiled, compile_template, load
from reporter.render.word.write import write
from reporter.typeset.prediction import EVEN_FACES, predict

_ALONE = "署名单独在一页上：正文只有一行，首页放不下署名。正文写到两行以上，末行就随署名移过去"
TEMPLATES = "docx"
"""The folder of this format's faces, here and in a workspace's `templates`."""
_JUDGE = "reporter.render.faces.lint"
"""What judges and repairs a face that a workspace brings; loaded then, it knows how all faces are built."""


def render(
    document: Document, *, templates: Path | None = None, properties: Mapping[str, str] | None = None
) -> Rendered:
    """The document in its face. The same document gives the same bytes in every process.

    `templates` is a folder whose `<face>.docx` goes before ours, after it was judged and repaired; `properties` become
    custom document properties beside `filing` and `schema`. Raises InputError for characters that cannot be printed,
    TemplateError for a template that is broken.
    """
    foreseen = _foreseen(document)
    made = write(document, _compiled(document.face, templates), properties, foreseen)
    return replace(made, warnings=(*made.warnings, _ALONE)) if foreseen.signature_alone else made


def _foreseen(document: Document) -> Foreseen:
    """What the pages that we predict ask for; without the built fonts nobody can count lines: nothing.

    It is only asked where 版记 stands and what goes over from the first text below 版头.
    """
    if document.header is None and document.imprint is None:
        return USUAL
    try:
        found = predict(document)
    except EnvironmentFault:
        return USUAL
    alone = found.imprint_alone and found.imprint == "joined"  # its table would pull the last lines along
    own: ImprintPlace = "left" if document.face in EVEN_FACES else "own"
    place = "joined" if document.imprint is None else own if alone else found.imprint
    return Foreseen(place, found.white_mm, found.signature_alone)


def _compiled(face: Face, templates: Path | None) -> Compiled:
    own = templates / f"{face}.docx" if templates else None
    if own is None or not own.is_file():
        return load(face)
    judge = import_module(_JUDGE)
    return compile_template(judge.fit_for_use(own.read_bytes(), face, str(own)), own.name)
