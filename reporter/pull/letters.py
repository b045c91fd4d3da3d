"""A paragraph character by character: what it prints, where that stands in a source, which figure it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from reporter.compose.origins import Origin, origins_of
from reporter.diff.model import Block, Run
from reporter.document.inline import BLANK_CELL
from reporter.pull.files import Files

WORDED = frozenset(("body", "flush"))
"""Roles of paragraphs of words: a number at the beginning is one of them."""


class Letter(Struct, frozen=True):
    """One character. Without `origin` it is no plain word; `ref` then says what it is, if anything does. `whole`: a
    blank that is filled in as one."""

    char: str
    ref: str = ""
    origin: Origin | None = None
    whole: bool = False
    strong: bool = False

    @property
    def blank(self) -> bool:
        """Whether it stands for something that is not known yet."""
        return self.char == BLANK_CELL


def full_text(block: Block) -> str:
    """What a person typed: numbers of headings and lists follow by themselves and are left out."""
    return (block.number if _typed(block) else "") + block.text


def full_runs(block: Block) -> tuple[Run, ...]:
    """The same as runs; a typed number looks as the words behind it."""
    if not _typed(block) or not block.number:
        return block.runs
    strong = block.runs[0].strong if block.runs else False
    return (Run(block.number, strong), *block.runs)


def strongs(runs: Sequence[Run]) -> list[bool]:
    """Which characters are bold."""
    return [run.strong for run in runs for _ in run.text]


def letters(block: Block, files: Files) -> tuple[Letter, ...]:
    """The characters of `full_text`."""
    if not _typed(block) or not block.number:
        return letters_of(block.runs)
    number, first = block.number, block.runs[0] if block.runs else Run("")
    origin, _ = origins_of(" ", first.ref)[0]
    if origin and origin.line and files.writable(origin.file):
        line = files.file(origin.file).clean(origin.line)
        if line.startswith(number, origin.start):  # number and words were one run, which says where it begins
            return letters_of((replace(first, text=number + first.text), *block.runs[1:]))
    found = letters_of(block.runs)
    return (*_number(number, found, files), *found)


def letters_of(runs: Sequence[Run]) -> tuple[Letter, ...]:
    """The characters of runs."""
    return tuple(
        Letter(char, "" if origin else run.ref, origin, whole, run.strong)
        for run in runs
        for char, (origin, whole) in zip(run.text, origins_of(run.text, run.ref), strict=True)
    )


def _typed(block: Block) -> bool:
    return block.role in WORDED and not block.level and not block.automatic


def _number(number: str, rest: Sequence[Letter], files: Files) -> list[Letter]:
    """The number's characters, looked for to the left of the first word in its line."""
    first = rest[0].origin if rest else None
    strong = rest[0].strong if rest else False
    if first is None or not first.line or not files.writable(first.file):
        return [Letter(char, strong=strong) for char in number]
    line, at = files.file(first.file).clean(first.line), first.start
    found: list[Letter] = []
    for char in reversed(number):
        at = line.rfind(char, 0, at)
        if at < 0:
            return [Letter(char, strong=strong) for char in number]
        origin = Origin(first.file, first.key, at, at + 1)
        found.insert(0, Letter(char, "", origin, strong=strong))
    return found
