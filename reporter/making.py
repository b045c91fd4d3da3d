"""What goes through the walk: what is asked for, which filings, one filing on its way, and the result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct, field

from reporter.check.finding import Finding, errors
from reporter.compose.composition import Composition
from reporter.compose.kinds import load_kind
from reporter.deliver.blankplaces import Missing, by_place, places_of
from reporter.deliver.issued import Issuance
from reporter.deliver.lock import alone
from reporter.deliver.manifest import Manifest
from reporter.deliver.names import called, file_name
from reporter.deliver.writing import Written
from reporter.document.blanks import blank_names
from reporter.document.model import Document, HeaderMode
from reporter.document.naming import name_of
from reporter.document.volumes import Volume, volumes
from reporter.errors import InputError, ReporterError, UnknownName
from reporter.facts.fact import Fact
from reporter.intake.folder import FILINGS
from reporter.intake.problems import Problem
from reporter.pauses import Paused
from reporter.progress import Progress
from reporter.records.filing import Filing
from reporter.records.workspace import Workspace
from reporter.render.formats import USUAL
from reporter.text import did_you_mean, key_of

if TYPE_CHECKING:
    from reporter.compose.publication import Published


class Sheet(Struct, frozen=True):
    """A filing that goes to press: everything that its files are made and verified from."""

    title: str
    stem: str
    """Its file name without ending."""
    document: Document
    facts: Mapping[str, Fact]
    held: tuple[Finding, ...] = ()
    """Why it is not published: then it has no files."""
    frozen: Mapping[str, bytes] = field(default_factory=dict)
    """Its files as they were issued, by key: they are not made again."""
    public: bool = False

    @property
    def volumes(self) -> tuple[Volume, ...]:
        """The files that it is: the document, then attachments that are files of their own."""
        return volumes(self.document)

    def names(self, files: Iterable[str]) -> dict[str, str]:
        """What files are called in the output folder, by their keys."""
        return {key: file_name(self.stem, key, self.volumes) for key in files}


class Printed(Struct):
    """What came of a sheet: files by key, warnings and findings; or the error of a press that broke on it."""

    files: dict[str, bytes] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    findings: tuple[Finding, ...] = ()
    error: ReporterError | None = None


class Printer(Protocol):
    """Who takes sheets through steps 5 and 6."""

    def printed(self, sheets: Sequence[Sheet], progress: Progress) -> Paused[list[Printed]]:
        """What came of each, in their order; with pauses."""


class Order(Struct, frozen=True):
    """What is asked for: which kinds or filings (all when empty), which formats, where to."""

    root: Path
    out: Path
    only: tuple[str, ...] = ()
    formats: tuple[str, ...] = USUAL
    header: HeaderMode | None = None
    """版头 of every document instead of what its text says."""
    public: bool = False
    """Versions for publication, without persons' contacts, in a folder of their own."""


class Made(Struct):
    """One filing on its way: composed, rendered, verified, delivered."""

    filing: Filing
    composition: Composition
    facts: Mapping[str, Fact] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    findings: tuple[Finding, ...] = ()
    written: list[Written] = field(default_factory=list)
    stem: str = ""
    """Its file name without ending."""
    public: Published | None = None
    """What it is for publication; None: the version for the office."""
    held: tuple[Finding, ...] = ()
    """Why it is not published: then it has no files."""

    issuance: Issuance | None = None
    """It was issued, and nothing has changed since."""
    frozen: Mapping[str, bytes] = field(default_factory=dict)
    """Its files as they were issued, by key: they are not made again."""

    @property
    def said_state(self) -> str:
        """Its state for people: 已印发 goes before 定稿."""
        return "已印发" if self.issuance else self.document.state

    @property
    def document(self) -> Document:
        return self.composition.document

    @property
    def sheet(self) -> Sheet:
        """What goes to press."""
        public = self.public is not None
        return Sheet(self.title, self.stem, self.document, self.facts, self.held, self.frozen, public)

    @property
    def volumes(self) -> tuple[Volume, ...]:
        """The files that it is, see `Sheet`."""
        return self.sheet.volumes

    @property
    def names(self) -> dict[str, str]:
        """What its files are called in the output folder, by their key."""
        return self.sheet.names(self.files)

    def take(self, printed: Printed) -> None:
        """It comes from press."""
        self.files, self.findings = printed.files, printed.findings
        self.warnings += printed.warnings

    @property
    def title(self) -> str:
        return name_of(self.document)

    @property
    def called(self) -> str:
        """Its title, and which variant it is."""
        return called(self.title, self.filing.id)

    @property
    def blanks(self) -> tuple[str, ...]:
        """What the clerk still fills in; a blank form is meant to be blank."""
        return () if self.filing.variant == "blank" else blank_names(self.document)

    @property
    def blank_places(self) -> dict[str, str]:
        """Name of a blank → where the clerk fills it in."""
        missing = Missing(self.composition.blanks, self.facts)
        return places_of(self.blanks, missing, self.composition.facts.workspace, self.filing)

    @property
    def blanks_by_place(self) -> dict[str, list[str]]:
        return by_place(self.blanks, self.blank_places)


class Choice:
    """Which filings are made and what becomes of them; `bundle` has another one that makes only what is stale."""

    batch = 0
    """Filings that are rendered, verified and delivered together; 0: all."""
    announces = False
    """Whether `announce` keeps what it hears, so that files are ours before the manifest names them."""

    def alone(self, folder: Path) -> AbstractContextManager[object]:
        """While it is entered no other process writes into `folder`, the results of a workspace."""
        return alone(folder)

    def filings(self, workspace: Workspace, only: tuple[str, ...]) -> tuple[Filing, ...]:
        """The filings that are composed."""
        return chosen(workspace, only)

    def refused(self, filing: Filing, error: ReporterError) -> None:
        """A filing could not be composed."""
        raise error

    def stale(self, workspace: Workspace, made: list[Made], before: Manifest | None) -> list[Made]:
        """Those of the composed filings that are rendered and delivered; `before` is what was delivered earlier."""
        return made

    def printer(self, press: Printer, sheets: int) -> AbstractContextManager[Printer]:
        """Who prints that many sheets: the press itself, or several like it."""
        return nullcontext(press)

    def lost(self, made: Made, error: ReporterError) -> None:
        """The press broke on a filing, which is left out."""
        raise error

    def ours(self) -> frozenset[str]:
        """Digests of further files that are ours to overwrite, beside those of the manifest."""
        return frozenset()

    def announce(self, digests: Iterable[str]) -> Iterable[int]:
        """The files with these digests are about to be written; may pause."""
        return ()

    def delivered(self, made: Sequence[Made]) -> Iterable[int]:
        """The files of these filings and their entries in the manifest are on the disk; may pause."""
        return ()


MAKE_ALL = Choice()


class Result(Struct, frozen=True):
    """What `build` did. `findings` are about the set as a whole."""

    folder: Path
    made: tuple[Made, ...]
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...]

    @property
    def clean(self) -> bool:
        return not errors([*self.findings, *(finding for made in self.made for finding in made.findings)])


def chosen(workspace: Workspace, only: tuple[str, ...]) -> tuple[Filing, ...]:
    """The filings asked for by id or kind, or by the Chinese name of the kind, in the order of filings.yaml."""
    called = {filing.id: names_of(workspace, filing) for filing in workspace.filings} if only else {}
    known = {name for names in called.values() for name in names}
    for name in only:
        if key_of(name) not in {key_of(one) for one in known}:
            raise UnknownName(f"filings.yaml 里没有“{name}”", did_you_mean(name, known))
    asked = {key_of(name) for name in only}
    chosen = tuple(
        filing
        for filing in workspace.filings
        if not only or any(key_of(name) in asked for name in called[filing.id])
    )
    if not chosen:
        raise InputError("没有要生成的文件", "在 filings.yaml 里写上要出的文件", FILINGS)
    return chosen


def names_of(workspace: Workspace, filing: Filing) -> tuple[str, ...]:
    """What a filing may be called by: kind and id, each also with the kind's Chinese name."""
    label = load_kind(filing.kind, workspace.root).front.name or filing.kind
    return filing.kind, filing.id, label, label + filing.id.removeprefix(filing.kind)
