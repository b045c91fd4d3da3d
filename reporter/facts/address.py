"""The address of a fact: `hazards.closed(domain=消防,unit=河口镇)`, read and written.

address = name "." name [ "(" [ dim "=" value { "," dim "=" value } [ "," ] ] ")" ]; a value is bare or quoted
with ' or " (or “”). Nothing else is accepted: an address is data, never code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reporter.errors import UnknownName
from reporter.patterns import regex

_TOKEN = regex(
    r"""\s*(?:
    "(?P<double>(?:[^"\\\n]|\\["\\])*)"
  | '(?P<single>(?:[^'\\\n]|\\['\\])*)'
  | “(?P<chinese>[^“”\n]*)”
  | (?P<bare>[^\s"'“”\\,，()=＝.]+(?:\.[0-9]+)*)
  | (?P<mark>[,，()=＝.])
  )""",
    re.VERBOSE,
)
_PLAIN = regex(r"""[^\s"'“”\\,，()=＝.]+""")
_HINT = '写法如 hazards.closed(unit="河口镇", domain="消防") 或 隐患.已整改(单位="河口镇")'


class _Tokens:
    """The tokens of one address; `take` gives the next one when it is of the wanted sort."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[tuple[str, str]] = []
        self.at = 0
        place, end = 0, len(text.rstrip())
        while place < end:
            found = _TOKEN.match(text, place)
            if not found or found.lastgroup is None:
                raise self.error()
            place = found.end()
            sort, value = found.lastgroup, found.group(found.lastgroup)
            if sort == "mark":
                value = {"，": ",", "＝": "="}.get(value, value)
            elif sort != "bare":
                value = re.sub(r"\\(.)", r"\1", value)
            self.tokens.append((sort, value))

    def error(self) -> UnknownName:
        return UnknownName(f"看不懂数据地址“{self.text}”", _HINT)

    def mark(self, wanted: str) -> bool:
        if self.at < len(self.tokens) and self.tokens[self.at] == ("mark", wanted):
            self.at += 1
            return True
        return False

    def word(self, *, quoted: bool = False) -> str:
        if self.at < len(self.tokens):
            sort, value = self.tokens[self.at]
            if sort == "bare" or (quoted and sort != "mark"):
                self.at += 1
                return value
        raise self.error()

    def expect(self, wanted: str) -> None:
        if not self.mark(wanted):
            raise self.error()


def parse_address(text: str) -> tuple[str, str, dict[str, str]]:
    """`(family, name, dimensions)` as written; raises UnknownName for anything that is no address."""
    tokens = _Tokens(text)
    family = tokens.word()
    tokens.expect(".")
    name = tokens.word()
    dims: dict[str, str] = {}
    if tokens.mark("("):
        while not tokens.mark(")"):
            dim = tokens.word()
            tokens.expect("=")
            if dim in dims:
                raise UnknownName(f"数据地址“{text}”里“{dim}”写了两次", _HINT)
            dims[dim] = tokens.word(quoted=True)
            if not tokens.mark(","):
                tokens.expect(")")
                break
    if tokens.at != len(tokens.tokens):
        raise tokens.error()
    return family, name, dims


def format_address(family: str, name: str, dims: Mapping[str, str]) -> str:
    """The canonical form: dimensions sorted, values bare where that reads back, else in double quotes."""
    inside = ",".join(f"{dim}={_value(value)}" for dim, value in sorted(dims.items()))
    return f"{family}.{name}({inside})"


def _value(value: str) -> str:
    if _PLAIN.fullmatch(value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
