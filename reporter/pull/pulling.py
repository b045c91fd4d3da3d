"""`pull` on one screen: the file in hand, its draft, the workspace; what is proposed; writing what was agreed to."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reporter.check.hostile import refuse_unread
from reporter.deliver import manifest
from reporter.deliver.inhand import InHand, find_draft
from reporter.deliver.writing import WriteError, sha256, write_atomically
from reporter.diff.model import Comparison
from reporter.errors import InputError
from reporter.pull.files import Files
from reporter.pull.model import Proposal, Pulled
from reporter.pull.proof import Proof
from reporter.pull.proposing import proposals
from reporter.pull.reviewers import reviewers
from reporter.pull.sides import sides, workspace_now

KEPT = "（取回前）"
"""In the name of the old text that is kept beside a written one."""
_MOST_KEPT = 100
_BY_TITLE = "没有找到它的文件属性，按标题和文字对应到最接近的一稿；改动请逐条核对"
_OTHER = "这个文件是由工作文件夹“{}”生成的，现在取回到“{}”，请核对没有弄错"
_SHARED = "“{}”还用在：{}；改了文字，那几份也会变"


def pull(file: Path, target: Path, results: Path) -> Pulled:
    """What was changed in `file`, made of a draft of `target` (a workspace or a single text).

    Raises InputError for what cannot be read or is not a draft of it; nothing is written.
    """
    _refuse(file)
    _place(target)
    in_hand = _found(file, target, results)
    now = workspace_now(target, in_hand.draft.filing)
    known = (file, now.files.root, in_hand.draft.filing, in_hand.draft.number, in_hand.found_by)
    if in_hand.found_by == "sha256":
        return Pulled(*known)
    three = sides(in_hand, now)
    found = Proof(now, in_hand.volume).checked(proposals(three))
    revisions, remarks = reviewers(in_hand.paper.data)
    notes = [_BY_TITLE] if in_hand.found_by == "title" else []
    made_in = manifest.read(in_hand.folder)
    if made_in and made_in.workspace != now.workspace.name:
        notes.append(_OTHER.format(made_in.workspace, now.workspace.name))
    notes += _shared(found, now.files, [one.id for one in now.workspace.filings if one.id != now.filing.id])
    looks, digests = tuple(_formats(three.found)), _digests(found, now.files.root)
    return Pulled(*known, found, looks, revisions, remarks, tuple(notes), digests)


def _refuse(file: Path) -> None:
    """What is not looked into at all."""
    if not file.exists() and not file.is_symlink():
        raise InputError("找不到文件", "请核对文件名和所在文件夹", str(file))
    refuse_unread(file)
    if file.suffix.lower() != ".docx":
        hint = "Word 97—2003 的 .doc 请先另存为 .docx；PDF 里改不了文字"
        raise InputError("只能取回 .docx 里的改动", hint, str(file))


def _place(target: Path) -> None:
    """A workbook is no place to bring words back to."""
    if target.is_file() and target.suffix.lower() not in (".md", ".markdown"):
        hint = f"请给出它所在的文件夹：{target.parent}"
        raise InputError("这是一个文件，不是工作文件夹", hint, str(target))


def _found(file: Path, target: Path, results: Path) -> InHand:
    """The draft, looked for among the results of this workspace first."""
    name = target.stem if target.is_file() else target.resolve().name
    own = results / name
    return find_draft(file, own if own.is_dir() else results)


def _shared(found: Iterable[Proposal], files: Files, others: list[str]) -> Iterable[str]:
    """Other filings of the same kind read the same texts."""
    for name in sorted({name for one in found for name in one.files}):
        kind = Path(name).parent.name if name.startswith("texts/") else Path(name).stem
        same = [one for one in others if one.partition("@")[0] == kind]
        if same and not files.alone:
            yield _SHARED.format(name, "、".join(same))


def _formats(found: Comparison) -> Iterable[str]:
    """Looks and the edges of pages, which are never brought back."""
    for step in found.changed:
        block = found.block_of(step)
        if block.furniture:
            yield f"{block.place}：{block.number}{block.text}"
    told: dict[str, int] = {}
    for one in found.all_formats():
        line = f"{one.what}：{one.old or '未定'} → {one.new or '未定'}"
        told[line] = told.get(line, 0) + 1
    yield from (f"{line}（{count}处）" if count > 1 else line for line, count in told.items())


def _digests(found: Iterable[Proposal], root: Path) -> dict[str, str]:
    paths = {name: root / name for one in found for name in one.files}
    return {name: sha256(path.read_bytes()) if path.is_file() else "" for name, path in paths.items()}


def write(pulled: Pulled, chosen: Iterable[Proposal]) -> list[Path]:
    """Writes the changes of the chosen proposals, all files or none; what stood there before is kept beside.

    Raises WriteError when the disk refuses.
    """
    chosen = tuple(chosen)
    files = Files(pulled.root, {}, "")
    edited = files.edited(change for one in chosen for change in one.changes)
    before = {name: files.root / name for name in edited}
    old = {name: path.read_bytes() if path.is_file() else None for name, path in before.items()}
    for name, known in _digests(chosen, files.root).items():
        if known != pulled.digests.get(name, known):
            raise WriteError("这个文件刚才又改过，什么也没有写", "请重新运行一次", name)
    written: list[Path] = []
    try:
        for name, path in before.items():
            kept = old[name]
            if kept is not None:
                write_atomically(_beside(path), kept)
            write_atomically(path, edited[name])
            written.append(path)
    except (PermissionError, WriteError):
        for name, path in before.items():
            kept = old[name]
            if path in written and kept is not None:
                write_atomically(path, kept)
            elif path in written:
                path.unlink(missing_ok=True)
        raise
    return written


def _beside(path: Path) -> Path:
    """`主要做法（取回前）.bak`: no text of the workspace, so that nothing reads it."""
    for number in range(1, _MOST_KEPT):
        mark = KEPT if number == 1 else KEPT.replace("）", f"{number}）")
        kept = path.with_name(f"{path.stem}{mark}{path.suffix}.bak")
        if not kept.exists():
            return kept
    raise WriteError("旧文字留了太多份，没有再写", f"请整理名称带{KEPT}的文件", str(path))
