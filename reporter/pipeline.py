"""The walk of one workspace, steps 1–7 on one screen (the same numbers and words in the README and `--verbose`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from reporter import __version__
from reporter.artefacts.pages import PageFinder
from reporter.artefacts.pdf import PdfFacts, read_pdf
from reporter.check.figures import Filed, agree
from reporter.check.finding import Finding, ordered
from reporter.check.glyphs import check_faces
from reporter.check.readback import Readable, read_back
from reporter.check.secondcount import SecondCount
from reporter.compose.alone import workspace_of
from reporter.compose.composition import Composition
from reporter.compose.kinds import Kind, load_text
from reporter.compose.series import Release, composer, facts_of
from reporter.deliver import drafts, issued, manifest
from reporter.deliver.evidence import answers_by_code, cited_records, fact_data, input_digests
from reporter.deliver.later import remove_later
from reporter.deliver.names import PUBLIC_MARK, TALLY, Titled, later_stem, siblings, stems
from reporter.deliver.page import page
from reporter.deliver.tally import Line, in_order, lines, tally
from reporter.deliver.writing import deliver, sha256, write_changed
from reporter.document import archive
from reporter.document.model import HeaderMode
from reporter.document.volumes import Volume, split_key
from reporter.errors import EnvironmentFault, InputError, ReporterError, together
from reporter.facts.forms import form_problems
from reporter.intake.problems import Problem, ValidationFailed
from reporter.intake.workspace import load
from reporter.making import MAKE_ALL, Choice, Made, Order, Progress, Result
from reporter.ooxml.custom import stamped
from reporter.records.filing import Filing
from reporter.records.workspace import Workspace
from reporter.render.formats import Render, in_turn, renderer
from reporter.typeset.fonts import Fonts, FontSet, font_set

STEPS = ("读取", "校验", "推算", "成文", "排版", "核验", "交付")
"""The walk; step n is STEPS[n - 1]."""
_PUBLISHING = "reporter.publishing"
"""What makes versions for publication; loaded when one is asked for."""
RESULTS = "结果.html"
"""The page that opens after a build."""


def build(order: Order, progress: Progress, choice: Choice = MAKE_ALL) -> Result:
    """Steps 1–7. Raises ValidationFailed before anything is written while a problem is an error."""
    progress.step(1, 1)
    loaded, wrong = (
        load(order.root),
        form_problems(order.root),
    )  # steps 1 and 2: records, or every problem at once
    if loaded.workspace is None or wrong:
        raise ValidationFailed((*wrong, *loaded.problems))
    progress.step(2, 1)
    with choice.alone(order.out / loaded.workspace.name):
        return _walk(order, loaded.workspace, loaded.problems, progress, choice=choice)


def build_text(order: Order, progress: Progress) -> Result:
    """Steps 1–7 for `order.root`, a single text that says everything about itself; there is nothing to derive."""
    progress.step(1, 1)
    kind = load_text(order.root)
    progress.step(2, 1)
    workspace = workspace_of(kind, order.root)
    with MAKE_ALL.alone(order.out / workspace.name):
        return _walk(order, workspace, (), progress, kind)


def _walk(
    order: Order,
    workspace: Workspace,
    problems: tuple[Problem, ...],
    progress: Progress,
    kind: Kind | None = None,
    choice: Choice = MAKE_ALL,
) -> Result:
    """Steps 3–7; documents are rendered, verified and delivered in the batches that `choice` asks for."""
    if "html" in order.formats and workspace.campaign.classified_system:
        raise InputError("处理涉密文件的系统不生成网页", "去掉 --to 里的 html")
    filings = choice.filings(workspace, order.only)
    renderers = {name: _renderer(workspace, name) for name in in_turn(order.formats)}
    progress.step(3, len(filings))
    kept = order.out / workspace.name  # what was issued stays, whatever is made of it now
    composed = composer(workspace, kind, releases(kept, workspace))  # steps 3 and 4
    progress.step(4, len(filings))
    made = _all_made(filings, composed, progress, choice)
    shelf = _Shelf(order, workspace, choice)
    names = _stems(shelf.folder, workspace, made)
    for one in made:
        one.stem = names[one.filing.id]
        _keep_issued(one, kept, order)
        one.composition = _headed(one.composition, order.header)
        if order.public:
            import_module(_PUBLISHING).publish(one, workspace)
    stale = choice.stale(workspace, made)
    together = ordered(
        agree(Filed(part.document, one.facts, one.title) for one in made for part in one.volumes)
    )
    shelf.found(together)
    for batch in _batches(stale, choice.batch):
        _finish(batch, renderers, shelf, progress)
    if stale or shelf.begun:  # a run that was killed may have left out the page
        warned = Counter(problem.where.file for problem in problems if problem.severity == "warning")
        shelf.finish(warned, order.root)
    return Result(shelf.folder, tuple(stale), problems, shelf.findings)


def _finish(batch: list[Made], renderers: Mapping[str, Render], shelf: _Shelf, progress: Progress) -> None:
    """Steps 5–7 of some filings."""
    progress.step(5, len(batch) * len(renderers))
    for one in batch:
        _render(one, renderers, progress)
    progress.step(6, len(batch))
    for one in batch:
        _verify(one, shelf.recount, shelf.fonts, progress)
    shelf.name_fonts(_own_fonts(batch, shelf.fonts))
    progress.step(7, len(batch))
    for one in batch:
        shelf.take(one)
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
    made.stem = _stems(order.out / workspace.name, workspace, [made])[filing.id]
    fonts = workspace.campaign.fonts
    _render(made, {name: _renderer(workspace, name) for name in in_turn(order.formats)}, progress)
    _verify(made, SecondCount(workspace), fonts, progress)
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


def _renderer(workspace: Workspace, name: str) -> Render:
    return renderer(name, workspace.root / "templates", workspace.campaign.fonts)


def _stems(folder: Path, workspace: Workspace, made: list[Made]) -> Mapping[str, str]:
    """File names by filing; those of an earlier build stay with their filings."""
    before = manifest.read(folder)
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


def _render(made: Made, renderers: Mapping[str, Render], progress: Progress) -> None:
    for name, render in renderers.items():
        for part in () if made.held else made.volumes:
            if (kept := made.frozen.get(part.key(name))) is not None:
                made.files[part.key(name)] = kept
                continue
            try:
                rendered = render(part.document, siblings(made.names))
            except EnvironmentFault as fault:  # a machine without Pango still makes the other formats
                made.warnings.append(f"没有生成 {name.upper()}：{fault.message}。{fault.hint}")
                break
            if rendered is not None:
                made.files[part.key(name)] = rendered.data
                made.warnings += rendered.warnings
        progress.part(f"{made.title} {name}")


def _verify(made: Made, recount: SecondCount, fonts: Fonts, progress: Progress) -> None:
    """Files are read back, figures counted again; the 数据核对表 is made from what was really printed."""
    found = [*made.held, *recount.check(made.facts.values(), made.title)]
    figures: list[Line] = []
    for part in made.volumes:
        files = _readable(made, part)
        names = {name: f"{made.title}{part.label}.{name}" for name in files}
        found += read_back(part.document, made.facts, files, names, fonts)
        pdf = files.get("pdf")
        pages = PageFinder(part.document, pdf).of if isinstance(pdf, PdfFacts) else None
        figures += lines(part.document, made.facts, answers_by_code(made.facts.values()), pages)
    made.findings = ordered(found)
    if figures and made.public is None:
        made.files[TALLY] = tally(made.document, in_order(figures))
    progress.part(made.title)


def _readable(made: Made, part: Volume) -> dict[str, Readable]:
    """The files of a volume by format; the PDF is read once, a long list has many pages."""
    own = {split_key(key)[1]: data for key, data in made.files.items() if split_key(key)[0] == part.number}
    return {name: read_pdf(data) if name == "pdf" else data for name, data in own.items()}


def _own_fonts(made: list[Made], fonts: Fonts) -> FontSet | None:
    """The fonts of the machine where they were asked for and a PDF was made."""
    printed = any(split_key(key)[1] == "pdf" for one in made for key in one.files)
    return font_set(fonts) if fonts == "system" and printed else None


def _batches(made: list[Made], size: int) -> Iterator[list[Made]]:
    for start in range(0, len(made), size or len(made) or 1):
        yield made[start : start + (size or len(made))]


class _Shelf:
    """Where the files of one workspace go: drafts, files, manifest. Nothing is overwritten that is not ours."""

    def __init__(self, order: Order, workspace: Workspace, choice: Choice) -> None:
        self.folder = order.out / f"{workspace.name}{PUBLIC_MARK if order.public else ''}"
        self.findings: tuple[Finding, ...] = ()
        self.fonts, self.recount = workspace.campaign.fonts, SecondCount(workspace)
        self._workspace, self._choice = workspace, choice
        self._before = manifest.read(self.folder)
        ours = (self._before.digests() if self._before else frozenset()) | choice.ours()
        self._ours = ours - issued.digests(issued.all_in_force(self.folder).values())
        self._whole = manifest.Manifest(workspace.name, __version__, self.fonts, public=order.public)

    @property
    def begun(self) -> bool:
        """Whether something was delivered here before."""
        return self._before is not None

    def found(self, findings: tuple[Finding, ...]) -> None:
        """Findings about the set as a whole."""
        self.findings += findings
        self._whole = replace(self._whole, findings=tuple(one.as_dict() for one in self.findings))

    def name_fonts(self, own: FontSet | None) -> None:
        """The machine's own fonts, once, where a document was set in them."""
        if own and not self._whole.faces:
            self._whole = replace(self._whole, faces=tuple(face.as_dict() for face in own.faces))
            self.found(tuple(check_faces(own)))

    def take(self, made: Made) -> None:
        """Delivers one filing; the manifest follows at once, so that an interrupted build knows its own files."""
        entry = _delivered(self.folder, self._workspace, made, self._ours, self._choice)
        self._whole = replace(self._whole, filings=(*self._whole.filings, entry))
        now = self._merged()
        if gone := remove_later(self.folder, self._before, now, made.stem):
            made.warnings.append(f"已删去过时的“印发后改动”：{'、'.join(gone)}（各稿仍在存档里）")
        manifest.write(self.folder, now)
        self._choice.delivered(made)

    def finish(self, warned: Mapping[str, int], given: Path) -> None:
        """The page of results. A full path is not printed: the same inputs give the same page anywhere."""
        shown = self._workspace.root.name if given.is_absolute() else str(given)
        title = f"{self._workspace.unit.name}{self._workspace.campaign.name}"
        write_changed(self.folder / RESULTS, page(self._merged(), title, warned, shown).encode())

    def _merged(self) -> manifest.Manifest:
        known = [filing.id for filing in self._workspace.filings]
        return manifest.merged(self._before, self._whole, known=known, folder=self.folder)


def _delivered(
    folder: Path, workspace: Workspace, made: Made, ours: frozenset[str], choice: Choice
) -> manifest.FilingEntry:
    facts = tuple(made.facts.values())
    cited = cited_records(made.document, workspace)
    inputs = input_digests(workspace, facts, cited, made.composition.texts_read)
    number = made.issuance.draft if made.issuance else 0
    if not made.held and not number:
        number = drafts.keep(folder, made.document, fact_data(facts, cited), inputs)
    files = {}
    for name, data in made.files.items():
        if split_key(name)[1] == "docx" and name not in made.frozen:
            made.files[name] = stamped(data, {"draft": str(number)})
    choice.announce(made, (sha256(data) for data in made.files.values()))
    for name, data in made.files.items():
        written = deliver(folder / made.names[name], data, ours)
        made.written.append(written)
        files[name] = manifest.FileEntry(written.path.name, written.sha256)
        if written.note:
            made.warnings.append(written.note)
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
