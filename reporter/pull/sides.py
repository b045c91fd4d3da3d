"""Three sides of one filing: the draft that a file was made of, the file as it is now, the workspace as it is now."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from reporter.compose.kinds import Kind, load_kind
from reporter.deliver.drafts import FactData
from reporter.deliver.inhand import InHand
from reporter.diff.align import compare
from reporter.diff.folding import folded
from reporter.diff.from_document import of_document, with_references
from reporter.diff.from_seen import of_docx
from reporter.diff.model import Block, Comparison, Material
from reporter.document.model import Document
from reporter.document.volumes import volumes
from reporter.errors import InputError, ReporterError
from reporter.intake.workspace import load_clean
from reporter.pull.composing import alone, traced
from reporter.pull.files import Files
from reporter.pull.letters import full_text
from reporter.records.filing import Filing
from reporter.records.workspace import Workspace
from reporter.render.formats import renderer


class Now(Struct, frozen=True):
    """The workspace as it is: its texts, the filing with the origin of every word, its figures."""

    workspace: Workspace
    filing: Filing
    kind: Kind
    files: Files
    document: Document
    facts: FactData
    blanks: Mapping[str, str]

    @property
    def alone(self) -> bool:
        return self.kind.alone


class Sides(Struct, frozen=True, dict=True):
    """`base` is the draft read back from its own DOCX and `known` the same with the ids of its Document; `found` tells
    what is different between `base` and `theirs`."""

    found: Comparison
    known: Material
    ours: Material
    now: Now

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {block.id: number for number, block in enumerate(self.known.blocks) if block.id}

    @cached_property
    def _pairs(self) -> Mapping[int, int]:
        steps = compare(self.known, self.ours).steps
        return {one.old: one.new for one in steps if one.old is not None and one.new is not None}

    def our(self, base: int | None) -> int | None:
        """Which block of `ours` a block of `base` is now; None when it is gone or nobody knows."""
        if base is None:
            return None
        number = self._numbers.get(self.found.old.blocks[base].id)
        return self._pairs.get(number) if number is not None else None

    @cached_property
    def fresh(self) -> frozenset[str]:
        """What paragraphs say, without white space, that the workspace has and the draft had not."""
        ours, before = (
            frozenset(folded(full_text(block)) for block in side.blocks) for side in (self.ours, self.known)
        )
        return ours - before

    def our_block(self, base: int | None) -> Block | None:
        index = self.our(base)
        return self.ours.blocks[index] if index is not None else None


def workspace_now(target: Path, filing: str) -> Now:
    """`target` is a workspace or one text. Raises InputError for what cannot be composed as it stands."""
    if target.is_file():
        workspace, kind = alone(target)
        own = workspace.filings[0]
        composition = traced(workspace, own.id, kind).composition
        files = Files(target.parent, {kind.file: kind}, kind.file)
        return Now(workspace, own, kind, files, composition.document, {}, composition.blanks)
    hint = "先用 reporter validate 检查并改正，再运行一次"
    workspace = load_clean(target, "工作文件夹的数据有错误，没有取回", hint)
    own = _filing(workspace, filing)
    found = traced(workspace, own.id)
    kind = load_kind(own.kind, workspace.root, own.shape)
    files = Files(workspace.root, _kinds(workspace, own))
    return Now(workspace, own, kind, files, found.composition.document, found.facts, found.composition.blanks)


def _filing(workspace: Workspace, name: str) -> Filing:
    try:
        return workspace.filing(name)
    except KeyError:
        hint = f"它有：{'、'.join(one.id for one in workspace.filings) or '（空）'}"
        raise InputError(f"这个文件是“{name}”，工作文件夹里没有这份文稿", hint, str(workspace.root)) from None


def _kinds(workspace: Workspace, own: Filing) -> dict[str, Kind]:
    """Text file → kind, of the filing and of everything that it may carry."""
    found: dict[str, Kind] = {}
    for filing in (own, *workspace.filings):
        try:
            kind = load_kind(filing.kind, workspace.root, filing.shape)
        except ReporterError:
            continue
        found.setdefault(kind.file, kind)
    return found


def sides(in_hand: InHand, now: Now) -> Sides:
    """Everything that is to be compared."""
    draft = in_hand.draft
    document = _volume(draft.document, in_hand.volume)
    known = of_document(document, f"{draft.filing} 第{draft.number}稿", draft=draft.number)
    made = renderer("docx", _templates(now), now.workspace.campaign.fonts)(document, {})
    assert made is not None  # every Document has a DOCX
    base = with_references(of_docx(made.data, known.name), known)
    theirs = replace(of_docx(in_hand.paper.data, in_hand.paper.file.name), origin=known.origin)
    ours = of_document(_volume(now.document, in_hand.volume), "", draft=draft.number)
    return Sides(compare(base, theirs), known, ours, now)


def _volume(document: Document, number: int) -> Document:
    found = next((one.document for one in volumes(document) if one.number == number), None)
    if found is None:
        raise InputError("这个附件现在不再单独成册", "请对照主文件修改工作文件夹里的文字")
    return found


def _templates(now: Now) -> Path:
    return now.workspace.root / "templates"
