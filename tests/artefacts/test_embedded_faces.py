"""What the font inside a PDF is called where its page calls it by a name of the printer's making."""

from __future__ import annotations

import weasyprint

from reporter.artefacts.geometry import read_geometry
from reporter.typeset.fonts import font_dir


def faces(style: str, file: str) -> set[str]:
    """Of the characters of a page that calls the font of that file by another name."""
    css = f"@font-face {{ font-family: {style}; src: url({file}) }} p {{ font: 16pt {style} }}"
    page = weasyprint.HTML(string=f"<style>{css}</style><p>安和县民政局", base_url=f"{font_dir()}/")
    return {glyph.font for page in read_geometry(page.write_pdf()) for line in page.lines for glyph in line.glyphs}


def test_a_font_that_the_page_calls_by_a_number_still_says_what_it_is() -> None:
    assert faces("F1", "GWKai-Regular.otf") == {"楷体_GB2312"}
    assert faces("F1", "GWTitle-Regular.otf") == {"方正小标宋简体"}


def test_a_name_that_people_know_is_taken_as_it_stands() -> None:
    assert faces("SimHei", "GWKai-Regular.otf") == {"黑体"}
