"""DOCX as WPS Office writes it: numeric style ids, direct formatting with eastAsia hints, digits in runs of their own,
AlternateContent with VML fallbacks, text boxes for the 版记 and the page number. Written as plain XML text."""

from __future__ import annotations

import re
from typing import Literal
from xml.sax.saxutils import escape

from msgspec import Struct

from tests.corpus.papers.spec import Paper
from tests.corpus.producers import flow
from tests.corpus.producers import wps_parts as parts
from tests.corpus.producers import wps_shapes as shapes
from tests.corpus.producers.flow import (
    FONTS,
    MM,
    SHEET_9704,
    Foot,
    Gap,
    Grid,
    Mark,
    NewPage,
    NumberLine,
    Para,
    Sheet,
    Signs,
)
from tests.corpus.producers.packed import core_properties, zipped
from tests.corpus.producers.writer import Writer

_DIGITS = re.compile(r"[0-9A-Za-z.%\-]+|[^0-9A-Za-z.%\-]+")


class Habit(Struct, frozen=True):
    """What this WPS user has set."""

    sheet: Sheet = SHEET_9704
    grid: Literal["lines", "characters", "default"] = "lines"
    rule: Literal["connector", "border"] = "connector"
    number_box: bool = False
    """Page number in a text box on the margin, as 插入页码 of WPS makes it."""
    headings: bool = False
    """Headings in the styles 标题 1 and 标题 2, so that they stand in the navigation pane."""


def docx(paper: Paper, habit: Habit = Habit()) -> bytes:
    """The paper as a WPS user's DOCX."""
    return _Wps(paper, habit).written()


class _Wps(Writer[str]):
    def __init__(self, paper: Paper, habit: Habit) -> None:
        self.paper, self.habit = paper, habit
        self.shapes = 0
        self.before = 0.0
        self.fresh_page = False

    def written(self) -> bytes:
        flow_ = flow.laid(self.paper, self.habit.sheet, fill_foot=False)
        body = "".join(self.piece(piece) for piece in flow_.pieces)
        letter = self.paper.face == "letter"
        files = {
            "[Content_Types].xml": parts.types(letter),
            "_rels/.rels": parts.RELS,
            "docProps/app.xml": parts.APP,
            "docProps/core.xml": core_properties(self.paper.whole_title),
            "docProps/custom.xml": parts.CUSTOM,
            "word/document.xml": f"{parts.HEAD}<w:document {parts.ROOT}><w:body>{body}{self._section()}</w:body></w:document>",
            "word/_rels/document.xml.rels": parts.document_rels(letter),
            "word/styles.xml": parts.styles(),
            "word/settings.xml": parts.settings(),
            "word/fontTable.xml": parts.fonts(),
            "word/footer1.xml": self._footer("right"),
            "word/footer2.xml": self._footer("left"),
        }
        if letter:
            files["word/header1.xml"] = self._letter_head()
            files["word/footer3.xml"] = (
                f'{parts.HEAD}<w:ftr {parts.ROOT}><w:p><w:pPr><w:pStyle w:val="7"/></w:pPr></w:p></w:ftr>'
            )
        return zipped(files)

    def gap(self, gap: Gap) -> str:
        if gap.role == "mark":
            self.before = gap.height - 1.2 * MM  # the line grid pushes the first line down
            return ""
        return self._p(self._ppr(gap.height), self._rpr("fang", 16))

    def new_page(self, page: NewPage) -> str:
        self.fresh_page = True
        return ""

    def _ppr(
        self, pitch: float, align: str = "both", indent: str = "", extra: str = "", style: str = ""
    ) -> str:
        before = round(self.before * 20)
        self.before = 0
        broken = "<w:pageBreakBefore/>" if self.fresh_page else ""
        self.fresh_page = False
        snap = (
            '<w:snapToGrid w:val="0"/>'
            if self.habit.grid == "default" or pitch != self.habit.sheet.pitch
            else ""
        )
        return (
            (f'<w:pStyle w:val="{style}"/>' if style else "")
            + '<w:keepNext w:val="0"/><w:keepLines w:val="0"/>'
            + broken
            + '<w:widowControl/><w:suppressLineNumbers w:val="0"/>'
            + extra
            + '<w:kinsoku/><w:wordWrap/><w:overflowPunct w:val="0"/><w:topLinePunct w:val="0"/>'
            '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
            + snap
            + f'<w:spacing w:before="{before}" w:beforeAutospacing="0" w:after="0" w:afterAutospacing="0" '
            f'w:line="{round(pitch * 20)}" w:lineRule="exact"/>{indent}<w:jc w:val="{align}"/><w:textAlignment w:val="auto"/>'
        )

    def _rpr(
        self, font: str, size: float, *, red: bool = False, digits: bool = False, space: float | None = None
    ) -> str:
        name = FONTS[font]
        latin = "Times New Roman" if digits else name
        tracking = -5 if size == 16 and self.habit.grid != "characters" else 0
        tracking = tracking if space is None else round(space * 20)
        return (
            f'<w:rPr><w:rFonts w:hint="{"default" if digits else "eastAsia"}" w:ascii="{latin}" w:hAnsi="{latin}" '
            f'w:eastAsia="{name}" w:cs="{name}"/><w:b w:val="0"/><w:bCs w:val="0"/>'
            f'<w:color w:val="{"FF0000" if red else "000000"}"/><w:spacing w:val="{tracking}"/><w:kern w:val="0"/>'
            f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
            f'<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
        )

    def _runs(self, text: str, font: str, size: float, *, red: bool = False) -> str:
        runs = []
        for part in _DIGITS.findall(text):
            digits = ord(part[0]) < 0x2E80 and part[0] not in "“”‘’—…·" and not part[0].isspace()
            shown = part if part != "\t" else ""
            tab = "<w:tab/>" if part == "\t" else ""
            runs.append(
                f"<w:r>{self._rpr(font, size, red=red, digits=digits)}{tab}"
                + (f'<w:t xml:space="preserve">{escape(shown)}</w:t>' if shown else "")
                + "</w:r>"
            )
        return "".join(runs)

    def _p(self, properties: str, mark: str, content: str = "") -> str:
        return f"<w:p><w:pPr>{properties}{mark}</w:pPr>{content}</w:p>"

    def para(self, para: Para) -> str:
        unit = flow.CELLS and (15.75 if para.size == 16 else para.size)
        values = []
        if para.left:
            values.append(f'w:left="{round(para.left * unit * 20)}" w:leftChars="{round(para.left * 100)}"')
        if para.right:
            values.append(
                f'w:right="{round(para.right * unit * 20)}" w:rightChars="{round(para.right * 100)}"'
            )
        if para.first:
            values.append(
                f'w:firstLine="{round(para.first * unit * 20)}" w:firstLineChars="{round(para.first * 100)}"'
            )
        if para.hanging:
            values.append(
                f'w:hanging="{round(para.hanging * unit * 20)}" w:hangingChars="{round(para.hanging * 100)}"'
            )
        indent = f"<w:ind {' '.join(values)}/>" if values else ""
        style = {"level 1": "2", "level 2": "3"}.get(para.role, "") if self.habit.headings else ""
        properties = self._ppr(para.pitch, para.align, indent, style=style)
        if para.breaks:
            lines = [self._runs(line, para.spans[0].font, para.size) for line in para.breaks]
            content = "<w:r><w:br/></w:r>".join(lines)
        else:
            content = "".join(self._runs(span.text, span.font, para.size) for span in para.spans)
        return self._p(properties, self._rpr("fang", para.size), content)

    def mark(self, mark: Mark) -> str:
        if len(mark.names) == 1:
            return self._p(
                self._ppr(mark.pitch, "center"), self._rpr("xbs", mark.size, red=True),
                self._runs(mark.names[0], "xbs", mark.size, red=True),
            )  # fmt: skip
        height, self.before = self.before, 0
        lead = self._p(self._ppr(height), self._rpr("fang", 16))
        names = round((mark.size * max(map(len, mark.names)) + 6) * 20)
        suffix = round(mark.size * (len(mark.suffix) + 0.6) * 20)
        rows = []
        for number, name in enumerate(mark.names):
            merge = '<w:vMerge w:val="restart"/>' if number == 0 else '<w:vMerge w:val="continue"/>'
            right = ""
            if mark.suffix:
                shown = self._runs(mark.suffix, "xbs", mark.size, red=True) if number == 0 else ""
                right = (
                    f'<w:tc><w:tcPr><w:tcW w:w="{suffix}" w:type="dxa"/>{merge}<w:vAlign w:val="center"/></w:tcPr>'
                    + self._p(self._ppr(mark.pitch, "center"), self._rpr("xbs", mark.size, red=True), shown)
                    + "</w:tc>"
                )
            left = self._p(
                self._ppr(mark.pitch, "distribute"), self._rpr("xbs", mark.size, red=True),
                self._runs(name, "xbs", mark.size, red=True),
            )  # fmt: skip
            rows.append(
                f'<w:tr><w:trPr><w:trHeight w:val="{round(mark.pitch * 20)}" w:hRule="exact"/><w:jc w:val="center"/></w:trPr>'
                f'<w:tc><w:tcPr><w:tcW w:w="{names}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{left}</w:tc>{right}</w:tr>'
            )
        grid = f'<w:gridCol w:w="{names}"/>' + (f'<w:gridCol w:w="{suffix}"/>' if mark.suffix else "")
        return lead + shapes.table(rows, grid, names + (suffix if mark.suffix else 0), "")

    def number(self, line: NumberLine) -> str:
        pitch = self.habit.sheet.pitch
        border = ""
        if self.habit.rule == "border":
            border = '<w:pBdr><w:bottom w:val="single" w:color="FF0000" w:sz="12" w:space="7"/></w:pBdr>'
        shape = ""
        if self.habit.rule == "connector":
            below = pitch * 0.8 + 1.4 + 4 * MM
            shape = shapes.line(self._shape_id(), ("paragraph", below), ("column", 0), 442.2, 1.5)
        if not line.signers:
            properties = self._ppr(pitch, "center", extra=border)
            return self._p(properties, self._rpr("fang", 16), self._runs(line.number, "fang", 16) + shape)
        names = "　".join(line.signers)
        left = 442.2 - 15.75 * (1 + 4 + len(names))
        tabs = f'<w:tabs><w:tab w:val="left" w:pos="{round(left * 20)}"/></w:tabs>'
        indent = '<w:ind w:left="315" w:leftChars="100"/>'
        properties = self._ppr(pitch, "left", indent, extra=tabs)
        content = (
            self._runs(line.number, "fang", 16) + f"<w:r>{self._rpr('fang', 16)}<w:tab/></w:r>"
            + self._runs("签发人：", "fang", 16) + self._runs(names, "kai", 16) + shape
        )  # fmt: skip
        made = self._p(properties, self._rpr("fang", 16), content)
        if border:
            gap = 4 * MM - 0.2 * pitch + 1.6
            made += self._p(
                self._ppr(gap, "left", extra=border.replace('w:space="7"', 'w:space="0"')),
                self._rpr("fang", 16),
            )
        return made

    def grid(self, grid: Grid) -> str:
        table = grid.table
        rows = []
        for number, texts in enumerate((table.head, *table.rows)):
            cells = "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{round(width * MM * 20)}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
                + self._p(
                    self._ppr(18, "center"),
                    self._rpr("fang", grid.size),
                    self._runs(text, "hei" if number == 0 else "fang", grid.size),
                )
                + "</w:tc>"
                for width, text in zip(table.widths, texts, strict=True)
            )
            head = "<w:tblHeader/>" if number == 0 else ""
            height = f'<w:trHeight w:val="{round(grid.row * 20)}" w:hRule="exact"/>'
            rows.append(
                f'<w:tr><w:trPr><w:cantSplit/>{height}{head}<w:jc w:val="center"/></w:trPr>{cells}</w:tr>'
            )
        columns = "".join(f'<w:gridCol w:w="{round(width * MM * 20)}"/>' for width in table.widths)
        return shapes.table(rows, columns, round(sum(table.widths) * MM * 20), "9")

    def signs(self, signs: Signs) -> str:
        columns = max(map(len, signs.rows))
        width = 8844 // columns
        rows = []
        for names in signs.rows:
            cells = ""
            for name in (*names, *[""] * (columns - len(names))):
                last = name == signs.rows[-1][-1] and len(names) == columns
                indent = f'<w:ind w:right="{round(signs.right * 15.75 * 20)}"/>' if last else ""
                cells += (
                    f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr>'
                    + self._p(self._ppr(28.95, "right" if last else "center", indent), self._rpr("fang", 16),
                              self._runs(name, "fang", 16))
                    + "</w:tc>"
                )  # fmt: skip
            rows.append(
                f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{round(signs.row * 20)}" w:hRule="exact"/></w:trPr>{cells}</w:tr>'
            )
        return shapes.table(rows, f'<w:gridCol w:w="{width}"/>' * columns, 8844, "")

    def foot(self, foot: Foot) -> str:
        pitch = 28.0
        if self.paper.face == "letter":
            return "".join(self._foot_line(left, right, self.habit.sheet.pitch) for left, right in foot.rows)
        around = self._ppr(1)  # before the rows, since a new page begins with this paragraph
        rows = "".join(
            f'<w:tr><w:trPr><w:trHeight w:val="{round(pitch * 20)}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr>'
            f'<w:tcW w:w="8844" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{self._foot_line(left, right, pitch)}</w:tc></w:tr>'
            for left, right in foot.rows
        )
        table = (
            '<w:tbl><w:tblPr><w:tblW w:w="8844" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>'
            '<w:top w:val="single" w:color="auto" w:sz="8" w:space="0"/>'
            '<w:bottom w:val="single" w:color="auto" w:sz="8" w:space="0"/>'
            '<w:insideH w:val="single" w:color="auto" w:sz="6" w:space="0"/></w:tblBorders><w:tblLayout w:type="fixed"/>'
            '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            f'<w:tblGrid><w:gridCol w:w="8844"/></w:tblGrid>{rows}</w:tbl>'
        )
        height = pitch * len(foot.rows) + 4
        top = 262 * MM - pitch * len(foot.rows) - 1
        content = table + self._p(self._ppr(1), self._rpr("fang", 16))
        anchored = shapes.box(self._shape_id(), content, top, height)
        return self._p(around, self._rpr("fang", 16), anchored)

    def _foot_line(self, left: str, right: str, pitch: float) -> str:
        label = 3 * 14 if left.startswith("抄送") else 0
        hanging = f' w:hanging="{label * 20}"' if label else ""
        indent = f'<w:ind w:left="{(14 + label) * 20}" w:right="280"{hanging}/>'
        tabs = f'<w:tabs><w:tab w:val="right" w:pos="{round((442.2 - 14) * 20)}"/></w:tabs>' if right else ""
        content = self._runs(left, "fang", 14)
        if right:
            content += f"<w:r>{self._rpr('fang', 14)}<w:tab/></w:r>" + self._runs(right, "fang", 14)
        return self._p(self._ppr(pitch, "left", indent, extra=tabs), self._rpr("fang", 14), content)

    def _shape_id(self) -> int:
        self.shapes += 1
        return self.shapes + 1024

    def _page_number(self) -> str:
        properties = self._rpr("song", 14, space=0)

        def run(content: str) -> str:
            return f"<w:r>{properties}{content}</w:r>"

        return (
            run('<w:t xml:space="preserve">— </w:t>')
            + run('<w:fldChar w:fldCharType="begin"/>')
            + run('<w:instrText xml:space="preserve"> PAGE  \\* MERGEFORMAT </w:instrText>')
            + run('<w:fldChar w:fldCharType="separate"/>') + run("<w:t>1</w:t>")
            + run('<w:fldChar w:fldCharType="end"/>') + run('<w:t xml:space="preserve"> —</w:t>')
        )  # fmt: skip

    def _footer(self, side: str) -> str:
        if not self.habit.number_box:
            indent = f'<w:ind w:{side}="280" w:{side}Chars="100"/>'
            paragraph = f'<w:p><w:pPr><w:pStyle w:val="7"/>{indent}<w:jc w:val="{side}"/></w:pPr>{self._page_number()}</w:p>'
            return f"{parts.HEAD}<w:ftr {parts.ROOT}>{paragraph}</w:ftr>"
        inner = f'<w:p><w:pPr><w:pStyle w:val="7"/><w:ind w:{side}="280"/><w:jc w:val="{side}"/></w:pPr>{self._page_number()}</w:p>'
        number = self._shape_id()
        box = shapes.number_box(number, side, inner)
        return f'{parts.HEAD}<w:ftr {parts.ROOT}><w:p><w:pPr><w:pStyle w:val="7"/></w:pPr>{box}</w:p></w:ftr>'

    def _letter_head(self) -> str:
        size = min(46.0, 430 / len(self.paper.issuers[0]))
        pitch = round(size * 1.15, 1)
        top, foot = 30 * MM + size + 4 * MM, 277 * MM
        rules = "".join(
            shapes.line(self._shape_id(), ("page", down), ("page", 20 * MM), 481.9, weight)
            for down, weight in ((top, 2.25), (top + 2.6, 0.75), (foot - 2.6, 0.75), (foot, 2.25))
        )
        mark = self._p(
            self._ppr(pitch, "center"), self._rpr("xbs", size, red=True),
            self._runs(self.paper.issuers[0], "xbs", size, red=True) + rules,
        )  # fmt: skip
        below = self._p(self._ppr(4 * MM + 3), self._rpr("fang", 16))
        return f"{parts.HEAD}<w:hdr {parts.ROOT}>{mark}{below}</w:hdr>"

    def _section(self) -> str:
        sheet = self.habit.sheet
        grid = {
            "lines": f'<w:docGrid w:type="lines" w:linePitch="{sheet.pitch_twips}" w:charSpace="0"/>',
            "characters": f'<w:docGrid w:type="linesAndChars" w:linePitch="{sheet.pitch_twips}" w:charSpace="-849"/>',
            "default": '<w:docGrid w:type="lines" w:linePitch="312" w:charSpace="0"/>',
        }[self.habit.grid]
        size = min(46.0, 430 / len(self.paper.issuers[0])) if self.paper.face == "letter" else 46
        head = (
            round((28.8 * MM - (0.8 * round(size * 1.15, 1) - 0.84 * size)) * 20)
            if self.paper.face == "letter"
            else 851
        )
        first = (
            '<w:headerReference r:id="rId7" w:type="first"/><w:footerReference r:id="rId8" w:type="first"/>'
            if self.paper.face == "letter"
            else ""
        )
        title = "<w:titlePg/>" if self.paper.face == "letter" else ""
        return (
            f'<w:sectPr>{first}<w:footerReference r:id="rId5" w:type="default"/><w:footerReference r:id="rId6" w:type="even"/>'
            f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{round(sheet.top * MM * 20)}" w:right="1474" '
            f'w:bottom="{round(sheet.bottom * MM * 20)}" w:left="1587" w:header="{head}" w:footer="1429" w:gutter="0"/>'
            f'<w:pgNumType w:fmt="decimal"/><w:cols w:space="425" w:num="1"/>{title}{grid}</w:sectPr>'
        )
