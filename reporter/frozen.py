"""`@frozen`, `@ordered`, `@mutable`: what `@dataclass(frozen=True, slots=True)` and its kin say, made when first used.

`dataclass` compiles six methods of every class from texts of their own; for the classes of one command that takes
longer than making a document, and half of them are never used in it. Here a class gets its slots and what is the same
for all; its `__init__` is compiled for its first object, and `dataclass` itself finds the fields when somebody asks.
`fields`, `replace`, `asdict`, `match`, `signature` and pickle know no difference. Annotations are texts, as everywhere
(`from __future__ import annotations`).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from functools import cache, cached_property
from operator import attrgetter, ge, gt, le, lt
from types import FunctionType
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """The class with slots, fields set once, equality and hash by its fields, and a readable `repr`."""
    parts = _parts(cls)
    return _made(cls, parts, methods_of(parts))


@dataclass_transform(frozen_default=True, order_default=True, field_specifiers=(field,))
def ordered(cls: type[T]) -> type[T]:
    """A frozen class whose objects are sorted by their fields."""
    parts = _parts(cls)
    return _made(cls, parts, {**methods_of(parts), **_sorted(parts)})


@dataclass_transform(field_specifiers=(field,))
def mutable(cls: type[T]) -> type[T]:
    """The class with slots and equality by its fields; they may be set again, so there is no hash."""
    parts = _parts(cls)
    return _made(cls, parts, {**_compared(parts), "__hash__": None})


def methods_of(parts: Mapping[str, Any]) -> dict[str, Any]:
    """What a frozen class with these fields answers: field → its default, its `Field` or MISSING."""
    return {**_compared(parts), "__setattr__": _refuse, "__delattr__": _refuse}


class _Late:
    """An attribute of a class that is worked out when it is first asked for."""

    __slots__ = ("_cls", "_make", "_name")

    def __init__(self, cls: type, name: str, make: Callable[[Any], Any]) -> None:
        self._cls, self._name, self._make = cls, name, make

    def __get__(self, instance: object, owner: type) -> Any:
        found = self._make(self._cls)
        setattr(self._cls, self._name, found)
        return found.__get__(instance, owner) if hasattr(found, "__get__") else found


def _parts(cls: type) -> dict[str, Any]:
    """Field → its default, its `Field` or MISSING, those of the classes above first."""
    found: dict[str, Any] = {}
    for above in cls.__mro__[-1:0:-1]:
        found.update(getattr(above, "__parts__", {}))
    named = False
    for name, kind in vars(cls).get("__annotations__", {}).items():
        if kind == "KW_ONLY":
            named = True
        elif not kind.startswith("ClassVar"):
            given = cls.__dict__.get(name, MISSING)
            if named and not isinstance(given, Field):
                given = field(default=given)
            if named:
                given.kw_only = True
            found[name] = given
    return found


def _made(cls: type[T], parts: dict[str, Any], methods: Mapping[str, Any]) -> type[T]:
    """The class once more, with slots, and a place for cached properties if it has any; what it says itself stays."""
    above = {name for one in cls.__mro__[1:] for name in getattr(one, "__parts__", ())}
    own = tuple(name for name in vars(cls).get("__annotations__", {}) if name in parts)
    space = {name: value for name, value in cls.__dict__.items() if name not in (*own, "__dict__", "__weakref__")}
    for name, method in {**methods, "__getstate__": _state, "__setstate__": _restore}.items():
        if space.get(name) is None:
            space[name] = method
    space["__parts__"] = parts
    cached = any(isinstance(value, cached_property) for value in space.values())
    space["__slots__"] = (*(name for name in own if name not in above), *(("__dict__",) if cached else ()))
    space["__match_args__"] = tuple(name for name, given in parts.items() if _positional(given))
    make: Any = type(cls)
    made = make(cls.__name__, cls.__bases__, space)
    made.__qualname__ = cls.__qualname__
    made.__dataclass_fields__ = _Late(made, "__dataclass_fields__", _fields)
    if "__init__" not in cls.__dict__:
        made.__init__ = _Late(made, "__init__", _init)
    found: type[T] = made
    return found


def _given(part: Any) -> bool:
    """Whether `__init__` has it among its parameters."""
    return not isinstance(part, Field) or part.init


def _positional(part: Any) -> bool:
    return not isinstance(part, Field) or (part.init and part.kw_only is not True)


def _annotations(cls: type) -> dict[str, str]:
    """Field → its annotation."""
    told = {k: v for one in reversed(cls.__mro__) for k, v in vars(one).get("__annotations__", {}).items()}
    parts: Mapping[str, Any] = vars(cls)["__parts__"]
    return {name: told[name] for name in parts}


def _fields(cls: type) -> dict[str, Field[Any]]:
    """What `dataclass` says about a class with these fields."""
    given = {name: one for name, one in vars(cls)["__parts__"].items() if one is not MISSING}
    space = {"__annotations__": _annotations(cls), "__module__": cls.__module__, "__doc__": cls.__name__, **given}
    twin: Any = dataclass(init=False, repr=False, eq=False)(type(cls.__name__, (), space))
    found: dict[str, Field[Any]] = twin.__dataclass_fields__
    return found


def _init(cls: Any) -> Any:
    """`__init__`: that of the first class with as many fields, under the names of this one."""
    parts: Mapping[str, Any] = vars(cls)["__parts__"]
    first = {name: _default(part) for name, part in parts.items()}
    given = [name for name, part in parts.items() if _positional(part)]
    named = [name for name, part in parts.items() if _given(part) and not _positional(part)]
    rest = tuple((name, one) for name, one in first.items() if not _given(parts[name]) and one is not MISSING)
    making = any(isinstance(one, _Factory) for one in first.values())
    make = _initialiser(len(given) + len(named), making, bool(rest), hasattr(cls, "__post_init__"))
    like = make(object.__setattr__, _Factory, rest)
    names = dict(zip(like.__code__.co_varnames[1:], (*given, *named), strict=False))
    code = like.__code__.replace(
        co_argcount=len(given) + 1,
        co_kwonlyargcount=len(named),
        co_varnames=tuple(names.get(name, name) for name in like.__code__.co_varnames),
        co_consts=tuple(names.get(one, one) for one in like.__code__.co_consts),
        co_qualname=f"{cls.__qualname__}.__init__",
    )
    values = tuple(first[name] for name in given if first[name] is not MISSING)
    init = FunctionType(code, vars(sys.modules[cls.__module__]), "__init__", values, like.__closure__)
    init.__kwdefaults__ = {name: first[name] for name in named if first[name] is not MISSING}
    told = _annotations(cls)
    init.__annotations__ = {**{name: told[name] for name in parts if _given(parts[name])}, "return": None}
    return init


class _Factory:
    """Stands for the value that is made anew for each object."""

    __slots__ = ("make",)

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make


def _default(part: Any) -> Any:
    """What a field is without an argument; MISSING where there must be one."""
    if not isinstance(part, Field):
        return part
    return part.default if part.default_factory is MISSING else _Factory(part.default_factory)


@cache
def _initialiser(count: int, making: bool, rest: bool, more: bool) -> Any:
    """What makes an `__init__` with so many fields; `making` when one may be made anew, `rest` when there are some
    without a parameter, `more` when the class goes on itself."""
    names = [f"_{number}" for number in range(count)]
    one = _ONE if making else "{0}"
    lines = [f"_set(self, {name!r}, {one.format(name)})" for name in names]
    if rest:
        lines.append(f"for _name, _one in _rest: _set(self, _name, {_ONE.format('_one')})")
    if more:
        lines.append("self.__post_init__()")
    text = _TEXT.format(parameters=", ".join(("self", *names)), lines="\n  ".join(lines or ["pass"]))
    found: dict[str, Any] = {}
    exec(text, found)
    return found["make"]


_ONE = "{0}.make() if {0}.__class__ is _Factory else {0}"
_TEXT = """def make(_set, _Factory, _rest):
 def __init__({parameters}):
  {lines}
 return __init__"""


def _compared(parts: Mapping[str, Any]) -> dict[str, Any]:
    """Equality, hash and `repr` by the fields."""
    values = _values(parts)
    shown = [name for name, part in parts.items() if not isinstance(part, Field) or part.repr]

    def equal(self: Any, other: Any) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(values(self))

    def told(self: Any) -> str:
        fields = ", ".join([f"{name}={getattr(self, name)!r}" for name in shown])
        return f"{self.__class__.__qualname__}({fields})"

    return {"__eq__": equal, "__hash__": hashed, "__repr__": told}


def _sorted(parts: Mapping[str, Any]) -> dict[str, Any]:
    """Order by the fields."""
    values = _values(parts)

    def by(compare: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
        def method(self: Any, other: Any) -> Any:
            return (
                compare(values(self), values(other)) if other.__class__ is self.__class__ else NotImplemented
            )

        return method

    return {"__lt__": by(lt), "__le__": by(le), "__gt__": by(gt), "__ge__": by(ge)}


def _values(parts: Mapping[str, Any]) -> Callable[[Any], Any]:
    """The fields that count, of one object: all of them at once, as `dataclass` compares them."""
    names = [name for name, given in parts.items() if not isinstance(given, Field) or given.compare]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


def _refuse(self: Any, name: str, *value: Any) -> None:
    raise FrozenInstanceError(f"cannot {'assign to' if value else 'delete'} field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__parts__]


def _restore(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__parts__, state, strict=True):
        object.__setattr__(self, name, value)

