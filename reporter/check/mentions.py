"""Every figure that a file gives, in sentences and in the cells of forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reporter.artefacts.seen.model import Para
from reporter.check.quantities import Quantity, bounds, number_in, quantities
from reporter.check.subject import Subject

_LABELLED = re.compile(
    r"(?:\d+[.、]?)?\s*([\u4e00-\u9fff《》“”]{3,30}?)(?:总?数量?|总数)?[（(]([\u4e00-\u9fff]{1,3})[）)]"
)

_SHORT = 4


def mentions(subject: Subject) -> Iterator[tuple[Para, Quantity]]:
    """Those of the main text, then those of two-column stretches of forms: a label with its unit, and a number."""
    for para in subject.paras_of("title", "body", "heading"):
        yield from ((para, one) for one in quantities(para.text))
    cells = [para for para in subject.seen.paras if para.cell and para.text]
    for label, value in pairwise(cells):
        if _row(label) != _row(value):
            continue
        named, number = _LABELLED.fullmatch(label.text), number_in(value.text)
        if named and number is not None:
            yield value, Quantity(number, named[2], 0, len(value.text), label=named[1])


def same_of(subject: Subject, para: Para, one: Quantity) -> tuple[str, str, frozenset[str]] | None:
    """Words, unit, places and times: figures of several files for which they are the same should be, too. None where
    the words are few, narrowed by an earlier clause (其中，重大隐患10条，尚未销号3条), or of hazards and homes,
    which are counted by kind."""
    narrowed = "其中" in one.before.rpartition("，")[0]
    known = {count.end for count in subject.counts_in(para)}
    if one.end in known or len(one.what) < _SHORT or one.percent or narrowed or bounds(one):
        return None
    return one.what, one.unit, one.scope


def _row(para: Para) -> tuple[int, int]:
    return (para.cell.table, para.cell.row) if para.cell else (0, para.number)
