"""Which row of a sheet is the header, and which column is which field of a record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from msgspec import Struct, field
from msgspec.structs import replace

from reporter.intake.problems import Code, Problem, Where, error, info, warning
from reporter.intake.sheet import Sheet
from reporter.patterns import regex
from reporter.records.base import Record
from reporter.refs import column_letters
from reporter.text import INVISIBLE, key_of, nearest, squeeze

SEARCHED_ROWS = 30
IGNORED = frozenset({"序号", "行号", "no", "no."})
"""Running numbers: they are counted anew on every page and carry nothing."""
PAIRED = frozenset({"institution"})
"""Fields that a sheet may name twice, by name and by code; both must mean the same home."""
_LABELS = 1 << 10
"""Texts at the top of sheets that are remembered: forms of one kind have the same header."""
_HANZI_GAP = regex(r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])")
_BRACKETS = regex(r"[(\[【〔](.*?)[)\]】〕]")
_MEASURES = frozenset(
    {"元", "万元", "亿元", "千元", "张", "个", "人", "名", "家", "条", "平方米", "㎡", "亩", "人次"}
)
_SAME = {"人": "名", "㎡": "平方米"}


class Header(Struct, frozen=True):
    """`row` is the last header row; `columns` field → column; `texts` field → header text as the clerk wrote it."""

    top: int
    row: int
    columns: Mapping[str, int]
    texts: Mapping[str, str]
    pairs: Mapping[str, int] = field(default_factory=dict)
    """The second column of a field that is named twice."""
    known_columns: frozenset[int] = frozenset()
    titled_columns: frozenset[int] = frozenset()
    """All columns with a header text, running numbers included."""


class _Found(Struct, frozen=True):
    column: int
    text: str
    field: str
    bracket: str


def find_header(sheet: Sheet, record: type[Record]) -> tuple[Header | None, list[Problem]]:
    """The header of `record`'s table in a sheet, below any title rows, and what is wrong with it."""
    best: tuple[int, int, int, dict[int, str]] | None = None
    for row in range(1, min(len(sheet.rows), SEARCHED_ROWS) + 1):
        if best is not None and best[0] == len(record.columns()):
            break  # no other can name more
        for texts, last in _levels(sheet, row):
            score = len({match(text, record)[0] for text in texts.values()} - {""})
            if best is None or score > best[0]:
                best = (score, row, last, texts)
    if best is None or best[0] < 2:
        labels = "、".join(column.label for column in list(record.columns().values())[:5])
        hint = f"表头至少要有这些列：{labels}……可以用 reporter new 生成空白表对照"
        return None, [error(Code.HEADER_MISSING, "没有找到表头", hint, Where(sheet.file, sheet.name))]
    return _header(sheet, record, (best[1], best[2]), best[3])


def score(sheet: Sheet, record: type[Record]) -> int:
    """How many fields of a record the best row of a sheet names; 0 when none."""
    rows = range(1, min(len(sheet.rows), SEARCHED_ROWS) + 1)
    return max(
        (
            len({match(t, record)[0] for t in texts.values()} - {""})
            for row in rows
            for texts, _ in _levels(sheet, row)
        ),
        default=0,
    )


@lru_cache(maxsize=_LABELS)
def match(text: str, record: type[Record]) -> tuple[str, str]:
    """Field that a header text names (or "") and what stands in its brackets."""
    key = key_of(text).strip("*:")
    index = _index(record)
    bracket = "、".join(_BRACKETS.findall(key))
    if key in index:
        return index[key], bracket
    return index.get(_BRACKETS.sub("", key), ""), bracket


@cache
def _index(record: type[Record]) -> dict[str, str]:
    """Normalised header → field; the full names first, then names without their brackets where unambiguous."""
    columns = record.columns()
    index: dict[str, str] = {}
    for name, column in columns.items():
        for label in column.names:
            index.setdefault(key_of(label), name)
    for name, column in columns.items():
        for label in column.names:
            index.setdefault(_BRACKETS.sub("", key_of(label)), name)
    return index


def _levels(sheet: Sheet, row: int) -> list[tuple[dict[int, str], int]]:
    """Header texts by column for a one-row header, and for a two-row one where merged cells suggest it."""
    upper = {column: _text(sheet, row, column) for column in range(1, sheet.width + 1)}
    levels = [({column: text for column, text in upper.items() if text}, row)]
    areas = [sheet.covering(row, column) for column in upper]
    if row < len(sheet.rows) and any(area and area.top == row and area.right > area.left for area in areas):
        joined: dict[int, str] = {}
        for column, text in upper.items():
            area = sheet.covering(row, column)
            lower = "" if area and area.bottom > row else _text(sheet, row + 1, column)
            joined[column] = lower or text
        levels.append(({column: text for column, text in joined.items() if text}, row + 1))
    return levels


def _text(sheet: Sheet, row: int, column: int) -> str:
    raw = sheet.at(row, column).raw
    return _label(raw) if isinstance(raw, str) else ""


@lru_cache(maxsize=_LABELS)
def _label(raw: str) -> str:
    text = squeeze(INVISIBLE.sub("", raw))
    return _HANZI_GAP.sub("", text) if " " in text else text


def _header(
    sheet: Sheet, record: type[Record], rows: tuple[int, int], texts: Mapping[int, str]
) -> tuple[Header, list[Problem]]:
    problems: list[Problem] = []
    columns: dict[str, _Found] = {}
    pairs: dict[str, int] = {}
    unknown: dict[int, str] = {}
    for column, text in texts.items():
        name, bracket = match(text, record)
        found = _Found(column, text, name, bracket)
        if not name:
            if key_of(text) not in IGNORED:
                unknown[column] = text
        elif name not in columns:
            columns[name] = found
            problems.extend(_measure(sheet, rows[1], record, found))
        elif name in PAIRED and name not in pairs and columns[name].text != text:
            pairs[name] = column
        else:
            problems.append(_twice(sheet, rows[1], columns[name], found))
    problems += _unknown(sheet, rows[1], record, unknown, set(columns))
    problems += _missing(sheet, rows[1], record, set(columns), unknown)
    problems += _hidden(sheet, columns.values())
    header = Header(
        top=rows[0],
        row=rows[1],
        columns={name: found.column for name, found in columns.items()},
        texts={name: found.text for name, found in columns.items()},
        pairs=pairs,
        known_columns=frozenset(
            {found.column for found in columns.values()} | set(unknown) | set(pairs.values())
        ),
        titled_columns=frozenset(texts),
    )
    return header, problems


def _twice(sheet: Sheet, row: int, first: _Found, second: _Found) -> Problem:
    where = Where.of(sheet.cell(row, second.column), second.text)
    message = f"两列是同一个内容：{column_letters(first.column)}列“{first.text}”和本列“{second.text}”"
    return error(Code.COLUMN_TWICE, message, "只留一列，或改掉其中一列的表头", where, second.text)


def _measure(sheet: Sheet, row: int, record: type[Record], found: _Found) -> list[Problem]:
    """A unit of measure in the header that is not the column's: figures would be wrong by orders of magnitude."""
    measure = record.columns()[found.field].measure
    bracket = found.bracket.removeprefix("单位:")
    same = _SAME.get(bracket, bracket) == _SAME.get(measure, measure)
    if not measure or bracket not in _MEASURES or same:
        return []
    where = Where.of(sheet.cell(row, found.column), found.text)
    hint = f"把这一列换算成{measure}，表头改为“{record.columns()[found.field].label}（{measure}）”"
    return [
        error(
            Code.COLUMN_MEASURE, f"这一列的计量单位是“{bracket}”，应当是“{measure}”", hint, where, found.text
        )
    ]


def _unknown(
    sheet: Sheet, row: int, record: type[Record], unknown: Mapping[int, str], found: set[str]
) -> list[Problem]:
    labels = [column.label for name, column in record.columns().items() if name not in found]
    problems = []
    for column, text in unknown.items():
        where = Where.of(sheet.cell(row, column), text)
        guess = nearest(text, labels)
        hint = (
            f"是不是“{guess}”？若是请改表头；若是自己加的列，可以不管"
            if guess
            else "若是自己加的列，可以不管"
        )
        problems.append(warning(Code.COLUMN_UNKNOWN, f"不认识的列“{text}”，没有读取", hint, where, text))
    return problems


def _missing(
    sheet: Sheet, row: int, record: type[Record], found: set[str], unknown: Mapping[int, str]
) -> list[Problem]:
    problems = []
    free = sheet.width
    for name, column in record.columns().items():
        if name in found or name not in record.needed():
            continue
        free += 1
        where = Where.of(sheet.cell(row, free), column.label)
        guess = nearest(column.label, unknown.values())
        hint = f"是不是写成了“{guess}”？" if guess else ""
        hint += f"请加上“{column.label}”列" + (
            f"（也可以叫{'、'.join(column.aliases[:3])}）" if column.aliases else ""
        )
        found_problem = error(Code.COLUMN_MISSING, f"缺少必填的列“{column.label}”", hint, where)
        problems.append(replace(found_problem, proposal=column.label if name == record.key_field else ""))
    return problems


def _hidden(sheet: Sheet, found: Iterable[_Found]) -> list[Problem]:
    hidden = [f for f in found if f.column in sheet.hidden_columns]
    if not hidden:
        return []
    names = "、".join(f"{column_letters(f.column)}列“{f.text}”" for f in hidden)
    where = Where(sheet.file, sheet.name)
    return [info(Code.ROW_HIDDEN, f"隐藏的列也读取了：{names}", "如不需要请删除这些列", where)]
