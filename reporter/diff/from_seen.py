"""A finished file, whatever made it → what is compared: paragraphs and tables in reading order, with bookmarks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import PurePath

from reporter.artefacts.geometry_docx import DocxGeometry, Section, geometry_of
from reporter.artefacts.seen.docx import seen_with_nodes
from reporter.artefacts.seen.model import SURE, Grid, Para, Seen
from reporter.artefacts.seen.model import Element as Recognised
from reporter.artefacts.seen.pdf import see_pdf
from reporter.artefacts.seen.recognise import recognise
from reporter.artefacts.seen.word.parts import Parts
from reporter.artefacts.seen.word.units import Element, W
from reporter.artefacts.source import Source, load
from reporter.diff.folding import folded
from reporter.diff.model import Block, CellText, Column, Material, Pairs, Row, Run, Table
from reporter.diff.numbers import split_number
from reporter.errors import InputError
from reporter.ooxml.bookmarks import PREFIX
from reporter.typeset.styles import STYLES

_BOOKMARK, _BOOKMARK_END, _NAME = f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}name"
_PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_BY_NAME = {style.name: style for style in STYLES.values()}
_HEAD = frozenset(("copy_number", "classification", "urgency", "mark", "number", "number_up", "signer"))
_FOOT = frozenset(("cc", "print_office", "print_date", "imprint"))
_LAID_OUT = frozenset(STYLES[key].name for key in STYLES if key in _HEAD | _FOOT)
"""Styles of ours that stand in tables which only place text, whatever somebody wrote there."""
_PLACES = {
    "title": "标题",
    "recipients": "主送机关",
    "remark": "附注",
    "date": "成文日期",
    "signatory": "署名",
}
_EDGES = {"header": "页眉", "footer": "页脚", "note": "脚注"}
_TOTALS = frozenset(("合计", "总计", "小计", "共计", "总数"))
_ALIGN = {"left": "左", "center": "居中", "right": "右", "justify": "两端"}


def of_docx(source: Source, name: str) -> Material:
    """Raises InputError for what is no .docx, is encrypted, damaged or too large."""
    with closing(Parts(load(source))) as parts:
        seen, nodes = seen_with_nodes(parts)
        page = _page(geometry_of(parts))
        properties, title = _properties(parts), _title(parts)
        marks = {number: mark for number, node in enumerate(nodes, 1) if (mark := _bookmark(node))}
    filing, draft = properties.get("filing", ""), properties.get("draft", "")
    origin = f"{filing}#{draft}" if filing and draft.isdecimal() and draft != "0" else ""
    blocks = tuple(_Walk(recognise(seen), marks).blocks())
    return Material(name, "docx", blocks, title or PurePath(name).stem, origin, page)


def of_pdf(source: Source, name: str) -> Material:
    """The text of a PDF; raises InputError for what is none, is encrypted or damaged, and for a scan."""
    seen = recognise(see_pdf(source))
    if not any(para.text for para in seen.paras):
        raise InputError("没有文字（可能是扫描件），不能比较", "用有文字的 PDF 或 Word 文件比较")
    return Material(name, "pdf", tuple(_Walk(seen, {}).blocks()), PurePath(name).stem)


def _bookmark(node: Element) -> str:
    """Our bookmark that begins in a paragraph or just before it."""
    before = node.getprevious()
    while before is not None and before.tag in (_BOOKMARK, _BOOKMARK_END):
        if before.tag == _BOOKMARK and before.get(_NAME, "").startswith(PREFIX):
            return str(before.get(_NAME))
        before = before.getprevious()
    names = (one.get(_NAME, "") for one in node.iter(_BOOKMARK))
    return next((str(name) for name in names if name.startswith(PREFIX)), "")


def _properties(parts: Parts) -> dict[str, str]:
    """Custom document properties."""
    root = parts.tree(parts.stored("docProps/custom.xml"))
    found = root.iter(_PROPERTY) if root is not None else ()
    return {one.get("name", ""): "".join(str(text) for text in one.itertext()) for one in found}


def _title(parts: Parts) -> str:
    root = parts.tree(parts.stored("docProps/core.xml"))
    return (root.findtext(_TITLE) or "") if root is not None else ""


class _Walk:
    """Paragraphs in order; a table of data is one block at its first paragraph."""

    def __init__(self, seen: Seen, marks: dict[int, str]) -> None:
        self._seen, self._marks = seen, marks
        self._elements: dict[int, Recognised] = {}
        for element in seen.elements:
            for para in element.paras:
                if element.confidence >= SURE:
                    self._elements.setdefault(para.number, element)
        self._several = max((element.part for element in seen.elements), default=0) > 1
        self._counts: defaultdict[str, int] = defaultdict(int)
        self._part = "正文"

    def blocks(self) -> Iterator[Block]:
        tables = self._tables()
        done: set[int] = set()
        edges: dict[tuple[str, str], None] = {}
        for para in self._seen.paras:
            number = para.cell.table if para.cell else 0
            if number in tables:
                if number not in done:
                    done.add(number)
                    yield self._table(self._seen.grids[number - 1], tables[number])
                continue
            element = self._elements.get(para.number)
            if not para.text or (element is not None and element.role == "page_number"):
                continue
            if para.place in ("header", "footer"):
                key = para.place, folded(para.text)
                if key in edges:
                    continue
                edges[key] = None
            yield self._block(para, element)

    def _tables(self) -> dict[int, list[Para]]:
        """Number of a table of data → its paragraphs. A table that only places text has recognised parts in it."""
        found: defaultdict[int, list[Para]] = defaultdict(list)
        for para in self._seen.paras:
            if para.cell and para.place == "cell":
                found[para.cell.table].append(para)
        return {
            number: paras
            for number, paras in found.items()
            if any(para.text for para in paras)
            and not any(para.number in self._elements or para.style in _LAID_OUT for para in paras)
            and self._seen.grids[number - 1].rows
        }

    def _block(self, para: Para, element: Recognised | None) -> Block:
        style = _BY_NAME.get(para.style)
        role = style.key if style else element.role if element else "body"
        part = _EDGES.get(para.place) or self._enter(role, element)
        level = (
            style.outline
            if style
            else element.level
            if element and element.role == "heading"
            else para.outline
        )
        runs = tuple(Run(run.text, run.bold) for run in para.runs if run.text)
        number, runs = (para.label, runs) if para.label else split_number(runs)
        return Block(
            role, runs, "", self._marks.get(para.number, ""), part, self._place(part, role), number,
            bool(para.label), level, para.number, _look(para) if self._seen.format == "docx" else (),
        )  # fmt: skip

    def _enter(self, role: str, element: Recognised | None) -> str:
        if role in _HEAD:
            return "版头"
        if role in _FOOT:
            return "版记"
        if element is not None:
            number = element.part
            attached = f"附件{number}" if self._several else "附件"
            self._part = attached if number > 0 else "印发文本" if number < 0 else "正文"
        return self._part

    def _place(self, part: str, role: str) -> str:
        if part in ("版头", "版记", "页眉", "页脚", "脚注"):
            return part
        if role in _PLACES and part == "正文":
            return _PLACES[role]
        if role in ("attachment_title", "attachment_label", "issued_title"):
            return f"{part}标题"
        if role in ("sheet_title", "table_title"):
            return f"{part}表标题"
        self._counts[part] += 1
        return f"{part}第{self._counts[part]}段"

    def _table(self, grid: Grid, paras: Sequence[Para]) -> Block:
        self._counts[f"{self._part}表"] += 1
        place = f"{self._part}表{self._counts[f'{self._part}表']}"
        cells: defaultdict[tuple[int, int], list[Para]] = defaultdict(list)
        for para in paras:
            if para.cell:
                cells[para.cell.row - 1, para.cell.column - 1].append(para)
        head = min(grid.head_rows, len(grid.rows))
        width = max(map(len, grid.rows))
        labels = (_label([row[at] for row in grid.rows[:head]]) for at in range(width))
        rows = tuple(self._row(cells, at, width) for at in range(head, len(grid.rows)))
        table = Table(tuple(Column("", label) for label in labels), rows, grid.rows[:head], grid.number)
        mark = next((self._marks[para.number] for para in paras if para.number in self._marks), "")
        if any(row.mark == mark for row in rows):
            mark = ""
        at = paras[0].number
        return Block("table", (), "", mark, self._part, place, at=at, table=table)

    def _row(self, cells: dict[tuple[int, int], list[Para]], row: int, width: int) -> Row:
        found = tuple(_cell(cells.get((row, column), ())) for column in range(width))
        numbers = [para.number for column in range(width) for para in cells.get((row, column), ())]
        mark = next((self._marks[number] for number in numbers if number in self._marks), "")
        filled = [cell.text for cell in found if cell.text.strip()]
        first = folded(found[0].text)
        if first in _TOTALS:
            return Row(found, "", mark, "total", row + 1)
        group = len(filled) == 1 and bool(first) and width > 2
        return Row(found, "", mark, "group" if group else "body", row + 1)


def _cell(paras: Sequence[Para]) -> CellText:
    runs: list[Run] = []
    for para in paras:
        own = [Run(run.text, run.bold) for run in para.runs if run.text]
        if para.label:
            own.insert(0, Run(para.label))
        if own and runs:
            runs.append(Run("\n"))
        runs += own
    return CellText(tuple(runs), paras[0].number if paras else 0)


def _label(texts: Sequence[str]) -> str:
    """The words above a column; those of merged cells once."""
    return "".join(dict.fromkeys(text.strip() for text in texts if text.strip()))


def _look(para: Para) -> Pairs:
    """What is known of how it stands; measures in steps that no program's rounding crosses."""
    looks, main = para.looks, para.main
    found = {"样式": para.style, "对齐": _ALIGN.get(looks.align, ""), "字体": main.font, "颜色": main.colour}
    if main.size:
        found["字号"] = f"{round(main.size * 2) / 2:g}磅"
    if looks.first is not None:
        found["首行缩进"] = f"{round(looks.first * 2) / 2:g}字"
    if looks.pitch and looks.exact:
        found["行距"] = f"{round(looks.pitch * 2) / 2:g}磅"
    return tuple(sorted((name, value) for name, value in found.items() if value))


def _page(setting: DocxGeometry) -> Pairs:
    sheets = list(dict.fromkeys(_sheet(section) for section in setting.sections))
    return (("纸张和页边距", "；".join(sheets)),) if sheets else ()


def _sheet(section: Section) -> str:
    turned = "横向" if section.landscape else "纵向"
    edges = "、".join(f"{round(edge)}" for edge in (section.top, section.right, section.bottom, section.left))
    return f"{round(section.width)}×{round(section.height)}毫米{turned}，上右下左{edges}毫米"
