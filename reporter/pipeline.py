"""The walk of one workspace, steps 1–7 on one screen (the same numbers and words in the README and `--verbose`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import TypeAlias

from msgspec.structs import replace

from reporter import __version__
from reporter.check.figures import Filed, agree
from reporter.check.finding import Finding, ordered
from reporter.check.glyphs import check_faces
from reporter.compose.alone import workspace_of
from reporter.compose.composition import Composition
from reporter.compose.kinds import Kind, load_text
from reporter.compose.series import Release, composer, facts_of
from reporter.deliver import drafts, issued, manifest
from reporter.deliver.evidence import cited_records, fact_data, input_digests
from reporter.deliver.later import laid_beside, remove_later
from reporter.deliver.names import PUBLIC_MARK, Titled, later_stem, stems
from reporter.deliver.page import page
from reporter.deliver.writing import WriteError, changing, delivering, sha256
from reporter.document import archive
from reporter.document.model import HeaderMode
from reporter.document.volumes import split_key
from reporter.errors import InputError, ReporterError, together
from reporter.facts.forms import load_checked
from reporter.intake.problems import Problem, ValidationFailed
from reporter.making import MAKE_ALL, Choice, Made, Order, Printer, Result
from reporter.pauses import Paused, ended, in_step
from reporter.press import Press
from reporter.progress import Progress
from reporter.records.filing import Filing
from reporter.records.workspace import Workspace
from reporter.typeset.fonts import Fonts, FontSet, font_set

STEPS = ("读取", "校验", "推算", "成文", "排版", "核验", "交付")
"""The walk; step n is STEPS[n - 1]."""
_PUBLISHING = "reporter.publishing"
"""What makes versions for publication; loaded when one is asked for."""
RESULTS = "结果.html"
"""The page that opens after a build."""


def build(order: Order, progress: Progress) -> Result:
    """Steps 1–7. Raises ValidationFailed before anything is written while a problem is an error."""
    return ended(walk(order, progress, MAKE_ALL))


def walk(order: Order, progress: Progress, choice: Choice) -> Paused[Result]:
    """The same for what is chosen, with pauses: see `reporter.pauses`."""
    progress.step(1, 1)
    loaded = load_checked(order.root)  # steps 1 and 2: records, or every problem at once
    if loaded.workspace is None:
        raise ValidationFailed(loaded.problems)
    progress.step(2, 1)
    yield len(loaded.workspace.filings)
    with choice.alone(order.out / loaded.workspace.name):
        return (yield from _walk(order, loaded.workspace, loaded.problems, progress, choice=choice))


def build_text(order: Order, progress: Progress) -> Result:
    """Steps 1–7 for `order.root`, a single text that says everything about itself; there is nothing to derive."""
    progress.step(1, 1)
    kind = load_text(order.root)
    progress.step(2, 1)
    workspace = workspace_of(kind, order.root)
    with MAKE_ALL.alone(order.out / workspace.name):
        return ended(_walk(order, workspace, (), progress, kind))


def _walk(
    order: Order,
    workspace: Workspace,
    problems: tuple[Problem, ...],
    progress: Progress,
    kind: Kind | None = None,
    choice: Choice = MAKE_ALL,
) -> Paused[Result]:
    """Steps 3–7; documents are rendered, verified and delivered in the batches that `choice` asks for."""
    if "html" in order.formats and workspace.campaign.classified_system:
        raise InputError("处理涉密文件的系统不生成网页", "去掉 --to 里的 html")
    filings = choice.filings(workspace, order.only)
    press = Press(workspace, order.formats)
    progress.step(3, len(filings))
    kept = releases(order.out / workspace.name, workspace)  # what was issued stays, whatever is made of it now
    composed = composer(workspace, kind, kept)  # steps 3 and 4
    progress.step(4, len(filings))
    made = _all_made(filings, composed, progress, choice)
    yield len(made)
    shelf = _Shelf(order, workspace, choice)
    _make_ready(made, shelf.before, order, workspace)
    stale = choice.stale(workspace, made, shelf.before)
    parts = (Filed(part.document, one.facts, one.title) for one in made for part in one.volumes)
    shelf.found(ordered(agree(parts)))
    shelf.expected = len(stale)
    yield len(stale)
    with choice.printer(press, len(stale)) as printer:
        for batch in _batches(stale, choice.batch or len(stale)):
            yield from _finish(batch, printer, shelf, progress)
    if stale or shelf.before:  # a run that was killed may have left out the page
        warned = Counter(problem.where.file for problem in problems if problem.severity == "warning")
        yield from shelf.finish(warned, order.root)
    return Result(shelf.folder, tuple(stale), problems, shelf.findings)


def _make_ready(
    made: list[Made], before: manifest.Manifest | None, order: Order, workspace: Workspace
) -> None:
    """Names, what was issued, 版头 and the version for publication: nothing of the documents changes after this."""
    names, kept = _stems(before, workspace, made), order.out / workspace.name
    for one in made:
        one.stem = names[one.filing.id]
        _keep_issued(one, kept, order)
        one.composition = _headed(one.composition, order.header)
        if order.public:
            import_module(_PUBLISHING).publish(one, workspace)


def _finish(batch: list[Made], printer: Printer, shelf: _Shelf, progress: Progress) -> Paused[None]:
    """Steps 5–7 of some filings."""
    whole = []
    found = yield from printer.printed([one.sheet for one in batch], progress)
    for one, printed in zip(batch, found, strict=True):
        if printed.error:
            shelf.expected -= 1
            shelf.choice.lost(one, printed.error)
        else:
            one.take(printed)
            whole.append(one)
    shelf.name_fonts(_own_fonts(whole, shelf.fonts))
    yield len(whole)
    progress.step(7, len(whole))
    for part in _batches(whole, shelf.choice.batch or 1):
        yield from shelf.take(part)
        for one in part:
            progress.part(one.title)


def composed_drafts(
    workspace: Workspace, only: tuple[str, ...] = (), known: Mapping[str, Release] | None = None
) -> Iterator[drafts.Draft]:
    """Steps 3 and 4: what each filing would be now, number 0, without writing anything; `known` are issued ones."""
    composed = composer(workspace, None, known)
    for filing in workspace.filings:
        if not only or {filing.id, filing.kind} & set(only):
            composition = composed(filing.id)
            facts = tuple(facts_of(composition, composed).values())
            cited = cited_records(composition.document, workspace)
            inputs = input_digests(workspace, facts, cited, composition.texts_read)
            yield drafts.Draft(filing.id, 0, composition.document, fact_data(facts, cited), inputs)


def rehearsed(
    workspace: Workspace, filing: Filing, order: Order, progress: Progress, known: Mapping[str, Release]
) -> Made:
    """Steps 3–6 of one filing, its files named as `build` would name them; nothing is written."""
    made = _made(filing, composer(workspace, None, known), progress, MAKE_ALL)
    assert made is not None  # MAKE_ALL raises what it cannot compose
    made.stem = _stems(manifest.read(order.out / workspace.name), workspace, [made])[filing.id]
    made.take(*ended(Press(workspace, order.formats).printed([made.sheet], progress)))
    return made


def releases(folder: Path, workspace: Workspace) -> dict[str, Release]:
    """The filings of the workspace that were issued, as its output folder has them on record."""
    known, found = issued.all_in_force(folder), {}
    for filing in workspace.filings:
        if filing.id in known:
            one = known[filing.id]
            found[filing.id] = Release(one.settings.on(filing), issued.document_text(folder, one))
    return found


def _keep_issued(made: Made, folder: Path, order: Order) -> None:
    """The files of an issued filing stay as they were issued; what has changed since goes beside them."""
    release = issued.in_force(folder, made.filing.id)
    if release is None:
        return
    if archive.dumps(made.document) == issued.document_text(folder, release):
        made.issuance = release
        if order.header is None and not order.public:
            made.frozen = issued.files_of(folder, release)
        return
    made.stem = later_stem(made.stem)
    made.warnings.append(
        f"{release.date}已印发，之后内容有变：这份是新稿，印发的文件没有动。比较用 reporter diff；"
        "要重新印发，先用 reporter issue 的 --withdraw 撤回"
    )


def _all_made(
    filings: Iterable[Filing], composed: Callable[[str], Composition], progress: Progress, choice: Choice
) -> list[Made]:
    """Every filing composed, or what is wrong with all of them at once."""
    made, faults = list[Made](), list[ReporterError]()
    for filing in filings:
        try:
            if one := _made(filing, composed, progress, choice):
                made.append(one)
        except ReporterError as fault:
            if fault.exit_code != ReporterError.exit_code:
                raise
            faults.append(fault)
    if whole := together(faults):
        raise whole
    return made


def _made(
    filing: Filing, composed: Callable[[str], Composition], progress: Progress, choice: Choice
) -> Made | None:
    try:
        composition = composed(filing.id)
    except ReporterError as error:
        choice.refused(filing, error)
        return None
    made = Made(filing, composition, facts_of(composition, composed))
    made.warnings += [*composition.notes, *(message for _, message in composition.facts.warnings)]
    made.warnings += _unread(composition, filing)
    progress.part(made.title)
    return made


def _stems(before: manifest.Manifest | None, workspace: Workspace, made: list[Made]) -> Mapping[str, str]:
    """File names by filing; those of an earlier build stay with their filings."""
    titles = {entry.id: entry.title for entry in before.filings} if before else {}
    titles |= {one.filing.id: one.title for one in made}
    return stems(Titled(filing.id, titles[filing.id]) for filing in workspace.filings if filing.id in titles)


def _headed(composition: Composition, mode: HeaderMode | None) -> Composition:
    """The same document with its 版头 in another way; one without stays without."""
    header = composition.document.header
    if mode is None or header is None:
        return composition
    document = replace(composition.document, header=replace(header, mode=mode))
    return replace(composition, document=document)


def _unread(composition: Composition, filing: Filing) -> list[str]:
    """Clerk's texts of this kind that nothing asked for: most probably a slot whose name was mistyped."""
    own = (path for path in composition.facts.workspace.texts if path.startswith(f"{filing.kind}/"))
    unread = [f"texts/{path}" for path in own if f"texts/{path}" not in composition.texts_read]
    known = "、".join(sorted(Path(path).stem for path in composition.texts_read))
    return [f"{path} 没有用上：文稿里没有叫这个名字的位置（有：{known or '无'}）" for path in unread]


def _own_fonts(made: list[Made], fonts: Fonts) -> FontSet | None:
    """The fonts of the machine where they were asked for and a PDF was made."""
    printed = any(split_key(key)[1] == "pdf" for one in made for key in one.files)
    return font_set(fonts) if fonts == "system" and printed else None


def _batches(made: list[Made], size: int) -> Iterator[list[Made]]:
    for start in range(0, len(made), size or 1):
        yield made[start : start + size]


class _Shelf:
    """Where the files of one workspace go: drafts, files, manifest. Nothing is overwritten that is not ours."""

    def __init__(self, order: Order, workspace: Workspace, choice: Choice) -> None:
        self.folder = order.out / f"{workspace.name}{PUBLIC_MARK if order.public else ''}"
        self.findings: tuple[Finding, ...] = ()
        self.expected = 0
        """Filings that will still be taken."""
        self._last: list[Made] = []
        self.fonts, self.choice = workspace.campaign.fonts, choice
        self._workspace = workspace
        self.before = manifest.read(self.folder)  # None where nothing was delivered yet
        self._beside = laid_beside(self.before)
        ours = (self.before.digests() if self.before else frozenset()) | choice.ours()
        self._ours = ours - issued.digests(issued.all_in_force(self.folder).values())
        self._whole = manifest.Manifest(workspace.name, __version__, self.fonts, public=order.public)

    def found(self, findings: tuple[Finding, ...]) -> None:
        """Findings about the set as a whole."""
        self.findings += findings
        self._whole = replace(self._whole, findings=tuple(one.as_dict() for one in self.findings))

    def name_fonts(self, own: FontSet | None) -> None:
        """The machine's own fonts, once, where a document was set in them."""
        if own and not self._whole.faces:
            self._whole = replace(self._whole, faces=tuple(face.as_dict() for face in own.faces))
            self.found(tuple(check_faces(own)))

    def take(self, batch: list[Made]) -> Paused[None]:
        """Delivers some filings; the manifest follows at once, so that an interrupted build knows its own files. Where
        they were announced it knows them anyway, and that of the last goes with the page of results, see `finish`."""
        entries = yield from _delivered(self.folder, self._workspace, batch, self._ours, self.choice)
        self._whole = replace(self._whole, filings=(*self._whole.filings, *entries))
        now = self._merged()
        for made in batch:
            if gone := remove_later(self.folder, self._beside, now, made.stem):
                made.warnings.append(f"已删去过时的“印发后改动”：{'、'.join(gone)}（各稿仍在存档里）")
        self.expected -= len(batch)
        if self.choice.announces and not self.expected:
            self._last = batch
        else:
            yield from changing([manifest.as_file(self.folder, now)])
            yield from self.choice.delivered(batch)

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


def _delivered(
    folder: Path, workspace: Workspace, batch: list[Made], ours: frozenset[str], choice: Choice
) -> Paused[list[manifest.FilingEntry]]:
    """Drafts and files, once it is known what will lie there."""
    kept = [_kept(folder, workspace, made) for made in batch]
    yield from choice.announce(sha256(data) for made in batch for data in made.files.values())
    writing = [_entry(folder, made, ours, draft) for made, draft in zip(batch, kept, strict=True)]
    return (yield from in_step(writing))


_Kept: TypeAlias = tuple[int, list[tuple[Path, bytes]], Mapping[str, str]]
"""Number of a draft, its files, and digests of what it was made from."""


def _kept(folder: Path, workspace: Workspace, made: Made) -> _Kept:
    """The draft, which its Word files now name."""
    facts = tuple(made.facts.values())
    cited = cited_records(made.document, workspace)
    inputs = input_digests(workspace, facts, cited, made.composition.texts_read)
    number, files = made.issuance.draft if made.issuance else 0, list[tuple[Path, bytes]]()
    if not made.held and not number:
        number, files = drafts.planned(folder, made.document, fact_data(facts, cited), inputs)
    for name, data in made.files.items():
        if name not in made.frozen:
            made.files[name] = drafts.marked(name, data, number)
    return number, files, inputs


def _entry(folder: Path, made: Made, ours: frozenset[str], kept: _Kept) -> Paused[manifest.FilingEntry]:
    """Writes the draft and the files of a filing and says what they are."""
    number, draft, inputs = kept
    names = made.names
    made.written += yield from delivering(
        [(folder / names[key], data) for key, data in made.files.items()], ours, draft
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
        inputs=inputs,
        draft=number,
        header=made.document.header.mode if made.document.header else "",
        left_out=made.public.left_out if made.public else (),
    )
