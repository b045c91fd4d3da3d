"""What a rule is: its number, where it comes from, how strict that source is, and what it needs to see."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct, field

from reporter.artefacts.seen.joined import stands
from reporter.artefacts.seen.model import Element, Grid, Para, Role, Seen, Trait
from reporter.check.finding import Finding, Severity, Where
from reporter.check.spots import cell_spot, spot
from reporter.check.subject import Subject
from reporter.text import within

Strength = Literal["shall", "recommended", "practice"]
"""The words of the source: 应 (shall), 一般/推荐 (recommended), or good usage that no standard asks for (practice)."""
Need = Literal["docx", "layout", "facts", "set"]
"""`docx` structure; `layout` a page layout; `facts` a workspace; `set` several files of one filing or campaign."""
SEVERITY: dict[Strength, Severity] = {"shall": "error", "recommended": "warning", "practice": "info"}
STRENGTH_NAMES: dict[Strength, str] = {"shall": "应当", "recommended": "一般、推荐", "practice": "通行做法"}


class Rule(Struct, frozen=True):
    """One rule. `implements` are its numbers in the lists of format and consistency rules (L…, R…).

    `title` says what is right, `tests` what is looked at, `why` the reason, all Chinese sentences. `hint` says what to
    do about a finding. A rule about elements names their `roles`: elements that were not recognised surely are left out
    and reported as not checked. `severity` departs from the strength only with a reason in the rule's docstring.
    """

    code: str
    title: str
    implements: tuple[str, ...]
    clause: str
    strength: Strength
    tests: str
    why: str
    hint: str
    good: Callable[[], Subject | Sequence[Subject]]
    bad: Callable[[], Subject | Sequence[Subject]]
    """An example that passes and one that is flagged; for a rule about a set (`needs` has `set`) several files."""
    roles: tuple[Role, ...] = ()
    needs: tuple[Need, ...] = ()
    severity: Severity | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    """What a local profile may set for it under `values`: name and meaning, a Chinese phrase."""
    folds: int = 0
    """From how many places on one and the same fault is told once, with them; 0 for always one by one."""
    waits: Literal["", "blank", "absent"] = ""
    """An element that comes last (number, signer, contact, date): in a draft its visible blank, or that it is not there
    at all, only waits to be filled in."""

    signs: tuple[str, ...] = ()
    """Words of which one stands in every file that it tells something about: it is not asked about a file without
    them. Best are single characters, and rare ones."""
    about: tuple[Trait, ...] = ()
    """What every file that it tells something about has one of."""
    tables: bool = False
    """Whether it tells something only about files with a table, but for those that place names or 版记."""
    odd: bool = False
    """Whether it tells something only about files of which a paragraph has `Looks.odd`."""
    yields: tuple[str, ...] = ()
    """Codes of rules that say more exactly what to do about the same fault: of a place of which one of them speaks it
    says nothing."""

    @property
    def weight(self) -> Severity:
        return self.severity or SEVERITY[self.strength]

    def fits(self, traits: frozenset[Trait]) -> bool:
        """Whether it may tell something about a file with these traits."""
        if (self.tables and "table" not in traits) or (self.odd and "odd" not in traits):
            return False
        return not self.about or not traits.isdisjoint(self.about)

    def signed(self, seen: Seen) -> bool:
        """Whether it may tell something about the file by its signs."""
        return not self.signs or stands(seen.everything, self.signs, seen.missing)

    def concerns(self, seen: Seen) -> bool:
        """Whether it may tell something about the file."""
        return self.fits(seen.traits) and self.signed(seen)

    def at(self, subject: Subject, place: Element | Para, message: str, quote: str = "") -> Finding:
        """A finding at an element or a paragraph; `quote` is what stands there, its text unless given."""
        para = place.para if isinstance(place, Element) else place
        where = Where(subject.file, para.page, spot(para), within(quote or place.text, 40))
        return Finding(self.code, self.weight, message, self.hint, where, self.clause)

    def in_cell(
        self, subject: Subject, grid: Grid, row: int, column: int, message: str, quote: str
    ) -> Finding:
        """A finding in a cell of a table: its row counts from 1 and its column from 0, as `Grid.body` has them."""
        return self.on(
            subject, message, page=grid.page, spot=cell_spot(grid.number, row, column + 1), quote=quote
        )

    def on(
        self, subject: Subject, message: str, *, page: int = 0, spot: str = "", quote: str = ""
    ) -> Finding:
        """A finding about a page or the whole file."""
        return Finding(
            self.code, self.weight, message, self.hint, Where(subject.file, page, spot, quote), self.clause
        )


Check = Callable[[Subject], Iterable[Finding]]
"""`check` of a rule's module."""
CheckSet = Callable[[Sequence[Subject]], Iterable[Finding]]
"""`check_set` of a rule's module, when the rule needs a set."""
