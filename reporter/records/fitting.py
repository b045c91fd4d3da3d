"""What people wrote becomes typed values: `fit_for(tuple[date, ...])` is what reads a list of days.

Accepted is what can mean only one thing: `"3"` for a number, `2026-11-10` for a day, a list for a tuple. Everything
else is a misfit, and all misfits of a value are told at once, each with its place inside of it.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from msgspec import Struct

from reporter.patterns import regex

Fit = Callable[[Any], Any]
Steps = tuple[str | int, ...]
"""Way from the top of what was written to a value: keys and list indexes."""
_DAY: Final = regex(r"\d{4}-\d{2}-\d{2}")
_WHOLE: Final = regex(r"\s*[+-]?[0-9]+(?:\.0*)?\s*")
_YES: Final = frozenset({"1", "on", "t", "true", "y", "yes"})
_NO: Final = frozenset({"0", "off", "f", "false", "n", "no"})


class Misfit(Struct, frozen=True):
    """A value that does not fit at `path`.

    `kind` is what it should be (`text`, `int`, `float`, `decimal`, `bool`, `date`, `list`, `mapping`, `choice` of what
    is `expected`, `range`), or `missing`, `unknown`, or a word of the entry's own; `hint` is a Chinese sentence.
    """

    kind: str
    path: Steps
    value: Any = None
    expected: tuple[str, ...] = ()
    hint: str = ""


class Unfit(ValueError):
    """Nothing was read, for these reasons."""

    def __init__(self, *misfits: Misfit) -> None:
        super().__init__(*misfits)
        self.misfits = misfits

    def below(self, *steps: str | int) -> tuple[Misfit, ...]:
        """The same, seen from further up."""
        return tuple(
            Misfit(one.kind, (*steps, *one.path), one.value, one.expected, one.hint) for one in self.misfits
        )


class Before(Struct, frozen=True):
    """Beside a type: what is done to a value first. It may raise Unfit."""

    change: Fit


class Between(Struct, frozen=True):
    """Beside a number's type: the least and the greatest."""

    least: int
    greatest: int


def as_text(value: Any) -> Any:
    """A number that was typed where a text is meant, as a text."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


@cache
def fit_for(kind: Any) -> Fit:
    """What reads a value of a type; it raises Unfit. A class with `of` reads itself."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind in _PLAIN:
        return _PLAIN[kind]
    if origin is Annotated:
        return _marked(fit_for(inner[0]), inner[1:])
    if origin is Literal:
        return _choice(inner)
    if origin in (Union, types.UnionType):
        either = _either(tuple(fit_for(one) for one in inner if one is not type(None)))
        return _absent(either) if type(None) in inner else either
    if origin is tuple:
        return _many(fit_for(inner[0])) if inner[1:] == (...,) else _row(tuple(map(fit_for, inner)))
    if origin is dict:
        return _named(*map(fit_for, inner))
    fit: Fit = kind.of
    return fit


def _anything(value: Any) -> Any:
    return value


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    raise Unfit(Misfit("text", (), value))


def _int(value: Any) -> int:
    if isinstance(value, int) or (isinstance(value, float) and value.is_integer()):
        return int(value)
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        return int(value.partition(".")[0])
    raise Unfit(Misfit("int", (), value))


def _float(value: Any) -> float:
    try:
        if isinstance(value, int | float | str):
            return float(value)
    except ValueError:
        pass
    raise Unfit(Misfit("float", (), value))


def _decimal(value: Any) -> Decimal:
    try:
        if isinstance(value, int | float | str | Decimal) and not isinstance(value, bool):
            found = value if isinstance(value, Decimal) else Decimal(str(value).strip())
            if found.is_finite():
                return found
    except InvalidOperation:
        pass
    raise Unfit(Misfit("decimal", (), value))


def _bool(value: Any) -> bool:
    word = str(int(value)) if isinstance(value, int | float) and value in (0, 1) else value
    if isinstance(word, str) and word.lower() in _YES | _NO:
        return word.lower() in _YES
    raise Unfit(Misfit("bool", (), value))


def _date(value: Any) -> date:
    if isinstance(value, datetime):
        if value.time() == time():
            return value.date()
    elif isinstance(value, date):
        return value
    elif isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise Unfit(Misfit("date", (), value))


_PLAIN: Final[Mapping[Any, Fit]] = {
    Any: _anything, str: _text, int: _int, float: _float, bool: _bool, Decimal: _decimal, date: _date,
}  # fmt: skip


def _marked(fit: Fit, marks: tuple[Any, ...]) -> Fit:
    """The fit with what stands beside the type."""
    for mark in marks:
        if isinstance(mark, Before):
            fit = _after(mark.change, fit)
        elif isinstance(mark, Between):
            fit = _within(fit, mark)
    return fit


def _after(change: Fit, fit: Fit) -> Fit:
    return lambda value: fit(change(value))


def _within(fit: Fit, limits: Between) -> Fit:
    def read(value: Any) -> Any:
        found = fit(value)
        if limits.least <= found <= limits.greatest:
            return found
        raise Unfit(Misfit("range", (), value))

    return read


def _choice(options: tuple[Any, ...]) -> Fit:
    def read(value: Any) -> Any:
        if any(value == one and type(value) is type(one) for one in options):
            return value
        raise Unfit(Misfit("choice", (), value, options))

    return read


def _absent(fit: Fit) -> Fit:
    return lambda value: None if value is None else fit(value)


def _either(fits: tuple[Fit, ...]) -> Fit:
    """The first that fits; where none does, what each of them says."""
    if len(fits) == 1:
        return fits[0]

    def read(value: Any) -> Any:
        found: list[Misfit] = []
        for fit in fits:
            try:
                return fit(value)
            except Unfit as unfit:
                found += unfit.misfits
        raise Unfit(*found)

    return read


def _many(fit: Fit) -> Fit:
    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise Unfit(Misfit("list", (), value))
        return tuple(_gathered(enumerate(value), lambda _: fit).values())

    return read


def _row(fits: tuple[Fit, ...]) -> Fit:
    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple) or len(value) > len(fits):
            raise Unfit(Misfit("list", (), value))
        if len(value) < len(fits):
            raise Unfit(Misfit("missing", (len(value),), value))
        return tuple(_gathered(enumerate(value), fits.__getitem__).values())

    return read


def _named(name: Fit, fit: Fit) -> Fit:
    def read(value: Any) -> dict[Any, Any]:
        if not isinstance(value, Mapping):
            raise Unfit(Misfit("mapping", (), value))
        names = _gathered(((key, key) for key in value), lambda _: name)
        return {names[key]: one for key, one in _gathered(value.items(), lambda _: fit).items()}

    return read


def _gathered(values: Iterable[tuple[Any, Any]], fit_of: Callable[[Any], Fit]) -> dict[Any, Any]:
    """Step → value for pairs of step and written value; raises Unfit with what is wrong in any."""
    found: dict[Any, Any] = {}
    wrong: list[Misfit] = []
    for step, value in values:
        try:
            found[step] = fit_of(step)(value)
        except Unfit as unfit:
            wrong += unfit.below(step)
    if wrong:
        raise Unfit(*wrong)
    return found
