"""A file in hand and what it says of itself: its title, its text, the filing and draft that it was made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from msgspec import Struct, field

from reporter.artefacts.docx import read_docx
from reporter.artefacts.html import read_html
from reporter.artefacts.pdf import read_pdf
from reporter.deliver.names import FIGURES_MARK, NEW_MARK
from reporter.document.model import Document
from reporter.document.volumes import SECTION, split_key, volumes
from reporter.text import key_of


class _Content(Struct, frozen=True):
    """Empty for formats without a reader."""

    title: str = ""
    text: str = ""
    properties: Mapping[str, str] = field(default_factory=dict)


class Paper:
    """A file; it is read when it is first asked, once. Raises InputError then for one that cannot be read."""

    def __init__(self, file: Path, data: bytes) -> None:
        self.file, self.data = file, data

    @property
    def suffix(self) -> str:
        """In small letters, with its dot."""
        return self.file.suffix.lower()

    @property
    def text(self) -> str:
        """Everything that stands in the file itself; empty for formats without a reader."""
        return self._content.text

    @property
    def filing(self) -> str:
        """The filing that a DOCX says it is of; empty for any other file."""
        return self._properties.get("filing", "").partition(SECTION)[0]

    @property
    def draft(self) -> int:
        """The draft that a DOCX says it is, else 0."""
        number = self._properties.get("draft", "")
        return int(number) if number.isdecimal() else 0

    def volume_of(self, document: Document) -> int:
        """Number of the volume of `document` that the file says it is, 0 for the document itself."""
        _, _, label = self._properties.get("filing", "").partition(SECTION)
        return next((one.number for one in volumes(document) if one.label == label), 0)

    def volume_called(self, title: str, files: Iterable[tuple[str, str]]) -> int | None:
        """Number of the volume that is called as this file is: `title` is that of the document, `files` are keys and
        names of its volumes. None where nothing is called so."""
        numbers = {key_of(Path(name).stem): split_key(key)[0] for key, name in files} | {key_of(title): 0}
        stem = self.file.stem.replace(NEW_MARK, "").replace(FIGURES_MARK, "")
        own = {key_of(name) for name in (self._content.title, stem) if name}
        return next((numbers[name] for name in sorted(own & numbers.keys())), None)

    @property
    def _properties(self) -> Mapping[str, str]:
        return self._content.properties if self.suffix == ".docx" else {}

    @cached_property
    def _content(self) -> _Content:
        match self.suffix:
            case ".docx":
                found = read_docx(self.data)
                tables = (text for table in found.tables for row in table.rows for text in row)
                texts = (paragraph.text for paragraph in found.paragraphs)
                whole = "\n".join((*texts, *tables, *found.headers, *found.footers, *found.notes))
                return _Content(found.title, whole, found.properties)
            case ".pdf":
                printed = read_pdf(self.data)
                lines = (line for page in printed.pages for line in page.lines)
                return _Content(printed.metadata.get("Title", ""), "\n".join(lines))
            case ".html":
                shown = read_html(self.data)
                return _Content(shown.title, "\n".join(shown.texts))
        return _Content()
