"""A mutator: one defect that can be put into a correct file, with the rule number it offends."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypedDict, Unpack

from msgspec import Struct

from tests.corpus import mutators
from tests.corpus.mutators.edit import Docx, Html
from tests.corpus.mutators.traits import everything, numbered
from tests.corpus.papers.spec import Paper

Needs = Callable[[Paper], bool]


class Mutator(Struct, frozen=True):
    """`change(page, paper)` edits the open file and gives the words a finding should quote or stand near ("" for
    a defect of the whole page). `also` are numbers that may rightly be reported for the same defect."""

    name: str
    rule: str
    says: str
    topic: str
    change: Callable[[Any, Paper], str]
    needs: Needs
    also: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset({"docx"})
    round: int = 0
    public: bool = False
    """The defect is one only in what goes to the public."""
    producers: tuple[str, ...] = ()
    """Only files of these producers have what is changed; empty: all."""

    def apply(self, data: bytes | str, paper: Paper) -> tuple[bytes | str, str]:
        """The changed file and the quote. DOCX bytes stay DOCX bytes, HTML text stays HTML text.

        Raises NotHere where the file has nothing to change.
        """
        page: Docx | Html = Html(data) if isinstance(data, str) else Docx(data)
        quote = self.change(page, paper)
        return (page.text if isinstance(page, Html) else page.data()), quote


class Only(TypedDict, total=False):
    """Which files a mutator is for."""

    pdf: bool
    """It works on HTML (and so on a PDF) too."""
    public: bool
    """The defect is one only in what goes to the public."""
    producers: tuple[str, ...]
    """Only files of these producers have what is changed."""


FOUND: dict[str, Mutator] = {}
ROUND_ONE = "fresh_"
ROUND_FOLDERS = tuple(Path(__file__).parent.glob("round*"))


def found() -> dict[str, Mutator]:
    """All mutators by name: every module of this folder and of the folders of later rounds is asked."""
    _ask(mutators.__name__, list(mutators.__path__))
    for folder in sorted(ROUND_FOLDERS):
        _ask(f"{mutators.__name__}.{folder.name}", [str(folder)])
    return FOUND


def _ask(package: str, path: list[str]) -> None:
    for module in pkgutil.iter_modules(path):
        importlib.import_module(f"{package}.{module.name}")


def round_of(module: str, name: str) -> int:
    """The number of its folder; of round 1 only the names tell."""
    if found := re.search(r"\.round(\d+)\.", module):
        return int(found[1])
    return 1 if name.startswith(ROUND_ONE) else 0


def mutator(
    rule: str,
    says: str,
    topic: str,
    *,
    needs: Needs = lambda paper: True,
    also: tuple[str, ...] = (),
    **only: Unpack[Only],
) -> Callable[[Callable[[Any, Paper], str]], Callable[[Any, Paper], str]]:
    """Enter a change in the list under the name of its function."""

    def enter(change: Callable[[Any, Paper], str]) -> Callable[[Any, Paper], str]:
        name = change.__name__
        assert name not in FOUND, name
        kinds = frozenset({"docx", "pdf"}) if only.get("pdf") else frozenset({"docx"})
        number = round_of(change.__module__, name)
        FOUND[name] = Mutator(
            name, rule, says, topic, change, needs, also, kinds, number,
            only.get("public", False), only.get("producers", ()),
        )  # fmt: skip
        return change

    return enter


def entering(module: str) -> Callable[..., None]:
    """Enters changes that several mutators of one module share the making of: `change, name, rule, says, topic` and
    what `mutator` takes."""

    def enter(
        change: Callable[[Any, Paper], str], name: str, rule: str, says: str, topic: str, **more: Any
    ) -> None:
        change.__name__, change.__module__ = name, module
        mutator(rule, says, topic, **more)(change)

    return enter


def swapping(module: str, *, pdf: bool) -> Callable[..., None]:
    """Enters mutators of one module that swap words, the first pair whose words the paper has: `name, rule, says, topic,
    (old, new), …`."""

    def enter(name: str, rule: str, says: str, topic: str, *pairs: tuple[str, str], **more: Any) -> None:
        def change(page: Any, paper: Paper) -> str:
            old, new = next((old, new) for old, new in pairs if old in everything(paper))
            page.replace(old, new)
            return new

        def needs(paper: Paper) -> bool:
            return any(old in everything(paper) for old, _ in pairs)

        entering(module)(change, name, rule, says, topic, **({"needs": needs, "pdf": pdf} | more))

    return enter


def swapping_of(module: str, topic: str, always: tuple[str, ...], *, pdf: bool) -> Callable[..., None]:
    """As `swapping`, of one topic and with numbers that may be reported for every one: `name, rule, says, (old, new), …`."""
    swap, usual = swapping(module, pdf=pdf), pdf

    def enter(
        name: str,
        rule: str,
        says: str,
        *pairs: tuple[str, str],
        also: tuple[str, ...] = (),
        pdf: bool = usual,
    ) -> None:
        swap(name, rule, says, topic, *pairs, also=(*always, *also), pdf=pdf)

    return enter


def celling(module: str) -> Callable[..., None]:
    """Changes of one cell: `name, paper, rule, says, (row, old, new)`, where `row` is a cell of the same row."""

    def enter(
        name: str, paper: str, rule: str, says: str, cell: tuple[str, str, str], quote: str = "", **more: Any
    ) -> None:
        def change(page: Docx, _: Paper) -> str:
            page.cell(*cell)
            return quote or cell[2]

        entering(module)(change, name, rule, says, "tables", needs=lambda one: one.name == paper, **more)

    return enter


def numbering(module: str) -> Callable[..., None]:
    """Changes inside the 发文字号: `name, rule, says, (old, new)`."""

    def enter(name: str, rule: str, says: str, pair: tuple[str, str], pdf: bool = True, **more: Any) -> None:
        def change(page: Any, paper: Paper) -> str:
            changed = paper.number.replace(*pair, 1)
            page.replace(paper.number, changed)
            return changed

        entering(module)(change, name, rule, says, "number", needs=numbered, pdf=pdf, **more)

    return enter
