"""Names of annotated copies: one for each file, though files of several folders may be called the same."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

MARK = "（批注）"


def copy_names(files: Sequence[Path]) -> dict[Path, str]:
    """`通知.docx` → `通知（批注）.docx`; the second of a name `通知（批注2）.docx`."""
    counts: dict[str, int] = {}
    found = {}
    for file in files:
        key = file.stem.casefold()
        counts[key] = counts.get(key, 0) + 1
        mark = MARK if counts[key] == 1 else MARK.replace("）", f"{counts[key]}）")
        found[file] = f"{file.stem}{mark}.docx"
    return found
