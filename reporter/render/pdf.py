"""Document → PDF/A-2u, tagged. Imported only when a PDF is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reporter.document.model import Document
from reporter.render.page.build import build, imprint_on_own_sheet
from reporter.render.page.engine import layout, logged
from reporter.render.page.filled import fill
from reporter.render.page.written import write
from reporter.render.parts.crew import render_parts
from reporter.render.parts.cut import is_big
from reporter.render.rendered import Rendered
from reporter.typeset.fonts import Fonts, font_set
from reporter.typeset.fonts.libraries import subsetter_available
from reporter.typeset.prediction import EVEN_FACES, Place, predict
from reporter.typeset.setter import Setter

FONTS = True
"""`fonts` decides how it looks."""
END_ANCHOR = "text-end"
"""Id of the empty block between the text and 版记 in the templates."""


def render(document: Document, *, fonts: Fonts = "standin", templates: Path | None = None) -> Rendered:
    """The document as PDF bytes, the same for the same document, fonts and libraries.

    `templates` is a folder whose face templates and style sheet go before ours. Raises EnvironmentFault without
    Pango or fonts, TemplateError for a template that does not work.
    """
    setter = Setter(font_set(fonts).metrics)
    with logged() as messages:
        if is_big(document):
            data = render_parts(document, setter, fonts, templates, messages)
        else:
            data = _whole(document, setter, fonts, templates)
    return Rendered(data, (*_subsetter_warning(), *messages))


def _whole(document: Document, setter: Setter, fonts: Fonts, templates: Path | None) -> bytes:
    """Laid out once where the page count was foreseen; a place of 版记 that turns out wrong costs a second time."""
    predicted = predict(document, setter)
    pages = _laid(document, setter, predicted.imprint, fonts, templates)
    if len(pages.pages) != predicted.pages:
        if predicted.imprint != "joined":
            pages = _laid(document, setter, "joined", fonts, templates)
        if document.imprint and document.face in EVEN_FACES and len(pages.pages) % 2:
            alone = imprint_on_own_sheet(document) or END_ANCHOR not in pages.pages[-1].anchors
            pages = _laid(document, setter, "blank" if alone else "left", fonts, templates)
    return write(pages)


def _laid(document: Document, setter: Setter, place: Place, fonts: Fonts, templates: Path | None) -> Any:
    text = fill(build(document, setter, place), "", templates)
    return layout(text, document.face, fonts, templates)


def _subsetter_warning() -> tuple[str, ...]:
    if subsetter_available():
        return ()
    return ("缺少字体裁剪库 libharfbuzz-subset，PDF 生成会慢约十倍（apt-get install libharfbuzz-subset0）",)
