"""A file in hand: which draft of which filing it was made of (design 4.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from reporter.artefacts.docx import read_docx
from reporter.artefacts.html import read_html
from reporter.artefacts.pdf import read_pdf
from reporter.artefacts.source import load
from reporter.deliver import drafts, manifest
from reporter.deliver.drafts import Draft
from reporter.deliver.names import FIGURES_MARK, NEW_MARK
from reporter.deliver.writing import sha256
from reporter.document.volumes import SECTION, Volume, split_key, volumes
from reporter.errors import InputError, UnknownName
from reporter.text import did_you_mean, key_of

_UP = 3
"""Folders above the file in which a manifest is looked for."""
FoundBy = Literal["sha256", "properties", "title"]


@dataclass(frozen=True, slots=True)
class InHand:
    """The draft behind a file. Only `found_by == "sha256"` promises that nothing in the file was changed."""

    file: Path
    data: bytes
    folder: Path
    draft: Draft
    found_by: FoundBy
    volume: int = 0
    """Number of the attachment that the file is, 0 for the document itself."""


def find_draft(file: Path, results: Path) -> InHand:
    """Looks near the file, then below `results`: by SHA-256, by the file's own properties, by its title.

    Raises InputError when there is no manifest or the file is not one of ours.
    """
    data = load(file)
    folders = list(dict.fromkeys(_folders(file.resolve(), results)))
    if not folders:
        hint = "请在生成时的文件夹里运行，或用 --out 指出结果文件夹（里面有 manifest.json）"
        raise InputError("在文件附近找不到生成记录 manifest.json", hint, str(file))
    for finder in (_by_digest, _by_properties, _by_title):
        found = finder(file, data, folders)
        if found is not None:
            return found
    titles = [entry.title for folder in folders for entry in _entries(folder)]
    raise UnknownName(
        "这个文件不是由 reporter 生成的，或生成记录已经没有了", did_you_mean(file.stem, titles), str(file)
    )


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


def text_of(in_hand: InHand) -> str:
    """Everything that stands in the file itself, whatever the draft says; empty for formats without a reader."""
    match in_hand.file.suffix.lower():
        case ".docx":
            found = read_docx(in_hand.data)
            tables = (text for table in found.tables for row in table.rows for text in row)
            texts = (paragraph.text for paragraph in found.paragraphs)
            return "\n".join((*texts, *tables, *found.headers, *found.footers, *found.notes))
        case ".pdf":
            return "\n".join(line for page in read_pdf(in_hand.data).pages for line in page.lines)
        case ".html":
            return "\n".join(read_html(in_hand.data).texts)
    return ""


def _folders(file: Path, results: Path) -> Iterator[Path]:
    """Output folders, nearest first."""
    for folder in (*file.parents[:_UP], results, *_below(results)):
        if (folder / manifest.FILE).is_file():
            yield folder.resolve()


def _below(results: Path) -> list[Path]:
    return sorted(entry for entry in results.iterdir() if entry.is_dir()) if results.is_dir() else []


def _entries(folder: Path) -> tuple[manifest.FilingEntry, ...]:
    known = manifest.read(folder)
    return known.filings if known else ()


def _by_digest(file: Path, data: bytes, folders: Iterable[Path]) -> InHand | None:
    digest = sha256(data)
    for folder in folders:
        known = manifest.read(folder)
        hit = known.file_with(digest) if known else None
        if hit is not None:
            draft = drafts.load(folder, hit[0].id, hit[0].draft)
            return InHand(file, data, folder, draft, "sha256", split_key(hit[1])[0])
    return None


def _by_properties(file: Path, data: bytes, folders: Iterable[Path]) -> InHand | None:
    """A DOCX says itself which filing and draft it is; without a kept draft of that number the newest one counts."""
    if file.suffix.lower() != ".docx":
        return None
    properties = read_docx(data).properties
    filing, _, label = properties.get("filing", "").partition(SECTION)
    number = properties.get("draft", "")
    for folder in folders:
        kept = drafts.numbers(folder, filing) if filing else ()
        if kept:
            wanted = int(number) if number.isdecimal() and int(number) in kept else kept[-1]
            draft = drafts.load(folder, filing, wanted)
            volume = next((one.number for one in volumes(draft.document) if one.label == label), 0)
            return InHand(file, data, folder, draft, "properties", volume)
    return None


def _by_title(file: Path, data: bytes, folders: Iterable[Path]) -> InHand | None:
    """By the title in the file, else by the file's name without our marks; the newest draft."""
    stem = file.stem.replace(NEW_MARK, "").replace(FIGURES_MARK, "")
    wanted = {key_of(title) for title in (_title(file, data), stem) if title}
    for folder in folders:
        for entry in _entries(folder):
            stems = {key_of(Path(one.path).stem): split_key(key)[0] for key, one in entry.files.items()}
            stems |= {key_of(entry.title): 0}
            if known := sorted(wanted & stems.keys()):
                draft = drafts.load(folder, entry.id, entry.draft)
                return InHand(file, data, folder, draft, "title", stems[known[0]])
    return None


def _title(file: Path, data: bytes) -> str:
    match file.suffix.lower():
        case ".docx":
            return read_docx(data).title
        case ".pdf":
            return read_pdf(data).metadata.get("Title", "")
        case ".html":
            return read_html(data).title
    return ""
