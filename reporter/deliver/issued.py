"""OUT/.reporter/<filing>/issued/<n>/: what was issued, kept for good: the Document, its files and the record.

record.json is written last: an issuance without it was interrupted and does not count. withdrawn.json beside it says
that the filing went back; the number stays used.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct, field, to_builtins

from reporter.canonical import spread
from reporter.deliver.drafts import FOLDER, folder_name, whole_folders
from reporter.deliver.writing import flush_folders, sha256, write_all_changed, write_changed
from reporter.document import archive
from reporter.document.model import Document
from reporter.errors import InputError
from reporter.records.filing import Filing

SCHEMA = "reporter/issued-1"
PLACE = "issued"
_RECORD, _DOCUMENT, _WITHDRAWN = "record.json", "document.json", "withdrawn.json"
FINAL, REVIEW = "定稿", "送审稿"


class Frozen(Struct, frozen=True):
    """One kept file: its name as delivered, its SHA-256 and, of a PDF, its pages (0: not counted)."""

    name: str
    sha256: str
    pages: int = 0


class Settings(Struct, frozen=True):
    """What `issue` fills in; None leaves what filings.yaml says."""

    number: str | None = None
    doc_date: date | None = None
    print_date: date | None = None
    signer: str | None = None

    def on(self, filing: Filing) -> Filing:
        """The filing with them, as 定稿."""
        given = {
            "number": self.number,
            "doc_date": self.doc_date,
            "print_date": self.print_date,
            "signer": self.signer,
        }
        known = {name: value for name, value in given.items() if value is not None}
        return filing.changed(**known, state=FINAL)


class Issuance(Struct, frozen=True):
    """One filing as it was issued. `approved` is the draft that was approved, `draft` the one that it became.

    `number` is 发文字号 as printed (empty for a document without one), `signer` who signed it off, `date` 成文日期.
    """

    filing: str
    n: int
    draft: int
    approved: int
    title: str
    number: str
    date: str
    signer: str
    settings: Settings
    files: Mapping[str, Frozen] = field(default_factory=dict)
    by: str = ""
    on: str = ""
    withdrawn: str = ""
    """Why it went back; empty while it is in force."""


def record(
    out: Path, issuance: Issuance, document: Document, files: Mapping[str, bytes], engine: str
) -> None:
    """Keeps files and Document, then the record. Raises WriteError; what was kept before is never touched."""
    folder = folder_of(out, issuance.filing, issuance.n)
    kept = [(folder / issuance.files[key].name, data) for key, data in files.items()]
    write_all_changed([*kept, (folder / _DOCUMENT, archive.dumps(document).encode())])
    flush_folders(folder)
    write_changed(folder / _RECORD, spread({"schema": SCHEMA, "engine": engine, **_plain(issuance)}))
    flush_folders(folder)


def withdraw(out: Path, issuance: Issuance, reason: str, by: str, on: date) -> None:
    """The filing goes back to 送审稿; files and record stay."""
    data = {"schema": SCHEMA, "reason": reason, "by": by, "on": on.isoformat()}
    write_changed(folder_of(out, issuance.filing, issuance.n) / _WITHDRAWN, spread(data))


def in_force(out: Path, filing: str) -> Issuance | None:
    """The last issuance of a filing, None when there is none or it was withdrawn. InputError: damaged."""
    last = next(reversed(list(_of(out / FOLDER / folder_name(filing)))), None)
    return None if last is None or last.withdrawn else last


def every(out: Path) -> tuple[Issuance, ...]:
    """Every issuance below an output folder, withdrawn ones too, by filing and in the order of their making."""
    base = out / FOLDER
    if not base.is_dir():
        return ()
    return tuple(one for folder in sorted(base.iterdir()) if folder.is_dir() for one in _of(folder))


def all_in_force(out: Path) -> dict[str, Issuance]:
    """Filing → its issuance, of those that have one in force."""
    last = {one.filing: one for one in every(out)}
    return {name: one for name, one in last.items() if not one.withdrawn}


def next_number(out: Path, filing: str) -> int:
    """The n of the next issuance: an interrupted one is written over."""
    return max((one.n for one in _of(out / FOLDER / folder_name(filing))), default=0) + 1


def document_text(out: Path, issuance: Issuance) -> str:
    """The archive text of the issued Document."""
    try:
        return (folder_of(out, issuance.filing, issuance.n) / _DOCUMENT).read_text(encoding="utf-8")
    except (OSError, ValueError):
        raise _damaged(folder_of(out, issuance.filing, issuance.n)) from None


def files_of(out: Path, issuance: Issuance) -> dict[str, bytes]:
    """The issued files by key; raises InputError when one is missing or is not what was issued."""
    folder = folder_of(out, issuance.filing, issuance.n)
    found = {}
    for key, one in issuance.files.items():
        try:
            found[key] = (folder / one.name).read_bytes()
        except OSError:
            raise _damaged(folder / one.name) from None
        if sha256(found[key]) != one.sha256:
            raise _damaged(folder / one.name)
    return found


def digests(issuances: Iterable[Issuance]) -> frozenset[str]:
    """SHA-256 of all issued files: none of them may be overwritten."""
    return frozenset(file.sha256 for one in issuances for file in one.files.values())


def folder_of(out: Path, filing: str, n: int) -> Path:
    return out / FOLDER / folder_name(filing) / PLACE / str(n)


def _of(folder: Path) -> Iterator[Issuance]:
    """Complete issuances of one filing, oldest first."""
    return map(_read, whole_folders(folder / PLACE, _RECORD))


def _read(folder: Path) -> Issuance:
    try:
        data = json.loads((folder / _RECORD).read_text(encoding="utf-8"))
        settings = data["settings"]
        days = {name: _day(settings.get(name)) for name in ("doc_date", "print_date")}
        back = folder / _WITHDRAWN
        return Issuance(
            filing=data["filing"], n=int(folder.name), draft=data["draft"], approved=data["approved"],
            title=data["title"], number=data["number"], date=data["date"], signer=data["signer"],
            settings=Settings(number=settings.get("number"), signer=settings.get("signer"), **days),
            files={key: Frozen(**one) for key, one in data["files"].items()},
            by=data["by"], on=data["on"],
            withdrawn=str(json.loads(back.read_text(encoding="utf-8"))["reason"]) if back.is_file() else "",
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError):
        raise _damaged(folder / _RECORD) from None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _plain(issuance: Issuance) -> dict[str, Any]:
    data: dict[str, Any] = to_builtins(issuance)
    del data["n"], data["withdrawn"]
    return data


def _damaged(path: Path) -> InputError:
    hint = "请从备份恢复 .reporter 文件夹；里面是印发的文件和记录，不要改动"
    return InputError("印发的存档不见了或有人改过", hint, str(path))
