"""What a repair is: the rule it belongs to, and changes to a paragraph or a section that are certain.

A repair is one file `repairs/gw<nnn>_<name>.py` with `REPAIR` and `repair(fault)`. It gives nothing where more than one
reading is possible: then the finding is left to the clerk, with `REPAIR.unsure` as the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from reporter.artefacts.seen.model import Align, Element, Para, Role
from reporter.check.finding import Finding
from reporter.check.subject import Subject


class Say(Struct, frozen=True):
    """Characters `start` to `end` of the paragraph as typed give way to `new`. `adds` tells that words change, not
    only signs, blanks and the way of writing a number."""

    para: Para
    start: int
    end: int
    new: str = ""
    adds: bool = False


class Type(Struct, frozen=True):
    """The type of characters `start` to `end`: East Asian face by name, size in pt, bold, black. None stays."""

    para: Para
    start: int
    end: int
    face: str | None = None
    size: float | None = None
    bold: bool | None = None
    black: bool = False


class Stand(Struct, frozen=True):
    """How a paragraph stands: indents in 字 of its own size, pitch and white in pt. None stays."""

    para: Para
    align: Align | None = None
    first: float | None = None
    left: float | None = None
    pitch: float | None = None
    before: float | None = None
    after: float | None = None


class Sheet(Struct, frozen=True):
    """A section's paper (width, height) and white edges (top, right, bottom, left) in mm. `number` counts from 1."""

    number: int
    paper: tuple[float, float] | None = None
    edges: tuple[float, float, float, float] | None = None


Change = Say | Type | Stand | Sheet


class Fault(Struct, frozen=True):
    """A finding that is to be repaired, with its file. `para` is None for a finding about a section."""

    subject: Subject
    finding: Finding
    place: Para | None = None
    beside: frozenset[str] = frozenset()
    """Codes of what else is found at that place."""

    @property
    def para(self) -> Para:
        if self.place is None:
            raise ValueError("a finding without a paragraph")
        return self.place

    def elements(self, *roles: Role) -> Iterator[Element]:
        """Surely recognised elements of the roles that begin in the paragraph."""
        return (one for one in self.subject.sure(*roles) if self.place is not None and one.para == self.place)

    def span(self, element: Element) -> tuple[int, int] | None:
        """Where the element's characters stand in its paragraph as typed; None when that is not clear."""
        typed = element.para.typed
        text = element.text.removeprefix(element.para.label).strip()
        if not text or typed.count(text) != 1:
            return None
        start = typed.index(text)
        return start, start + len(text)


class Repair(Struct, frozen=True):
    """`says` is what is done, `unsure` why it is sometimes not, both Chinese."""

    code: str
    says: str
    unsure: str = "有不止一种改法"


Mend = Callable[[Fault], Iterator[Change]]
"""`repair` of a repair's module."""
