"""A font that is kept and cut in one go is the font that the engine reads anew and cuts in two."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from reporter.document.inline import words
from reporter.document.model import Document
from reporter.render.page import subset
from reporter.render.page.build import build
from reporter.render.page.engine import OPTIONS, layout, logged
from reporter.render.page.filled import fill
from reporter.typeset.setter import Setter
from tests.render import documents

NOTICE = documents.joint_notice()
UNPRINTABLE = replace(documents.letter(), title=words("关于\U00012345的函"))
"""Its title has a character that no font has."""


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    subset._kept.clear()
    yield
    subset._kept.clear()


def _fonts(document: Document, *, ours: bool) -> dict[bytes, tuple[object, ...]]:
    """Name → file and all that is told of every font of a document."""
    with logged():
        text = fill(build(document, Setter()), "", None)
        pages = layout(text, document.face, "standin", None)
        if ours:
            pages.fonts = subset.DocumentFonts(pages.font_config)
        pages.write_pdf(**OPTIONS)
    return {
        font.name: (font.file_content, font.widths, font.to_unicode, font.missing, font.ascent, font.descent)
        for font in pages.fonts.values()
    }


def _counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    called: list[int] = []
    cut = subset._cut

    def counted(face: object, glyphs: dict[int, str]) -> bytes | None:
        called.append(len(glyphs))
        return cut(face, glyphs)

    monkeypatch.setattr(subset, "_cut", counted)
    return called


def test_the_fonts_are_the_engine_s_to_the_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = _fonts(NOTICE, ours=False)
    called = _counted(monkeypatch)
    assert _fonts(NOTICE, ours=True) == theirs
    assert len(called) == len(theirs) > 3


def test_nothing_of_a_document_is_kept_for_the_next() -> None:
    theirs = [_fonts(document, ours=False) for document in (documents.plain_form(), NOTICE, UNPRINTABLE)]
    for document in (NOTICE, UNPRINTABLE):
        _fonts(document, ours=True)
    assert [
        _fonts(document, ours=True) for document in (documents.plain_form(), NOTICE, UNPRINTABLE)
    ] == theirs


def test_a_missing_character_is_shown_as_the_engine_shows_it() -> None:
    theirs = _fonts(UNPRINTABLE, ours=False)
    assert any(font[3] for font in theirs.values())
    assert _fonts(UNPRINTABLE, ours=True) == theirs


@pytest.mark.parametrize("fault", ["version", "refusal"])
def test_what_we_do_not_know_is_left_to_the_engine(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = _fonts(NOTICE, ours=False)
    if fault == "version":
        monkeypatch.setattr(subset, "_version", "71.0")
        monkeypatch.setattr(subset, "_cut", lambda face, glyphs: pytest.fail("not asked"))
    else:
        monkeypatch.setattr(subset, "_cut", lambda face, glyphs: None)
    assert _fonts(NOTICE, ours=True) == theirs
