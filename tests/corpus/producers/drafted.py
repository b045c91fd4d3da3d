"""DOCX of three writers that no producer here was before: exported by a Mac word processor, exported by an editor in the
browser, and typed in a table-loving hand (the 版头 is a table, indents are tabs). Written as plain XML text."""

from __future__ import annotations

import re
from typing import Literal
from xml.sax.saxutils import escape

from msgspec import Struct

from tests.corpus.papers.spec import Paper
from tests.corpus.producers import drafted_parts as package
from tests.corpus.producers import flow
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
    Sheet,
    Signs,
)  # fmt: skip
from tests.corpus.producers.packed import zipped
from tests.corpus.producers.writer import Writer

_SCRIPTS = re.compile(r"[0-9A-Za-z.%\-]+|\t|[^0-9A-Za-z.%\-\t]+")

Hand = Literal["mac", "web", "typed"]


class Habit(Struct, frozen=True):
    """Whose hand it is. `mac` names styles in words and parts the runs by script, `web` formats every run and says
    “at least” for the height of lines, `typed` indents by tabs and frames the 版头 in a table."""

    hand: Hand
    sheet: Sheet = SHEET_9704


def docx(paper: Paper, habit: Habit) -> bytes:
    """The paper in this hand; letters are not written by any of them."""
    return _Draft(paper, habit).written()


class _Draft(Writer[str]):
    def __init__(self, paper: Paper, habit: Habit) -> None:
        assert paper.face != "letter", paper.name
        self.paper, self.habit = paper, habit
        self.fresh_page = False
        self.owed = 0.0

    def written(self) -> bytes:
        pieces = flow.laid(self.paper, self.habit.sheet, rules=2.5).pieces
        body = "".join(self.piece(piece) for piece in pieces)
        parts = package.parts(self.paper.whole_title, self.habit.hand)
        parts["word/document.xml"] = package.document(body + self._section())
        parts["word/footer1.xml"] = package.footer(self._page_number("right"))
        parts["word/footer2.xml"] = package.footer(self._page_number("left"))
        return zipped(parts)

    def gap(self, gap: Gap) -> str:
        height, self.owed = gap.height - self.owed, 0.0
        return self._p(height)

    def new_page(self, page: NewPage) -> str:
        self.fresh_page = True
        return ""

    def _p(
        self,
        pitch: float,
        content: str = "",
        align: str = "left",
        indent: str = "",
        tabs: str = "",
        exact: bool = True,
    ) -> str:
        """A paragraph, its properties in schema order; `indent` holds attributes of w:ind."""
        named = {"mac": '<w:pStyle w:val="zhengwen"/>', "web": "", "typed": ""}[self.habit.hand]
        broken = "<w:pageBreakBefore/>" if self.fresh_page else ""
        self.fresh_page = False
        rule = "exact" if exact or self.habit.hand != "web" else "atLeast"
        plain = '<w:shd w:fill="auto" w:val="clear"/>' if self.habit.hand == "web" else ""
        stops = f"<w:tabs>{tabs}</w:tabs>" if tabs else ""
        ind = f"<w:ind {indent}/>" if indent else ""
        return (
            f'<w:p><w:pPr>{named}{broken}<w:widowControl w:val="0"/>{plain}{stops}'
            '<w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>'
            f'<w:spacing w:before="0" w:after="0" w:line="{round(pitch * 20)}" w:lineRule="{rule}"/>{ind}'
            f'<w:jc w:val="{align}"/><w:rPr><w:sz w:val="32"/></w:rPr></w:pPr>{content}</w:p>'
        )

    def _runs(self, text: str, font: str, size: float, *, red: bool = False) -> str:
        parts = _SCRIPTS.findall(text) if self.habit.hand == "mac" else re.split(r"(\t)", text)
        return "".join(self._run(part, font, size, red) for part in parts if part)

    def _run(self, text: str, font: str, size: float, red: bool) -> str:
        name, latin = FONTS[font], "Times New Roman"
        tracking = '<w:spacing w:val="-5"/>' if size == 16 else ""
        colour = "FF0000" if red else "000000"
        shown = "<w:tab/>" if text == "\t" else f'<w:t xml:space="preserve">{escape(text)}</w:t>'
        half = round(size * 2)
        extra = {
            "mac": f'<w:outline w:val="0"/><w:color w:val="{colour}"/>{tracking}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
                   f'<w:u w:color="000000"/><w:rtl w:val="0"/><w:lang w:val="{"en-US" if text.isascii() else "zh-CN"}" w:eastAsia="zh-CN"/>',
            "web": f'<w:b w:val="0"/><w:i w:val="0"/><w:smallCaps w:val="0"/><w:strike w:val="0"/><w:color w:val="{colour}"/>'
                   f'{tracking}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/><w:u w:val="none"/>'
                   '<w:shd w:fill="auto" w:val="clear"/><w:vertAlign w:val="baseline"/><w:rtl w:val="0"/>',
            "typed": f'<w:color w:val="{colour}"/>{tracking}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>',
        }[self.habit.hand]  # fmt: skip
        fonts = f'<w:rFonts w:hint="eastAsia" w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{name}" w:cs="{latin}"/>'
        return f"<w:r><w:rPr>{fonts}{extra}</w:rPr>{shown}</w:r>"

    def para(self, para: Para) -> str:
        unit = CELL if para.size == 16 else para.size * 20
        typed = self.habit.hand == "typed"
        if para.breaks:
            lines = [self._runs(line, para.spans[0].font, para.size) for line in para.breaks]
            return self._p(para.pitch, "<w:r><w:br/></w:r>".join(lines), "center")
        content = "".join(self._runs(span.text, span.font, para.size) for span in para.spans)
        if typed and para.align == "right":
            # Pushed to its place by a tab, as who does not trust “align right” does.
            at = round(WIDTH - para.right * unit)
            return self._p(para.pitch, self._run("\t", "fang", 16, False) + content, tabs=_stop(at, "right"))
        if typed and para.first == 2 and not para.left:
            return self._p(
                para.pitch, self._run("\t", "fang", 16, False) + content, "both", tabs=_stop(2 * CELL)
            )
        indent = f'w:left="{round(para.left * unit)}" w:right="{round(para.right * unit)}"'
        if para.hanging:
            indent += f' w:hanging="{round(para.hanging * unit)}"'
        elif para.first:
            indent += f' w:firstLine="{round(para.first * unit)}"'
        return self._p(para.pitch, content, para.align, indent, exact=False)

    def mark(self, mark: Mark) -> str:
        lines = [
            self._p(mark.pitch, self._runs(name, "xbs", mark.size, red=True), "center" if len(mark.names) == 1 else "distribute")
            for name in mark.names
        ]  # fmt: skip
        if len(mark.names) == 1 and self.habit.hand != "typed":
            return lines[0]
        if len(mark.names) == 1:
            return package.table([WIDTH], [(round(mark.pitch * 20), lines)])
        names = round((mark.size * max(map(len, mark.names)) + 12) * 20)
        suffix = round(mark.size * (len(mark.suffix) + 0.6) * 20)
        word = self._p(mark.pitch, self._runs(mark.suffix, "xbs", mark.size, red=True), "center")
        empty = self._p(mark.pitch)
        rows = [
            (round(mark.pitch * 20), [line, word if number == 0 else empty])
            for number, line in enumerate(lines)
        ]
        return package.table([names, suffix], rows, merged=1)

    def number(self, line: NumberLine) -> str:
        pitch = self.habit.sheet.pitch
        number = self._runs(line.number, "fang", 16)
        names = "　".join(line.signers)
        signed = self._runs("签发人：", "fang", 16) + self._runs(names, "kai", 16) if line.signers else ""
        rule = 'w:val="single" w:sz="12" w:color="FF0000"'
        ruled = self.paper.face == "document" or self.paper.face == "minutes"
        low = round((4 * MM - 0.14 * pitch) * 20)
        self.owed = low / 20 if ruled else 0.0  # the empty lines that follow are as much lower
        if self.habit.hand == "typed" and ruled:
            cells = [
                self._p(pitch, number, "left" if signed else "center", f'w:left="{CELL}"' if signed else "")
            ]
            if signed:
                cells.append(self._p(pitch, signed, "right", f'w:right="{CELL}"'))
            widths = [WIDTH // len(cells)] * len(cells)
            return package.table(widths, [(round(pitch * 20) + low, cells)], package.Lines(bottom=rule))
        if signed:
            at = WIDTH - CELL * (5 + len(names))
            made = self._p(
                pitch,
                number + self._run("\t", "fang", 16, False) + signed,
                indent=f'w:left="{CELL}"',
                tabs=_stop(at),
            )
        else:
            made = self._p(pitch, number, "center")
        if not ruled:
            return made
        border = f'<w:pBdr><w:bottom {rule} w:space="0"/></w:pBdr>'
        below = self._p(low / 20, self._run(" ", "fang", 1, False))
        return made + below.replace("<w:overflowPunct", border + "<w:overflowPunct", 1)

    def grid(self, grid: Grid) -> str:
        table = grid.table
        widths = [round(width * MM * 20) for width in table.widths]
        rows = []
        for number, texts in enumerate((table.head, *table.rows)):
            font = "hei" if number == 0 else "fang"
            rows.append(
                (
                    round(grid.row * 20),
                    [self._p(18, self._runs(text, font, grid.size), "center") for text in texts],
                )
            )
        return package.table(
            widths, rows, package.Lines('w:val="single" w:sz="4" w:color="000000"'), head=True
        )

    def signs(self, signs: Signs) -> str:
        columns = max(map(len, signs.rows))
        rows = []
        for names in signs.rows:
            cells = []
            for name in (*names, *[""] * (columns - len(names))):
                last = name == signs.rows[-1][-1] and len(names) == columns
                indent = f'w:right="{round(signs.right * CELL)}"' if last else ""
                cells.append(
                    self._p(28.95, self._runs(name, "fang", 16), "right" if last else "center", indent)
                )
            rows.append((round(signs.row * 20), cells))
        return package.table([WIDTH // columns] * columns, rows, low=True)

    def foot(self, foot: Foot) -> str:
        pitch = self.habit.sheet.pitch
        rows = []
        for left, right in foot.rows:
            label = 3 * 280 if left.startswith("抄送") else 0
            indent = f'w:left="{280 + label}" w:right="280"' + (f' w:hanging="{label}"' if label else "")
            words = left + ("\t" + right if right else "")
            tabs = _stop(WIDTH - 280, "right") if right else ""
            rows.append(
                (round(pitch * 20), [self._p(pitch, self._runs(words, "fang", 14), "left", indent, tabs)])
            )
        thick, thin = (f'w:val="single" w:sz="{weight}" w:color="000000"' for weight in (8, 6))
        lines = package.Lines(top=thick, bottom=thick, between=thin)
        return package.table([WIDTH], rows, lines) + self._p(1)

    def _page_number(self, side: str) -> str:
        def run(content: str) -> str:
            return (
                '<w:r><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr>'
                f"{content}</w:r>"
            )

        field = "".join(
            run(part)
            for part in (
                '<w:t xml:space="preserve">— </w:t>', '<w:fldChar w:fldCharType="begin"/>',
                '<w:instrText xml:space="preserve"> PAGE </w:instrText>', '<w:fldChar w:fldCharType="separate"/>',
                "<w:t>1</w:t>", '<w:fldChar w:fldCharType="end"/>', '<w:t xml:space="preserve"> —</w:t>',
            )
        )  # fmt: skip
        return f'<w:p><w:pPr><w:ind w:{side}="280"/><w:jc w:val="{side}"/></w:pPr>{field}</w:p>'

    def _section(self) -> str:
        sheet = self.habit.sheet
        grid = {"mac": '<w:bidi w:val="0"/>', "web": "", "typed": '<w:docGrid w:linePitch="312"/>'}[
            self.habit.hand
        ]
        start = '<w:pgNumType w:start="1"/>' if self.habit.hand == "web" else ""
        return (
            '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'
            f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{round(sheet.top * MM * 20)}" w:right="1474" '
            f'w:bottom="{round(sheet.bottom * MM * 20)}" w:left="1587" w:header="851" w:footer="1429" w:gutter="0"/>{start}{grid}</w:sectPr>'
        )


def _stop(at: int, kind: str = "left") -> str:
    return f'<w:tab w:val="{kind}" w:pos="{at}"/>'
