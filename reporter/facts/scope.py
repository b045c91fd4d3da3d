"""What one figure sees while it is worked out, and the outcome it gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from reporter.errors import InputError
from reporter.facts.address import format_address
from reporter.facts.fact import Fact, FactValue
from reporter.facts.setting import Setting
from reporter.intake.folder import FILINGS
from reporter.records.base import Record
from reporter.records.period import Period, chinese_date, parse_period
from reporter.records.places import Place

Look = Callable[[str, str, Mapping[str, str]], Fact]
"""Family, name and canonical dimensions → fact."""


VOID = "—"
"""Printed for a percentage of nothing: there is no value, and none for the clerk to fill in."""


class Outcome(Struct, frozen=True):
    """What a figure's function returns; the book adds address, labels and scope to make a `Fact`.

    `fields` are the fields of `records` whose cells decide the value; None as `label` or `measure` means the
    declared one; `void` is printed where there can be no value.
    """

    value: FactValue
    formula: str = ""
    records: Sequence[Record] = ()
    fields: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    typed: bool = False
    overruled: bool = False
    label: str | None = None
    measure: str | None = None
    decimals: int | None = None
    note: str = ""
    warning: str = ""
    void: str = ""


class NoAsOf(InputError):
    """A filing without as_of: one fault, however many figures ask for the date."""

    def __init__(self, filing: str, message: str, hint: str, where: str) -> None:
        super().__init__(message, hint, where)
        self._filing = filing

    @property
    def cause(self) -> tuple[str, str]:
        return f"as_of {self._filing}", self.where


class Scope(Struct, frozen=True):
    """The setting narrowed by the dimensions given in one address."""

    setting: Setting
    family: str
    name: str
    given: Mapping[str, str]
    look: Look

    @property
    def place(self) -> Place:
        places = self.setting.workspace.places
        return places.get(self.given["unit"]) if "unit" in self.given else self.setting.place

    @property
    def period(self) -> Period:
        return parse_period(self.given["period"]) if "period" in self.given else self.setting.period

    @property
    def as_of_or_none(self) -> date | None:
        return date.fromisoformat(self.given["as_of"]) if "as_of" in self.given else self.setting.filing.as_of

    @property
    def as_of(self) -> date:
        """The as-of date; raises InputError naming the filing when there is none."""
        if (day := self.as_of_or_none) is None:
            filing = self.setting.filing.id
            address = format_address(self.family, self.name, self.given)
            raise NoAsOf(
                filing,
                f"“{filing}”没有写截至日期，而数据 {address} 要按截至日期统计",
                f"在 filings.yaml 的“{filing}”下加一行，如 as_of: {self.setting.period.end.isoformat()}",
                FILINGS,
            )
        return day

    def dim(self, name: str) -> str | None:
        """A given dimension, or None."""
        return self.given.get(name)

    def same(self, name: str, **extra: str) -> Fact:
        """Another figure of this family with the same dimensions."""
        return self.look(self.family, name, {**self.given, **extra})

    def other(self, family: str, name: str, **extra: str) -> Fact:
        """A figure of another family for the same unit, period and date."""
        common = {key: value for key, value in self.given.items() if key in ("unit", "period", "as_of")}
        return self.look(family, name, {**common, **extra})

    @property
    def when(self) -> str:
        """`截至2026年10月31日`, for formulas."""
        return f"截至{chinese_date(self.as_of)}"

    @property
    def subject(self) -> str:
        """Who and what is counted: `河口镇消防类`; begins every formula about rows."""
        rest = [value for key, value in sorted(self.given.items()) if key not in ("unit", "period", "as_of")]
        return "、".join([self.place.name, *rest])


def counted(records: Sequence[Record], sentence: str, *fields: str, note: str = "") -> Outcome:
    """How many records; `sentence` holds `{n}` where the number stands."""
    return Outcome(len(records), sentence.replace("{n}", str(len(records))), records, fields, note=note)


def unknown(note: str) -> Outcome:
    """A blank: the sources do not say."""
    return Outcome(None, note=note)


def total(records: Sequence[Record], field: str, what: str, *, gaps: bool = False) -> Outcome:
    """The sum of a field. An empty cell makes the sum unknown (a blank is never 0) unless `gaps` are allowed.

    No records at all give 0; only empty cells give a blank.
    """
    filled = [record for record in records if getattr(record, field) is not None]
    missing = [record for record in records if getattr(record, field) is None]
    names = "、".join(str(getattr(record, "name", record.key)) for record in missing[:3])
    if missing and (not gaps or not filled):
        more = "等" if len(missing) > 3 else ""
        return unknown(f"{names}{more}{len(missing)}行没有填写{what}，补齐后才能汇总")
    values = [Decimal(getattr(record, field)) for record in filled]
    summed = sum(values, Decimal(0))
    places = max((-int(value.as_tuple().exponent) for value in values), default=0)
    value: FactValue = summed if places > 0 else int(summed)
    note = f"另有{len(missing)}行没有填写{what}，未计入" if missing else ""
    formula = f"{len(filled)}行的{what}相加，合计{format(summed, 'f')}"
    return Outcome(value, formula, filled, (field,), decimals=places if places > 0 else None, note=note)


def share(part: Fact, whole: Fact, names: tuple[str, str], empty: str) -> Outcome:
    """Percent of two facts (domain.md R4), unrounded; no value, printed as a dash, when `whole` is 0."""
    inputs = (part.address, whole.address)
    if part.value is None or whole.value is None:
        note = part.note or whole.note
        return Outcome(None, inputs=inputs, note=note)
    numerator, denominator = Decimal(str(part.value)), Decimal(str(whole.value))
    if not denominator:
        return Outcome(None, f"{names[1]}为0，不计算百分比", inputs=inputs, note=empty, void=VOID)
    formula = f"{names[0]}{part.with_measure()} ÷ {names[1]}{whole.with_measure()} × 100%"
    note = "；".join(dict.fromkeys(text for text in (part.note, whole.note) if text))
    return Outcome(numerator * 100 / denominator, formula, inputs=inputs, decimals=2, note=note)


def yes_or_no(
    yes: bool, formula: str, records: Sequence[Record] = (), *fields: str, inputs: tuple[str, ...] = ()
) -> Outcome:
    """是 or 否, with the rows that speak for it."""
    return Outcome("是" if yes else "否", formula, records, fields, inputs)
