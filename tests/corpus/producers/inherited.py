"""DOCX of three more hands, written as plain XML text: a province's template whose styles hold all formatting (`template`),
an old .doc file that was converted (`legacy`), and an office suite in the browser that keeps fonts in the theme (`online`)."""

from __future__ import annotations

from typing import Literal

from tests.corpus.papers.spec import Paper
from tests.corpus.producers import drafted_parts as tables
from tests.corpus.producers import inherited_parts as package
from tests.corpus.producers import wps_shapes
from tests.corpus.producers.flow import (
    CELL,
    FONTS,
    MM,
    SHEET_33476,
    WIDTH,
    Foot,
    NumberLine,
    Para,
    Span,
    cells,
)
from tests.corpus.producers.inherited_hand import RED, THICK, THIN, aligned
from tests.corpus.producers.inherited_hand import Hand as Writing
from tests.corpus.producers.inherited_parts import properties

Hand = Literal["template", "legacy", "online"]


def docx(paper: Paper, hand: Hand) -> bytes:
    """The paper in this hand; letters are written by `online` only."""
    assert hand == "online" or paper.face != "letter", paper.name
    return {"template": _Template, "legacy": _Legacy, "online": _Online}[hand](paper).written()


class _Template(Writing):
    """A province's template: a style for every part of a 公文, no direct formatting beside it; the title is a paragraph a
    line, page numbers stand in frames, the 版记 is lines of text between paragraphs that are rules."""

    rules = 6.0
    foot_pitch = 28.95

    def __init__(self, paper: Paper) -> None:
        super().__init__(paper)
        self.styles: dict[str, tuple[dict[str, str], str]] = {}

    def finish(self, made: package.Package) -> None:
        rows = "".join(
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{package.style_id(role)}">'
            f'<w:name w:val="{package.STYLE_NAMES[role]}"/><w:basedOn w:val="a"/><w:qFormat/>'
            f"<w:pPr>{properties(ppr)}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
            for role, (ppr, rpr) in self.styles.items()
        )
        made.styles = package.DEFAULT_STYLE + rows + package.CHARACTER_STYLES

    def paragraph(self, role: str, ppr: dict[str, str], content: str, font: Span, size: float) -> str:
        held = {key: value for key, value in ppr.items() if key not in ("pageBreakBefore", "framePr")}
        kept, _ = self.styles.setdefault(role, (held, package.rpr(FONTS[font.font], size)))
        direct = {key: value for key, value in ppr.items() if kept.get(key) != value}
        if "ind" in kept and ppr.get("ind") != kept["ind"]:
            direct["ind"] = package.all_indents(ppr.get("ind", ""))
        style = {"pStyle": f'<w:pStyle w:val="{package.style_id(role)}"/>'}
        return f"<w:p><w:pPr>{properties(style | direct)}</w:pPr>{content}</w:p>"

    def run(self, text: str, font: str, size: float, red: bool = False) -> str:
        if text == "\t":
            return "<w:r><w:tab/></w:r>"
        if red:
            return package.run(package.words(text), FONTS[font], size, red=True)
        style = package.CHARACTER_IDS[
            font, 14 if size == 14 else 12 if size == 12 else 22 if size == 22 else 16
        ]
        return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>{package.words(text)}</w:r>'

    def broken(self, para: Para, ppr: dict[str, str]) -> str:
        made = []
        for line in para.breaks:
            made.append(
                self.paragraph(
                    para.role, ppr, self.run(line, para.spans[0].font, para.size), para.spans[0], para.size
                )
            )
            ppr = {key: value for key, value in ppr.items() if key != "pageBreakBefore"}
        return "".join(made)

    def number(self, line: NumberLine) -> str:
        made = super().number(line)
        if not self.ruled():
            return made
        low = 4 * MM - 0.2 * self.sheet.pitch + 1.6
        self.owed = low
        return made + self.line("rule", low, pBdr=f"<w:pBdr><w:bottom {RED.format(0)}/></w:pBdr>")

    def foot(self, foot: Foot) -> str:
        def rule(kind: str) -> str:
            return self.line("foot rule", 1, pBdr=f'<w:pBdr><w:bottom {kind} w:space="0"/></w:pBdr>')

        rows = [self.foot_line(*row) for row in foot.rows]
        return rule(THICK) + rule(THIN).join(rows) + rule(THICK)

    def page_number(self, side: str) -> str:
        words = (self.field() + package.run(package.words("　"), FONTS["song"], 14),
                 package.run(package.words("　"), FONTS["song"], 14) + self.field())[side == "left"]  # fmt: skip
        frame = f'<w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="{side}" w:y="1"/>'
        return f'<w:p><w:pPr>{frame}</w:pPr>{words}</w:p><w:p><w:pPr><w:rPr><w:sz w:val="28"/></w:rPr></w:pPr></w:p>'


class _Legacy(Writing):
    """Typed in Word 2003 and saved as DOCX since: revision ids, smart tags round dates, indents in characters, the red rule
    as a VML line."""

    def paragraph(self, role: str, ppr: dict[str, str], content: str, font: Span, size: float) -> str:
        common = {
            "overflowPunct": '<w:overflowPunct w:val="0"/>', "adjustRightInd": '<w:adjustRightInd w:val="0"/>',
            "autoSpaceDE": '<w:autoSpaceDE w:val="0"/>', "autoSpaceDN": '<w:autoSpaceDN w:val="0"/>',
            "snapToGrid": '<w:snapToGrid w:val="0"/>',
        }  # fmt: skip
        return f'<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"><w:pPr>{properties(common | ppr)}</w:pPr>{content}</w:p>'

    def run(self, text: str, font: str, size: float, red: bool = False) -> str:
        shown = "<w:tab/>" if text == "\t" else package.words(text)
        made = package.run(shown, FONTS[font], size, red=red, latin=FONTS[font], hint=True)
        made = made.replace("<w:r>", '<w:r w:rsidRPr="00C61A42">', 1)
        if text == self.paper.date:
            made = (
                '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="chsdate">'
                f'<w:smartTagPr><w:attr w:name="IsROCDate" w:val="False"/></w:smartTagPr>{made}</w:smartTag>'
            )
        return made

    def indent(self, para: Para, unit: float) -> str:
        values = {
            "left": para.left, "right": para.right, "hanging": para.hanging,
            "firstLine": 0 if para.hanging else para.first,
        }  # fmt: skip
        return " ".join(
            f'w:{side}Chars="{round(count * 100)}" w:{side}="{round(count * unit)}"'
            for side, count in values.items()
            if count
        )

    def number(self, line: NumberLine) -> str:
        made = super().number(line)
        if not self.ruled():
            return made
        down = self.sheet.pitch * 0.8 + 1.4 + 4 * MM
        rule = (
            '<w:r><w:pict><v:line id="_x0000_s1026" style="position:absolute;left:0;text-align:left;z-index:1;'
            f'mso-position-horizontal-relative:text;mso-position-vertical-relative:text" from="0,{down:.1f}pt" '
            f'to="442.2pt,{down:.1f}pt" strokecolor="red" strokeweight="1.5pt"/></w:pict></w:r>'
        )
        return made.removesuffix("</w:p>") + rule + "</w:p>"

    def page_number(self, side: str) -> str:
        indent = f'<w:ind w:{side}Chars="100" w:{side}="280"/>'
        return f'<w:p><w:pPr><w:pStyle w:val="a5"/>{indent}{aligned(side)}</w:pPr>{self.field()}</w:p>'


class _Online(Writing):
    """An office suite in the browser: fonts come from the theme, the 发文字号 stands in a table over the red rule, name and
    date of who signs are centred in a cell, page numbers in a content control."""

    sheet = SHEET_33476
    theme = "仿宋_GB2312"

    def __init__(self, paper: Paper) -> None:
        super().__init__(paper)
        self.name = ""

    def finish(self, made: package.Package) -> None:
        made.theme(self.theme)
        if self.paper.face == "letter":
            made.add("header1", "header", self.letter_head())
            made.add("footer3", "footer", "<w:p><w:pPr/></w:p>")

    def paragraph(self, role: str, ppr: dict[str, str], content: str, font: Span, size: float) -> str:
        common = {
            "overflowPunct": '<w:overflowPunct w:val="0"/>', "autoSpaceDE": '<w:autoSpaceDE w:val="0"/>',
            "autoSpaceDN": '<w:autoSpaceDN w:val="0"/>', "pStyle": '<w:pStyle w:val="899"/>',
            "jc": aligned("left"), "ind": '<w:ind w:right="0" w:firstLine="0" w:left="0"/>',
        }  # fmt: skip
        return f"<w:p><w:pPr>{properties(common | ppr)}</w:pPr>{content}</w:p>"

    def run(self, text: str, font: str, size: float, red: bool = False) -> str:
        shown = "<w:tab/>" if text == "\t" else package.words(text)
        return package.run(shown, "" if font == "fang" else FONTS[font], size, red=red)

    def number(self, line: NumberLine) -> str:
        if not self.ruled():
            return super().number(line)
        pitch = self.sheet.pitch
        low = round((4 * MM - 0.14 * pitch) * 20)
        self.owed = low / 20
        number = self.run(line.number, "fang", 16)
        made = [self.line("number", pitch, number, jc=aligned("left" if line.signers else "center"),
                          ind=f'<w:ind w:left="{CELL if line.signers else 0}"/>')]  # fmt: skip
        if line.signers:
            right = f'<w:ind w:right="{CELL}"/>'
            made.append(self.line("signer", pitch, self.signed(line), jc=aligned("right"), ind=right))
        rows = [(round(pitch * 20) + low, made)]
        return tables.table(
            [WIDTH // len(made)] * len(made),
            rows,
            tables.Lines(bottom=RED.format(0).replace('w:space="0" ', "")),
        )

    def para(self, para: Para) -> str:
        alone = self.paper.sealed and len(self.paper.signatories) == 1 and not self.paper.post
        if not alone or para.role not in ("signature", "date"):
            return super().para(para)
        if para.role == "signature":
            self.name = para.text
            return ""
        wide = max(8 + cells(para.text), cells(self.name) + 0.5)
        right = round(wide * CELL)
        rows = [
            (
                round(para.pitch * 20),
                [
                    self.line("gap", para.pitch),
                    self.line("date", para.pitch, self.run(text, "fang", 16), jc=aligned("center")),
                ],
            )
            for text in (self.name, para.text)
        ]
        return tables.table([WIDTH - right, right], rows)

    def page_number(self, side: str) -> str:
        return (
            '<w:sdt><w:sdtPr><w:id w:val="-1705238520"/><w:docPartObj><w:docPartGallery w:val="Page Numbers (Bottom of Page)"/>'
            "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"
            f'<w:p><w:pPr><w:ind w:{side}="280"/>{aligned(side)}</w:pPr>{self.field()}</w:p></w:sdtContent></w:sdt>'
        )

    def letter_head(self) -> str:
        name = self.paper.issuers[0]
        size = min(46.0, 430 / len(name))
        top, foot = 30 * MM + size + 4 * MM, 277 * MM
        rules = "".join(
            wps_shapes.line(number, ("page", down), ("page", 20 * MM), 481.9, weight)
            for number, (down, weight) in enumerate(
                ((top, 2.25), (top + 2.6, 0.75), (foot - 2.6, 0.75), (foot, 2.25)), 2049
            )
        )
        mark = self.line(
            "mark", round(size * 1.15, 1), self.run(name, "xbs", size, True) + rules, jc=aligned("center")
        )
        return mark + self.line("gap", 4 * MM + 3 - 2.42 * MM)

    def section(self, first: str = "", header: int = 851) -> str:
        if self.paper.face != "letter":
            return super().section()
        size = min(46.0, 430 / len(self.paper.issuers[0]))
        first = '<w:headerReference w:type="first" r:id="header1"/><w:footerReference w:type="first" r:id="footer3"/>'
        return super().section(first, round((28.8 * MM - (0.8 * round(size * 1.15, 1) - 0.84 * size)) * 20))
