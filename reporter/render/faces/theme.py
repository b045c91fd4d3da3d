"""theme1.xml and fontTable.xml: parts that Word requires; the styles use neither, all faces are named outright."""

from __future__ import annotations

from reporter.ooxml.names import NAMESPACES
from reporter.render.word.styles import HEAD
from reporter.typeset.fonts.roles import TYPEFACES, Role

_COLOURS = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "404040", "lt2": "E7E6E6", "accent1": "C00000",
            "accent2": "7F7F7F", "accent3": "A5A5A5",
            "accent4": "595959", "accent5": "404040", "accent6": "262626", "hlink": "0000FF",
            "folHlink": "800080"}  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LATIN = "Times New Roman"


def theme_xml() -> bytes:
    """A plain theme: black on white, 仿宋."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    body = TYPEFACES[Role.FANG].docx
    face = f'<a:latin typeface="{_LATIN}"/><a:ea typeface="{body}"/><a:cs typeface=""/>'
    fonts = f"<a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont>"
    line = f'<a:ln w="6350" cap="flat" cmpd="sng" algn="ctr">{_FILL}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="{NAMESPACES["a"]}" name="公文"><a:themeElements><a:clrScheme name="公文">{colours}'
        f'</a:clrScheme><a:fontScheme name="公文">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="公文">'
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>"
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    ).encode()


def font_table_xml() -> bytes:
    """The faces by name, with the class that a substitute should have."""
    names = {face.docx: "eastAsia" for face in TYPEFACES.values()} | {_LATIN: "latin"}
    classes = {"eastAsia": ("86", "auto"), "latin": ("00", "roman")}
    fonts = ""
    for name, kind in names.items():
        charset, family = classes[kind]
        fonts += f'<w:font w:name="{name}"><w:charset w:val="{charset}"/><w:family w:val="{family}"/>'
        fonts += '<w:pitch w:val="variable"/></w:font>'
    return f'{HEAD}<w:fonts xmlns:w="{NAMESPACES["w"]}">{fonts}</w:fonts>'.encode()
