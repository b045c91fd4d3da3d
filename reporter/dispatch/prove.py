"""`prove`: whether a file in hand is what was submitted. Only its SHA-256 proves it; otherwise what differs is told."""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from reporter.artefacts.source import load
from reporter.check.hostile import refuse_classified, refuse_macros, refuse_special
from reporter.deliver import drafts, issued, sent
from reporter.deliver.drafts import FOLDER
from reporter.deliver.inhand import InHand, draft_of, nearest, workspace_of
from reporter.deliver.issued import Issuance
from reporter.deliver.paper import Paper
from reporter.deliver.sent import Item, Sent
from reporter.deliver.writing import sha256
from reporter.diff.align import compare
from reporter.diff.from_seen import of_docx, of_pdf
from reporter.diff.model import Comparison, Material
from reporter.errors import InputError, ReporterError
from reporter.ooxml.container import open_container, read_part

Verdict = Literal["proven", "refuted", "unknown"]
_UP = 4
"""Folders above the file in which results are looked for; a 报送包 lies three below them."""
_READERS: dict[str, Callable[[bytes, str], Material]] = {".docx": of_docx, ".pdf": of_pdf}
_OFFICE = "[Content_Types].xml"
_UTF8 = 0x800
"""Flag of a zip member whose name is UTF-8."""


class Hit(Struct, frozen=True):
    """A submission that holds exactly these bytes as `item`; `fault` says that the kept copy itself is damaged."""

    sent: Sent
    item: Item
    fault: str = ""
    workspace: str = ""


class Proof(Struct, frozen=True):
    """What can be said of one file. `hits` prove it, newest first. Without one, `candidate` is the submission that it
    seems to be of and `changes` what differs from the file that was sent; `draft` is the draft that the file came from.
    """

    file: str
    sha256: str
    verdict: Verdict
    hits: tuple[Hit, ...] = ()
    issuance: Issuance | None = None
    candidate: Sent | None = None
    against: Item | None = None
    changes: Comparison | None = None
    draft: int = 0
    members: tuple[Proof, ...] = ()
    notes: tuple[str, ...] = ()
    workspace: str = ""
    """What the workspace of `candidate` is called."""


def prove(file: Path, out: Path) -> Proof:
    """Looks near the file and below `out`. Raises InputError for a file that cannot or must not be read."""
    refuse_special(file)
    data = load(file)
    folders = tuple(_folders(file.resolve(), out))
    known = [(folder, one) for folder in folders for one in sent.every(folder)]
    if found := _by_digest(file.name, data, known):
        return found
    if members := tuple(_members(data, known)):
        proven = all(one.verdict == "proven" for one in members)
        note = "zip 本身不是当时的那一个，里面的文件逐个核对" if proven else ""
        verdict: Verdict = "proven" if proven else "refuted"
        return Proof(file.name, sha256(data), verdict, members=members, notes=(note,) if note else ())
    released = [one for folder in folders for one in issued.every(folder)]
    own = next((one for one in released if sha256(data) in issued.digests((one,))), None)
    if own is not None:
        note = "这是印发的文件，没有报送过"
        return Proof(file.name, sha256(data), "refuted", issuance=own, notes=(note,))
    return _by_looks(file, data, out, known)


def _by_digest(name: str, data: bytes, known: Sequence[tuple[Path, Sent]]) -> Proof | None:
    digest = sha256(data)
    hits = [
        Hit(one, item, _fault(folder, one, item), workspace_of(folder))
        for folder, one in known
        for item in one.items
        if item.sha256 == digest
    ]
    if not hits:
        return None
    hits.sort(key=lambda hit: (hit.sent.counted, hit.sent.on, hit.sent.n), reverse=True)
    if hits[0].sent.counted:
        return Proof(name, digest, "proven", tuple(hits))
    note = "只打过包，当时还缺材料，没有登记为已报送"
    return Proof(name, digest, "refuted", tuple(hits), notes=(note,))


def _fault(folder: Path, one: Sent, item: Item) -> str:
    """The kept copy must still be there: the record alone could have been written by anybody."""
    try:
        sent.read_kept(folder, one, item)
    except InputError as error:
        return f"{error.where}：{error.message}"
    return ""


def _members(data: bytes, known: Sequence[tuple[Path, Sent]]) -> Iterator[Proof]:
    """Each file in a zip that is no Office file."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return
    with open_container(data) as archive:
        inside = [info for info in archive.infolist() if not info.is_dir()]
        if any(info.filename == _OFFICE for info in inside):
            return
        for info in sorted(inside, key=_called):
            content, name = read_part(archive, info.filename), _called(info)
            yield _by_digest(name, content, known) or Proof(name, sha256(content), "unknown")


def _called(info: zipfile.ZipInfo) -> str:
    """The name as it was meant: older programs write UTF-8 or GBK without saying so."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "gbk"):
        with contextlib.suppress(UnicodeDecodeError):
            return raw.decode(encoding)
    return info.filename


def _by_looks(file: Path, data: bytes, out: Path, known: Sequence[tuple[Path, Sent]]) -> Proof:
    """By the properties or the title of the file: the submission that it seems to be of, and what differs."""
    if file.suffix.lower() in (".docx", ".docm"):
        refuse_macros(file)
        refuse_classified(file)
    paper = Paper(file, data)
    try:
        in_hand = _submitted(paper, out, known) or draft_of(paper, out)
    except ReporterError as error:
        notes = ("找不到它是哪一份文件的", *(text for text in (error.message, error.hint) if text))
        return Proof(file.name, sha256(data), "unknown", notes=notes)
    filing, number = in_hand.draft.filing, in_hand.draft.number
    own = [
        (folder, one)
        for folder, one in known
        if (folder, one.filing, one.draft) == (in_hand.folder, filing, number)
    ]
    if not own:
        note = f"看来是工作文件夹“{in_hand.workspace}”里“{filing}”的第{number}稿，这份文件没有报送过"
        return Proof(
            file.name, sha256(data), "refuted", draft=number, notes=(note,), workspace=in_hand.workspace
        )
    folder, candidate = max(own, key=lambda pair: (pair[1].counted, pair[1].on, pair[1].n))
    draft = paper.draft if in_hand.found_by == "properties" else 0
    seems = Proof(
        file.name, sha256(data), "refuted", candidate=candidate, draft=draft, workspace=in_hand.workspace
    )
    return _compared(seems, file, data, (folder, in_hand.volume))


def _compared(seems: Proof, file: Path, data: bytes, place: tuple[Path, int]) -> Proof:
    """What the file says otherwise than the one of its format and volume that was sent."""
    candidate, (folder, volume) = seems.candidate, place
    assert candidate is not None
    against = _alike(candidate, file.suffix.lower(), volume)
    if against is None:
        return replace(seems, notes=(f"当时没有报送过 {file.suffix} 格式的文件，无从比较",))
    read = _READERS.get(file.suffix.lower())
    if read is None:
        note = "校验值和当时的文件不同，这种格式不能逐字比较"
        return replace(seems, against=against, notes=(note,))
    kept = sent.read_kept(folder, candidate, against)
    changes = compare(read(kept, f"{candidate.on}报送的{against.name}"), read(data, file.name))
    same = "文字和数字与报送的相同，但不是同一个文件（另存过，或只改了格式）"
    notes = (same,) if changes.same_text else ()
    return replace(seems, against=against, changes=changes, notes=notes)


def _submitted(paper: Paper, out: Path, known: Sequence[tuple[Path, Sent]]) -> InHand | None:
    """The submission whose text is nearest, as the draft that it was of; None when none has this title or filing."""
    found = []
    for folder, one in known:
        called = paper.volume_called(one.title, ((item.key, item.name) for item in one.items if item.key))
        if one.filing != paper.filing and called is None:
            continue
        draft = drafts.load(folder, one.filing, one.draft)
        if one.filing == paper.filing:
            found.append(InHand(paper, folder, draft, "properties", paper.volume_of(draft.document)))
        else:
            found.append(InHand(paper, folder, draft, "title", called or 0))
    own = [one.resolve() for one in (out, *paper.file.resolve().parents[:_UP])]
    return nearest(found, own) if found else None


def _alike(candidate: Sent, suffix: str, volume: int) -> Item | None:
    """The file of the same format and volume that left, else the one that was issued."""
    start = f"attachment{volume}." if volume else ""
    wanted = f"{start}{suffix.lstrip('.')}"
    for role in ("stripped", "issued"):
        for item in candidate.items:
            if item.role == role and item.key == wanted:
                return item
    return None


def _folders(file: Path, out: Path) -> Iterator[Path]:
    """Result folders with records, nearest first, each once."""
    below = sorted(entry for entry in out.iterdir() if entry.is_dir()) if out.is_dir() else []
    seen: set[Path] = set()
    for folder in (*file.parents[:_UP], out, *below):
        found = folder.resolve()
        if (folder / FOLDER).is_dir() and found not in seen:
            seen.add(found)
            yield found
