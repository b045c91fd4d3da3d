"""What rules look at: one finished file with everything that could be read of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import PurePath

from msgspec import Struct, field

from reporter.artefacts.geometry import PageGeometry, TextLine
from reporter.artefacts.geometry_docx import Sheets
from reporter.artefacts.seen.joined import Joined
from reporter.artefacts.seen.model import PLACED, SURE, Element, Para, Role, Seen
from reporter.check.bare import bare
from reporter.check.concepts import Count, counting, counts
from reporter.check.dates import date_in
from reporter.check.knowledge import Known
from reporter.check.measure.judge import Judged
from reporter.check.profile import Profile
from reporter.once import once


class Layout(Struct, frozen=True, dict=True):
    """A page layout: a PDF's own, or of a DOCX what LibreOffice made of it (`rendered`).

    `rows` are the measured items by key (see `measure.items`).
    """

    pages: tuple[PageGeometry, ...]
    rows: Mapping[str, Judged]
    rendered: bool = False
    data: bytes = b""
    """The PDF itself, for pictures of its pages."""

    @once
    def bare_lines(self) -> tuple[tuple[PageGeometry, TextLine, str], ...]:
        """Every line with its page and its text as texts are compared."""
        return tuple((page, line, bare(line.text)) for page in self.pages for line in page.lines)


class Subject(Struct, frozen=True, dict=True):
    """One file under judgement. What is None was not there or not asked for: rules that need it are not run."""

    file: str
    seen: Seen
    setting: Sheets | None = None
    """Sections of a DOCX."""
    layout: Layout | None = None
    profile: Profile = field(default_factory=Profile)
    known: Known | None = None
    """Facts of the workspace that the file is held against."""
    public: bool = False
    """Whether the file is meant for publication."""

    @property
    def name(self) -> str:
        return PurePath(self.file).name

    def sure(self, *roles: Role, part: int | None = None) -> tuple[Element, ...]:
        """Elements of the roles that were recognised surely, in the order of the file."""
        if len(roles) == 1:
            return self._sure_by_role.get((roles[0], part), ())
        known = self._sure_by_roles.get((roles, part))
        if known is None:
            found = [e for e in self._sure if e.role in roles and (part is None or e.part == part)]
            known = self._sure_by_roles[roles, part] = tuple(found)
        return known

    def paras_of(self, *roles: Role) -> tuple[Para, ...]:
        """The paragraphs of those elements in order, each once: a run-in heading shares its paragraph with text."""
        return self.text_of(*roles).paras

    def text_of(self, *roles: Role) -> Joined:
        """The same as one text."""
        texts = self._known_texts
        known = texts.get(roles)  # nearly all name them in one order
        if known is None:
            asked = frozenset(roles)
            known = texts.get(asked)
            if known is None:
                numbered = {para.number: para for element in self.sure(*roles) for para in element.paras}
                known = texts[asked] = Joined(tuple(numbered.values()), self.seen.missing)
            texts[roles] = known
        return known

    @once
    def _sure(self) -> tuple[Element, ...]:
        return tuple([e for e in self.seen.elements if e.confidence >= SURE])

    @once
    def _sure_by_role(self) -> dict[tuple[Role, int | None], tuple[Element, ...]]:
        """By role and part, and those of all parts under None."""
        found: dict[tuple[Role, int | None], list[Element]] = {}
        for element in self._sure:
            found.setdefault((element.role, element.part), []).append(element)
            found.setdefault((element.role, None), []).append(element)
        return {asked: tuple(elements) for asked, elements in found.items()}

    @once
    def _sure_by_roles(self) -> dict[tuple[tuple[Role, ...], int | None], tuple[Element, ...]]:
        """What was asked for of several roles."""
        return {}

    @once
    def _known_texts(self) -> dict[frozenset[Role] | tuple[Role, ...], Joined]:
        return {}

    @once
    def placing(self) -> frozenset[int]:
        """Numbers of the tables that are none to a reader, as they only place a mark, names or 版记: an element that
        was surely recognised and is no text stands in a cell of them."""
        return frozenset([one.para.cell.table for one in self.sure(*PLACED) if one.para.cell])

    def counts_in(self, para: Para) -> tuple[Count, ...]:
        """Hazards and homes as a paragraph of the prose counts them, in order."""
        return counts(para.text) if para.number in self._counting else ()

    def counted_in(self, paras: Iterable[Para]) -> list[tuple[Para, Count]]:
        """Those of several paragraphs of the prose, each with its paragraph."""
        known = self._counting
        return [(para, one) for para in paras if para.number in known for one in counts(para.text)] if known else []

    @once
    def counted(self) -> tuple[tuple[Para, Count], ...]:
        """Those of all prose with their paragraphs."""
        return tuple(self.counted_in(self.seen.prose()))

    @once
    def _counting(self) -> frozenset[int]:
        return counting(self.seen.joined)

    def the(self, role: Role, part: int = 0) -> Element | None:
        """The one surely recognised element of the role, or None."""
        found = self._sure_by_role.get((role, part))
        return found[0] if found else None

    @once
    def signed_on(self) -> date | None:
        """成文日期; None where none was recognised surely or the calendar has no such day."""
        signed = self.the("date")
        return date_in(signed.text) if signed else None

    @once
    def issued_on(self) -> date | None:
        """成文日期; of minutes, which have none, 印发日期."""
        printed = self.the("print_date")
        return self.signed_on or (date_in(printed.text) if printed else None)
