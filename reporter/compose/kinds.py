"""A kind is one text file: front matter (YAML) and text. Found by file name; a workspace may override any."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError

from reporter.document.model import Face
from reporter.errors import TemplateError, UnknownName
from reporter.records.campaign import Entry
from reporter.text import did_you_mean

_NAME = re.compile(r"[\w-]+")


class ColumnSpec(Entry):
    """One column of a table: a template for the cell, or the field of a record. `each: years` repeats it."""

    id: str
    label: str
    width: float = 6
    align: Literal["left", "center", "right"] = "center"
    type: Literal["text", "number", "date", "id"] = "text"
    cell: str | None = None
    field: str | None = None
    total: str | None = None
    each: str | None = None


class TableSpec(Entry):
    """A table as data: where its rows come from, its columns, totals and the lines above and below.

    `rows` is a template expression that gives a list; each item is `item` in the cells. `records` instead names a
    family whose rows are printed field by field, narrowed by `filter` (dimensions, and `state` of hazards) and
    grouped by a field; `measure` counts the rows in a group line.
    """

    title: str | None = None
    rows: str | None = None
    records: str | None = None
    filter: dict[str, str] = Field(default_factory=dict)
    group: str | None = None
    measure: str = "条"
    columns: tuple[ColumnSpec, ...]
    total: str | None = None
    above: tuple[tuple[str, ...], ...] = ()
    below: tuple[tuple[str, ...], ...] = ()
    orientation: Literal["portrait", "landscape"] = "portrait"
    paper: Literal["A4", "A3"] = "A4"
    type_size: float = 12
    own_page: bool = False
    empty: str = "无"
    """What the only row says when there is none."""


class FormSpec(Entry):
    """The indicator form: labels of its columns and the lines above and below it."""

    label_header: str = "指标"
    answer_header: str = "填报内容"
    widths: tuple[float, float, float] = (4, 20, 12)
    above: tuple[tuple[str, ...], ...] = ()
    below: tuple[tuple[str, ...], ...] = ()


class IssuedSpec(Entry):
    """A text that the notice issues; `@issued ID` begins it in the body."""

    id: str
    title: str


class Front(Entry):
    """Front matter. Every scalar is a template; what a shape sets replaces the same key."""

    name: str
    """Chinese name of the kind."""
    title: str
    face: Face | Literal["auto"] = "auto"
    to: Literal["below", "superior", "none"] = "none"
    document_type: str | None = None
    """文种; absent: from the unit tree."""
    issued_by: Literal["joint", "lead"] = "lead"
    header: bool = True
    closing: bool = True
    sealed: bool = True
    imprint: bool = True
    recipients: str | None = None
    remark: str | None = None
    cc: str | None = None
    issued: tuple[IssuedSpec, ...] = ()
    attachments: tuple[str, ...] = ()
    tables: dict[str, TableSpec] = Field(default_factory=dict)
    form: FormSpec = FormSpec()
    shapes: dict[str, dict[str, Any]] = Field(default_factory=dict)
    shape: str = ""
    slots: dict[str, str] = Field(default_factory=dict)
    """Clerk's texts: name and what to write there."""
    due: str | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind, read: `body` begins in line `body_line` of `file`; `lines` maps front-matter paths to lines."""

    name: str
    file: str
    front: Front
    body: str
    body_line: int


def kind_names(root: Path | None = None) -> tuple[str, ...]:
    """All kinds by file name: shipped ones and those of the workspace."""
    return tuple(sorted({path.stem for folder in _folders(root) for path in folder.glob("*.md")}))


def load_kind(name: str, root: Path | None = None, shape: str | None = None) -> Kind:
    """The kind `name` in `shape`; raises UnknownName, or TemplateError with file and line."""
    for folder in _folders(root):
        path = folder / f"{name}.md"
        if _NAME.fullmatch(name) and path.is_file():
            return _parsed(name, path.name, path.read_text(encoding="utf-8-sig"), shape)
    raise UnknownName(f"没有“{name}”这种文稿", did_you_mean(name, kind_names(root)))


def _folders(root: Path | None) -> list[Path]:
    with as_file(files("reporter.templates")) as shipped:
        own = [root / "templates" / "text"] if root else []
        return [*own, Path(shipped) / "text"]


def _parsed(name: str, file: str, text: str, shape: str | None) -> Kind:
    lines = text.replace("\r\n", "\n").split("\n")
    if lines[0].strip() != "---" or "---" not in (line.strip() for line in lines[1:]):
        raise TemplateError("文稿模板要以两行 --- 之间的设置开头", "参照现有模板", f"templates/text/{file}")
    end = next(number for number, line in enumerate(lines[1:], 1) if line.strip() == "---")
    file = f"templates/text/{file}"
    data = _yaml("\n".join(lines[1:end]), file)
    front = _front(data, file, shape)
    return Kind(name, file, front, "\n".join(lines[end + 1 :]), end + 2)


def _yaml(text: str, file: str) -> Any:
    try:
        return YAML(typ="rt").load(text)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        hint = "含有 {{ }} 的内容要加引号，如 title: \"{{ a }}\"" if "{{" in text else "检查缩进和冒号"
        raise TemplateError("模板开头的设置读不懂", hint, f"{file} 第{line}行") from error


def _front(data: Any, file: str, shape: str | None) -> Front:
    if not isinstance(data, dict):
        raise TemplateError("模板开头的设置是空的", "参照现有模板", file)
    shapes = data.get("shapes") or {}
    chosen = shape or (next(iter(shapes)) if shapes else "")
    if chosen and chosen not in shapes:
        raise UnknownName(f"没有“{chosen}”这种形式", did_you_mean(chosen, shapes), file)
    merged = {**_plain(data), **_plain(shapes.get(chosen) or {}), "shape": chosen}
    try:
        return Front.model_validate(merged)
    except ValidationError as error:
        first = error.errors()[0]
        key = str(first["loc"][0]) if first["loc"] else ""
        line = data.lc.key(key)[0] + 2 if key in data else 1
        where, path = f"{file} 第{line}行", ".".join(str(part) for part in first["loc"])
        if first["type"] == "extra_forbidden":
            raise UnknownName(f"设置项“{path}”不存在", did_you_mean(key, Front.model_fields), where) from error
        hint = "含有 {{ }} 的内容要加引号" if isinstance(data.get(key), dict) else ""
        raise TemplateError(f"设置项“{path}”不对：{first['msg']}", hint, where) from error


def _plain(value: Any) -> Any:
    """ruamel's own containers as plain ones."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value
