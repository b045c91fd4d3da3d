"""What closes a document: 附件说明, 署名, 成文日期, 附注 (cl. 7.3.4–7.3.6), and 版记 (cl. 7.4)."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from reporter.artefacts.seen import wording
from reporter.artefacts.seen.clues import element, styled, weigh
from reporter.artefacts.seen.flow import Line, Node
from reporter.artefacts.seen.headings import numbered
from reporter.artefacts.seen.model import Element
from reporter.text import half_width

_LONGEST_SIGNATURE = 16
_SEALS = ("(盖章)", "(印章)", "(公章)", "(加盖公章)", "(单位盖章)")
_PRINT_ENDS = wording.PRINTED_ENDS + "日号月0123456789０１２３４５６７８９"
_FIRST_ITEM = re.compile(r"(?:1|一)\s*[.、,]|\((?:1|一)\)")
_GAP = re.compile(r"\t|\n|[ \u3000\u00a0]{2,}")


def date_score(nodes: Sequence[Node], at: int, marks: Set[str]) -> float:
    """Confidence that the line at `at` is (or ends in) the 成文日期; `marks` are the agencies of the mark."""
    line = nodes[at]
    if not isinstance(line, Line) or not line.short:
        return 0.0
    alone = wording.whole_date(line.key)
    shared = None if alone else wording.date_at_end(line.key)
    if not alone and not (shared and _signs(line.key[: shared.start()], marks)):
        return 0.0
    above, below = _line(nodes, at - 1), _line(nodes, at + 1)
    signed = shared is not None or (
        above is not None and signatory_score(above, marks, next_to_date=True) >= 0.5
    )
    closing = at + 1 == len(nodes) or (below is not None and _after_date(below))
    return weigh(
        (True, 0.3),
        (line.rightish, 0.4),
        (line.opened == "ends", 0.4),
        (signed, 0.45),
        (closing, 0.3),
        (styled(line.para, "date"), 0.5),
        (at < 3 and line.centred and not signed, -0.5),
        (below is not None and _goes_on(below), -0.4),
        (not signed and not line.rightish and not closing, -0.5),
    )


def _signs(key: str, marks: Set[str]) -> bool:
    return wording.agency(key) or re.sub(r"\s+", "", key) in marks or bool(wording.post(key))


def _line(nodes: Sequence[Node], at: int) -> Line | None:
    node = nodes[at] if 0 <= at < len(nodes) else None
    return node if isinstance(node, Line) else None


def _after_date(line: Line) -> bool:
    return (
        wording.bracketed(line.key) or wording.label(line.key) or wording.cc(line.key) or line.para.looks.new_page
        or wording.remark_words(line.key) or (line.centred and line.big)
    )  # fmt: skip


def _goes_on(line: Line) -> bool:
    """Text that follows a date which closes nothing: a byline under a title."""
    if wording.bracketed(line.key) or wording.remark_words(line.key) or wording.attachment_list(line.key):
        return False
    return not line.opened and (line.text[-1:] == "。" or numbered(line.text) is not None)


def signatory_score(line: Line, marks: Set[str], *, next_to_date: bool = False) -> float:
    """Confidence that the line is a 署名."""
    key = line.key
    if (
        len(key) > 60
        or line.ends_sentence
        or wording.sentence_marks(re.sub(r"\([^)]*\)", "", key).replace(":", ""))
    ):
        return 0.0
    if wording.whole_date(key) or wording.label(key) or wording.attachment_list(key) or numbered(line.text):
        return 0.0
    names = [re.sub(r"\s+", "", half_width(piece)) for piece in _GAP.split(line.text) if piece.strip()]
    agencies = bool(names) and all(wording.agency(name) for name in names)
    whole = wording.agency(key)
    person = bool(wording.post(key)) or wording.post_alone(key)
    return weigh(
        (agencies or whole, 0.4),
        (line.rightish, 0.3),
        (line.centred, 0.15),
        (bool(marks) and (line.bare in marks or all(name in marks for name in names)), 0.5),
        (person, 0.5),
        (line.opened == "ends", 0.35),
        (next_to_date, 0.35),
        (styled(line.para, "signatory"), 0.5),
        (line.big and not (next_to_date and line.rightish and whole), -0.5),
        (not (agencies or whole or person or wording.person(key)) and not line.rightish, -0.5),
    )


def read_signature(
    nodes: Sequence[Node], date_at: int, lowest: int, marks: Set[str]
) -> tuple[list[Element], int]:
    """Names above the date (and within its line), nearest first until a line is none; where they begin."""
    found: list[Element] = []
    found += _within_date_line(nodes[date_at], marks)
    start = date_at
    for at in range(date_at - 1, max(lowest, date_at - _LONGEST_SIGNATURE) - 1, -1):
        line = _line(nodes, at)
        if line is None:
            break
        if line.bare in _SEALS:
            found.insert(0, element("other", line.para, 0.7))
            start = at
            continue
        score = signatory_score(line, marks, next_to_date=at == start - 1 or line.opened == "ends")
        if score < 0.5 or (found and score < 0.6 and line.opened != "ends"):
            break
        found = _signatories(line, score) + found
        start = at
    return found, start


def _within_date_line(node: Node, marks: Set[str]) -> list[Element]:
    if not isinstance(node, Line) or wording.whole_date(node.key):
        return []
    shared = wording.date_at_end(node.key)
    if shared is None:
        return []
    before = node.key[: shared.start()]
    score = weigh((True, 0.6), (wording.agency(before), 0.3), (re.sub(r"\s+", "", before) in marks, 0.4))
    text = node.text[: shared.start()]
    return [element("signatory", node.para, score, piece) for piece in _GAP.split(text) if piece.strip()]


def _signatories(line: Line, score: float) -> list[Element]:
    """One element a name; 职务 stands before a person's name."""
    leader = wording.post(line.key)
    if leader:
        return [
            element("post", line.para, score, line.text[leader.start("post") : leader.end("post")]),
            element("signatory", line.para, score, line.text[leader.start("name") : leader.end("name")]),
        ]
    if wording.post_alone(line.key):
        return [element("post", line.para, score)]
    pieces = [piece.strip() for piece in _GAP.split(line.text) if piece.strip()]
    if len(pieces) > 1 and all(wording.agency(half_width(piece)) for piece in pieces):
        return [element("signatory", line.para, score, piece) for piece in pieces]
    return [element("signatory", line.para, score)]


def date_element(line: Line, score: float) -> Element:
    shared = None if wording.whole_date(line.key) else wording.date_at_end(line.key)
    return element("date", line.para, score, line.text[shared.start() :] if shared else "")


def read_remarks(nodes: Sequence[Node], at: int) -> tuple[list[Element], int]:
    """附注 below the date, and where they end."""
    found: list[Element] = []
    while at < len(nodes) and len(found) < 4:
        line = _line(nodes, at)
        if line is None:
            break
        score = remark_score(line, below_date=True)
        if score < 0.5:
            break
        found.append(element("remark", line.para, score))
        at += 1
    return found, at


def remark_score(line: Line, *, below_date: bool) -> float:
    if len(line.key) > 160 or wording.cc(line.key) or wording.label(line.key):
        return 0.0
    bracketed, words = wording.bracketed(line.key), wording.remark_words(line.key)
    public = line.bare.strip("()").startswith(("此件", "本件"))
    return weigh(
        (bracketed, 0.35),
        (words, 0.45),
        (public, 0.5),
        (below_date, 0.3),
        (styled(line.para, "remark"), 0.5),
        (line.centred and line.big, -0.7),
        (not (bracketed or words), -0.7),
        (not below_date and not public, -0.5),
    )


def read_list(nodes: Sequence[Node], at: int, stop: int) -> tuple[list[Element], int]:
    """附件说明 from `at`, one element a paragraph, and where it ends; empty when the line at `at` begins none."""
    line = _line(nodes, at)
    if line is None or not line.short:
        return [], at
    if not wording.attachment_list(line.key) and not _bare_list(nodes, at, stop):
        return [], at
    numbers = bool(
        re.match(r"附\s*件?\s*[\d:]\s*(?:\d|\(|[一二三四五六七八九十]+[、.])|附\s*件\s*\d", line.key)
    )
    numbers = numbers or not wording.attachment_list(line.key)
    end = at + 1
    while end < stop and numbers:
        item = _line(nodes, end)
        if item is None or not item.short or not _continues(item):
            break
        end += 1
    score = weigh(
        (True, 0.5),
        (":" in line.key[:8], 0.25),
        (_closing(nodes, end, stop), 0.4),
        (styled(line.para, "attachments"), 0.5),
        (line.text[-1:] == "。" and len(line.text) > 40, -0.5),
    )
    lines = [one for one in nodes[at:end] if isinstance(one, Line)]
    pieces = [(one.para, piece) for one in lines for piece in one.text.split("\n") if piece.strip()]
    return [element("attachments", para, score, piece) for para, piece in pieces], end


def _bare_list(nodes: Sequence[Node], at: int, stop: int) -> bool:
    """附件： alone on a line, its names numbered below."""
    line, below = _line(nodes, at), _line(nodes, at + 1)
    if line is None or below is None or at + 1 >= stop or line.para.looks.new_page:
        return False
    return line.bare in ("附件:", "附件") and bool(_FIRST_ITEM.match(below.key)) and len(below.key) <= 60


def _continues(line: Line) -> bool:
    if line.para.looks.new_page or wording.whole_date(line.key) or wording.label(line.key) or line.big:
        return False
    return wording.list_item(line.key) and not line.para.outline


def _closing(nodes: Sequence[Node], at: int, stop: int) -> bool:
    """Whether a name, a date or the end follows."""
    line = _line(nodes, at)
    if at >= stop or line is None:
        return True
    return wording.agency(line.key) or wording.whole_date(line.key) or line.opened == "ends" or line.rightish


def read_imprint(nodes: Sequence[Node], lowest: int) -> dict[int, list[Element]]:
    """Elements of 版记 by the index of their line: 抄送, 主送 moved here, and the 印发 line."""
    found: dict[int, list[Element]] = {}
    for at in range(max(lowest, 1), len(nodes)):
        line = nodes[at]
        if not isinstance(line, Line) or at in found:
            continue
        elements = _imprint_line(nodes, at, found)
        if elements:
            found[at] = elements
    return found


def _imprint_line(nodes: Sequence[Node], at: int, found: dict[int, list[Element]]) -> list[Element]:
    line = nodes[at]
    assert isinstance(line, Line)
    inside = line.opened == "imprint"
    if (
        not inside
        and not found
        and line.text[:1] not in "抄分主"
        and line.text.rstrip(wording.BEHIND_PRINTED)[-1:] not in _PRINT_ENDS
    ):
        return []
    if wording.cc(line.key):
        return _copies(line, inside)
    if wording.to(line.key) and (inside or at * 2 > len(nodes)):
        return [element("recipients", line.para, 0.8)]
    after = found.get(at - 1, [])
    below_cc = bool(after) and after[-1].role in ("cc", "print_office")
    printed = wording.print_line(line.key) if line.text.rstrip(wording.BEHIND_PRINTED)[-1:] in _PRINT_ENDS else None
    if printed and (printed["word"] or printed["label"] or inside or below_cc or _small_pair(line, printed)):
        return _print_elements(nodes, at, line, printed, found)
    if inside and wording.agency(line.key):
        return [element("print_office", line.para, 0.8)]
    if (
        below_cc
        and after[-1].role == "cc"
        and not after[-1].text.endswith("。")
        and _more_names(line, after[-1])
    ):
        return [element("cc", line.para, 0.7)]
    return []


def _copies(line: Line, inside: bool) -> list[Element]:
    """抄送, and a 印发 line that shares its paragraph below a line break."""
    score = weigh((True, 0.8), (inside, 0.5), (line.bare[2:3] == ":", 0.5))
    text, _, last = line.text.rpartition("\n")
    printed = wording.print_line(half_width(last)) if text else None
    if not printed or not printed["word"]:
        return [element("cc", line.para, score)]
    office = last[: printed.start()].strip()
    shared = [element("print_office", line.para, 0.8, office)] if office else []
    return [
        element("cc", line.para, score, text),
        *shared,
        element("print_date", line.para, 0.8, last[printed.start() :]),
    ]


def _small_pair(line: Line, printed: re.Match[str]) -> bool:
    """An office and a date in small type on one line: 印发 is missing."""
    small = 0 < line.size < line.body_size
    return small and wording.agency(line.key[: printed.start()]) and line.flush


def _print_elements(
    nodes: Sequence[Node], at: int, line: Line, printed: re.Match[str], found: dict[int, list[Element]]
) -> list[Element]:
    office = line.text[: printed.start()].strip()
    date = line.text[printed.start() :].strip()
    if office and not wording.agency(half_width(office)) and (not printed["word"] or len(office) > 30):
        return []
    score = weigh((True, 0.6), (bool(printed["word"]), 0.4), (line.opened == "imprint", 0.3))
    elements = [element("print_office", line.para, score, office)] if office else []
    above = nodes[at - 1]
    if (
        not office
        and isinstance(above, Line)
        and at - 1 not in found
        and wording.agency(above.key)
        and above.flush
    ):
        found[at - 1] = [element("print_office", above.para, score)]
    return [*elements, element("print_date", line.para, score, date)]


def _more_names(line: Line, above: Element) -> bool:
    return len(line.text) <= 200 and wording.agencies(line.key.rstrip("。.;,")) and "年" not in line.key
