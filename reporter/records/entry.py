"""The base of everything that people write down: frozen, fields by name, unknown keys are misfits.

    class Unit(Entry):
        code: str
        parent: str | None = None

`Unit(code="1")` makes one from values that are right; `Unit.of({"code": "1"})` reads what stands in a file.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, field
from functools import cache
from typing import Any, ClassVar, Self, dataclass_transform

from reporter.frozen import methods_of
from reporter.records.fitting import Fit, Misfit, Unfit, fit_for


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
class _Declaring(type):
    """Makes the classes: a field is what has an annotation."""

    def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> _Declaring:
        told = [one for one, kind in space.get("__annotations__", {}).items() if not kind.startswith("ClassVar")]
        declared = {one: part for base in bases for one, part in getattr(base, "declared", {}).items()}
        declared |= {one: space.pop(one, MISSING) for one in told}
        return super().__new__(cls, name, bases, {**methods_of(declared), **space, "declared": declared})


class Entry(metaclass=_Declaring):
    """Two are equal when they are of one class and all their fields are."""

    declared: ClassVar[Mapping[str, Any]]
    """Field → its default, its `field()` or MISSING, in their order."""

    def __init__(self, **given: Any) -> None:
        mine = vars(self)
        mine.update(self.usual(), **given)
        for name, part in self.made().items():
            mine.setdefault(name, part())
        if mine.keys() != self.declared.keys():
            wrong = ", ".join(sorted(mine.keys() ^ self.declared.keys()))
            raise TypeError(f"{type(self).__name__}: unknown or lacking: {wrong}")

    @classmethod
    def of(cls, data: Any) -> Self:
        """What was written, read; one that is read already is itself. Raises Unfit with everything that is wrong."""
        if isinstance(data, cls):
            return data
        data = cls.spelled(data)
        if not isinstance(data, Mapping):
            raise Unfit(Misfit("mapping", (), data))
        found: dict[str, Any] = {}
        wrong: list[Misfit] = []
        fits, needed = cls.fits(), cls.needed()
        for name, fit in fits.items():
            if name in data:
                try:
                    found[name] = fit(data[name])
                except Unfit as unfit:
                    wrong += unfit.below(name)
            elif name in needed:
                wrong.append(Misfit("missing", (name,)))
        wrong += [Misfit("unknown", (name,), value) for name, value in data.items() if name not in fits]
        if wrong:
            raise Unfit(*wrong)
        return cls(**found)

    @classmethod
    def spelled(cls, data: Any) -> Any:
        """What was written in another way, as its fields. May raise Unfit."""
        return data

    @classmethod
    @cache
    def kinds(cls) -> Mapping[str, Any]:
        """Field → its type."""
        return {
            name: _kind(text, one.__module__)
            for one in reversed(cls.__mro__)
            for name, text in vars(one).get("__annotations__", {}).items()
            if name in cls.declared
        }

    @classmethod
    @cache
    def fits(cls) -> Mapping[str, Fit]:
        """Field → what reads it."""
        return {name: fit_for(kind) for name, kind in cls.kinds().items()}

    @classmethod
    @cache
    def needed(cls) -> tuple[str, ...]:
        """Fields that must be written, in their order."""
        return tuple(name for name in cls.declared if name not in cls.usual() and name not in cls.made())

    @classmethod
    @cache
    def usual(cls) -> Mapping[str, Any]:
        """Field → what it is when nothing is written."""
        told = {name: part.default if isinstance(part, Field) else part for name, part in cls.declared.items()}
        return {name: value for name, value in told.items() if value is not MISSING}

    @classmethod
    @cache
    def made(cls) -> Mapping[str, Callable[[], Any]]:
        """Field → what makes it anew when nothing is written."""
        parts = {name: part for name, part in cls.declared.items() if isinstance(part, Field)}
        return {name: part.default_factory for name, part in parts.items() if part.default_factory is not MISSING}

    def changed(self, **values: Any) -> Self:
        """The same with other values for some fields, which must be right."""
        made = object.__new__(type(self))
        vars(made).update(vars(self) | values)
        return made


@cache
def _kind(annotation: str, module: str) -> Any:
    return eval(annotation, vars(sys.modules[module]))
