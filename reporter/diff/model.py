"""What is compared, and what a comparison finds. Everything is frozen; indexes point into `Material.blocks`.

A comparison is a script that weaves both sides: whoever takes the steps that stand on the old side gets OLD, whoever
takes those of the new side gets NEW. A redline, a page and a table walk the same script.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Literal

from msgspec import Struct

SCHEMA = "reporter/diff-1"

Sort = Literal["document", "docx", "pdf"]
Kind = Literal["same", "edited", "inserted", "deleted", "moved", "moved_away"]
"""A step of a script. `moved` stands where the new side has it, `moved_away` where the old side had it; both know
both indexes, and the edits of what was moved and edited stand with `moved`."""
OLD_SIDE: frozenset[Kind] = frozenset(("same", "edited", "deleted", "moved_away"))
NEW_SIDE: frozenset[Kind] = frozenset(("same", "edited", "inserted", "moved"))
CHANGED: frozenset[Kind] = frozenset(("edited", "inserted", "deleted", "moved"))
"""Kinds that are told: one step for each change."""
Op = Literal["equal", "insert", "delete"]
FURNITURE = frozenset(("页眉", "页脚"))
Pairs = tuple[tuple[str, str], ...]
"""Name and value, sorted by name: how something stands."""


class Run(Struct, frozen=True):
    """Characters with one mark: `ref` says which figure, cell, answer or text they came from (`reporter.refs`)."""

    text: str
    strong: bool = False
    ref: str = ""


class CellText(Struct, frozen=True, dict=True):
    """One cell of a table. `at` counts its first paragraph in the file from 1, 0 when there is none."""

    runs: tuple[Run, ...] = ()
    at: int = 0

    @cached_property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class Column(Struct, frozen=True):
    """A column. `key` is its id where one is known, else its label."""

    key: str
    label: str


class Row(Struct, frozen=True):
    """A body row. `key` is the record key where one is known (never printed), empty otherwise. `mark` is the hidden
    bookmark of the row."""

    cells: tuple[CellText, ...]
    key: str = ""
    mark: str = ""
    role: Literal["body", "group", "total"] = "body"
    number: int = 0
    """Its number in the file's table, header rows counted, from 1; 0 when there is no file."""


class Table(Struct, frozen=True):
    """A table of data. `head` holds the header rows as printed; `number` counts the tables of the file from 1."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    head: tuple[tuple[str, ...], ...] = ()
    number: int = 0

    def label(self, column: int | None) -> str:
        """What a column is called; empty where a side has none."""
        return self.columns[column].label if column is not None else ""


class Block(Struct, frozen=True, dict=True):
    """A paragraph or, with `table`, a table.

    `id` is the Document's, `mark` the hidden bookmark; either may be empty. `part` is the Chinese name of what it
    belongs to (版头, 正文, 印发文本, 附件1, 版记, 页眉, 页脚, 脚注), `place` where a person would look (正文第3段).
    `role` is the style key of `typeset.styles` or the role that was recognised. `number` (一、 （一） 二是 附件：1.) is
    no part of the text; typed numbers stand before it in the file's paragraph, `automatic` ones do not. `at` counts
    the paragraph in the file from 1. `look` is how it stands, for format changes.
    """

    role: str
    runs: tuple[Run, ...] = ()
    id: str = ""
    mark: str = ""
    part: str = "正文"
    place: str = ""
    number: str = ""
    automatic: bool = False
    level: int = 0
    at: int = 0
    look: Pairs = ()
    table: Table | None = None

    @cached_property
    def text(self) -> str:
        """The characters without the number."""
        return "".join(run.text for run in self.runs)

    @property
    def furniture(self) -> bool:
        """Whether it stands at the edge of every page: what changes there is format, not text."""
        return self.part in FURNITURE


class Source(Struct, frozen=True):
    """What is known of one figure of a draft: label, printed form, formula, keys of the rows and cells behind it."""

    ref: str
    label: str
    text: str
    measure: str = ""
    formula: str = ""
    rows: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()


class Material(Struct, frozen=True):
    """One side. `origin` is filing and draft (`year-end-summary@2026#3`) where it is known: ids of two sides of one
    origin probably mean the same (drafts in other folders are counted from 1 too). `page` is page set-up and sections;
    `sources` the figures by reference."""

    name: str
    sort: Sort
    blocks: tuple[Block, ...]
    title: str = ""
    origin: str = ""
    page: Pairs = ()
    sources: Mapping[str, Source] | None = None
    inputs: Mapping[str, str] | None = None
    """Relative path → SHA-256 of what a draft was made from."""


class Edit(Struct, frozen=True):
    """A stretch of characters: of both texts (equal), of the new one (insert) or of the old one (delete). `old` and
    `new` are where it begins in either text. A number is never parted."""

    op: Op
    text: str
    old: int
    new: int


class CellChange(Struct, frozen=True):
    """A cell whose text changed; columns are indexes into `Table.columns` of either side."""

    old_column: int
    new_column: int
    edits: tuple[Edit, ...]
    renumbered: bool = False
    """Only 序号 moved on: the row counts as unchanged."""


class ColumnStep(Struct, frozen=True):
    """A column; `edited` when its label changed."""

    kind: Kind
    old: int | None
    new: int | None


class RowStep(Struct, frozen=True):
    """A body row; indexes into `Table.rows`. `key` is what a person calls the row."""

    kind: Kind
    old: int | None
    new: int | None
    key: str
    cells: tuple[CellChange, ...] = ()


class TableSteps(Struct, frozen=True):
    """What happened in a table that both sides have. `renumbered` counts rows where only 序号 moved on."""

    columns: tuple[ColumnStep, ...]
    rows: tuple[RowStep, ...]
    renumbered: int = 0
    key_column: str = ""
    """Label of the column by which rows were matched; empty when record keys or contents were used."""

    @property
    def changed_columns(self) -> tuple[ColumnStep, ...]:
        return tuple(column for column in self.columns if column.kind in CHANGED)

    @property
    def changed_rows(self) -> tuple[RowStep, ...]:
        return tuple(row for row in self.rows if row.kind in CHANGED)

    @property
    def same(self) -> bool:
        same = all(column.kind == "same" for column in self.columns)
        return same and not self.renumbered and all(row.kind == "same" for row in self.rows)


class FormatChange(Struct, frozen=True):
    """How something stands, not what it says. `what` is Chinese (样式, 首行缩进, 纸张 …); empty values are unknown."""

    place: str
    what: str
    old: str
    new: str


class Step(Struct, frozen=True):
    """A block. `renumbered`: its number is another one on the new side."""

    kind: Kind
    old: int | None
    new: int | None
    edits: tuple[Edit, ...] = ()
    table: TableSteps | None = None
    renumbered: bool = False
    formats: tuple[FormatChange, ...] = ()


class Renumbering(Struct, frozen=True):
    """Numbers that moved on because something was inserted or taken out, told once: 三、→四、and so on."""

    place: str
    old: str
    new: str
    count: int


class Figure(Struct, frozen=True):
    """A number as printed, with its value in `unit`; two of other units (万元 and 元) have 万 and 亿 counted out."""

    text: str
    value: Decimal
    unit: str


class Cause(Struct, frozen=True):
    """Why a figure moved: a fact with its two values and formulas, the rows and cells that are new, gone or other."""

    ref: str
    label: str
    old: str
    new: str
    formula_old: str = ""
    formula_new: str = ""
    rows_added: tuple[str, ...] = ()
    rows_removed: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()


class FigureChange(Struct, frozen=True):
    """A figure that is another one now. `delta` is new less old in `unit` (百分点 for rates), `percent` the delta of
    the old value in percent; both None when a side has no value. `block` is the index of its step."""

    old: Figure | None
    new: Figure | None
    delta: Decimal | None
    percent: Decimal | None
    unit: str
    what: str
    place: str
    block: int
    ref: str = ""
    causes: tuple[Cause, ...] = ()


class Unmoved(Struct, frozen=True):
    """A figure that stayed although the same quantity changed elsewhere (R8). `why` is a Chinese sentence."""

    text: str
    what: str
    place: str
    changed_at: str
    old: str
    new: str
    why: str


class Comparison(Struct, frozen=True, dict=True):
    """Everything that is different. `steps` weave the blocks of both sides in reading order."""

    old: Material
    new: Material
    steps: tuple[Step, ...]
    figures: tuple[FigureChange, ...] = ()
    unmoved: tuple[Unmoved, ...] = ()
    renumbered: tuple[Renumbering, ...] = ()
    formats: tuple[FormatChange, ...] = ()
    """Page set-up, sections and what belongs to no block; those of blocks stand with their steps."""

    @cached_property
    def changed(self) -> tuple[Step, ...]:
        """Steps where the text or a table is different; one step for each move."""
        return tuple(step for step in self.steps if step.kind in CHANGED)

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many paragraphs (blocks) and tables were inserted, deleted, moved, edited; rows, cells and columns
        likewise; figures, formats."""
        found: Counter[str] = Counter()
        for step in self.changed:
            if self.block_of(step).furniture:
                found["formats"] += 1
                continue
            found[f"{'tables' if self.block_of(step).table else 'blocks'}_{step.kind}"] += 1
            if step.table:
                found.update(_counted(step.table))
        found["figures"] = len(self.figures)
        found["unmoved"] = len(self.unmoved)
        found["renumbered"] = len(self.renumbered)
        found["formats"] += len(self.formats) + sum(len(step.formats) for step in self.steps)
        return {name: found[name] for name in sorted(found) if found[name]}

    @property
    def same(self) -> bool:
        """Nothing at all is different."""
        return not self.counts

    @property
    def same_text(self) -> bool:
        """Neither text nor figures are different; formats may be."""
        return not (set(self.counts) - {"formats"})

    def block_of(self, step: Step) -> Block:
        """The block as the new side has it, else as the old one had it."""
        return self.new.blocks[step.new] if step.new is not None else self.old_block(step)

    def old_block(self, step: Step) -> Block:
        """The block as the old side had it; only for steps that stand on both sides or on the old one."""
        assert step.old is not None
        return self.old.blocks[step.old]

    def tables_of(self, step: Step) -> tuple[TableSteps, Table, Table] | None:
        """What the step tells of a table that stands on both sides, and this table as either has it."""
        if step.table is None or step.old is None or step.new is None:
            return None
        old, new = self.old.blocks[step.old].table, self.new.blocks[step.new].table
        return (step.table, old, new) if old is not None and new is not None else None

    @cached_property
    def inputs(self) -> tuple[str, ...]:
        """Files that two drafts were made from and that are others now, new or gone."""
        old, new = self.old.inputs, self.new.inputs
        if old is None or new is None:
            return ()
        return tuple(path for path in sorted({*old, *new}) if old.get(path) != new.get(path))

    def all_formats(self) -> Iterator[FormatChange]:
        """Page set-up first, then block by block."""
        yield from self.formats
        for step in self.steps:
            yield from step.formats


def _counted(table: TableSteps) -> Iterator[str]:
    yield from (f"columns_{column.kind}" for column in table.changed_columns)
    yield from (f"rows_{row.kind}" for row in table.changed_rows)
    yield from ("cells" for row in table.rows for cell in row.cells if not cell.renumbered)
    if table.renumbered:
        yield "renumbered_rows"
