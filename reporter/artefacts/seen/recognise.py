"""Which paragraph is which element of a 公文, on files of any maker.

The file is walked once from top to bottom: head, title, recipients, text, closing lines, then issued texts and
attachments; 版记 is taken out first, wherever it stands. A line gets a role by several clues together (its words,
its place, size, colour, alignment, neighbours, the name of its style), never by one guess; the clues add up to the
element's confidence (`clues.weigh`). Files that are mostly a table keep their title and are otherwise left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from msgspec.structs import replace

from reporter.artefacts.seen import wording
from reporter.artefacts.seen.clues import element, weigh
from reporter.artefacts.seen.ends import read_imprint
from reporter.artefacts.seen.faces import direction_of, face_of
from reporter.artefacts.seen.flow import Line, Node, flow
from reporter.artefacts.seen.heads import Head, head_in_headers, read_head
from reporter.artefacts.seen.model import SURE, Element, Para, Seen
from reporter.artefacts.seen.parts import read_parts
from reporter.artefacts.seen.titles import read_recipients, title_element, title_run, title_score
from reporter.text import half_width

_LINES_ABOVE_TITLE = 4


def recognise(seen: Seen) -> Seen:
    """The file with its elements in the order of their paragraphs, its face and direction."""
    nodes = flow(seen)
    edges = [
        para for para in seen.paras if para.cell is None and para.text and para.place in ("header", "footer")
    ]
    head = read_head(nodes, head_in_headers(edges))
    imprint = read_imprint(nodes, head.length)
    rest = [node for at, node in enumerate(nodes) if at >= head.length and at not in imprint]
    opening, start = _opening(rest, head)
    face = face_of(seen, opening)
    minutes = face == "minutes" or any(e.role == "title" and e.text.endswith("纪要") for e in opening)
    if minutes and (made := _made(rest, start)):
        opening.append(made)
        start += 1
    found = [*opening, *read_parts(rest, start, _agencies(opening), minutes=minutes)]
    found += [one for elements in imprint.values() for one in elements]
    found += _furniture(edges, {e.para.number for e in head.elements})
    elements = tuple(sorted(found, key=lambda one: one.para.number))
    return replace(seen, elements=elements, face=face, direction=direction_of(face, elements))


def _made(rest: Sequence[Node], at: int) -> Element | None:
    """安和县民政局办公室　　2026年7月15日 above the text of minutes: who made them and when, and no signature."""
    line = rest[at] if at < len(rest) else None
    made = isinstance(line, Line) and line.short and wording.date_at_end(line.key)
    return element("other", line.para, 0.5) if isinstance(line, Line) and made else None


def _opening(rest: Sequence[Node], head: Head) -> tuple[list[Element], int]:
    """Head, title and recipients, and where the text begins."""
    below_head = bool(head.elements)
    title, start, above = _title(rest, below_head)
    if not title:
        within = _title_within(head)
        title, head.unknown = within, [line for line in head.unknown if not _of(line, within)]
    numbers, start = _number_below(rest, start) if title and not head.sure("number") else ([], start)
    recipients, start = read_recipients(rest, start)
    if not title and not below_head:
        recipients = [replace(e, confidence=min(e.confidence, SURE - 0.1)) for e in recipients]
    unknown = [element("other", line.para, 0.5) for line in [*head.unknown, *above]]
    return [*head.elements, *unknown, *title, *numbers, *recipients], start


def _title(rest: Sequence[Node], below_head: bool) -> tuple[list[Element], int, list[Line]]:
    """The title, where the next line is, and lines that stand above it."""
    above: list[Line] = []
    for at in range(min(_LINES_ABOVE_TITLE, len(rest))):
        line = rest[at]
        if not isinstance(line, Line) or wording.label(line.key) or not line.short:
            break
        run = title_run(rest, at)
        end = at + len(run)
        score = title_score(
            run, below_head=below_head and at == 0, before=rest[end] if end < len(rest) else None
        )
        if score >= 0.5:
            return [title_element("title", run, score)], end, above
        if line.ends_sentence or line.text[-1:] in "：:":
            break
        above.append(line)
    return [], 0, []


def _number_below(rest: Sequence[Node], at: int) -> tuple[list[Element], int]:
    """A 发文字号 under the title, as announcements have it."""
    line = rest[at] if at < len(rest) else None
    if not isinstance(line, Line) or not line.short:
        return [], at
    placed = line.centred or line.rightish
    score = weigh(
        (wording.nth_number(line.key) and placed, 0.5),
        (True, wording.number(line.bare.strip("()"))),
        (line.centred, 0.3),
        (not placed, 0.1),
    )
    return ([element("number", line.para, score)], at + 1) if score >= SURE else ([], at)


def _title_within(head: Head) -> list[Element]:
    """A title above its 发文字号, as announcements have it."""
    for at in range(len(head.unknown)):
        run = title_run(head.unknown, at)
        score = title_score(run, below_head=True, before=None)
        if score >= SURE:
            return [title_element("title", run, score)]
    return []


def _of(line: Line, elements: Sequence[Element]) -> bool:
    return any(line.para in one.paras for one in elements)


def _agencies(opening: Sequence[Element]) -> frozenset[str]:
    """Names in the mark, without what is not a name."""
    names: set[str] = set()
    for one in opening:
        if one.role == "mark" and one.confidence >= SURE:
            lines = [re.sub(r"\s+", "", half_width(line)) for line in one.text.split("\n")]
            names |= {re.sub(r"(?:文件|命令|令)$", "", line) for line in lines} - {""}
    return frozenset(names)


def _furniture(paras: Sequence[Para], known: Set[int]) -> list[Element]:
    """Page numbers and states in headers and footers, which `paras` are;
    `known` are numbers of paragraphs that are something else."""
    found: list[Element] = []
    for para in paras:
        if para.number in known:
            continue
        key = half_width(para.text)
        if wording.page_number(key):
            found.append(element("page_number", para, 0.9 if para.place == "footer" else 0.75))
        elif wording.state(key):
            found.append(element("state", para, 0.85))
        else:
            found.append(element("other", para, 0.5))
    return found
