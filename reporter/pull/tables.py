"""Tables that were changed in Word: cells go back where they are words, everything else is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reporter.diff.folding import folded
from reporter.diff.model import CellChange, Row, RowStep, Step, Table
from reporter.intake.folder import INDICATORS
from reporter.pull.letters import letters_of
from reporter.pull.model import Proposal
from reporter.pull.paragraphs import Paragraphs, Texts
from reporter.pull.sides import Sides

_ROWS = (
    "表格的行由台账和文种模板决定，Word 里增删、移动的行不带回；请在台账（或开头的 tables）里改，再重新生成"
)
_COLUMNS = "表头由文种模板的 tables 定义，Word 里改的不带回"
_WHOLE = "表格由文种模板插入（@表格、@表单、@台账），Word 里增删的表格不带回"
_LABELS = "指标表的文字在 indicators.yaml 里，请在那里改"
_KINDS = {"inserted": "新增", "deleted": "删去", "moved": "移动"}


class Tables:
    """Proposals about the tables of both sides."""

    def __init__(self, sides: Sides, paragraphs: Paragraphs) -> None:
        self._sides, self._paragraphs = sides, paragraphs

    def whole(self, step: Step) -> Proposal:
        """A table that only one side has, or that stands elsewhere."""
        block = self._sides.found.block_of(step)
        rows = len(block.table.rows) if block.table else 0
        word = _KINDS.get(step.kind, "移动")
        return Proposal("表格", "tell", block.place, "", f"{word}表格（{rows}行）", "", (_WHOLE,))

    def changed(self, step: Step) -> Iterator[Proposal]:
        """What is different in a table that both have."""
        tables = self._sides.found.tables_of(step)
        if tables is None:
            return
        steps, old, new = tables
        place = self._sides.found.block_of(step).place
        for column in steps.changed_columns:
            before, after = old.label(column.old), new.label(column.new)
            yield Proposal("表格", "tell", f"{place}表头", before, after, "", (_COLUMNS,))
        ours = self._sides.our_block(step.old)
        rows = _by_key(ours.table) if ours and ours.table else {}
        for row in steps.rows:
            yield from self._row(row, (old, new), (place, ours is not None and ours.role == "form"), rows)

    def _row(
        self, row: RowStep, tables: tuple[Table, Table], at: tuple[str, bool], ours: Mapping[tuple[str, str], Row]
    ) -> Iterator[Proposal]:
        """`at`: where the table stands, and whether it is a form."""
        old, new = tables
        place, form = f"{at[0]}“{row.key}”行", at[1]
        if row.kind in ("inserted", "deleted", "moved"):
            before = _said(old, row.old) if row.kind != "inserted" else ""
            after = _said(new, row.new) if row.kind != "deleted" else ""
            yield Proposal("表格", "tell", place, before, after, "", (f"{_KINDS[row.kind]}一行。{_ROWS}",))
        if row.old is None or row.new is None or row.kind == "moved_away":
            return
        known = old.rows[row.old]
        for cell in row.cells:
            if not cell.renumbered:
                own = ours.get((known.role, known.key))
                label = new.columns[cell.new_column].label
                yield from self._cell(cell, (known, new.rows[row.new], own), f"{place}“{label}”栏", form=form)

    def _cell(
        self, cell: CellChange, rows: tuple[Row, Row, Row | None], place: str, *, form: bool
    ) -> Iterator[Proposal]:
        base, theirs = rows[0].cells[cell.old_column].text, rows[1].cells[cell.new_column]
        own = rows[2].cells[cell.old_column] if rows[2] and cell.old_column < len(rows[2].cells) else None
        if own and form and own.text and not any(run.ref for run in own.runs):
            yield Proposal("表格", "tell", place, base, theirs.text, INDICATORS, (_LABELS,))
            return
        if own is None or folded(base) == folded(theirs.text):
            if own is None:
                yield Proposal("表格", "tell", place, base, theirs.text, "", (_ROWS,))
            return
        if not own.text and not base.strip():
            note = "这一格现在是空的，要填请在台账（或开头的 tables）里填"
            yield Proposal("表格", "tell", place, base, theirs.text, "", (note,))
            return
        texts = Texts(place, base, theirs.text, own.text, letters_of(own.runs), theirs.runs, bold=False)
        yield from self._paragraphs.proposals(texts)


def _by_key(table: Table) -> dict[tuple[str, str], Row]:
    return {(row.role, row.key): row for row in table.rows}


def _said(table: Table, index: int | None) -> str:
    if index is None:
        return ""
    return "；".join(cell.text.replace("\n", " ") for cell in table.rows[index].cells if cell.text.strip())
