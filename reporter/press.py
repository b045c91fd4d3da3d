"""Steps 5 and 6 for filings whose documents and figures are known: their files are rendered and read back.

A press and what goes through it can be sent to another process, which then does the same with the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from reporter.artefacts.pages import PageFinder
from reporter.artefacts.pdf import PdfFacts, read_pdf
from reporter.check.finding import ordered
from reporter.check.readback import Readable, read_back
from reporter.check.secondcount import SecondCount
from reporter.deliver.evidence import answers_by_code
from reporter.deliver.names import TALLY, siblings
from reporter.deliver.tally import Line, in_order, lines, tally
from reporter.document.volumes import Volume, split_key
from reporter.errors import EnvironmentFault
from reporter.making import Printed, Sheet
from reporter.pauses import Paused
from reporter.progress import Progress
from reporter.records.workspace import Workspace
from reporter.render.formats import Render, in_turn, renderer


class Press:
    """Renders and verifies filings of one workspace in these formats. Raises UnknownName for one that there is not."""

    def __init__(self, workspace: Workspace, formats: Sequence[str]) -> None:
        self._workspace, self._formats = workspace, in_turn(formats)

    def __reduce__(self) -> tuple[type[Press], tuple[Workspace, tuple[str, ...]]]:
        """What was loaded to render stays in its process."""
        return Press, (self._workspace, self._formats)

    def printed(self, sheets: Sequence[Sheet], progress: Progress) -> Paused[list[Printed]]:
        """The files of each, with warnings and findings: first all are rendered, then, after a pause, all are read
        back."""
        progress.step(5, len(sheets) * len(self._formats))
        found = [self._rendered(sheet, progress) for sheet in sheets]
        yield len(sheets)
        progress.step(6, len(sheets))
        for sheet, one in zip(sheets, found, strict=True):
            self._verify(sheet, one, progress)
        return found

    @cached_property
    def _renderers(self) -> Mapping[str, Render]:
        own, fonts = self._workspace.root / "templates", self._workspace.campaign.fonts
        return {name: renderer(name, own, fonts) for name in self._formats}

    @cached_property
    def _recount(self) -> SecondCount:
        return SecondCount(self._workspace)

    def _rendered(self, sheet: Sheet, progress: Progress) -> Printed:
        made = Printed()
        for name, render in self._renderers.items():
            for part in () if sheet.held else sheet.volumes:
                if (kept := sheet.frozen.get(part.key(name))) is not None:
                    made.files[part.key(name)] = kept
                    continue
                try:
                    rendered = render(part.document, siblings(sheet.names(made.files)))
                except EnvironmentFault as fault:  # a machine without Pango still makes the other formats
                    made.warnings.append(f"没有生成 {name.upper()}：{fault.message}。{fault.hint}")
                    break
                if rendered is not None:
                    made.files[part.key(name)] = rendered.data
                    made.warnings += rendered.warnings
            progress.part(f"{sheet.title} {name}")
        return made

    def _verify(self, sheet: Sheet, made: Printed, progress: Progress) -> None:
        """Files are read back, figures counted again; the 数据核对表 is made from what was really printed."""
        found = [*sheet.held, *self._recount.check(sheet.facts.values(), sheet.title)]
        figures: list[Line] = []
        for part in sheet.volumes:
            files = _readable(made.files, part)
            names = {name: f"{sheet.title}{part.label}.{name}" for name in files}
            found += read_back(part.document, sheet.facts, files, names, self._workspace.campaign.fonts)
            pdf = files.get("pdf")
            pages = PageFinder(part.document, pdf).of if isinstance(pdf, PdfFacts) else None
            figures += lines(part.document, sheet.facts, answers_by_code(sheet.facts.values()), pages)
        made.findings = ordered(found)
        if figures and not sheet.public:
            made.files[TALLY] = tally(sheet.document, in_order(figures))
        progress.part(sheet.title)


def _readable(files: Mapping[str, bytes], part: Volume) -> dict[str, Readable]:
    """The files of a volume by format; the PDF is read once, a long list has many pages."""
    own = {split_key(key)[1]: data for key, data in files.items() if split_key(key)[0] == part.number}
    return {name: read_pdf(data) if name == "pdf" else data for name, data in own.items()}
