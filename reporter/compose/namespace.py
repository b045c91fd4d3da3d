"""What a text template sees: figures by family, configuration as views whose leaves are Values, and functions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from reporter.compose.labels import label_of
from reporter.compose.value import Blanked, TokenBook, Value, raw_of
from reporter.errors import TemplateError
from reporter.facts.book import FactBook
from reporter.facts.fact import Fact
from reporter.facts.views import LedgerRow
from reporter.records.campaign import Unit
from reporter.records.entry import Entry
from reporter.refs import fact_ref, text_ref

_KEYS = ("id", "code", "title", "name", "role")


class View:
    """A configuration entry in a template: fields are Values, entries inside are views, lists stay lists."""

    __slots__ = ("_book", "_entry", "_path")

    def __init__(self, book: TokenBook, entry: Entry, path: str) -> None:
        self._book = book
        self._entry = entry
        self._path = path

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in self._entry.declared():
            raise AttributeError(name)
        return leaf(self._book, getattr(self._entry, name), f"{self._path}.{name}", label_of(name))

    def __str__(self) -> str:
        hint = f"写明要印哪一项：{'、'.join('.' + name for name in self._entry.declared())}"
        raise TemplateError(f"“{self._path}”是一组内容，不能直接印出", hint)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, View) and self._entry == other._entry

    def __hash__(self) -> int:
        return hash(self._path)


class Named:
    """Entries by id: `上级文件.city`; iterating gives them in order."""

    __slots__ = ("_views", "_what")

    def __init__(self, what: str, views: Mapping[str, View]) -> None:
        self._what = what
        self._views = views

    def __getattr__(self, name: str) -> View:
        if name.startswith("_"):
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, name: str) -> View:
        if name not in self._views:
            known = "、".join(self._views) or "（空）"
            raise TemplateError(f"{self._what}里没有“{name}”", f"campaign.yaml 里有：{known}")
        return self._views[name]

    def __iter__(self) -> Iterator[View]:
        return iter(self._views.values())

    def __len__(self) -> int:
        return len(self._views)

    def __str__(self) -> str:
        raise TemplateError(f"“{self._what}”是一组内容，不能直接印出", "用 {% for … in … %} 逐项印")


def leaf(book: TokenBook, value: Any, path: str, label: str) -> Any:
    """What stands for a field's value in a template."""
    if isinstance(value, Entry):
        return View(book, value, path)
    if isinstance(value, tuple | list):
        return [leaf(book, item, f"{path}.{_key(item, place)}", label) for place, item in enumerate(value, 1)]
    if isinstance(value, Mapping):
        return {key: leaf(book, item, f"{path}.{key}", label) for key, item in value.items()}
    if value is None or isinstance(value, bool | int | str | Decimal | date):
        return Value(book, value, text_ref(*path.split("#", 1)), blank=Blanked(label))
    raise TypeError(f"no template value for {type(value).__name__}")


def _key(item: Any, place: int) -> str:
    for name in _KEYS:
        if isinstance(item, Entry) and isinstance(getattr(item, name, None), str):
            return str(getattr(item, name))
    return str(place)


class FamilyView:
    """One family of figures: `隐患.已整改(单位="河口镇")` gives a Value that carries the figure's address."""

    __slots__ = ("_book", "_facts", "_family")

    def __init__(self, book: TokenBook, facts: FactBook, family: str) -> None:
        self._book = book
        self._facts = facts
        self._family = family

    def __getattr__(self, name: str) -> Callable[..., Value]:
        if name.startswith("_"):
            raise AttributeError(name)

        def figure(**dims: Any) -> Value:
            plain = {dim: dimension_value(value) for dim, value in dims.items()}
            return fact_value(self._book, self._facts.figure(self._family, name, **plain))

        return figure

    def __str__(self) -> str:
        raise TemplateError("这是一类数据，不能直接印出", "写明是哪一项，如 隐患.发现()；用 reporter list facts 查看")


class RowView:
    """One record of a table in a cell's template: `{{ item.code }}` gives the field with its reference."""

    __slots__ = ("_book", "_row")

    def __init__(self, book: TokenBook, row: LedgerRow) -> None:
        self._book = book
        self._row = row

    def __getattr__(self, name: str) -> Value:
        if name.startswith("_"):
            raise AttributeError(name)
        raw, ref = self._row[name]
        declared = self._row.record.columns().get(name)
        label = declared.label if declared else label_of(name)
        return Value(self._book, raw, ref, blank=Blanked(f"{self._row.key}的{label}"))


def dimension_value(value: Any) -> Any:
    """What a dimension was given: a unit stands for its name, a Value for its raw value."""
    if isinstance(value, View):
        entry = value._entry
        if isinstance(entry, Unit):
            return entry.name
        raise TemplateError("数据项的条件只能是单位、文字或年份")
    return raw_of(value)


def fact_value(book: TokenBook, fact: Fact) -> Value:
    """The Value of a figure in its printed form."""
    return Value(book, fact.value, fact_ref(fact.address), fact.text(), Blanked(_fact_blank(fact)))


def _fact_blank(fact: Fact) -> str:
    dims = "、".join(value for _, value in fact.dims)
    return f"{fact.label}（{dims}）" if dims else fact.label
