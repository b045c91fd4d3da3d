"""Document → the page that a PDF is made from: our own lines in a face's template."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reporter.document.model import Document
from reporter.errors import TemplateError
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
    try:
        template = _environment(templates).get_template(f"{view.face}.html")
        return template.render(view=view, styles=styles).lstrip()
    except JinjaError as error:
        where = f"{getattr(error, 'name', None) or view.face + '.html'} 第{getattr(error, 'lineno', '?')}行"
        raise TemplateError(f"版式模板有误：{error}", where=where) from error


@cache
def stylesheet(templates: Path | None = None) -> str:
    """The text of the style sheet: the folder's own, else ours."""
    own = templates / STYLESHEET if templates else None
    if own is not None and own.is_file():
        return own.read_text(encoding="utf-8")
    return _folder().joinpath(STYLESHEET).read_text(encoding="utf-8")


@cache
def default_styles() -> str:
    """What stands before any style sheet where no browser is: display and the like of the elements that we use."""
    return _folder().joinpath(DEFAULTS).read_text(encoding="utf-8")


@cache
def _environment(templates: Path | None) -> Environment:
    """Templates of a workspace run in the sandbox; ours alone need none, which is faster."""
    loaders: list[BaseLoader] = [FileSystemLoader(str(_folder()))]
    if templates is not None:
        loaders.insert(0, FileSystemLoader(str(templates)))
    kind = Environment if templates is None else ImmutableSandboxedEnvironment
    environment = kind(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["number"] = number
    environment.filters["spacing_class"] = spacing_class
    return environment


def _folder() -> Path:
    return Path(str(files("reporter.templates"))) / "html"
