"""What stood beside an issued filing as （印发后改动） goes once the filing itself says that again."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path

from reporter.deliver.manifest import Manifest
from reporter.deliver.names import LATER_MARK, later_stem
from reporter.deliver.writing import sha256


def laid_beside(before: Manifest | None) -> Mapping[str, str]:
    """Relative path → SHA-256 of the files that we laid beside issued filings earlier."""
    ours = {**before.superseded, **before.delivered()} if before else {}
    return {name: digest for name, digest in sorted(ours.items()) if LATER_MARK in name}


def remove_later(folder: Path, beside: Mapping[str, str], now: Manifest, stem: str) -> tuple[str, ...]:
    """Removes those files `beside` the filing called `stem`, unless somebody edited them; their names.

    Each is a kept draft, so nothing is lost. A file that is open stays until the next time.
    """
    if not beside or stem.endswith(LATER_MARK):
        return ()
    named, start = now.delivered(), later_stem(stem)
    gone = []
    for name, digest in beside.items():
        path = folder / name
        if not name.startswith(start) or name in named or not path.is_file():
            continue
        if sha256(path.read_bytes()) == digest:
            with contextlib.suppress(PermissionError):
                path.unlink()
                gone.append(name)
    return tuple(gone)
