"""Whether a change comes out as it stands in Word: the filing is composed again with the texts as they would be."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from reporter.diff.folding import folded
from reporter.diff.from_document import of_document
from reporter.document.model import Document
from reporter.document.volumes import volumes
from reporter.errors import ReporterError
from reporter.intake.configuration import entries
from reporter.intake.folder import FILINGS
from reporter.intake.readers import yaml
from reporter.pull.composing import alone, traced
from reporter.pull.files import TEMPLATES, TEXTS
from reporter.pull.letters import full_text
from reporter.pull.model import Proposal
from reporter.pull.sides import Now
from reporter.records.filing import Filing
from reporter.records.workspace import Workspace

_NOT_SO = "照这样写进去，重新成文后和 Word 里的不一样，没有采用；请自己改"


class Proof:
    """Composes the filing with files that say something else; nothing below the workspace is written."""

    def __init__(self, now: Now, volume: int) -> None:
        self._now, self._volume = now, volume
        self._before = self._said(now.document)

    def checked(self, found: Sequence[Proposal]) -> tuple[Proposal, ...]:
        """The proposals; those that do not come out so are only told."""
        result = list(found)
        for status in ("ready", "ask"):
            wanted = [at for at, one in enumerate(result) if one.changes and one.status == status]
            for at, reason in self._failing(result, wanted):
                result[at] = _told(result[at], reason)
        ready = [at for at, one in enumerate(result) if one.changes and one.status == "ready"]
        while ready and (reason := self._fails([result[at] for at in ready])):
            # Each is right by itself, together they are not: the last one has to wait.
            result[ready[-1]] = _told(result[ready[-1]], reason)
            ready.pop()
        return tuple(result)

    def _failing(self, found: Sequence[Proposal], wanted: Sequence[int]) -> Iterator[tuple[int, str]]:
        """Those of the wanted that do not come out, with the reason; halves that are right are not looked into."""
        reason = self._fails([found[at] for at in wanted]) if wanted else ""
        if not reason:
            return
        if len(wanted) == 1:
            yield wanted[0], reason
            return
        middle = len(wanted) // 2
        yield from self._failing(found, wanted[:middle])
        yield from self._failing(found, wanted[middle:])

    def _fails(self, wanted: Sequence[Proposal]) -> str:
        """Why these changes do not come out; empty when they do."""
        changes = [change for one in wanted for change in one.changes]
        try:
            after = self._said(self._composed(self._now.files.edited(changes)))
        except ReporterError as error:
            return f"照这样写进去文稿出错：{error.where}：{error.message}；请自己改"
        whole = "\n".join(after)
        for one in wanted:
            if one.kind == "设置":
                right = all(folded(text) in whole for text in one.expected)
            else:
                right = all(after[folded(text)] for text in one.expected if folded(text))
            gone = all(after[folded(text)] < self._before[folded(text)] for text in one.gone)
            if not (right and gone):
                return _NOT_SO
        return ""

    def _said(self, document: Document) -> Counter[str]:
        """Every paragraph and cell, without white space."""
        own = next((one.document for one in volumes(document) if one.number == self._volume), document)
        said: Counter[str] = Counter()
        for block in of_document(own, "").blocks:
            said[folded(full_text(block))] += 1
            if block.table:
                said.update(folded(cell.text) for row in block.table.rows for cell in row.cells)
        return said

    def _composed(self, files: Mapping[str, bytes]) -> Document:
        now = self._now
        with tempfile.TemporaryDirectory(prefix="reporter-") as folder:
            root = Path(folder)
            self._copy_texts(root)
            _write(root, files)
            if now.alone:
                workspace, kind = alone(root / now.kind.file)
                return traced(workspace, workspace.filings[0].id, kind).composition.document
            workspace = _with(now.workspace, root, files)
            return traced(workspace, now.filing.id).composition.document

    def _copy_texts(self, root: Path) -> None:
        """The workspace's own wording, beside which the changed files stand."""
        own = self._now.workspace.root / TEMPLATES
        if own.is_dir() and not self._now.alone:
            shutil.copytree(own, root / TEMPLATES)


def _with(workspace: Workspace, root: Path, files: Mapping[str, bytes]) -> Workspace:
    """The workspace with these texts and filings; its records are what they are."""
    texts = dict(workspace.texts)
    for name, data in files.items():
        if name.startswith(TEXTS):
            texts[name.removeprefix(TEXTS)] = data.decode("utf-8-sig").replace("\r\n", "\n")
    filings = workspace.filings
    if FILINGS in files:
        filings, problems = entries(Filing, yaml.read(root / FILINGS, FILINGS))
        for problem in problems:
            raise ReporterError(problem.message, problem.hint, FILINGS)
    return replace(workspace, root=root, texts=texts, filings=filings)


def _write(root: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)


def _told(one: Proposal, reason: str) -> Proposal:
    return replace(one, status="tell", changes=(), notes=(reason, *one.notes))
