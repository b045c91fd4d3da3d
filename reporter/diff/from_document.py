"""A Document → what is compared: its flow as blocks, with ids, references and what it says of pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from reporter.diff.model import Block, CellText, Column, Material, Row, Run, Source, Table
from reporter.diff.numbers import split_number
from reporter.document import model
from reporter.document.inline import BLANK_CELL, Blank, Break, Inlines, Note, Text, plain
from reporter.ooxml.bookmarks import bookmark_name, row_id
from reporter.typeset.flow import Foot, Item, Mark, NewPage, Para, Signature, TableItem, flow
from reporter.typeset.styles import STYLES

_PAPER = {"portrait": "纵向", "landscape": "横向"}
_HEADER = {"full": "印全", "none": "不印", "reserved": "只留位置"}
_NAMED = {"title": "标题", "recipients": "主送机关", "remark": "附注", "disclosure": "公开方式"}
_TITLES = ("title", "issued_title", "attachment_title")


def of_document(
    document: model.Document,
    name: str,
    *,
    draft: int = 0,
    sources: Mapping[str, Source] | None = None,
    inputs: Mapping[str, str] | None = None,
) -> Material:
    """The Document with its attachments that are bound with it; `draft` is its number where it is a kept one."""
    walk = _Walk()
    for item in flow(document):
        walk.add(item)
    state = Run("　".join(part for part in ("样稿" if document.sample else "", document.state) if part))
    walk.put(Block("state", (state,), part="页眉", place="页眉"))
    title = plain(document.title).replace("\n", "")
    origin = f"{document.filing}#{draft}" if draft else ""
    page = [("纸张", "、".join(walk.pages)), ("版式", model.FACE_NAMES[document.face])]
    if document.header:
        page.append(("版头", _HEADER[document.header.mode]))
    return Material(name, "document", tuple(walk.blocks), title, origin, tuple(sorted(page)), sources, inputs)


def runs_of(inlines: Inlines) -> tuple[Run, ...]:
    """The printed characters: a blank is as wide as it prints, a note is left out."""
    runs = []
    for inline in inlines:
        match inline:
            case Text(text=text, strong=strong, ref=ref):
                runs.append(Run(text, strong, ref or ""))
            case Blank(width=width):
                runs.append(Run(BLANK_CELL * width))
            case Break():
                runs.append(Run("\n"))
            case Note():
                pass
    return tuple(run for run in runs if run.text)


class _Walk:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pages = ["A4纵向"]
        self._part = "正文"
        self._paragraphs = self._tables = 0
        self._seen: dict[str, int] = {}

    def put(self, block: Block) -> None:
        if block.text or block.table or block.number:
            self.blocks.append(block)

    def add(self, item: Item) -> None:
        match item:
            case NewPage(orientation=orientation, paper=paper):
                self._turn(f"{paper}{_PAPER[orientation]}")
            case Mark(header=header):
                self._mark(header)
            case Para():
                self._para(item)
            case TableItem(table=table):
                self._table(table)
            case Signature(closing=closing):
                self._signature(closing)
            case Foot(imprint=imprint):
                self._foot(imprint)

    def _turn(self, page: str) -> None:
        if not self.blocks:
            self.pages = [page]
        elif self.pages[-1] != page:
            self.pages.append(page)

    def _mark(self, header: model.Header) -> None:
        if header.mode == "full":
            names = "\n".join(header.issuers) + (f"\n{header.suffix}" if header.suffix else "")
            self._edge("mark", (Run(names),), "版头", "发文机关标志")
        for style, text in header.corner:
            self._edge(style, (Run(text),), "版头", STYLES[style].name.removeprefix("公文"))
        if header.mode != "none":
            self._edge("number", runs_of(header.number), "版头", "发文字号")
            for signer in header.signers:
                self._edge("signer", runs_of(signer), "版头", "签发人")

    def _edge(self, role: str, runs: tuple[Run, ...], part: str, place: str) -> None:
        ident = self._unique(role)
        self.put(Block(role, runs, ident, bookmark_name(ident), part, place))

    def _para(self, item: Para) -> None:
        style = item.style
        if style == "issued_title":
            self._enter("印发文本")
        elif style == "attachment_label":
            self._enter(plain(item.inlines))
        place = self._place(style)
        runs = (*runs_of(item.inlines), *runs_of(item.run_in))
        number = item.number
        if not number:
            number, runs = split_number(runs) if style in ("body", "flush") else ("", runs)
        ident = self._unique(item.id)
        mark = bookmark_name(ident) if ident else ""
        named = STYLES.get(style)
        look = (("样式", named.name.removeprefix("公文")),) if named else ()
        level = named.outline if named else 0
        self.put(Block(style, runs, ident, mark, self._part, place, number, False, level, 0, look))
        self._notes((*item.inlines, *item.run_in), place)

    def _notes(self, inlines: Iterable[object], place: str) -> None:
        for inline in inlines:
            if isinstance(inline, Note):
                self.put(Block("note", runs_of(inline.inlines), part="脚注", place=f"{place}的脚注"))

    def _place(self, style: str) -> str:
        if style in _NAMED and self._part == "正文":
            return _NAMED[style]
        if style in _TITLES or style == "attachment_label":
            return f"{self._part}标题"
        if style in ("sheet_title", "table_title"):
            return f"{self._part}表{self._tables + 1}标题"
        if style.startswith("attachment_"):
            return "附件说明"
        self._paragraphs += 1
        return f"{self._part}第{self._paragraphs}段"

    def _enter(self, part: str) -> None:
        self._part, self._paragraphs, self._tables = part, 0, 0

    def _table(self, table: model.Table) -> None:
        self._tables += 1
        place = f"{self._part}表{self._tables}"
        self._lines(table.above, f"{place}上方", f"{table.id}/above")
        ident = self._unique(table.id)
        columns = tuple(Column(column.id, column.label) for column in table.columns)
        rows = tuple(self._row(row, ident, len(columns)) for row in table.rows)
        head = (tuple(column.label for column in table.columns),)
        paper = f"{table.paper}{_PAPER[table.orientation]}"
        look = (
            ("列宽", "、".join(f"{column.width:g}" for column in table.columns) + "字"),
            ("字号", f"{table.type_size:g}磅"), ("对齐", "、".join(column.align for column in table.columns)),
            ("纸张", paper),
        )  # fmt: skip
        shown = Table(columns, rows, head)
        self.put(
            Block(
                table.role,
                (),
                ident,
                bookmark_name(ident),
                self._part,
                place,
                look=tuple(sorted(look)),
                table=shown,
            )
        )
        self._lines(table.below, f"{place}下方", f"{table.id}/below")

    def _row(self, row: model.Row, table: str, width: int) -> Row:
        mark = bookmark_name(self._unique(row_id(table, row.key)))
        cells = [CellText(runs_of(cell)) for cell in row.cells][:width]
        if row.span > 1:
            cells[1 : row.span] = [CellText()] * (min(row.span, len(cells)) - 1)
        cells += [CellText()] * (width - len(cells))
        return Row(tuple(cells), row.key, mark, row.role)

    def _lines(self, lines: tuple[tuple[Inlines, ...], ...], place: str, ident: str) -> None:
        for number, items in enumerate(lines, 1):
            own = self._unique(f"{ident}{number}")
            self.put(Block("sheet_line", tuple(_tabbed(items)), own, "", self._part, place))

    def _signature(self, closing: model.Closing) -> None:
        for signatory in closing.signatories:
            self._edge("signatory", (Run(signatory.printed),), self._part, "署名")
        self._edge("date", runs_of(closing.date), self._part, "成文日期")

    def _foot(self, imprint: model.Imprint) -> None:
        for role, label, inlines in (
            ("imprint_to", "主送：", imprint.recipients), ("cc", "抄送：", imprint.cc),
            ("print_office", "", imprint.office), ("print_date", "", imprint.print_date),
        ):  # fmt: skip
            if inlines:
                runs = (*((Run(label),) if label else ()), *runs_of(inlines))
                self._edge(role, runs, "版记", "版记")

    def _unique(self, ident: str) -> str:
        """As the DOCX renderer does: the second block of an id gets ~2."""
        if not ident:
            return ""
        self._seen[ident] = self._seen.get(ident, 0) + 1
        count = self._seen[ident]
        return ident if count == 1 else f"{ident}~{count}"


def _tabbed(items: tuple[Inlines, ...]) -> Iterator[Run]:
    for number, item in enumerate(items):
        if number:
            yield Run("\t")
        yield from runs_of(item)


def with_references(file: Material, document: Material) -> Material:
    """What was read from a file of that Document, with the Document's references where its text stands unchanged."""
    by_mark = {block.mark: block for block in document.blocks if block.mark}
    blocks = tuple(
        _referred(block, by_mark.get(block.mark)) if block.mark else block for block in file.blocks
    )
    return replace(
        file, blocks=blocks, sources=document.sources, inputs=document.inputs, origin=document.origin
    )


def _referred(block: Block, known: Block | None) -> Block:
    if known is None:
        return block
    if block.table and known.table:
        rows = {row.mark: row for row in known.table.rows}
        found = tuple(_referred_row(row, rows.get(row.mark)) for row in block.table.rows)
        return replace(block, id=known.id, table=replace(block.table, rows=found))
    return replace(block, id=known.id, runs=_spread(block.runs, known.runs))


def _referred_row(row: Row, known: Row | None) -> Row:
    if known is None or len(known.cells) != len(row.cells):
        return row
    cells = tuple(
        replace(cell, runs=_spread(cell.runs, other.runs))
        for cell, other in zip(row.cells, known.cells, strict=True)
    )
    return replace(row, cells=cells, key=known.key, role=known.role)


def _spread(runs: tuple[Run, ...], known: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs cut where the known ones change their reference; unchanged where the characters are others."""
    refs = [(char, run.ref) for run in known for char in run.text if not char.isspace()]
    own = [(char, run.strong) for run in runs for char in run.text]
    if [char for char, _ in own if not char.isspace()] != [char for char, _ in refs]:
        return runs
    found: list[Run] = []
    at, ref = 0, ""
    for char, strong in own:
        if not char.isspace():
            ref = refs[at][1]
            at += 1
        if found and found[-1].strong == strong and found[-1].ref == ref:
            found[-1] = replace(found[-1], text=found[-1].text + char)
        else:
            found.append(Run(char, strong, ref))
    return tuple(found)
