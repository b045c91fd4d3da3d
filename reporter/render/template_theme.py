"""theme1.xml and fontTable.xml: parts that Word requires; the styles use neither, all faces are named outright."""

from __future__ import annotations

from reporter.ooxml.names import NAMESPACES
from reporter.render.template_styles import HEAD
from reporter.typeset.fonts.roles import TYPEFACES

_COLOURS = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "404040", "lt2": "E7E6E6", "accent1": "C00000", "accent2": "7F7F7F",
            "accent3": "A5A5A5", "accent4": "595959", "accent5": "404040", "accent6": "262626", "hlink": "0000FF",
            "folHlink": "800080"}  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LATIN = "Times New Roman"


def theme_xml() -> bytes:
    """A plain theme: black on white, 仿宋."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    face = f'<a:latin typeface="{_LATIN}"/><a:ea typeface="{TYPEFACES[next(iter(TYPEFACES))].docx}"/><a:cs typeface=""/>'
    fonts = f"<a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont>"
    line = f'<a:ln w="6350" cap="flat" cmpd="sng" algn="ctr">{_FILL}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="{NAMESPACES["a"]}" name="公文"><a:themeElements><a:clrScheme name="公文">{colours}'
        f'</a:clrScheme><a:fontScheme name="公文">{fonts}</a:fontScheme><a:fmtScheme name="公文"><a:fillStyleLst>{_FILL * 3}'
        f"</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    ).encode()


def font_table_xml() -> bytes:
    """The faces by name, with the class that a substitute should have."""
    names = {face.docx: "eastAsia" for face in TYPEFACES.values()} | {_LATIN: "latin"}
    charset = {"eastAsia": "86", "latin": "00"}
    fonts = "".join(
        f'<w:font w:name="{name}"><w:charset w:val="{charset[kind]}"/><w:family w:val="{"auto" if kind == "eastAsia" else "roman"}"/>'
        f'<w:pitch w:val="variable"/></w:font>'
        for name, kind in names.items()
    )
    return f'{HEAD}<w:fonts xmlns:w="{NAMESPACES["w"]}">{fonts}</w:fonts>'.encode()
