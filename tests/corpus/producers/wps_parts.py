"""The parts of a WPS file beside its text: content types, relations, styles, settings, fonts."""

from __future__ import annotations

from tests.corpus.producers.flow import FONTS
from tests.corpus.producers.packed import CORE, HEAD, LINKS, OFFICE, WORD, content_types, relations

ROOT = (
    'xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" mc:Ignorable="w14 w15 wp14"'
)


def types(letter: bool) -> str:
    parts = [
        ("/word/document.xml", f"{WORD}.document.main+xml"), ("/word/styles.xml", f"{WORD}.styles+xml"),
        ("/word/settings.xml", f"{WORD}.settings+xml"), ("/word/fontTable.xml", f"{WORD}.fontTable+xml"),
        ("/word/footer1.xml", f"{WORD}.footer+xml"), ("/word/footer2.xml", f"{WORD}.footer+xml"),
        ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
        ("/docProps/core.xml", CORE),
        ("/docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
    ]  # fmt: skip
    if letter:
        parts += [("/word/header1.xml", f"{WORD}.header+xml"), ("/word/footer3.xml", f"{WORD}.footer+xml")]
    return content_types(parts)


RELS = relations((
    ("rId1", f"{OFFICE}/officeDocument", "word/document.xml"),
    ("rId2", f"{OFFICE}/extended-properties", "docProps/app.xml"),
    ("rId3", f"{LINKS}/metadata/core-properties", "docProps/core.xml"),
    ("rId4", f"{OFFICE}/custom-properties", "docProps/custom.xml"),
))  # fmt: skip
APP = (
    f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>WPS Office_12.1.0.18608_F1E327BC-269C-435d-A152-05C5408002CA</Application></Properties>"
)
CUSTOM = (
    f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer">'
    "<vt:lpwstr>2052-12.1.0.18608</vt:lpwstr></property></Properties>"
)


def document_rels(letter: bool) -> str:
    parts = [
        ("rId1", "styles"),
        ("rId2", "settings"),
        ("rId3", "fontTable"),
        ("rId5", "footer1"),
        ("rId6", "footer2"),
    ]
    if letter:
        parts += [("rId7", "header1"), ("rId8", "footer3")]
    return relations((key, f"{OFFICE}/{name.rstrip('0123456789')}", f"{name}.xml") for key, name in parts)


def styles() -> str:
    def style(number: int, name: str, kind: str, more: str, default: bool = False) -> str:
        first = ' w:default="1"' if default else ""
        return (
            f'<w:style w:type="{kind}"{first} w:styleId="{number}"><w:name w:val="{name}"/>{more}</w:style>'
        )

    fonts = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>'
    normal = (
        '<w:qFormat/><w:uiPriority w:val="0"/><w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr>'
        f'<w:rPr>{fonts}<w:kern w:val="2"/><w:sz w:val="21"/><w:szCs w:val="24"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>'
    )
    heading = '<w:basedOn w:val="1"/><w:next w:val="1"/><w:qFormat/><w:pPr><w:outlineLvl w:val="{}"/></w:pPr>'
    footer = '<w:basedOn w:val="1"/><w:pPr><w:snapToGrid w:val="0"/><w:jc w:val="left"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>'
    sides = "".join(
        f'<w:{side} w:val="single" w:color="auto" w:sz="4" w:space="0"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f"{HEAD}<w:styles {ROOT}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/>'
        "</w:rPr></w:rPrDefault></w:docDefaults>"
        + style(1, "Normal", "paragraph", normal, True)
        + style(2, "heading 1", "paragraph", heading.format(0))
        + style(3, "heading 2", "paragraph", heading.format(1))
        + style(5, "Default Paragraph Font", "character", "<w:semiHidden/>", True)
        + style(6, "Normal Table", "table", "<w:tblPr/>", True)
        + style(7, "footer", "paragraph", footer)
        + style(
            9,
            "Table Grid",
            "table",
            f'<w:basedOn w:val="6"/><w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr>',
        )
        + "</w:styles>"
    )


def settings() -> str:
    return (
        f'{HEAD}<w:settings {ROOT}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader w:val="0"/>'
        '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders w:val="1"/><w:drawingGridVerticalSpacing w:val="156"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/>'
        "<w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/>"
        "<w:useFELayout/></w:compat></w:settings>"
    )


def fonts() -> str:
    names = "".join(f'<w:font w:name="{name}"/>' for name in (*FONTS.values(), "Times New Roman"))
    return f"{HEAD}<w:fonts {ROOT}>{names}</w:fonts>"
