"""Round 5: mistakes that modules share the making of: several words at once, a cell, a field of the paper, 主送机关."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.corpus.mutators.edit import Docx
from tests.corpus.mutators.registry import entering
from tests.corpus.mutators.traits import addressed, everything
from tests.corpus.papers.spec import Paper

Swap = tuple[str, str]


def chaining(module: str, topic: str, always: tuple[str, ...]) -> Callable[..., None]:
    """Enters mutators that swap all pairs of the first option whose words the paper has; the first new words are the
    place: `name, rule, says, ((old, new), …), …`."""
    enter = entering(module)

    def chain(
        name: str, rule: str, says: str, *options: tuple[Swap, ...], also: tuple[str, ...] = (), **more: Any
    ) -> None:
        def fitting(paper: Paper) -> list[tuple[Swap, ...]]:
            words = everything(paper)
            return [option for option in options if all(old in words for old, _ in option)]

        def change(page: Any, paper: Paper) -> str:
            option = fitting(paper)[0]
            for old, new in option:
                page.replace(old, new)
            return option[0][1]

        enter(
            change,
            name,
            rule,
            says,
            topic,
            needs=lambda paper: bool(fitting(paper)),
            also=(*always, *also),
            **more,
        )

    return chain


def celling_of(module: str, always: tuple[str, ...]) -> Callable[..., None]:
    """Enters changes of one cell by paper: `name, rule, says, paper=(row, old, new)`, where `row` is a cell of the same
    row."""
    enter = entering(module)

    def cell(
        name: str, rule: str, says: str, also: tuple[str, ...] = (), **cells: tuple[str, str, str]
    ) -> None:
        held = {paper.replace("_", "-"): place for paper, place in cells.items()}

        def change(page: Any, paper: Paper) -> str:
            row, old, new = held[paper.name]
            page.cell(row, old, new)
            return new or row

        enter(
            change, name, rule, says, "tables", needs=lambda paper: paper.name in held, also=(*always, *also)
        )

    return cell


def fielding(module: str, topic: str, always: tuple[str, ...]) -> Callable[..., None]:
    """Enters other words of one field that the paper has, e.g. its `secrecy`: `name, rule, says, field, turn`."""
    enter = entering(module)

    def field(name: str, rule: str, says: str, which: str, turn: Callable[[str], str]) -> None:
        def change(page: Docx, paper: Paper) -> str:
            old = getattr(paper, which)
            return page.replace(old, turn(old))

        enter(change, name, rule, says, topic, needs=lambda paper: bool(getattr(paper, which)), also=always)

    return field


def addressing(module: str, always: tuple[str, ...]) -> Callable[..., None]:
    """Enters another 主送机关 in papers of these names: `name, rule, says, wanted, paper, …`; {} is what stands there,
    without its colon."""
    enter = entering(module)

    def address(
        name: str, rule: str, says: str, wanted: str, *papers: str, also: tuple[str, ...] = ()
    ) -> None:
        def change(page: Docx, paper: Paper) -> str:
            return page.replace(paper.recipients, wanted.replace("{}", paper.recipients.rstrip("：")))

        def needs(paper: Paper) -> bool:
            return paper.name in papers and addressed(paper)

        enter(change, name, rule, says, "recipients", needs=needs, also=(*always, *also))

    return address
