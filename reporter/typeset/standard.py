"""GB/T 9704-2012 as numbers: every measure with its unit in its name and its clause beside it.

Where the standard gives no number the comment says "custom" or "derived". Offsets "from page top" assume
the nominal margins. A 字 is one full-width character, a 行 one line of the body's pitch (clauses 3.1, 3.2).
"""

from __future__ import annotations

from msgspec import Struct

PT_PER_MM = 72 / 25.4
TWIPS_PER_PT = 20
MM_PER_INCH = 25.4


def mm_to_pt(mm: float) -> float:
    """Millimetres to points."""
    return mm * PT_PER_MM


def pt_to_mm(pt: float) -> float:
    """Points to millimetres."""
    return pt / PT_PER_MM


def mm_to_twips(mm: float) -> int:
    """Millimetres to twips, rounded to the nearest whole twip as Word does."""
    return round(mm * PT_PER_MM * TWIPS_PER_PT)


def pt_to_twips(pt: float) -> int:
    """Points to whole twips."""
    return round(pt * TWIPS_PER_PT)


# --- type sizes (Word's table of 号) ---------------------------------------------------------------------

ERHAO_PT = 22.0  # 二号: title (7.3.1)
XIAOERHAO_PT = 18.0  # 小二
SANHAO_PT = 16.0  # 三号: everything unless stated (5.2.2)
SIHAO_PT = 14.0  # 四号: imprint (7.4.2, 7.4.3), page number (7.5)
XIAOSIHAO_PT = 12.0  # 小四: tables, custom
WUHAO_PT = 10.5  # 五号: tables, custom

SIZE_NAMES_PT: dict[str, float] = {
    "二号": ERHAO_PT,
    "小二": XIAOERHAO_PT,
    "三号": SANHAO_PT,
    "四号": SIHAO_PT,
    "小四": XIAOSIHAO_PT,
    "五号": WUHAO_PT,
}


class Page(Struct, frozen=True):
    """A sheet and its white edges, all mm (5.1, 5.2.1; right and bottom are derived)."""

    name: str
    width_mm: float
    height_mm: float
    top_mm: float
    right_mm: float
    bottom_mm: float
    left_mm: float

    @property
    def area_width_mm(self) -> float:
        """Width of the type area in mm."""
        return self.width_mm - self.left_mm - self.right_mm

    @property
    def area_height_mm(self) -> float:
        """Height of the type area in mm."""
        return self.height_mm - self.top_mm - self.bottom_mm

    @property
    def area_width_pt(self) -> float:
        """Width of the type area in pt."""
        return mm_to_pt(self.area_width_mm)

    @property
    def landscape(self) -> bool:
        """Whether the sheet lies on its side."""
        return self.width_mm > self.height_mm


A4 = Page("A4", 210.0, 297.0, 37.0, 26.0, 35.0, 28.0)  # 5.1, 5.2.1; type area 156 × 225
# Landscape A4 is the portrait sheet turned (clause 8): the type area becomes 225 × 156. On an odd page the
# table's head lies at the binding edge, so the turned sheet has the binding white (28) on top, the portrait
# head white (37) at the right and the portrait foot white (35) at the left.
A4_LANDSCAPE = Page("A4横", 297.0, 210.0, 28.0, 37.0, 26.0, 35.0)
# A3 for wide lists is custom: bound at the left like an A4 folio, so it keeps the white edges of A4.
A3_LANDSCAPE = Page("A3横", 420.0, 297.0, 37.0, 26.0, 35.0, 28.0)

PAGES: dict[str, Page] = {"a4": A4, "a4-landscape": A4_LANDSCAPE, "a3-landscape": A3_LANDSCAPE}

# --- the grid (5.2.3: 22 lines of 28 characters fill the type area) ---------------------------------------

LINES_PER_PAGE = 22
CELLS_PER_LINE = 28
CELL_MM = A4.area_width_mm / CELLS_PER_LINE  # 5.5714
CELL_PT = mm_to_pt(CELL_MM)  # 15.793
PITCH_MM = A4.area_height_mm / LINES_PER_PAGE  # 10.2273
PITCH_PT = mm_to_pt(PITCH_MM)  # 28.99
PITCH_TWIPS = 579  # 580 would make 22 lines 4 twips taller than the type area
BODY_TRACKING_PT = CELL_PT - SANHAO_PT  # −0.207: 28 glyphs of 16 pt are 2 mm wider than 156 mm
BODY_TRACKING_TWIPS = -5  # whole twips in DOCX; −4 overflows
GRID_CHAR_SPACE = -849  # w:docGrid w:charSpace for 28 cells of a 16 pt Normal; −848 overflows
GRID_LINE_PITCH_TWIPS = PITCH_TWIPS
PARAGRAPH_INDENT_CELLS = 2  # 7.3.3
TITLE_CELLS_PER_LINE = 19.5  # 442.2 / 22 = 20.1 less what a word processor adds where digits meet hanzi
TITLE_PITCH_PT = ERHAO_PT + 14.0  # 3.2 for a 22 pt line: its height + 7/8 of 16 pt; custom
TIGHT_TITLE_PITCH_PT = (
    PITCH_PT  # of a title of many lines under a mark that would else be smaller than it; custom
)
LINE_GAP_MM = 4.84  # 7/8 of a 三号 character (3.2 and GB/T 33476.2): the white between two lines

# --- colours ---------------------------------------------------------------------------------------------

RED_RGB = "FF0000"  # 6.2 gives printing ink (Y80 M80); the screen value is custom
BLACK_RGB = "000000"  # 5.2.4


class HeaderMeasures(Struct, frozen=True):
    """版头 of a 文件 (7.2), mm unless named otherwise."""

    mark_top_from_page_mm: float = 72.0  # 7.2.4: 35 mm below the type area's upper edge
    mark_top_from_area_mm: float = 35.0
    mark_glyph_max_height_mm: float = 22.0  # 1999 edition; kept as the upper bound, custom since 2012
    mark_glyph_max_width_mm: float = 15.0
    blank_lines_mark_to_number: int = 2  # 7.2.5
    number_to_rule_mm: float = 4.0  # 7.2.7, lower edge of the number to the rule
    rule_width_mm: float = 156.0  # 7.2.7
    rule_weight_mm: float = 0.72  # not in the standard; custom
    copy_number_line: int = 1  # 份号, 7.2.1: six digits, line 1
    secrecy_line: int = 2  # 密级, 7.2.2: line 2
    upward_indent_cells: int = 1  # 7.2.5, 7.2.6: number left and signer right, one 字 in
    signers_per_line: int = 2  # 7.2.6


class BodyMeasures(Struct, frozen=True):
    """主体 (7.3), in lines of the body pitch and 字."""

    blank_lines_rule_to_title: int = 2  # 7.3.1
    blank_lines_title_to_recipients: int = 1  # 7.3.2
    blank_lines_body_to_attachments: int = 1  # 7.3.4
    attachment_indent_cells: int = 2  # 7.3.4
    attachment_name_single_cells: int = 5  # derived: 2 + 附件：
    attachment_number_cells: int = 5  # derived: where 1. stands
    attachment_name_cells: int = 6  # derived: name after 1.
    note_indent_cells: int = 2  # 附注, 7.3.6
    attachment_title_line: int = 3  # 7.3.7


class SignatureMeasures(Struct, frozen=True):
    """署名, 日期, 印章 (7.3.5)."""

    sealed_date_right_cells: int = 4  # 7.3.5.1
    unsealed_right_cells: int = 2  # 7.3.5.2
    unsealed_date_offset_cells: int = 2  # 7.3.5.2: date 2 字 right of the name's first character
    unsealed_blank_lines: int = 1  # 7.3.5.2
    sealed_gap_lines_max: int = 1  # 7.3.5.1: seal top within one line of the last text
    joint_seals_per_row: int = 3  # derived from widths; the number is 1999 text
    joint_seal_gap_max_mm: float = 3.0  # 1999 text, custom
    signer_seal_blank_lines: int = 2  # 7.3.5.3
    signer_seal_right_cells: int = 4
    signer_seal_to_title_cells: int = 2
    signer_seal_to_date_lines: int = 1
    signer_seal_mm: tuple[float, float] = (40.0, 20.0)  # width and height; the standard gives none, custom


class ImprintMeasures(Struct, frozen=True):
    """版记 (7.4)."""

    first_rule_mm: float = 0.35  # 7.4.1, recommended
    middle_rule_mm: float = 0.25
    last_rule_mm: float = 0.35
    last_rule_from_page_mm: float = 262.0  # 7.4.1: lower edge of the type area
    rule_width_mm: float = 156.0
    size_pt: float = SIHAO_PT
    indent_cells: int = 1  # of the imprint's own 14 pt (7.4.2; reading of 3.1)
    even_page: bool = True  # GB/T 33476.2 7.3.1; follows from 6.2 with 7.4.1


class PageNumberMeasures(Struct, frozen=True):
    """页码 (7.5)."""

    dash_below_area_mm: float = 7.0
    dash_from_page_top_mm: float = 269.0  # 262 + 7, to the dash's centre
    size_pt: float = SIHAO_PT
    indent_cells: int = 1  # odd: from the right; even: from the left
    docx_footer_mm: float = 25.35  # w:footer for a 14 pt line whose dash is 28 mm from the bottom; measured


class LetterMeasures(Struct, frozen=True):
    """信函 (10.1)."""

    mark_top_from_page_mm: float = 30.0
    rule_width_mm: float = 170.0
    mark_to_rule_mm: float = 4.0
    lower_rule_from_bottom_mm: float = 20.0
    rule_outset_left_mm: float = 8.0  # derived: centred on the page, beyond the type area
    rule_outset_right_mm: float = 6.0
    thick_rule_pt: float = 2.25  # weights are custom; thick above thin on top, thin above thick below
    thin_rule_pt: float = 0.75
    rule_gap_pt: float = 1.0
    rule_to_number_mm: float = LINE_GAP_MM
    blank_lines_to_title: int = 2
    text_to_lower_rule_mm: float = LINE_GAP_MM


class OrderMeasures(Struct, frozen=True):
    """命令 (10.2)."""

    mark_top_from_page_mm: float = 57.0  # 20 mm below the type area's upper edge
    blank_lines_mark_to_number: int = 2
    blank_lines_number_to_body: int = 2


class MinutesMeasures(Struct, frozen=True):
    """纪要 (10.3)."""

    mark_top_from_page_mm: float = 72.0
    blank_lines_body_to_present: int = 1
    present_indent_cells: int = 2


HEADER = HeaderMeasures()
BODY = BodyMeasures()
SIGNATURE = SignatureMeasures()
IMPRINT = ImprintMeasures()
PAGE_NUMBER = PageNumberMeasures()
LETTER = LetterMeasures()
ORDER = OrderMeasures()
MINUTES = MinutesMeasures()

# 国发〔1999〕25号: diameter of a round seal by the level of its owner, mm.
SEAL_DIAMETER_MM: dict[str, float] = {
    "state-council": 60.0,
    "ministry": 50.0,
    "province": 50.0,
    "city": 45.0,
    "county": 45.0,
    "township": 42.0,
    "institution": 45.0,
}

# Heading levels 一、（一）1.（1）① (7.3.3): the type role of each level's heading text.
HEADING_ROLES: tuple[str, ...] = ("hei", "kai", "fang", "fang", "fang")


def cells_to_mm(cells: float) -> float:
    """Body 字 (1/28 of the type area) to mm."""
    return cells * CELL_MM


def text_cells(text: str) -> float:
    """Width of a text in 字: a full-width glyph counts 1, an ASCII one 0.5."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2
