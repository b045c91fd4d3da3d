"""A finished .docx → what a reader sees of it: paragraphs as Word shows them, tables, rules. Elements stay empty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing

from msgspec.structs import replace

from reporter.artefacts.seen.model import Para, Place, Seen
from reporter.artefacts.seen.word.drafts import Draft, finished
from reporter.artefacts.seen.word.parts import Parts
from reporter.artefacts.seen.word.rules import afloat, hang, on_first_page
from reporter.artefacts.seen.word.sections import Section, sections
from reporter.artefacts.seen.word.story import MOST_PARAGRAPHS, Story, Word, too_long
from reporter.artefacts.seen.word.template import template_of
from reporter.artefacts.seen.word.units import Element, W, on
from reporter.artefacts.source import Source, load
from reporter.errors import InputError
from reporter.ooxml.names import REVISED

_MOST_EDGES = 32
"""Headers and footers that are kept of one template."""


def see_docx(source: Source) -> Seen:
    """Raises InputError (BadContainer) for what is no .docx, is encrypted, damaged, nested too deep or too large."""
    with closing(Parts(load(source), folded=True)) as parts:
        return seen_in(parts)


def seen_in(parts: Parts) -> Seen:
    """The same of an open file."""
    return _seen(_read(parts), parts)


def seen_with_nodes(parts: Parts) -> tuple[Seen, tuple[Element, ...]]:
    """The same with the w:p that each paragraph was read from, in the order of their numbers."""
    word = _read(parts)
    nodes = [
        word.nodes[para.number] if isinstance(para, Para) else next(para.node.iter(f"{W}p"))
        for para in word.paras
    ]
    return _seen(word, parts), tuple(nodes)


def _seen(word: Word, parts: Parts) -> Seen:
    return Seen(
        "docx",
        finished(word.paras, word.standing.looks),
        tuple(word.grids),
        strokes=on_first_page(word),
        afloat=afloat(word),
        changed=next(parts.document.iter(*REVISED), None) is not None,
        commented=next(parts.document.iter(f"{W}commentReference"), None) is not None,
        hidden=word.hidden,
        dated=word.dated,
    )


def _read(parts: Parts) -> Word:
    body = parts.document.find(f"{W}body")
    if body is None:
        raise InputError("这个 .docx 里没有正文")
    kept = sum(1 for _ in body.iter(f"{W}p")) - len(parts.plain)
    if kept + sum(map(len, parts.plain.values())) > MOST_PARAGRAPHS:
        raise too_long()
    settings = parts.first("settings")
    even = settings is not None and on(settings.find(f"{W}evenAndOddHeaders"))
    parted = sections(body, even)
    edges = tuple(_edges(parts, parted))
    template = template_of(parts, _language(settings), lambda: parts.naming((body, *(root for _, root in edges))))
    word = Word(template, parted, parts)
    Story(word, "text").read(body, "text")
    for place, root in edges:
        _read_edge(word, place, root, shared=root in parts.common)
    _notes(word, parts)
    hang(word)
    return word


def _language(settings: Element | None) -> str:
    """What the file says of its East Asian text."""
    node = settings.find(f"{W}themeFontLang") if settings is not None else None
    return (node.get(f"{W}eastAsia") or "") if node is not None else ""


def _edges(parts: Parts, parted: Sequence[Section]) -> Iterator[tuple[Place, Element]]:
    """Headers and footers that are printed, each once."""
    seen = {""}
    for section in parted:
        for identity in (*section.headers, *section.footers):
            place: Place = "header" if identity in section.headers else "footer"
            target = parts.target(identity)
            root = parts.tree(target) if target not in seen else None
            seen.add(target)
            if root is not None:
                yield place, root


def _read_edge(word: Word, place: Place, root: Element, *, shared: bool) -> None:
    """A header or footer. What another file had to the byte is kept, unless something of it depends on the file:
    counted numbers, drawn lines, new pages."""
    edges, key = word.template.edges, (root, place, word.sections[0].grid_pt)
    if key in edges:
        word.paras += [replace(para, number=at) for at, para in enumerate(edges[key], len(word.paras) + 1)]
        return
    begin, lines = len(word.paras), len(word.lines)
    Story(word, place).read(root, place)
    read = [
        one for one in word.paras[begin:] if isinstance(one, Draft) and not one.label and not one.new_page
    ]
    if shared and len(word.lines) == lines and begin + len(read) == len(word.paras):
        if len(edges) >= _MOST_EDGES:
            edges.clear()
        edges[key] = [draft.finished(0) for draft in read]


def _notes(word: Word, parts: Parts) -> None:
    """Footnotes and endnotes, without the rules between them and the text; where the text refers to none, none is
    printed."""
    for kind in ("footnote", "endnote"):
        if next(parts.document.iter(f"{W}{kind}Reference"), None) is None:
            continue
        root = parts.first(f"{kind}s")
        for note in root if root is not None else ():
            if note.get(f"{W}type", "normal") == "normal":
                Story(word, "note").read(note, "note")
