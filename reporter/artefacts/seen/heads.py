"""版头: everything above the title (GB/T 9704-2012 cl. 7.2)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from reporter.artefacts.seen import wording
from reporter.artefacts.seen.clues import element, styled, weigh
from reporter.artefacts.seen.flow import Line, Node
from reporter.artefacts.seen.model import SURE, Element, Para
from reporter.text import half_width

_REACH = 45
"""How many lines a head may have: eleven names, signers, one line for each other element."""
_LARGE = 24
"""Points of a mark, at least, where its colour does not tell."""
_GAP = re.compile(r"\t|\n|[ \u3000\u00a0]{2,}")
_BLANK = re.compile(r"\s+")
_MARK_END = ("文件", "命令", "令", "纪要", "公告", "通告", "简报")
_COUNTED = ("令", "纪要", "公告", "通告", "简报")
"""Marks below which a mere 第3号 or 第12期 stands."""


class Head(Struct):
    """Elements of the head, and how many nodes it takes."""

    elements: list[Element] = field(default_factory=list)
    length: int = 0
    unknown: list[Line] = field(default_factory=list)
    """Lines between its elements that are none of them."""

    def sure(self, role: str) -> Element | None:
        return next((e for e in self.elements if e.role == role and e.confidence >= SURE), None)


def read_head(nodes: Sequence[Node], marks: Sequence[Element] = ()) -> Head:
    """The head ends with the last line that surely belongs to it, above the first line of text; `marks` are those
    found elsewhere."""
    lines = _above_text(nodes)
    found = [_simple(line) for line in lines]
    numbers = [
        at for at, elements in enumerate(found) if any(e.role in ("number", "signer") for e in elements)
    ]
    last_number = numbers[-1] if numbers else -1
    head = Head(list(marks))
    waiting: list[Line] = []
    for at, line in enumerate(lines):
        elements = found[at] or _by_position(line, at, last_number, head)
        if not elements:
            waiting.append(line)
            continue
        head.unknown += waiting
        waiting = []
        head.elements += elements
        head.length = at + 1
    belongs = _with_mark if head.sure("mark") or head.sure("number") else _alone
    head.elements = [belongs(one) for one in head.elements]
    return head


def _with_mark(one: Element) -> Element:
    """What belongs to a mark is surer beside one."""
    expected = one.role in ("number", "copy_number")
    return replace(one, confidence=weigh((True, one.confidence), (True, 0.3))) if expected else one


def _alone(one: Element) -> Element:
    """Digits without a head below them may be anything."""
    return replace(one, confidence=min(one.confidence, 0.5)) if one.role == "copy_number" else one


def _above_text(nodes: Sequence[Node]) -> list[Line]:
    lines: list[Line] = []
    for node in nodes[:_REACH]:
        if not isinstance(node, Line) or _is_text(node):
            break
        lines.append(node)
    return lines


def _is_text(line: Line) -> bool:
    """A line of prose, a heading, or what can only stand below the title."""
    if line.opened in ("ends", "imprint"):
        return True
    if (line.text[-1:] in "。；" and not wording.number(line.key)) or len(line.text) > (160 if line.centred else 90):
        return True
    return wording.label(line.key) or wording.attachment_list(line.key) or line.key[:2] in ("一、", "二、")


def _simple(line: Line) -> list[Element]:
    """What a line is by its words alone."""
    if not line.short:
        return []
    special = _marks_of_secrecy(line)
    if special:
        return special
    signer = wording.signer_at(line.key)
    if signer >= 0:
        return _number_and_signer(line, signer)
    if line.red and line.size >= 24:
        return []
    return _number(line)


def _marks_of_secrecy(line: Line) -> list[Element]:
    """份号, 密级 and 紧急程度, each on its own line or side by side."""
    if len(line.bare) > 30:
        return []
    whole = _one_of_secrecy(line, line.bare, line.text)
    if whole:
        return [whole]
    words = line.text.split()
    found = [
        _one_of_secrecy(line, _BLANK.sub("", key), word)
        for key, word in zip(line.key.split(), words, strict=False)
    ]
    return [one for one in found if one] if words and all(found) else []


def _one_of_secrecy(line: Line, bare: str, text: str) -> Element | None:
    if wording.classification(bare):
        return element("classification", line.para, 0.9, text)
    if wording.urgency(bare):
        return element("urgency", line.para, 0.9 if len(bare) > 1 else 0.65, text)
    if wording.copy_number(bare):
        sure = weigh(
            (True, 0.45), (len(bare) == 6, 0.3), (line.flush, 0.2), (styled(line.para, "copy_number"), 0.5)
        )
        return element("copy_number", line.para, sure, text)
    return None


def _number_and_signer(line: Line, at: int) -> list[Element]:
    before, after = line.text[:at].strip(), line.text[at:].strip()
    found = []
    if before:
        score = wording.number(line.key[:at])
        if score < 0.4:
            return []
        found.append(element("number", line.para, weigh((True, score), (True, 0.4)), before))
    named = bool(re.sub(r"^签\s*发\s*人?\s*[:：]?", "", after).strip())
    found.append(element("signer", line.para, 0.9 if named else 0.75, after))
    return found


def _number(line: Line) -> list[Element]:
    pieces = [piece for piece in _GAP.split(line.text) if piece.strip()]
    beside = _beside_number(line, pieces) if len(pieces) > 1 else []
    if beside:
        return beside
    score = _number_score(line, line.key)
    if score >= 0.5:
        return [element("number", line.para, score)]
    if len(pieces) < 2 or not wording.names_only(half_width(" ".join(pieces[1:]))):
        return []
    score = _number_score(line, half_width(pieces[0]))
    if score < 0.5:
        return []
    names = line.text[line.text.find(pieces[1], len(pieces[0])) :]
    return [element("number", line.para, score, pieces[0]), element("signer", line.para, 0.65, names)]


def _beside_number(line: Line, pieces: Sequence[str]) -> list[Element]:
    """密级 or 紧急程度 at the left and 发文字号 at the right, as on a letter."""
    left = [_one_of_secrecy(line, _BLANK.sub("", half_width(piece)), piece) for piece in pieces[:-1]]
    score = _number_score(line, half_width(pieces[-1])) if all(left) else 0.0
    if score < 0.5:
        return []
    return [*(one for one in left if one), element("number", line.para, score, pieces[-1])]


def _number_score(line: Line, key: str) -> float:
    score = wording.number(key)
    if not score:
        return 0.0
    return weigh((True, score), (line.centred or line.rightish, 0.15), (styled(line.para, "number"), 0.5))


def _by_position(line: Line, at: int, last_number: int, head: Head) -> list[Element]:
    """The mark, and names of further signers."""
    signed = head.sure("signer")
    if signed and not line.red and not line.big and wording.names_only(line.key):
        score = weigh(
            (True, 0.5), (at <= last_number + 1, 0.2), (line.rightish, 0.3), (bool(line.opened), 0.3)
        )
        return [element("signer", line.para, score)]
    if styled(line.para, "title") or (at > last_number >= 0 and head.sure("mark")):
        return []  # below the 发文字号 stands the title, whatever its colour
    score = mark_score(line, above=at < last_number)
    if score >= 0.5:
        return [element("mark", line.para, score)]
    order = any(e.role == "mark" and e.text.endswith(_COUNTED) for e in head.elements)
    if order and wording.nth_number(line.key):
        return [element("number", line.para, weigh((True, 0.6), (line.centred, 0.3)))]
    return []


def mark_score(line: Line, *, above: bool) -> float:
    """Confidence that the line is (part of) the 发文机关标志; `above` when a 发文字号 stands below it."""
    bare = line.bare
    if not line.short or line.ends_sentence or wording.sentence_marks(bare) or wording.whole_date(line.key):
        return 0.0
    if not wording.hanzi(bare):
        return 0.0
    named = wording.agency(line.key) or bare.endswith(_MARK_END) or bare == "文件"
    topic = "关于" in bare and not bare.endswith("文件")
    large = line.size >= line.body_size * 1.5
    return weigh(
        (line.red and (large or line.size == 0), 0.6),
        (line.red and not large, 0.4),
        (bare.endswith("文件"), 0.5),
        (bare.endswith(_COUNTED), 0.3),
        (wording.agency(line.key), 0.3),
        (large, 0.3),
        (line.size >= 26, 0.2),
        (styled(line.para, "mark"), 0.5),
        (line.centred, 0.1),
        (above, 0.3),
        (line.opened == "head", 0.2),
        (topic, -0.8),
        (not named and not line.red, -0.7),
        (not (above or line.red or bare.endswith(_MARK_END) or styled(line.para, "mark")), -0.5),
        (not line.big and not line.red and not bare.endswith("文件"), -0.5),
    )


def head_in_headers(paras: Sequence[Para]) -> list[Element]:
    """A mark that stands in the first page's header, as letters often have it, and what else of a head is there;
    `paras` are those of headers and footers."""
    lines = [Line(para) for para in paras if para.place == "header"]
    marks = [
        element("mark", line.para, score)
        for line in lines
        if (line.red or line.size >= _LARGE) and (score := mark_score(line, above=True)) >= SURE
    ]
    if not marks:
        return []
    known = {mark.para.number for mark in marks}
    return marks + [one for line in lines if line.para.number not in known for one in _simple(line)]
