"""数据核对表: every printed figure of a filing with its sentence and the cells behind it, to be ticked off by
hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from msgspec import Struct

from reporter.deliver.tallysheet import Row, written
from reporter.document.model import Document
from reporter.document.naming import name_of
from reporter.facts.fact import Fact
from reporter.refs import Cell, column_letters, split_ref
from reporter.typeset.occurrences import Occurrence, occurrences

PageOf = Callable[[Occurrence], int]
"""The page of an occurrence from 1, 0 when unknown."""
MAX_RANGES = 12
"""Ranges of one sheet that are printed; `explain` gives the rest."""
_BOX = "□"
_KINDS = {"覆盖": 0, "填报": 1, "推导": 2}


class Line(Struct, frozen=True):
    """One printed figure. `sources` are (file, sheet, ranges), one for each sheet that it was made from."""

    text: str
    label: str
    page: int
    sentence: str
    place: str
    formula: str
    sources: tuple[tuple[str, str, str], ...]
    kind: str
    """覆盖 (overruled by hand), 填报 (typed) or 推导 (derived)."""


def lines(
    document: Document,
    facts: Mapping[str, Fact],
    answers: Mapping[str, Fact] | None = None,
    page_of: PageOf | None = None,
) -> tuple[Line, ...]:
    """All printed figures, overruled ones first, then typed, then derived, each in the order of the paper.

    `facts` is by address, `answers` by code (for answers that stand in the form as they were typed).
    """
    known = {"fact": facts, "answer": answers or {}}
    found = []
    for occurrence in occurrences(document):
        kind, name = split_ref(occurrence.ref)
        fact = known[kind].get(name) if kind in known else None
        if fact is None:
            continue
        page = page_of(occurrence) if page_of else 0
        sources = tuple(_sources(_cells(fact, facts)))
        found.append(
            Line(
                occurrence.text, fact.label, page, occurrence.sentence, occurrence.place, fact.formula,
                sources, "覆盖" if fact.overruled else "填报" if fact.typed else "推导",
            )
        )  # fmt: skip
    return in_order(found)


def in_order(found: Iterable[Line]) -> tuple[Line, ...]:
    """Overruled figures first, then typed, then derived; those of a sort stay in their order."""
    return tuple(sorted(found, key=lambda line: _KINDS[line.kind]))


def tally(document: Document, found: tuple[Line, ...]) -> bytes:
    """The workbook: A4 landscape, header repeated, lines for the checker's name and date below."""
    return written(name_of(document), [_texts(*one) for one in enumerate(found, 1)], sample=document.sample)


def compact(cells: Iterable[Cell]) -> str:
    """Cells of one sheet as ranges down their columns: `D5:D20、D25`; lines of text files as `第3行`."""
    ranges = list(_ranges(sorted(set(cells), key=lambda cell: (cell.column, cell.row))))
    if len(ranges) <= MAX_RANGES:
        return "、".join(ranges)
    return "、".join(ranges[:MAX_RANGES]) + f" 等{len(ranges)}处"


def _ranges(cells: list[Cell]) -> Iterator[str]:
    for _, run in groupby(enumerate(cells), key=lambda pair: (pair[1].column, pair[1].row - pair[0])):
        block = [cell for _, cell in run]
        first, last = block[0], block[-1]
        if not first.column or first == last:
            yield from (cell.a1 for cell in block if cell.a1)
        else:
            letters = column_letters(first.column)
            yield f"{letters}{first.row}:{letters}{last.row}"


def _cells(fact: Fact, facts: Mapping[str, Fact]) -> set[Cell]:
    """The fact's own cells, or those of the facts that it was made of."""
    found: set[Cell] = set()
    waiting, seen = [fact], {fact.address}
    while waiting:
        current = waiting.pop()
        found.update(current.cells)
        if not current.cells:
            below = [address for address in current.inputs if address in facts and address not in seen]
            seen.update(below)
            waiting += [facts[address] for address in below]
    return found


def _sources(cells: set[Cell]) -> Iterator[tuple[str, str, str]]:
    ordered = sorted(cells, key=lambda cell: (cell.file, cell.sheet))
    for (file, sheet), group in groupby(ordered, key=lambda cell: (cell.file, cell.sheet)):
        yield file, sheet, compact(group)


def _texts(number: int, line: Line) -> Row:
    sources = line.sources or (("", "", ""),)
    files, sheets, ranges = ("\n".join(source[part] for source in sources) for part in range(3))
    page = str(line.page) if line.page else ""
    where = f"（{line.place}）{line.sentence}"
    texts = (
        str(number),
        line.text,
        line.label,
        page,
        where,
        line.formula,
        files,
        sheets,
        ranges,
        line.kind,
        _BOX,
    )
    return Row(texts, bold=line.kind != "推导")
