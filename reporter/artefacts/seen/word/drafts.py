"""Paragraphs while their file is being read: neighbours, cells and drawn lines still change how they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from reporter.artefacts.seen.model import CellPlace, Looks, Para, Place, Run, Stroke
from reporter.artefacts.seen.word.looks import looks_of
from reporter.artefacts.seen.word.styles import Props
from reporter.artefacts.seen.word.units import Element


class Draft:
    """One paragraph to be. `props` are its resolved properties, the same object for all that have the same; `node` is
    its w:p; `looks` is how it stands, once it is finished."""

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


class Repeated:
    """The only paragraph of a cell that says `words` and is otherwise like another one. `node` is its w:p, or the row
    that was left out of the tree."""

    __slots__ = ("cell", "like", "node", "words")
    place: Final = "cell"

    def __init__(self, node: Element, like: Draft, words: str, cell: CellPlace) -> None:
        self.node, self.like, self.words, self.cell = node, like, words, cell

    @property
    def text(self) -> str:
        return self.words.strip()

    @property
    def new_page(self) -> bool:
        return self.like.new_page

    @property
    def runs(self) -> tuple[Run, ...]:
        runs = self.like.runs
        return (runs[0].saying(self.words),) if self.words else runs

    def alone(self) -> Draft:
        """The same as one that may be changed."""
        like = self.like
        draft = Draft(self.node, self.runs, "", like.style, like.props)
        draft.place, draft.cell, draft.size, draft.grid = "cell", self.cell, like.size, like.grid
        draft.new_page, draft.rule_above, draft.rule_below = like.new_page, like.rule_above, like.rule_below
        return draft


def finished(drafts: Iterable[Draft | Repeated]) -> Iterator[Para]:
    """The paragraphs, numbered; those that stand alike share their looks."""
    known: dict[Any, Looks] = {}
    for number, one in enumerate(drafts, 1):
        draft = one.like if isinstance(one, Repeated) else one
        looks = draft.looks or _looks(draft, known)
        yield Para(
            number, one.runs, draft.label, draft.place, 0, draft.style, draft.props.get("outline", 0), looks,
            one.cell,
        )  # fmt: skip


def _looks(draft: Draft, known: dict[Any, Looks]) -> Looks:
    key = (
        id(draft.props), draft.size, draft.grid, draft.new_page, draft.close_above, draft.close_below,
        draft.rule_above, draft.rule_below,
    )  # fmt: skip
    looks = known.get(key)
    if looks is None:
        looks = known[key] = looks_of(draft)
    draft.looks = looks
    return looks
