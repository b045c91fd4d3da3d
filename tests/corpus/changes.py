"""A change of one member of a set, so that it says something else than the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from tests.corpus.mutators.edit import Docx, say


class Change(Struct, frozen=True):
    """One member of a set says something else."""

    name: str
    rule: str
    says: str
    members: str
    file: str
    change: Callable[[Any], str]
    also: tuple[str, ...] = ()
    round: int = 0


def swap(old: str, new: str) -> Callable[[Docx], str]:
    """Words anywhere in the file."""

    def change(page: Docx) -> str:
        page.replace(old, new)
        return new

    return change


def dated(old: str, new: str) -> Callable[[Docx], str]:
    """A date that is a paragraph of its own."""

    def change(page: Docx) -> str:
        say(page.find(old, whole=True), new)
        return new

    return change


def together(*changes: Callable[[Docx], str]) -> Callable[[Docx], str]:
    """Several changes that are one mistake; the first one's words are the place."""

    def change(page: Docx) -> str:
        first, *_ = [one(page) for one in changes]
        return first

    return change


def cell(row: str, old: str, new: str) -> Callable[[Docx], str]:
    """A cell of the table row that has the cell `row`."""
    return lambda page: page.cell(row, old, new)
