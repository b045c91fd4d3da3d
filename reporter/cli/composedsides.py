"""Sides of `diff` that have to be composed: workspaces as they are now, and a file beside its own workspace."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from reporter.cli.sides import Found, Pair, Side, draft_of, of_draft, of_file, refuse
from reporter.deliver.drafts import Draft, marked
from reporter.diff.from_document import with_references
from reporter.diff.from_seen import of_docx
from reporter.errors import InputError
from reporter.intake.folder import FILINGS
from reporter.intake.workspace import load_clean
from reporter.pipeline import composed_drafts
from reporter.records.workspace import Workspace


def of_workspaces(old: Path, new: Path) -> Found:
    """Filings of one id; with one filing on either side those two, whatever they are called."""
    left, right = _composed(old), _composed(new)
    shared = [name for name in left if name in right]
    if not shared and len(left) == 1 == len(right):
        (one,), (other,) = left.values(), right.values()
        return Found((Pair(one, other, other.document.filing if other.document else ""),))
    alone = [*(f"{name}（只在 {old}）" for name in left if name not in right),
             *(f"{name}（只在 {new}）" for name in right if name not in left)]  # fmt: skip
    cure = "这些只在一个工作文件夹里有；要比较，请在另一个的 filings.yaml 里也写上，或直接给出两个文件"
    return Found(tuple(Pair(left[name], right[name], name) for name in shared), tuple(alone), cure)


def _composed(root: Path, only: tuple[str, ...] = ()) -> dict[str, Side]:
    workspace = _workspace(root)
    fonts = workspace.campaign.fonts
    return {draft.filing: of_draft(draft, root, fonts) for draft in composed_drafts(workspace, only)}


def _workspace(root: Path) -> Workspace:
    return load_clean(root, "工作文件夹的数据有错误，没有比较")


def with_workspace(path: Path, root: Path, out: Path, *, turned: bool) -> Pair:
    """A file against the draft it came from, or against what its filing is now. `turned`: the workspace is old."""
    refuse(path)
    draft = draft_of(path, (out / root.resolve().name,)) or _now(path, root)
    if draft is None:
        raise InputError("看不出这个文件是由哪一份文稿来的", "直接给出两个文件来比较", str(path))
    fonts = _workspace(root).campaign.fonts if (root / FILINGS).exists() else "standin"
    own = of_draft(draft, root, fonts)
    if path.suffix.lower() == ".docx":
        own = _as_docx(own, draft)
    pair = of_file(path, (out,)), own
    old, new = (pair[1], pair[0]) if turned else pair
    return Pair(old, new, draft.filing)


def _now(path: Path, root: Path) -> Draft | None:
    """What the filing that the file names would be now."""
    if path.suffix.lower() != ".docx":
        return None
    filing = of_docx(path, path.name).origin.partition("#")[0]
    if not filing or not root.is_dir():
        return None
    return next(iter(composed_drafts(_workspace(root), (filing,))), None)


def _as_docx(side: Side, draft: Draft) -> Side:
    """The side read back from its own DOCX, so that both sides are seen the same way."""
    data = marked("docx", side.docx, draft.number)
    seen = with_references(of_docx(data, side.material.name), side.material)
    return replace(side, material=seen, file=data)
