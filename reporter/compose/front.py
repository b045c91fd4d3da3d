"""The front matter of a kind: what may stand in it and what it means."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from reporter.document.model import Face
from reporter.records.campaign import Entry


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
