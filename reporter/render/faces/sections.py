"""Page set-up, headers, footers and notes of the face templates: everything that stands outside the text."""

from __future__ import annotations

from reporter.document.model import Face
from reporter.ooxml.names import NAMESPACES
from reporter.render.word.styles import HEAD, fonts, line_height, style_id
from reporter.typeset.standard import (
    A3_LANDSCAPE,
    A4,
    A4_LANDSCAPE,
    LETTER,
    PAGE_NUMBER,
    PITCH_TWIPS,
    RED_RGB,
    SIHAO_PT,
    Page,
    mm_to_twips,
    pt_to_mm,
)
from reporter.typeset.styles import STYLES

_NS = f'xmlns:w="{NAMESPACES["w"]}" xmlns:r="{NAMESPACES["r"]}"'
_STATE_FROM_TOP_MM = 15.0  # in the top white, well above the type area, where a PDF has it; custom
_EMPTY_FOOTER_MM = 12.0  # an empty footer that reaches into the type area would eat lines
# As wide as the number's line: where a program puts a narrower line into a wider cell is its own affair.
_NUMBER_COLUMN_TWIPS = line_height(STYLES["page_number"])
_DASH_BELOW_MIDDLE_MM = 0.44  # the dash's centre under that of its line (measured in LibreOffice 7.4)
NO_CELL_MARGINS = "<w:tblCellMar>" + "".join(
    f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right")) + "</w:tblCellMar>"  # fmt: skip
# White above a number fills its footer up to the type area: LibreOffice forgets the distance between the two in a
# section that begins on an even page, and 版记 would stand as much lower.
_FOOTER_FILL_TWIPS = (
    mm_to_twips(A4.bottom_mm) - mm_to_twips(PAGE_NUMBER.docx_footer_mm) - _NUMBER_COLUMN_TWIPS
)
_FOOTER_FILL = (
    f'<w:spacing w:before="{_FOOTER_FILL_TWIPS}" w:line="{_NUMBER_COLUMN_TWIPS}" w:lineRule="exact"/>'
)
_INDENT_TWIPS = round(SIHAO_PT * 20)  # one 字 of the number's own size

SECTIONS: dict[str, Page] = {"portrait": A4, "landscape": A4_LANDSCAPE, "a3": A3_LANDSCAPE, "imprint": A4}
# Part name (without folder and suffix) → relationship id in the template.
PARTS = {
    "header_odd": "rId11",
    "header_even": "rId12",
    "footer_odd": "rId13",
    "footer_even": "rId14",
    "header_turned_odd": "rId15",
    "header_turned_even": "rId16",
    "footer_turned_odd": "rId17",
    "footer_turned_even": "rId18",
    "header_first": "rId19",
    "footer_first": "rId20",
}


def parts_of(face: Face) -> tuple[str, ...]:
    """The header and footer parts that this face has."""
    return tuple(name for name in PARTS if face == "letter" or not name.endswith("_first"))


def section(name: str, face: Face) -> str:
    """w:sectPr of a section: `portrait`, `landscape`, `a3`, or `imprint`: 版记 behind a blank page, without number."""
    page = SECTIONS[name]
    turned = "turned_" if name == "landscape" else ""
    empty = turned or name == "imprint"
    references = "".join(
        _reference(kind, which, f"{kind}_{'turned_' if turned or (empty and kind == 'footer') else ''}{side}")
        for kind in ("header", "footer")
        for which, side in (("default", "odd"), ("even", "even"))
    )
    first = ""
    if face == "letter" and name == "portrait":  # 10.1: rules and no number on the first page only
        references += _reference("header", "first", "header_first") + _reference(
            "footer", "first", "footer_first"
        )
        first = "<w:titlePg/>"
    footer_mm = _EMPTY_FOOTER_MM if turned else PAGE_NUMBER.docx_footer_mm
    kind = "evenPage" if name == "imprint" else "nextPage"
    orient = ' w:orient="landscape"' if page.landscape else ""
    return (
        f'<w:sectPr>{references}<w:type w:val="{kind}"/><w:pgSz w:w="{mm_to_twips(page.width_mm)}" '
        f'w:h="{mm_to_twips(page.height_mm)}"{orient}/>{_margins(page, footer_mm)}<w:cols w:space="425"/>{first}'
        f'<w:docGrid w:type="lines" w:linePitch="{PITCH_TWIPS}"/></w:sectPr>'
    )


def _margins(page: Page, footer_mm: float) -> str:
    """Left and right so that the type area keeps its whole twips; the rest rounds to the edges."""
    left = int(page.left_mm * 1440 / 25.4)
    right = mm_to_twips(page.width_mm) - left - mm_to_twips(page.area_width_mm)
    top, bottom, header, footer = map(
        mm_to_twips, (page.top_mm, page.bottom_mm, _STATE_FROM_TOP_MM, footer_mm)
    )
    return (
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="{header}" '
        f'w:footer="{footer}" w:gutter="0"/>'
    )


def _reference(kind: str, which: str, part: str) -> str:
    return f'<w:{kind}Reference w:type="{which}" r:id="{PARTS[part]}"/>'


def part_xml(name: str) -> bytes:
    """The XML of a header or footer part."""
    kind = "hdr" if name.startswith("header") else "ftr"
    body = {
        "footer_odd": _number_paragraph("right", _FOOTER_FILL),
        "footer_even": _number_paragraph("left", _FOOTER_FILL),
        "header_turned_odd": _turned_number("right") + _state(),
        "header_turned_even": _turned_number("left") + _state(),
        "footer_turned_odd": _empty(),
        "footer_turned_even": _empty(),
        "footer_first": _letter_lower_rule(),
    }.get(name, _state())
    return f"{HEAD}<w:{kind} {_NS}>{body}</w:{kind}>".encode()


def _state() -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id("state")}"/></w:pPr><w:r><w:t>{{{{ state }}}}</w:t></w:r></w:p>'


def _empty() -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id("page_number")}"/>{_FOOTER_FILL}</w:pPr></w:p>'


def _number_paragraph(side: str, more: str = "") -> str:
    """— 1 — with a field of five runs: WPS shows nothing for a field packed into one."""
    run = f"<w:rPr>{fonts('song', hint=True)}</w:rPr>"
    pieces = [
        '<w:t xml:space="preserve">— </w:t>',
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
        '<w:t xml:space="preserve"> —</w:t>',
    ]
    runs = "".join(f"<w:r>{run}{piece}</w:r>" for piece in pieces)
    indent = f'<w:ind w:{side}Chars="100" w:{side}="{_INDENT_TWIPS}"/><w:jc w:val="{side}"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id("page_number")}"/>{more}{indent}</w:pPr>{runs}</w:p>'


def _turned_number(side: str) -> str:
    """The number of a landscape page where the bound portrait pages have theirs: at the left edge, turned.

    A small floating table with vertical text; odd numbers at the bottom, even ones at the top (clause 8).
    """
    page = A4_LANDSCAPE
    width = _NUMBER_COLUMN_TWIPS
    centre_mm = A4.height_mm - PAGE_NUMBER.dash_from_page_top_mm + _DASH_BELOW_MIDDLE_MM
    left, height = mm_to_twips(centre_mm) - width // 2, mm_to_twips(page.area_height_mm)
    return (
        '<w:tbl><w:tblPr><w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="page" w:horzAnchor="page" '
        f'w:tblpX="{left}" w:tblpY="{mm_to_twips(page.top_mm)}"/><w:tblOverlap w:val="never"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{NO_CELL_MARGINS}</w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid><w:tr><w:trPr><w:trHeight w:val="{height}" w:hRule="exact"/>'
        f'</w:trPr><w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:textDirection w:val="tbRl"/>'
        f'<w:vAlign w:val="center"/></w:tcPr>{_number_paragraph(side)}</w:tc></w:tr></w:tbl>'
    )


def _letter_lower_rule() -> str:
    """The lower double line of a letter's first page: thin above thick, 170 mm wide, 20 mm above the edge (10.1).

    A frame fixed to the page, because the footer's own distance is that of the page numbers.
    """
    weight_mm = pt_to_mm(LETTER.thick_rule_pt + LETTER.rule_gap_pt + LETTER.thin_rule_pt)
    frame = letter_frame(A4.height_mm - LETTER.lower_rule_from_bottom_mm - weight_mm)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id("page_number")}"/>{frame}{letter_border("top", "thinThickSmallGap")}'
        f'<w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>{_empty()}'
    )


def letter_frame(top_mm: float) -> str:
    """A frame as wide as a letter's lines, in the middle of the page, its upper edge `top_mm` from the page's."""
    return (
        f'<w:framePr w:w="{mm_to_twips(LETTER.rule_width_mm)}" w:wrap="notBeside" w:vAnchor="page" w:hAnchor="page" '
        f'w:xAlign="center" w:y="{mm_to_twips(top_mm)}"/>'
    )


def letter_border(side: str, kind: str) -> str:
    """The red double line as a paragraph border; Word counts a double line's weight by its thick part."""
    space = 0 if side == "top" else 4
    eighths = round(LETTER.thick_rule_pt * 8)
    border = f'<w:{side} w:val="{kind}" w:sz="{eighths}" w:space="{space}" w:color="{RED_RGB}"/>'
    return f"<w:pBdr>{border}</w:pBdr>"


def footnotes_xml() -> bytes:
    """Footnotes: only the two separators; notes are added to a document."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr>'
        f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return f"{HEAD}<w:footnotes {_NS}>{separators}</w:footnotes>".encode()
