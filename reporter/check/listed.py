"""Lists that go by one set of ids over several files: 问题清单, 整改清单, 责任清单, 销号清单."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from reporter.artefacts.seen.model import Grid
from reporter.check.columns import named
from reporter.check.subject import Subject

_IDS = re.compile(r"(?:隐患|问题|项目|事项|整改)?编号")
_CODE = re.compile(r"[A-Za-z\u4e00-\u9fff]{1,8}[-－—]?\d{1,6}(?:[-－]\d{1,4})*")
"""A number that only counts the rows begins anew in every file and is no id."""
_KIND = re.compile(r"(问题|整改|责任|销号)清单")
_LEAST = 2
_ABOVE = 12
"""Paragraphs before a table among which its title stands."""


class Listed(Struct, frozen=True):
    """A table with its file; `kind` is 问题, 整改, 责任, 销号 or empty; `rows` by id with their number in the table."""

    subject: Subject
    grid: Grid
    kind: str
    rows: Mapping[str, tuple[int, tuple[str, ...]]]


def lists_of(subject: Subject) -> Iterator[Listed]:
    """The tables of a file with a column of codes, each once."""
    title = subject.the("title")
    for grid in subject.seen.grids:
        columns = named(grid, _IDS)[:1]
        rows = {
            cells[columns[0]].strip(): (row, cells)
            for row, cells in grid.body
            if columns and columns[0] < len(cells) and _CODE.fullmatch(cells[columns[0]].strip())
        }
        if len(rows) >= _LEAST:
            found = _KIND.search(grid.title) or _KIND.search("".join(title.text.split()) if title else "")
            yield Listed(subject, grid, found[1] if found else "", rows)
