"""Document → PDF/A-2u, tagged, by WeasyPrint. Imported only when a PDF is asked for."""

from __future__ import annotations

import logging
import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reporter.document.model import Document
from reporter.errors import EnvironmentFault
from reporter.render.html import Fonts, markup, stylesheet
from reporter.render.page.build import Place, imprint_on_own_sheet
from reporter.render.page.css import page_css
from reporter.render.rendered import Rendered
from reporter.typeset.fonts import TYPEFACES, environment, font_dir, pango_available, subsetter_available
from reporter.typeset.setter import Setter

_PANGO_HINT = (
    "在 Debian 或 Ubuntu 上运行 apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
)

try:
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher
except OSError:  # a shared library is missing: `render` says so, the other formats are still made
    weasyprint = None
    FontConfiguration, URLFetcher = None, object

TEMPLATES = "html"
"""A PDF is made from the faces for HTML."""
END_ANCHOR = "text-end"
"""Id of the empty block between the text and 版记 in the templates."""
_EVEN_FACES = frozenset({"document", "order", "minutes", "plain"})
_OPTIONS = {"pdf_variant": "pdf/a-2u", "pdf_tags": True}
_BOTH = (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>'
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{ours}</dir></fontconfig>'
)
_NOTDEF = ".notdef glyph"
"""The engine's word for a missing glyph; we name these ourselves."""
_LOGGERS = ("weasyprint", "fontTools")


class NothingFetched(URLFetcher):  # type: ignore[misc]
    """Refuses every address: a document consists of what it was given."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        """Always ValueError, which leaves the resource out and is reported as a warning."""
        raise ValueError(f"not fetched: {url}")


def render(document: Document, *, fonts: Fonts = "standin", templates: Path | None = None) -> Rendered:
    """The document as PDF bytes, the same for the same document, fonts and libraries.

    With 版记 on an odd page the document is laid out a second time so that it stands on the next even one (7.4.1).
    `warnings` name missing glyphs, a missing subsetter and whatever the engine logged. Raises EnvironmentFault
    without Pango or fonts.
    """
    if weasyprint is None or not pango_available():
        raise EnvironmentFault("缺少排版库 Pango，不能生成 PDF", hint=_PANGO_HINT)
    setter = Setter()
    with _logged() as messages, _quiet_about_profiles():
        pages = _layout(document, setter, "joined", fonts, templates)
        if document.imprint and document.face in _EVEN_FACES and len(pages.pages) % 2:
            alone = imprint_on_own_sheet(document) or _overflowed(pages)
            place: Place = "blank" if alone else "left"
            pages = _layout(document, setter, place, fonts, templates)
        data = pages.write_pdf(**_OPTIONS)
    return Rendered(data, (*_font_warnings(setter, fonts), *messages))


@contextmanager
def _quiet_about_profiles() -> Iterator[None]:
    """The engine leaves closing its colour profile to the interpreter."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        yield


def _layout(document: Document, setter: Setter, place: Place, fonts: Fonts, templates: Path | None) -> Any:
    text = markup(document, setter, place, templates)
    configuration, sheets = _engine(document.face, fonts, templates)
    page = weasyprint.HTML(string=text, url_fetcher=NothingFetched(), base_url="about:blank")
    return page.render(font_config=configuration, stylesheets=list(sheets), **_OPTIONS)


def _overflowed(pages: Any) -> bool:
    """Whether 版记 found no room after the text and went to a page of its own."""
    return END_ANCHOR not in pages.pages[-1].anchors


@cache
def _engine(face: Any, fonts: Fonts, templates: Path | None) -> tuple[Any, tuple[Any, ...]]:
    configuration = _font_configuration(fonts)
    texts = (page_css(face, fonts), stylesheet(templates))
    sheets = tuple(
        weasyprint.CSS(string=text, font_config=configuration, url_fetcher=NothingFetched()) for text in texts
    )
    return configuration, sheets


@cache
def _font_configuration(fonts: Fonts) -> Any:
    """Fontconfig reads its file when a configuration is made: ours alone, or for `system` the machine's with ours."""
    before = os.environ.get("FONTCONFIG_FILE")
    try:
        if fonts == "standin":
            environment()
            return FontConfiguration()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "fonts.conf"
            path.write_text(_BOTH.format(ours=escape(str(font_dir()))), encoding="utf-8")
            os.environ["FONTCONFIG_FILE"] = str(path)
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
def _logged() -> Iterator[list[str]]:
    """What the engine logs as warnings, instead of letting it print."""
    collector = _Collector()
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    before = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.addHandler(collector)
        logger.propagate = False
    try:
        yield collector.messages
    finally:
        for logger, propagate in zip(loggers, before, strict=True):
            logger.removeHandler(collector)
            logger.propagate = propagate


def _font_warnings(setter: Setter, fonts: Fonts) -> Iterator[str]:
    if not subsetter_available():
        yield "缺少字体裁剪库 libharfbuzz-subset，PDF 生成会慢约十倍（apt-get install libharfbuzz-subset0）"
    if fonts == "system":
        return
    for role in sorted(set(setter.used) & set(TYPEFACES)):
        missing = setter.metrics.missing("".join(sorted(setter.used[role])), role)
        if missing:
            names = "、".join(f"{char}（U+{ord(char):04X}）" for char in missing)
            yield f"字体中没有这些字，会印成空框：{names}"
