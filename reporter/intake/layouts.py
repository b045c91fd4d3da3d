"""The other ledger layout: one row per home, “1.…；2.…” in one cell. Recognised and split as a proposal only.

条 and 家 are different counts, so such a ledger is never read as if one row were one hazard.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from msgspec import Struct

from reporter.intake.header import Header, find_header
from reporter.intake.problems import Code, Fault, Problem, Where, error, shown, warning
from reporter.intake.sheet import Sheet
from reporter.intake.tables import Row, read_table
from reporter.intake.values import cleaned, parse_date
from reporter.patterns import regex
from reporter.records.hazard import Hazard
from reporter.records.period import iso_day
from reporter.text import half_width

PROPOSAL_NAME = "（拆分建议）隐患台账.xlsx"
_SHARE = 0.3
"""From this share of rows with several hazards on, the sheet is taken for one row per home."""
_MARK = regex(r"(?:^|(?<=[；;。\n\s]))\s*(?:[(（]?(\d{1,2})[)）.．、]|([①-⑳]))\s*(?!\d)")
_ENUMERATED = ("description", "measures", "progress", "evidence", "interim_measures")
_DATES = ("found_on", "due", "done_on", "verified_on", "closed_on")
_MONTH = regex(r"(\d{4})\s*年\s*(\d{1,2})\s*月")
_DAY_ONLY = regex(r"(\d{1,2})\s*[日号]?")


class Split(Struct, frozen=True):
    """One proposed hazard row: field → text, and the row of the original."""

    values: dict[str, str]
    original_row: int


def items(text: str) -> list[str]:
    """The items of an enumeration `1.…；2.…` (numbers in sequence); the whole text when it is none."""
    marks: list[re.Match[str]] = []
    for match in _MARK.finditer(text):
        number = int(match[1]) if match[1] else ord(match[2]) - ord("①") + 1
        if number == len(marks) + 1:
            marks.append(match)
    if len(marks) < 2 or text[: marks[0].start()].strip():
        return [text]
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return [text[mark.end() : end].strip().rstrip("；;。") for mark, end in zip(marks, ends, strict=True)]


def judge(sheet: Sheet) -> tuple[bool, list[Problem]]:
    """True for one row per home, with the one error it gives instead of one for every missing column.

    Otherwise False, with a warning for every single cell that holds several hazards.
    """
    header, _ = find_header(sheet, Hazard)
    if header is None or not {"institution", "description"} <= set(header.columns):
        return False, []
    rows = _rows(sheet)
    counts = {row.number: len(items(_text(row, "description"))) for row in rows}
    several = [row for row in rows if counts[row.number] > 1]
    named = sum(bool(_text(row, "code")) for row in rows)
    if several and len(several) >= _SHARE * len(rows) and 2 * named < len(rows):
        return True, [_per_home(sheet, len(rows), sum(counts.values()))]
    return False, [_crowded(row, header, counts[row.number]) for row in several]


def _per_home(sheet: Sheet, rows: int, count: int) -> Problem:
    message = f"这是“一家一行”的台账：{rows}行里写了{count}条隐患；条数和家数不同，不能直接统计"
    hint = f"输出文件夹里有“{PROPOSAL_NAME}”，每条一行并编了号；核对、补全后替换原来的台账"
    return error(Code.LAYOUT_PER_HOME, message, hint, Where(sheet.file, sheet.name))


def _crowded(row: Row, header: Header, count: int) -> Problem:
    where = Where.of(row.values["description"].cell, header.texts["description"])
    message = f"一格里像是写了{count}条隐患，按1条计"
    return warning(Code.SEVERAL_IN_ONE_CELL, message, "每条隐患占一行、各编一个号", where)


def split(sheet: Sheet, above: int = 0) -> list[Split]:
    """One proposed row for each hazard, with ids that go on behind so many rows `above`; dates of one day only are
    completed from the title's month."""
    header, _ = find_header(sheet, Hazard)
    month = _month(sheet, header)
    year = month[0] if month else None
    prefix = f"YH-{year}-" if year else "YH-"
    proposed: list[Split] = []
    for row in _rows(sheet):
        parts = {name: items(_text(row, name)) for name in _ENUMERATED if name in row.values}
        count = len(parts["description"])
        for index in range(count):
            values = {name: _text(row, name) for name in row.values}
            values |= {name: part[index] for name, part in parts.items() if len(part) == count}
            values |= {name: _day(row, name, month) for name in _DATES if name in row.values}
            values["code"] = f"{prefix}{above + len(proposed) + 1:04d}"
            proposed.append(Split(values, row.number))
    return proposed


def _rows(sheet: Sheet) -> tuple[Row, ...]:
    table, _ = read_table(sheet, Hazard)
    return table.rows if table else ()


def _text(row: Row, name: str) -> str:
    located = row.values.get(name)
    value = cleaned(located.raw) if located else None
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return format(value, ".15g")
    return "" if value is None else str(value)


def _day(row: Row, name: str, month: tuple[int, int] | None) -> str:
    text = _text(row, name)
    try:
        parsed = parse_date(row.values[name].raw) if text else None
        return parsed.isoformat() if parsed else text
    except Fault:
        day = _DAY_ONLY.fullmatch(half_width(text).strip())
        if day and month:
            return iso_day((*month, int(day[1])))
        return text


def _month(sheet: Sheet, header: Header | None) -> tuple[int, int] | None:
    """Year and month of the title above the header, of the sheet's name or of the file's name."""
    for text in (*_titles(sheet, header), sheet.name, sheet.file):
        match = _MONTH.search(half_width(text))
        if match and 1 <= int(match[2]) <= 12:
            return int(match[1]), int(match[2])
    return None


def _titles(sheet: Sheet, header: Header | None) -> Iterator[str]:
    # A title merged over all columns looks like the first row of a two-row header: every row above the labels counts.
    for row in sheet.rows[: header.row - 1 if header else 0]:
        yield from (shown(value) for value in row if isinstance(value, str))
