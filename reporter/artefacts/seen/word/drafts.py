"""Paragraphs while their file is being read: neighbours, cells and drawn lines still change how they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reporter.artefacts.seen.model import CellPlace, Looks, Para, Place, Run, Stroke
from reporter.artefacts.seen.word.looks import looks_of
from reporter.artefacts.seen.word.styles import Props
from reporter.artefacts.seen.word.units import Element


class Draft:
    """One paragraph to be. `props` are its resolved properties, the same object for all that have the same; `node` is
    its w:p; `looks` is how it stands, once that is final."""

    __slots__ = (
        "cell", "close_above", "close_below", "grid", "label", "looks", "new_page", "node", "place", "props",
        "rule_above", "rule_below", "runs", "size", "style", "text",
    )  # fmt: skip

    def __init__(self, node: Element, runs: tuple[Run, ...], label: str, style: str, props: Props) -> None:
        self.node = node
        self.runs, self.label, self.style, self.props = runs, label, style, props
        typed = runs[0].text if len(runs) == 1 else "".join(run.text for run in runs)
        self.text = f"{label}{typed}".strip()
        self.looks: Looks | None = None
        self.place: Place = "text"
        self.cell: CellPlace | None = None
        self.size = 10.0
        self.grid = 0.0
        self.new_page = False
        self.close_above = self.close_below = False
        """Whether a neighbour of its style takes the white away."""
        self.rule_above: Stroke | None = props.get("top")
        self.rule_below: Stroke | None = props.get("bottom")

    def saying(self, words: str, number: int, cell: CellPlace) -> Para:
        """The same in another cell, finished, with words of its own."""
        runs = (self.runs[0].saying(words),) if words else self.runs
        looks = self.looks = self.looks or looks_of(self)
        return Para(
            number, runs, "", "cell", 0, self.style, self.props.get("outline", 0), looks, cell
        )  # fmt: skip


def finished(drafts: Iterable[Draft | Para]) -> Iterator[Para]:
    """The paragraphs, numbered; those that stand alike share their looks."""
    known: dict[Any, Looks] = {}
    for number, draft in enumerate(drafts, 1):
        if isinstance(draft, Para):
            yield draft
            continue
        key = (
            id(draft.props), draft.size, draft.grid, draft.new_page, draft.close_above, draft.close_below,
            draft.rule_above, draft.rule_below,
        )  # fmt: skip
        looks = draft.looks or known.get(key)
        if looks is None:
            looks = known[key] = looks_of(draft)
        yield Para(
            number, draft.runs, draft.label, draft.place, 0, draft.style, draft.props.get("outline", 0), looks,
            draft.cell,
        )  # fmt: skip
