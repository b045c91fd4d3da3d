"""A font cut in one go is the font that the engine cuts in two."""

from __future__ import annotations

import pytest

from reporter.render import html
from reporter.render.page import subset
from reporter.render.page.build import build
from reporter.render.page.engine import OPTIONS, layout, logged
from reporter.typeset.fonts import font_set
from reporter.typeset.setter import Setter
from tests.render import documents


def _fonts(one_pass: bool) -> dict[bytes, bytes]:
    """Name → file of every font of a document."""
    document = documents.joint_notice()
    with logged():
        text = html.fill(build(document, Setter()), "", None)
        pages = layout(text, document.face, font_set("standin"), None)
        if one_pass:
            pages.fonts = subset.OnePass()
        pages.write_pdf(**OPTIONS)
    return {font.name: font.file_content for font in pages.fonts.values()}


def test_the_fonts_are_the_engine_s_to_the_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = _fonts(one_pass=False)
    called: list[int] = []
    cut = subset._cut

    def counted(face: object, glyphs: dict[int, str]) -> bytes | None:
        called.append(len(glyphs))
        return cut(face, glyphs)

    monkeypatch.setattr(subset, "_cut", counted)
    assert _fonts(one_pass=True) == theirs
    assert len(called) == len(theirs) > 3


@pytest.mark.parametrize("fault", ["version", "refusal"])
def test_what_we_do_not_know_is_left_to_the_engine(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = _fonts(one_pass=False)
    if fault == "version":
        monkeypatch.setattr(subset, "_version", "71.0")
        monkeypatch.setattr(subset, "_cut", lambda face, glyphs: pytest.fail("not asked"))
    else:
        monkeypatch.setattr(subset, "_cut", lambda face, glyphs: None)
    assert _fonts(one_pass=True) == theirs
