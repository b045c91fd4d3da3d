"""A case of the corpus: files, and what should be found in them.

A defect names the rule by its L or R number of the shared standard and domain facts, `cl.` numbers of clauses that
have none, or an X number (`EXTRA` below); `also` holds numbers that may rightly be reported for the same defect, and
families of rules (`GW3`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec import Struct

EXTRA = {
    "X01": "公民身份号码不得出现",
    "X02": "银行账号不得出现",
    "X03": "居民姓名不得与健康状况一起出现",
    "X04": "公开件不得有个人联系方式",
    "X05": "“全部”“均”“100%”须有数字证明",
    "X06": "部门向下级政府发通知、通报须注明经政府同意",
}


Part = Literal["open", "opened", "heldout"]
ROUNDS = (0, 1, 2, 3, 4, 5)
"""Sets of defects and correct files in the order they were written. Round 0 was at hand while the rules were written;
each later one was written without sight of the rules and run once before any rule was changed for it."""
OPENED = 5
"""The last round that rules were changed for after that first run. Whoever changes a rule does not read later ones."""
HELDOUT = tuple(number for number in ROUNDS if number > OPENED)
READ_ONLY = (5,)
"""Rounds whose correct papers are read for false alarms only: no defect is put into them."""


def part_of(number: int) -> Part:
    """Open from the first, held out once, or held out now."""
    return "open" if number == 0 else "opened" if number <= OPENED else "heldout"


class Defect(Struct, frozen=True):
    """What should be found. `quote` are words of the place, "" for a defect of the whole page or file."""

    rule: str
    says: str
    topic: str
    quote: str
    file: str
    also: tuple[str, ...] = ()


class Loaded(Struct, frozen=True):
    files: dict[str, bytes]
    defects: tuple[Defect, ...]


class Case(Struct, frozen=True):
    """One file, or a set that is checked together. `mutator` is None for a correct case."""

    name: str
    producer: str
    profile: str
    load: Callable[[], Loaded]
    mutator: str | None = None
    rule: str = ""
    also: tuple[str, ...] = ()
    round: int = 0
    public: bool = False
    slow: bool = False
    together: bool = False
    correct: str = ""
    """The name of the case that is right where this one has its defect."""

    @property
    def part(self) -> Part:
        return part_of(self.round)

    def files(self) -> dict[str, bytes]:
        return self.load().files

    @property
    def defects(self) -> tuple[Defect, ...]:
        return self.load().defects
