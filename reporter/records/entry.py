"""The base of everything that people write down: frozen, fields by name, unknown keys are misfits.

    class Unit(Entry):
        code: str
        parent: str | None = None

`Unit(code="1")` makes one from values that are right; `Unit.of({"code": "1"})` reads what stands in a file.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import MISSING, Field, field
from functools import cache
from typing import Any, ClassVar, Self, dataclass_transform

from reporter.frozen import methods_of
from reporter.records.fitting import Fit, Misfit, Unfit, fit_for, gathered


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
        for name, part in self.declared.items():
            mine[name] = given.pop(name) if name in given else _default(part)
        lacking = [name for name, value in mine.items() if value is MISSING]
        if given or lacking:
            raise TypeError(f"{type(self).__name__}: {'no' if lacking else 'unknown'} {', '.join(lacking or given)}")

    @classmethod
    def of(cls, data: Any) -> Self:
        """What was written, read; one that is read already is itself. Raises Unfit with everything that is wrong."""
        if isinstance(data, cls):
            return data
        data = cls.spelled(data)
        if not isinstance(data, Mapping):
            raise Unfit(Misfit("mapping", (), data))
        fits = cls.fits()
        given = ((name, data.get(name, MISSING)) for name in fits if name in data or name in cls.needed())
        unknown = tuple(Misfit("unknown", (name,), data[name]) for name in data if name not in fits)
        return cls(**gathered(given, lambda name: _lacking if name not in data else fits[name], unknown))

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
        return tuple(name for name, part in cls.declared.items() if _default(part) is MISSING)

    def changed(self, **values: Any) -> Self:
        """The same with other values for some fields, which must be right."""
        made = object.__new__(type(self))
        vars(made).update(vars(self) | values)
        return made


def _default(part: Any) -> Any:
    """What a field is when nothing is given; MISSING where something must be."""
    if not isinstance(part, Field):
        return part
    return part.default if part.default_factory is MISSING else part.default_factory()


def _lacking(_: Any) -> Any:
    raise Unfit(Misfit("missing", ()))


@cache
def _kind(annotation: str, module: str) -> Any:
    return eval(annotation, vars(sys.modules[module]))
