"""The parts of a file: the signed document, texts issued with it, attachments (cl. 7.3.7)."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from reporter.artefacts.seen import wording
from reporter.artefacts.seen.body import read_body
from reporter.artefacts.seen.clues import element, styled, weigh
from reporter.artefacts.seen.ends import (
    date_element,
    date_score,
    read_list,
    read_remarks,
    read_signature,
    remark_score,
    signatory_score,
)
from reporter.artefacts.seen.flow import Line, Node, Table
from reporter.artefacts.seen.headings import numbered
from reporter.artefacts.seen.model import SURE, Element, Role
from reporter.artefacts.seen.titles import title_element, title_run, title_score

_LONGEST_CLOSING = 14
"""Names and a date below 附件说明, at most."""
_REST_OF_POST = 2
"""Characters of a long 职务 that stand below the others."""
_HEI = ("黑体", "SimHei", "Hei")


class Plan(Struct):
    """Where the parts begin, as indexes of nodes; `date` is the signed document's 成文日期 with its confidence."""

    date: int | None = None
    date_confidence: float = 0.0
    issued: list[int] = field(default_factory=list)
    labels: dict[int, float] = field(default_factory=dict)


def plan(nodes: Sequence[Node], start: int, marks: Set[str]) -> Plan:
    """One pass over the nodes from `start`."""
    found = Plan()
    for at in range(start, len(nodes)):
        line = nodes[at]
        if not isinstance(line, Line) or not line.short:
            continue
        score = _label_score(nodes, at, dated=found.date is not None)
        if score >= 0.5:
            found.labels[at] = score
        elif found.labels:
            continue
        elif found.date is None and _maybe_date(line):
            confidence = date_score(nodes, at, marks)
            if confidence >= 0.5:
                found.date, found.date_confidence = at, confidence
        elif at > start and _begins_issued(nodes, at, found):
            found.issued.append(at)
    return found


def _maybe_date(line: Line) -> bool:
    return line.text[-1:] in "日号月 .0123456789０１２３４５６７８９" and len(line.text) <= 80


def _turned(nodes: Sequence[Node], at: int) -> bool:
    """Whether a new page begins with the line."""
    line, above = nodes[at], nodes[at - 1] if at else None
    if not isinstance(line, Line):
        return False
    page = 0 if above is None else (above.last if isinstance(above, Table) else above.para).page
    return line.para.looks.new_page or 0 < page < line.para.page


def _label_score(nodes: Sequence[Node], at: int, *, dated: bool) -> float:
    line = nodes[at]
    if not isinstance(line, Line) or line.text[:1] != "附":
        return 0.0
    below = nodes[at + 1] if at + 1 < len(nodes) else None
    turned = _turned(nodes, at)
    if wording.label(line.key):
        titled = isinstance(below, Line) and (below.centred or below.big) and not below.ends_sentence
        lists = isinstance(below, Line) and bool(numbered(below.text)) and not below.centred and not turned
        return weigh(
            (True, 0.35),
            (not line.bare.endswith(":"), 0.1),
            (turned or at == 0, 0.45),
            (dated, 0.35),
            (any(name in line.font for name in _HEI), 0.15),
            (titled, 0.35),
            (isinstance(below, Table), 0.3),
            (styled(line.para, "attachment_label"), 0.5),
            (lists and line.bare.endswith(":"), -0.8),
        )
    both = wording.label_with_title(line.key)
    if not both or line.ends_sentence or not (turned or dated):
        return 0.0
    if not dated and _lists_and_closes(nodes, at, both["title"]):
        return 0.0
    return weigh(
        (True, 0.2),
        (turned, 0.15),
        (line.para.looks.new_page, 0.45),
        (dated, 0.2),
        (line.centred or line.big, 0.2),
        (bool(both["nth"]), 0.25),
        (bool(numbered(both["title"])) and not line.para.looks.new_page, -0.9),
        (isinstance(below, Line) and wording.label(below.key), -0.9),
    )


def _lists_and_closes(nodes: Sequence[Node], at: int, first: str) -> bool:
    """Whether 附件说明 stands at the top of a page: its further names follow, then who signs and the date."""
    below = at + 1
    while numbered(first) and below < len(nodes) and _names_next(nodes[below]):
        below += 1
    if below - at > 1:
        return True
    closing = [node for node in nodes[below : below + _LONGEST_CLOSING] if isinstance(node, Line)]
    dates = [index for index, node in enumerate(closing) if wording.whole_date(node.key)]
    if not dates or not (dates[0] or closing[0].rightish):
        return False
    return all(_signs(node) or len(node.bare) <= _REST_OF_POST for node in closing[: dates[0]])


def _signs(line: Line) -> bool:
    return signatory_score(line, frozenset(), next_to_date=True) >= 0.5


def _names_next(node: Node) -> bool:
    return (
        isinstance(node, Line)
        and node.short
        and not node.ends_sentence
        and numbered(node.text) is not None
        and wording.list_item(node.key)
        and not node.centred
        and not node.big
    )


def _begins_issued(nodes: Sequence[Node], at: int, found: Plan) -> bool:
    """A title without 附件 above it: behind the signature, or at the top of a page."""
    line = nodes[at]
    if not isinstance(line, Line) or not (line.big or line.centred) or line.ends_sentence or line.opened:
        return False
    turned = _turned(nodes, at)
    if found.date is None and not turned:
        return False
    run = title_run(nodes, at)
    score = title_score(run, below_head=False, before=None)
    below = nodes[at + len(run) : at + len(run) + 3]
    above_table = any(isinstance(node, Table) for node in below)
    if found.date is not None and not found.issued:
        return score >= 0.5
    return turned and line.big and not above_table and score >= 0.7


def read_parts(nodes: Sequence[Node], start: int, marks: Set[str], *, minutes: bool) -> list[Element]:
    """Everything below the recipients."""
    found = plan(nodes, start, marks)
    first_label = min(found.labels, default=len(nodes))
    bounds = [*found.issued, first_label]
    elements = _signed(nodes, start, bounds[0], found, marks, minutes)
    for nth, (begin, end) in enumerate(pairwise(bounds), 1):
        elements += _titled(nodes, begin, end, -nth, "title")
    labels = sorted(found.labels)
    for nth, (begin, end) in enumerate(pairwise([*labels, len(nodes)]), 1):
        elements += _attachment(nodes, begin, end, nth, found.labels[begin])
    return elements


def _signed(
    nodes: Sequence[Node], start: int, stop: int, found: Plan, marks: Set[str], minutes: bool
) -> list[Element]:
    """The text of the signed document and what closes it."""
    elements: list[Element] = []
    closing, rest = stop, stop
    if found.date is not None and found.date < stop:
        names, closing = read_signature(nodes, found.date, start, marks)
        line = nodes[found.date]
        assert isinstance(line, Line)
        elements += [*names, date_element(line, found.date_confidence)]
        remarks, rest = read_remarks(nodes, found.date + 1)
        elements += remarks
    else:
        names, closing, rest = _undated(nodes, start, stop, marks)
        elements += names
    elements += _text_and_list(nodes, start, closing, 0, minutes=minutes)
    elements += _behind(nodes, min(rest, stop), stop)
    return elements


def _undated(nodes: Sequence[Node], start: int, stop: int, marks: Set[str]) -> tuple[list[Element], int, int]:
    """Names at the end without a date, below which only remarks may stand."""
    end = stop
    remarks: list[Element] = []
    while (
        end > start
        and isinstance(line := nodes[end - 1], Line)
        and remark_score(line, below_date=True) >= 0.6
    ):
        remarks.insert(0, element("remark", line.para, remark_score(line, below_date=True)))
        end -= 1
    names: list[Element] = []
    top = end
    while top > start and isinstance(line := nodes[top - 1], Line):
        score = signatory_score(line, marks)
        if score < SURE or line.flush:
            break
        names.insert(0, element("signatory", line.para, score))
        top -= 1
    if not names:
        return [], stop, stop
    return [*names, *remarks], top, stop


def _text_and_list(
    nodes: Sequence[Node], start: int, stop: int, part: int, *, minutes: bool = False
) -> list[Element]:
    """Text, 附件说明 in it, and a remark for the public that stands too high."""
    for at in range(start, stop):
        line = nodes[at]
        if isinstance(line, Line) and line.text[:1] == "附":
            listed, end = read_list(nodes, at, stop)
            if listed:
                text = read_body(nodes, start, at, part, minutes=minutes)
                below = read_body(nodes, end, stop, part, minutes=minutes)
                return [
                    *_remarks_within(text),
                    *(replace(e, part=part) for e in listed),
                    *_remarks_within(below),
                ]
    return _remarks_within(read_body(nodes, start, stop, part, minutes=minutes))


def _remarks_within(elements: Sequence[Element]) -> list[Element]:
    return [
        replace(e, role="remark", confidence=0.7)
        if e.role == "body" and not e.label and e.text.lstrip("（( ").startswith("此件") and len(e.text) <= 30
        else e
        for e in elements
    ]


def _behind(nodes: Sequence[Node], start: int, stop: int) -> list[Element]:
    """Lines between the date and the next part: 附件说明 that stands too low, otherwise unknown."""
    elements: list[Element] = []
    at = start
    while at < stop:
        line = nodes[at]
        if isinstance(line, Line):
            listed, end = read_list(nodes, at, stop)
            if listed:
                elements += listed
                at = end
                continue
            elements.append(element("other", line.para, 0.5))
        at += 1
    return elements


def _titled(nodes: Sequence[Node], begin: int, end: int, part: int, role: Role) -> list[Element]:
    """A part that begins with its title."""
    run = title_run(nodes, begin)[: end - begin]
    score = title_score(run, below_head=True, before=None)
    if score < 0.4:
        return _text_and_list(nodes, begin, end, part)
    return [title_element(role, run, score, part), *_text_and_list(nodes, begin + len(run), end, part)]


def _attachment(nodes: Sequence[Node], begin: int, end: int, part: int, confidence: float) -> list[Element]:
    line = nodes[begin]
    assert isinstance(line, Line)
    both = None if wording.label(line.key) else wording.label_with_title(line.key)
    if both:
        label = line.text[: both.start("title")].strip()
        title = line.text[both.start("title") :]
        head = [
            element("attachment_label", line.para, confidence, label, part),
            element("attachment_title", line.para, confidence, title, part),
        ]
        return [*head, *_text_and_list(nodes, begin + 1, end, part)]
    return [
        element("attachment_label", line.para, confidence, part=part),
        *_titled(nodes, begin + 1, end, part, "attachment_title"),
    ]
