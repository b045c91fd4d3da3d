"""The small XML pass over one worksheet: formulas without result, errors, merges, what is hidden, number formats."""

from __future__ import annotations

import io
import zipfile

from lxml import etree
from msgspec import Struct, field

from reporter.intake.sheet import Area
from reporter.ooxml.container import read_part
from reporter.patterns import regex

_REFERENCE = regex(r"([A-Z]{1,3})(\d{1,7})")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_PADDED = regex(r"0{2,}")
_PERCENT_FORMATS = {9, 10}
_LITERAL = regex(r'"[^"]*"|\[.*?\]|[\\!_*].')
_SCALED = regex(r"[0#?],+[^0#?]*$")
"""A comma behind the last digit: the number is shown in thousands."""
_POINT_TYPED = regex(r'[0#?](?:"\.[^"]*"|[\\!]\.)[0#?]')
"""A point that is typed between digits (0!.0,"万元"): a figure in 元 is shown in 万元."""
_TAGS = ("{*}c", "{*}row", "{*}mergeCell", "{*}col")


_JUMP, _SMALL = 8, 10_000


class Marks(Struct):
    """What one worksheet's XML says beyond values; rows and columns count from 1."""

    last_row: int = 0
    last_column: int = 0
    far: tuple[int, int] | None = None
    """The last cell that made the sheet many times as large as it had been."""
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    unsaved: set[tuple[int, int]] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    padded: dict[tuple[int, int], int] = field(default_factory=dict)
    percents: set[tuple[int, int]] = field(default_factory=set)
    scaled: set[tuple[int, int]] = field(default_factory=set)


class Formats(Struct, frozen=True):
    """Cell style index → digits of a zero-padded format; style indexes with a percent format, with one that
    shows a smaller number than is stored."""

    padded: dict[int, int]
    percents: frozenset[int]
    scaled: frozenset[int] = frozenset()


def number_formats(container: zipfile.ZipFile) -> Formats:
    """The number formats that change how a stored number is read by people."""
    try:
        styles = etree.fromstring(
            read_part(container, "xl/styles.xml"), etree.XMLParser(resolve_entities=False)
        )
    except KeyError:
        return Formats({}, frozenset())
    codes = {
        int(f.get("numFmtId", "0")): f.get("formatCode", "") for f in styles.iterfind("{*}numFmts/{*}numFmt")
    }
    padded: dict[int, int] = {}
    percents: set[int] = set()
    scaled: set[int] = set()
    for index, style in enumerate(styles.iterfind("{*}cellXfs/{*}xf")):
        number = int(style.get("numFmtId", "0"))
        code = codes.get(number, "")
        if _PADDED.fullmatch(code):
            padded[index] = len(code)
        if number in _PERCENT_FORMATS or "%" in code:
            percents.add(index)
        if _shrinks(code):
            scaled.add(index)
    return Formats(padded, frozenset(percents), frozenset(scaled))


def _shrinks(code: str) -> bool:
    """True for a number format that shows a number many times smaller than the stored one."""
    positive = code.partition(";")[0]
    return bool(_POINT_TYPED.search(positive) or _SCALED.search(_LITERAL.sub("", positive)))


def marks_of(data: bytes, formats: Formats) -> Marks:
    """One pass over the XML of a worksheet."""
    marks = Marks()
    row_number = 0
    events = etree.iterparse(io.BytesIO(data), events=("start", "end"), tag=_TAGS, resolve_entities=False)
    column_number = 0
    for event, element in events:
        tag = element.tag.rpartition("}")[2]
        if tag == "row" and event == "start":
            row_number = int(element.get("r") or row_number + 1)
            column_number = 0
            if element.get("hidden") in ("1", "true") or _without_extent(element.get("ht")):
                marks.hidden_rows.add(row_number)
        elif tag == "row":
            element.clear()
        elif event == "end" and tag == "c":
            place = _place(element.get("r"), row_number, column_number)
            column_number = place[1]
            _mark_cell(marks, element, place, formats)
        elif event == "end":
            _mark_other(marks, element, tag)
    return marks


def _without_extent(points: str | None) -> bool:
    """A row dragged to no height, or a column to no width, is hidden without being called so."""
    return points is not None and not points.strip("0.")


def _place(reference: str | None, row: int, previous_column: int) -> tuple[int, int]:
    """Row and column of a cell; a cell without reference stands right of the one before.

    Raises ValueError for a place that no sheet has: what reads the values would ask for all the memory there is.
    """
    if not reference:
        return row, previous_column + 1
    match = _REFERENCE.fullmatch(reference.upper())
    column = 0
    for letter in match[1] if match else "":
        column = column * 26 + ord(letter) - ord("A") + 1
    if match is None or not 0 < int(match[2]) <= _LAST_ROW or column > _LAST_COLUMN:
        raise ValueError(f"no such cell: {reference[:20]}")
    return int(match[2]), column


def _mark_cell(marks: Marks, element: etree._Element, place: tuple[int, int], formats: Formats) -> None:
    value, formula, kind = element.find("{*}v"), element.find("{*}f"), element.get("t", "n")
    stored = bool(value is not None and value.text)
    if formula is not None and not stored and kind != "str":
        marks.unsaved.add(place)
    elif value is None and formula is None and kind != "inlineStr":
        return
    # Empty results count here: what reads the values makes room for them, however far down they were dragged.
    before = marks.last_row * marks.last_column
    marks.last_row, marks.last_column = max(marks.last_row, place[0]), max(marks.last_column, place[1])
    if marks.last_row * marks.last_column > _JUMP * max(before, _SMALL):
        marks.far = place
    if kind == "e" and value is not None:
        marks.errors[place] = value.text or "#错误"
    style = int(element.get("s") or 0)
    if kind == "n" and style in formats.padded:
        marks.padded[place] = formats.padded[style]
    if kind == "n" and style in formats.percents:
        marks.percents.add(place)
    if kind == "n" and style in formats.scaled:
        marks.scaled.add(place)


def _mark_other(marks: Marks, element: etree._Element, tag: str) -> None:
    if tag == "mergeCell":
        corners = [_place(corner, 0, 0) for corner in (element.get("ref") or "").split(":")]
        (top, left), (bottom, right) = corners[0], corners[-1]
        marks.merged.append(Area(top, left, bottom, right))
    elif tag == "col" and (element.get("hidden") in ("1", "true") or _without_extent(element.get("width"))):
        first, last = int(element.get("min", "1")), int(element.get("max", "1"))
        marks.hidden_columns.update(range(first, min(last, 16384) + 1))
