"""Pieces of XML that python-docx has no call for: lines, turned cells, lists, borders."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
LIST = (
    '<w:abstractNum {ns} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/>'
    '<w:lvlText w:val="%1、"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="630"/></w:pPr>'
    '<w:rPr><w:rFonts w:ascii="{hei}" w:hAnsi="{hei}" w:eastAsia="{hei}" w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/>'
    '<w:lvlText w:val="（%2）"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="630"/></w:pPr>'
    '<w:rPr><w:rFonts w:ascii="{kai}" w:hAnsi="{kai}" w:eastAsia="{kai}" w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr></w:lvl>'
    "</w:abstractNum>"
)
FOOT_RULES = (
    f"<w:tblBorders {NS}>"
    '<w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/>'
    '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/>'
    '<w:insideH w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:tblBorders>'
)
NO_MARGINS = (
    f'<w:tblCellMar {NS}><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
)
AT_THE_FOOT = (
    f'<w:tblpPr {NS} w:vertAnchor="margin" w:horzAnchor="margin" w:tblpXSpec="center" w:tblpYSpec="bottom"/>'
)


def foot_rule(weight: int) -> str:
    """A border under a paragraph, `weight` eighths of a point thick."""
    return f'<w:pBdr {NS}><w:bottom w:val="single" w:sz="{weight}" w:space="0" w:color="auto"/></w:pBdr>'


def drawn_line(
    top: float, *, left: float = 0, width: float = 442.2, weight: float = 1.5, page: bool = False
) -> Any:
    """A DrawingML line `top` pt below its paragraph (or the page), `width` pt long."""
    emu = 12700
    across = ("page", left) if page else ("column", 0)
    down = ("page", top) if page else ("paragraph", top)
    return parse_xml(
        f'<w:drawing {NS}><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{across[0]}"><wp:posOffset>{int(across[1] * emu)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="{down[0]}"><wp:posOffset>{int(down[1] * emu)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{int(width * emu)}" cy="0"/><wp:wrapNone/><wp:docPr id="{int(top * 7) + 11}" name="直线"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{int(width * emu)}" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{int(weight * emu)}"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln></wps:spPr>'
        "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def turned_cell(left: float, top: float, width: float, height: float) -> Any:
    """A floating table of one cell whose text runs downwards, at a place of the page in pt."""
    x, y, wide, high = (round(value * 20) for value in (left, top, width, height))
    return parse_xml(
        f'<w:tbl {NS}><w:tblPr><w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="page" '
        f'w:horzAnchor="page" w:tblpX="{x}" w:tblpY="{y}"/><w:tblW w:w="{wide}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f'</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{wide}"/></w:tblGrid>'
        f'<w:tr><w:trPr><w:trHeight w:val="{high}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr>'
        f'<w:tcW w:w="{wide}" w:type="dxa"/><w:textDirection w:val="tbRl"/><w:vAlign w:val="center"/></w:tcPr>'
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr></w:p></w:tc></w:tr></w:tbl>'
    )


def vml_line(top: float) -> Any:
    return parse_xml(
        f'<w:pict {NS}><v:line id="红线" style="position:absolute;left:0;text-align:left;z-index:1;'
        'mso-position-horizontal-relative:text;mso-position-vertical-relative:text" '
        f'from="0,{top:.1f}pt" to="442.2pt,{top:.1f}pt" strokecolor="red" strokeweight="1.5pt"/></w:pict>'
    )
