"""Copies of faulty workbooks with the faulty cells coloured and commented; the clerk's own files stay untouched."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from pathlib import Path, PurePath
from zipfile import BadZipFile

import openpyxl
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from reporter.intake import readers
from reporter.intake.folder import COLOURED
from reporter.intake.layouts import PROPOSAL_NAME, Split, split
from reporter.intake.problems import Code, Problem, Rejected
from reporter.ooxml.celltext import NOT_IN_XML
from reporter.ooxml.workbook import to_bytes, write_text
from reporter.patterns import regex
from reporter.records.hazard import Hazard

LIST_SHEET = "问题清单"
_FILLS = {"error": "FFFFC7CE", "warning": "FFFFEB9C", "info": "FFDDEBF7"}
_WORDS = {"error": "错误", "warning": "提醒", "info": "说明"}
_PROPOSED = "FFE2EFDA"
_MOST_LINKS = 60_000
"""Excel calls a sheet with more than 65,530 damaged."""
_A1 = regex(r"[A-Z]{1,3}\d{1,7}")
_LIST_COLUMNS = (("序号", 6), ("程度", 8), ("工作表", 14), ("单元格", 10), ("列", 16), ("问题", 48), ("怎么改", 48),
                 ("现在的内容", 30), ("建议值", 16), ("代码", 8))  # fmt: skip


def annotate(workspace_dir: Path, problems: Sequence[Problem], out_dir: Path) -> list[Path]:
    """Writes `（标注）NAME.xlsx` for every table file with an error or warning, and proposals; returns the paths.

    A CSV file is copied into a workbook; beside a workbook of its name its copy is `（标注）NAME.csv.xlsx`. The same
    inputs and problems give the same bytes.
    """
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.where.file, []).append(problem)
    written: list[Path] = []
    to_split: dict[Path, list[str]] = {}
    for name in sorted(by_file):
        source = workspace_dir / name
        worth = any(problem.severity != "info" for problem in by_file[name])
        if not worth or not source.is_file() or not readers.reads(source):
            continue
        workbook = _opened(source, name)
        if workbook is not None:
            _mark(workbook, by_file[name])
            title = f"{COLOURED}{_named(name, by_file)}"
            written.append(_write(out_dir / Path(name).parent / f"{title}.xlsx", to_bytes(workbook, title)))
        if any(problem.code is Code.LAYOUT_PER_HOME for problem in by_file[name]):
            to_split.setdefault(Path(name).parent, []).append(name)
    written += [
        _write_split(workspace_dir, {name: by_file[name] for name in names}, out_dir / folder)
        for folder, names in to_split.items()
    ]
    return written


def _named(name: str, others: Iterable[str]) -> str:
    """The file's name without its ending, unless it is no .xlsx and another file would have the same."""
    path = PurePath(name)
    alike = [other for other in others if PurePath(other).with_suffix("") == path.with_suffix("")]
    return path.stem if path.suffix == ".xlsx" or len(alike) == 1 else path.name


def _opened(source: Path, name: str) -> Workbook | None:
    """The workbook to mark; None for a file that cannot be read at all."""
    try:
        sheets = readers.read(source, name)
        if source.suffix.lower() == ".csv":
            return _from_rows(sheets[0].name, sheets[0].rows)
        return openpyxl.load_workbook(io.BytesIO(source.read_bytes()))
    except (Rejected, BadZipFile, KeyError, ValueError, TypeError):
        return None


def _from_rows(title: str, rows: Iterable[Sequence[object]]) -> Workbook:
    workbook = Workbook()
    sheet = _active(workbook)
    sheet.title = title[:31]
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            _put(sheet.cell(number, column), "" if value is None else str(value))
    return workbook


def _active(workbook: Workbook) -> Worksheet:
    sheet = workbook.worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def _put(cell: Cell | MergedCell, text: str) -> None:
    """Text as text; characters that a workbook cannot hold are shown as their code points."""
    if isinstance(cell, Cell):
        write_text(cell, NOT_IN_XML.sub(lambda m: f"<U+{ord(m[0]):04X}>", text))


def _mark(workbook: Workbook, problems: Sequence[Problem]) -> None:
    at_cell: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        where = problem.where
        if where.sheet in workbook.sheetnames and _A1.fullmatch(where.cell):
            at_cell.setdefault((where.sheet, where.cell), []).append(problem)
    for (sheet, coordinate), here in at_cell.items():
        _mark_cell(workbook[sheet], coordinate, here)
    _list(workbook, problems)


def _mark_cell(sheet: Worksheet, coordinate: str, problems: Sequence[Problem]) -> None:
    cell = sheet[coordinate]
    if isinstance(cell, MergedCell):
        area = next(a for a in sheet.merged_cells.ranges if coordinate in a)
        cell = sheet.cell(area.min_row, area.min_col)
    worst = min((problem.severity for problem in problems), key=list(_FILLS).index)
    proposal = next((problem.proposal for problem in problems if problem.proposal), "")
    colour = _FILLS[worst]
    if proposal and cell.value is None:
        _put(cell, proposal)
        colour = _PROPOSED
    cell.fill = PatternFill("solid", fgColor=colour)
    lines = []
    for problem in problems:
        lines.append(f"【{_WORDS[problem.severity]}】{problem.message}")
        lines += [f"怎么改：{problem.hint}"] if problem.hint else []
    if proposal:
        lines.append(f"建议值：{proposal}（请核对）")
    if cell.comment is not None:
        lines.append(f"原批注：{cell.comment.text}")
    comment = Comment("\n".join(lines), "数据检查")
    comment.width, comment.height = 320, 40 + 24 * len(lines)
    cell.comment = comment


def _list(workbook: Workbook, problems: Sequence[Problem]) -> None:
    """All problems of the file on a sheet in front."""
    title = LIST_SHEET
    while title in workbook.sheetnames:
        title += "1"
    sheet = workbook.create_sheet(title, 0)
    header = Font(bold=True)
    for column, (label, width) in enumerate(_LIST_COLUMNS, 1):
        cell = sheet.cell(1, column, label)
        cell.font = header
        sheet.column_dimensions[get_column_letter(column)].width = width
    looks = _looks(workbook, copy(sheet.cell(2, 1).font))
    for number, problem in enumerate(problems, 1):
        where = problem.where
        row = (str(number), _WORDS[problem.severity], where.sheet, where.cell, where.column, problem.message,
               problem.hint, problem.value, problem.proposal, problem.code.value)  # fmt: skip
        linked = number <= _MOST_LINKS and where.sheet in workbook.sheetnames and _A1.fullmatch(where.cell)
        for column, text in enumerate(row, 1):
            cell = sheet.cell(number + 1, column)
            _put(cell, text)
            cell.style = looks[{2: problem.severity, 4: "link" if linked else ""}.get(column, "")]
        if linked:
            quoted = where.sheet.replace("'", "''")
            place = f"'{quoted}'!{where.cell}"
            sheet.cell(number + 1, 4).hyperlink = Hyperlink(f"D{number + 1}", location=place)
    sheet.freeze_panes = "A2"
    for other in workbook.worksheets:
        other.sheet_view.tabSelected = other is sheet
    workbook.active = 0


def _looks(workbook: Workbook, usual: Font) -> dict[str, str]:
    """Names of the looks that cells of the list have: of mere words, of a link, and of each degree. Made once, and not
    put together for each cell, which takes ten times as long."""
    link = Font(name=usual.name, size=usual.size, color="FF0563C1", underline="single")
    looks = {"": NamedStyle(font=usual), "link": NamedStyle(font=link)}
    looks |= {one: NamedStyle(font=usual, fill=PatternFill("solid", fgColor=_FILLS[one])) for one in _FILLS}
    names = {}
    for look, style in looks.items():
        style.alignment = Alignment(wrap_text=True, vertical="top")
        style.name = names[look] = f"{LIST_SHEET}{look}"
        if style.name not in workbook.named_styles:
            workbook.add_named_style(style)
    return names


def _write_split(root: Path, by_file: Mapping[str, Sequence[Problem]], folder: Path) -> Path:
    """The proposed ledger with one row per hazard of all these files; what the originals do not say is coloured and
    left empty."""
    workbook = Workbook()
    sheet = _active(workbook)
    sheet.title = Hazard.table
    columns = Hazard.columns()
    labels = [*(column.label for column in columns.values()), "原表行号"]
    for number, label in enumerate(labels, 1):
        sheet.cell(1, number, label).font = Font(bold=True)
    for line, proposed in enumerate(_proposed(root, by_file), 2):
        for number, field in enumerate(columns, 1):
            text = proposed.values.get(field, "")
            _put(sheet.cell(line, number), text)
            if not text and field in Hazard.needed():
                sheet.cell(line, number).fill = PatternFill("solid", fgColor=_FILLS["warning"])
        _put(sheet.cell(line, len(labels)), str(proposed.original_row))
    for number, column in enumerate(columns.values(), 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.freeze_panes = "C2"
    return _write(folder / PROPOSAL_NAME, to_bytes(workbook, PROPOSAL_NAME.removesuffix(".xlsx")))


def _proposed(root: Path, by_file: Mapping[str, Sequence[Problem]]) -> list[Split]:
    """Rows for the sheets of these files that have a row per home, numbered through."""
    found: list[Split] = []
    for name, problems in by_file.items():
        titles = {one.where.sheet for one in problems if one.code is Code.LAYOUT_PER_HOME}
        for sheet in readers.read(root / name, name):
            found += split(sheet, len(found)) if sheet.name in titles else ()
    return found


def _write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
