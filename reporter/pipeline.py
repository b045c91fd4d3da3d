"""The walk of one workspace, steps 1–7 on one screen (the same numbers and words in the README and `--verbose`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from reporter import __version__
from reporter.artefacts.pages import PageFinder
from reporter.artefacts.pdf import PdfFacts, read_pdf
from reporter.check.figures import Filed, agree
from reporter.check.finding import Finding, errors, ordered
from reporter.check.glyphs import check_faces
from reporter.check.publication import check_public
from reporter.check.readback import Readable, read_back
from reporter.check.recount import Recount
from reporter.compose.alone import workspace_of
from reporter.compose.carried import same_view
from reporter.compose.composition import Composition, compose
from reporter.compose.kinds import Kind, load_text
from reporter.compose.publication import Published, published
from reporter.deliver import drafts, manifest
from reporter.deliver.blankplaces import Missing, by_place, places_of
from reporter.deliver.evidence import answers_by_code, cited_records, fact_data, input_digests
from reporter.deliver.names import PUBLIC_MARK, TALLY, Titled, file_name, siblings, stems
from reporter.deliver.page import page
from reporter.deliver.tally import Line, in_order, lines, tally
from reporter.deliver.writing import Written, deliver, write_changed
from reporter.document.blanks import blank_names
from reporter.document.inline import plain
from reporter.document.model import Document, HeaderMode
from reporter.document.volumes import SECTION, Volume, split_key, volumes
from reporter.errors import EnvironmentFault, InputError, UnknownName
from reporter.facts.fact import Fact
from reporter.intake.problems import Problem
from reporter.intake.workspace import load_valid
from reporter.ooxml.custom import stamped
from reporter.records.filing import Filing
from reporter.records.workspace import Workspace
from reporter.render.formats import USUAL, Render, in_turn, renderer
from reporter.text import did_you_mean
from reporter.typeset.fonts import Fonts, FontSet, font_set

STEPS = ("读取", "校验", "推算", "成文", "排版", "核验", "交付")
"""The walk; step n is STEPS[n - 1]."""
RESULTS = "结果.html"
"""The page that opens after a build."""




class Progress(Protocol):
    """Where the walk says how far it is."""

    def step(self, number: int, total: int) -> None:
        """Step `number` begins; it has `total` parts."""

    def part(self, what: str) -> None:
        """A part of the step is done."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: which kinds or filings (all when empty), which formats, where to."""

    root: Path
    out: Path
    only: tuple[str, ...] = ()
    formats: tuple[str, ...] = USUAL
    header: HeaderMode | None = None
    """版头 of every document instead of what its text says."""
    public: bool = False
    """Versions for publication, without persons' contacts, in a folder of their own."""


@dataclass
class Made:
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

    @property
    def document(self) -> Document:
        return self.composition.document

    @property
    def volumes(self) -> tuple[Volume, ...]:
        """The files that it is: the document, then attachments that are files of their own."""
        return volumes(self.document)

    @property
    def names(self) -> dict[str, str]:
        """What its files are called in the output folder, by their key."""
        return {key: file_name(self.stem, key, self.volumes) for key in self.files}

    @property
    def title(self) -> str:
        return plain(self.document.title).replace("\n", "")

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


@dataclass(frozen=True, slots=True)
class Result:
    """What `build` did. `findings` are about the set as a whole."""

    folder: Path
    made: tuple[Made, ...]
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...]

    @property
    def clean(self) -> bool:
        return not errors([*self.findings, *(finding for made in self.made for finding in made.findings)])


def build(order: Order, progress: Progress) -> Result:
    """Steps 1–7. Raises ValidationFailed before anything is written while a problem is an error."""
    progress.step(1, 1)
    workspace, problems = load_valid(order.root)  # steps 1 and 2: tables become records, or every problem at once
    progress.step(2, 1)
    filings = _chosen(workspace, order.only)
    return _walk(order, workspace, filings, problems, progress)


def build_text(order: Order, progress: Progress) -> Result:
    """Steps 1–7 for `order.root`, a single text that says everything about itself; there is nothing to derive."""
    progress.step(1, 1)
    kind = load_text(order.root)
    progress.step(2, 1)
    workspace = workspace_of(kind, order.root)
    return _walk(order, workspace, workspace.filings, (), progress, kind)


def _walk(
    order: Order,
    workspace: Workspace,
    filings: tuple[Filing, ...],
    problems: tuple[Problem, ...],
    progress: Progress,
    kind: Kind | None = None,
) -> Result:
    """Steps 3–7."""
    if "html" in order.formats and workspace.campaign.classified_system:
        raise InputError("处理涉密文件的系统不生成网页", "去掉 --to 里的 html")
    fonts = workspace.campaign.fonts
    renderers = {name: renderer(name, workspace.root / "templates", fonts) for name in in_turn(order.formats)}
    progress.step(3, len(filings))
    composed = _composer(workspace, kind)  # steps 3 and 4: figures are derived as texts ask for them
    progress.step(4, len(filings))
    made = [_made(filing, composed, progress) for filing in filings]
    folder = order.out / f"{workspace.name}{PUBLIC_MARK if order.public else ''}"
    names = _stems(folder, workspace, made)
    for one in made:
        one.stem, one.composition = names[one.filing.id], _headed(one.composition, order.header)
        if order.public:
            _publish(one, workspace)
    progress.step(5, len(made) * len(renderers))
    for one in made:
        _render(one, renderers, progress)
    progress.step(6, len(made))
    recount = Recount(workspace)
    for one in made:
        _verify(one, recount, fonts, progress)
    together = ordered(agree(Filed(part.document, one.facts, one.title) for one in made for part in one.volumes))
    own = _own_fonts(made, fonts)
    together = (*together, *check_faces(own)) if own else together
    progress.step(7, len(made))
    whole = _deliver(folder, workspace, made, together, own, progress)
    warned = Counter(problem.where.file for problem in problems if problem.severity == "warning")
    write_changed(folder / RESULTS, page(whole, f"{workspace.unit.name}{workspace.campaign.name}", warned).encode())
    return Result(folder, tuple(made), problems, together)


def _chosen(workspace: Workspace, only: tuple[str, ...]) -> tuple[Filing, ...]:
    """The filings asked for by id or kind, in the order of filings.yaml."""
    known = {name for filing in workspace.filings for name in (filing.id, filing.kind)}
    for name in only:
        if name not in known:
            raise UnknownName(f"filings.yaml 里没有“{name}”", did_you_mean(name, known))
    chosen = tuple(filing for filing in workspace.filings if not only or {filing.id, filing.kind} & set(only))
    if not chosen:
        raise InputError("没有要生成的文件", "在 filings.yaml 里写上要出的文件", "filings.yaml")
    return chosen


def _composer(workspace: Workspace, kind: Kind | None = None) -> Callable[[str], Composition]:
    """Composes each filing once, however many others carry it; a circle of attachments is an error."""
    done: dict[str, Composition] = {}
    open_ones: list[str] = []

    def composed(name: str) -> Composition:
        if name in open_ones:
            raise InputError(f"附件互相包含：{' → '.join([*open_ones, name])}", "改 filings.yaml 的 attachments")
        if name not in done:
            try:
                filing = workspace.filing(name)
            except KeyError:
                ids = [filing.id for filing in workspace.filings]
                raise UnknownName(f"附件“{name}”不在 filings.yaml 里", did_you_mean(name, ids)) from None
            open_ones.append(name)
            done[name] = compose(workspace, filing, lambda attached: composed(attached).document, kind)
            open_ones.pop()
        return done[name]

    return composed


def _made(filing: Filing, composed: Callable[[str], Composition], progress: Progress) -> Made:
    composition = composed(filing.id)
    made = Made(filing, composition, _facts(composition, composed))
    made.warnings += [*composition.notes, *(message for _, message in composition.facts.warnings)]
    made.warnings += _unread(composition, filing)
    progress.part(made.title)
    return made


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


def _publish(made: Made, workspace: Workspace) -> None:
    """The document as everybody may read it; what keeps it from being published is a finding."""
    if made.document.header and made.document.header.classification:
        raise InputError("涉密文件不能生成公开版", "去掉 --public，或用 --only 选其他文种", made.filing.id)
    made.public = published(made.document, workspace.campaign.contacts)
    made.composition = replace(made.composition, document=made.public.document)
    made.stem += PUBLIC_MARK
    documents = [part.document for part in made.volumes]
    made.held = tuple(check_public(documents, made.public.broken, made.stem))
    if made.held:
        made.warnings.append("没有生成公开版：先改下面列出的地方")


def _unread(composition: Composition, filing: Filing) -> list[str]:
    """Clerk's texts of this kind that nothing asked for: most probably a slot whose name was mistyped."""
    own = (path for path in composition.facts.workspace.texts if path.startswith(f"{filing.kind}/"))
    unread = [f"texts/{path}" for path in own if f"texts/{path}" not in composition.texts_read]
    known = "、".join(sorted(Path(path).stem for path in composition.texts_read))
    return [f"{path} 没有用上：文稿里没有叫这个名字的位置（有：{known or '无'}）" for path in unread]


def _facts(composition: Composition, composed: Callable[[str], Composition]) -> dict[str, Fact]:
    """Figures by address: those of attached filings that look at the same day and unit, then the document's own."""
    facts: dict[str, Fact] = {}
    for attachment in composition.document.attachments:
        if isinstance(attachment.content, Document) and SECTION not in attachment.content.filing:
            inside = composed(attachment.content.filing)
            whole = same_view(inside.facts.filing, composition.facts.filing)
            facts |= {
                address: fact
                for address, fact in _facts(inside, composed).items()
                if whole or fact.family == "indicators"
            }
    used = composition.facts.with_inputs(fact.address for fact in composition.facts.used)
    return facts | {fact.address: fact for fact in used}


def _render(made: Made, renderers: Mapping[str, Render], progress: Progress) -> None:
    for name, render in renderers.items():
        for part in () if made.held else made.volumes:
            try:
                rendered = render(part.document, siblings(made.names))
            except EnvironmentFault as fault:  # a machine without Pango still makes the other formats
                made.warnings.append(f"没有生成 {name.upper()}：{fault.message}。{fault.hint}")
                break
            if rendered is not None:
                made.files[part.key(name)] = rendered.data
                made.warnings += rendered.warnings
        progress.part(f"{made.title} {name}")


def _verify(made: Made, recount: Recount, fonts: Fonts, progress: Progress) -> None:
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


def _deliver(
    folder: Path,
    workspace: Workspace,
    made: list[Made],
    together: tuple[Finding, ...],
    own: FontSet | None,
    progress: Progress,
) -> manifest.Manifest:
    """Drafts, files, manifest. Nothing is overwritten that is not ours."""
    before = manifest.read(folder)
    ours = before.digests() if before else frozenset()
    known = [filing.id for filing in workspace.filings]
    whole = manifest.Manifest(
        workspace.name,
        __version__,
        workspace.campaign.fonts,
        findings=tuple(finding.as_dict() for finding in together),
        faces=tuple(face.as_dict() for face in own.faces) if own else (),
        public=any(one.public for one in made),
    )
    for one in made:
        entry = _delivered(folder, workspace, one, ours)
        whole = replace(whole, filings=(*whole.filings, entry))
        # After each filing, so that a build that is interrupted still knows its own files.
        manifest.write(folder, manifest.merged(before, whole, known=known, folder=folder))
        progress.part(one.title)
    return manifest.merged(before, whole, known=known, folder=folder)


def _delivered(folder: Path, workspace: Workspace, made: Made, ours: frozenset[str]) -> manifest.FilingEntry:
    facts = tuple(made.facts.values())
    cited = cited_records(made.document, workspace)
    inputs = input_digests(workspace, facts, cited, made.composition.texts_read)
    number = 0 if made.held else drafts.keep(folder, made.document, fact_data(facts, cited), inputs)
    files = {}
    for name, data in made.files.items():
        if split_key(name)[1] == "docx":
            data = stamped(data, {"draft": str(number)})
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
