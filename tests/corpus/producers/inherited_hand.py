"""What the hands of `inherited` have in common: pieces of a paper as paragraphs and tables of plain XML text."""

from __future__ import annotations

from html import escape

from tests.corpus.papers.spec import Paper
from tests.corpus.producers import drafted_parts as tables
from tests.corpus.producers import flow
from tests.corpus.producers import inherited_parts as package
from tests.corpus.producers.flow import (
    CELL,
    FONTS,
    MM,
    SHEET_9704,
    WIDTH,
    Foot,
    Gap,
    Grid,
    Mark,
    NewPage,
    NumberLine,
    Para,
    Signs,
    Span,
)
from tests.corpus.producers.writer import Writer

RED = 'w:val="single" w:sz="12" w:space="{}" w:color="FF0000"'
THICK, THIN = ('w:val="single" w:sz="8" w:color="000000"', 'w:val="single" w:sz="6" w:color="000000"')


class Hand(Writer[str]):
    sheet = SHEET_9704
    foot_pitch = 27.0
    """Height in pt of a line of its 版记."""
    rules = 2.5
    """Height in pt of the rules of its 版记, which empty lines bring to the foot of the page."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.fresh_page = False
        self.owed = 0.0

    def written(self) -> bytes:
        pieces = flow.laid(self.paper, self.sheet, rules=self.rules).pieces
        body = "".join(self.piece(piece) for piece in pieces)
        made = package.Package(self.paper.whole_title)
        made.add("footer1", "footer", self.page_number("right"))
        made.add("footer2", "footer", self.page_number("left"))
        self.finish(made)
        return made.data(body + self.section())

    def finish(self, made: package.Package) -> None:
        """Parts of this hand alone."""

    # What differs from hand to hand

    def paragraph(self, role: str, ppr: dict[str, str], content: str, font: Span, size: float) -> str:
        """A paragraph with these properties; `font` and `size` (pt) are those of most of its words."""
        raise NotImplementedError

    def run(self, text: str, font: str, size: float, red: bool = False) -> str:
        raise NotImplementedError

    def page_number(self, side: str) -> str:
        raise NotImplementedError

    # What all share

    def line(self, role: str, pitch: float, content: str = "", **more: str) -> str:
        """A paragraph whose lines are `pitch` pt high; `ind`, `jc`, `tabs` and `pBdr` as XML text."""
        ppr = {"widowControl": '<w:widowControl w:val="0"/>', "spacing": pitched(pitch), **more}
        if self.fresh_page:
            ppr["pageBreakBefore"] = "<w:pageBreakBefore/>"
        self.fresh_page = False
        return self.paragraph(role, ppr, content, Span(""), 16)

    def gap(self, gap: Gap) -> str:
        height, self.owed = gap.height - self.owed, 0.0
        return self.line("gap", height)

    def new_page(self, page: NewPage) -> str:
        self.fresh_page = True
        return ""

    def para(self, para: Para) -> str:
        unit = CELL if para.size == 16 else para.size * 20
        ppr = {
            "widowControl": '<w:widowControl w:val="0"/>',
            "spacing": pitched(para.pitch),
            "jc": aligned(para.align),
        }
        indent = self.indent(para, unit)
        if indent:
            ppr["ind"] = f"<w:ind {indent}/>"
        if self.fresh_page:
            ppr["pageBreakBefore"] = "<w:pageBreakBefore/>"
        self.fresh_page = False
        first = para.spans[0]
        if para.breaks:
            return self.broken(para, ppr)
        content = "".join(self.run(span.text, span.font, para.size) for span in para.spans)
        return self.paragraph(para.role, ppr, content, first, para.size)

    def indent(self, para: Para, unit: float) -> str:
        values = {
            "left": para.left, "right": para.right, "hanging": para.hanging,
            "firstLine": 0 if para.hanging else para.first,
        }  # fmt: skip
        return " ".join(f'w:{side}="{round(count * unit)}"' for side, count in values.items() if count)

    def broken(self, para: Para, ppr: dict[str, str]) -> str:
        """A title whose lines are broken by hand."""
        font = para.spans[0].font
        content = "<w:r><w:br/></w:r>".join(self.run(line, font, para.size) for line in para.breaks)
        return self.paragraph(para.role, ppr, content, para.spans[0], para.size)

    def mark(self, mark: Mark) -> str:
        one = len(mark.names) == 1
        lines = [
            self.line("mark", mark.pitch, self.run(name, "xbs", mark.size, True), jc=aligned("center" if one else "distribute"))
            for name in mark.names
        ]  # fmt: skip
        if one:
            return lines[0]
        names = round((mark.size * max(map(len, mark.names)) + 12) * 20)
        suffix = round(mark.size * (len(mark.suffix) + 0.6) * 20)
        word = self.line(
            "mark", mark.pitch, self.run(mark.suffix, "xbs", mark.size, True), jc=aligned("center")
        )
        empty = self.line("gap", mark.pitch)
        rows = [(round(mark.pitch * 20), [line, empty if at else word]) for at, line in enumerate(lines)]
        return tables.table([names, suffix], rows, merged=1)

    def signed(self, line: NumberLine) -> str:
        return self.run("签发人：", "fang", 16) + self.run("　".join(line.signers), "kai", 16)

    def number(self, line: NumberLine) -> str:
        number = self.run(line.number, "fang", 16)
        if not line.signers:
            return self.line("number", self.sheet.pitch, number, jc=aligned("center"))
        at = WIDTH - CELL * (5 + len("　".join(line.signers)))
        tabs = f'<w:tabs><w:tab w:val="left" w:pos="{at}"/></w:tabs>'
        content = number + self.run("\t", "fang", 16) + self.signed(line)
        return self.line("number", self.sheet.pitch, content, ind=f'<w:ind w:left="{CELL}"/>', tabs=tabs)

    def ruled(self) -> bool:
        return self.paper.face in ("document", "minutes")

    def grid(self, grid: Grid) -> str:
        table = grid.table
        rows = [
            (round(grid.row * 20), [
                self.line("cell", 18, self.run(text, "fang" if number else "hei", grid.size), jc=aligned("center"))
                for text in texts
            ])
            for number, texts in enumerate((table.head, *table.rows))
        ]  # fmt: skip
        lines = tables.Lines('w:val="single" w:sz="4" w:color="000000"')
        return tables.table([round(width * MM * 20) for width in table.widths], rows, lines, head=True)

    def signs(self, signs: Signs) -> str:
        columns = max(map(len, signs.rows))
        rows = []
        for names in signs.rows:
            made = []
            for name in (*names, *[""] * (columns - len(names))):
                last = name == signs.rows[-1][-1] and len(names) == columns
                more = {"ind": f'<w:ind w:right="{round(signs.right * CELL)}"/>'} if last else {}
                content = self.run(name, "fang", 16) if name else ""
                made.append(
                    self.line(
                        "joint signature", 28.95, content, jc=aligned("right" if last else "center"), **more
                    )
                )
            rows.append((round(signs.row * 20), made))
        return tables.table([WIDTH // columns] * columns, rows, low=True)

    def foot_line(self, left: str, right: str, **more: str) -> str:
        label = 3 * 280 if left.startswith("抄送") else 0
        hanging = f' w:hanging="{label}"' if label else ""
        content = self.run(left, "fang", 14)
        more["ind"] = f'<w:ind w:left="{280 + label}" w:right="280"{hanging}/>'
        if right:
            content += self.run("\t", "fang", 14) + self.run(right, "fang", 14)
            more["tabs"] = f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH - 280}"/></w:tabs>'
        return self.line("foot", self.foot_pitch, content, **more)

    def foot(self, foot: Foot) -> str:
        rows = [(round(self.sheet.pitch * 20), [self.foot_line(*row)]) for row in foot.rows]
        return tables.table([WIDTH], rows, tables.Lines(top=THICK, bottom=THICK, between=THIN)) + self.line(
            "gap", 1
        )

    def field(self, size: float = 14) -> str:
        """“— 1 —”, the number from a field of separate runs."""
        parts = (
            '<w:fldChar w:fldCharType="begin"/>', '<w:instrText xml:space="preserve"> PAGE   \\* MERGEFORMAT </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>', "<w:t>1</w:t>", '<w:fldChar w:fldCharType="end"/>',
        )  # fmt: skip
        made = "".join(package.run(part, FONTS["song"], size) for part in parts)
        before, after = (
            package.run(f'<w:t xml:space="preserve">{text}</w:t>', FONTS["song"], size)
            for text in ("— ", " —")
        )
        return before + made + after

    def section(self, first: str = "", header: int = 851) -> str:
        sheet = self.sheet
        title = "<w:titlePg/>" if first else ""
        return (
            f'<w:sectPr>{first}<w:footerReference w:type="default" r:id="footer1"/><w:footerReference w:type="even" r:id="footer2"/>'
            f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{round(sheet.top * MM * 20)}" w:right="1474" '
            f'w:bottom="{round(sheet.bottom * MM * 20)}" w:left="1587" w:header="{header}" w:footer="1429" w:gutter="0"/>'
            f'<w:cols w:space="720"/>{title}</w:sectPr>'
        )


def pitched(points: float) -> str:
    return f'<w:spacing w:before="0" w:after="0" w:line="{round(points * 20)}" w:lineRule="exact"/>'


def aligned(align: str) -> str:
    return f'<w:jc w:val="{escape(align)}"/>'
