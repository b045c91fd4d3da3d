"""Kinds that a sentence of their own lists make up the whole of the sentence before (R2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reporter.artefacts.seen.joined import apart, sentences
from reporter.check.finding import Finding
from reporter.check.quantities import Quantity, bounds, plain, quantities, turned_about
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW624",
    title="“其中”“按照……划分”另起一句列出的各项，与上一句的总数相符",
    implements=("R2",),
    clause="公文一致性要求",
    strength="recommended",
    tests="上一句写总数、下一句列各项的；同一句里“其中”各项只差两个数字颠倒的",
    why="分项相加超过总数，总数或分项必有一错。",
    hint="逐项核对原始数据后改正",
    good=lambda: notice(body=("共86名。按照就读阶段划分，小学28名，初中24名，高中34名。",)),
    bad=lambda: notice(body=("共86名。按照就读阶段划分，小学82名，初中24名，高中34名。",)),
    roles=("body", "heading"),
    signs=("其中", "划分"),
    severity="warning",
    yields=("GW530",),
)
_QUICK = apart("其中", "按(?:照)?[^，。；]{2,10}划?分，")
_KINDS = re.compile("其中[，：]|按(?:照)?[^，。；]{2,10}(?:划分|分类|分)，")
_BETWEEN = re.compile(
    r"(?:（[^（）]*）)?[，、；和及以](?![占比较增减另]|现?已|目前|[同环]比|下降|上升)[\u4e00-\u9fff（）、]{1,18}"
)
"""A name; neither what a count is a share of nor by how much it changed (占年初预算1600万元，同比减少80万元)."""
_LEAST = 2
_OVERLAPPING = ("人", "名", "户", "人次", "家")
"""One of them may be of several kinds: old, and disabled too."""


def check(subject: Subject) -> Iterator[Finding]:
    """Counts of one unit, each right behind its name."""
    for para in subject.text_of("body", "heading").holding(_QUICK):
        found = [one for one in quantities(para.text) if not one.percent and not bounds(one)]
        for offset, sentence in sentences(para.text):
            kinds = _KINDS.match(sentence)
            parts = _run(para.text, [one for one in found if one.begin == offset]) if kinds else ()
            if kinds is None or len(parts) < _LEAST:
                continue
            wholes = [one.value for one in found if one.start < offset and one.unit == parts[0].unit]
            added = sum((one.value for one in parts), Decimal(0))
            split = kinds[0].startswith("按")
            if not split and parts[0].unit in _OVERLAPPING:
                continue
            wrong = wholes and (added > max(wholes) or (split and added not in wholes))
            if wrong:
                quote = para.text[parts[0].start - 6 : parts[-1].end]
                yield RULE.at(subject, para, f"各项相加是{plain(added)}{parts[0].unit}，总数不是", quote)
        yield from (
            RULE.at(subject, para, "“其中”各项有两个数字写颠倒，相加不等于总数", para.text[first.start - 6 : last.end])
            for first, last in _turned(para.text, found)
        )


def _run(text: str, found: Sequence[Quantity]) -> Sequence[Quantity]:
    """The counts that follow one another with a name between."""
    parts: list[Quantity] = []
    for one in found:
        if parts and (one.unit != parts[0].unit or not _BETWEEN.fullmatch(text[parts[-1].end : one.start])):
            break
        parts.append(one)
    return parts


_OF_WHICH = re.compile(r"，其中[\u4e00-\u9fff（）、]{1,18}")


def _turned(text: str, found: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """T，其中A a、B b: less than the whole, and all of it with two digits of one part changed about."""
    for place, whole in enumerate(found[:-_LEAST]):
        if not _OF_WHICH.fullmatch(text[whole.end : found[place + 1].start]):
            continue
        parts = _run(text, found[place + 1 :])
        if len(parts) < _LEAST or parts[0].unit != whole.unit:
            continue
        gap = whole.value - sum((one.value for one in parts), Decimal(0))
        if gap > 0 and any(gap == other - one.value for one in parts for other in _swapped(one)):
            yield parts[0], parts[-1]


def _swapped(one: Quantity) -> Iterator[Decimal]:
    """The count with two neighbouring digits changed about, as it is written."""
    written = re.match(r"\d+(?:\.\d+)?", one.text[one.start :])
    if written is None:
        return
    scale = one.value / Decimal(written[0]) if Decimal(written[0]) else Decimal(0)
    yield from (Decimal(other) * scale for other in turned_about(written[0]))
