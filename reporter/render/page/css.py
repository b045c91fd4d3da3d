"""The part of the style sheet that follows from the style table and the standard's numbers: pages, faces, styles."""

from __future__ import annotations

from functools import cache

from reporter.document.model import Face
from reporter.render.page.view import number
from reporter.typeset import ink
from reporter.typeset.fonts import TYPEFACES, FontSet
from reporter.typeset.heads import LETTER_FIRST_TOP_MM
from reporter.typeset.paragraphs import LINE_PT, line_height_pt
from reporter.typeset.standard import (
    A3_LANDSCAPE,
    A4,
    A4_LANDSCAPE,
    CELL_PT,
    ERHAO_PT,
    HEADER,
    IMPRINT,
    LETTER,
    PAGE_NUMBER,
    RED_RGB,
    Page,
    mm_to_pt,
)
from reporter.typeset.styles import STYLES, Style
from reporter.typeset.tables import CELL_PADDING_MM, CELL_PADDING_V_MM, FORM_ROW_MM, TABLE_RULE_MM

STATE_FROM_PAGE_TOP_MM = 18.0  # custom: well outside the type area, clear of staples and trim
_PAGES = {"a4": A4, "a4-landscape": A4_LANDSCAPE, "a3-landscape": A3_LANDSCAPE}
UNNUMBERED = "unnumbered"
PAGE_NAMES = (*_PAGES, UNNUMBERED)
_NUMBER_TEXT = '"— " counter(page) " —"'


@cache
def page_css(face: Face, fonts: FontSet, pages: tuple[str, ...] = PAGE_NAMES) -> str:
    """The rules for a face in these fonts. The engine weighs each rule of `pages` on every page."""
    parts = [_variables(fonts), *_roles(fonts)]
    parts += [_page(name, page, fonts) for name, page in _PAGES.items() if name in pages]
    if UNNUMBERED in pages:
        parts.append(_unnumbered(fonts))
    if face == "letter":
        parts.append(_letter())
    parts += [_style(style) for style in STYLES.values() if style.key not in ("page_number", "state", "mark")]
    return "\n".join(parts)


def _variables(fonts: FontSet) -> str:
    # The stand-ins have neither ligatures nor kerning; to refuse them would be work at each line.
    plain = not fonts.faces
    values = {
        "ligatures": "normal" if plain else "none",
        "kerning": "auto" if plain else "none",
        "pitch": f"{number(LINE_PT)}pt",
        "cell": f"{number(CELL_PT)}pt",
        "area": f"{number(A4.area_width_pt)}pt",
        "area-height": f"{A4.area_height_mm}mm",
        "red": f"#{RED_RGB}",
        "header-rule": f"{HEADER.rule_weight_mm}mm",
        "imprint-thick": f"{IMPRINT.first_rule_mm}mm",
        "imprint-thin": f"{IMPRINT.middle_rule_mm}mm",
        "imprint-size": f"{number(IMPRINT.size_pt)}pt",
        "table-rule": f"{TABLE_RULE_MM}mm",
        "form-row": f"{FORM_ROW_MM}mm",
        "cell-padding": f"{CELL_PADDING_V_MM}mm {CELL_PADDING_MM}mm",
        "letter-thick": f"{LETTER.thick_rule_pt}pt",
        "letter-thin": f"{LETTER.thin_rule_pt}pt",
        "letter-gap": f"{LETTER.rule_gap_pt}pt",
        "letter-width": f"{LETTER.rule_width_mm}mm",
        "letter-outset": f"-{LETTER.rule_outset_left_mm}mm",
    }
    return ":root{" + "".join(f"--{name}:{value};" for name, value in values.items()) + "}"


def _roles(fonts: FontSet) -> list[str]:
    names = sorted(TYPEFACES)
    variables = "".join(f"--{role}:{fonts.css(role)};" for role in names)
    return [f":root{{{variables}}}", *(f".{role}{{font-family:var(--{role})}}" for role in names)]


def _page(name: str, page: Page, fonts: FontSet) -> str:
    margins = f"{page.top_mm}mm {page.right_mm}mm {page.bottom_mm}mm {page.left_mm}mm"
    turned = name == "a4-landscape"
    odd, even = ("left-bottom", "left-top") if turned else ("bottom-right", "bottom-left")
    declarations = _turned_number if turned else _upright_number
    state = f"@top-right{{content:string(state);{_state(page, fonts)}}}"
    rules = [
        f"@page {name}{{size:{page.width_mm}mm {page.height_mm}mm;margin:{margins};{state}}}",
        f"@page {name}:right{{@{odd}{{content:{_NUMBER_TEXT};{declarations('right', fonts)}}}}}",
        f"@page {name}:left{{@{even}{{content:{_NUMBER_TEXT};{declarations('left', fonts)}}}}}",
        f"@page {name}:blank{{@{odd}{{content:none}}@{even}{{content:none}}@top-right{{content:none}}}}",
        f".sheet.{name}{{page:{name}}}",
    ]
    return "\n".join(rules)


def _unnumbered(fonts: FontSet) -> str:
    """The page of 版记 behind a blank page: neither carries a number (7.5)."""
    margins = f"{A4.top_mm}mm {A4.right_mm}mm {A4.bottom_mm}mm {A4.left_mm}mm"
    state = f"@top-right{{content:string(state);{_state(A4, fonts)}}}"
    return f"@page unnumbered{{size:{A4.width_mm}mm {A4.height_mm}mm;margin:{margins};{state}}}"


def _number_font(fonts: FontSet) -> str:
    size = PAGE_NUMBER.size_pt
    return (
        f"font-family:{fonts.css('song')};font-size:{number(size)}pt;line-height:{number(size)}pt;"
        "white-space:pre;letter-spacing:0"
    )


def _upright_number(side: str, fonts: FontSet) -> str:
    """7 mm below the type area to the dash's middle, one 字 in from the outer edge (7.5)."""
    down = mm_to_pt(PAGE_NUMBER.dash_below_area_mm) - ink.DASH_ABOVE_PT
    indent = number(PAGE_NUMBER.indent_cells * PAGE_NUMBER.size_pt)
    return (
        f"{_number_font(fonts)};vertical-align:top;text-align:{side};"
        f"padding-top:{number(down)}pt;padding-{side}:{indent}pt"
    )


def _turned_number(side: str, fonts: FontSet) -> str:
    """Where the bound portrait page has it (clause 8): a square in the left margin, turned a quarter clockwise.

    The bound sheet is read with its left edge at the foot; so the square's upper edge comes to lie on the type area.
    """
    square = f"{A4_LANDSCAPE.left_mm}mm"
    return f"{_upright_number(side, fonts)};box-sizing:border-box;height:{square};transform:rotate(90deg)"


def _state(page: Page, fonts: FontSet) -> str:
    size = STYLES["state"].size
    down = mm_to_pt(STATE_FROM_PAGE_TOP_MM) - size / 2
    return (
        f"font-family:{fonts.css(STYLES['state'].role)};font-size:{number(size)}pt;"
        f"line-height:{number(size)}pt;white-space:pre;letter-spacing:0;vertical-align:top;text-align:right;"
        f"padding-top:{number(down)}pt"
    )


def _letter() -> str:
    """First page of a letter: mark above the type area, rules below it, no page number (10.1)."""
    thickness = LETTER.thin_rule_pt + LETTER.rule_gap_pt + LETTER.thick_rule_pt
    down = mm_to_pt(A4.bottom_mm - LETTER.lower_rule_from_bottom_mm) - thickness
    return (
        f"@page a4:first{{margin-top:{LETTER_FIRST_TOP_MM}mm;@bottom-right{{content:none}}"
        f"@bottom-center{{content:element(lower-rules);width:{A4.area_width_mm}mm;vertical-align:top;"
        f"padding-top:{number(down)}pt}}}}"
    )


def _style(style: Style) -> str:
    rules = [f"font-size:{number(style.size)}pt", f"text-align:{_align(style)}"]
    if style.pitch or style.size == ERHAO_PT:
        rules.append(f"line-height:{number(line_height_pt(style))}pt")
    first = style.first - style.hanging
    if first:
        rules.append(f"text-indent:{number(first * CELL_PT)}pt")
    if style.left:
        rules.append(f"padding-left:{number(style.left * CELL_PT)}pt")
    if style.right and style.align == "right":
        rules.append(f"padding-right:{number(style.right * CELL_PT)}pt")
    if style.keep_next:
        rules.append("break-after:avoid")
    if style.red:
        rules.append("color:var(--red)")
    return f".{style.css}{{font-family:var(--{style.role});{';'.join(rules)}}}"


def _align(style: Style) -> str:
    return "left" if style.align == "justify" else style.align
