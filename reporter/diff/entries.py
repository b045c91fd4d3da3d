"""Every change as one entry in document order: where, what it was, what it is, its sort. The 对照表 is made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

from msgspec import Struct

from reporter.diff.model import (
    Block,
    CellChange,
    ColumnStep,
    Comparison,
    Edit,
    FigureChange,
    FormatChange,
    RowStep,
    Step,
    Table,
)
from reporter.diff.said import format_note, renumbering_note
from reporter.diff.sourced import Origin, figure_notes, origins
from reporter.text import clipped

Sort = Literal["figures", "wording", "tables", "formats"]
NAMES: Final[dict[Sort, str]] = {"figures": "数字", "wording": "文字", "tables": "表格", "formats": "格式"}
_HEADING_CHARACTERS = 24
_STRETCH = 60
"""Equal characters between two changes that are left out when there are more of them."""
_ENDS = "。；！？\n"


class Entry(Struct, frozen=True):
    """One change. `old` and `new` are pieces of either side (equal and delete, equal and insert); empty when the side
    has nothing. `step` is the index of its step, None for page set-up and renumbering."""

    sorts: tuple[Sort, ...]
    path: str
    place: str
    old: tuple[Edit, ...]
    new: tuple[Edit, ...]
    notes: tuple[str, ...]
    step: int | None = None


def whole(op: Literal["equal", "insert", "delete"], text: str) -> tuple[Edit, ...]:
    """A text as one piece, nothing for none."""
    return (Edit(op, text, 0, 0),) if text else ()


def number_edits(old: Block | None, new: Block | None) -> tuple[Edit, ...]:
    """The heading's number of both sides as edits before the text's."""
    before, after = old.number if old else "", new.number if new else ""
    if old and new and before == after:
        return whole("equal", before)
    return whole("delete", before) + whole("insert", after)


def step_edits(comparison: Comparison, step: Step) -> tuple[Edit, ...]:
    """The characters of a paragraph, numbers first, with everything that is different."""
    old = comparison.old.blocks[step.old] if step.old is not None else None
    new = comparison.new.blocks[step.new] if step.new is not None else None
    if old is None or step.kind == "inserted":
        return whole("insert", (new.number + new.text) if new else "")
    if new is None or step.kind == "deleted":
        return whole("delete", old.number + old.text)
    return number_edits(old, new) + (step.edits or whole("equal", new.text))


def step_sorts(comparison: Comparison, step: Step, figures: Sequence[FigureChange]) -> tuple[Sort, ...]:
    """Under which filters a step is found."""
    found: list[Sort] = ["figures"] if figures else []
    block = comparison.block_of(step)
    if block.furniture and step.kind != "same":
        return (*found, "formats")
    if block.table is not None and step.kind != "same":
        found.append("tables")
    elif step.kind not in ("same", "edited") or _worded(step.edits, figures):
        found.append("wording")
    if step.formats:
        found.append("formats")
    return tuple(found)


def _worded(edits: Sequence[Edit], figures: Sequence[FigureChange]) -> bool:
    """Whether more than figures is different."""
    known = {side.text for one in figures for side in (one.old, one.new) if side}
    units = {one.unit for one in figures} | {
        side.unit for one in figures for side in (one.old, one.new) if side
    }
    for edit in edits:
        rest = edit.text if edit.op != "equal" else ""
        for text in sorted(known | units, key=len, reverse=True):
            rest = rest.replace(text, "") if text else rest
        if any(sign.isalnum() for sign in rest):
            return True
    return bool(edits) and not figures


class Places:
    """The headings above each block of one side."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._paths: list[str] = []
        above: list[tuple[int, str]] = []
        part = ""
        for block in blocks:
            if block.part != part:
                above, part = [], block.part
            if block.level:
                above = [one for one in above if one[0] < block.level]
            self._paths.append(" › ".join(text for _, text in above))
            if block.level:
                above.append((block.level, _heading(block)))

    def of(self, index: int) -> str:
        """The headings above a block, outermost first, without its own."""
        return self._paths[index]


def _heading(block: Block) -> str:
    return block.number + clipped(block.text.split("。", 1)[0], _HEADING_CHARACTERS)


def path_of(comparison: Comparison, step: Step, places: tuple[Places, Places]) -> str:
    """The headings above a step, as the new side has them where it has the block."""
    if step.new is not None and step.kind != "moved_away":
        return places[1].of(step.new)
    return places[0].of(step.old or 0)


def place_of(block: Block) -> str:
    """正文第3段, or the part when nothing nearer is known."""
    return block.place or block.part


def figures_by_step(comparison: Comparison) -> dict[int, list[FigureChange]]:
    """The changed figures of each step."""
    found: dict[int, list[FigureChange]] = {}
    for change in comparison.figures:
        found.setdefault(change.block, []).append(change)
    return found


def entries(comparison: Comparison) -> tuple[Entry, ...]:
    """Every change in document order: page set-up first, then block by block, renumbering last."""
    return tuple(_entries(comparison))


def _entries(comparison: Comparison) -> Iterator[Entry]:
    for one in comparison.formats:
        yield _format(one, "", None)
    figures, known = figures_by_step(comparison), origins(comparison)
    places = Places(comparison.old.blocks), Places(comparison.new.blocks)
    for index, step in enumerate(comparison.steps):
        if step.kind == "moved_away":
            continue
        path = path_of(comparison, step, places)
        block = comparison.block_of(step)
        if block.table is not None and step.table is not None:
            yield from _TableEntries(comparison, step, (index, path), known).all(figures.get(index, []))
        elif step.kind != "same":
            notes = figure_notes(figures.get(index, []), known)
            yield _paragraph(comparison, step, figures.get(index, []), (index, path, notes))
        for one in step.formats:
            yield _format(one, path, index)
    for moved in comparison.renumbered:
        old, new = whole("delete", moved.old), whole("insert", moved.new)
        yield Entry(("wording",), "", moved.place, old, new, (f"序号顺延：{renumbering_note(moved)}",))


def _format(one: FormatChange, path: str, index: int | None) -> Entry:
    old, new = whole("delete", one.old), whole("insert", one.new)
    return Entry(("formats",), path, one.place, old, new, (f"格式：{format_note(one)}",), index)


def _paragraph(
    comparison: Comparison, step: Step, figures: Sequence[FigureChange], at: tuple[int, str, Sequence[str]]
) -> Entry:
    """A paragraph, or a whole table that is new, gone or moved. `at`: its step, path, and notes of its figures."""
    block = comparison.block_of(step)
    sorts = step_sorts(comparison, step, figures)
    if block.table is not None:
        edits = whole("delete" if step.kind == "deleted" else "insert", _table_said(block.table))
    else:
        edits = step_edits(comparison, step)
    notes = [_note(comparison, step, sorts), *at[2]]
    if step.kind == "moved" and not step.edits:
        edits = whole("equal", "".join(edit.text for edit in edits if edit.op != "delete"))
    old, new = sides(shortened(edits))
    return Entry(sorts, at[1], place_of(block), old, new, tuple(note for note in notes if note), at[0])


def _note(comparison: Comparison, step: Step, sorts: Sequence[Sort]) -> str:
    table = comparison.block_of(step).table is not None
    if step.kind == "moved" and step.old is not None:
        came = f"移动：由原稿{place_of(comparison.old.blocks[step.old])}移来"
        return came + ("，有修改" if step.edits else "")
    if step.kind in ("inserted", "deleted"):
        said = "新增" if step.kind == "inserted" else "删去"
        return said + ("表格" if table else "")
    return "文字修改" if "wording" in sorts or sorts == ("formats",) else ""


def _table_said(table: Table) -> str:
    return f"表格，{len(table.rows)}行：{'、'.join(column.label for column in table.columns)}"


class _TableEntries:
    """The entries of a table that both sides have."""

    def __init__(
        self, comparison: Comparison, step: Step, at: tuple[int, str], known: Mapping[str, Origin]
    ) -> None:
        tables = comparison.tables_of(step)
        assert tables is not None
        self.steps, self.old, self.new = tables
        (self.index, self.path), self.known = at, known
        self.place = place_of(comparison.block_of(step))
        self.moved_from = place_of(comparison.old_block(step)) if step.kind == "moved" else ""

    def all(self, figures: Sequence[FigureChange]) -> Iterator[Entry]:
        left = list(figures)
        if self.moved_from:
            said = whole("equal", _table_said(self.new))
            yield self._entry(self.place, (said, said), [f"移动：由原稿{self.moved_from}移来"])
        yield from map(self._column, self.steps.changed_columns)
        for row in self.steps.changed_rows:
            yield self._row(row, left)
        if self.steps.renumbered:
            yield self._entry(self.place, ((), ()), [f"序号顺延：{self.steps.renumbered}行"])
        if left:
            yield self._entry(self.place, ((), ()), figure_notes(left, self.known), ("figures", "tables"))

    def _entry(
        self,
        place: str,
        texts: tuple[tuple[Edit, ...], tuple[Edit, ...]],
        notes: Sequence[str],
        sorts: tuple[Sort, ...] = ("tables",),
    ) -> Entry:
        return Entry(sorts, self.path, place, *texts, tuple(notes), self.index)

    def _column(self, column: ColumnStep) -> Entry:
        before, after = self.old.label(column.old), self.new.label(column.new)
        label = after or before
        note = {"inserted": "表格新增一栏", "deleted": "表格删去一栏", "moved": "表格移动一栏"}
        if column.kind == "moved":
            texts = (
                whole("equal", f"第{(column.old or 0) + 1}栏"),
                whole("equal", f"第{(column.new or 0) + 1}栏"),
            )
        else:
            texts = whole("delete", before), whole("insert", after)
        return self._entry(f"{self.place}，“{label}”栏", texts, [note.get(column.kind, "栏名修改")])

    def _row(self, row: RowStep, figures: list[FigureChange]) -> Entry:
        place = f"{self.place}，{self._called(row)}"
        notes = {"inserted": "表格新增一行", "deleted": "表格删去一行", "moved": "表格移动一行"}
        if row.kind == "inserted":
            texts: tuple[tuple[Edit, ...], tuple[Edit, ...]] = (
                (),
                whole("insert", row_said(self.new, row.new)),
            )
        elif row.kind == "deleted":
            texts = whole("delete", row_said(self.old, row.old)), ()
        elif row.kind == "moved" and not row.cells:
            said = whole("equal", row_said(self.new, row.new))
            texts = said, said
        else:
            texts = self._cells(row.cells)
        mine = taken(figures, *texts)
        said_kind = notes.get(row.kind, "" if mine else "表格修改")
        if row.kind == "moved" and row.cells:
            said_kind += "，有修改"
        sorts: tuple[Sort, ...] = ("figures", "tables") if mine else ("tables",)
        return self._entry(
            place, texts, [*([said_kind] if said_kind else []), *figure_notes(mine, self.known)], sorts
        )

    def _called(self, row: RowStep) -> str:
        table, index = (self.new, row.new) if row.new is not None else (self.old, row.old)
        number = table.rows[index].number if index is not None else 0
        line = f"第{number or (index or 0) + 1 + len(table.head)}行"
        return f"{line}（{row.key}）" if row.key else line

    def _cells(self, cells: Sequence[CellChange]) -> tuple[tuple[Edit, ...], tuple[Edit, ...]]:
        old: list[Edit] = []
        new: list[Edit] = []
        for cell in cells:
            if cell.renumbered:
                continue
            before, after = sides(shortened(cell.edits))
            for side, label, pieces in (
                (old, self.old.columns[cell.old_column].label, before),
                (new, self.new.columns[cell.new_column].label, after),
            ):
                side += whole("equal", ("\n" if side else "") + f"{label}：")
                side += pieces or whole("equal", "（空）")
        return tuple(old), tuple(new)


def row_said(table: Table, index: int | None) -> str:
    """序号：5；隐患编号：… — a whole row in one line, empty cells left out."""
    if index is None:
        return ""
    row = table.rows[index]
    labels = [column.label for column in table.columns]
    if row.role != "body" or len(row.cells) != len(labels):
        return "；".join(cell.text for cell in row.cells if cell.text)
    return "；".join(
        f"{label}：{cell.text}" for label, cell in zip(labels, row.cells, strict=True) if cell.text
    )


def taken(figures: list[FigureChange], old: Sequence[Edit], new: Sequence[Edit]) -> list[FigureChange]:
    """The figures that stand in these pieces; they are taken out of `figures`."""
    before = "".join(edit.text for edit in old)
    after = "".join(edit.text for edit in new)
    mine = [
        one
        for one in figures
        if (one.old is None or one.old.text in before) and (one.new is None or one.new.text in after)
    ]
    figures[:] = [one for one in figures if one not in mine]
    return mine


def sides(edits: Sequence[Edit]) -> tuple[tuple[Edit, ...], tuple[Edit, ...]]:
    """What the old and what the new side show."""
    old = tuple(edit for edit in edits if edit.op != "insert")
    new = tuple(edit for edit in edits if edit.op != "delete")
    changed_only = {edit.op for edit in edits}
    if changed_only == {"insert"}:
        return (), new
    if changed_only == {"delete"}:
        return old, ()
    return old, new


def shortened(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Long equal stretches give way to ……, cut at the ends of sentences where there are some."""
    found = []
    last = len(edits) - 1
    for at, edit in enumerate(edits):
        text = edit.text
        if edit.op == "equal" and len(text) > _STRETCH and last:
            text = (_head(text) if at else "") + "……" + (_tail(text) if at < last else "")
        found.append(Edit(edit.op, text, edit.old, edit.new))
    return tuple(found)


def _head(text: str) -> str:
    """The beginning, up to the first end of a sentence."""
    half = text[: _STRETCH // 2]
    end = min((half.index(sign) for sign in _ENDS if sign in half), default=len(half) - 1)
    return half[: end + 1]


def _tail(text: str) -> str:
    """The end, from behind the last end of a sentence before it."""
    half = text[-(_STRETCH // 2) :]
    start = max(half[:-1].rfind(sign) for sign in _ENDS)
    return half[start + 1 :]
