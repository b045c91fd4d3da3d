"""Where changed figures come from, put short: a line a change, every derivation once and numbered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from reporter.diff.model import Cause, Comparison, FigureChange
from reporter.diff.said import figure_note, visible
from reporter.patterns import regex

_ROWS = 3
"""So many rows or cells are named in a line."""
_BETWEEN = " › "
_DIGITS = regex(r"[\d.,，%]+")


class Origin(Struct, frozen=True):
    """A derivation: its number in the order in which figures use it, and everything that is known of it."""

    number: int
    cause: Cause

    @property
    def said(self) -> str:
        """已整改：168条→171条。算法：…；新计入的行：…；改动的单元格：…"""
        return "。".join((change_said(self.cause), "；".join(details(self.cause)))).strip("。")


def origins(comparison: Comparison) -> Mapping[str, Origin]:
    """Every fact behind a changed figure, by its reference, numbered from 1."""
    found: dict[str, Origin] = {}
    for change in comparison.figures:
        for cause in change.causes:
            found.setdefault(cause.ref, Origin(len(found) + 1, cause))
    return found


def same_figures(figures: Sequence[FigureChange]) -> list[tuple[FigureChange, ...]]:
    """Changes of one fact from one value to one other, wherever they stand, as one; in the order of their first."""
    groups: dict[object, list[FigureChange]] = {}
    for at, one in enumerate(figures):
        told = one.ref and one.old and one.new and (one.ref, one.old.value, one.new.value)
        groups.setdefault(told or at, []).append(one)
    return [tuple(group) for group in groups.values()]


def figure_notes(figures: Sequence[FigureChange], known: Mapping[str, Origin]) -> list[str]:
    """A line each: the figure, and what moved it with the number of its derivation."""
    return [figure_note(one) + (f"。{came}" if (came := came_from(one, known)) else "") for one in figures]


def came_from(change: FigureChange, known: Mapping[str, Origin]) -> str:
    """新计入YH2026-0167等4项（来源2）; empty when nobody knows."""
    if not change.causes:
        return ""
    cause = change.causes[0]
    number = f"来源{known[cause.ref].number}" if cause.ref in known else ""
    words = brief(cause, 1)
    return f"{words}（{number}）" if words and number else words or number


def brief(cause: Cause, most: int = _ROWS) -> str:
    """Rows, else cells, `most` of them named, else the formula, in one line."""
    if cause.old == cause.new != "":
        return visible(f"台账算出的仍是{cause.new}，是手工改的")
    rows = [("新计入", cause.rows_added), ("不再计入", cause.rows_removed)]
    parts = [f"{word}{_some(keys, most)}" for word, keys in rows if keys]
    if not parts and cause.cells:
        parts = [f"改动{cells_said(cause.cells, most)}"]
    return visible("，".join(parts) or cause.formula_new)


def _some(keys: Sequence[str], most: int) -> str:
    return "、".join(keys) if len(keys) <= most else f"{keys[0]}等{len(keys)}项"


def cells_said(cells: Sequence[str], most: int = 0) -> str:
    """隐患台账.xlsx › 隐患台账 › AC15、AC30: cells of one sheet together; `most` of them, all for 0."""
    shown = cells[:most] if most else cells
    groups = [
        _BETWEEN.join((*([sheet] if sheet else ()), "、".join(one.rpartition(_BETWEEN)[2] for one in group)))
        for sheet, group in groupby(shown, key=lambda one: one.rpartition(_BETWEEN)[0])
    ]
    return "；".join(groups) + ("等" if len(shown) < len(cells) else "")


def change_said(cause: Cause) -> str:
    """已整改：168条→171条."""
    return visible(f"{cause.label}：{cause.old or '无'}→{cause.new or '无'}")


def details(cause: Cause) -> Iterator[str]:
    """The formula, rows and cells; the former formula only where more than its figures is other."""
    old, new = cause.formula_old, cause.formula_new
    if old and new and _DIGITS.sub("", old) != _DIGITS.sub("", new):
        yield visible(f"算法由{old}改为{new}")
    elif old or new:
        yield visible(f"算法：{new or old}")
    for words, found in (("新计入的行", cause.rows_added), ("不再计入的行", cause.rows_removed)):
        if found:
            yield visible(f"{words}：{'、'.join(found)}")
    if cause.cells:
        yield visible(f"改动的单元格：{cells_said(cause.cells)}")
