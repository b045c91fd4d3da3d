"""What a correct document says, apart from any file format: written out by hand, given to every producer.

Body lines carry the numbers as typed (一、 （一） 1. （1）); a numbered line that goes on after its first 。 is a
run-in heading with text. `@name` alone on a line is one of the tables.
"""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct, field

Face = Literal["document", "letter", "order", "minutes", "plain"]
Direction = Literal["up", "down", "level"]

_LONGEST_HEAD = 20  # 字; longer first sentences are text that has a number
_LEVELS = (
    re.compile(r"^[一二三四五六七八九十]+、"),
    re.compile(r"^（[一二三四五六七八九十]+）"),
    re.compile(r"^\d+\."),
    re.compile(r"^（\d+）"),
)


class Table(Struct, frozen=True):
    """A table whose cells fit on one line each; widths in mm. `total` says that the last row adds the others."""

    name: str
    head: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    total: bool = False
    title: str = ""
    above: str = ""
    below: str = ""
    landscape: bool = False

    def __post_init__(self) -> None:
        assert all(len(row) == len(self.head) == len(self.widths) for row in self.rows), self.name


class Line(Struct, frozen=True):
    """A body line: `number` as typed, `head` the words in heading type, `rest` in body type. Level 0 is text."""

    level: int
    number: str
    head: str
    rest: str

    @property
    def text(self) -> str:
        return self.number + self.head + self.rest


class Attachment(Struct, frozen=True):
    """An attachment with its own title; its content is body lines or one table."""

    title: str
    body: str


class Paper(Struct, frozen=True):
    """A correct document. Title lines are broken by hand; joint documents name the host first."""

    name: str
    face: Face
    title: tuple[str, ...]
    body: str
    direction: Direction = "down"
    issuers: tuple[str, ...] = ()
    suffix: str = "文件"
    number: str = ""
    signers: tuple[str, ...] = ()
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    recipients: str = ""
    attachments: tuple[Attachment, ...] = ()
    signatories: tuple[str, ...] = ()
    date: str = ""
    sealed: bool = True
    remark: str = ""
    cc: str = ""
    office: str = ""
    printed: str = ""
    tables: tuple[Table, ...] = field(default=())
    attended: tuple[tuple[str, str], ...] = ()
    """出席、请假、列席 of minutes with their names."""
    post: str = ""
    """Post and name of who signs an order."""

    def table(self, name: str) -> Table:
        return next(table for table in self.tables if table.name == name)

    @property
    def whole_title(self) -> str:
        return "".join(self.title)


def lines(body: str) -> list[Line | str]:
    """The body taken apart; a table is its name."""
    return [raw[1:] if raw.startswith("@") else _line(raw) for raw in body.strip().splitlines()]


def _line(raw: str) -> Line:
    for level, pattern in enumerate(_LEVELS, 1):
        if found := pattern.match(raw):
            text = raw[found.end() :]
            head, stop, rest = text.partition("。")
            if text.endswith("；") or (stop and (not rest or len(head) > _LONGEST_HEAD)):
                return Line(level, found[0], "", text)  # a numbered sentence, not a heading: type of the text
            return Line(level, found[0], head + stop, rest)
    return Line(0, "", "", raw)
