"""Tables become records: keys, names, rules and types, with every problem of every row at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar, cast

from msgspec import Struct, field

from reporter.intake import rules
from reporter.intake.drafts import Draft, drafts_of
from reporter.intake.keys import doubled, proposed
from reporter.intake.names import Homes, Units, resolve
from reporter.intake.problems import Code, Problem, error
from reporter.intake.sheet import Sheet
from reporter.intake.tables import Table, read_table
from reporter.records.base import Record
from reporter.records.campaign import Campaign
from reporter.records.fitting import Steps, Unfit
from reporter.records.institution import Institution
from reporter.text import half_width

R = TypeVar("R", bound=Record)
_KEY_PARTS = ("code", "name", "unit", "period")
"""Fields that together are the visible key of a record without a key column."""
_UNIQUE: Mapping[type[Record], tuple[tuple[str, ...], ...]] = {Institution: (("name",), ("credit_code",))}
"""Further fields that must not occur twice."""
_CODES = ("code", "credit_code", "institution")
"""Fields that are compared and printed half-width, because they are codes."""


class Records(Struct):
    """The records of one workspace (or one closed period) by type, and all problems found on the way."""

    found: dict[type[Record], tuple[Record, ...]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def of(self, record: type[R]) -> tuple[R, ...]:
        return cast(tuple[R, ...], self.found.get(record, ()))


def records_of(sheets: Sequence[tuple[type[Record], Sheet]], campaign: Campaign | None) -> Records:
    """The records of all sheets; a row with an error gives no record."""
    records = Records()
    drafts: dict[type[Record], list[Draft]] = {}
    for record, sheet in sheets:
        table, problems = read_table(sheet, record)
        if table is None:
            records.problems += problems
            continue
        found, problems = _table_drafts(table, problems)
        records.problems += problems
        drafts.setdefault(record, []).extend(found)
    for record, found in drafts.items():
        records.problems += _doubled(record, found)
    everything = [draft for found in drafts.values() for draft in found]
    homes = drafts.get(Institution, [])
    records.problems += resolve(everything, Homes(homes), Units(campaign) if campaign else None)
    by_code = {str(home.values["code"]): home for home in homes if home.values.get("code")}
    records.problems += rules.check(everything, by_code)
    for record, found in drafts.items():
        records.found[record] = tuple(_built(found, records.problems))
    return records


def _table_drafts(table: Table, problems: list[Problem]) -> tuple[list[Draft], list[Problem]]:
    drafts, cell_problems = drafts_of(table)
    for draft in drafts:
        for name in _CODES:
            if isinstance(draft.values.get(name), str):
                draft.values[name] = half_width(draft.values[name]).strip()
    return drafts, proposed([*problems, *cell_problems], drafts, table)


def _doubled(record: type[Record], drafts: Sequence[Draft]) -> list[Problem]:
    fields: tuple[str, ...] = (record.key_field,)
    if record.key_field not in record.declared():
        fields = tuple(name for name in _KEY_PARTS if name in record.declared())
    problems = doubled(drafts, fields)
    for unique in _UNIQUE.get(record, ()):
        problems += doubled(drafts, unique)
    return problems


def _built(drafts: Sequence[Draft], problems: list[Problem]) -> list[Record]:
    records: list[Record] = []
    for draft in drafts:
        if draft.faulty or _lacking(draft):
            continue
        try:
            record = draft.record.of(draft.values)
        except Unfit as unfit:
            problems += [_invalid(draft, misfit.path) for misfit in unfit.misfits]
            continue
        records.append(record.located(draft.cells))
    return records


def _lacking(draft: Draft) -> bool:
    """A required column is missing from the sheet altogether; the header's problem says so."""
    return any(draft.values.get(name) is None for name in draft.record.needed())


def _invalid(draft: Draft, path: Steps) -> Problem:
    name = str(path[0]) if path else draft.record.key_field
    value = draft.values.get(name)
    return error(Code.RECORD_INVALID, "内容不符合这一列的要求", "核对后重新填写", draft.where(name), value)
