"""A sheet becomes a table: header, data rows, and a word about every row that was left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from reporter.intake.header import Header, find_header
from reporter.intake.problems import Code, Problem, Where, info, shown, warning
from reporter.intake.sheet import Located, Sheet
from reporter.intake.values import cleaned
from reporter.patterns import regex
from reporter.records.base import Record
from reporter.records.hazard import Hazard
from reporter.records.institution import Institution
from reporter.records.rating import Rating
from reporter.records.visit import Visit
from reporter.text import half_width, key_of

_NOTE = regex(
    r"^[\s*※]*(备\s*注|说\s*明|注|本页\s*小\s*计|本页\s*合\s*计|累\s*计|填表说明|填报说明|填写说明|填报要求|合\s*计|总\s*计|小\s*计|共\s*计|填表人|填报人|填报单位|填报日期|填表日期|审核人|审核|"
    r"制表|制表人|联系人|负责人|单位负责人|示例)(\s*[:：,，、（(].*|\s*|[0-9０-９一1].*)$",
    re.DOTALL,
)
_WIDE = 3
"""A cell merged over at least so many columns is a line of text, not data."""
_FILL = "还没填的，先填再生成；不填的，有关数字印为空白"
_EMPTY: Mapping[type[Record], str] = {
    Institution: _FILL,
    Hazard: f"{_FILL}；有检查记录而确实没有隐患的，可以不管，印 0",
    Rating: f"{_FILL}；确实一家也没有的，在生成的文件里填 0",
    Visit: f"{_FILL}；确实一次也没有的，在生成的文件里填 0",
}
"""What a table with no more than its header comes to (reporter.facts.setting decides so)."""


class Row(Struct, frozen=True):
    """One data row: field → value with the cell it was read from (for merged cells the first one)."""

    number: int
    values: dict[str, Located]


class Table(Struct, frozen=True):
    """All data rows of one record type in one sheet."""

    record: type[Record]
    sheet: Sheet
    header: Header
    rows: tuple[Row, ...]


def read_table(sheet: Sheet, record: type[Record]) -> tuple[Table | None, list[Problem]]:
    """The table of `record` in a sheet, None when there is no header; every skipped row is named."""
    header, problems = find_header(sheet, record)
    if header is None:
        return None, problems
    rows: list[Row] = []
    after_note = False
    for number in range(header.row + 1, len(sheet.rows) + 1):
        own = _own(sheet, number, header)
        if not own:
            continue
        reason = _skipped(sheet, record, header, (number, own), after_note=after_note)
        if reason:
            after_note = after_note or reason == "说明行"
            problems.append(_skip(sheet, number, own, reason))
            continue
        after_note = False
        rows.append(Row(number, _values(sheet, number, header)))
    problems += _hidden_rows(sheet, rows)
    problems += _untitled(sheet, header, rows)
    if not rows:
        where = Where(sheet.file, sheet.name)
        make = warning if record is Institution else info
        hint = _EMPTY.get(record, "没有要填的，可以不管")
        problems.append(make(Code.TABLE_EMPTY, f"“{record.table}”只有表头，没有数据", hint, where))
    return Table(record, sheet, header, tuple(rows)), problems


def _own(sheet: Sheet, number: int, header: Header) -> dict[int, str]:
    """Column → text of the cells of a row that hold something themselves; a running number alone is nothing."""
    own: dict[int, str] = {}
    for column, raw in enumerate(sheet.rows[number - 1], 1):
        value = cleaned(raw)
        if value is not None or (number, column) in sheet.unsaved or (number, column) in sheet.errors:
            own[column] = shown(value)
    known = header.known_columns
    if len(own) == 1 and not set(own) & known and not any(_NOTE.match(text) for text in own.values()):
        only = next(iter(own.values()))
        return own if not only.isdigit() else {}
    return own


def _skipped(
    sheet: Sheet, record: type[Record], header: Header, row: tuple[int, dict[int, str]], *, after_note: bool
) -> str:
    """Why a row is no data, or an empty string."""
    number, own = row
    required = [name for name in record.needed() if name in header.columns]
    filled = sum(header.columns[name] in own for name in required)
    first = next(iter(own.values()))
    leading = [text for column, text in own.items() if column <= _WIDE]
    if any(_noted(text) for text in (first, *leading)) and 2 * filled <= len(required):
        return "合计行" if any("计" in text[:4] for text in (first, *leading)) else "说明行"
    if _repeated(own, header):
        return "重复的表头"
    if _column_numbers(own):
        return "栏次行"
    if len(own) == 1:
        area = sheet.covering(number, next(iter(own)))
        if area is not None and area.right - area.left + 1 >= _WIDE:
            return "说明行" if after_note else "整行合并的文字"
        if after_note:
            return "说明行"
    return ""


@lru_cache(maxsize=1024)
def _noted(text: str) -> bool:
    """Whether a row that begins so is a note or a total."""
    return _NOTE.match(text) is not None


def _column_numbers(own: dict[int, str]) -> bool:
    """True for the row of printed forms that only numbers the columns: 甲 乙 1 2 3."""
    signs = [half_width(text).strip("()") for text in own.values()]
    numbers = [int(sign) for sign in signs if sign.isascii() and sign.isdigit()]
    rest = [sign for sign in signs if not (sign.isascii() and sign.isdigit())]
    return (
        len(numbers) >= _WIDE
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        and numbers[0] <= len(rest) + 1
        and all(re.fullmatch(r"栏次|序号|[甲乙丙丁戊己庚辛壬癸]", sign) for sign in rest)
    )


def _repeated(own: dict[int, str], header: Header) -> bool:
    """True for a header that a page break repeats."""
    texts = {header.columns[name]: text for name, text in header.texts.items() if header.columns[name] in own}
    if len(texts) < _WIDE or key_of(own[min(texts)]) != key_of(texts[min(texts)]):
        return False
    return sum(key_of(own[column]) == key_of(text) for column, text in texts.items()) >= _WIDE


def _skip(sheet: Sheet, number: int, own: dict[int, str], reason: str) -> Problem:
    column, text = next(iter(own.items()))
    where = Where.of(sheet.cell(number, column))
    return info(
        Code.ROW_SKIPPED,
        f"第{number}行按{reason}跳过：{text[:30]}",
        "如果这是数据，请填全必填的列",
        where,
        text,
    )


def _values(sheet: Sheet, number: int, header: Header) -> dict[str, Located]:
    values: dict[str, Located] = {}
    for name, column in header.columns.items():
        values[name] = _value(sheet, (number, column), header)
    return values


def _value(sheet: Sheet, place: tuple[int, int], header: Header) -> Located:
    """A vertically merged value counts for all its rows; a cell covered from the left, or by the header, is empty."""
    number, column = place
    area = sheet.covering(number, column)
    if area is None:
        return Located(sheet.value(number, column), sheet.cell(number, column))
    if area.left != column or area.top <= header.row:
        return Located(None, sheet.cell(number, column))
    return sheet.at(number, column)


def paired_value(table: Table, row: Row, name: str) -> Located | None:
    """The value of the second column of a field that the sheet names twice."""
    column = table.header.pairs.get(name)
    return _value(table.sheet, (row.number, column), table.header) if column else None


def _untitled(sheet: Sheet, header: Header, rows: list[Row]) -> list[Problem]:
    """Values in columns without a header: one warning a column, since nothing is dropped silently."""
    first: dict[int, int] = {}
    for row in rows:
        for column, raw in enumerate(sheet.rows[row.number - 1], 1):
            if column not in header.titled_columns and column not in first and cleaned(raw) is not None:
                first[column] = row.number
    return [
        warning(
            Code.COLUMN_UNKNOWN,
            "这一列没有表头，内容没有读取",
            "补上表头，或删去多余的内容（CSV 里多半是少了引号的逗号）",
            Where.of(sheet.cell(number, column)),
            sheet.value(number, column),
        )
        for column, number in sorted(first.items())
    ]


def _hidden_rows(sheet: Sheet, rows: list[Row]) -> list[Problem]:
    hidden = [row.number for row in rows if row.number in sheet.hidden_rows]
    if not hidden:
        return []
    names = "、".join(str(number) for number in hidden[:20]) + ("等" if len(hidden) > 20 else "")
    message = f"有{len(hidden)}行被隐藏或筛选掉，仍然计入：第{names}行"
    return [warning(Code.ROW_HIDDEN, message, "不该计入的请删除整行", Where(sheet.file, sheet.name))]
