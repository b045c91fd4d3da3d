"""The proof of a repaired file, from its bytes alone: accepted it says what was meant, rejected it is the original."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from reporter.artefacts.seen.docx import see_docx
from reporter.artefacts.seen.model import Para, Seen
from reporter.check.repair import Change, Say, Stand, Type
from reporter.check.repairs.gw602_date_hanzi import HANZI_DATE, arabic
from reporter.errors import InternalError
from reporter.ooxml import resolved
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from reporter.text import half_width

_ID = qn("w:id")


def prove(
    before: bytes, after: bytes, changes: Sequence[Change], made: frozenset[str], stories: Collection[str]
) -> bytes:
    """The file as it is once our changes (`made`: their ids, in the parts `stories`) are accepted.

    Raises InternalError where a promise is broken: what the file says, its table cells, its numbering, its other looks,
    or the way back.
    """
    old, new = Package.read(before), Package.read(after)
    _same(set(old.members), set(new.members), "部件")
    for name in old.members:
        if name not in stories:
            _same(old.members[name], new.members[name], name)
    taken, given = new.copy(), new.copy()
    for name in stories:
        tree = new.tree(name)
        resolved.reject(tree, lambda node: node.get(_ID) in made)
        _same(resolved.plain(tree), resolved.plain(old.tree(name)), "全部拒绝后的文件")
        given.write(name, tree)
        tree = new.tree(name)
        resolved.accept(tree, lambda node: node.get(_ID) in made)
        taken.write(name, tree)
    accepted = taken.data()
    original = see_docx(before)
    _same(see_docx(given.data()), original, "全部拒绝后看到的内容")
    _accepted(original, see_docx(accepted), changes)
    _same(
        tuple(p.typed for p in see_docx(after).paras),
        tuple(p.typed for p in see_docx(accepted).paras),
        "文字",
    )
    return accepted


def intended(para: Para, said: Sequence[Say], *, words: bool = False) -> str:
    """The paragraph as it should read; with `words` only changes of words are made."""
    text = para.typed
    for one in sorted(said, key=lambda one: (one.start, one.end), reverse=True):
        if one.adds or not words:
            text = text[: one.start] + one.new + text[one.end :]
    return text


def essence(text: str) -> str:
    """What a text says: no signs and blanks, digits half-width and without leading zeros, dates in digits."""
    plain = half_width(HANZI_DATE.sub(lambda found: arabic(found) or found[0], half_width(text)))
    return "".join(sign for sign in re.sub(r"(?<!\d)0+(?=[1-9])", "", plain) if sign.isalnum())


def _accepted(old: Seen, new: Seen, changes: Sequence[Change]) -> None:
    _same(len(new.paras), len(old.paras), "段数")
    _same(_shape(new), _shape(old), "表格的行数和格数")
    said: dict[int, list[Say]] = {}
    stand: set[int] = set()
    typed: set[int] = set()
    for change in changes:
        if isinstance(change, Say):
            said.setdefault(change.para.number, []).append(change)
        elif isinstance(change, Type):
            typed.add(change.para.number)
        elif isinstance(change, Stand):
            stand.add(change.para.number)
    for a, b in zip(old.paras, new.paras, strict=True):
        _paragraph(a, b, said)
        if a.number not in stand and a.number not in typed:
            _same(b.looks, a.looks, f"第{a.number}段的格式")
        if a.number not in typed and a.number not in said:
            _same(b.runs, a.runs, f"第{a.number}段的字体")


def _paragraph(old: Para, new: Para, said: Mapping[int, Sequence[Say]]) -> None:
    edits = said.get(old.number, ())
    place = f"第{old.number}段"
    _same(new.typed, intended(old, edits), f"{place}的文字")
    _same(essence(new.typed), essence(intended(old, edits, words=True)), f"{place}的内容")
    _same((new.label, new.style, new.outline, new.place, new.cell), (old.label, old.style, old.outline, old.place,
          old.cell), f"{place}的编号、样式和位置")  # fmt: skip


def _shape(seen: Seen) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(len(row) for row in grid.rows) for grid in seen.grids)


def _same(found: object, wanted: object, what: str) -> None:
    if found != wanted:
        raise InternalError(
            f"修改后的文件没有通过核对（{what}与原文不一致），没有写出", "请把这份文件交给维护人员"
        )
