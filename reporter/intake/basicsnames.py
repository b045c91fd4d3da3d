"""Names in 基本信息.xlsx: a clerk writes 县民政局 where campaign.yaml has a code; messages speak her words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from string import ascii_uppercase
from typing import Any

from msgspec.structs import replace

from reporter.intake.basicsform import FORMS, ITEMS, MAIN, Field, Refers
from reporter.intake.folder import BASICS
from reporter.intake.problems import Code, Problem, Where
from reporter.intake.tree import Tree
from reporter.patterns import regex
from reporter.text import did_you_mean, key_of

_KEYS = {"units": "code", "agencies": "id"}
_NAMES = ("full_name", "short_name", "name", "aliases")
_WORD = regex(r"(?<![A-Za-z_])[a-z]+(?:_[a-z]+)*(?![A-Za-z_])")
_TWICE = regex(r"([\u4e00-\u9fff]{2,}) \1")
_QUOTED = regex(r"没有“(.+)”")


def named(tree: Tree, kinds: Mapping[str, str]) -> None:
    """Names that were written for codes become the codes; unknown ones stay, for the checks to tell."""
    tables = {what: _known(tree.data.get(what), key) for what, key in _KEYS.items()}
    tables["both"] = {**tables["agencies"], **tables["units"]}
    tables["kinds"] = {key_of(name): kind for kind, name in kinds.items()}
    for holder, field in _referring(tree):
        holder[field.key] = _coded(holder.get(field.key), tables[field.refers])


def names_of(data: Mapping[str, Any], refers: Refers) -> dict[str, str]:
    """Code → the name to show for it, where no other entry has that name."""
    tables = {what: _shown(data.get(what), key) for what, key in _KEYS.items()}
    return {**tables["agencies"], **tables["units"]} if refers == "both" else tables.get(refers, {})


def worded(problem: Problem, tree: Tree) -> Problem:
    """The same problem in the words of the workbook: labels for keys, and the cell that is meant."""
    key, where = problem.where.column, problem.where
    where = _cell(problem, tree)
    labels = _labels(where.sheet)
    label = labels.get(key, key)
    message, hint = (_translated(text, labels) for text in (problem.message, problem.hint))
    if problem.code == Code.YAML_MISSING:
        message = f"缺少“{label}”"
        sheet = f"工作表“{where.sheet}”" if where.sheet else "工作表"
        hint = "在这一格里填上" if where.cell else f"在{sheet}里补上"
    found = _QUOTED.match(problem.message)
    if problem.code == Code.YAML_REFERENCE and found:
        known = names_of(tree.data, _refers(where.sheet, key))
        hint = did_you_mean(found[1], known.values()) or "先在工作表“单位”“部门”里写好"
        if "××" in found[1]:
            message, hint = f"“{found[1]}”还没有换成本地的名称", f"换成本地的名称。{hint}"
    return replace(problem, message=message, hint=hint, where=replace(where, column=label))


def _cell(problem: Problem, tree: Tree) -> Where:
    """The cell of a missing value: that of its own column in the row that lacks it."""
    key, where = problem.where.column, problem.where
    for steps, place in tree.places.items():
        if steps[-1:] == (key,) and place.cell and (place.sheet, _row(place)) == (where.sheet, _row(where)):
            return place
    if not where.sheet and (key,) in tree.places:
        return tree.places[(key,)]
    sheet = next((form.title for form in FORMS if form.key == key), MAIN)
    return where if where.sheet else Where(BASICS, sheet)


def _row(where: Where) -> str:
    return where.cell.lstrip(ascii_uppercase)


def _labels(sheet: str) -> dict[str, str]:
    """Key → the label on that sheet, else on the first, else the sheet's own title."""
    labels = {form.key: f"工作表“{form.title}”" for form in FORMS} | {one.key: one.label for one in ITEMS}
    here = next((form.fields for form in FORMS if form.title == sheet), ())
    return labels | {one.key: one.label for one in here}


def _refers(sheet: str, key: str) -> Refers:
    fields = next((form.fields for form in FORMS if form.title == sheet), ITEMS)
    return next((one.refers for one in fields if one.key == key), "")


def _translated(text: str, labels: Mapping[str, str]) -> str:
    """Keys as labels; `主办单位 lead` says it twice already."""
    translated = _WORD.sub(lambda found: labels.get(found[0], found[0]), text)
    return _TWICE.sub(r"\1", translated)


def _referring(tree: Tree) -> Iterator[tuple[dict[str, Any], Field]]:
    """Every mapping of the tree with a field that names something on another sheet."""
    for field in ITEMS:
        if field.refers and field.key in tree.data:
            yield tree.data, field
    for form in FORMS:
        rows = tree.data.get(form.key)
        for row in rows if isinstance(rows, list) else ():
            yield from ((row, field) for field in form.fields if field.refers and field.key in row)


def _coded(value: Any, table: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_coded(one, table) for one in value]
    return table.get(key_of(value), value) if isinstance(value, str) else value


def _known(rows: Any, key: str) -> dict[str, str]:
    """Names → code; codes themselves come last, so that they always mean themselves."""
    table: dict[str, str] = {}
    for row in rows or ():
        if row.get(key):
            for name in _names(row):
                table.setdefault(key_of(name), row[key])
    return table | {key_of(row[key]): row[key] for row in rows or () if row.get(key)}


def _shown(rows: Any, key: str) -> dict[str, str]:
    known = _known(rows, key)
    shown: dict[str, str] = {}
    for row in rows or ():
        for name in ("short_name", "name"):
            if row.get(name) and known.get(key_of(row[name])) == row.get(key):
                shown.setdefault(row[key], row[name])
    return shown


def _names(row: Mapping[str, Any]) -> Iterable[str]:
    for name in _NAMES:
        value = row.get(name)
        yield from value if isinstance(value, list) else [value] if value else []
