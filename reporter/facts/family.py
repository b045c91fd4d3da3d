"""A family of facts, and how families are found: every module of this package that has a `FAMILY`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from msgspec import Struct, field

import reporter.facts as package
from reporter.errors import UnknownName
from reporter.facts.address import parse_address
from reporter.facts.dimensions import COMMON
from reporter.facts.scope import Outcome, Scope
from reporter.facts.setting import Setting
from reporter.text import did_you_mean, key_of

Work = Callable[[Scope], Outcome]
Instances = Callable[[Setting], Iterable[Mapping[str, str]]]


class Needs(Struct, frozen=True):
    """Dimensions that an address has to give, and the values of them that are worth listing."""

    dims: tuple[str, ...] = ()
    known: Instances = lambda setting: ()


NOTHING = Needs()


class Figure(Struct, frozen=True):
    """One declared figure. `adds` are the dimensions over which parts sum up to the whole (domain.md R2)."""

    family: str
    name: str
    label: str
    measure: str
    dims: tuple[str, ...]
    adds: tuple[str, ...]
    needs: Needs
    work: Work

    @property
    def required(self) -> tuple[str, ...]:
        return self.needs.dims

    def instances(self, setting: Setting) -> Iterable[Mapping[str, str]]:
        """The dimensions to list the figure with: none, or each known value of those it needs."""
        return self.needs.known(setting) if self.needs.dims else ({},)

    @property
    def meaning(self) -> str:
        """口径: the first paragraph of the function's docstring."""
        return " ".join((self.work.__doc__ or "").split())


class Family(Struct):
    """One subject, e.g. hazards 隐患. Figures register with the decorator `figure`."""

    name: str
    alias: str
    common: tuple[str, ...] = COMMON
    """Dimensions of all its figures, besides each figure's own."""
    figures: dict[str, Figure] = field(default_factory=dict)

    def figure(
        self,
        name: str,
        label: str,
        *,
        measure: str = "",
        dims: tuple[str, ...] = (),
        adds: tuple[str, ...] = (),
        needs: Needs = NOTHING,
    ) -> Callable[[Work], Work]:
        """Declare a figure: English name, Chinese label, unit of measure, own dimensions."""

        def register(work: Work) -> Work:
            if name in self.figures or any(label == known.label for known in self.figures.values()):
                raise ValueError(f"{self.name}.{name} ({label}) is declared twice")
            self.figures[name] = Figure(
                self.name, name, label, measure, (*self.common, *dims), adds, needs, work
            )
            return work

        return register

    def find(self, written: str) -> Figure:
        """The figure with that name or label; raises UnknownName with the nearest one."""
        wanted = key_of(written)
        for figure in self.figures.values():
            if wanted in (key_of(figure.name), key_of(figure.label)):
                return figure
        known = [name for figure in self.figures.values() for name in (figure.name, figure.label)]
        raise UnknownName(f"“{self.alias}”里没有数据“{written}”", did_you_mean(written, known))


@cache
def families() -> Mapping[str, Family]:
    """All families by English name, sorted."""
    found: dict[str, Family] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(package.__path__)):
        family = getattr(importlib.import_module(f"{package.__name__}.{module}"), "FAMILY", None)
        if isinstance(family, Family):
            found[family.name] = family
    return dict(sorted(found.items()))


@cache
def _by_key() -> Mapping[str, Family]:
    found: dict[str, Family] = {}
    for family in families().values():
        for name in (family.name, family.alias):
            found.setdefault(key_of(name), family)
    return found


def find_family(written: str) -> Family:
    """The family with that name or alias; raises UnknownName with the nearest one."""
    family = _by_key().get(key_of(written))
    if family:
        return family
    known = [name for family in families().values() for name in (family.name, family.alias)]
    raise UnknownName(f"没有数据类别“{written}”", did_you_mean(written, known))


def figure_at(address: str) -> tuple[Figure, dict[str, str]]:
    """The figure that an address names in either language, and its dimensions as they are written; raises UnknownName
    with the nearest one."""
    family, name, dims = parse_address(address)
    return find_family(family).find(name), dims
