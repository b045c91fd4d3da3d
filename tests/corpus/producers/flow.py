"""Where the lines of a paper fall: what the foreign producers share. All heights in pt, all indents in 字 of the line.

The count of lines is what keeps the 版记 of producers that push it down with empty lines at the foot of an even
page, as authors do by hand.
"""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct, field

from tests.corpus.papers.spec import Line, Paper, Table, lines

MM = 72 / 25.4
LETTER_GAP = 8.0  # with the white inside its line the number stands 4.84 mm under the double rule
CELLS = 28
WIDTH = 8844  # twips of the type area
CELL = 315  # twips of a 三号 character with −0.25 pt tracking
TOKEN = re.compile(r"[0-9A-Za-z.%\-]+|.", re.DOTALL)
NOT_FIRST = set("，。、；：？！）》〉”’】〕％%…～")
NOT_LAST = set("（《〈“‘【〔")

FontRole = Literal["fang", "kai", "hei", "xbs", "song"]
FONTS: dict[str, str] = {"fang": "仿宋_GB2312", "kai": "楷体_GB2312", "hei": "黑体", "xbs": "方正小标宋简体", "song": "宋体"}
BODY_FONTS: dict[int, FontRole] = {0: "fang", 1: "hei", 2: "kai", 3: "fang", 4: "fang"}


class Sheet(Struct, frozen=True):
    """Margins in mm and the pitch of lines in twips: 37/35 with 28.95 pt, or GB/T 33476.2."""

    top: float = 37.0
    bottom: float = 35.0
    pitch_twips: int = 579

    @property
    def pitch(self) -> float:
        return self.pitch_twips / 20

    @property
    def height(self) -> float:
        return (297 - self.top - self.bottom) * MM


SHEET_9704 = Sheet()
SHEET_33476 = Sheet(34.58, 32.58, 589)


class Span(Struct, frozen=True):
    text: str
    font: FontRole = "fang"


class Para(Struct, frozen=True):
    """A paragraph of exact line height `pitch`; indents in 字 of its own size."""

    role: str
    spans: tuple[Span, ...]
    size: float = 16
    pitch: float = 28.95
    align: Literal["both", "left", "center", "right"] = "both"
    first: float = 0
    left: float = 0
    hanging: float = 0
    right: float = 0
    red: bool = False
    breaks: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


class Grid(Struct, frozen=True):
    """A table of the body: rows of one line, `row` pt high."""

    table: Table
    row: float = 24
    size: float = 12


class Mark(Struct, frozen=True):
    """发文机关标志: `size` pt, each name on a line `pitch` high."""

    names: tuple[str, ...]
    suffix: str
    size: float
    pitch: float


class Gap(Struct, frozen=True):
    """An empty line of a height; `role` says what it is for."""

    height: float
    role: str = ""


class NumberLine(Struct, frozen=True):
    """发文字号 with the red rule under it; with signers on the same line in an upward document."""

    number: str
    signers: tuple[str, ...] = ()


class Signs(Struct, frozen=True):
    """Names of a joint document side by side, one seal each: rows of a table without lines, `row` pt high."""

    rows: tuple[tuple[str, ...], ...]
    right: float
    row: float = 119


class NewPage(Struct, frozen=True):
    landscape: bool = False


class Foot(Struct, frozen=True):
    """版记: rows of (left, right); a row without right is 抄送."""

    rows: tuple[tuple[str, str], ...]


Piece = Para | Grid | Mark | Gap | NumberLine | Signs | NewPage | Foot


def cells(text: str) -> float:
    """Width in 字: Latin letters and digits are half, a per cent sign is wider."""
    return 0.3 * text.count("%") + sum(
        0.5 if ord(char) < 0x2E80 and char not in "“”‘’—…·" else 1.0 for char in text
    )


AUTOSPACE = 0.0  # 字 between hanzi and digits; an office that ignores autoSpaceDE puts 0.25 there


def line_count(text: str, first: float = 0, rest: float = 0, width: float = CELLS) -> int:
    """Lines a paragraph takes when closing marks may not begin a line and numbers are not split."""
    count, used, room = 1, first, width
    previous = ""
    for token in TOKEN.findall(text):
        wide = cells(token)
        if previous and token[0] not in NOT_FIRST and previous[-1] not in NOT_LAST | NOT_FIRST:
            wide += AUTOSPACE * ((ord(token[0]) < 0x2E80) != (ord(previous[-1]) < 0x2E80))
        if used + wide > room + 0.01:
            count += 1
            used = rest
            if token[0] in NOT_FIRST or (previous and previous[-1] in NOT_LAST):
                used += cells(previous)
        used += wide
        previous = token
    return count


class Flow(Struct):
    """A paper as pieces, with the number of pages they take on a sheet."""

    paper: Paper
    sheet: Sheet = SHEET_9704
    pieces: list[Piece] = field(default_factory=list)
    page: int = 1
    used: float = 0

    def add(self, piece: Piece) -> None:
        self.pieces.append(piece)
        if isinstance(piece, NewPage):
            self.page, self.used = self.page + 1, 0
            return
        for height in _heights(piece, self.sheet):
            if self.used + height > self.sheet.height + 0.05:
                self.page, self.used = self.page + 1, 0
            self.used += height

    def para(self, role: str, *spans: Span, **more: object) -> None:
        self.add(Para(role, spans, pitch=more.pop("pitch", self.sheet.pitch), **more))  # type: ignore[arg-type]

    def blank(self, role: str = "", count: int = 1) -> None:
        for _ in range(count):
            self.add(Gap(self.sheet.pitch, role))


def _heights(piece: Piece, sheet: Sheet) -> list[float]:
    match piece:
        case Para():
            width = CELLS * 16 / piece.size - piece.right
            count = (
                len(piece.breaks)
                if piece.breaks
                else line_count(piece.text, piece.left + piece.first - piece.hanging, piece.left, width)
            )
            return [piece.pitch] * count
        case Grid():
            return [piece.row] * (len(piece.table.rows) + 1)
        case Mark():
            return [piece.pitch] * len(piece.names)
        case Gap():
            return [piece.height]
        case NumberLine():
            return [sheet.pitch] * max(1, (len(piece.signers) + 1) // 2)
        case Foot():
            return [sheet.pitch * sum(1 for _ in piece.rows)]
        case Signs():
            return [piece.row] * len(piece.rows)
        case NewPage():
            return []


def laid(paper: Paper, sheet: Sheet = SHEET_9704, *, fill_foot: bool = True, rules: float = 8.0) -> Flow:
    """All pieces of a paper in order. With `fill_foot` empty lines bring the 版记 to the foot of an even page;
    otherwise the producer anchors it there itself and only the page is opened. `rules`: pt that its rules take."""
    flow = Flow(paper, sheet)
    _head(flow)
    if paper.title:
        titled(flow, paper.title)
    if paper.recipients:
        flow.para("recipients", Span(paper.recipients))
    _body(flow, paper.body)
    if paper.attachments:
        _named(flow)
    _closing(flow)
    for number, attachment in enumerate(paper.attachments, 1):
        _attached(flow, number, attachment)
    _foot(flow, fill_foot, rules)
    return flow


def _head(flow: Flow) -> None:
    paper, pitch = flow.paper, flow.sheet.pitch
    if paper.face == "letter":
        # The mark stands in the header of the first page, which pushes the text down.
        flow.used = (37 - flow.sheet.top + 11) * MM
        flow.add(Gap(LETTER_GAP, "number"))
        flow.para("letter number", Span(paper.number), align="right")
        flow.blank("title", 2)
    if paper.face in ("plain", "letter"):
        return
    tops = [(paper.copy_number, "fang"), (paper.secrecy, "hei"), (paper.urgency, "hei")]
    above = [(text, font) for text, font in tops if text]
    if paper.urgency and not paper.copy_number:
        above = [(paper.urgency, "hei")]
    for text, font in above:
        flow.para("top", Span(text, font), align="left")  # type: ignore[arg-type]
    mark = _mark(paper)
    wanted = (20 if paper.face == "order" else 35) * MM + (37 - flow.sheet.top) * MM
    inset = 0.8 * mark.pitch - 0.78 * mark.size
    flow.add(Gap(wanted - len(above) * pitch - inset, "mark"))
    flow.add(mark)
    if paper.number:
        flow.blank("number", 2)
        flow.add(NumberLine(paper.number, paper.signers))
    if paper.title or paper.face == "order":
        flow.blank("title", 2)


def _mark(paper: Paper) -> Mark:
    if len(paper.issuers) == 1:
        size = min(46.0, 430 / len(paper.issuers[0] + paper.suffix))
        return Mark((paper.issuers[0] + paper.suffix,), "", size, round(size * 1.15, 1))
    size = min(30.0, 330 / max(map(len, paper.issuers)))
    return Mark(paper.issuers, paper.suffix, size, round(size * 1.3, 1))


def titled(flow: Flow, title: tuple[str, ...], *, role: str = "title") -> None:
    """A title of hand-broken lines and the empty line below it."""
    flow.para(role, Span("".join(title), "xbs"), size=22, pitch=34, align="center", breaks=title)
    flow.blank("below title")


def _body(flow: Flow, body: str) -> None:
    for line in lines(body):
        if isinstance(line, str):
            table = flow.paper.table(line)
            if table.title and not _own_page(flow, table):
                flow.para("table title", Span(table.title, "hei"), align="center")
            if table.above:
                flow.para("above", Span(table.above), size=12, pitch=24, align="left")
            flow.add(Grid(table))
            if table.below:
                flow.para("below", Span(table.below), size=12, pitch=24, align="left")
        else:
            flow.para("body" if line.level == 0 else f"level {line.level}", *_spans(line), first=2)


def _own_page(flow: Flow, table: Table) -> bool:
    return any(table.name == attachment.body[1:] for attachment in flow.paper.attachments)


def _spans(line: Line) -> tuple[Span, ...]:
    font = BODY_FONTS[line.level] if line.head else "fang"
    spans = (Span(line.number + line.head, font), Span(line.rest))
    return tuple(span for span in spans if span.text)


def _named(flow: Flow) -> None:
    titles = [attachment.title for attachment in flow.paper.attachments]
    flow.blank("attachments")
    if len(titles) == 1:
        flow.para("attachments", Span("附件：" + titles[0]), left=5, hanging=3, align="left")
        return
    flow.para("attachments", Span("附件：1." + titles[0]), left=6, hanging=4, align="left")
    for number, title in enumerate(titles[1:], 2):
        flow.para("attachments", Span(f"{number}.{title}"), left=6, hanging=1, align="left")


def _closing(flow: Flow) -> None:
    paper = flow.paper
    if paper.face == "minutes":
        flow.blank("attended")
        for label, names in paper.attended:
            flow.para("attended", Span(label, "hei"), Span("：" + names), left=5, hanging=3)
        return
    if paper.post:
        flow.blank("closing", 2)
        flow.para("post", Span(paper.post), align="right", right=6)
        flow.blank("closing")
        flow.para("date", Span(paper.date), align="right", right=4)
    elif paper.signatories and paper.sealed:
        _sealed(flow)
    elif paper.signatories:
        _unsealed(flow)
    if paper.remark:
        flow.para("remark", Span(f"（{paper.remark}）"), first=2)


def _sealed(flow: Flow) -> None:
    names, date = flow.paper.signatories, flow.paper.date
    right = 4 + (cells(date) - cells(names[-1])) / 2
    if len(names) == 1:
        flow.blank("seal", 2)
        flow.para("signature", Span(names[0]), align="right", right=max(0, right))
    else:
        a_row = 2 if len(names) in (2, 4) or max(map(len, names)) > 9 else 3
        rows = tuple(names[start : start + a_row] for start in range(0, len(names), a_row))
        flow.add(Signs(rows, max(0, right)))
    flow.para("date", Span(date), align="right", right=4 - min(0, right))


def _unsealed(flow: Flow) -> None:
    """Names end 2 字 from the edge; the date begins 2 字 right of where the last name begins."""
    names, date = flow.paper.signatories, flow.paper.date
    flow.blank("signature")
    wide = max(map(cells, names))
    right = 2.0 if wide >= cells(date) else 4 + cells(date) - wide
    for name in names:
        flow.para("signature", Span(name), align="right", right=right + wide - cells(name))
    flow.para("date", Span(date), align="right", right=right + wide - 2 - cells(date))


def _attached(flow: Flow, number: int, attachment: object) -> None:
    paper = flow.paper
    item = paper.attachments[number - 1]
    table = paper.table(item.body[1:]) if item.body.startswith("@") else None
    flow.add(NewPage(bool(table and table.landscape)))
    flow.para(
        "attachment label",
        Span("附件" + (str(number) if len(paper.attachments) > 1 else ""), "hei"),
        align="left",
    )
    flow.blank("attachment")
    titled(flow, (item.title,), role="attachment title")
    _body(flow, item.body)


def _foot(flow: Flow, fill: bool, rules: float) -> None:
    paper = flow.paper
    rows = [("抄送：" + paper.cc, "")] if paper.cc else []
    if paper.office:
        rows.append((paper.office, paper.printed))
    if not rows:
        return
    foot = Foot(tuple(rows))
    height = flow.sheet.pitch * len(rows) + rules
    bottom = (
        flow.sheet.height - (35 - flow.sheet.bottom) * MM
    )  # where the type area ends on paper, 262 mm down
    even = flow.page % 2 == 0
    if paper.face == "letter":
        even = True
    if not even or flow.used + height + flow.sheet.pitch / 2 > bottom:
        flow.add(NewPage())
        if flow.page % 2 and paper.face != "letter":
            flow.add(NewPage())
    if fill:
        while flow.used + height + flow.sheet.pitch < bottom:
            flow.blank("foot")
        if paper.face != "letter":
            flow.add(Gap(round(bottom - flow.used - height, 1), "foot"))
    flow.add(foot)
