"""manifest.json: what was made from what. Sorted, deterministic, without a clock."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Raw, Struct, field
from msgspec.structs import replace

from reporter.canonical import compact, spread
from reporter.errors import InputError
from reporter.once import once

SCHEMA = "reporter/manifest-1"
FILE = "manifest.json"


class FileEntry(Struct, frozen=True):
    """A delivered file: its path relative to the manifest with `/`, and its SHA-256."""

    path: str
    sha256: str


class FilingEntry(Struct, frozen=True, dict=True):
    """One filing. `findings` are dicts as a Finding gives them, `blanks` the names of what the clerk still
    fills in, `inputs` relative input path → SHA-256, `draft` the number of the kept draft."""

    id: str
    kind: str
    title: str
    state: str
    files: Mapping[str, FileEntry] = field(default_factory=dict)
    blanks: tuple[str, ...] = ()
    blank_places: Mapping[str, str] = field(default_factory=dict)
    """Name of a blank → where the clerk fills it in."""
    findings: tuple[Mapping[str, Any], ...] = ()
    warnings: tuple[str, ...] = ()
    inputs: Mapping[str, str] = field(default_factory=dict)
    draft: int = 0
    header: str = ""
    """How 版头 is printed: full, none or reserved; empty for a document that has none."""
    left_out: tuple[str, ...] = ()
    """What a version for publication does not say, as `place：what`, without values."""

    @once
    def raw(self) -> Raw:
        """Itself as it stands in the file, which is written many times while thousands are made."""
        return Raw(compact(self.as_dict()))

    def as_dict(self) -> dict[str, Any]:
        files = {
            name: {"path": file.path, "sha256": file.sha256} for name, file in sorted(self.files.items())
        }
        left_out = {"left_out": list(self.left_out)} if self.left_out else {}
        return left_out | {
            "id": self.id,
            "kind": self.kind,
            "title": self.title,
            "state": self.state,
            "files": files,
            "blanks": list(self.blanks),
            "blank_places": dict(sorted(self.blank_places.items())),
            "findings": [dict(finding) for finding in self.findings],
            "warnings": list(self.warnings),
            "inputs": dict(sorted(self.inputs.items())),
            "draft": self.draft,
            "header": self.header,
        }


class Manifest(Struct, frozen=True, dict=True):
    """What lies in one output folder. `fonts` says which fonts the PDF was made with: ours or the machine's."""

    workspace: str
    engine: str
    fonts: str
    filings: tuple[FilingEntry, ...] = ()
    findings: tuple[Mapping[str, Any], ...] = ()
    """About the set as a whole, e.g. one figure with two values."""
    superseded: Mapping[str, str] = field(default_factory=dict)
    """Files that we delivered earlier and that no filing names any more, by path: still ours to overwrite."""
    faces: tuple[Mapping[str, str], ...] = ()
    """The machine's own fonts in the PDF: role, name, file, version and SHA-256."""
    public: bool = False
    """Whether these are the versions for publication."""
    announced: tuple[str, ...] = ()
    """SHA-256 of files that were about to be written: a build that was killed had not yet said what they are."""

    def as_dict(self) -> dict[str, Any]:
        own: dict[str, Any] = {"faces": [dict(face) for face in self.faces]} if self.faces else {}
        own |= {"public": True} if self.public else {}
        own |= {"announced": list(self.announced)} if self.announced else {}
        return own | {
            "schema": SCHEMA,
            "workspace": self.workspace,
            "engine": self.engine,
            "fonts": self.fonts,
            "filings": [filing.raw for filing in sorted(self.filings, key=lambda entry: entry.id)],
            "findings": [dict(finding) for finding in self.findings],
            "superseded": dict(sorted(self.superseded.items())),
        }

    def delivered(self) -> Mapping[str, str]:
        """Relative path → SHA-256 of every file that a filing names."""
        return {file.path: file.sha256 for filing in self.filings for file in filing.files.values()}

    def digests(self) -> frozenset[str]:
        """SHA-256 of everything that we delivered: what is ours to overwrite."""
        return frozenset((*self.delivered().values(), *self.superseded.values(), *self.announced))

    def filing(self, filing_id: str) -> FilingEntry | None:
        return self._by_id.get(filing_id)

    @once
    def _by_id(self) -> Mapping[str, FilingEntry]:
        return {entry.id: entry for entry in self.filings}

    def file_with(self, sha256: str) -> tuple[FilingEntry, str] | None:
        """The filing and format of a file in hand, by its digest."""
        for entry in self.filings:
            for name, file in sorted(entry.files.items()):
                if file.sha256 == sha256:
                    return entry, name
        return None


def merged(old: Manifest | None, new: Manifest, *, known: Iterable[str], folder: Path) -> Manifest:
    """`new` over `old`: its filings replace theirs, others stay as long as the workspace still has them
    (`known`, whose order they keep). Files of other formats stay, too, while they lie in `folder` and were made of
    the same draft; and what a killed build announced, until every filing was made again."""
    order = {filing_id: place for place, filing_id in enumerate(known)}
    made = {entry.id for entry in new.filings}
    kept = {filing_id for filing_id in order if filing_id not in made}
    entries = [entry for entry in old.filings if entry.id in kept] if old else []
    made_now = [_with_current(entry, old, new, folder) for entry in new.filings]
    filings = tuple(
        sorted([*entries, *made_now], key=lambda entry: (order.get(entry.id, len(order)), entry.id))
    )
    announced = old.announced if old and not order.keys() <= made else ()
    result = replace(new, filings=filings, superseded={}, announced=announced)
    if old is None:
        return result
    named = result.delivered()
    earlier = {**old.superseded, **old.delivered()}
    superseded = {path: digest for path, digest in earlier.items() if path not in named}
    return replace(result, superseded=superseded)


def _with_current(entry: FilingEntry, old: Manifest | None, new: Manifest, folder: Path) -> FilingEntry:
    """The entry with those files of the last build that say the same as the new ones."""
    before = old.filing(entry.id) if old else None
    if old is None or before is None or before.draft != entry.draft:
        return entry
    if (old.engine, old.fonts, old.faces) != (new.engine, new.fonts, new.faces):
        return entry
    current = {
        name: file
        for name, file in before.files.items()
        if name in entry.files or (folder / file.path).is_file()
    }
    return replace(entry, files={**current, **entry.files})


def read(folder: Path) -> Manifest | None:
    """The manifest of an output folder, None when there is none; raises InputError for a damaged one."""
    path = folder / FILE
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data.get("schema") != SCHEMA:
            raise InputError(
                "manifest.json 由更新的版本生成",
                "请用同一版本的 reporter，或用 --out 换一个文件夹",
                str(path),
            )
        return Manifest(
            data["workspace"],
            data["engine"],
            data["fonts"],
            tuple(_entry(entry) for entry in data["filings"]),
            tuple(data.get("findings", ())),
            {path: digest for path, digest in data.get("superseded", {}).items() if (folder / path).exists()},
            tuple(data.get("faces", ())),
            bool(data.get("public", False)),
            tuple(data.get("announced", ())),
        )
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        hint = "请把它移走后重新生成；移走后，已有的文件会当作手工改过的文件保留"
        raise InputError("manifest.json 已损坏", hint, str(path)) from error


def _entry(data: Mapping[str, Any]) -> FilingEntry:
    files = {name: FileEntry(file["path"], file["sha256"]) for name, file in data["files"].items()}
    return FilingEntry(
        id=data["id"],
        kind=data["kind"],
        title=data["title"],
        state=data["state"],
        files=files,
        blanks=tuple(data["blanks"]),
        blank_places=data.get("blank_places", {}),
        findings=tuple(data["findings"]),
        warnings=tuple(data["warnings"]),
        inputs=data["inputs"],
        draft=data["draft"],
        header=data.get("header", ""),
        left_out=tuple(data.get("left_out", ())),
    )


def as_file(folder: Path, manifest: Manifest) -> tuple[Path, bytes]:
    """Its place and what is written there."""
    return folder / FILE, spread(manifest.as_dict())
