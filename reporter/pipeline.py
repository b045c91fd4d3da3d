"""The walk of one workspace, steps 1–7 on one screen (the same numbers and words in the README and `--verbose`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from msgspec.structs import replace

from reporter.check.figures import Filed, agree
from reporter.check.finding import ordered
from reporter.compose.alone import workspace_of
from reporter.compose.composition import Composition
from reporter.compose.kinds import Kind, load_text
from reporter.compose.series import Release, composer, facts_of
from reporter.deliver import drafts, issued, manifest
from reporter.deliver.evidence import cited_records, fact_data, input_digests
from reporter.deliver.names import Titled, later_stem, stems
from reporter.deliver.writing import WriteError
from reporter.document import archive
from reporter.document.model import HeaderMode
from reporter.document.volumes import split_key
from reporter.errors import InputError, ReporterError, together
from reporter.facts.forms import load_checked
from reporter.intake.problems import Problem, ValidationFailed
from reporter.making import MAKE_ALL, Choice, Made, Order, Printer, Result
from reporter.pauses import Paused, ended
from reporter.press import Press
from reporter.progress import Progress
from reporter.records.filing import Filing
from reporter.records.workspace import Workspace
from reporter.shelf import Shelf
from reporter.typeset.fonts import Fonts, FontSet, font_set

STEPS = ("读取", "校验", "推算", "成文", "排版", "核验", "交付")
"""The walk; step n is STEPS[n - 1]."""
_PUBLISHING = "reporter.publishing"
"""What makes versions for publication; loaded when one is asked for."""


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
    kept = releases(
        order.out / workspace.name, workspace
    )  # what was issued stays, whatever is made of it now
    composed = composer(workspace, kind, kept)  # steps 3 and 4
    progress.step(4, len(filings))
    made = _all_made(filings, composed, progress, choice)
    yield len(made)
    shelf = Shelf(order, workspace, choice)
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


def _finish(batch: list[Made], printer: Printer, shelf: Shelf, progress: Progress) -> Paused[None]:
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
    yield from shelf.announce(whole)
    try:
        for part in _batches(whole, shelf.choice.batch or 1):
            yield from shelf.take(part)
            for one in part:
                progress.part(one.title)
    except WriteError:
        with suppress(WriteError):  # the disk may refuse this as well
            yield from shelf.enter()
        raise
    yield from shelf.enter()


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
