"""Tables that are none to a reader: they only place a mark, names or 版记."""

from __future__ import annotations

from reporter.artefacts.seen.model import PLACED
from reporter.check.subject import Subject


def placing_tables(subject: Subject) -> frozenset[int]:
    """Their numbers: an element that was surely recognised and is no text stands in a cell of them."""
    return frozenset(one.para.cell.table for one in subject.sure(*PLACED) if one.para.cell)
