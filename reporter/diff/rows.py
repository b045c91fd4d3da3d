"""Two tables that are one: columns by label, rows by their key (record key, 隐患编号, name), else by content."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from reporter.diff.folding import folded
from reporter.diff.model import CellChange, ColumnStep, Row, RowStep, Table, TableSteps
from reporter.diff.pairing import Item, Woven, pair, weave
from reporter.diff.words import edits
from reporter.patterns import regex

ORDINALS = frozenset(("序号", "顺序号", "排名", "No.", "NO."))
"""Labels of columns that only count rows."""
_KEYS = (
    "隐患编号", "问题编号", "统一社会信用代码", "机构编码", "指标编码", "编码", "编号", "代码", "机构名称", "单位名称",
    "养老机构", "机构", "单位", "名称", "乡镇", "街道", "姓名", "项目", "指标", "事项",
)  # fmt: skip
_CODES = regex("编号|编码|代码")
"""Labels of columns whose keys may be bare numbers."""
_SHARED = 0.3
"""Share of the shorter side's keys that both sides must have."""
_LIKE = 0.5
_BARE_NUMBER = regex(r"[\d.,%％－-]*")


def table_steps(old: Table, new: Table) -> TableSteps:
    """Columns and rows woven; cells of rows that both sides have, word by word."""
    columns = _columns(old, new)
    shared = [(step.old, step.new) for step in columns if _paired(step)]
    view = _View(old, new, tuple((a, b) for a, b in shared if a is not None and b is not None))
    key = _key_column(view)
    coded = key[0] >= 0 and bool(_CODES.search(old.columns[key[0]].label))
    keyed = any(row.key for row in old.rows) and any(row.key for row in new.rows)
    left = [
        _item(row, (view.old_columns, view.counters(0)), _value(row, key[0]), (keyed, coded))
        for row in old.rows
    ]
    right = [
        _item(row, (view.new_columns, view.counters(1)), _value(row, key[1]), (keyed, coded))
        for row in new.rows
    ]
    pairs = _by_ordinal(pair(left, right), view)
    rows = [_row_step(one, view, key) for one in weave(pairs, left, right)]
    moved_on = sum(any(cell.renumbered for cell in row.cells) for row in rows)
    label = old.columns[key[0]].label if key[0] >= 0 else ""
    return TableSteps(columns, tuple(rows), moved_on, label)


class _View(Struct, frozen=True):
    """Both tables and the columns that both have."""

    old: Table
    new: Table
    columns: tuple[tuple[int, int], ...]

    @property
    def old_columns(self) -> list[int]:
        return [a for a, _ in self.columns]

    @property
    def new_columns(self) -> list[int]:
        return [b for _, b in self.columns]

    def counters(self, side: int) -> frozenset[int]:
        """Columns of 序号 on either side."""
        return frozenset(pair[side] for pair in self.columns if _counts(self.old, pair[0]))


def _counts(table: Table, column: int) -> bool:
    return folded(table.columns[column].label) in ORDINALS


def _paired(step: ColumnStep) -> bool:
    return step.kind in ("same", "edited", "moved")


def _columns(old: Table, new: Table) -> tuple[ColumnStep, ...]:
    bare = len(old.columns) == len(new.columns)
    left = [_column_item(column.key, column.label, at, bare) for at, column in enumerate(old.columns)]
    right = [_column_item(column.key, column.label, at, bare) for at, column in enumerate(new.columns)]
    pairs = pair(left, right)
    pairs = sorted([*pairs, *_by_cells(old, new, pairs)])
    steps = []
    for kind, a, b in weave(pairs, left, right):
        if kind == "same" and a is not None and b is not None and left[a].exact != right[b].exact:
            kind = "edited"
        steps.append(ColumnStep(kind, a, b))
    return tuple(steps)


def _column_item(key: str, label: str, at: int, bare: bool) -> Item:
    text = folded(label)
    identity = key or text or (f"@{at}" if bare else "")
    return Item(text, "", identity)


def _by_cells(old: Table, new: Table, pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Columns that were given another name: what stands in them is mostly the same."""
    left = [at for at in range(len(old.columns)) if at not in {a for a, _ in pairs}]
    right = [at for at in range(len(new.columns)) if at not in {b for _, b in pairs}]
    found = []
    for a in left:
        ours = _values(old, a)
        for b in right:
            theirs = _values(new, b)
            if (
                ours
                and theirs
                and len(ours & theirs) >= _LIKE * max(len(ours), len(theirs))
                and len(ours) > 1
            ):
                found.append((a, b))
                right.remove(b)
                break
    return found


def _values(table: Table, column: int) -> set[str]:
    return {_value(row, column) for row in table.rows} - {""}


def _value(row: Row, column: int) -> str:
    return folded(row.cells[column].text) if 0 <= column < len(row.cells) else ""


def _item(
    row: Row, columns: tuple[Sequence[int], frozenset[int]], key: str, known: tuple[bool, bool]
) -> Item:
    """`known`: whether both tables have record keys, and whether the key column holds codes."""
    shown, counters = columns
    keyed, coded = known
    exact = "\x1f".join(_value(row, at) for at in shown if at not in counters)
    recorded = keyed and bool(row.key) and not row.key.isdecimal()
    own = row.key if recorded else key
    if not own:
        return Item(exact, row.role, hint=row.mark)
    return Item(exact, row.role, f"{row.role}:{own}", "never" if recorded or coded else "near", row.mark)


def _key_column(view: _View) -> tuple[int, int]:
    """The column by which a person would find a row, on both sides; -1 when no column tells rows apart."""
    labels = [folded(view.old.columns[a].label) for a, _ in view.columns]
    known = [at for name in _KEYS for at, label in enumerate(labels) if label.startswith(name)]
    known += [at for name in _KEYS for at, label in enumerate(labels) if name in label and at not in known]
    others = [at for at, label in enumerate(labels) if at not in known and label not in ORDINALS]
    for at in dict.fromkeys(known):
        if _tells(view, view.columns[at], wordy=not _CODES.search(labels[at])):
            return view.columns[at]
    for at in others:
        if _tells(view, view.columns[at], wordy=True):
            return view.columns[at]
    return -1, -1


def _tells(view: _View, column: tuple[int, int], *, wordy: bool = False) -> bool:
    sides = []
    for table, at in zip((view.old, view.new), column, strict=True):
        values = [value for row in table.rows if row.role == "body" and (value := _value(row, at))]
        if not values or len(set(values)) < len(values) or (wordy and _few_words(values)):
            return False
        sides.append(set(values))
    old, new = sides
    return len(old & new) >= max(1, _SHARED * min(len(old), len(new)))


def _few_words(values: Sequence[str]) -> bool:
    """Figures that happen to differ are no names."""
    return sum(bool(_BARE_NUMBER.fullmatch(value)) for value in values) * 2 > len(values)


def _by_ordinal(pairs: list[tuple[int, int]], view: _View) -> list[tuple[int, int]]:
    """Rows that are left on both sides are one where 序号 is the same and the tables are of one length."""
    counters = sorted(view.counters(0))
    if not counters or len(view.old.rows) != len(view.new.rows):
        return pairs
    column = next((a, b) for a, b in view.columns if a == counters[0])
    taken = {b for _, b in pairs}
    free = {
        _value(row, column[1]): at for at, row in enumerate(view.new.rows) if at not in taken and not row.key
    }
    known = dict(pairs)
    for at, row in enumerate(view.old.rows):
        number = _value(row, column[0])
        if at not in known and not row.key and number and number in free:
            known[at] = free.pop(number)
    return sorted(known.items())


def _row_step(woven: Woven, view: _View, key: tuple[int, int]) -> RowStep:
    kind, a, b = woven
    name = _name(view.new.rows[b], key[1]) if b is not None and kind != "moved_away" else ""
    name = name or (_name(view.old.rows[a], key[0]) if a is not None else "")
    if a is None or b is None or kind == "moved_away":
        return RowStep(kind, a, b, name)
    cells = tuple(_cells(view, view.old.rows[a], view.new.rows[b]))
    if kind == "same" and any(not cell.renumbered for cell in cells):
        kind = "edited"
    return RowStep(kind, a, b, name, cells)


def _cells(view: _View, old: Row, new: Row) -> list[CellChange]:
    counters = view.counters(0)
    found = []
    for a, b in view.columns:
        before = old.cells[a].text if a < len(old.cells) else ""
        after = new.cells[b].text if b < len(new.cells) else ""
        if folded(before) != folded(after):
            moved_on = a in counters and before.strip().isdecimal() and after.strip().isdecimal()
            found.append(CellChange(a, b, edits(before, after), moved_on))
    return found


def _name(row: Row, column: int) -> str:
    """What a person calls the row: its key, else its first words."""
    if _value(row, column):
        return row.cells[column].text.strip()
    if row.role == "body" and row.key and not row.key.isdecimal():
        return row.key
    words = (cell.text.strip() for cell in row.cells if not cell.text.strip().isdecimal())
    return next((text for text in words if text), "")[:20]
