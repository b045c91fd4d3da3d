"""The page engine (WeasyPrint) behind one door: HTML in, laid-out pages out; its fonts, its log, nothing fetched."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from reporter.document.model import Face
from reporter.errors import EnvironmentFault
from reporter.patterns import regex
from reporter.render.page.css import PAGE_NAMES, UNNUMBERED, page_css
from reporter.render.page.filled import default_styles, stylesheet
from reporter.typeset.fonts import Fonts, FontSet, font_set
from reporter.typeset.fonts.libraries import pango_available

_PANGO_HINT = (
    "在 Debian 或 Ubuntu 上运行 apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
)

try:
    import weasyprint
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher
except OSError:  # a shared library is missing: `render` says so, the other formats are still made
    weasyprint = None
    FontConfiguration, HTML, URLFetcher = None, object, object

TEMPLATES = "html"
"""A PDF is made from the faces for HTML."""
OPTIONS = {"pdf_variant": "pdf/a-2u", "pdf_tags": True}
_SHEET = regex(r'<section class="sheet ([\w-]+)')
_BLANK_BEFORE = "imprint-blank"
_DEFINED = regex(r"--([\w-]+):([^;{}]*);")
_USED = regex(r"var\(--([\w-]+)\)")
_NOTDEF = ".notdef glyph"
"""The engine's word for a missing glyph; we name these ourselves."""
_LOGGERS = ("weasyprint", "fontTools")


class NothingFetched(URLFetcher):  # type: ignore[misc]
    """Refuses every address: a document consists of what it was given."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        """Always ValueError, which leaves the resource out and is reported as a warning."""
        raise ValueError(f"not fetched: {url}")


@contextmanager
def _quiet_about_profiles() -> Iterator[None]:
    """The engine leaves closing its colour profile to the interpreter."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        yield


def layout(text: str, face: Face, fonts: Fonts, templates: Path | None) -> Any:
    """The engine's laid-out document; `write_pdf(**OPTIONS)` makes the file. Raises EnvironmentFault without Pango."""
    if weasyprint is None or not pango_available():
        raise EnvironmentFault("缺少排版库 Pango，不能生成 PDF", hint=_PANGO_HINT)
    pages = _pages(text) if templates is None else PAGE_NAMES
    configuration, sheets = _engine(face, font_set(fonts), templates, pages)
    page = _parsed(text) if templates is None else _html(text)
    return page.render(font_config=configuration, stylesheets=list(sheets), **OPTIONS)


def _html(text: str) -> Any:
    return weasyprint.HTML(string=text, url_fetcher=NothingFetched(), base_url="about:blank")


def _parsed(text: str) -> Any:
    """Our own templates write well-formed XML, which the parser of Python's own reads in no time."""
    page = _OwnPage(string="", url_fetcher=NothingFetched(), base_url="about:blank")
    page.wrapper_element = type(page.wrapper_element).from_html_root(ElementTree.fromstring(text))
    page.etree_element = page.wrapper_element.etree_element
    return page


class _OwnPage(HTML):  # type: ignore[misc]
    """A page of our own templates, which need little of the engine's defaults for every element there is.

    The engine's own sheet gives each element six pseudo-elements and each page sixteen margin boxes to weigh.
    """

    def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
        return [_defaults()]


@cache
def _defaults() -> Any:
    return weasyprint.CSS(string=default_styles(), url_fetcher=NothingFetched())


def _pages(text: str) -> tuple[str, ...]:
    """The kinds of page that our own templates ask for."""
    names = set(_SHEET.findall(text))
    return tuple(name for name in PAGE_NAMES if name in names or (name == UNNUMBERED and _BLANK_BEFORE in text))


@cache
def _engine(
    face: Any, fonts: FontSet, templates: Path | None, pages: tuple[str, ...]
) -> tuple[Any, tuple[Any, ...]]:
    configuration = _font_configuration(fonts)
    texts: tuple[str, ...] = (page_css(face, fonts, pages), stylesheet(templates))
    if templates is None:
        texts = _without_variables(texts)
    sheets = tuple(
        weasyprint.CSS(string=text, font_config=configuration, url_fetcher=NothingFetched()) for text in texts
    )
    return configuration, sheets


def _without_variables(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Each var() replaced by its value: the engine would parse a rule that has one again for every element."""
    values = dict(_DEFINED.findall("\n".join(texts)))
    return tuple(_USED.sub(lambda found: str(values[found[1]]), _DEFINED.sub("", text)) for text in texts)


@cache
def _font_configuration(fonts: FontSet) -> Any:
    """Fontconfig reads its file when a configuration is made; it then sees these fonts and nothing else."""
    before = os.environ.get("FONTCONFIG_FILE")
    try:
        os.environ["FONTCONFIG_FILE"] = str(fonts.config)
        return FontConfiguration()
    finally:
        if before is None:
            os.environ.pop("FONTCONFIG_FILE", None)
        else:
            os.environ["FONTCONFIG_FILE"] = before


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = f"排版引擎提示：{record.getMessage()}"
        if _NOTDEF not in message and message not in self.messages:
            self.messages.append(message)


@contextmanager
def logged() -> Iterator[list[str]]:
    """What the engine logs as warnings, instead of letting it print."""
    collector = _Collector()
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    before = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.addHandler(collector)
        logger.propagate = False
    try:
        with _quiet_about_profiles():
            yield collector.messages
    finally:
        for logger, propagate in zip(loggers, before, strict=True):
            logger.removeHandler(collector)
            logger.propagate = propagate
