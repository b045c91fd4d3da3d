"""Where a value came from: the cell in a workbook, and the reference that a run of text carries.

A reference is one string (design 4.3): ``fact:ADDRESS``, ``cell:RECORD-KEY.FIELD``, ``answer:CODE`` or
``text:FILE#ID``. Excel coordinates never stand in a reference, so that moving a row changes no Document.
"""

from __future__ import annotations

from msgspec import Struct


def column_letters(column: int) -> str:
    """1 → A, 27 → AA: a spreadsheet's own name of a column that counts from 1."""
    letters = ""
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


class Cell(Struct, frozen=True, order=True):
    """One place in a source file. `row` and `column` count from 1; for YAML and text `row` is the line."""

    file: str
    sheet: str = ""
    row: int = 0
    column: int = 0

    @property
    def a1(self) -> str:
        """`D17` for a cell, `第17行` for a line, empty when the place is the whole file."""
        if self.column:
            return f"{column_letters(self.column)}{self.row}"
        return f"第{self.row}行" if self.row else ""

    def __str__(self) -> str:
        return " › ".join(part for part in (self.file, self.sheet, self.a1) if part)


def fact_ref(address: str) -> str:
    """Reference to a figure by its address."""
    return f"fact:{address}"


def cell_ref(record_key: str, field: str) -> str:
    """Reference to one field of one record; the record key is visible in the clerk's workbook."""
    return f"cell:{record_key}.{field}"


def answer_ref(code: str) -> str:
    """Reference to an answer of an indicator form."""
    return f"answer:{code}"


def text_ref(file: str, block: str = "") -> str:
    """Reference to a text file of the clerk or to one block of it."""
    return f"text:{file}#{block}" if block else f"text:{file}"


def split_ref(ref: str) -> tuple[str, str]:
    """`("fact", "hazards.closed()")`; raises ValueError for a string that is no reference."""
    kind, colon, rest = ref.partition(":")
    if not colon or kind not in {"fact", "cell", "answer", "text"}:
        raise ValueError(f"not a reference: {ref!r}")
    return kind, rest
