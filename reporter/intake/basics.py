"""基本信息.xlsx: the fields of campaign.yaml as sheets, for clerks who prefer a workbook."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from reporter.intake import kindtexts, readers
from reporter.intake.basicsform import (
    EXAMPLE,
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
    item,
)
from reporter.intake.basicsnames import named
from reporter.intake.books import HELP_SHEETS
from reporter.intake.choices import Choices
from reporter.intake.folder import BASICS
from reporter.intake.problems import Code, Fault, Problem, Rejected, Where, error, warning
from reporter.intake.sheet import Raw, Sheet
from reporter.intake.tree import Tree
from reporter.intake.values import cleaned, parse_date, parse_text, refuse_characters
from reporter.patterns import regex
from reporter.records.fitting import Steps
from reporter.text import did_you_mean, half_width, key_of

_SEPARATORS = {"list": regex(r"[、，,；;\n]+"), "lines": regex(r"[，；;\n]+")}
_DEFAULT_IDS = {"agencies": "short_name"}
"""What an entry is called whose 代号 was left empty; else it is called by the number of its row."""
_MAIN_CONTACT = "main"


def read(path: Path, problems: list[Problem]) -> Tree | None:
    """The workbook as the same tree that campaign.yaml gives, with cells for places; None when unreadable."""
    try:
        sheets = readers.read(path, BASICS)
    except Rejected as rejected:
        problems.append(rejected.problem)
        return None
    return _Reader(sheets, problems).tree(kindtexts.names(path.parent))


class _Reader:
    """Fills one tree from the sheets of one workbook."""

    def __init__(self, sheets: Iterable[Sheet], problems: list[Problem]) -> None:
        self._sheets = {key_of(sheet.name): sheet for sheet in sheets}
        self._problems = problems
        self._tree = Tree(BASICS, {}, {(): Where(BASICS)})

    def tree(self, kinds: dict[str, str]) -> Tree:
        self._strange_sheets()
        if sheet := self._sheets.get(key_of(MAIN)):
            self._items(sheet)
        for form in LISTS:
            if sheet := self._sheets.get(key_of(form.title)):
                self._tree.data[form.key] = self._entries(sheet, form)
        if sheet := self._sheets.get(key_of(ROSTER.title)):
            self._rosters(sheet)
        if sheet := self._sheets.get(key_of(EXTRA.title)):
            rows = self._rows(sheet, EXTRA, lambda place: (EXTRA.key, place))
            self._tree.data[EXTRA.key] = {str(row["key"]): row.get("text") for row in rows if row.get("key")}
        named(self._tree, kinds)
        self._strange_kinds(kinds)
        return self._tree

    def _strange_sheets(self) -> None:
        known = [MAIN, *(form.title for form in FORMS)]
        keys = {key_of(name) for name in (*known, *HELP_SHEETS)}
        for key, sheet in self._sheets.items():
            if key not in keys and not key.startswith("sheet"):
                hint = did_you_mean(sheet.name, known)
                message = f"不认识的工作表“{sheet.name}”，没有读取"
                self._problems.append(warning(Code.SHEET_SKIPPED, message, hint, Where(BASICS, sheet.name)))

    def _strange_kinds(self, kinds: dict[str, str]) -> None:
        for place, row in enumerate(self._tree.data.get("obligations", ())):
            kind = row.get("kind")
            if kind and kind not in kinds:
                hint = did_you_mean(kind, kinds.values())
                where = self._tree.where(("obligations", place, "kind"))
                self._problems.append(error(Code.CELL_CHOICE, f"没有“{kind}”这种文种", hint, where, kind))

    def _items(self, sheet: Sheet) -> None:
        for number in range(1, len(sheet.rows) + 1):
            label = cleaned(sheet.value(number, 1))
            if not isinstance(label, str) or label == "项目" or _is_across(sheet, number):
                continue
            known = item(label.strip("*"))
            if known is None:
                self._unknown(sheet, (number, 1), label, (one.label for one in ITEMS))
                continue
            self._tree.places[(known.key,)] = Where.of(sheet.cell(number, 2), label)
            self._tree.data[known.key] = self._value(sheet, (number, 2), known)

    def _entries(self, sheet: Sheet, form: Form) -> list[dict[str, Any]]:
        rows = self._rows(sheet, form, lambda place: (form.key, place))
        if form.field("代号"):
            for place, row in enumerate(rows):
                row["id"] = row.get("id") or _identifier(form, place, row)
        return rows

    def _rosters(self, sheet: Sheet) -> None:
        """Rows of people under the title of their list; the line 办公室 belongs to the list itself."""
        places = self._tree.places
        rosters: list[dict[str, Any]] = []
        for number, row in enumerate(self._rows(sheet, ROSTER, lambda place: ("领导小组", place))):
            title, given = row.pop("title", None), row.pop("id", None)
            if not rosters or (title and title != rosters[-1]["title"]):
                steps: Steps = ("rosters", len(rosters))
                places[steps] = places[("领导小组", number)]
                places[(*steps, "title")] = places.get(("领导小组", number, "title"), places[steps])
                identifier = given or ("leading-group" if not rosters else f"group-{len(rosters) + 1}")
                rosters.append({"id": identifier, "title": title or ROSTER.title, "members": []})
            here, roster = ("rosters", len(rosters) - 1), rosters[-1]
            if row.get("role") == OFFICE:
                roster |= {"office": row.get("agency"), "office_head": row.get("person")}
                continue
            inside: Steps = (*here, "members", len(roster["members"]))
            for name in ("", *row):
                old: Steps = ("领导小组", number, name) if name else ("领导小组", number)
                if old in places:
                    places[(*inside, name) if name else inside] = places[old]
            roster["members"].append(row)
        self._tree.data["rosters"] = rosters

    def _rows(self, sheet: Sheet, form: Form, steps: Callable[[int], Steps]) -> list[dict[str, Any]]:
        header, fields = self._header(sheet, form)
        found: list[dict[str, Any]] = []
        for number in range(header + 1, len(sheet.rows) + 1) if fields else ():
            if _is_across(sheet, number) or _is_example(sheet, number):
                continue
            values = {one.key: self._value(sheet, (number, column), one) for column, one in fields.items()}
            if any(value is not None for value in values.values()):
                here = steps(len(found))
                self._tree.places[here] = Where.of(sheet.cell(number, min(fields)))
                for column, one in fields.items():
                    self._tree.places[(*here, one.key)] = Where.of(sheet.cell(number, column), one.label)
                found.append(values)
        return found

    def _header(self, sheet: Sheet, form: Form) -> tuple[int, dict[int, Field]]:
        """Row of the header (the first that names two columns) and the field of each column."""
        least = min(2, len(form.fields))
        for number, row in enumerate(sheet.rows, 1):
            labels = {column: _label(raw) for column, raw in enumerate(row, 1)}
            fields = {column: one for column, label in labels.items() if (one := form.field(label))}
            if len(fields) < least:
                continue
            for column, label in labels.items():
                if label and label != "序号" and column not in fields:
                    self._unknown(sheet, (number, column), label, (one.label for one in form.fields))
            return number, fields
        if any(any(value is not None for value in row) for row in sheet.rows):
            hint = f"表头要有：{'、'.join(one.label for one in form.fields if one.needed)}"
            self._problems.append(error(Code.HEADER_MISSING, "找不到表头", hint, Where(BASICS, sheet.name)))
        return 0, {}

    def _unknown(self, sheet: Sheet, at: tuple[int, int], label: str, known: Iterable[str]) -> None:
        where = Where.of(sheet.cell(*at), label)
        what = "项目" if sheet.name == MAIN else "列"
        hint = did_you_mean(label, known)
        self._problems.append(
            warning(Code.COLUMN_UNKNOWN, f"不认识的{what}“{label}”，没有读取", hint, where, label)
        )

    def _value(self, sheet: Sheet, at: tuple[int, int], field: Field) -> Any:
        """Cell content as YAML would give it; what cannot be taken is a problem with its cell, and None."""
        raw = cleaned(sheet.value(*at))
        try:
            if at in sheet.errors:
                raise Fault(
                    Code.CELL_EXCEL_ERROR, f"公式出错（{sheet.errors[at]}）", "改正公式，或直接填内容"
                )
            if at in sheet.unsaved:
                raise Fault(Code.CELL_FORMULA, "公式没有算出结果", "用 Excel 打开后保存一次，或直接填内容")
            refuse_characters(raw)
            return _content(raw, field, sheet, at)
        except Fault as fault:
            where = Where.of(sheet.cell(*at), field.label)
            self._problems.append(error(fault.code, fault.message, fault.hint, where, raw))
            return None


def _content(raw: Raw, field: Field, sheet: Sheet, at: tuple[int, int]) -> Any:
    if raw is None:
        return None
    if field.kind == "date":
        day = parse_date(raw, epoch_1904=sheet.epoch_1904)
        return day.isoformat() if day else None
    text = parse_text(raw)
    if at in sheet.padded:
        text = text.zfill(sheet.padded[at])
    if field.key in {"code", "parent", "unit", "years", "at_least"}:
        text = half_width(text).strip()
    if field.kind in _SEPARATORS:
        return [part.strip() for part in _SEPARATORS[field.kind].split(text) if part.strip()]
    if field.kind == "choice":
        picked = Choices(field.choices, field.label).pick(text)
        return SPELLED.get(field.key, {}).get(picked, picked)
    return text.replace("\n", "")


def _label(raw: Raw) -> str:
    text = cleaned(raw)
    return re.sub(r"[\s*＊]", "", text) if isinstance(text, str) else ""


def _is_across(sheet: Sheet, number: int) -> bool:
    """A title or a note: one cell merged over several columns."""
    area = sheet.covering(number, 1)
    return area is not None and area.right > area.left


def _is_example(sheet: Sheet, number: int) -> bool:
    return any(
        isinstance(value, str) and value.strip().startswith(EXAMPLE) for value in sheet.rows[number - 1]
    )


def _identifier(form: Form, place: int, row: dict[str, Any]) -> str | None:
    if form.key in _DEFAULT_IDS:
        name = row.get(_DEFAULT_IDS[form.key])
        return str(name) if name else None
    if form.key == "contacts" and place == 0:
        return _MAIN_CONTACT
    return f"{form.title}{place + 1}"
