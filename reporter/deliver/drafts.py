"""Every draft is kept: OUT/.reporter/<filing>/<n>/{document,facts,inputs}.json.

A new n is made whenever the Document or a printed fact changed, so that `diff` can compare n with n−1 and a
file in hand can always be explained from the draft it was made of.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from reporter.canonical import line
from reporter.deliver.writing import write_all_changed
from reporter.document import archive
from reporter.document.model import Document
from reporter.document.volumes import split_key
from reporter.errors import InputError
from reporter.intake.folder import RESULTS
from reporter.ooxml.custom import stamped

FOLDER = RESULTS
DOCUMENT = "document.json"
"""Comes last: a draft without it is one that was interrupted and does not count."""
FACTS_SCHEMA = "reporter/facts-1"
INPUTS_SCHEMA = "reporter/inputs-1"

FactData = Mapping[str, Mapping[str, Any]]
"""Address → the fact as `Fact.as_dict()` gives it."""


class Draft(Struct, frozen=True):
    """A kept draft. `inputs` is relative path → SHA-256 of what it was made from."""

    filing: str
    number: int
    document: Document
    facts: FactData
    inputs: Mapping[str, str]


def marked(key: str, data: bytes, number: int) -> bytes:
    """A file that says which draft it is, where its format can: a DOCX in its properties."""
    return stamped(data, {"draft": str(number)}) if split_key(key)[1] == "docx" else data


def keep(out: Path, document: Document, facts: FactData, inputs: Mapping[str, str]) -> int:
    """The number of the draft that is written, see `planned`. Raises WriteError."""
    number, files = planned(out, document, facts, inputs)
    write_all_changed(files)
    return number


def planned(
    out: Path, document: Document, facts: FactData, inputs: Mapping[str, str]
) -> tuple[int, list[tuple[Path, bytes]]]:
    """The number of the draft that holds this Document with these printed facts, the last one or a new one, and its
    files in the order in which they must be written.

    Where only cells moved, the last draft is rewritten in place, so that coordinates stay true.
    """
    last = latest(out, document.filing)
    text = archive.dumps(document)
    fact_bytes = _json("facts", facts, FACTS_SCHEMA)
    input_bytes = _json("inputs", inputs, INPUTS_SCHEMA)
    number = last
    if not last or not _same(_folder(out, document.filing, last), text, facts):
        number = last + 1
    folder = _folder(out, document.filing, number)
    contents = (("facts.json", fact_bytes), ("inputs.json", input_bytes), (DOCUMENT, text.encode()))
    return number, [(folder / name, content) for name, content in contents]


def latest(out: Path, filing: str) -> int:
    """The number of the newest complete draft, 0 when there is none."""
    return max(numbers(out, filing), default=0)


def numbers(out: Path, filing: str) -> tuple[int, ...]:
    """Numbers of all complete drafts of a filing, oldest first."""
    folder = out / FOLDER / folder_name(filing)
    if not folder.is_dir():
        return ()
    found = (entry.name for entry in folder.iterdir() if (entry / DOCUMENT).is_file())
    return tuple(sorted(int(name) for name in found if name.isdecimal()))


def filings(out: Path) -> tuple[str, ...]:
    """Ids of the filings that have complete drafts, in the order of their folders; raises InputError for damage."""
    base = out / FOLDER
    found = []
    for entry in sorted(base.iterdir()) if base.is_dir() else ():
        if number := latest(out, entry.name):
            document = _folder(out, entry.name, number) / DOCUMENT
            try:
                found.append(archive.filing_of(document.read_text(encoding="utf-8")))
            except UnicodeDecodeError as error:
                raise _damaged(entry.name, number, document.parent) from error
    return tuple(found)


def load(out: Path, filing: str, number: int = 0) -> Draft:
    """Draft `number` (0: the newest); raises InputError when it is not there or damaged."""
    number = number or latest(out, filing)
    folder = _folder(out, filing, number)
    try:
        document = archive.loads((folder / DOCUMENT).read_text(encoding="utf-8"))
        facts = json.loads((folder / "facts.json").read_text(encoding="utf-8"))["facts"]
        inputs = json.loads((folder / "inputs.json").read_text(encoding="utf-8"))["inputs"]
    except FileNotFoundError:
        known = "、".join(map(str, numbers(out, filing)))
        message = f"没有“{filing}”的第 {number} 稿存档" if number else f"“{filing}”还没有存档"
        hint = f"现有：{known}" if known else "请先运行 reporter build"
        raise InputError(message, hint, str(folder if number else out)) from None
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(filing, number, folder) from error
    return Draft(filing, number, document, facts, inputs)


def _damaged(filing: str, number: int, folder: Path) -> InputError:
    return InputError(f"“{filing}”的第 {number} 稿存档已损坏", "请重新运行 reporter build", str(folder))


def whole_folders(base: Path, record: str) -> Iterator[Path]:
    """Folders 1, 2, … of `base` that hold the file `record`, so that they are whole; in their order."""
    if base.is_dir():
        names = [
            entry.name for entry in base.iterdir() if entry.name.isdecimal() and (entry / record).is_file()
        ]
        yield from (base / name for name in sorted(names, key=int))


def folder_name(filing: str) -> str:
    """The filing id as a folder name: signs that no file system likes become `_`."""
    return "".join(c if c.isalnum() or c in "@+-_." else "_" for c in filing)


def _folder(out: Path, filing: str, number: int) -> Path:
    return out / FOLDER / folder_name(filing) / str(number)


def _same(folder: Path, document: str, facts: FactData) -> bool:
    """Whether that draft has this Document and prints the same; where the figures lie in Excel does not
    matter."""
    try:
        if (folder / DOCUMENT).read_text(encoding="utf-8") != document:
            return False
        old = json.loads((folder / "facts.json").read_text(encoding="utf-8"))["facts"]
        return _printed(old) == _printed(facts)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _printed(facts: FactData) -> dict[str, tuple[Any, ...]]:
    return {address: (fact.get("text"), fact.get("measure")) for address, fact in facts.items()}


def _json(name: str, items: Mapping[str, Any], schema: str) -> bytes:
    """One item a line, written piece by piece: the figures of long lists are megabytes."""
    written = io.BytesIO()
    written.write(f'{{"{name}": {{'.encode())
    for place, key in enumerate(sorted(items)):
        written.write(f"{',' if place else ''}\n {line(key)}: {line(items[key])}".encode())
    written.write(f'\n}}, "schema": {line(schema)}}}\n'.encode())
    return written.getvalue()

