"""Document → the page that a PDF is made from: our own lines in a face's template."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment

from reporter.document.model import Document
from reporter.render.faces.html import environment, filled, folder
from reporter.render.page.build import build
from reporter.render.page.css import page_css
from reporter.render.page.view import View, number, spacing_class
from reporter.typeset.fonts import Fonts, font_set
from reporter.typeset.setter import Setter

STYLESHEET = "gongwen.css"
DEFAULTS = "defaults.css"


def html(document: Document, *, fonts: Fonts = "standin", templates: Path | None = None) -> str:
    """A whole page with its style sheet inside. `templates` is a folder whose files go before our own.

    Raises EnvironmentFault without the built fonts, TemplateError for a face template that does not work.
    """
    chosen = font_set(fonts)
    styles = page_css(document.face, chosen) + "\n" + stylesheet(templates)
    return fill(build(document, Setter(chosen.metrics)), styles, templates)


def fill(view: View, styles: str, templates: Path | None) -> str:
    """The face's template filled with a view. Every value is escaped by the template engine."""
    return filled(_environment(templates), f"{view.face}.html", "版式模板", view=view, styles=styles).lstrip()


@cache
def stylesheet(templates: Path | None = None) -> str:
    """The text of the style sheet: the folder's own, else ours."""
    own = templates / STYLESHEET if templates else None
    if own is not None and own.is_file():
        return own.read_text(encoding="utf-8")
    return folder().joinpath(STYLESHEET).read_text(encoding="utf-8")


@cache
def default_styles() -> str:
    """What stands before any style sheet where no browser is: display and the like of the elements that we use."""
    return folder().joinpath(DEFAULTS).read_text(encoding="utf-8")


@cache
def _environment(templates: Path | None) -> Environment:
    return environment(templates, number=number, spacing_class=spacing_class)
