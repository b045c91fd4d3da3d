"""Which sheet of which file is which table: by the sheet's name, else by the file's name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from msgspec import Struct, field

from reporter.contents import listed
from reporter.intake import readers
from reporter.intake.folder import as_named
from reporter.intake.header import score
from reporter.intake.layouts import judge
from reporter.intake.problems import Code, Problem, Rejected, Where, error, info, warning
from reporter.intake.sheet import Sheet
from reporter.records.base import Record
from reporter.records.figure import Override
from reporter.records.hazard import Hazard
from reporter.records.workspace import TABLES
from reporter.text import key_of

HELP_SHEETS = frozenset({"填写说明", "填报说明", "说明", "选项", "问题清单"})
BASICS = "基本信息"
OPTIONAL_NOTE: dict[type[Record], str] = {Override: "没有要覆盖的答复"}
"""Tables whose absence is the ordinary case and is not mentioned."""


class Books(Struct):
    """The sheets of a folder by table; `files` are all table files that were looked at."""

    sheets: list[tuple[type[Record], Sheet]] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    refused: set[type[Record]] = field(default_factory=set)
    """Tables whose file is there but could not be used."""

    def has(self, record: type[Record]) -> bool:
        return any(found is record for found, _ in self.sheets)


def books_in(folder: Path, root: Path) -> Books:
    """All tables of one folder (not of its sub-folders); `root` is what file names are relative to."""
    books = Books()
    sources: dict[type[Record], str] = {}
    unread: list[Path] = []
    here = listed(folder) if folder.is_dir() else {}
    for path in (folder / name for name in sorted(here)):
        if not here[path.name] or not readers.reads(path) or path.stem == BASICS:
            unread.append(path)
            continue
        books.files.append(path)
        name = as_named(path, root)
        by_file = table_named(path.stem)
        try:
            sheets = readers.read(path, name)
        except Rejected as rejected:
            books.problems.append(rejected.problem)
            books.refused |= {by_file} if by_file else set()
            continue
        if path.suffix.lower() == ".xlsm":
            message = "带宏的工作簿：只读取数值，宏不运行也不复制"
            books.problems.append(info(Code.SHEET_SKIPPED, message, "", Where(name)))
        assigned = _assigned(sheets, by_file, books)
        if not assigned:
            books.problems.append(_nothing(name, by_file))
            books.refused |= {by_file} if by_file else set()
        for record, sheet in assigned:
            first = sources.setdefault(record, name)
            if first != name:
                books.problems.append(_twice(record, sheet, first))
                continue
            _take(books, record, sheet)
    books.problems += [problem for path in unread for problem in _unread(books, path, root)]
    return books


def _unread(books: Books, path: Path, root: Path) -> list[Problem]:
    """Something called like a table that no reader takes, where that table is not there otherwise."""
    table = table_named(path.stem)
    other = path.name.startswith(("~$", ".")) or (path.is_dir() and not path.suffix)
    if (
        table is None
        or other
        or books.has(table)
        or table in books.refused
        or key_of(path.stem) in HELP_SHEETS
    ):
        return []
    books.refused.add(table)
    where = Where(path.relative_to(root).as_posix())
    hint = "用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后放回原处；与数据无关的请改名或移走"
    if not path.is_file():
        return [error(Code.FILE_UNREADABLE, f"“{table.table}”不是一个文件，没有读取", hint, where)]
    return [error(Code.FILE_OLD_FORMAT, f"“{table.table}”的格式 {path.suffix} 读不了，没有读取", hint, where)]


@lru_cache(maxsize=256)
def table_named(name: str) -> type[Record] | None:
    """The table that a file or sheet name means: exactly, or as the longest table name inside it."""
    key = key_of(name)
    hits = [
        (len(key_of(known)), table.table, table)
        for table in TABLES
        for known in (table.table, *table.table_aliases)
        if key_of(known) in key
    ]
    return max(hits, key=lambda hit: hit[:2])[2] if hits else None


def _assigned(
    sheets: Iterable[Sheet], by_file: type[Record] | None, books: Books
) -> list[tuple[type[Record], Sheet]]:
    assigned: list[tuple[type[Record], Sheet]] = []
    others: list[Problem] = []
    for sheet in sheets:
        where = Where(sheet.file, sheet.name)
        if key_of(sheet.name) in HELP_SHEETS or not any(
            value is not None for row in sheet.rows for value in row
        ):
            if (
                by_file is not None
                and not sheet.rows
                and not assigned
                and sheet.name not in HELP_SHEETS
            ):
                books.problems.append(info(Code.SHEET_SKIPPED, f"工作表“{sheet.name}”是空的", "", where))
            continue
        if sheet.hidden:
            message = f"隐藏的工作表“{sheet.name}”没有读取"
            books.problems.append(info(Code.SHEET_SKIPPED, message, "要读取请取消隐藏", where))
            continue
        record = table_named(sheet.name) or (by_file if by_file and score(sheet, by_file) >= 2 else None)
        if record is None and by_file is not None and not assigned:
            record = by_file
        if record is None:
            message = f"工作表“{sheet.name}”不是要填的表，没有读取"
            hint = f"要读取请把它命名为：{'、'.join(table.table for table in TABLES)}"
            others.append(info(Code.SHEET_SKIPPED, message, hint, where))
            continue
        assigned.append((record, sheet))
    if assigned or by_file:  # else it is told of the file as a whole
        books.problems += others
    return assigned


def _nothing(name: str, by_file: type[Record] | None) -> Problem:
    """A file without any table: an error when its name promises one."""
    if by_file is not None:
        hint = "填好后再放进来；可以用 reporter new 生成空白表"
        return error(Code.HEADER_MISSING, f"文件里没有“{by_file.table}”的内容", hint, Where(name))
    hint = f"要读取请用这些名字：{'、'.join(table.table for table in TABLES)}"
    return info(Code.FILE_UNUSED, "这个文件不是要填的表，没有读取", hint, Where(name))


def _take(books: Books, record: type[Record], sheet: Sheet) -> None:
    """A ledger with one row per home is not read as if it were one row per hazard."""
    if record is Hazard:
        per_home, problems = judge(sheet)
        books.problems += problems
        if per_home:
            books.refused.add(record)
            return
    books.sheets.append((record, sheet))


def _twice(record: type[Record], sheet: Sheet, first: str) -> Problem:
    hint = "同一种表只留一个文件；几个工作表可以放在同一个文件里"
    message = f"“{record.table}”在两个文件里都有：{first} 和 {sheet.file}"
    return error(Code.FILE_TWICE, message, hint, Where(sheet.file, sheet.name))


def absent(books: Books) -> list[Problem]:
    """A word about every table that is not there; the register of homes is needed by the others."""
    problems: list[Problem] = []
    for table in TABLES:
        if books.has(table) or table in books.refused or table in OPTIONAL_NOTE:
            continue
        where = Where(f"{table.table}.xlsx")
        needed = table.table == "机构名册" and any(
            books.has(t) for t in TABLES if "institution" in t.declared()
        )
        if needed:
            hint = "放进“机构名册.xlsx”；可以用 reporter new 生成空白表"
            problems.append(error(Code.FILE_MISSING, "缺少机构名册，台账里的机构无从核对", hint, where))
        else:
            make = warning if table.table == "机构名册" else info
            hint = f"有的，放进工作文件夹，文件名写“{table.table}.xlsx”；没有的，用到它的数字印为空白"
            problems.append(make(Code.FILE_MISSING, f"没有“{table.table}”，按没有数据处理", hint, where))
    return problems
