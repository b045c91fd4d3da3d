"""基本信息.xlsx written: the data of a campaign.yaml on sheets with drop-down lists and notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from reporter.intake import kindtexts
from reporter.intake.basicsform import (
    EXTRA,
    FORMS,
    ITEMS,
    LISTS,
    MAIN,
    OFFICE,
    ROSTER,
    SPELLED,
    Field,
    Form,
)
from reporter.intake.basicsnames import names_of
from reporter.intake.blankbooks import BORDER, HELP, OPTIONAL, REQUIRED
from reporter.intake.folder import BASICS
from reporter.ooxml.workbook import to_bytes

_LAST_ROW = 500
_LONGEST_LIST = 253
"""A list written into the rule itself may have 255 characters with its quotes; Excel calls a longer one damage."""
_LISTED = {"units": ("单位", "name"), "agencies": ("部门", "short_name")}
_COLUMNS = (("项目", 16), ("内容", 56), ("说明", 70))
_HELP = (
    "先改工作表“基本信息”，再逐个看后面的工作表；带“××”的换成本地的名称，不需要的行删去。",
    "橙色的必填，其余有就填、没有就空着，文件里会留出空白。单位和部门写名称或代号都行。",
    "以“例：”开头的行只是示范，程序不读。一格里写几个名称的，用顿号隔开。",
)


def basics_book(data: Mapping[str, Any]) -> bytes:
    """The workbook that `basics.read` reads back as `data` (plain data of a campaign.yaml)."""
    workbook = Workbook()
    for sheet in workbook.worksheets:
        workbook.remove(sheet)
    kinds = kindtexts.names()
    _main(workbook.create_sheet(MAIN), data)
    for form in FORMS:
        sheet = workbook.create_sheet(form.title)
        _head(sheet, form)
        rows = [
            [_shown(row.get(one.key), one, data, kinds) for one in form.fields] for row in _rows(form, data)
        ]
        _fill(sheet, form, [*rows, *([list(form.example)] if form.example and not rows else [])])
        _lists(sheet, dict(enumerate(form.fields, 1)), tuple(kinds.values()))
    _help(workbook.create_sheet(HELP))
    return to_bytes(workbook, BASICS.removesuffix(".xlsx"))


def _rows(form: Form, data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    if form in LISTS:
        return list(data.get(form.key) or ())
    if form is EXTRA:
        return [{"key": key, "text": text} for key, text in (data.get(form.key) or {}).items()]
    return [row for roster in data.get(ROSTER.key) or () for row in _roster(roster)]


def _roster(roster: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    office = {"role": OFFICE, "agency": roster.get("office"), "person": roster.get("office_head")}
    lines = [dict(member) for member in roster.get("members") or ()]
    lines += [office] if roster.get("office") else []
    return [{**lines[0], "title": roster["title"], "id": roster.get("id")}, *lines[1:]] if lines else []


def _shown(value: Any, field: Field, data: Mapping[str, Any], kinds: Mapping[str, str]) -> Any:
    """A value as a clerk reads it: names for codes, lists on one line, days as days."""
    if value in (None, "", [], ()):
        return None
    if isinstance(value, list | tuple):
        separator = "；" if field.kind == "lines" else "、"
        return separator.join(str(_shown(one, field, data, kinds)) for one in value)
    if field.kind == "date":
        return date.fromisoformat(value)
    if field.refers:
        return (kinds if field.refers == "kinds" else names_of(data, field.refers)).get(value, value)
    spelled = {meant: word for word, meant in SPELLED.get(field.key, {}).items()}
    return spelled.get(value, str(value))


def _main(sheet: Worksheet, data: Mapping[str, Any]) -> None:
    _title(sheet, "专项行动的基本信息", len(_COLUMNS))
    for place, (label, width) in enumerate(_COLUMNS, 1):
        _header(sheet, (2, place), label, width, needed=False)
    for row, field in enumerate(ITEMS, 3):
        _header(sheet, (row, 1), field.label, _COLUMNS[0][1], needed=field.needed)
        for place, text in ((2, _shown(data.get(field.key), field, data, {})), (3, field.note or None)):
            cell = sheet.cell(row, place, text)
            cell.border, cell.number_format = BORDER, "@"
            cell.alignment = Alignment(wrap_text=True, vertical="center")
        _list(sheet, field, f"B{row}", ())
    sheet.freeze_panes = "A3"


def _head(sheet: Worksheet, form: Form) -> None:
    _title(sheet, f"{form.title}　　{form.about}", len(form.fields))
    for place, field in enumerate(form.fields, 1):
        _header(sheet, (2, place), field.label, field.width, needed=field.needed)
        sheet.column_dimensions[get_column_letter(place)].number_format = (
            "yyyy-mm-dd" if field.kind == "date" else "@"
        )
    sheet.freeze_panes = "A3"


def _title(sheet: Worksheet, text: str, width: int) -> None:
    cell = sheet.cell(1, 1, text)
    cell.font = Font(size=12, bold=True)
    cell.alignment = Alignment(vertical="center")
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=max(width, 2))
    sheet.row_dimensions[1].height = 28


def _header(sheet: Worksheet, at: tuple[int, int], label: str, width: float, *, needed: bool) -> None:
    cell = sheet.cell(*at, label)
    cell.font = Font(bold=True, color="FFC00000" if needed else "FF000000")
    cell.fill, cell.border = REQUIRED if needed else OPTIONAL, BORDER
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.column_dimensions[get_column_letter(at[1])].width = width * 1.1


def _fill(sheet: Worksheet, form: Form, rows: Iterable[list[Any]]) -> None:
    for number, row in enumerate(rows, 3):
        for place, (value, field) in enumerate(zip(row, form.fields, strict=True), 1):
            cell = sheet.cell(number, place, value or None)
            cell.number_format = "yyyy-mm-dd" if field.kind == "date" else "@"
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            if tuple(row) == form.example:
                cell.font = Font(italic=True, color="FF7F7F7F")


def _lists(sheet: Worksheet, fields: Mapping[int, Field], kinds: tuple[str, ...]) -> None:
    for place, field in fields.items():
        letter = get_column_letter(place)
        _list(sheet, field, f"{letter}3:{letter}{_LAST_ROW}", kinds)


def _list(sheet: Worksheet, field: Field, area: str, kinds: tuple[str, ...]) -> None:
    """A drop-down list; only fixed choices refuse other words, for names are also understood by code or alias."""
    choices = kinds if field.refers == "kinds" else field.choices
    if choices and len(",".join(choices)) <= _LONGEST_LIST:
        formula = f'"{",".join(choices)}"'
    elif field.refers in _LISTED and field.kind == "text":
        title, key = _LISTED[field.refers]
        form = next(one for one in FORMS if one.title == title)
        letter = get_column_letter([one.key for one in form.fields].index(key) + 1)
        formula = f"={title}!${letter}$3:${letter}${_LAST_ROW}"
    else:
        return
    rule = DataValidation(type="list", formula1=formula, allow_blank=True)
    rule.showErrorMessage = field.kind == "choice"
    rule.errorTitle, rule.error = field.label, f"只能填：{'、'.join(choices)}"
    sheet.add_data_validation(rule)
    rule.add(area)


def _help(sheet: Worksheet) -> None:
    for number, line in enumerate(_HELP, 1):
        sheet.cell(number, 1, line)
    row = len(_HELP) + 2
    for form in FORMS:
        sheet.cell(row, 1, f"工作表“{form.title}”：{form.about}").font = Font(bold=True)
        row += 1
        for place, (label, width) in enumerate((("列", 18), ("必填", 8), ("说明", 70)), 1):
            _header(sheet, (row, place), label, width, needed=False)
        for field in form.fields:
            row += 1
            note = field.note or "、".join(field.choices)
            for place, text in enumerate((field.label, "必填" if field.needed else None, note or None), 1):
                cell = sheet.cell(row, place, text)
                cell.border = BORDER
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        row += 2
