"""Paragraphs while their file is being read: neighbours, cells and drawn lines still change how they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from reporter.artefacts.seen.model import CellPlace, Looks, Odd, Para, Place, Run, Stroke, main_of
from reporter.artefacts.seen.word.looks import looks_of
from reporter.artefacts.seen.word.styles import Props
from reporter.artefacts.seen.word.units import Element


class Draft(Struct):
    """One paragraph to be. `props` are its resolved properties, the same object for all that have the same; `node` is
    its w:p; `looks` is how it stands, once that is final."""

    node: Element
    runs: tuple[Run, ...]
    label: str
    style: str
    props: Props
    place: Place = "text"
    cell: CellPlace | None = None
    size: float = 10.0
    grid: float = 0.0
    new_page: bool = False
    close_above: bool = False
    close_below: bool = False
    """Whether a neighbour of its style takes the white away."""
    typed: str = ""
    text: str = ""
    rule_above: Stroke | None = None
    rule_below: Stroke | None = None
    worn: Odd | None = None
    """What its characters wear."""
    looks: Looks | None = None

    def __post_init__(self) -> None:
        runs, props = self.runs, self.props
        self.typed = runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
        self.text = f"{self.label}{self.typed}".strip()
        self.rule_above, self.rule_below = props.get("top"), props.get("bottom")

    def finished(self, number: int) -> Para:
        """Nothing changes how it stands any more."""
        looks = self.looks = self.looks or looks_of(self)
        return Para(
            number, self.runs, self.label, self.place, 0, self.style, self.props.get("outline", 0), looks, self.cell,
            self.typed, self.text, main_of(self.runs),
        )  # fmt: skip


def finished(drafts: Sequence[Draft | Para], known: dict[Any, Looks]) -> tuple[Para, ...]:
    """The paragraphs, numbered; those that stand alike share their looks, which are kept in `known`."""
    found: list[Any] = list(drafts)
    for at, draft in enumerate(drafts):
        if isinstance(draft, Para):
            continue
        key = (
            id(draft.props), draft.size, draft.grid, draft.new_page, draft.close_above, draft.close_below,
            draft.rule_above, draft.rule_below, draft.worn,
        )  # fmt: skip
        draft.looks = draft.looks or known.get(key)
        para = found[at] = draft.finished(at + 1)
        known[key] = para.looks
    return tuple(found)
