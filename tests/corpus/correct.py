"""The correct documents: every paper by several producers. Bytes are made when asked for and kept for the session."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Literal, get_args

from msgspec import Struct

from tests.corpus.case import READ_ONLY
from tests.corpus.hands import PAPERS, PRINTED, WRITTEN
from tests.corpus.papers.spec import Paper
from tests.corpus.producers import drafted, html, inherited, ours, reopened, script, wps
from tests.corpus.producers.flow import SHEET_33476

Format = Literal["docx", "pdf"]


class Correct(Struct, frozen=True):
    """A correct document. `make` gives DOCX bytes, or HTML text for what `html` prints; `slow` needs LibreOffice."""

    paper: Paper
    producer: str
    habit: str
    format: Format
    make: Callable[[], bytes | str]
    profile: Literal["gbt9704", "gbt33476"] = "gbt9704"
    slow: bool = False
    base: bool = True
    """Defects are put into it."""
    round: int = 0
    """Only defects of its own round and of later ones are put into it."""

    @property
    def name(self) -> str:
        return (
            "-".join(part for part in (self.paper.name, self.producer, self.habit) if part)
            + "."
            + self.format
        )

    @property
    def foreign(self) -> bool:
        return self.producer != "ours"

    def source(self) -> bytes | str:
        """What mutators work on."""
        return _made(self)

    def data(self) -> bytes:
        """The file."""
        return finished(self.source())


@cache
def _made(document: Correct) -> bytes | str:
    return document.make()


def finished(source: bytes | str) -> bytes:
    """A file from what mutators work on: HTML is printed."""
    return html.pdf(source) if isinstance(source, str) else source


SCRIPT: dict[str, script.Habit] = {
    "border": script.Habit(foot="floating"),
    "table": script.Habit(rule="vml", foot="table", simple_fields=True),
    "drawn": script.Habit(sheet=SHEET_33476, rule="drawing", foot="borders", title_as_paragraphs=True),
    "listed": script.Habit(foot="table", numbered_by_list=True),
    "plain": script.Habit(
        foot="table", latin="", font_names=(("fang", "仿宋"), ("kai", "楷体"), ("xbs", "方正小标宋_GBK"))
    ),
    "reopened": script.Habit(foot="table"),
}
WPS: dict[str, wps.Habit] = {
    "lines": wps.Habit(),
    "box": wps.Habit(sheet=SHEET_33476, rule="border", number_box=True),
    "default": wps.Habit(grid="default", headings=True),
    "characters": wps.Habit(grid="characters", rule="border"),
}


def _scripted(paper: Paper, habit: str) -> bytes:
    made = script.docx(paper, SCRIPT[habit])
    return reopened.docx(made, paper.whole_title) if habit == "reopened" else made


_DRAFTED: tuple[drafted.Hand, ...] = get_args(drafted.Hand)
_INHERITED_HANDS: tuple[inherited.Hand, ...] = get_args(inherited.Hand)
_MAKERS: dict[str, Callable[[Paper, str], bytes | str]] = {
    "ours": lambda paper, _: ours.docx(paper),
    "script": _scripted,
    "wps": lambda paper, habit: wps.docx(paper, WPS[habit]),
    "html": lambda paper, _: html.html(paper),
} | {
    hand: lambda paper, _, hand=hand: drafted.docx(paper, drafted.Habit(hand)) for hand in _DRAFTED
} | {
    hand: lambda paper, _, hand=hand: inherited.docx(paper, hand) for hand in _INHERITED_HANDS
}  # fmt: skip
"""By producer: of a paper and the name of a habit, what mutators work on."""


def written(name: str, producer: str, habit: str = "", round_: int = 0) -> Correct:
    """The paper of this name by that producer: HTML is printed, everything else is a DOCX."""
    habits: dict[str, script.Habit] | dict[str, wps.Habit] = {"script": SCRIPT, "wps": WPS}.get(producer, {})
    wide = producer == "online" or (habit in habits and habits[habit].sheet == SHEET_33476)
    return Correct(
        PAPERS[name], producer, habit, "pdf" if producer == "html" else "docx",
        lambda: _MAKERS[producer](PAPERS[name], habit), "gbt33476" if wide else "gbt9704",
        base=round_ not in READ_ONLY and not (producer == "script" and SCRIPT[habit].numbered_by_list), round=round_,
    )  # fmt: skip


_RESAVED = (
    ("unsealed", "ours", ""),
    ("notice", "script", "border"),
    ("approval", "wps", "default"),
    ("plan", "script", "plain"),
    ("request", "ours", ""),
)
_EXPORTED = (
    ("plan", "script", "plain"),
    ("unsealed", "wps", "lines"),
    ("announcement", "ours", ""),
    ("order", "script", "plain"),
)


@cache
def documents(*, slow: bool = False, rounds: tuple[int, ...] = (0,)) -> tuple[Correct, ...]:
    """The correct documents of these rounds; those that LibreOffice makes only when `slow`."""
    made = (*_written(), *(_of_the_office() if slow else ()))
    return tuple(one for one in made if one.round in rounds)


def _written() -> Iterator[Correct]:
    for round_, hands in WRITTEN.items():
        for producer, papers in hands.items():
            for name, habit in papers:
                yield written(name, producer, habit, round_)
    for name in PRINTED:
        yield Correct(PAPERS[name], "ours", "", "pdf", lambda paper=PAPERS[name]: ours.pdf(paper))  # type: ignore[misc]


def _of_the_office() -> Iterator[Correct]:
    """Saved again, or exported as PDF, by LibreOffice."""
    from tests.corpus.producers import resaved

    for name, producer, habit in _RESAVED:
        base = written(name, producer, habit)
        yield Correct(
            base.paper,
            "resaved",
            producer,
            "docx",
            lambda base=base: resaved.docx(base.data()),
            base.profile,
            True,  # type: ignore[misc]
        )
    for name, producer, habit in _EXPORTED:
        base = written(name, producer, habit)
        yield Correct(
            base.paper,
            "exported",
            producer,
            "pdf",
            lambda base=base: resaved.pdf(base.data()),
            base.profile,
            True,  # type: ignore[misc]
        )
