"""DOCX as WPS Office writes it: numeric style ids, direct formatting with eastAsia hints, digits in runs of their own,
AlternateContent with VML fallbacks, text boxes for the 版记 and the page number. Written as plain XML text."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape

from tests.corpus.papers.spec import Paper
from tests.corpus.producers import flow
from tests.corpus.producers.flow import (
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

NAMES = {"fang": "仿宋_GB2312", "kai": "楷体_GB2312", "hei": "黑体", "xbs": "方正小标宋简体", "song": "宋体"}
_ROOT = (
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
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EMU = 12700
_DIGITS = re.compile(r"[0-9A-Za-z.%\-]+|[^0-9A-Za-z.%\-]+")


@dataclass(frozen=True)
class Habit:
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


class _Wps:
    def __init__(self, paper: Paper, habit: Habit) -> None:
        self.paper, self.habit = paper, habit
        self.shapes = 0
        self.before = 0.0
        self.fresh_page = False

    def written(self) -> bytes:
        flow_ = flow.laid(self.paper, self.habit.sheet, fill_foot=False)
        body = "".join(self._piece(piece) for piece in flow_.pieces)
        letter = self.paper.face == "letter"
        parts = {
            "[Content_Types].xml": _types(letter),
            "_rels/.rels": _RELS,
            "docProps/app.xml": _APP,
            "docProps/core.xml": _core(self.paper.whole_title),
            "docProps/custom.xml": _CUSTOM,
            "word/document.xml": f"{_HEAD}<w:document {_ROOT}><w:body>{body}{self._section()}</w:body></w:document>",
            "word/_rels/document.xml.rels": _document_rels(letter),
            "word/styles.xml": _styles(),
            "word/settings.xml": _settings(),
            "word/fontTable.xml": _fonts(),
            "word/footer1.xml": self._footer("right"),
            "word/footer2.xml": self._footer("left"),
        }
        if letter:
            parts["word/header1.xml"] = self._letter_head()
            parts["word/footer3.xml"] = (
                f'{_HEAD}<w:ftr {_ROOT}><w:p><w:pPr><w:pStyle w:val="7"/></w:pPr></w:p></w:ftr>'
            )
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
            for name, text in parts.items():
                package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text)
        return stream.getvalue()

    def _piece(self, piece: flow.Piece) -> str:
        match piece:
            case Gap(role="mark"):
                self.before = piece.height - 1.2 * MM  # the line grid pushes the first line down
                return ""
            case Gap():
                return self._p(self._ppr(piece.height), self._rpr("fang", 16))
            case Mark():
                return self._mark(piece)
            case NumberLine():
                return self._number(piece)
            case Para():
                return self._para(piece)
            case Grid():
                return self._grid(piece)
            case Signs():
                return self._signs(piece)
            case NewPage():
                self.fresh_page = True
                return ""
            case Foot():
                return self._foot(piece)

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
        name = NAMES[font]
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

    def _para(self, para: Para) -> str:
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

    def _mark(self, mark: Mark) -> str:
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
        return lead + _table(rows, grid, names + (suffix if mark.suffix else 0), "")

    def _number(self, line: NumberLine) -> str:
        pitch = self.habit.sheet.pitch
        border = ""
        if self.habit.rule == "border":
            border = '<w:pBdr><w:bottom w:val="single" w:color="FF0000" w:sz="12" w:space="7"/></w:pBdr>'
        shape = ""
        if self.habit.rule == "connector":
            below = pitch * 0.8 + 1.4 + 4 * MM
            shape = self._line(below, "paragraph", 0, "column", 442.2, 1.5)
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

    def _grid(self, grid: Grid) -> str:
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
        return _table(rows, columns, round(sum(table.widths) * MM * 20), "9")

    def _signs(self, signs: Signs) -> str:
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
        return _table(rows, f'<w:gridCol w:w="{width}"/>' * columns, 8844, "")

    def _foot(self, foot: Foot) -> str:
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
        anchored = self._box(content, top, height)
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

    def _box(self, content: str, top: float, height: float) -> str:
        """A text box `top` pt below the edge of the page, as wide as the type area."""
        number = self._shape_id()
        left, wide = 28 * MM, 442.2
        choice = (
            _anchor(number, "文本框", ("page", left), ("page", top), wide, height)
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
        return _alternate(choice, fallback)

    def _line(self, top: float, down: str, left: float, across: str, wide: float, weight: float) -> str:
        number = self._shape_id()
        choice = (
            _anchor(number, "直接连接符", (across, left), (down, top), wide, 0)
            + f'<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{int(wide * _EMU)}" cy="0"/></a:xfrm>'
            '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
            f'<a:ln w="{int(weight * _EMU)}"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln></wps:spPr>'
            "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        )
        relative = "page" if down == "page" else "text"
        fallback = (
            f'<w:pict><v:line id="_x0000_s{number}" o:spid="_x0000_s{number}" o:spt="20" '
            f'style="position:absolute;left:{left:.1f}pt;top:{top:.1f}pt;height:0pt;width:{wide}pt;'
            f'mso-position-horizontal-relative:{relative};mso-position-vertical-relative:{relative}" '
            f'strokecolor="#FF0000" strokeweight="{weight}pt"/></w:pict>'
        )
        return _alternate(choice, fallback)

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
            return f"{_HEAD}<w:ftr {_ROOT}>{paragraph}</w:ftr>"
        inner = f'<w:p><w:pPr><w:pStyle w:val="7"/><w:ind w:{side}="280"/><w:jc w:val="{side}"/></w:pPr>{self._page_number()}</w:p>'
        number = self._shape_id()
        wide, height = 80.0, 18.0
        choice = (
            _anchor(number, "文本框", ("margin", side), ("page", 269 * MM - 9), wide, height)
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
        return f'{_HEAD}<w:ftr {_ROOT}><w:p><w:pPr><w:pStyle w:val="7"/></w:pPr>{_alternate(choice, fallback)}</w:p></w:ftr>'

    def _letter_head(self) -> str:
        size = min(46.0, 430 / len(self.paper.issuers[0]))
        pitch = round(size * 1.15, 1)
        rules = (
            self._line(30 * MM + size + 4 * MM, "page", 20 * MM, "page", 481.9, 2.25)
            + self._line(30 * MM + size + 4 * MM + 2.6, "page", 20 * MM, "page", 481.9, 0.75)
            + self._line(277 * MM - 2.6, "page", 20 * MM, "page", 481.9, 0.75)
            + self._line(277 * MM, "page", 20 * MM, "page", 481.9, 2.25)
        )
        mark = self._p(
            self._ppr(pitch, "center"), self._rpr("xbs", size, red=True),
            self._runs(self.paper.issuers[0], "xbs", size, red=True) + rules,
        )  # fmt: skip
        below = self._p(self._ppr(4 * MM + 3), self._rpr("fang", 16))
        return f"{_HEAD}<w:hdr {_ROOT}>{mark}{below}</w:hdr>"

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


def _alternate(choice: str, fallback: str) -> str:
    return (
        '<w:r><w:rPr><w:sz w:val="32"/></w:rPr><mc:AlternateContent><mc:Choice Requires="wps">'
        f"{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def _anchor(
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


def _table(rows: list[str], columns: str, width: int, style: str) -> str:
    named = f'<w:tblStyle w:val="{style}"/>' if style else '<w:tblStyle w:val="6"/>'
    return (
        f'<w:tbl><w:tblPr>{named}<w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _types(letter: bool) -> str:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    parts = [
        ("/word/document.xml", main + "document.main+xml"), ("/word/styles.xml", main + "styles+xml"),
        ("/word/settings.xml", main + "settings+xml"), ("/word/fontTable.xml", main + "fontTable+xml"),
        ("/word/footer1.xml", main + "footer+xml"), ("/word/footer2.xml", main + "footer+xml"),
        ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
    ]  # fmt: skip
    if letter:
        parts += [("/word/header1.xml", main + "header+xml"), ("/word/footer3.xml", main + "footer+xml")]
    named = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{named}</Types>'
    )


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = (
    f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/>'
    '<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" '
    f'Target="docProps/core.xml"/><Relationship Id="rId4" Type="{_OFFICE}/custom-properties" Target="docProps/custom.xml"/>'
    "</Relationships>"
)
_APP = (
    f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>WPS Office_12.1.0.18608_F1E327BC-269C-435d-A152-05C5408002CA</Application></Properties>"
)
_CUSTOM = (
    f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer">'
    "<vt:lpwstr>2052-12.1.0.18608</vt:lpwstr></property></Properties>"
)


def _core(title: str) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title></cp:coreProperties>'
    )


def _document_rels(letter: bool) -> str:
    parts = [
        ("rId1", "styles"),
        ("rId2", "settings"),
        ("rId3", "fontTable"),
        ("rId5", "footer1"),
        ("rId6", "footer2"),
    ]
    if letter:
        parts += [("rId7", "header1"), ("rId8", "footer3")]
    rows = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for key, name in parts
    )
    return f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def _styles() -> str:
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
        f"{_HEAD}<w:styles {_ROOT}><w:docDefaults><w:rPrDefault><w:rPr>"
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


def _settings() -> str:
    return (
        f'{_HEAD}<w:settings {_ROOT}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader w:val="0"/>'
        '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders w:val="1"/><w:drawingGridVerticalSpacing w:val="156"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/>'
        "<w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/>"
        "<w:useFELayout/></w:compat></w:settings>"
    )


def _fonts() -> str:
    names = "".join(f'<w:font w:name="{name}"/>' for name in (*NAMES.values(), "Times New Roman"))
    return f"{_HEAD}<w:fonts {_ROOT}>{names}</w:fonts>"
