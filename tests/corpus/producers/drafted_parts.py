"""The package around a draft: content types, relations, styles and settings, and tables as XML text."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from tests.corpus.producers.packed import CORE, HEAD, OFFICE, WORD, content_types, core_properties, relations

_ROOT = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
_STYLES = {
    "mac": (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="zhengwen"><w:name w:val="正文"/><w:next w:val="zhengwen"/>'
        '<w:pPr><w:keepNext w:val="0"/><w:keepLines w:val="0"/><w:pageBreakBefore w:val="0"/></w:pPr>'
        '<w:rPr><w:rFonts w:ascii="Helvetica Neue" w:hAnsi="Helvetica Neue" w:eastAsia="Arial Unicode MS" w:cs="Arial Unicode MS"/>'
        '<w:color w:val="000000"/><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:style>'
    ),
    "web": (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:spacing w:before="400" w:after="120"/></w:pPr><w:rPr><w:sz w:val="40"/></w:rPr></w:style>'
    ),
    "typed": '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>',
}
_DEFAULTS = {
    "mac": '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Arial Unicode MS"/>',
    "web": '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="22"/>',
    "typed": '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="宋体"/><w:sz w:val="21"/>',
}


def document(body: str) -> str:
    return f"{HEAD}<w:document {_ROOT}><w:body>{body}</w:body></w:document>"


def footer(paragraph: str) -> str:
    return f"{HEAD}<w:ftr {_ROOT}>{paragraph}</w:ftr>"


def parts(title: str, hand: str) -> dict[str, str]:
    """All parts but the document and its footers."""
    return {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
        "docProps/core.xml": core_properties(title),
        "word/_rels/document.xml.rels": _relations(
            [("styles", "styles.xml"), ("settings", "settings.xml"), ("fontTable", "fontTable.xml"),
             ("footer", "footer1.xml"), ("footer", "footer2.xml")]
        ),
        "word/styles.xml": (
            f"{HEAD}<w:styles {_ROOT}><w:docDefaults><w:rPrDefault><w:rPr>{_DEFAULTS[hand]}</w:rPr></w:rPrDefault>"
            f"<w:pPrDefault/></w:docDefaults>{_STYLES[hand]}</w:styles>"
        ),
        "word/settings.xml": (
            f'{HEAD}<w:settings {_ROOT}><w:defaultTabStop w:val="720"/><w:evenAndOddHeaders/>'
            '<w:characterSpacingControl w:val="doNotCompress"/></w:settings>'
        ),
        "word/fontTable.xml": f'{HEAD}<w:fonts {_ROOT}><w:font w:name="Times New Roman"/></w:fonts>',
    }  # fmt: skip


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    return relations(
        (f"rId{number}", f"{OFFICE}/{kind}", target) for number, (kind, target) in enumerate(targets, 1)
    )


def _types() -> str:
    named = [
        (f"/word/{part}.xml", f"{WORD}.{kind}+xml")
        for part, kind in (
            ("document", "document.main"), ("styles", "styles"), ("settings", "settings"), ("fontTable", "fontTable"),
            ("footer1", "footer"), ("footer2", "footer"),
        )
    ]  # fmt: skip
    return content_types([("/docProps/core.xml", CORE), *named])


class Lines(Struct, frozen=True):
    """Borders of a table as attributes; "" for none. `inside` stands for all that are not given."""

    inside: str = ""
    top: str = ""
    bottom: str = ""
    between: str = ""

    def xml(self) -> str:
        edges = {
            "top": self.top or self.inside, "left": self.inside, "bottom": self.bottom or self.inside,
            "right": self.inside, "insideH": self.between or self.inside, "insideV": self.inside,
        }  # fmt: skip
        borders = "".join(f'<w:{side} {value} w:space="0"/>' for side, value in edges.items() if value)
        return f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""


def table(
    widths: Sequence[int],
    rows: Sequence[tuple[int, Sequence[str]]],
    lines: Lines = Lines(),
    *,
    head: bool = False,
    merged: int | None = None,
    low: bool = False,
) -> str:
    """A fixed, centred table: widths and row heights in twips, cells as paragraphs. `merged` is a column whose cells
    are one; `low` sets cells at the bottom."""
    made_rows = []
    for number, (height, cells) in enumerate(rows):
        made = ""
        for column, (width, cell) in enumerate(zip(widths, cells, strict=True)):
            joined = ("restart" if number == 0 else "continue") if column == merged else ""
            across = f'<w:vMerge w:val="{joined}"/>' if joined else ""
            down = "bottom" if low else "top" if lines.bottom and len(rows) == 1 else "center"
            made += f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{across}<w:vAlign w:val="{down}"/></w:tcPr>{cell}</w:tc>'
        repeated = "<w:tblHeader/>" if head and number == 0 else ""
        made_rows.append(
            f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="exact"/>{repeated}</w:trPr>{made}</w:tr>'
        )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        + lines.xml()
        + '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(made_rows)}</w:tbl>"
    )
