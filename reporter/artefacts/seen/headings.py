"""Headings by their numbers, right or wrong (GB/T 9704-2012 cl. 7.3.3; GB/T 15834-2011 B.3)."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from reporter.artefacts.seen import wording
from reporter.artefacts.seen.clues import styled, weigh
from reporter.artefacts.seen.flow import Line
from reporter.artefacts.seen.model import Element, Run

_HANZI = r"[一二三四五六七八九十百]{1,4}"
_FORMS: tuple[tuple[int, float, re.Pattern[str]], ...] = (
    (1, 0.8, re.compile(rf"{_HANZI}\s*、")),
    (2, 0.8, re.compile(rf"[(（]\s*{_HANZI}\s*[)）](?:\s*[、，,.．:：；;])?")),
    (3, 0.75, re.compile(r"\d{1,2}\s*[.．](?![\d０-９])")),
    (3, 0.65, re.compile(r"\d{1,2}\s*[、，,](?!\d)")),
    (4, 0.75, re.compile(r"[(（]\s*\d{1,2}\s*[)）](?:\s*[、，,.．:：])?|[⑴-⒇](?:\s*[、，,.．])?")),
    (5, 0.75, re.compile(r"[①-⑳](?:\s*[、，,.．])?")),
    (4, 0.5, re.compile(r"\d{1,2}[)）](?:\s*[、，,.．])?")),
    (3, 0.5, re.compile(r"第?\d{1,2}、(?!\d)|\d{1,2}\s*[：:·•。](?=\s*[\u4e00-\u9fff]{2})")),
    (2, 0.5, re.compile(rf"[(（]\s*{_HANZI}[、，,.．]\s*[)）]|[【〔\[［]\s*{_HANZI}\s*[】〕\]］]")),
    (1, 0.5, re.compile(rf"{_HANZI}\s*(?:[，,.．:：](?=\s*[\u4e00-\u9fff])|[，,](?=\s*\d{{4}}年))")),
    (1, 0.35, re.compile(rf"{_HANZI}[\s\u3000]+(?=[\u4e00-\u9fff])")),
)
_FIRST = frozenset("一二三四五六七八九十百(（①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽0123456789０１２３４５６７８９第【〔[［")
_CHAPTER = re.compile(rf"第(?:{_HANZI}|\d{{1,2}})[编章节](?=[\s\u3000])")
_FULL_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_LONG_HEADING = 60
_LONG_SENTENCE = 80
_LONG_PLAIN = 22
_SHORT_PLAIN = 16
"""More characters than a heading has whose looks set it apart, than any line with a number that could be one, than
one that looks like the text and is followed by more text, or ends with 。 on a line of its own."""
_HEADING_FONTS = ("黑体", "楷体", "SimHei", "KaiTi", "Hei", "Kai", "小标宋")


class Numbered(Struct, frozen=True):
    """A number at the start: level 1–5, the number as typed, how much it looks like one by its form alone, and
    whether it counts an item of a list."""

    level: int
    label: str
    form: float
    item: bool = False


def numbered(text: str) -> Numbered | None:
    """The heading number that a text begins with, in any of the forms that people type."""
    if text[:1] not in _FIRST:
        return None
    plain = text[:16].translate(_FULL_DIGITS)
    for level, form, pattern in _FORMS:
        found = pattern.match(plain)
        if found:
            return Numbered(level, text[: found.end()].strip(), form)
    chapter = _CHAPTER.match(plain)
    return Numbered(1, chapter.group(), 0.45) if chapter else None


def unnumbered_heading(line: Line, part: int) -> list[Element]:
    """A heading without a number: by its outline level, or standing out in a heading's font; nothing for others."""
    if len(line.text) > 40 or line.ends_sentence or line.text[-1:] in "：:）)" or line.rightish:
        return []
    if line.para.outline:
        return [Element("heading", line.text, (line.para,), 0.65, line.para.outline, "", part)]
    if not line.centred and len(line.text) <= 25 and _distinct(line, line.text) and "：" not in line.text:
        return [Element("heading", line.text, (line.para,), 0.5, 1, "", part)]
    return []


def read_heading(line: Line, part: int, found: Numbered, before: Numbered | None) -> list[Element]:
    """The heading and what follows it in the same paragraph; `body` with level and label for a numbered item of a
    list; nothing for other lines. `found` is the number, `before` the last one of the same level above."""
    rest = line.text[len(found.label) :].strip()
    if not rest:
        return []
    head, tail = _sentence(line.text)
    distinct = _distinct(line, head)
    follows = before is not None and _value(found.label) == _value(before.label) + 1
    starts = _value(found.label) == 1
    confidence = weigh(
        (True, found.form),
        (follows or starts, 0.4),
        (bool(line.para.label), 0.2),
        (line.para.outline > 0, 0.4),
        (distinct, 0.3),
        (styled(line.para, "heading"), 0.5),
        (not tail and len(line.text) <= 30 and not line.ends_sentence, 0.3),
        (line.centred and found.level > 1, -0.3),
        (len(head) > _LONG_SENTENCE and found.form < 0.7, -0.3),
        (before is None and not starts and not distinct, -0.3),
        (found.label.startswith("第") and found.label[-1] != "、", -0.45),
        (not wording.hanzi(line.text), -0.5),
    )
    if _item(line, found, head, tail, distinct) or (
        before is not None and before.item and follows and not distinct
    ):
        return [Element("body", line.text, (line.para,), confidence, found.level, found.label, part)]
    elements = [Element("heading", head, (line.para,), confidence, found.level, found.label, part)]
    if tail:
        elements.append(Element("body", tail, (line.para,), min(confidence, 0.9), part=part))
    return elements


def _item(line: Line, found: Numbered, head: str, tail: str, distinct: bool) -> bool:
    """Whether the number counts an item of a list rather than a heading: it ends like one, or is all prose."""
    known = distinct or (found.level <= 2 and styled(line.para, "heading"))
    words = len(head) - len(found.label)
    if tail:
        return words > (_LONG_HEADING if known else _LONG_PLAIN)
    if len(line.text) > _LONG_SENTENCE:
        return True
    if known and words <= _LONG_HEADING:
        return False
    if line.text[-1:] in "；;，,":
        return True
    return line.text[-1:] == "。" and (found.level >= 3 or words > _SHORT_PLAIN)


def _sentence(text: str) -> tuple[str, str]:
    """The first sentence with its 。 (outside quotation marks and brackets), and the rest."""
    depth = 0
    for at, character in enumerate(text[:400]):
        if character in "“《（(〈":
            depth += 1
        elif character in "”》）)〉":
            depth = max(depth - 1, 0)
        elif character == "\n" and at:
            return text[:at].strip(), text[at:].strip()
        elif character in "。！？" and not depth and at:
            return text[: at + 1], text[at + 1 :].strip()
    return text, ""


def _distinct(line: Line, head: str) -> bool:
    """Whether the head looks other than text does: a heading's font, bold, or larger."""
    runs = [run for run in line.para.runs if run.text.strip()]
    if not runs:
        return False
    first = _run_at(runs, len(head) // 2)
    last = runs[-1]
    if len(head) < len(line.text) - 1 and first != last:
        return (first.font, first.bold, first.size) != (last.font, last.bold, last.size)
    if first.size > line.body_size + 0.5 or (first.bold and not line.body.bold):
        return True
    return first.font != line.body.font and any(name in first.font for name in _HEADING_FONTS)


def _run_at(runs: list[Run], at: int) -> Run:
    for run in runs:
        at -= len(run.text)
        if at < 0:
            return run
    return runs[-1]


_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}


@lru_cache(maxsize=256)
def _value(label: str) -> int:
    """The number that a label counts, 0 when it cannot be told. All files count with the same few labels."""
    for character in label:
        if "①" <= character <= "⑳":
            return ord(character) - ord("①") + 1
        if "⑴" <= character <= "⒇":
            return ord(character) - ord("⑴") + 1
    digits = "".join(c for c in label.translate(_FULL_DIGITS) if c.isdigit() and c.isascii())
    if digits:
        return int(digits)
    total, last = 0, 0
    for character in label:
        if character in _DIGITS:
            last = _DIGITS[character]
        elif character == "十":
            total, last = total + (last or 1) * 10, 0
        elif character == "百":
            total, last = total + (last or 1) * 100, 0
    return total + last
