"""Who tracked changes and who wrote comments in a file; both stay in it, and are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing

from reporter.artefacts.seen.word.parts import Parts
from reporter.artefacts.seen.word.units import Element, W
from reporter.ooxml.comments import visible_text
from reporter.pull.model import Remark, Revision
from reporter.text import clipped

_IN, _OUT = (f"{W}ins", f"{W}moveTo"), (f"{W}del", f"{W}moveFrom")
_AUTHOR, _ID = f"{W}author", f"{W}id"
_P, _T = f"{W}p", f"{W}t"
_NOBODY = "未署名"
_QUOTE = 24


def reviewers(data: bytes) -> tuple[tuple[Revision, ...], tuple[Remark, ...]]:
    """Tracked changes by author, and the comments in order. Raises InputError for what is no .docx."""
    with closing(Parts(data)) as parts:
        return tuple(_revisions(parts.document)), tuple(_remarks(parts))


def _revisions(document: Element) -> Iterator[Revision]:
    inserted, deleted = _by_author(document, _IN), _by_author(document, _OUT)
    for author in sorted({*inserted, *deleted}):
        yield Revision(author, inserted[author], deleted[author])


def _by_author(document: Element, tags: tuple[str, ...]) -> Counter[str]:
    return Counter(node.get(_AUTHOR) or _NOBODY for node in document.iter(*tags))


def _remarks(parts: Parts) -> Iterator[Remark]:
    root = parts.first("comments")
    if root is None:
        return
    anchors = _anchors(parts.document)
    for node in root.iter(f"{W}comment"):
        text = "\n".join(visible_text(paragraph) for paragraph in node.iter(_P)).strip()
        yield Remark(node.get(_AUTHOR) or _NOBODY, text, anchors.get(node.get(_ID) or "", ""))


def _anchors(document: Element) -> dict[str, str]:
    """Id of a comment → the words that it is about."""
    open_: dict[str, list[str]] = {}
    found: dict[str, str] = {}
    for node in document.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", _T):
        identity = node.get(_ID) or ""
        if node.tag == _T:
            for texts in open_.values():
                texts.append(node.text or "")
        elif node.tag == f"{W}commentRangeStart":
            open_[identity] = []
        elif identity in open_:
            text = "".join(open_.pop(identity))
            found[identity] = clipped(text, _QUOTE)
    return found
