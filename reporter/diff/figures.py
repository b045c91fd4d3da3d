"""Every figure that is another one now, and those that should have changed with it and did not (R8)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from reporter.diff.causes import causes
from reporter.diff.folding import folded
from reporter.diff.model import (
    Block,
    CellText,
    Comparison,
    Edit,
    Figure,
    FigureChange,
    Row,
    Run,
    Table,
    TableSteps,
    Unmoved,
)
from reporter.diff.rows import ORDINALS
from reporter.diff.words import UNITS, words
from reporter.patterns import regex

_FIGURE = regex(
    r"([-−+]?)(\d{1,3}(?:[,，]\d{3})+|\d+)(\.\d+)?\s?([万亿]?)"
    rf"([%％‰]|{'|'.join(unit for unit in UNITS if unit not in ('号', '日', '月', '年', '期'))})?",
    re.ASCII,
)
_YEAR = regex(r"(?:19|20)\d\d", re.ASCII)
_CLAUSE_END = regex(r"[，。；：！？,;:（）()、\n\t ]")
_FILLERS = regex(
    r"^(?:其中|截至目前|目前|现|共有|共|总计|合计|累计|现有|已有|有|计|达到|达|为|约|的|了|是|和)+"
    r"|(?:共有|共计|共|总计|合计|累计|现有|已有|有|计|达到|达|为|约|的|了|是)+$"
)
_LABEL_UNIT = regex(r"[（(]\s*(%|％|[\u4e00-\u9fff]{1,4})\s*[）)]\s*$")
_NO_FIGURES = regex(r"编号|编码|代码|电话|手机|日期|时间|年月|期限|文号|身份证")
_WHEN = regex(r"(?:截至)?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?")
_DIGITS = regex(r"\d[\d.,，]*(?<![.,，])")
_MOST_DIGITS = 15
"""Longer numbers name something."""
_NO_DIGITS = regex(r"[^\d.,，]")
_SCALE = {"": 1, "万": 10**4, "亿": 10**8}
_SHORT = 2


class _Found(Struct, frozen=True):
    """A figure in a text: where it begins and ends, what it counts, the reference of its run."""

    figure: Figure
    start: int
    end: int
    what: str
    ref: str = ""


class _Where(Struct, frozen=True):
    """A text of either side with its runs, as one place of the document."""

    old: Sequence[Run]
    new: Sequence[Run]
    place: str
    step: int
    what: str = ""
    unit: str = ""
    bare: bool = False


def figure_changes(found: Comparison) -> Iterator[FigureChange]:
    """In reading order. Figures of what was inserted or taken out whole are no changed figures."""
    for at, step in enumerate(found.steps):
        if step.old is None or step.new is None or step.kind == "moved_away":
            continue
        old, new = found.old.blocks[step.old], found.new.blocks[step.new]
        if new.furniture:
            continue
        if step.edits:
            yield from _changes(_Where(old.runs, new.runs, new.place, at), step.edits, found)
        elif tables := found.tables_of(step):
            yield from _table(tables, (new.place, at), found)


def _table(
    tables: tuple[TableSteps, Table, Table], at: tuple[str, int], found: Comparison
) -> Iterator[FigureChange]:
    """`at`: the table's place and the index of its step."""
    steps, old, new = tables
    for row in steps.rows:
        for cell in row.cells:
            label = new.columns[cell.new_column].label
            if cell.renumbered or row.old is None or row.new is None or not _counted(label):
                continue
            before = _cell(old, row.old, cell.old_column)
            after = _cell(new, row.new, cell.new_column)
            yield from _changes(_in_cell((before.runs, after.runs), at, row.key, label), cell.edits, found)


def _in_cell(
    runs: tuple[Sequence[Run], Sequence[Run]], at: tuple[str, int], key: str, label: str
) -> _Where:
    """A cell by the table's place and step, what its row is called, and its column's label with the unit."""
    unit = _LABEL_UNIT.search(label)
    name = label[: unit.start()] if unit else label
    place, what = f"{at[0]}“{key}”行“{label}”栏", f"{key}·{name}" if key else name
    return _Where(*runs, place, at[1], what, unit[1] if unit else "", bare=True)


def _cell(table: Table, row: int, column: int) -> CellText:
    cells = table.rows[row].cells
    return cells[column] if column < len(cells) else CellText()


def _counted(label: str) -> bool:
    return folded(label) not in ORDINALS and not _NO_FIGURES.search(label)


def _changes(where: _Where, edits: Sequence[Edit], found: Comparison) -> Iterator[FigureChange]:
    old, new = _changed(where.old, where, edits, "delete"), _changed(where.new, where, edits, "insert")
    for before, after in _paired(old, new):
        if before and after and _same(before.figure, after.figure):
            continue
        yield _change(before, after, where, found)


def _changed(runs: Sequence[Run], where: _Where, edits: Sequence[Edit], op: str) -> list[tuple[int, _Found]]:
    """Figures inside what was deleted or inserted, each with the number of its change."""
    figures = list(_figures(runs, where))
    found = []
    for number, start, end in _stretches(edits, op):
        found += [(number, one) for one in figures if start <= one.start and one.end <= end]
    return found


def _stretches(edits: Sequence[Edit], op: str) -> Iterator[tuple[int, int, int]]:
    """Changes as `(number, start, end)` on the side of `op`; what is deleted and inserted at one place has one
    number."""
    number = 0
    for edit in edits:
        if edit.op == "equal":
            number += 1
        elif edit.op == op:
            start = edit.old if op == "delete" else edit.new
            yield number, start, start + len(edit.text)


def _paired(
    old: Sequence[tuple[int, _Found]], new: Sequence[tuple[int, _Found]]
) -> list[tuple[_Found | None, _Found | None]]:
    """One figure is the other by its reference, else by unit and words, else by unit in the same change."""
    left, right = list(old), list(new)
    pairs: list[tuple[_Found | None, _Found | None]] = []
    for alike in (_by_ref, _by_words, _by_unit):
        for one in list(left):
            other = next((other for other in right if alike(one, other)), None)
            if other is not None:
                pairs.append((one[1], other[1]))
                left.remove(one)
                right.remove(other)
    pairs += [(one, None) for _, one in left] + [(None, one) for _, one in right]
    return sorted(pairs, key=_order)


def _order(pair: tuple[_Found | None, _Found | None]) -> tuple[int, int]:
    old, new = pair
    return (new.start, 0) if new else (old.start if old else 0, 1)


def _by_ref(one: tuple[int, _Found], other: tuple[int, _Found]) -> bool:
    return bool(one[1].ref) and one[1].ref == other[1].ref


def _by_words(one: tuple[int, _Found], other: tuple[int, _Found]) -> bool:
    return one[1].figure.unit == other[1].figure.unit and bool(one[1].what) and one[1].what == other[1].what


def _by_unit(one: tuple[int, _Found], other: tuple[int, _Found]) -> bool:
    """Also 万元 beside 元, and a bare number beside one with a unit."""
    if one[0] != other[0]:
        return False
    units = {one[1].figure.unit.lstrip("万亿"), other[1].figure.unit.lstrip("万亿")}
    return len(units - {""}) <= 1


def _same(one: Figure, other: Figure) -> bool:
    return one.unit == other.unit and one.value == other.value


def _change(before: _Found | None, after: _Found | None, where: _Where, found: Comparison) -> FigureChange:
    one = after or before
    assert one is not None
    ref = one.ref or (before.ref if before else "")
    old, new = before.figure if before else None, after.figure if after else None
    unit = one.figure.unit
    if old and new and old.unit != new.unit:
        old, new = _plain(old), _plain(new)
        unit = new.unit or old.unit
    delta = new.value - old.value if old and new else None
    share = None
    if delta is not None and old and old.value and unit not in ("%", "‰"):
        share = (delta * 100 / abs(old.value)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    because = causes(ref, found.old, found.new)
    what = where.what or one.what or (because[0].label if because else "")
    shown = "个百分点" if unit == "%" and delta is not None else unit
    return FigureChange(old, new, delta, share, shown, what, where.place, where.step, ref, because)


def _plain(figure: Figure) -> Figure:
    """万 and 亿 counted out."""
    scale = _SCALE.get(figure.unit[:1], 1)
    if scale == 1:
        return figure
    return Figure(figure.text, figure.value * scale, figure.unit[1:])


def _figures(runs: Sequence[Run], where: _Where) -> Iterator[_Found]:
    text = "".join(run.text for run in runs)
    at = 0
    for word in words(text):
        found = _FIGURE.fullmatch(word)
        if (
            found
            and len(found[2]) <= _MOST_DIGITS
            and (where.bare or found[5] or found[4] or _stands_alone(text, at, word))
        ):
            value = Decimal(
                (found[1].replace("−", "-") + found[2] + (found[3] or "")).replace(",", "").replace("，", "")
            )
            unit = (found[4] + (found[5] or "")).replace("％", "%") or where.unit.replace("％", "%")
            if not text[:at].endswith(("第", "〔", "[")):
                ref = _ref_at(runs, at)
                yield _Found(
                    Figure(word, value, unit), at, at + len(word), where.what or _what(text, at, word), ref
                )
        at += len(word)


def _stands_alone(text: str, at: int, word: str) -> bool:
    """A bare number in a sentence: neither a year nor a part of a standard's number or a range."""
    around = text[at - 1 : at] + text[at + len(word) : at + len(word) + 1]
    return not _YEAR.fullmatch(word) and not re.search(r"[A-Za-z—–\-/.．、]", around)


def _ref_at(runs: Sequence[Run], at: int) -> str:
    """The reference of the run in which a number's digits begin."""
    end = 0
    for run in runs:
        end += len(run.text)
        if at < end:
            return run.ref
    return ""


def _what(text: str, at: int, word: str) -> str:
    """The words of the clause before a figure without fillers; those behind it when there are none."""
    before = _bare(_WHEN.sub("", _CLAUSE_END.split(text[:at])[-1]))
    if len(before) >= _SHORT:
        return before
    behind = re.match(r"[\u4e00-\u9fff]*", text[at + len(word) :])
    return _bare(behind[0] if behind else "") or before


def _bare(text: str) -> str:
    while (shorter := _FILLERS.sub("", text)) != text:
        text = shorter
    return text.strip()


def unmoved(found: Comparison, changes: Sequence[FigureChange]) -> Iterator[Unmoved]:
    """Figures of the new side that still say what changed elsewhere: the same fact, or the same words and unit."""
    moved: dict[Decimal, list[FigureChange]] = {}
    texts: set[str] = set()
    for change in changes:
        if change.old and change.new:
            moved.setdefault(change.old.value, []).append(change)
            texts.add(_NO_DIGITS.sub("", change.old.text))
    told: set[tuple[str, str]] = set()
    for where in (where for block in found.new.blocks for where in _places(block, texts)) if texts else ():
        for one in _figures(where.new, where):
            near = moved.get(one.figure.value, ())
            left = next((change for change in near if _left_behind(one, change, where)), None)
            if left and (one.figure.text, where.place + one.what) not in told:
                told.add((one.figure.text, where.place + one.what))
                yield _unmoved(one, left, where)


def _places(block: Block, texts: set[str]) -> Iterator[_Where]:
    """Its texts in which one of the figures stands."""
    if block.table is None:
        if not block.furniture and not texts.isdisjoint(_DIGITS.findall(block.text)):
            yield _Where((), block.runs, block.place, 0)
        return
    counted = [(at, column.label) for at, column in enumerate(block.table.columns) if _counted(column.label)]
    for row in block.table.rows:
        for at, label in counted:
            if at < len(row.cells) and not texts.isdisjoint(_DIGITS.findall(row.cells[at].text)):
                yield _in_cell(((), row.cells[at].runs), (block.place, 0), _called(row), label)


def _called(row: Row) -> str:
    """Its first words that are no number."""
    texts = (cell.text.strip() for cell in row.cells)
    return next((text for text in texts if text and not text.isdecimal()), "")


def _left_behind(one: _Found, change: FigureChange, where: _Where) -> bool:
    if change.old is None or where.place == change.place or one.figure.value != change.old.value:
        return False
    if change.ref and one.ref:
        return change.ref == one.ref
    return one.figure.unit == change.old.unit and len(one.what) > _SHORT and one.what == change.what


def _unmoved(one: _Found, change: FigureChange, where: _Where) -> Unmoved:
    assert change.old is not None and change.new is not None
    why = f"同一数据在{change.place}已由{change.old.text}改为{change.new.text}，这里仍是{one.figure.text}"
    return Unmoved(
        one.figure.text, one.what, where.place, change.place, change.old.text, change.new.text, why
    )
