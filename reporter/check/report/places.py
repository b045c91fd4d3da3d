"""From a finding's place in words back to the paragraph that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from reporter.artefacts.seen.model import CellPlace, Para, Seen
from reporter.check.finding import Finding

_NUMBER = re.compile(r"第(\d+)段")
_CELL = re.compile(r"表(\d+)第(\d+)行第(\d+)列")
_TABLE = re.compile(r"表(\d+)")


class Places:
    """The paragraphs of one file by what findings call them (`rule.spot`)."""

    def __init__(self, seen: Seen) -> None:
        self._seen = seen

    @cached_property
    def _by_number(self) -> Mapping[int, Para]:
        return {para.number: para for para in self._seen.paras}

    @cached_property
    def _by_cell(self) -> Mapping[CellPlace, Para]:
        return {para.cell: para for para in reversed(self._seen.paras) if para.cell}

    def para_of(self, finding: Finding) -> Para | None:
        """The paragraph that the finding names, or the first that holds what it quotes."""
        spot = finding.where.paragraph
        if found := _NUMBER.match(spot):
            return self._by_number.get(int(found[1]))
        if found := _CELL.match(spot):
            place = CellPlace(int(found[1]), int(found[2]), int(found[3]))
            return self._of_cell(place, quoted(finding))
        if found := _TABLE.match(spot):
            return next((para for cell, para in self._cells() if cell.table == int(found[1])), None)
        quote = quoted(finding)
        return next((para for para in self._seen.paras if quote and quote in para.text), None)

    def _of_cell(self, place: CellPlace, quote: str) -> Para | None:
        """Of several paragraphs in a cell the one with the quote."""
        first = self._by_cell.get(place)
        if first is None or quote in first.text:
            return first
        return next((para for cell, para in self._cells() if cell == place and quote in para.text), first)

    def _cells(self) -> Iterator[tuple[CellPlace, Para]]:
        return ((para.cell, para) for para in self._seen.paras if para.cell)


def quoted(finding: Finding) -> str:
    """What the finding quotes, without the marks of what was left out."""
    quote = finding.where.quote
    quote = quote.removesuffix("…") if len(quote) > 1 else quote
    return (quote.removeprefix("…") if len(quote) > 1 else quote).strip()
