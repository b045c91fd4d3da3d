"""The quick look at rules and ink says what the image shows, mostly without drawing it."""

from __future__ import annotations

import pytest

from reporter.artefacts.geometry import Box, read_geometry
from reporter.artefacts.geometry_ink import InkedPdf
from reporter.artefacts.geometry_quick import QuickInk

MM = 72 / 25.4
SHEET = Box(15, 20, 195, 280)


def pdf(*contents: str) -> bytes:
    """An A4 page for each content with Helvetica as F1; X1 is a picture of one red pixel."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
               ("<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8 "
               "/Filter /ASCIIHexDecode /Length 7 >>\nstream\nFF0000>\nendstream")]  # fmt: skip
    kids = []
    for content in contents:
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {210 * MM:.4f} {297 * MM:.4f}] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> /XObject << /X1 4 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body = "".join(f"{number} 0 obj\n{text}\nendobj\n" for number, text in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n%%EOF\n".encode()


def rule(x: float, y: float, width: float, weight: float, colour: str = "0 0 0") -> str:
    box = (x, 297 - y - weight, width, weight)
    return f"{colour} rg " + " ".join(f"{side * MM:.5f}" for side in box) + " re f\n"


def text(x: float, y: float, words: str) -> str:
    return f"BT 0 0 0 rg /F1 14 Tf {x * MM:.4f} {(297 - y) * MM:.4f} Td ({words}) Tj ET\n"


RED = "1 0 0"
PAGES = {
    "one red rule": rule(28, 100, 156, 0.72, RED),
    "two rules of a letter": rule(20, 60, 170, 1.2, RED) + rule(20, 62, 170, 0.35, RED),
    "a rule of one piece a cell": rule(28, 250, 52, 0.35)
    + rule(80, 250, 52, 0.35)
    + rule(132, 250, 52, 0.35),
    "a short rule": rule(28, 250, 40, 0.35),
    "text": text(28, 60, "HHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHH"),
    "a rule on the other side of the sheet": rule(28, 10, 156, 0.35),
    "a picture of a rule": f"q {156 * MM} 0 0 {MM} {28 * MM} {100 * MM} cm /X1 Do Q",
}


RULED = {
    ("one red rule", True): 1,
    ("two rules of a letter", True): 2,
    ("a rule of one piece a cell", False): 1,
    ("a picture of a rule", True): 1,
}


@pytest.mark.parametrize("red", [True, False], ids=["red", "black"])
@pytest.mark.parametrize("page", PAGES)
def test_rules_are_those_of_the_image(page: str, red: bool) -> None:
    data = pdf(PAGES[page])
    with QuickInk(data, read_geometry(data)) as quick, InkedPdf(data) as exact:
        found, wanted = quick.rules(1, SHEET, red=red), exact.rules(1, SHEET, red=red)
    assert len(found) == len(wanted) == RULED.get((page, red), 0)
    for one, other in zip(found, wanted, strict=True):
        assert (one.left, one.right, one.top, one.weight) == pytest.approx(
            (other.left, other.right, other.top, other.weight), abs=0.1
        )


def test_the_ink_of_a_character_is_looked_at_once_and_moved_to_where_it_stands_again() -> None:
    data = pdf(text(28, 60, "H"), text(150, 260.4, "H"))
    pages = read_geometry(data)
    with QuickInk(data, pages) as quick, InkedPdf(data) as exact:
        for page in pages:
            glyph = page.lines[0].glyphs[0]
            region = Box(glyph.left - 1, glyph.baseline - 6, glyph.right + 1, glyph.baseline + 1)
            one, other = (
                quick.glyph_bounds(page.number, glyph, region),
                exact.bounds(page.number, region),
            )
            assert one and other
            assert (one.left, one.top, one.right, one.bottom) == pytest.approx(
                (other.left, other.top, other.right, other.bottom), abs=0.1
            )


def test_nothing_printed_stays_nothing() -> None:
    data = pdf(text(28, 60, "H"))
    page = read_geometry(data)[0]
    with QuickInk(data, [page]) as quick:
        assert quick.glyph_bounds(1, page.lines[0].glyphs[0], Box(100, 100, 110, 110)) is None
