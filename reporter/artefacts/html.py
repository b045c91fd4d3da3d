"""A finished .html → its texts in reading order. What is marked `data-aside` is no text of the document."""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser

from msgspec import Struct

from reporter.artefacts.source import Source, load
from reporter.errors import InputError

ASIDE = "data-aside"
"""Attribute of elements whose text the page adds: marks of blanks and notes, names of files, skip links."""
_VOID = frozenset({"br", "wbr", "meta", "link", "hr", "img", "input", "col", "base"})
_INLINE = frozenset({"a", "span", "strong", "sup", "time", "br", "wbr"})
_SILENT = frozenset({"style", "script", "head"})


class HtmlFacts(Struct, frozen=True):
    """`texts` are blocks: paragraphs, headings, items, cells; `title` that of the window."""

    title: str
    texts: tuple[str, ...]


def read_html(source: Source) -> HtmlFacts:
    """Raises InputError for what is no UTF-8 text or no page."""
    try:
        text = load(source).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("网页不是 UTF-8 编码", "请重新生成") from error
    reader = _Reader()
    reader.feed(text)
    reader.close()
    if "html" not in reader.seen:
        raise InputError("这不是网页", "请重新生成")
    return HtmlFacts(reader.title.strip(), tuple(reader.texts()))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.seen: set[str] = set()
        self._open: list[tuple[str, bool]] = []
        self._blocks: list[list[str]] = [[]]

    def texts(self) -> list[str]:
        """Blocks with text, their white space as one blank."""
        return [text for block in self._blocks if (text := " ".join("".join(block).split()))]

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self._part(tag)
        if tag not in _VOID:
            self._open.append((tag, tag in _SILENT or any(name == ASIDE for name, _ in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)
        places = [place for place, (name, _) in enumerate(self._open) if name == tag]
        if places:
            del self._open[places[-1] :]

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] == "title":
            self.title += data
        if not any(aside for _, aside in self._open):
            self._blocks[-1].append(data)

    def _part(self, tag: str) -> None:
        if tag not in _INLINE:
            self._blocks.append([])
