"""验收单: one page that shows at a glance whether a program sets our files 28 × 22, for programs that we cannot run.

The text is a single paragraph of 22 × 28 hanzi, set by the renderer like any other: only the program's own line ends
bring each 第…行 to the left edge and the 22 stems and branches (甲…癸, 子…亥) to the right one. Marks in mm and the
instructions stand in the margins.
"""

from __future__ import annotations

from reporter.document.inline import words
from reporter.document.model import Document, Paragraph
from reporter.ooxml.names import NAMESPACES, qn
from reporter.ooxml.package import Package, parse
from reporter.render.word.runs import finish_runs
from reporter.render.word.styles import fonts, style_id
from reporter.render.word.template import MAIN, load
from reporter.render.word.write import write
from reporter.typeset.standard import (
    A4,
    CELLS_PER_LINE,
    LINES_PER_PAGE,
    PAGE_NUMBER,
    mm_to_twips,
)

LINE_ENDS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
"""Last character of each line."""
_DIGITS = "〇一二三四五六七八九"
_LABEL = 4  # 第〇一行
_HEADER = "word/header_odd.xml"
_INSTRUCTIONS = (
    "版面验收单：用 Word 或 WPS 打开，不改任何设置，看四项，合格打√。",
    "□ 1．每行都以“第……行”开头，各行末字从上到下是：甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥。",
    "□ 2．一共22行，全在这一页，没有第2页。　　□ 3．页码“— 1 —”在右下方，数字前后各有一条横线。",
    "□ 4．按100%打印在A4纸上，用尺量短线：离纸上边37、262、269毫米，离纸左边28、184毫米，差不过1毫米。",
    "　　 首行字顶在37的线下约3毫米，末行字底在262的线上约3毫米；各行两端离28、184的线不到1毫米。",
)
_INSTRUCTION_MM = (10.0, 4.4)  # top of the first line from the page's upper edge, line height
_TICK_MM = 8.0
_LABEL_WIDTH_MM = 14.0
_LABEL_HEIGHT_MM = 5.0


def acceptance_sheet() -> bytes:
    """The sheet as .docx, the same bytes every time."""
    text = "".join(line_text(number) for number in range(1, LINES_PER_PAGE + 1))
    document = Document(
        "acceptance@sheet", "acceptance", "plain", "level", (), (Paragraph("lines", words(text), flush=True),),
        state="定稿",
    )  # fmt: skip
    package = Package.read(write(document, load("plain")).data)
    header = parse(_header().encode())
    finish_runs(header)
    package.write(_HEADER, header)
    main = package.tree(MAIN)
    for margins in main.iter(qn("w:pgMar")):  # what stands in frames must not push the text down
        margins.set(qn("w:header"), str(mm_to_twips(5)))
    package.write(MAIN, main)
    return package.data()


def line_text(number: int) -> str:
    """The characters of a line: its number, places 5 to 27 by their last digit, and its stem or branch."""
    tens, ones = divmod(number, 10)
    places = "".join(_DIGITS[p % 10] if p % 10 else "十" for p in range(_LABEL + 1, CELLS_PER_LINE))
    return f"第{_DIGITS[tens]}{_DIGITS[ones]}行{places}{LINE_ENDS[number - 1]}"


def _header() -> str:
    """Frames fixed to the page: instructions, ticks at the edges of the type area, their distances."""
    top, step = _INSTRUCTION_MM
    frames = [
        _frame(A4.left_mm, top + index * step, A4.area_width_mm, step, text)
        for index, text in enumerate(_INSTRUCTIONS)
    ]
    bottom_mm, right_mm = A4.height_mm - A4.bottom_mm, A4.width_mm - A4.right_mm
    for y, x in ((A4.top_mm, 6.0), (bottom_mm, 6.0), (PAGE_NUMBER.dash_from_page_top_mm, 6.0)):
        frames.append(_frame(x, y, _LABEL_WIDTH_MM, _LABEL_HEIGHT_MM, f"{y:g}毫米", "top"))
    for x in (A4.left_mm, right_mm):
        frames.append(_frame(x, bottom_mm + 14, _LABEL_WIDTH_MM, _TICK_MM, f"{x:g}毫米", "left"))
    empty = f'<w:p><w:pPr><w:pStyle w:val="{style_id("page_number")}"/></w:pPr></w:p>'
    return f'<w:hdr xmlns:w="{NAMESPACES["w"]}" xmlns:r="{NAMESPACES["r"]}">{"".join(frames)}{empty}</w:hdr>'


def _frame(x_mm: float, y_mm: float, width_mm: float, height_mm: float, text: str, rule: str = "") -> str:
    """A paragraph at a fixed place of the page; `rule` draws a thin line on that side of it."""
    border = (
        f'<w:pBdr><w:{rule} w:val="single" w:sz="4" w:space="0" w:color="000000"/></w:pBdr>' if rule else ""
    )
    size = 16 if rule else 18  # half points
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id("page_number")}"/><w:framePr w:w="{mm_to_twips(width_mm)}" '
        f'w:h="{mm_to_twips(height_mm)}" w:hRule="exact" w:wrap="around" w:vAnchor="page" w:hAnchor="page" '
        f'w:x="{mm_to_twips(x_mm)}" w:y="{mm_to_twips(y_mm)}"/>{border}'
        f'<w:spacing w:line="{mm_to_twips(min(height_mm, 4.4))}" w:lineRule="exact"/><w:jc w:val="left"/></w:pPr>'
        f'<w:r><w:rPr>{fonts("song", hint=True)}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )
