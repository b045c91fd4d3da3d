"""Shapes and tables as WPS writes them: AlternateContent with a VML fallback."""

from __future__ import annotations

from tests.corpus.producers.flow import MM

_EMU = 12700


def box(number: int, content: str, top: float, height: float) -> str:
    """A text box `top` pt below the edge of the page, as wide as the type area."""
    left, wide = 28 * MM, 442.2
    choice = (
        anchor(number, "文本框", ("page", left), ("page", top), wide, height)
        + '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{int(wide * _EMU)}" cy="{int(height * _EMU)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"<a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>'
    )
    fallback = (
        f'<w:pict><v:shape id="_x0000_s{number}" o:spid="_x0000_s{number}" o:spt="202" type="#_x0000_t202" '
        f'style="position:absolute;left:{left:.1f}pt;top:{top:.1f}pt;height:{height:.1f}pt;width:{wide}pt;'
        'mso-position-horizontal-relative:page;mso-position-vertical-relative:page" filled="f" stroked="f">'
        f'<v:textbox inset="0,0,0,0"><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>'
    )
    return alternate(choice, fallback)


def line(number: int, down: tuple[str, float], across: tuple[str, float], wide: float, weight: float) -> str:
    """A red line, `wide` and `weight` pt; `down` and `across` say what it is tied to and how many pt it is off."""
    (tied, top), (_, left) = down, across
    choice = (
        anchor(number, "直接连接符", across, down, wide, 0)
        + f'<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{int(wide * _EMU)}" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{int(weight * _EMU)}"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln></wps:spPr>'
        "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    relative = "page" if tied == "page" else "text"
    fallback = (
        f'<w:pict><v:line id="_x0000_s{number}" o:spid="_x0000_s{number}" o:spt="20" '
        f'style="position:absolute;left:{left:.1f}pt;top:{top:.1f}pt;height:0pt;width:{wide}pt;'
        f'mso-position-horizontal-relative:{relative};mso-position-vertical-relative:{relative}" '
        f'strokecolor="#FF0000" strokeweight="{weight}pt"/></w:pict>'
    )
    return alternate(choice, fallback)


def number_box(number: int, side: str, inner: str) -> str:
    """A text box for the page number on one side of the margin."""
    wide, height = 80.0, 18.0
    choice = (
        anchor(number, "文本框", ("margin", side), ("page", 269 * MM - 9), wide, height)
        + '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{int(wide * _EMU)}" cy="{int(height * _EMU)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"<a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0"><a:spAutoFit/></wps:bodyPr></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    fallback = (
        f'<w:pict><v:shape id="_x0000_s{number}" o:spt="202" type="#_x0000_t202" style="position:absolute;'
        f'height:18pt;width:80pt;mso-position-horizontal:{side};mso-position-horizontal-relative:margin" '
        f'filled="f" stroked="f"><v:textbox inset="0,0,0,0"><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>'
    )
    return alternate(choice, fallback)


def alternate(choice: str, fallback: str) -> str:
    return (
        '<w:r><w:rPr><w:sz w:val="32"/></w:rPr><mc:AlternateContent><mc:Choice Requires="wps">'
        f"{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def anchor(
    number: int,
    name: str,
    across: tuple[str, float | str],
    down: tuple[str, float],
    wide: float,
    height: float,
) -> str:
    where = (
        f"<wp:align>{across[1]}</wp:align>"
        if isinstance(across[1], str)
        else f"<wp:posOffset>{int(across[1] * _EMU)}</wp:posOffset>"
    )
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{across[0]}">{where}</wp:positionH>'
        f'<wp:positionV relativeFrom="{down[0]}"><wp:posOffset>{int(down[1] * _EMU)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{int(wide * _EMU)}" cy="{int(height * _EMU)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:wrapNone/><wp:docPr id="{number}" name="{name} {number - 1024}"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    )


def table(rows: list[str], columns: str, width: int, style: str) -> str:
    named = f'<w:tblStyle w:val="{style}"/>' if style else '<w:tblStyle w:val="6"/>'
    return (
        f'<w:tbl><w:tblPr>{named}<w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
