"""styles.xml and settings.xml of the face templates, written from the style table (`typeset.styles`).

Twips throughout. A 字 is 316 twips (156 mm / 28), a line 579. Named Chinese styles carry ASCII ids (`GW` + key),
because editors rename ids but keep names.
"""

from __future__ import annotations

from msgspec.structs import replace

from reporter.document.model import Face
from reporter.ooxml.names import NAMESPACES
from reporter.typeset import standard
from reporter.typeset.fonts.roles import typeface
from reporter.typeset.standard import BODY_TRACKING_TWIPS, CELL_PT, PITCH_TWIPS, RED_RGB, pt_to_twips
from reporter.typeset.styles import STYLES, Style

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = f'xmlns:w="{NAMESPACES["w"]}"'

TAG_STYLE = "GWTag"
SEAM_STYLE = "GWSeam"
TABLE_STYLE = "GWTable"
RUN_IN_STYLE = "GWRunIn"
SIGNER_STYLE = "GWSigner"
URGENT_STYLE = "GWUrgent"
NOTE_STYLE = "GWNote"
NOTE_MARK_STYLE = "GWNoteMark"

_RULE_EIGHTHS = round(standard.mm_to_pt(standard.HEADER.rule_weight_mm) * 8)
_RULE_SPACE_PT = 6  # measured: the border then stands 3.9 mm under the number's lower edge
RED_RULE_MM = standard.pt_to_mm(_RULE_SPACE_PT) + standard.HEADER.rule_weight_mm
"""What the red rule takes below the number."""
LETTER_NUMBER_PITCH = 0.69  # brings the number's ink 4.84 mm under the upper line (10.1)
INK_EM = 0.985  # exact lines: from the ink of a 小标宋 hanzi to the line's lower edge, em (measured in LibreOffice 7.4)
_GRID_FREE = (
    "mark", "title", "issued_title", "attachment_title", "sheet_title", "cell", "imprint", "page_number", "state",
    "sheet_line",
)  # fmt: skip


def style_id(key: str) -> str:
    """`attachment_single` → `GWAttachmentSingle`."""
    return "GW" + "".join(part.capitalize() for part in key.split("_"))


def face_styles(face: Face) -> dict[str, Style]:
    """The style table with what the face sets otherwise (GB/T 9704 cl. 10)."""
    styles = dict(STYLES)
    if face == "letter":  # 10.1: number at the right under the upper line, title two lines below
        styles["number"] = replace(styles["number"], align="right", before=0.34, pitch=LETTER_NUMBER_PITCH)
    return styles


def styles_xml(face: Face) -> bytes:
    """The style part of a face template."""
    paragraphs = "".join(_paragraph_style(style, face) for style in face_styles(face).values())
    xml = f"{HEAD}<w:styles {W}>{_defaults()}{_normal()}{paragraphs}{_others()}</w:styles>"
    return xml.encode()


def cells_to_twips(cells: float) -> int:
    """字 of the body to twips."""
    return round(cells * CELL_PT * 20)


def fonts(role: str, *, hint: bool = False) -> str:
    """w:rFonts of a type role; the hint belongs on runs, where Word looks for it."""
    face = typeface(role)
    latin, first = face.docx_ascii, 'w:hint="eastAsia" ' if hint else ""
    return f'<w:rFonts {first}w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{face.docx}" w:cs="{latin}"/>'


def _size(points: float) -> str:
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _defaults() -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts('fang')}{_size(16)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def _normal() -> str:
    """Normal is 三号 (the character grid counts from it); no hanging marks, no gaps round digits."""
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>'
        '<w:widowControl w:val="0"/><w:kinsoku/><w:wordWrap/><w:overflowPunct w:val="0"/><w:topLinePunct w:val="0"/>'
        '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd/><w:snapToGrid/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{PITCH_TWIPS}" w:lineRule="exact"/>'
        f'<w:jc w:val="both"/></w:pPr><w:rPr>{fonts("fang")}<w:spacing w:val="{BODY_TRACKING_TWIPS}"/>'
        f'<w:kern w:val="0"/>{_size(16)}</w:rPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )


def line_height(style: Style) -> int:
    """Exact line height of a style, twips."""
    if style.pitch:
        return round(style.pitch * PITCH_TWIPS)
    if style.key == "mark":
        return round(
            style.size * 1.2 * 20
        )  # set again for every document: the mark's size depends on the names
    if style.size == standard.ERHAO_PT:
        return pt_to_twips(standard.TITLE_PITCH_PT)
    if style.key.startswith("cell"):
        return pt_to_twips(style.size * 1.35)
    if style.key == "imprint":
        return pt_to_twips(style.size * 1.6)
    return PITCH_TWIPS if style.key == "sheet_line" else pt_to_twips(style.size * 1.3)


def _paragraph_style(style: Style, face: Face) -> str:
    together = "<w:keepLines/>" if style.pitch == 0 and style.keep_next else ""
    keep = f"<w:keepNext/>{together}" if style.keep_next else ""
    snap = '<w:snapToGrid w:val="0"/>' if style.key.startswith(_GRID_FREE) or style.pitch % 1 else ""
    before = round(style.before * PITCH_TWIPS)
    outline = f'<w:outlineLvl w:val="{style.outline - 1}"/>' if style.outline else ""
    tracking = '<w:spacing w:val="0"/>' if style.size != standard.SANHAO_PT else ""
    colour = f'<w:color w:val="{RED_RGB}"/>' if style.red else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id(style.key)}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{keep}{_rule(style, face)}{snap}'
        f'<w:spacing w:before="{before}" w:line="{line_height(style)}" w:lineRule="exact"/>{indents(style)}'
        f'<w:jc w:val="{"both" if style.align == "justify" else style.align}"/>{outline}</w:pPr>'
        f"<w:rPr>{fonts(style.role)}{colour}{tracking}{_size(style.size)}</w:rPr></w:style>"
    )


def _rule(style: Style, face: Face) -> str:
    """The red rule is the lower border of the number's paragraph: it moves with the text and needs no drawing."""
    if style.key not in ("number", "number_up") or face not in ("document", "minutes"):
        return ""
    border = f'w:val="single" w:sz="{_RULE_EIGHTHS}" w:space="{_RULE_SPACE_PT}" w:color="{RED_RGB}"'
    return f"<w:pBdr><w:bottom {border}/></w:pBdr>"


def indents(style: Style) -> str:
    """w:ind with 字 (Word, WPS) and twips (LibreOffice); the twips are 字 of the style's own size.

    Indents of 三号 lines are counted on the body's cells, so that the first line holds 26 of them.
    """
    unit = CELL_PT * 20 if style.size == standard.SANHAO_PT else style.size * 20
    # A border is as wide as its paragraph, so the upward number is indented by tabs, not by the paragraph.
    if style.key == "number_up":
        return ""
    parts = []
    for name, cells in (("left", style.left), ("right", style.right)):
        if cells:
            parts.append(f'w:{name}Chars="{round(cells * 100)}" w:{name}="{round(cells * unit)}"')
    if style.first:
        parts.append(
            f'w:firstLineChars="{round(style.first * 100)}" w:firstLine="{round(style.first * unit)}"'
        )
    if style.hanging:
        parts.append(
            f'w:hangingChars="{round(style.hanging * 100)}" w:hanging="{round(style.hanging * unit)}"'
        )
    return f"<w:ind {' '.join(parts)}/>" if parts else ""


def _character_style(ident: str, name: str, run: str) -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{ident}"><w:name w:val="{name}"/>'
        f"<w:rPr>{run}</w:rPr></w:style>"
    )


def _others() -> str:
    """Styles for what is no text of the document: tags, seams, tables, notes."""
    seam = (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{SEAM_STYLE}"><w:name w:val="公文接缝"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:line="20" w:lineRule="exact"/></w:pPr><w:rPr>{_size(1)}</w:rPr></w:style>'
    )
    tag = (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{TAG_STYLE}"><w:name w:val="公文模板标记"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="exact"/>'
        f'<w:jc w:val="left"/></w:pPr><w:rPr><w:color w:val="808080"/>{_size(9)}</w:rPr></w:style>'
    )
    note = (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{NOTE_STYLE}"><w:name w:val="公文脚注"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:snapToGrid w:val="0"/>'
        '<w:spacing w:line="280" w:lineRule="exact"/></w:pPr>'
        f'<w:rPr>{fonts("song")}<w:spacing w:val="0"/>{_size(9)}</w:rPr></w:style>'
    )
    border = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    table = (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE}"><w:name w:val="公文表格"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{border}</w:tblBorders></w:tblPr></w:style>'
    )
    mark = '<w:vertAlign w:val="superscript"/>'
    return (
        seam + tag + note + table
        + _character_style(RUN_IN_STYLE, "公文接排正文", fonts("fang"))
        + _character_style(SIGNER_STYLE, "公文签发人", fonts("kai"))
        + _character_style(URGENT_STYLE, "公文紧急程度字", fonts("hei"))
        + _character_style(NOTE_MARK_STYLE, "公文脚注号", mark)
    )  # fmt: skip


def settings_xml() -> bytes:
    """Settings that the layout relies on: odd and even pages, no compression of marks, Word 2013 layout."""
    switches = ("spaceForUL", "balanceSingleByteDoubleByteWidth", "doNotLeaveBackslashAlone", "ulTrailSpace",
                "doNotExpandShiftReturn", "adjustLineHeightInTable", "useFELayout")  # fmt: skip
    compatible = "".join(f"<w:{name}/>" for name in switches)
    xml = (
        f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>'
        '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:drawingGridVerticalSpacing w:val="579"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f'<w:compat>{compatible}<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
        ' w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )
    return xml.encode()
