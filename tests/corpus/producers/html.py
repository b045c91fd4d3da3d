"""A PDF made in another way: lines broken by hand, each set at its place in mm with absolute positions."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import Any

from msgspec import Struct

from reporter.typeset.fonts import font_dir, metrics
from tests.corpus.papers.spec import Paper
from tests.corpus.producers import flow
from tests.corpus.producers.flow import (
    MM,
    Foot,
    Gap,
    Grid,
    Mark,
    NewPage,
    NumberLine,
    Para,
    Signs,
    Span,
    cells,
)
from tests.corpus.producers.writer import Writer

_FILES = {
    "fang": "GWFang-Regular.otf",
    "kai": "GWKai-Regular.otf",
    "hei": "GWHei-Regular.otf",
    "xbs": "GWTitle-Regular.otf",
    "song": "GWSong-Regular.otf",
}
_WIDTH = 442.2
_CELL = _WIDTH / 28
_STYLE = """
@page {{ size: {page}; margin: 0 }}
{faces}
body {{ margin: 0; color: #000 }}
.page {{ position: relative; width: 210mm; height: 297mm; page-break-after: always; overflow: hidden }}
.page:last-child {{ page-break-after: auto }}
i {{ position: absolute; font-style: normal; white-space: pre; line-height: 1 }}
b {{ position: absolute; background: #000; font-weight: normal }}
b.red {{ background: #ff0000 }}
"""


def html(paper: Paper) -> str:
    """The paper as HTML; `pdf` prints it."""
    return _Setter(paper).written()


@cache
def _engine() -> Any:
    import weasyprint

    return weasyprint


def pdf(text: str) -> bytes:
    """HTML printed by WeasyPrint, with nothing of the renderers of the product."""
    made: bytes = _engine().HTML(string=text, base_url=str(font_dir()) + "/").write_pdf()
    return made


class Face(Struct, frozen=True):
    """How words are set: size and tracking in pt."""

    font: str
    size: float
    red: bool = False
    space: float = 0


class _Setter(Writer[None]):
    def __init__(self, paper: Paper) -> None:
        assert metrics(), "the fonts are built"
        self.paper = paper
        self.pages: list[list[str]] = [[]]
        self.y = 37 * MM
        self.bottom = 262 * MM

    def written(self) -> str:
        if self.paper.face == "letter":
            self._letter()
        made = flow.laid(self.paper, fill_foot=False)
        for piece in made.pieces:
            self.piece(piece)
        faces = "".join(
            f"@font-face {{ font-family: {name}; src: url({file}) }}\n" for name, file in _FILES.items()
        )
        pages = "".join(
            f'<div class="page">{"".join(items)}{self._page_number(number)}</div>\n'
            for number, items in enumerate(self.pages, 1)
        )
        style = _STYLE.format(faces=faces, page="210mm 297mm")
        title = escape(self.paper.whole_title)
        return (
            f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>'
            f"<style>{style}</style></head><body>{pages}</body></html>"
        )

    def gap(self, gap: Gap) -> None:
        self._room(gap.height)
        self.y += gap.height

    def new_page(self, page: NewPage) -> None:
        self._next()

    def _next(self) -> None:
        self.pages.append([])
        self.y = 37 * MM

    def _room(self, height: float) -> None:
        if self.y + height > self.bottom + 0.3:
            self._next()

    def _text(self, x: float, y: float, text: str, face: Face) -> None:
        """Ink of a hanzi begins about at `y`, as far as the box of the line goes."""
        colour = ";color:#ff0000" if face.red else ""
        self.pages[-1].append(
            f'<i style="left:{x:.2f}pt;top:{y:.2f}pt;font:{face.size:g}pt {face.font};line-height:1;letter-spacing:{face.space:.3f}pt{colour}">'
            f"{escape(text)}</i>"
        )

    def _rule(self, x: float, y: float, width: float, weight: float, *, red: bool = False) -> None:
        kind = ' class="red"' if red else ""
        self.pages[-1].append(
            f'<b{kind} style="left:{x:.2f}pt;top:{y:.2f}pt;width:{width:.2f}pt;height:{weight:.2f}pt"></b>'
        )

    def _spans(self, x: float, y: float, spans: list[Span], size: float, space: float) -> None:
        for span in spans:
            self._text(x, y, span.text, Face(span.font, size, space=space))
            x += cells(span.text) * size + len(span.text) * space

    def para(self, para: Para) -> None:
        size = para.size
        space = (_CELL - 16) if size == 16 else 0.0
        inset = (para.pitch - size) / 2
        rows = [[Span(line, para.spans[0].font)] for line in para.breaks] or _broken(para)
        for number, row in enumerate(rows):
            self._room(para.pitch)
            text = "".join(span.text for span in row)
            width = cells(text) * size + len(text) * space
            indent = (para.left + (para.first - para.hanging if number == 0 else 0)) * (size + space)
            left = 28 * MM + indent
            if para.align == "center":
                left = 28 * MM + (_WIDTH - width) / 2
            elif para.align == "right":
                left = 28 * MM + _WIDTH - para.right * (size + space) - width
            elif para.align == "both" and number < len(rows) - 1 and len(text) > 1:
                target = _WIDTH - indent
                self._spans(left, self.y + inset, row, size, space + (target - width) / (len(text) - 1))
                self.y += para.pitch
                continue
            self._spans(left, self.y + inset, row, size, space)
            self.y += para.pitch

    def mark(self, mark: Mark) -> None:
        suffix = mark.size * (len(mark.suffix) + 0.6) if mark.suffix else 0
        wide = mark.size * max(map(len, mark.names))
        left = 28 * MM + (_WIDTH - wide - suffix) / 2
        top = 72 * MM if self.paper.face != "order" else 57 * MM
        for number, name in enumerate(mark.names):
            space = (wide - mark.size * len(name)) / max(1, len(name) - 1)
            y = top - mark.size * 0.115 + number * mark.pitch
            self._text(left, y, name, Face("xbs", mark.size, red=True, space=space))
        self.y = top + (len(mark.names) - 1) * mark.pitch + mark.size * 0.9
        if mark.suffix:
            middle = top + ((len(mark.names) - 1) * mark.pitch) / 2 - mark.size * 0.115
            self._text(left + wide + mark.size * 0.5, middle, mark.suffix, Face("xbs", mark.size, red=True))

    def number(self, line: NumberLine) -> None:
        width = cells(line.number) * 16
        y = self.y + 2
        if line.signers:
            self._text(28 * MM + 16, y, line.number, Face("fang", 16))
            names = "　".join(line.signers)
            right = 28 * MM + _WIDTH - 16 - (4 + len(names)) * 16
            self._text(right, y, "签发人：", Face("fang", 16))
            self._text(right + 64, y, names, Face("kai", 16))
        else:
            self._text(28 * MM + (_WIDTH - width) / 2, y, line.number, Face("fang", 16))
        self.y += 18
        if self.paper.face != "order":
            self._rule(28 * MM, self.y + 4 * MM + 0.9, _WIDTH, 1.5, red=True)
            self.y += 4 * MM

    def grid(self, grid: Grid) -> None:
        table = grid.table
        for number, texts in enumerate((table.head, *table.rows)):
            self._room(grid.row)
            x = 28 * MM + (156 - sum(table.widths)) * MM / 2
            for width, text in zip(table.widths, texts, strict=True):
                font = "hei" if number == 0 else "fang"
                self._text(x + (width * MM - cells(text) * 12) / 2, self.y + 6, text, Face(font, 12))
                for place in (x, x + width * MM):
                    self._rule(place, self.y, 0.5, grid.row)
                self._rule(x, self.y, width * MM, 0.5)
                self._rule(x, self.y + grid.row, width * MM, 0.5)
                x += width * MM
            self.y += grid.row

    def signs(self, signs: Signs) -> None:
        columns = max(map(len, signs.rows))
        for row in signs.rows:
            self._room(signs.row)
            for number, name in enumerate(row):
                centre = 28 * MM + _WIDTH * (number + 0.5) / columns
                if name == signs.rows[-1][-1] and len(row) == columns:
                    centre = 28 * MM + _WIDTH - signs.right * _CELL - cells(name) * 8
                self._text(centre - cells(name) * 8, self.y + signs.row - 23, name, Face("fang", 16))
            self.y += signs.row

    def foot(self, foot: Foot) -> None:
        if self.paper.face == "letter":
            for left, _ in foot.rows:
                self._text(28 * MM + 14, self.y + 8, left, Face("fang", 14))
                self.y += 28
            return
        top = 262 * MM - 28 * len(foot.rows)
        for number, (left, right) in enumerate(foot.rows):
            y = top + 28 * number
            self._rule(28 * MM, y, _WIDTH, 0.99 if number == 0 else 0.71)
            self._text(28 * MM + 14, y + 7, left, Face("fang", 14))
            self._text(28 * MM + _WIDTH - 14 - cells(right) * 14, y + 7, right, Face("fang", 14))
        self._rule(28 * MM, 262 * MM - 0.99, _WIDTH, 0.99)

    def _letter(self) -> None:
        name = self.paper.issuers[0]
        size = min(46.0, 430 / len(name))
        self._text(105 * MM - len(name) * size / 2, 30 * MM - size * 0.115, name, Face("xbs", size, red=True))
        y = 30 * MM + size * 0.9 + 5 * MM
        self._rule(20 * MM, y, 170 * MM, 2.25, red=True)
        self._rule(20 * MM, y + 3.3, 170 * MM, 0.75, red=True)
        self._rule(20 * MM, 277 * MM - 4.05, 170 * MM, 0.75, red=True)
        self._rule(20 * MM, 277 * MM - 2.25, 170 * MM, 2.25, red=True)
        self.y = y

    def _page_number(self, number: int) -> str:
        if self.paper.face == "letter" and number == 1:
            return ""
        text = f"— {number} —"
        side = f"right:{26 * MM + 14:.2f}pt" if number % 2 else f"left:{28 * MM + 14:.2f}pt"
        return f'<i style="{side};top:{269 * MM - 7.6:.2f}pt;font:14pt song;line-height:1">{text}</i>'


def _broken(para: Para) -> list[list[Span]]:
    """The lines of a paragraph with what each of its spans has on them."""
    width = flow.CELLS * 16 / para.size - para.right
    tokens = [(token, span.font) for span in para.spans for token in flow.TOKEN.findall(span.text)]
    rows: list[list[tuple[str, flow.FontRole]]] = [[]]
    used = para.left + para.first - para.hanging
    for token in tokens:
        wide = cells(token[0])
        if used + wide > width + 0.01:
            carried = [token]
            while rows[-1] and (carried[0][0][0] in flow.NOT_FIRST or rows[-1][-1][0][-1] in flow.NOT_LAST):
                carried.insert(0, rows[-1].pop())
            rows.append(carried)
            used = para.left + sum(cells(text) for text, _ in carried)
            continue
        rows[-1].append(token)
        used += wide
    return [_joined(row) for row in rows]


def _joined(row: list[tuple[str, flow.FontRole]]) -> list[Span]:
    spans: list[Span] = []
    for text, font in row:
        if spans and spans[-1].font == font:
            spans[-1] = Span(spans[-1].text + text, font)
        else:
            spans.append(Span(text, font))
    return spans
