"""Where characters and rules stand on a page, read from PDFs that are written out by hand here."""

from __future__ import annotations

import pytest

from reporter.artefacts.geometry import Box, Glyph, has_text, lines_of, read_geometry
from reporter.artefacts.geometry_ink import InkedPdf
from reporter.errors import InputError

MM = 72 / 25.4


def pdf(
    content: str,
    width: float = 210,
    height: float = 297,
    rotate: int = 0,
    origin: tuple[float, float] = (0, 0),
) -> bytes:
    """A PDF of one page in mm with Helvetica as F1, with its cross-reference table. The sheet goes from `origin` to
    `width` and `height` and is shown turned by `rotate` degrees."""
    stream = content.encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{origin[0] * MM:.4f} {origin[1] * MM:.4f} "
        f"{width * MM:.4f} {height * MM:.4f}] /Rotate {rotate} /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (size, table, end)


def text(x: float, y: float, words: str, size: float = 16, colour: str = "0 0 0") -> str:
    """Words with their baseline `y` mm from the page's top."""
    return f"BT {colour} rg /F1 {size} Tf {x * MM:.4f} {(297 - y) * MM:.4f} Td ({words}) Tj ET\n"


def rule(x: float, y: float, width: float, weight: float, colour: str = "0 0 0") -> str:
    """A filled rectangle whose upper edge is `y` mm from the page's top."""
    box = (x, 297 - y - weight, width, weight)
    return f"{colour} rg " + " ".join(f"{side * MM:.5f}" for side in box) + " re f\n"


def glyph(char: str, left: float, baseline: float = 50, size: float = 16) -> Glyph:
    right = left + size * 25.4 / 72
    return Glyph(char, left, right, baseline, size, Box(left, baseline - 4, right, baseline), False, False)


def test_a_pdf_with_more_characters_than_a_book_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reporter.artefacts.geometry.MAX_CHARACTERS", 10)
    assert read_geometry(pdf(text(28, 60, "abc")))
    with pytest.raises(InputError, match="未读取"):
        read_geometry(pdf(text(28, 60, "abcdefghijklm")))


def test_faces_and_colours_of_characters_are_read() -> None:
    (page,) = read_geometry(pdf(text(28, 60, "red", colour="1 0 0")))
    glyph = page.lines[0].glyphs[0]
    assert (glyph.font, glyph.bold, glyph.colour) == ("Helvetica", False, "FF0000")


@pytest.mark.parametrize(
    ("quarters", "matrix"),
    [
        (1, (0, 1, -1, 0, 60 * MM, 28 * MM)),
        (2, (-1, 0, 0, -1, (210 - 28) * MM, 60 * MM)),
        (3, (0, -1, 1, 0, (210 - 60) * MM, (297 - 28) * MM)),
    ],
)
def test_a_page_that_is_shown_turned_is_read_as_it_is_seen(quarters: int, matrix: tuple[float, ...]) -> None:
    turned = " ".join(f"{part:.4f}" for part in matrix)
    data = pdf(f"q {turned} cm BT /F1 16 Tf (HH) Tj ET 0 0 {100 * MM} 2 re f Q", rotate=90 * quarters)
    (page,) = read_geometry(data)
    (line,) = page.lines
    assert (round(page.width), round(page.height)) == ((297, 210) if quarters % 2 else (210, 297))
    assert (line.text, round(line.left, 1), round(line.baseline, 1)) == ("HH", 28, 60)
    assert line.right > line.left
    assert line.ink.bottom == pytest.approx(60, abs=0.1)
    (rule_,) = page.drawn
    assert (round(rule_.left), round(rule_.right), round(rule_.top, 1)) == (28, 128, 59.6)


def test_a_sheet_that_does_not_begin_at_the_corner_of_its_coordinates() -> None:
    data = pdf(text(28, 60, "HH"), width=230, origin=(20, 0))
    (page,) = read_geometry(data)
    assert (round(page.width), round(page.lines[0].left, 1)) == (210, 8)


def test_a_rule_may_be_filled_stroked_or_a_frame_and_white_is_none() -> None:
    filled = rule(28, 60, 156, 0.5, "1 0 0")
    stroked = f"2 w 0 0 0 RG {28 * MM} {(297 - 80) * MM} m {184 * MM} {(297 - 80) * MM} l S\n"
    outer = " ".join(str(side * MM) for side in (28, 297 - 110, 156, 10))
    inner = " ".join(str(side * MM) for side in (28, 297 - 109.5, 156, 9.2))
    frame = f"0 0 0 rg {outer} re {inner} re f*\n"
    (page,) = read_geometry(
        pdf(filled + stroked + frame + rule(28, 150, 156, 0.5, "1 1 1") + rule(28, 160, 50, 9))
    )
    found = [
        (round(d.left), round(d.right), round(d.top, 2), round(d.weight, 2), d.colour) for d in page.drawn
    ]
    assert found == [
        (28, 184, 60.25, 1.42, "FF0000"), (28, 184, 80, 2, "000000"), (28, 184, 100.15, 0.85, "000000"),
        (28, 184, 109.75, 1.42, "000000"),
    ]  # fmt: skip


def test_a_character_has_its_cell_size_and_baseline_in_mm_from_the_top_left() -> None:
    (page,) = read_geometry(pdf(text(28, 44.26, "HH")))
    assert (page.width, page.height) == pytest.approx((210, 297), abs=0.01)
    (line,) = page.lines
    assert line.text == "HH"
    assert line.left == pytest.approx(28, abs=0.01)
    assert line.baseline == pytest.approx(44.26, abs=0.01)
    assert line.size_pt == pytest.approx(16, abs=0.01)
    assert line.glyphs[0].advance_em == pytest.approx(0.722, abs=0.005)
    assert line.glyphs[0].ink.bottom == pytest.approx(44.26, abs=0.1)


def test_a_scaled_matrix_counts_in_the_size_of_the_type() -> None:
    scaled = f"BT /F1 20 Tf 0.5 0 0 0.5 {28 * MM:.3f} {200 * MM:.3f} Tm (half) Tj ET"
    (page,) = read_geometry(pdf(scaled))
    assert page.lines[0].size_pt == pytest.approx(10, abs=0.01)


def test_red_is_told_from_black() -> None:
    (page,) = read_geometry(pdf(text(28, 60, "red", colour="1 0 0") + text(28, 80, "black")))
    assert [line.red for line in page.lines] == [True, False]


def test_turned_characters_are_kept_apart_and_read_downwards() -> None:
    turned = f"BT /F1 14 Tf 0 -1 1 0 {28 * MM:.3f} {150 * MM:.3f} Tm (- 3 -) Tj ET\n"
    (page,) = read_geometry(pdf(turned + text(28, 60, "upright")))
    assert [line.text for line in page.lines] == ["upright"]
    assert [line.text for line in page.turned] == ["- 3 -"]


def test_lines_are_read_by_baseline_and_from_left_to_right() -> None:
    found = lines_of([glyph("乙", 40), glyph("下", 28, 60), glyph("甲", 28), glyph("　", 60)])
    assert [line.text for line in found] == ["甲乙", "下"]
    assert found[0].right == pytest.approx(40 + 5.644, abs=0.01)


def test_a_wide_gap_parts_a_line_into_cells() -> None:
    (line,) = lines_of([glyph("甲", 28), glyph("乙", 34), glyph("丙", 60)])
    assert [part.text for part in line.segments()] == ["甲乙", "丙"]


def test_ink_is_measured_where_it_is_printed() -> None:
    with InkedPdf(pdf(rule(40, 72, 30, 5, "1 0 0") + rule(40, 100, 30, 5))) as ink:
        red = ink.bounds(1, Box(20, 30, 200, 150), red=True)
        assert red is not None
        assert (red.left, red.top, red.right, red.bottom) == pytest.approx((40, 72, 70, 77), abs=0.1)
        assert ink.bounds(1, Box(20, 30, 200, 60)) is None


@pytest.mark.parametrize("weight", [0.25, 0.35, 0.72, 1.5])
def test_a_rule_gives_its_ends_place_and_weight(weight: float) -> None:
    with InkedPdf(pdf(rule(28, 164.5, 156, weight))) as ink:
        (found,) = ink.rules(1, Box(15, 100, 195, 200))
    assert (found.left, found.right) == pytest.approx((28, 184), abs=0.06)
    assert found.top == pytest.approx(164.5, abs=0.04)
    assert found.weight == pytest.approx(weight, abs=0.03)


def test_a_stroked_line_measures_as_a_filled_one() -> None:
    stroke = f"{0.35 * MM:.4f} w {28 * MM:.3f} {35 * MM:.3f} m {184 * MM:.3f} {35 * MM:.3f} l S\n"
    with InkedPdf(pdf(stroke)) as ink:
        (found,) = ink.rules(1, Box(28, 240, 184, 280))
    assert found.weight == pytest.approx(0.35, abs=0.03)
    assert found.top + found.weight / 2 == pytest.approx(262, abs=0.05)


def test_text_is_no_rule() -> None:
    with InkedPdf(pdf(text(28, 60, "H" * 38))) as ink:
        assert ink.rules(1, Box(28, 40, 184, 80)) == ()


def test_a_page_without_characters_is_known() -> None:
    assert not has_text(read_geometry(pdf(rule(28, 60, 100, 1))))


def test_what_is_no_pdf_is_refused_with_a_sentence() -> None:
    with pytest.raises(InputError, match="不是 PDF"):
        read_geometry(b"hello")
    with pytest.raises(InputError, match="不是 PDF"):
        InkedPdf(b"hello")
