"""Rows of a table that both drafts have: rows in and out, cells edited, geometry that is another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from lxml import etree

from reporter.diff.model import CellText, Column, Row, Run, Table
from reporter.diff.revision_import import Importer
from reporter.diff.revision_marks import Marker, written
from reporter.diff.rows import table_steps
from reporter.ooxml.bookmarks import PREFIX
from reporter.ooxml.names import qn
from reporter.ooxml.spans import text_of

Element = etree._Element
Within = Callable[[Element, Element], None]
_TR, _TC, _P, _TBLPR, _GRID = qn("w:tr"), qn("w:tc"), qn("w:p"), qn("w:tblPr"), qn("w:tblGrid")
_TRPR, _TCPR, _SPAN = qn("w:trPr"), qn("w:tcPr"), qn("w:gridSpan")


class Rows:
    """Weaves the rows of two tables; `within` weaves what stands in two cells."""

    def __init__(self, marker: Marker, importer: Importer, part: str, within: Within) -> None:
        self._marker, self._importer, self._part, self._within = marker, importer, part, within

    def weave(self, old: Element, new: Element, same_columns: bool) -> None:
        """Tracked changes in the table `new` that lead back to `old` (with the new draft's styles)."""
        self._keep(old.find(_TBLPR), new.find(_TBLPR))
        self._keep(old.find(_GRID), new.find(_GRID))
        left, right = list(old.iterchildren(_TR)), list(new.iterchildren(_TR))
        last: Element | None = None
        for a, b in _woven(left, right) if same_columns else _all(left, right):
            if a is not None and b is not None and _same_shape(left[a], right[b]):
                self._row(left[a], right[b])
                last = right[b]
                continue
            if a is not None:
                gone = self._importer.copied(left[a], self._part)
                self._importer.became(left[a], gone)
                self._marker.row(gone, "w:del")
                last = _put(gone, last, right, new)
            if b is not None:
                self._marker.row(right[b], "w:ins")
                last = right[b]

    def _row(self, old: Element, new: Element) -> None:
        if written(old) == written(new):
            return
        self._keep_in(old, new, _TRPR)
        for before, after in zip(old.iterchildren(_TC), new.iterchildren(_TC), strict=True):
            self._keep_in(before, after, _TCPR)
            self._within(before, after)

    def _keep_in(self, old: Element, new: Element, tag: str) -> None:
        before, after = old.find(tag), new.find(tag)
        if self._marker.told(before) == self._marker.told(after):
            return
        if after is None:
            after = etree.Element(tag)
            new.insert(sum(one.tag == qn("w:tblPrEx") for one in new), after)
        self._marker.former(after, before)

    def _keep(self, old: Element | None, new: Element | None) -> None:
        if new is not None and self._marker.told(old) != self._marker.told(new):
            self._marker.former(new, old)


def same_grid(old: Element, new: Element) -> bool:
    """Whether both tables have as many columns."""
    return _columns(old) == _columns(new)


def _columns(table: Element) -> int:
    return max((sum(map(_across, row.iterchildren(_TC))) for row in table.iterchildren(_TR)), default=0)


def _across(cell: Element) -> int:
    span = cell.find(f"{_TCPR}/{_SPAN}")
    return int(span.get(qn("w:val"), "1")) if span is not None else 1


def _same_shape(old: Element, new: Element) -> bool:
    """Whether the rows have the same cells. Rows that somebody else put in or took out are given whole."""
    marks = [
        [one for one in row.iterfind(f"{_TRPR}/*") if one.tag in (qn("w:ins"), qn("w:del"))]
        for row in (old, new)
    ]
    shapes = [[_across(cell) for cell in row.iterchildren(_TC)] for row in (old, new)]
    return shapes[0] == shapes[1] and (not any(marks) or len(marks[0]) == len(marks[1]))


def _put(gone: Element, last: Element | None, right: Sequence[Element], table: Element) -> Element:
    """A row of the old draft behind the last one that was done."""
    if last is not None:
        last.addnext(gone)
    elif right:
        right[0].addprevious(gone)
    else:
        table.append(gone)
    return gone


def _all(left: Sequence[Element], right: Sequence[Element]) -> list[tuple[int | None, int | None]]:
    """Columns came or went: the old rows go, the new ones come."""
    return [*((a, None) for a in range(len(left))), *((None, b) for b in range(len(right)))]


def _woven(left: Sequence[Element], right: Sequence[Element]) -> list[tuple[int | None, int | None]]:
    """Which row is which, head rows first; a row that moved goes and comes."""
    heads = [len(list(takewhile(_heads, rows))) for rows in (left, right)]
    shared = min(heads)
    found: list[tuple[int | None, int | None]] = [(at, at) for at in range(shared)]
    for step in table_steps(_table(left, shared), _table(right, shared)).rows:
        if step.kind in ("same", "edited"):
            found.append(((step.old or 0) + shared, (step.new or 0) + shared))
        elif step.kind in ("deleted", "moved_away") and step.old is not None:
            found.append((step.old + shared, None))
        elif step.kind in ("inserted", "moved") and step.new is not None:
            found.append((None, step.new + shared))
    return found


def _heads(row: Element) -> bool:
    return row.find(f"{_TRPR}/{qn('w:tblHeader')}") is not None


def _table(rows: Sequence[Element], heads: int) -> Table:
    """The rows as they are compared everywhere else."""
    cells = [[_text(cell) for cell in row.iterchildren(_TC)] for row in rows]
    width = max(map(len, cells), default=0)
    head = cells[heads - 1] if heads else []
    labels = [head[at] if at < len(head) else "" for at in range(width)]
    found = tuple(
        Row(tuple(CellText((Run(text),)) for text in (*line, *[""] * (width - len(line)))), key=_mark(row))
        for row, line in zip(rows[heads:], cells[heads:], strict=True)
    )
    return Table(tuple(Column("", label) for label in labels), found)


def _text(cell: Element) -> str:
    return "\n".join(text_of(one) for one in cell.iter(_P))


def _mark(row: Element) -> str:
    names = (one.get(qn("w:name"), "") for one in row.iter(qn("w:bookmarkStart")))
    return next((name for name in names if name.startswith(PREFIX)), "")
