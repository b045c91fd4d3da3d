"""A text that nobody wrote yet and that is a paragraph of its own: what stands at its blank in Word fills it in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reporter.diff.model import Block
from reporter.pull.letters import WORDED, full_text
from reporter.pull.lines import Ground, Spot
from reporter.pull.markup import line_of
from reporter.pull.model import Proposal, Put
from reporter.pull.sides import Sides

_STANDS = frozenset(("same", "edited", "deleted"))


class Slots:
    """Fillings of whole blank paragraphs; `taken` are steps that one of them deals with.

    A blank has no words, so neither side of the comparison shows it: new paragraphs fill it where the blank stands
    between the same neighbours.
    """

    def __init__(self, sides: Sides, ground: Ground) -> None:
        self._sides, self._ground = sides, ground
        self._steps = sides.found.steps
        self.taken: set[int] = set()
        self._known = {typed[0]: found for typed in self._runs() if (found := self._filling(typed))}

    def filled(self, at: int) -> tuple[Proposal, Spot] | None:
        """The filling that begins with that step, and where more of it would stand."""
        return self._known.get(at)

    def _runs(self) -> Iterator[list[int]]:
        """New paragraphs that stand together."""
        run: list[int] = []
        for at, step in enumerate(self._steps):
            if step.kind == "moved_away":
                continue
            if step.kind == "inserted" and self._worded(self._sides.found.block_of(step)):
                run.append(at)
                continue
            if run:
                yield run
            run = []
        if run:
            yield run

    @staticmethod
    def _worded(block: Block) -> bool:
        paragraph = block.table is None and not block.furniture
        return paragraph and bool(block.level or block.role in WORDED) and bool(full_text(block).strip())

    def _filling(self, typed: list[int]) -> tuple[Proposal, Spot] | None:
        spot = self._spot(typed)
        if spot is None:
            return None
        self.taken.update(typed)
        blocks = [self._sides.found.block_of(self._steps[at]) for at in typed]
        said = tuple(full_text(block) for block in blocks)
        puts = tuple(Put(spot.file, spot.after, line_of(block)) for block in blocks)
        return Proposal("填空", "ready", blocks[0].place, "", "¶".join(said), spot.file, (), puts, said), spot

    def _spot(self, typed: list[int]) -> Spot | None:
        """The file of the one blank that the workspace has between the neighbours."""
        before = self._neighbour(range(typed[0] - 1, -1, -1))
        behind = self._neighbour(range(typed[-1] + 1, len(self._steps)))
        if before is None or behind is None:
            return None
        between = (self._ground.unwritten(index) for index in range(before + 1, behind))
        found = [spot for spot in between if spot is not None]
        return found[0] if len(found) == 1 else None

    def _neighbour(self, places: Iterable[int]) -> int | None:
        """Which block of the workspace the nearest paragraph is that the draft has too."""
        steps = (self._steps[at] for at in places)
        found = (self._sides.our(step.old) for step in steps if step.kind in _STANDS)
        return next((index for index in found if index is not None), None)
