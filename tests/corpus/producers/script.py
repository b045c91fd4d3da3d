"""The way a script author writes a 公文 with python-docx: the library's own template, formatting on every run, no
styles, empty lines for space; tables without borders for what stands side by side."""

from __future__ import annotations

import io
import re
from typing import Any, Literal

import docx as library
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from msgspec import Struct

from tests.corpus.papers.spec import Paper
from tests.corpus.producers import flow
from tests.corpus.producers import script_xml as xml
from tests.corpus.producers.flow import FONTS, MM, SHEET_9704
from tests.corpus.producers.writer import Writer

_ALIGN = {
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
CELL = 15.75  # pt of a 三号 character with −0.25 pt tracking: 28 to a line


class Habit(Struct, frozen=True):
    """How this author does what can be done in several ways."""

    sheet: flow.Sheet = SHEET_9704
    rule: Literal["border", "drawing", "vml"] = "border"
    foot: Literal["table", "borders", "floating"] = "floating"
    title_as_paragraphs: bool = False
    latin: str = "Times New Roman"
    simple_fields: bool = False
    font_names: tuple[tuple[str, str], ...] = ()
    numbered_by_list: bool = False
    """一、 and （一） come from an automatic list: they are not in the text."""


def docx(paper: Paper, habit: Habit = Habit()) -> bytes:
    """The paper as this author's DOCX."""
    return _Author(paper, habit).written()


class _Author(Writer[None]):
    def __init__(self, paper: Paper, habit: Habit) -> None:
        self.paper, self.habit = paper, habit
        self.names = FONTS | dict(habit.font_names)
        self.doc: Any = library.Document()
        self.turned = False

    def written(self) -> bytes:
        section = self.doc.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(self.habit.sheet.top), Mm(self.habit.sheet.bottom)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        section.footer_distance = Mm(25.2)
        self.doc.settings.odd_and_even_pages_header_footer = True
        self._numbers(section)
        if self.paper.face == "letter":
            self._letter_head(section)
        fill = self.habit.foot != "floating"
        rules = 8.0 if self.habit.foot == "borders" else 2.5
        for piece in flow.laid(self.paper, self.habit.sheet, fill_foot=fill, rules=rules).pieces:
            self.piece(piece)
        last = self.doc.element.body[-2]
        assert last.tag != qn("w:tbl"), "a table is followed by a paragraph"
        self.doc.core_properties.title = self.paper.whole_title
        self.doc.core_properties.author = ""
        stream = io.BytesIO()
        self.doc.save(stream)
        return stream.getvalue()

    def _paragraph(self, pitch: float, align: str, where: Any = None) -> Any:
        paragraph = (where or self.doc).add_paragraph()
        shape = paragraph.paragraph_format
        shape.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        shape.line_spacing = Pt(pitch)
        shape.space_before = shape.space_after = Pt(0)
        shape.widow_control = False
        paragraph.alignment = _ALIGN[align]
        properties = paragraph._p.get_or_add_pPr()
        for name in ("w:overflowPunct", "w:autoSpaceDE", "w:autoSpaceDN"):
            switch = OxmlElement(name)
            switch.set(qn("w:val"), "0")
            spacing = properties.find(qn("w:spacing"))
            spacing.addprevious(switch)
        return paragraph

    def _run(
        self, paragraph: Any, text: str, font: str, size: float, *, red: bool = False, tracking: bool = True
    ) -> Any:
        run = paragraph.add_run(text)
        run.font.name = self.habit.latin or self.names[font]
        run.font.size = Pt(size)
        run._r.rPr.rFonts.set(qn("w:eastAsia"), self.names[font])
        run._r.rPr.rFonts.set(qn("w:hint"), "eastAsia")
        run.font.color.rgb = RGBColor(0xFF, 0, 0) if red else RGBColor(0, 0, 0)
        if tracking and size == 16:
            spacing = OxmlElement("w:spacing")
            spacing.set(qn("w:val"), "-5")
            run._r.rPr.find(qn("w:sz")).addprevious(spacing)
        return run

    def para(self, para: flow.Para) -> None:
        if para.role == "title" and self.habit.title_as_paragraphs:
            for line in para.breaks:
                paragraph = self._paragraph(para.pitch, "center")
                self._run(paragraph, line, "xbs", para.size)
            return
        paragraph = self._paragraph(para.pitch, para.align)
        unit = CELL if para.size == 16 else para.size
        shape = paragraph.paragraph_format
        if para.left:
            shape.left_indent = Pt(para.left * unit)
        if para.first or para.hanging:
            shape.first_line_indent = Pt((para.first - para.hanging) * unit)
        if para.right:
            shape.right_indent = Pt(para.right * unit)
        if para.breaks:
            for number, line in enumerate(para.breaks):
                run = self._run(paragraph, line, para.spans[0].font, para.size)
                if number < len(para.breaks) - 1:
                    run.add_break(WD_BREAK.LINE)
            return
        spans = list(para.spans)
        if self.habit.numbered_by_list and para.role in ("level 1", "level 2"):
            self._in_list(paragraph, int(para.role[-1]) - 1)
            first = spans[0]
            spans[0] = flow.Span(re.sub(r"^（?[一二三四五六七八九十]+[）、]", "", first.text), first.font)
        for span in spans:
            self._run(paragraph, span.text, span.font, para.size)

    def _in_list(self, paragraph: Any, level: int) -> None:
        numbering = self.doc.part.numbering_part.element
        if not numbering.xpath('w:abstractNum[@w:abstractNumId="90"]'):
            numbering.insert(
                0, parse_xml(xml.LIST.format(ns=xml.NS, hei=self.names["hei"], kai=self.names["kai"]))
            )
            numbering.append(parse_xml(f'<w:num {xml.NS} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
        properties = parse_xml(f'<w:numPr {xml.NS}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>')
        paragraph._p.pPr.find(qn("w:overflowPunct")).addprevious(properties)

    def mark(self, mark: flow.Mark) -> None:
        if len(mark.names) == 1:
            paragraph = self._paragraph(mark.pitch, "center")
            self._run(paragraph, mark.names[0], "xbs", mark.size, red=True)
            return
        suffix = mark.size * (len(mark.suffix) + 0.6)
        names = mark.size * max(map(len, mark.names)) + 12
        table = self.doc.add_table(rows=len(mark.names), cols=2 if mark.suffix else 1)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        for row, name in zip(table.rows, mark.names, strict=True):
            row.height, row.height_rule = Pt(mark.pitch), WD_ROW_HEIGHT_RULE.EXACTLY
            row.cells[0].width = Pt(names)
            paragraph = self._in_cell(row.cells[0], mark.pitch)
            paragraph._p.pPr.get_or_add_jc().set(qn("w:val"), "distribute")
            self._run(paragraph, name, "xbs", mark.size, red=True)
        if mark.suffix:
            for row in table.rows:
                row.cells[1].width = Pt(suffix)
            merged = table.cell(0, 1).merge(table.cell(len(mark.names) - 1, 1))
            merged.vertical_alignment = 1
            paragraph = self._in_cell(merged, mark.pitch)
            self._run(paragraph, mark.suffix, "xbs", mark.size, red=True)

    def _in_cell(self, cell: Any, pitch: float, align: str = "center") -> Any:
        for extra in cell.paragraphs:
            extra._p.getparent().remove(extra._p)
        return self._paragraph(pitch, align, cell)

    def number(self, line: flow.NumberLine) -> None:
        pitch = self.habit.sheet.pitch
        if not line.signers:
            paragraph = self._paragraph(pitch, "center")
            self._run(paragraph, line.number, "fang", 16)
        else:
            # The number one 字 from the left, the signers at a tab: two names on a line, as many lines as needed.
            paragraph = self._paragraph(pitch, "left")
            paragraph.paragraph_format.left_indent = Pt(CELL)
            names = "　".join(line.signers)
            paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(442.2 - CELL * (1 + 4 + len(names))))
            self._run(paragraph, line.number + "\t签发人：", "fang", 16)
            self._run(paragraph, names, "kai", 16)
        if self.paper.face == "order" or self.paper.face == "minutes":
            if self.paper.face == "minutes":
                self._rule(paragraph)
            return
        self._rule(paragraph)

    def _rule(self, paragraph: Any) -> None:
        if self.habit.rule == "border":
            borders = parse_xml(
                f'<w:pBdr {xml.NS}><w:bottom w:val="single" w:sz="18" w:space="8" w:color="FF0000"/></w:pBdr>'
            )
            if paragraph.paragraph_format.left_indent:
                # A border keeps to the indents of its paragraph; the next one has none.
                paragraph = self._paragraph(4 * MM - 0.2 * self.habit.sheet.pitch + 1.6, "left")
                borders[0].set(qn("w:space"), "0")
            paragraph._p.pPr.find(qn("w:overflowPunct")).addprevious(borders)
            return
        run = paragraph.add_run()
        below = self.habit.sheet.pitch * 0.8 + 3.4 + 4 * MM
        if self.habit.rule == "vml":
            run._r.append(xml.vml_line(below))
        else:
            run._r.append(xml.drawn_line(below))

    def grid(self, grid: flow.Grid) -> None:
        table = grid.table
        made = self.doc.add_table(rows=len(table.rows) + 1, cols=len(table.head))
        made.style = "Table Grid"
        made.alignment = WD_TABLE_ALIGNMENT.CENTER
        made.autofit = False
        for column, width in zip(made.columns, table.widths, strict=True):
            column.width = Mm(width)
        for number, (row, texts) in enumerate(zip(made.rows, (table.head, *table.rows), strict=True)):
            row.height, row.height_rule = Pt(grid.row), WD_ROW_HEIGHT_RULE.EXACTLY
            for cell, width, text in zip(row.cells, table.widths, texts, strict=True):
                cell.width = Mm(width)
                cell.vertical_alignment = 1
                paragraph = self._in_cell(cell, 18)
                self._run(paragraph, text, "hei" if number == 0 else "fang", grid.size)
        head = OxmlElement("w:tblHeader")
        made.rows[0]._tr.get_or_add_trPr().append(head)

    def signs(self, signs: flow.Signs) -> None:
        columns = max(map(len, signs.rows))
        table = self.doc.add_table(rows=len(signs.rows), cols=columns)
        for row, names in zip(table.rows, signs.rows, strict=True):
            row.height, row.height_rule = Pt(signs.row), WD_ROW_HEIGHT_RULE.EXACTLY
            for cell, name in zip(row.cells, names, strict=False):
                cell.vertical_alignment = 3
                last = name == signs.rows[-1][-1] and len(names) == columns
                paragraph = self._in_cell(cell, 28.95, "right" if last else "center")
                if last:
                    paragraph.paragraph_format.right_indent = Pt(signs.right * CELL - 5.4)
                self._run(paragraph, name, "fang", 16)

    def gap(self, gap: flow.Gap) -> None:
        self._paragraph(gap.height, "left")

    def new_page(self, page: flow.NewPage) -> None:
        if page.landscape or self.turned:
            self._turn(page.landscape)
            return
        last = self.doc.element.body[-2]
        if last.tag == qn("w:p"):
            self.doc.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
            return
        self.doc.add_section(WD_SECTION.NEW_PAGE)

    def _turn(self, landscape: bool) -> None:
        """A section whose page is turned to the left: what was its foot is its left edge, and so is its number."""
        section = self.doc.add_section(WD_SECTION.NEW_PAGE)
        self.turned = landscape
        sheet = self.habit.sheet
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
        sides = (28, 26, sheet.bottom, sheet.top) if landscape else (sheet.top, sheet.bottom, 28, 26)
        section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(Mm, sides)
        for part in (section.header, section.even_page_header, section.footer, section.even_page_footer):
            part.is_linked_to_previous = False
        if not landscape:
            section.footer_distance = Mm(25.2)
            self._numbers(section)
            return
        section.header_distance = section.footer_distance = Mm(12)
        for header, top in ((section.header, 210 - 26 - 5 - 15), (section.even_page_header, 28 + 5)):
            table = xml.turned_cell(28 * MM - 9, top * MM, 18, 15 * MM)
            header.paragraphs[0]._p.addprevious(table)
            self._page_field(Paragraph(next(table.iter(qn("w:p"))), header))

    def foot(self, foot: flow.Foot) -> None:
        if self.paper.face == "letter":
            for left, _ in foot.rows:
                self._foot_paragraph(left, "", None)
            return
        if self.habit.foot == "borders":
            self._foot_rule(8)
            for number, (left, right) in enumerate(foot.rows):
                self._foot_paragraph(left, right, None)
                self._foot_rule(8 if number == len(foot.rows) - 1 else 6)
            return
        self._foot_table(foot)

    def _foot_table(self, foot: flow.Foot) -> None:
        pitch = self.habit.sheet.pitch
        table = self.doc.add_table(rows=len(foot.rows), cols=1)
        table.autofit = False
        properties = table._tbl.tblPr
        layout = properties.find(qn("w:tblLayout"))
        layout.addprevious(parse_xml(xml.FOOT_RULES))
        layout.addnext(parse_xml(xml.NO_MARGINS))
        if self.habit.foot == "floating":
            properties.find(qn("w:tblW")).addprevious(parse_xml(xml.AT_THE_FOOT))
        for row, (left, right) in zip(table.rows, foot.rows, strict=True):
            row.height, row.height_rule = Pt(pitch), WD_ROW_HEIGHT_RULE.EXACTLY
            row.cells[0].width = Mm(156)
            row.cells[0].vertical_alignment = 1
            for extra in row.cells[0].paragraphs:
                extra._p.getparent().remove(extra._p)
            self._foot_paragraph(left, right, row.cells[0])
        tail = self._paragraph(1, "left")
        self._run(tail, "", "fang", 1)

    def _foot_rule(self, weight: int) -> None:
        paragraph = self._paragraph(2, "left")
        paragraph._p.pPr.find(qn("w:overflowPunct")).addprevious(parse_xml(xml.foot_rule(weight)))

    def _foot_paragraph(self, left: str, right: str, where: Any) -> Any:
        paragraph = self._paragraph(self.habit.sheet.pitch, "left", where)
        shape = paragraph.paragraph_format
        shape.right_indent = Pt(14)
        label = 3 * 14 if left.startswith("抄送") else 0
        shape.left_indent = Pt(14 + label)
        if label:
            shape.first_line_indent = Pt(-label)
        if right:
            shape.tab_stops.add_tab_stop(Pt(442.2 - 14), WD_TAB_ALIGNMENT.RIGHT)
            left += "\t" + right
        self._run(paragraph, left, "fang", 14)
        return paragraph

    def _numbers(self, section: Any) -> None:
        section.different_first_page_header_footer = self.paper.face == "letter"
        for footer, align in ((section.footer, "right"), (section.even_page_footer, "left")):
            footer.is_linked_to_previous = False
            paragraph = footer.paragraphs[0]
            paragraph.alignment = _ALIGN[align]
            shape = paragraph.paragraph_format
            shape.right_indent, shape.left_indent = (Pt(14), None) if align == "right" else (None, Pt(14))
            self._page_field(paragraph)

    def _page_field(self, paragraph: Any) -> None:
        def run(text: str) -> Any:
            made = paragraph.add_run(text)
            made.font.name, made.font.size = "宋体", Pt(14)
            made._r.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
            return made

        run("— ")
        if self.habit.simple_fields:
            field = parse_xml(f'<w:fldSimple {xml.NS} w:instr=" PAGE "/>')
            field.append(run("1")._r)
            paragraph._p.append(field)
        else:
            for kind in ("begin", "instruction", "separate", "", "end"):
                made = run("" if kind else "1")
                if kind == "instruction":
                    instruction = OxmlElement("w:instrText")
                    instruction.set(qn("xml:space"), "preserve")
                    instruction.text = " PAGE "
                    made._r.append(instruction)
                elif kind:
                    mark = OxmlElement("w:fldChar")
                    mark.set(qn("w:fldCharType"), kind)
                    made._r.append(mark)
        run(" —")

    def _letter_head(self, section: Any) -> None:
        """Mark 30 mm from the edge, thick-thin rule 170 mm wide under it, the other rule 20 mm from the foot."""
        header, footer = section.first_page_header, section.first_page_footer
        size = min(46.0, 430 / len(self.paper.issuers[0]))
        pitch = round(size * 1.15, 1)
        section.header_distance = Pt(28.8 * MM - (0.8 * pitch - 0.84 * size))
        paragraph = header.paragraphs[0]
        shape = paragraph.paragraph_format
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(pitch)
        shape.left_indent, shape.right_indent = Mm(-8), Mm(-6)
        paragraph.alignment = _ALIGN["center"]
        self._run(paragraph, self.paper.issuers[0], "xbs", size, red=True)
        paragraph._p.get_or_add_pPr().insert_element_before(
            parse_xml(
                f'<w:pBdr {xml.NS}><w:bottom w:val="thickThinSmallGap" w:sz="24" w:space="8" w:color="FF0000"/></w:pBdr>'
            ),
            "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc",
        )  # fmt: skip
        section.footer_distance = Mm(25.2)
        run = footer.paragraphs[0].add_run()
        for top, weight in ((276.0, 0.75), (277.0, 2.25)):
            run._r.append(xml.drawn_line(top * MM, left=20 * MM, width=170 * MM, weight=weight, page=True))
