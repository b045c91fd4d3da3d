"""What a text template gets instead of data: values that print as opaque tokens (design 4.2).

A token passes through Jinja2, the markup parser and tables unharmed and is then replaced by a run that carries its
reference. So no raw data string ever enters a template, and `**`, `#` or `{{` in data are never markup.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, NoReturn

from msgspec import Struct

from reporter.document.inline import Blank, Inline, Text, plain
from reporter.errors import TemplateError
from reporter.patterns import regex
from reporter.records.period import chinese_date
from reporter.text import control_characters

Raw = int | Decimal | str | date | None

_OPEN, _CLOSE, _ZERO = "\ue000", "\ue001", 0xE010
TOKEN = regex(f"{_OPEN}([\ue010-\ue019]+){_CLOSE}")
STRAY = regex("[\ue000-\uf8ff]")


class TokenBook:
    """The tokens handed out while one document is composed."""

    def __init__(self) -> None:
        self._values: list[Value] = []
        self.blanks: dict[str, str] = {}
        """Name of a blank → reference of the value that is missing there."""

    def token(self, value: Value) -> str:
        self._values.append(value)
        digits = "".join(chr(_ZERO + int(digit)) for digit in str(len(self._values) - 1))
        return f"{_OPEN}{digits}{_CLOSE}"

    def value(self, digits: str) -> Value:
        """The value behind the digits of a token."""
        return self._values[int("".join(str(ord(digit) - _ZERO) for digit in digits))]

    def read(self, text: str) -> str:
        """`text` with the printed form of its tokens, nothing for a blank; for names, never for document text."""
        return TOKEN.sub(lambda found: plain((self.value(found[1]).inline(),)), text)


class Blanked(Struct, frozen=True):
    """How a missing value prints: name for the clerk's list and width in 字."""

    name: str
    width: int = 4


def print_raw(raw: Raw) -> str:
    """The printed form of a value that has no format of its own."""
    return chinese_date(raw) if isinstance(raw, date) else str(raw)


class Value:
    """One leaf. `str()` gives its token; comparison, sorting and truth use the raw value; arithmetic raises."""

    __slots__ = ("_blank", "_book", "_raw", "_ref", "_text")

    def __init__(
        self, book: TokenBook, raw: Raw, ref: str | None, text: str | None = None, blank: Blanked | None = None
    ) -> None:
        self._book = book
        self._raw = raw
        self._ref = ref
        self._text = text
        self._blank = blank or Blanked("未命名")

    def __str__(self) -> str:
        return self._book.token(self)

    __repr__ = __str__

    def __format__(self, spec: str) -> str:
        return str(self)

    def __bool__(self) -> bool:
        return bool(self._raw) and self._raw not in ("否", "未填")

    def __hash__(self) -> int:
        return hash(self._raw)

    def __eq__(self, other: object) -> bool:
        return bool(self._raw == raw_of(other))

    def __lt__(self, other: object) -> bool:
        return self._compared(other, lambda mine, theirs: mine < theirs)

    def __le__(self, other: object) -> bool:
        return self._compared(other, lambda mine, theirs: mine <= theirs)

    def __gt__(self, other: object) -> bool:
        return self._compared(other, lambda mine, theirs: mine > theirs)

    def __ge__(self, other: object) -> bool:
        return self._compared(other, lambda mine, theirs: mine >= theirs)

    def _compared(self, other: object, compare: Callable[[Any, Any], bool]) -> bool:
        theirs = raw_of(other)
        if self._raw is None or theirs is None:
            hint = "先用 {% if … is not none %} 判断有没有值"
            raise TemplateError(f"“{self._blank.name}”没有值，不能比较大小", hint)
        try:
            return compare(_number(self._raw), _number(theirs))
        except TypeError as error:
            raise TemplateError(f"“{self._blank.name}”和“{theirs}”不能比较大小") from error

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TemplateError(
            f"“{self._blank.name}”不能在文稿里运算或取原始值",
            hint="数字一律由引擎计算：需要的合计、占比请用现成的数据项，用 reporter list facts 查看",
        )

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _refuse
    __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = __pow__ = __rpow__ = __neg__ = __pos__ = __abs__ = _refuse
    __int__ = __float__ = __index__ = __round__ = __len__ = __iter__ = __getitem__ = __call__ = _refuse

    def inline(self, strong: bool = False, short_dates: bool = False) -> Inline:
        """The run that replaces the token; `short_dates` prints 2026-03-08 (GB/T 7408), for columns of dates."""
        if self._raw in (None, "") and not self._text:
            self._book.blanks.setdefault(self._blank.name, self._ref or "")
            return Blank(self._blank.name, self._blank.width)
        if short_dates and isinstance(self._raw, date):
            return Text(self._raw.isoformat(), strong, self._ref)
        text = self._text if self._text is not None else print_raw(self._raw)
        if bad := control_characters(text):
            raise TemplateError(f"“{self._blank.name}”里有不能打印的字符 {'、'.join(bad)}", "删去后重新输入")
        return Text(text, strong, self._ref)


def raw_of(value: object) -> Any:
    """The raw value of a Value, anything else as it is."""
    return value._raw if isinstance(value, Value) else value


def ref_of(value: Value) -> str | None:
    """The reference that it carries."""
    return value._ref


def _number(value: Any) -> Any:
    return Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else value
