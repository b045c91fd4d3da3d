"""Step 7: where the files of one workspace go, and the manifest that says what they are.

A run may be killed at any moment, and the next one has to know the files that are ours. So all are announced before the
first is written, by digest; what they are is entered once they are there.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from reporter import __version__
from reporter.check.finding import Finding
from reporter.check.glyphs import check_faces
from reporter.deliver import drafts, issued, manifest
from reporter.deliver.evidence import cited_records, fact_data, input_digests
from reporter.deliver.later import laid_beside, remove_later
from reporter.deliver.names import PUBLIC_MARK
from reporter.deliver.page import page
from reporter.deliver.writing import WriteError, changing, delivering, sha256, sweep
from reporter.making import Choice, Made, Order
from reporter.pauses import Paused, in_step
from reporter.records.workspace import Workspace
from reporter.typeset.fonts import FontSet

RESULTS = "结果.html"
"""The page that opens after a build."""


class _Kept(Struct, frozen=True):
    """A draft that goes with the files of a filing: its number, its own files, and digests of what it was made from."""

    number: int
    files: list[tuple[Path, bytes]]
    inputs: Mapping[str, str]


class Shelf:
    """Nothing is overwritten that is not ours. `announce` some filings, `take` them, then `enter` what was taken."""

    def __init__(self, order: Order, workspace: Workspace, choice: Choice) -> None:
        self.folder = order.out / f"{workspace.name}{PUBLIC_MARK if order.public else ''}"
        self.findings: tuple[Finding, ...] = ()
        self.expected = 0
        """Filings that will still be taken."""
        self.fonts, self.choice = workspace.campaign.fonts, choice
        self._workspace = workspace
        self.before = manifest.read(self.folder)  # None where nothing was delivered yet
        self._beside = laid_beside(self.before)
        ours = (self.before.digests() if self.before else frozenset()) | choice.ours()
        self._ours = ours - issued.digests(issued.all_in_force(self.folder).values())
        self._whole = manifest.Manifest(workspace.name, __version__, self.fonts, public=order.public)
        self._kept: dict[str, _Kept] = {}
        self._taken: list[Made] = []
        self._last: list[Made] = []

    def found(self, findings: tuple[Finding, ...]) -> None:
        """Findings about the set as a whole."""
        self.findings += findings
        self._whole = replace(self._whole, findings=tuple(one.as_dict() for one in self.findings))

    def name_fonts(self, own: FontSet | None) -> None:
        """The machine's own fonts, once, where a document was set in them."""
        if own and not self._whole.faces:
            self._whole = replace(self._whole, faces=tuple(face.as_dict() for face in own.faces))
            self.found(tuple(check_faces(own)))

    def announce(self, made: list[Made]) -> Paused[None]:
        """The drafts are numbered, which their Word files then name; so it is known what will be written."""
        self._kept = {one.filing.id: self._draft(one) for one in made}
        if self.choice.announces:
            yield from self.choice.announce(sha256(data) for one in made for data in one.files.values())
            return
        if self.before and self.before.announced:  # the last one was killed
            sweep(self.folder)
        files = chain.from_iterable(one.files.items() - one.frozen.items() for one in made)
        if new := {sha256(data) for _, data in files} - self._ours:
            earlier = self.before.announced if self.before else ()
            told = replace(self._merged(), announced=tuple(sorted(new.union(earlier))))
            yield from changing([manifest.as_file(self.folder, told)])

    def take(self, made: list[Made]) -> Paused[None]:
        """Their drafts and files go where they belong."""
        entries = yield from in_step([self._delivered(one) for one in made])
        self._whole = replace(self._whole, filings=(*self._whole.filings, *entries))
        self._taken += made

    def enter(self) -> Paused[None]:
        """The manifest says what was taken; that of the last goes with the page of results, see `finish`."""
        taken, self._taken = self._taken, []
        for one in taken if self._beside else ():
            if gone := remove_later(self.folder, self._beside, self._merged(), one.stem):
                one.warnings.append(f"已删去过时的“印发后改动”：{'、'.join(gone)}（各稿仍在存档里）")
        self.expected -= len(taken)
        if self.expected:
            yield from changing([manifest.as_file(self.folder, self._merged())])
            yield from self.choice.delivered(taken)
        else:
            self._last = taken

    def finish(self, warned: Mapping[str, int], given: Path) -> Paused[None]:
        """The page of results. A full path is not printed: the same inputs give the same page anywhere."""
        shown = self._workspace.root.name if given.is_absolute() else str(given)
        title = f"{self._workspace.unit.name}{self._workspace.campaign.name}"
        now = self._merged()
        told = [manifest.as_file(self.folder, now)] if self._last else []
        refused: WriteError | None = None
        try:
            yield from changing([*told, (self.folder / RESULTS, page(now, title, warned, shown).encode())])
        except WriteError as error:  # perhaps only the page is open elsewhere
            refused = error
            yield from changing(told)
        if self._last:
            yield from self.choice.delivered(self._last)
        if refused:
            raise refused

    def _merged(self) -> manifest.Manifest:
        known = [filing.id for filing in self._workspace.filings]
        return manifest.merged(self.before, self._whole, known=known, folder=self.folder)

    def _draft(self, made: Made) -> _Kept:
        facts = tuple(made.facts.values())
        cited = cited_records(made.document, self._workspace)
        inputs = input_digests(self._workspace, facts, cited, made.composition.texts_read)
        number, files = made.issuance.draft if made.issuance else 0, list[tuple[Path, bytes]]()
        if not made.held and not number:
            number, files = drafts.planned(self.folder, made.document, fact_data(facts, cited), inputs)
        for name, data in made.files.items():
            if name not in made.frozen:
                made.files[name] = drafts.marked(name, data, number)
        return _Kept(number, files, inputs)

    def _delivered(self, made: Made) -> Paused[manifest.FilingEntry]:
        """Writes the draft and the files of a filing and says what they are."""
        kept, names = self._kept.pop(made.filing.id), made.names
        made.written += yield from delivering(
            [(self.folder / names[key], data) for key, data in made.files.items()], self._ours, kept.files
        )
        files = {
            key: manifest.FileEntry(one.path.name, one.sha256)
            for key, one in zip(made.files, made.written, strict=True)
        }
        made.warnings += [one.note for one in made.written if one.note]
        return manifest.FilingEntry(
            id=made.filing.id,
            kind=made.filing.kind,
            title=made.title,
            state=made.document.state,
            files=files,
            blanks=made.blanks,
            blank_places=made.blank_places,
            findings=tuple(finding.as_dict() for finding in made.findings),
            warnings=tuple(made.warnings),
            inputs=kept.inputs,
            draft=kept.number,
            header=made.document.header.mode if made.document.header else "",
            left_out=made.public.left_out if made.public else (),
        )
