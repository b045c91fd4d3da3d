"""OUT/.reporter/<filing>/submitted/<n>/: what was sent, kept for good: every file, what it was made of, who and when.

record.json is written last: a folder without it is one that was interrupted and does not count.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from reporter.canonical import spread
from reporter.deliver.drafts import FOLDER, folder_name, whole_folders
from reporter.deliver.writing import flush_folders, sha256, write_all_changed, write_changed
from reporter.errors import InputError

SCHEMA = "reporter/submitted-1"
PLACE = "submitted"
_RECORD = "record.json"
Role = Literal["issued", "stripped", "scan", "list", "message", "entry", "package"]
ROLES: Mapping[Role, str] = {
    "issued": "印发的文件",
    "stripped": "对外的可编辑版",
    "scan": "盖章扫描件",
    "list": "报送清单",
    "message": "报送说明",
    "entry": "系统录入表",
    "package": "报送包",
}
"""What a kept file is."""


class Item(Struct, frozen=True):
    """One kept file. `name` is what it is called outside, `kept` its path in the folder of the submission; `key` is the
    format that it is of (docx, attachment1.pdf), `pages` those of a PDF."""

    role: Role
    name: str
    kept: str
    sha256: str
    key: str = ""
    pages: int = 0


class Sent(Struct, frozen=True):
    """One submission. `issuance` is the n of what was issued; `missing` is what was asked for and not there,
    `findings` are dicts as a Finding gives them, `inputs` relative path → SHA-256 of what the text was made from."""

    filing: str
    n: int
    issuance: int
    draft: int
    title: str
    number: str
    date: str
    obligation: str
    deliverable: str
    period: str
    to: str
    by: str
    on: str
    media: tuple[str, ...]
    copies: int
    items: tuple[Item, ...] = ()
    missing: tuple[str, ...] = ()
    findings: tuple[Mapping[str, Any], ...] = ()
    inputs: Mapping[str, str] | None = None
    unkept: tuple[str, ...] = ()
    """Inputs that were others by then, so that only their digest is on record."""
    counted: bool = True
    """It was sent; False: packed, while something was missing."""

    def of(self, *roles: Role) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.role in roles)


def record(out: Path, sent: Sent, files: Mapping[str, bytes], engine: str) -> None:
    """Keeps `files` (by `Item.kept` and whatever else belongs to it), then the record. Raises WriteError."""
    folder = folder_of(out, sent)
    write_all_changed([(folder / name, data) for name, data in files.items()])
    flush_folders(*sorted({(folder / name).parent for name in files}))
    write_changed(folder / _RECORD, spread({"schema": SCHEMA, "engine": engine, **_plain(sent)}))
    flush_folders(folder)


def numbered(out: Path, sent: Sent) -> Sent:
    """The same with its n: that of an equal one on record (a doubled call), else the next."""
    known = of_filing(out, sent.filing)
    equal = next((one.n for one in known if replace(one, n=0) == replace(sent, n=0)), 0)
    return replace(sent, n=equal or max((one.n for one in known), default=0) + 1)


def of_filing(out: Path, filing: str) -> tuple[Sent, ...]:
    """All submissions of a filing, oldest first. Raises InputError for a damaged record."""
    return tuple(_of(out / FOLDER / folder_name(filing)))


def every(out: Path) -> tuple[Sent, ...]:
    """All submissions below an output folder, by filing."""
    base = out / FOLDER
    if not base.is_dir():
        return ()
    return tuple(one for folder in sorted(base.iterdir()) if folder.is_dir() for one in _of(folder))


def read_kept(out: Path, sent: Sent, item: Item) -> bytes:
    """A kept file; raises InputError when it is gone or is not what was kept."""
    path = folder_of(out, sent) / item.kept
    try:
        data = path.read_bytes()
    except OSError:
        raise _damaged(path) from None
    if sha256(data) != item.sha256:
        raise _damaged(path)
    return data


def folder_of(out: Path, sent: Sent) -> Path:
    return out / FOLDER / folder_name(sent.filing) / PLACE / str(sent.n)


def digests(found: Iterable[Sent]) -> frozenset[str]:
    """SHA-256 of everything that was ever packed: what is ours to write over in the folders for sending."""
    return frozenset(item.sha256 for one in found for item in one.items)


def _of(folder: Path) -> Iterator[Sent]:
    return map(_read, whole_folders(folder / PLACE, _RECORD))


def _read(folder: Path) -> Sent:
    try:
        data = json.loads((folder / _RECORD).read_text(encoding="utf-8"))
        del data["schema"], data["engine"]
        items = tuple(Item(**item) for item in data.pop("items"))
        lists: dict[str, Any] = {
            name: tuple(data.pop(name)) for name in ("media", "missing", "findings", "unkept")
        }
        return Sent(n=int(folder.name), items=items, **lists, **data)
    except (OSError, ValueError, KeyError, TypeError):
        raise _damaged(folder / _RECORD) from None


def _plain(sent: Sent) -> dict[str, Any]:
    data: dict[str, Any] = to_builtins(sent)
    del data["n"]
    return data


def _damaged(path: Path) -> InputError:
    hint = "请从备份恢复 .reporter 文件夹；里面是报送的文件和记录，不要改动"
    return InputError("报送的存档不见了或有人改过", hint, str(path))
