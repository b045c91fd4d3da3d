"""The base of everything that people write down: frozen, fields by name, unknown keys are misfits.

    class Unit(Entry, frozen=True, kw_only=True):
        code: str
        parent: str | None = None

`Unit(code="1")` makes one from values that are right; `Unit.of({"code": "1"})` reads what stands in a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, ClassVar, Self, get_args, get_origin

from msgspec import Struct
from msgspec.structs import FieldInfo, fields, replace

from reporter.records.fitting import Fit, Misfit, Steps, Unfit, fit_for


class Entry(Struct, frozen=True, kw_only=True):
    """Two are equal when they are of one class and all their fields are."""

    unwritten: ClassVar[frozenset[str]] = frozenset()
    """Fields that nobody writes down."""

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
    def declared(cls) -> Mapping[str, FieldInfo]:
        """What may be written, by name, in its order."""
        return {one.name: one for one in fields(cls) if one.name not in cls.unwritten}

    @classmethod
    @cache
    def fits(cls) -> Mapping[str, Fit]:
        """Field → what reads it."""
        return {name: fit_for(one.type) for name, one in cls.declared().items()}

    @classmethod
    @cache
    def needed(cls) -> tuple[str, ...]:
        """Fields that must be written, in their order."""
        return tuple(name for name, one in cls.declared().items() if one.required)

    def changed(self, **values: Any) -> Self:
        """The same with other values for some fields, which must be right."""
        return replace(self, **values)


def keys_at(model: type[Entry], path: Steps) -> Iterable[str]:
    """What may be written in the entry at a place inside a model; nothing where there is none."""
    named = False
    for step in path:
        if isinstance(step, int) or named:  # an item of a list, a name that somebody gave
            named = False
            continue
        declared = model.declared().get(step)
        inner = _inner(declared.type) if declared else None
        if inner is None:
            return ()
        model, named = inner
    return model.declared()


def _inner(kind: Any) -> tuple[type[Entry], bool] | None:
    """The entry inside a type, and whether it stands there under a name."""
    if isinstance(kind, type) and issubclass(kind, Entry):
        return kind, False
    for part in get_args(kind):
        if found := _inner(part):
            return found[0], found[1] or get_origin(kind) is dict
    return None
