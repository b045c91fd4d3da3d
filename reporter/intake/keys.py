"""Visible keys: found twice, or missing and proposed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from reporter.intake.drafts import Draft
from reporter.intake.problems import Code, Problem, Where, error, info
from reporter.intake.tables import Table
from reporter.patterns import regex
from reporter.text import key_of

_PREFIXES = {"隐患台账": "YH-", "机构名册": "JG-", "等级评定": "PD-", "检查记录": "JC-"}
_SERIAL = regex(r"(.*?)(\d+)")


def doubled(drafts: Iterable[Draft], fields: Sequence[str]) -> list[Problem]:
    """Rows with the same value in all of `fields`: an error at every later one that names the first."""
    first: dict[tuple[str, ...], Draft] = {}
    problems: list[Problem] = []
    for draft in drafts:
        values = [draft.values.get(name) for name in fields]
        if values[0] is None:
            continue
        key = tuple(key_of(str(value or "")) for value in values)
        if key not in first:
            first[key] = draft
            continue
        place, earlier = draft.where(fields[0]), first[key].where(fields[0])
        if place == earlier:
            problems.append(_shared(draft, place, first[key].row, str(values[0])))
            continue
        shown = "｜".join(str(value) for value in values if value is not None)
        beside = (
            f"{earlier.file} › {earlier.sheet} › {earlier.cell}"
            if earlier.sheet != place.sheet
            else earlier.cell
        )
        message = f"“{place.column}”重复：{shown} 同时出现在 {beside} 和 {place.cell}"
        problems.append(
            error(Code.KEY_TWICE, message, "删去重复的行，或改成各自的编号（名称）", place, shown)
        )
    return problems


def _shared(draft: Draft, place: Where, first_row: int, key: str) -> Problem:
    """One merged cell gives several rows the same key."""
    message = f"“{place.column}”上下合并了，第{first_row}行和第{draft.row}行成了同一个：{key}"
    return error(Code.KEY_TWICE, message, "取消合并，每一行分别填写", place, key)


def proposed(problems: list[Problem], drafts: Sequence[Draft], table: Table) -> list[Problem]:
    """The problems of one table, with a free id proposed for every row whose key is missing."""
    name = table.record.key_field
    if name not in table.record.declared():
        return problems
    ids = _free_ids([str(d.values[name]) for d in drafts if d.values.get(name)], table.record.table)
    filled = [_with_id(p, next(ids)) if p.code is Code.KEY_MISSING else p for p in problems]
    if name in table.header.columns:
        return filled
    missing = [p for p in filled if p.code is Code.COLUMN_MISSING and p.proposal]
    if not missing:
        return filled
    column = missing[0].where
    return filled + [_added(draft, column, next(ids)) for draft in drafts]


def _with_id(problem: Problem, proposal: str) -> Problem:
    hint = f"编号不能空，可用 {proposal}（标注副本里已填上）"
    return replace(problem, hint=hint, proposal=proposal)


def _added(draft: Draft, column: Where, proposal: str) -> Problem:
    letters = column.cell.rstrip("0123456789")
    where = Where(column.file, column.sheet, f"{letters}{draft.row}", column.column)
    return replace(info(Code.KEY_MISSING, "建议的编号", "核对后复制到自己的表里", where), proposal=proposal)


def _free_ids(known: Sequence[str], table: str) -> _Ids:
    matches = [match for value in known if (match := _SERIAL.fullmatch(value))]
    if not matches:
        return _Ids(_PREFIXES.get(table, "BH-"), 1, 4, set(known))
    prefix = Counter(match[1] for match in matches).most_common(1)[0][0]
    serials = [match[2] for match in matches if match[1] == prefix]
    return _Ids(prefix, max(int(serial) for serial in serials) + 1, max(len(s) for s in serials), set(known))


class _Ids:
    """The next free ids of a series."""

    def __init__(self, prefix: str, start: int, digits: int, taken: set[str]) -> None:
        self._prefix, self._next, self._digits, self._taken = prefix, start, digits, taken

    def __next__(self) -> str:
        while True:
            proposal = f"{self._prefix}{self._next:0{self._digits}d}"
            self._next += 1
            if proposal not in self._taken:
                return proposal
