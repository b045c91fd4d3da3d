"""The package around what the hands of `inherited` write: parts, relations, styles, theme, runs."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from tests.corpus.mutators.edit import PPR
from tests.corpus.producers.flow import FONTS
from tests.corpus.producers.packed import HEAD, OFFICE, WORD, content_types, relations, zipped
from tests.corpus.producers.wps_parts import ROOT

STYLE_NAMES = {
    "gap": "公文空行", "mark": "公文红头", "number": "公文文号", "rule": "公文红线", "title": "公文大标题",
    "below title": "公文题后空行", "recipients": "公文主送", "body": "公文正文", "level 1": "公文一级", "level 2": "公文二级",
    "level 3": "公文三级", "level 4": "公文四级", "attachments": "公文附件说明", "signature": "公文落款", "date": "公文日期",
    "joint signature": "公文联合落款", "remark": "公文附注", "attended": "公文出席", "post": "公文签发职务", "foot": "公文版记",
    "foot rule": "公文版记线", "cell": "公文表格", "table title": "公文表题", "above": "公文表注上", "below": "公文表注下",
    "attachment label": "公文附件标识", "attachment title": "公文附件标题", "top": "公文份号密级", "signer": "公文签发人",
}  # fmt: skip
CHARACTER_IDS = {
    (font, size): f"z{number}"
    for number, (font, size) in enumerate(
        (
            ("fang", 16),
            ("kai", 16),
            ("hei", 16),
            ("xbs", 22),
            ("fang", 14),
            ("fang", 12),
            ("hei", 12),
            ("song", 14),
        )
    )
}
_COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6", "accent1": "4472C4", "accent2": "ED7D31",
    "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47", "hlink": "0563C1", "folHlink": "954F72",
}  # fmt: skip
DEFAULT_STYLE = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:widowControl w:val="0"/>'
    '<w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/></w:pPr></w:style>'
)
_OTHERS = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="899"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="a5"><w:name w:val="footer"/><w:basedOn w:val="899"/></w:style>'
)


def all_indents(indent: str) -> str:
    """Every indent of a paragraph, so that none is taken from its style."""
    named = dict(re.findall(r'w:(\w+)="(\d+)"', indent))
    hanging = (
        {"hanging": named["hanging"]} if "hanging" in named else {"firstLine": named.get("firstLine", "0")}
    )
    sides = {"left": named.get("left", "0"), "right": named.get("right", "0")} | hanging
    return "<w:ind " + " ".join(f'w:{side}="{value}"' for side, value in sides.items()) + "/>"


def style_id(role: str) -> str:
    return "gw" + "".join(word.capitalize() for word in role.split())


def words(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def rpr(
    font: str, size: float, *, red: bool = False, latin: str = "Times New Roman", hint: bool = False
) -> str:
    """Properties of a run; without a font it takes the default one."""
    hinted = ' w:hint="eastAsia"' if hint else ""
    named = f'<w:rFonts{hinted} w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{font}"/>' if font else ""
    tracking = '<w:spacing w:val="-5"/>' if size == 16 else ""
    colour = '<w:color w:val="FF0000"/>' if red else ""
    return f'{named}{colour}{tracking}<w:kern w:val="0"/><w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'


def run(content: str, font: str, size: float, **more: object) -> str:
    return f"<w:r><w:rPr>{rpr(font, size, **more)}</w:rPr>{content}</w:r>"  # type: ignore[arg-type]


def properties(ppr: dict[str, str]) -> str:
    """Properties of a paragraph in the order of the schema."""
    return "".join(ppr[name] for name in sorted(ppr, key=PPR.index))


CHARACTER_STYLES = "".join(
    f'<w:style w:type="character" w:customStyle="1" w:styleId="{key}"><w:name w:val="公文字符{number}"/>'
    f"<w:rPr>{rpr(FONTS[font], size)}</w:rPr></w:style>"
    for number, ((font, size), key) in enumerate(CHARACTER_IDS.items(), 1)
)


class Package:
    """Parts are added by name with their kind; a part's relation has its name as id."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.styles = _OTHERS
        self.defaults = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/><w:sz w:val="21"/>'
        self.parts: dict[str, tuple[str, str]] = {}

    def add(self, name: str, kind: str, content: str) -> None:
        root = {"header": "hdr", "footer": "ftr"}[kind]
        self.parts[name] = (kind, f"{HEAD}<w:{root} {ROOT}>{content}</w:{root}>")

    def theme(self, font: str) -> None:
        """A theme whose font for hanzi is the document's default."""
        self.defaults = (
            '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/>'
            '<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        )
        fonts = f'<a:latin typeface="Times New Roman"/><a:ea typeface="{font}"/><a:cs typeface=""/><a:font script="Hans" typeface="{font}"/>'
        colours = "".join(
            f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items()
        )
        fill, line = (
            '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>',
            '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>',
        )
        self.parts["theme/theme1"] = ("theme", (
            f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements>'
            f'<a:clrScheme name="Office">{colours}</a:clrScheme><a:fontScheme name="公文"><a:majorFont>{fonts}</a:majorFont>'
            f'<a:minorFont>{fonts}</a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
            f'<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{"<a:effectStyle><a:effectLst/></a:effectStyle>" * 3}</a:effectStyleLst>'
            f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
        ))  # fmt: skip

    def data(self, body: str) -> bytes:
        files = {
            "[Content_Types].xml": self._types(),
            "_rels/.rels": relations([("rId1", f"{OFFICE}/officeDocument", "word/document.xml")]),
        }
        files["word/document.xml"] = f"{HEAD}<w:document {ROOT}><w:body>{body}</w:body></w:document>"
        files["word/_rels/document.xml.rels"] = self._relations()
        files["word/styles.xml"] = (
            f"{HEAD}<w:styles {ROOT}><w:docDefaults><w:rPrDefault><w:rPr>{self.defaults}</w:rPr></w:rPrDefault><w:pPrDefault/>"
            f"</w:docDefaults>{self.styles}</w:styles>"
        )
        files["word/settings.xml"] = (
            f'{HEAD}<w:settings {ROOT}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
            '<w:characterSpacingControl w:val="doNotCompress"/></w:settings>'
        )
        files |= {f"word/{name}.xml": content for name, (_, content) in self.parts.items()}
        return zipped(files)

    def _types(self) -> str:
        kinds = {
            "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
            "header": f"{WORD}.header+xml", "footer": f"{WORD}.footer+xml",
        }  # fmt: skip
        named = [
            ("document", f"{WORD}.document.main+xml"),
            ("styles", f"{WORD}.styles+xml"),
            ("settings", f"{WORD}.settings+xml"),
        ]
        named += [(name, kinds[kind]) for name, (kind, _) in self.parts.items()]
        return content_types((f"/word/{name}.xml", kind) for name, kind in named)

    def _relations(self) -> str:
        named = [
            ("styles", "styles"),
            ("settings", "settings"),
            *((name, kind) for name, (kind, _) in self.parts.items()),
        ]
        return relations(
            (name.rpartition("/")[2], f"{OFFICE}/{kind}", f"{name}.xml") for name, kind in named
        )
