"""The front matter of a kind: what may stand in it and what it means."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, Self

from msgspec import field

from reporter.document.model import Direction, Face
from reporter.patterns import regex
from reporter.records.entry import Entry
from reporter.records.filing import State, WebBlock
from reporter.records.fitting import Before, Misfit, Unfit, as_text
from reporter.records.period import whole_day

_SUFFIX = regex(r"(.+?)(（[^（）]*）)")
_APART = regex(r"[、，,;；\s]+")


def _day(value: Any) -> Any:
    """2026年8月6日 as well as 2026-08-06; an empty one is absent."""
    found = whole_day(value.strip()) if isinstance(value, str) else None
    try:
        return date(*found) if found else value or None
    except ValueError:
        raise Unfit(Misfit("day", (), value, hint="没有这一天")) from None


def _names(value: Any) -> Any:
    """A list, or names on one line."""
    return tuple(name for name in _APART.split(value) if name) if isinstance(value, str) else value


Name = Annotated[str, Before(as_text)]
Day = Annotated[date | None, Before(_day)]
Names = Annotated[tuple[str, ...] | None, Before(_names)]


class ColumnSpec(Entry, frozen=True, kw_only=True):
    """One column of a table: a template for the cell, or the field of a record. `each: years` repeats it."""

    id: str = ""
    """Absent: the label."""
    label: str
    width: float = 6
    align: Literal["left", "center", "right"] = "center"
    type: Literal["text", "number", "date", "id"] = "text"
    cell: str | None = None
    field: str | None = None
    total: str | None = None
    each: str | None = None
    public: bool = False
    """For publication though it names persons."""


class TableSpec(Entry, frozen=True, kw_only=True):
    """A table as data: where its rows come from, its columns, totals and the lines above and below.

    `rows` is a template expression that gives a list; each item is `item` in the cells. `records` instead names a
    family whose rows are printed field by field, narrowed by `filter` (dimensions, and `state` of hazards) and
    grouped by a field; `measure` counts the rows in a group line. `data` is the rows themselves, cell by cell.
    """

    title: str | None = None
    rows: str | None = None
    records: str | None = None
    data: tuple[tuple[Annotated[str | None, Before(as_text)], ...], ...] | None = None
    filter: dict[str, str] = field(default_factory=dict)
    where: dict[str, str] = field(default_factory=dict)
    """Fields of the records and what they must say; rows are then counted among themselves."""
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


class FormSpec(Entry, frozen=True, kw_only=True):
    """The indicator form: labels of its columns and the lines above and below it."""

    label_header: str = "指标"
    answer_header: str = "填报内容"
    widths: tuple[float, float, float] = (4, 20, 12)
    above: tuple[tuple[str, ...], ...] = ()
    below: tuple[tuple[str, ...], ...] = ()


class SignatorySpec(Entry, frozen=True, kw_only=True):
    """One 署名: `临澜市民政局（代）`, or name and suffix apart; with a post a person signs by 签名章."""

    name: str = ""
    suffix: str = ""
    post: str = ""

    @classmethod
    def spelled(cls, data: Any) -> Any:
        """The suffix may be written behind the name or the post."""
        if isinstance(data, str):
            data = {"name": data}
        if not isinstance(data, dict) or data.get("suffix"):
            return data
        key = "post" if data.get("post") else "name"
        found = _SUFFIX.fullmatch(str(data.get(key, "")).strip())
        return {**data, key: found[1], "suffix": found[2]} if found else data

    @classmethod
    def of(cls, data: Any) -> Self:
        """One of name and post there must be."""
        found = super().of(data)
        if found.name or found.post:
            return found
        raise Unfit(Misfit("missing", (), data))


class IssuedSpec(Entry, frozen=True, kw_only=True):
    """A text that the notice issues; `@issued ID` begins it in the body. A forwarded one brings its own signature."""

    id: str
    title: str
    signatories: tuple[SignatorySpec, ...] = ()
    doc_date: Day = None
    sealed: bool = False
    remark: str | None = None


class AttachmentSpec(Entry, frozen=True, kw_only=True):
    """An attachment: a filing's id, or a title. Its text follows `@attachment ID` (or its number) in the body."""

    title: str
    id: str = ""
    enclosed: bool | None = None
    separate: bool = False
    """Delivered as a file of its own (7.3.7)."""

    @classmethod
    def spelled(cls, data: Any) -> Any:
        return {"title": data} if isinstance(data, str) else data


class Front(Entry, frozen=True, kw_only=True):
    """Front matter. Every text is a template; what a shape sets replaces the same key.

    The settings of a filing may stand here too: filings.yaml goes first where it says something.
    """

    name: str = ""
    """Chinese name of the kind."""
    title: str = ""
    """Only an order may have none: its mark and number say what it is (10.2)."""
    face: Face | Literal["auto"] = "auto"
    to: Literal["below", "superior", "none"] = "none"
    direction: Direction | None = None
    document_type: str | None = None
    """文种; absent: from the unit tree."""
    issued_by: Literal["joint", "lead"] = "lead"
    issuers: Names = None
    """Printed names (or agency ids of the workspace), lead first, 1 to 11."""
    mark: Literal["all", "lead"] = "all"
    """Whose names stand on the mark."""
    suffix: str | None = None
    header: bool | Literal["full", "none", "reserved"] = True
    number: Annotated[str | None, Before(as_text)] = None
    copy_number: Name = ""
    urgency: str = ""
    signers: Names = None
    closing: bool = True
    signatories: tuple[SignatorySpec, ...] | None = None
    sealed: bool = True
    doc_date: Day = None
    imprint: bool = True
    print_office: str | None = None
    print_date: Day = None
    recipients: str | tuple[str, ...] | None = None
    remark: str | None = None
    disclosure: str | None = None
    cc: str | tuple[str, ...] | None = None
    issued: tuple[IssuedSpec, ...] = ()
    attachments: tuple[AttachmentSpec, ...] = ()
    web: WebBlock | None = None
    """What the website shows above the document; a setting without a value is a visible blank."""
    state: State | None = None
    sample: bool | None = None
    fonts: Literal["standin", "system"] | None = None
    """Of a text that stands alone; in a workspace the campaign says it for all."""
    period: Annotated[str | None, Before(as_text)] = None
    tables: dict[str, TableSpec] = field(default_factory=dict)
    form: FormSpec = FormSpec()
    shapes: dict[str, dict[str, Any]] = field(default_factory=dict)
    shape: str = ""
    slots: dict[str, str] = field(default_factory=dict)
    """Clerk's texts: name and what to write there."""
    due: str | None = None
    meets: tuple[str, ...] = ()
    """Words of the materials that it is, as notices ask for them; 其他 for whatever no other kind is."""
    classification: str | None = None
    """密级: refused unless the workspace stands on a classified system."""
    secrecy_period: Annotated[str | None, Before(as_text)] = None
    """保密期限, where 密级 does not say it."""
