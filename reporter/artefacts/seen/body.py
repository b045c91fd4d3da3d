"""The text of one part: headings, prose, titles of tables, lines of forms, who came to a meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from reporter.artefacts.seen import wording
from reporter.artefacts.seen.clues import element, styled, weigh
from reporter.artefacts.seen.flow import Line, Node, Table
from reporter.artefacts.seen.headings import Numbered, numbered, read_heading, unnumbered_heading
from reporter.artefacts.seen.model import Element

_CLOSINGS = {
    "特专": "此(?:通知|通报|报告|请示|公告|通告|函复|函告|函达|批复|证明|说明|致函|复函)",
    "此": "[复令]",
    "妥当可": "否,?请(?:批示|批复|审批)",
    "以": "上(?:请示|意见)(?:妥否|当否)?,?请(?:批示|批复|审批)",
}
"""How documents end, without the mark that belongs there: the first sign and what follows it."""
_CLOSING = re.compile("|".join(f"[{begins}]{rest}" for begins, rest in _CLOSINGS.items()))
_CLOSING_BEGINS = "".join(_CLOSINGS)
_NOTES = ("说明", "注", "备注")
_NOTE = re.compile(rf"(?:{'|'.join(_NOTES)})\s*:")
_NOTE_BEGINS = "".join(word[0] for word in _NOTES)


def read_body(nodes: Sequence[Node], start: int, stop: int, part: int, *, minutes: bool) -> list[Element]:
    """One or two elements a line from `start` to `stop`; tables of data give none."""
    found: list[Element] = []
    counted: dict[int, Numbered] = {}
    attending, tabled = False, Table in map(type, nodes)
    for at in range(start, stop):
        line = nodes[at]
        if not isinstance(line, Line):
            continue
        attending = minutes and (wording.attendance(line.key) or (attending and _more_names(line)))
        if attending:
            score = weigh(
                (True, 0.7), (wording.attendance(line.key), 0.2), (styled(line.para, "attendance"), 0.5)
            )
            found.append(element("attendance", line.para, score, part=part))
            continue
        found += (tabled and _beside_table(nodes, at, part)) or _text(line, part, counted)
    return found


def _more_names(line: Line) -> bool:
    return line.set_in >= 3 and not line.text.endswith("。") and numbered(line.text) is None


def _beside_table(nodes: Sequence[Node], at: int, part: int) -> list[Element]:
    """The title of a table, and the lines above and below it."""
    line = nodes[at]
    assert isinstance(line, Line)
    note = line.text[0] in _NOTE_BEGINS and _NOTE.match(line.key)
    if note and (_is_table(nodes, at - 1) or _is_table(nodes, at - 2)):
        return [element("other", line.para, 0.7, part=part)]
    if not line.short or line.text[-1:] in "。；":
        return []
    distance = next((step for step in (1, 2, 3) if _is_table(nodes, at + step)), 0)
    if not distance and not _is_table(nodes, at - 1) and not _is_table(nodes, at - 2):
        return []
    if distance and all(_sheet_line(node) for node in nodes[at + 1 : at + distance]):
        score = _table_title_score(line, distance)
        if score >= 0.5:
            return [element("table_title", line.para, score, part=part)]
    if not _sheet_line(line):
        return []
    found = numbered(line.text)
    heading = found is not None and found.level <= 2 and found.form >= 0.8
    return [] if heading else [element("other", line.para, 0.7, part=part)]


def _table_title_score(line: Line, distance: int) -> float:
    """Confidence that the line is the title of the table `distance` nodes below."""
    if wording.sheet_line(line.key) or line.text[-1:] in "：:":
        return 0.0
    named = line.key.startswith("表")
    apart = (line.font, line.para.main.bold) != (line.body.font, line.body.bold)
    return weigh(
        (line.centred, 0.5),
        (distance == 1, 0.3),
        (apart, 0.35),
        (wording.text_end(line.key), 0.2),
        (line.big, 0.2),
        (named, 0.4),
        (styled(line.para, "table_title"), 0.5),
        (numbered(line.text) is not None, -0.7),
        (not line.centred and not named and not apart, -0.3),
    )


def _is_table(nodes: Sequence[Node], at: int) -> bool:
    return 0 <= at < len(nodes) and isinstance(nodes[at], Table)


def _sheet_line(node: Node) -> bool:
    if not isinstance(node, Line) or not node.short:
        return False
    return wording.sheet_line(node.key) or "\t" in node.text or styled(node.para, "other")


def _text(line: Line, part: int, counted: dict[int, Numbered]) -> list[Element]:
    if wording.contents_line(line.text):
        return [element("other", line.para, 0.7, part=part)]
    found = numbered(line.text)
    if found is None:
        heading = unnumbered_heading(line, part)
    elif heading := read_heading(line, part, found, counted.get(found.level)):
        counted[found.level] = replace(found, item=heading[0].role == "body")
        for deeper in range(found.level + 1, 6):
            counted.pop(deeper, None)
    if heading:
        return heading
    tiny = len(line.text) <= wording.LONGEST_PAGE_NUMBER
    if tiny and wording.page_number(line.key) and any(c.isdigit() for c in line.bare) and not line.bare.isdigit():
        return [element("page_number", line.para, 0.7)]
    prose = (
        line.ends_sentence
        or line.text[-1:] in "：:）)"
        or len(line.text) > 40
        or wording.sentence_marks(line.key)
    )
    return [element("body", line.para, _prose_score(line, prose), part=part)]


def _prose_score(line: Line, prose: bool) -> float:
    closing = line.text[0] in _CLOSING_BEGINS and bool(_CLOSING.fullmatch(line.bare))
    return _weighed(
        prose,
        1.5 <= line.set_in <= 2.5,
        styled(line.para, "body"),
        not (prose and len(line.text) > 20) and (line.centred or line.rightish),
        line.big,
        _addresses(line),
        closing,
        not prose and not closing and len(line.text) < 12,
    )


@cache
def _weighed(*seen: bool) -> float:
    """Most paragraphs of a text show the same."""
    return weigh((True, 0.35), *zip(seen, (0.5, 0.3, 0.5, -0.5, -0.4, -0.3, 0.5, -0.4), strict=True))


def _addresses(line: Line) -> bool:
    """Ends as recipients do, which were not where they belong."""
    text = line.text
    return text[-1] in "：:" and len(text) <= 60 and line.set_in < 1 and wording.agencies(line.key[:-1])
