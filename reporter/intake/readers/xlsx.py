"""Workbooks: values through calamine; what calamine does not tell through one small pass over the XML.

The XML pass comes first, because it also finds the cell far outside the table that would make a dense read explode.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from pathlib import Path

from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook

from reporter.contents import content
from reporter.intake.cellmarks import Marks, marks_of, number_formats
from reporter.intake.problems import Code, Rejected, Where
from reporter.intake.sheet import Raw, Sheet
from reporter.ooxml.container import BadContainer, Flaw, open_container, read_part
from reporter.refs import column_letters

MAX_CELLS = 8_000_000
"""Largest dense area (rows × columns) that is read."""

MAX_MERGED = 100_000
"""Cells of the largest merged range; the annotated copy is made cell by cell."""
_FLAWS = {
    Flaw.ENCRYPTED: Code.FILE_ENCRYPTED,
    Flaw.OLD_FORMAT: Code.FILE_OLD_FORMAT,
    Flaw.NOT_A_PACKAGE: Code.FILE_NOT_A_WORKBOOK,
    Flaw.TOO_LARGE: Code.FILE_TOO_LARGE,
}
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


def read(path: Path, name: str) -> list[Sheet]:
    """All worksheets, hidden ones marked; raises Rejected when the file is no readable workbook."""
    data = content(path)
    try:
        with open_container(data) as container:
            return _sheets(data, container, name)
    except BadContainer as fault:
        raise Rejected(_FLAWS[fault.flaw], fault.message, fault.hint, Where(name)) from None
    except (CalamineError, etree.XMLSyntaxError, KeyError, ValueError, OverflowError) as fault:
        raise _damaged(name) from fault
    except BaseException as fault:
        # What makes calamine's Rust code give up is no Exception in Python.
        if type(fault).__name__ != "PanicException":
            raise
        raise _damaged(name) from fault


def _damaged(name: str) -> Rejected:
    hint = "用 Excel 或 WPS 打开，另存为 .xlsx 后再试"
    return Rejected(Code.FILE_NOT_A_WORKBOOK, "文件不是完整的工作簿，或已损坏", hint, Where(name))


def _sheets(data: bytes, container: zipfile.ZipFile, name: str) -> list[Sheet]:
    book = etree.fromstring(
        read_part(container, "xl/workbook.xml"), etree.XMLParser(resolve_entities=False, no_network=True)
    )
    properties = book.find("{*}workbookPr")
    epoch_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    formats = number_formats(container)
    targets = _targets(container)
    marks: dict[str, tuple[Marks, bool]] = {}
    for sheet in book.iterfind("{*}sheets/{*}sheet"):
        relation = sheet.get(_RELATION) or sheet.get(_STRICT_RELATION) or ""
        target = targets.get(relation, "")
        if "/worksheets/" in target:
            found = marks_of(read_part(container, target), formats)
            _bounded(found, name, sheet.get("name", ""))
            marks[sheet.get("name", "")] = (found, sheet.get("state", "visible") != "visible")
    values = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = []
    for title, (found, hidden) in marks.items():
        rows = tuple(
            tuple(None if value == "" else value for value in row)
            for row in values.get_sheet_by_name(title).to_python(skip_empty_area=False)
        )
        sheets.append(_sheet(name, title, rows, found, hidden=hidden, epoch_1904=epoch_1904))
    return sheets


def _sheet(
    name: str, title: str, rows: tuple[tuple[Raw, ...], ...], marks: Marks, *, hidden: bool, epoch_1904: bool
) -> Sheet:
    return Sheet(
        file=name,
        name=title,
        rows=rows,
        merged=tuple(marks.merged),
        hidden=hidden,
        hidden_rows=frozenset(marks.hidden_rows),
        hidden_columns=frozenset(marks.hidden_columns),
        unsaved=frozenset(marks.unsaved),
        errors=marks.errors,
        padded=marks.padded,
        percents=frozenset(marks.percents),
        scaled=frozenset(marks.scaled),
        epoch_1904=epoch_1904,
    )


def _bounded(marks: Marks, name: str, title: str) -> None:
    for area in marks.merged:
        if (area.bottom - area.top + 1) * (area.right - area.left + 1) > MAX_MERGED:
            cell = f"{column_letters(area.left)}{area.top}"
            message = (
                f"从 {cell} 起合并的单元格太多（到 {column_letters(area.right)}{area.bottom} 为止），未读取"
            )
            raise Rejected(Code.STRAY_CELL, message, "取消这一处合并，保存后再试", Where(name, title, cell))
    if marks.last_row * marks.last_column > MAX_CELLS:
        row, column = marks.far or (marks.last_row, marks.last_column)
        cell = f"{column_letters(column)}{row}"
        hint = "按 Ctrl+End 找到最远的单元格，删除表格之外的整行整列后保存"
        message = f"表格之外很远的地方（{cell}）还有内容，未读取"
        raise Rejected(Code.STRAY_CELL, message, hint, Where(name, title, cell))


def _targets(container: zipfile.ZipFile) -> dict[str, str]:
    relations = etree.fromstring(
        read_part(container, "xl/_rels/workbook.xml.rels"),
        etree.XMLParser(resolve_entities=False, no_network=True),
    )
    return {
        relation.get("Id", ""): posixpath.normpath(posixpath.join("/xl", relation.get("Target", ""))).lstrip(
            "/"
        )
        for relation in relations
    }
