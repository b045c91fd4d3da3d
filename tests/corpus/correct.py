"""The correct documents: every paper by several producers. Bytes are made when asked for and kept for the session."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Literal, get_args

from msgspec import Struct

from tests.corpus.papers import (
    later,
    notices,
    others,
    round3_content,
    round3_content_more,
    round3_form,
    round4_affairs,
    round4_affairs_more,
    round4_relief,
)  # fmt: skip
from tests.corpus.papers.spec import Paper
from tests.corpus.producers import drafted, html, inherited, ours, script, wps
from tests.corpus.producers.flow import SHEET_33476

Format = Literal["docx", "pdf"]

PAPERS: dict[str, Paper] = {
    paper.name: paper for paper in (
        *notices.PAPERS, *others.PAPERS, *later.PAPERS, *round3_content.PAPERS, *round3_content_more.PAPERS,
        *round3_form.PAPERS, *round4_relief.PAPERS, *round4_affairs.PAPERS, *round4_affairs_more.PAPERS,
    )
}  # fmt: skip


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
}
WPS: dict[str, wps.Habit] = {
    "lines": wps.Habit(),
    "box": wps.Habit(sheet=SHEET_33476, rule="border", number_box=True),
    "default": wps.Habit(grid="default", headings=True),
    "characters": wps.Habit(grid="characters", rule="border"),
}

_DRAFTED: tuple[drafted.Hand, ...] = get_args(drafted.Hand)
_INHERITED_HANDS: tuple[inherited.Hand, ...] = get_args(inherited.Hand)
_MAKERS: dict[str, Callable[[Paper, str], bytes | str]] = {
    "ours": lambda paper, _: ours.docx(paper),
    "script": lambda paper, habit: script.docx(paper, SCRIPT[habit]),
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
        base=not (producer == "script" and SCRIPT[habit].numbered_by_list), round=round_,
    )  # fmt: skip


_OURS = tuple(
    paper.name for paper in (*notices.PAPERS, *others.PAPERS) if paper.name != "minutes" and not paper.secrecy
)
_OURS_PDF = (
    "notice",
    "joint-five",
    "request",
    "report",
    "letter",
    "three-attachments",
    "plan",
    "bulletin",
    "order",
    "joint-up",
)
_SCRIPT = (
    ("notice", "border"), ("unsealed", "table"), ("joint-two", "border"), ("joint-three", "drawn"), ("joint-five", "table"),
    ("bulletin", "plain"), ("opinion", "drawn"), ("urgent", "table"), ("request", "drawn"), ("report", "border"),
    ("letter", "border"), ("letter-reply", "table"), ("order", "plain"), ("minutes", "table"), ("plan", "plain"),
    ("city", "border"),
    ("three-attachments", "table"),
    ("opinion", "listed"),
)  # fmt: skip
_WPS = (
    ("notice", "default"), ("unsealed", "lines"), ("joint-five", "lines"), ("bulletin", "box"), ("request", "lines"),
    ("report", "box"), ("joint-up", "lines"), ("approval", "default"), ("letter", "lines"), ("minutes", "default"),
    ("announcement", "characters"), ("urgent", "box"), ("order", "lines"), ("opinion", "lines"),
)  # fmt: skip
_HTML = (
    "unsealed",
    "joint-two",
    "approval",
    "urgent",
    "request",
    "minutes",
    "letter",
    "announcement",
    "report",
    "notice",
)
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


_LATER: tuple[tuple[str, drafted.Hand], ...] = (
    ("forward", "mac"), ("decision", "mac"), ("work-plan", "mac"), ("request", "mac"), ("bulletin", "mac"), ("order", "mac"),
    ("urgent", "mac"), ("measures", "web"), ("minutes", "web"), ("forward", "web"), ("plan", "web"), ("report", "web"),
    ("township", "typed"), ("public-notice", "typed"), ("approval", "typed"), ("opinion", "typed"), ("joint-up", "typed"),
    ("work-plan", "typed"),
)  # fmt: skip
# Papers that come close to mistakes of content: by whom each is written.
_NEAR: dict[str, tuple[tuple[str, str], ...]] = {
    "ours": tuple((name, "") for name in (
        "relief-half", "relief-year", "list-problems", "list-bulletin", "centre-request", "rules", "five-years", "register",
        "inquiry", "award", "list-closed",
    )),
    "script": (("relief-township", "table"), ("list-repairs", "plain"), ("centre-reply", "table"), ("training", "table"), ("audit", "drawn"), ("care-four", "plain"), ("centre-minutes", "table")),
    "wps": (("centre-minutes", "default"), ("list-duties", "lines"), ("typhoon", "box"), ("award", "lines"), ("inquiry", "lines")),
    "html": tuple((name, "") for name in ("relief-half", "rules", "audit", "winter", "relief-township", "centre-request", "training")),
    "mac": tuple((name, "") for name in ("relief-year", "five-years", "care-four", "register", "typhoon", "list-repairs")),
    "web": tuple((name, "") for name in ("list-closed", "winter", "list-bulletin", "rules", "centre-reply", "audit")),
    "typed": tuple((name, "") for name in ("relief-half", "centre-request", "training", "award", "list-problems", "list-duties")),
}  # fmt: skip
_INHERITED: tuple[tuple[str, inherited.Hand], ...] = (
    ("heating", "template"), ("aid", "template"), ("spring", "template"), ("minors", "template"), ("villages", "template"),
    ("matters", "template"), ("yearly", "template"), ("canteen", "template"),
    ("relief", "legacy"), ("spring", "legacy"), ("names", "legacy"), ("matters", "legacy"), ("schools", "legacy"),
    ("heating", "legacy"), ("yearly", "legacy"),
    ("verify", "online"), ("canteen", "online"), ("villages", "online"), ("schools", "online"), ("aid", "online"),
    ("minors", "online"), ("relief", "online"), ("names", "online"),
)  # fmt: skip
_LATER_OURS = ("forward", "measures", "township", "decision")
_LATER_SCRIPT = (("forward", "plain"), ("decision", "plain"))
_LATER_WPS = (("public-notice", "lines"), ("measures", "default"))
_LATER_HTML = ("forward", "public-notice", "decision", "township", "work-plan")


@cache
def documents(*, slow: bool = False, rounds: tuple[int, ...] = (0,)) -> tuple[Correct, ...]:
    """The correct documents of these rounds; those that LibreOffice makes only when `slow`."""
    made = (
        *_quick(),
        *_later(),
        *_near_mistakes(),
        *_in_new_hands(),
        *_of_round_four(),
        *(_of_the_office() if slow else ()),
    )
    return tuple(one for one in made if one.round in rounds)


def _later() -> Iterator[Correct]:
    for name, hand in _LATER:
        yield written(name, hand, round_=2)
    for name in _LATER_OURS:
        yield written(name, "ours", round_=2)
    for name, habit in _LATER_SCRIPT:
        yield written(name, "script", habit, 2)
    for name, habit in _LATER_WPS:
        yield written(name, "wps", habit, 2)
    for name in _LATER_HTML:
        yield written(name, "html", round_=2)


def _near_mistakes() -> Iterator[Correct]:
    for producer, papers in _NEAR.items():
        for name, habit in papers:
            yield written(name, producer, habit, 3)


def _in_new_hands() -> Iterator[Correct]:
    for name, hand in _INHERITED:
        yield written(name, hand, round_=3)


def _of_round_four() -> Iterator[Correct]:
    for producer, papers in round4_affairs_more.WRITTEN.items():
        for name, habit in papers:
            yield written(name, producer, habit, 4)


def _quick() -> Iterator[Correct]:
    for name in _OURS:
        yield written(name, "ours")
    for name, habit in _SCRIPT:
        yield written(name, "script", habit)
    for name, habit in _WPS:
        yield written(name, "wps", habit)
    for name in _HTML:
        yield written(name, "html")
    for name in _OURS_PDF:
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
