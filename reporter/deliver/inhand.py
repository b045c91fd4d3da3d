"""A file in hand: which draft of which filing it was made of (design 4.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from reporter.artefacts.source import load
from reporter.deliver import drafts, manifest
from reporter.deliver.drafts import Draft
from reporter.deliver.likeness import Wording
from reporter.deliver.paper import Paper
from reporter.deliver.writing import sha256
from reporter.document.volumes import Volume, split_key
from reporter.errors import InputError, UnknownName
from reporter.text import did_you_mean

_UP = 3
"""Folders above the file in which a manifest is looked for."""
_LATEST = 8
"""Drafts of a filing whose wording is compared."""
FoundBy = Literal["sha256", "properties", "title"]


class InHand(Struct, frozen=True):
    """The draft behind a file. Only `found_by == "sha256"` promises that nothing in the file was changed."""

    paper: Paper
    folder: Path
    draft: Draft
    found_by: FoundBy
    volume: int = 0
    """Number of the attachment that the file is, 0 for the document itself."""

    @property
    def workspace(self) -> str:
        """What the workspace is called that the draft was made from."""
        return workspace_of(self.folder)


def find_draft(file: Path, *results: Path) -> InHand:
    """Looks near the file, then below `results`: by SHA-256, by the file's own properties, by its title.

    Several counties have papers of the same title: the draft whose unit, 发文字号 and wording are nearest is taken.
    Raises InputError when there is no manifest, the file is not one of ours, or several drafts fit equally.
    """
    return draft_of(Paper(file, load(file)), *results)


def draft_of(paper: Paper, *results: Path) -> InHand:
    """The same for a file that was opened already."""
    file = paper.file
    folders = list(dict.fromkeys(_folders(file.resolve(), results)))
    if not folders:
        hint = "请在生成时的文件夹里运行，或用 --out 指出结果文件夹（里面有 manifest.json）"
        raise InputError("在文件附近找不到生成记录 manifest.json", hint, str(file))
    if exact := _by_digest(paper, folders):
        return exact
    own = [one.resolve() for one in (*results, *file.resolve().parents[:_UP])]
    strangers: list[InHand] = []
    for finder in (_by_properties, _by_title):
        found = list(finder(paper, folders))
        if found:
            if chosen := nearest(found, own):
                return _its_draft(chosen) if chosen.found_by == "title" else chosen
            strangers += found
    if strangers:
        raise UnknownName("这个文件不是这些存档的单位发的", _elsewhere(strangers), str(file))
    titles = [entry.title for folder in folders for entry in _entries(folder)]
    raise UnknownName(
        "这个文件不是由 reporter 生成的，或生成记录已经没有了", did_you_mean(file.stem, titles), str(file)
    )


def workspace_of(folder: Path) -> str:
    """What the workspace of an output folder is called."""
    known = manifest.read(folder)
    return known.workspace if known else folder.name


def nearest(found: Sequence[InHand], own: Sequence[Path]) -> InHand | None:
    """The candidate (all of one file) whose draft the file's text is nearest to; among equals one in a folder of
    `own`, earlier ones first. None when none of their units is named in it. Raises InputError for several equals."""
    wording = Wording(found[0].paper.text)
    if wording.empty:
        best = list(found)
    else:
        looked = [(wording.likeness(one.draft.document, one.volume), one) for one in found]
        looked = [pair for pair in looked if pair[0].named or pair[1].volume]
        top = max((likeness for likeness, _ in looked), default=None)
        best = [one for likeness, one in looked if likeness == top]
    if len({(one.folder, one.draft.filing) for one in best}) > 1:
        home = next((folder for folder in own if any(one.folder == folder for one in best)), None)
        best = [one for one in best if one.folder == home] or best
    if len({(one.folder, one.draft.filing) for one in best}) > 1:
        raise InputError(f"有{len(best)}份存档和这个文件一样像", _elsewhere(best), str(found[0].paper.file))
    return max(best, key=lambda one: one.draft.number, default=None)


def _elsewhere(found: Sequence[InHand]) -> str:
    told = "、".join(
        dict.fromkeys(f"“{one.workspace}”的 {one.draft.filing}（{one.folder}）" for one in found)
    )
    return f"标题相同的有：{told}；用 --out 指出这个文件的结果文件夹，例：--out {found[0].folder}"


def _its_draft(in_hand: InHand) -> InHand:
    """The same with that one of the filing's last drafts that the text is nearest to, the newest of equals."""
    wording = Wording(in_hand.paper.text)
    numbers = drafts.numbers(in_hand.folder, in_hand.draft.filing)[-_LATEST:]
    if wording.empty or len(numbers) < 2:
        return in_hand
    kept = [drafts.load(in_hand.folder, in_hand.draft.filing, number) for number in numbers]
    best = max(kept, key=lambda one: (wording.likeness(one.document, in_hand.volume), one.number))
    return replace(in_hand, draft=best)


def pdf_beside(in_hand: InHand, volume: Volume) -> bytes | None:
    """The delivered PDF of a volume of the same draft, as long as it lies there unchanged."""
    file = _delivered(in_hand).get(volume.key("pdf"))
    if file is None or not (in_hand.folder / file.path).is_file():
        return None
    data = (in_hand.folder / file.path).read_bytes()
    return data if sha256(data) == file.sha256 else None


def name_of(in_hand: InHand, volume: Volume) -> str:
    """The name of a delivered file of that volume, the PDF if there is one; empty when there is none."""
    files = _delivered(in_hand)
    keys = sorted(key for key in files if split_key(key)[0] == volume.number)
    key = volume.key("pdf") if volume.key("pdf") in files else next(iter(keys), "")
    return Path(files[key].path).name if key else ""


def _delivered(in_hand: InHand) -> Mapping[str, manifest.FileEntry]:
    """The files of the same draft."""
    known = manifest.read(in_hand.folder)
    entry = known.filing(in_hand.draft.filing) if known else None
    return entry.files if entry and entry.draft == in_hand.draft.number else {}


def _folders(file: Path, results: Sequence[Path]) -> Iterator[Path]:
    """Output folders, nearest first."""
    below = (folder for one in results for folder in (one, *_below(one)))
    for folder in (*file.parents[:_UP], *below):
        if (folder / manifest.FILE).is_file():
            yield folder.resolve()


def _below(results: Path) -> list[Path]:
    return sorted(entry for entry in results.iterdir() if entry.is_dir()) if results.is_dir() else []


def _entries(folder: Path) -> tuple[manifest.FilingEntry, ...]:
    known = manifest.read(folder)
    return known.filings if known else ()


def _by_digest(paper: Paper, folders: Iterable[Path]) -> InHand | None:
    digest = sha256(paper.data)
    for folder in folders:
        known = manifest.read(folder)
        hit = known.file_with(digest) if known else None
        if hit is not None:
            draft = drafts.load(folder, hit[0].id, hit[0].draft)
            return InHand(paper, folder, draft, "sha256", split_key(hit[1])[0])
    return None


def _by_properties(paper: Paper, folders: Iterable[Path]) -> Iterator[InHand]:
    """A DOCX says itself which filing and draft it is; without a kept draft of that number the newest one counts."""
    for folder in folders:
        kept = drafts.numbers(folder, paper.filing) if paper.filing else ()
        if kept:
            wanted = paper.draft if paper.draft in kept else kept[-1]
            draft = drafts.load(folder, paper.filing, wanted)
            yield InHand(paper, folder, draft, "properties", paper.volume_of(draft.document))


def _by_title(paper: Paper, folders: Iterable[Path]) -> Iterator[InHand]:
    """By the title in the file, else by the file's name without our marks; the newest draft."""
    for folder in folders:
        for entry in _entries(folder):
            files = ((key, one.path) for key, one in entry.files.items())
            volume = paper.volume_called(entry.title, files)
            if volume is not None:
                draft = drafts.load(folder, entry.id, entry.draft)
                yield InHand(paper, folder, draft, "title", volume)
