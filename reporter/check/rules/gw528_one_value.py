"""The same quantity has one value in a document (R8)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from reporter.artefacts.seen.model import Para
from reporter.check.chapters import chapter_of, of_other_items, of_other_times
from reporter.check.clauses import clause_before
from reporter.check.concepts import Count, unequal
from reporter.check.finding import Finding
from reporter.check.parted import BY, NAMELESS, NAMES, PLAIN, parted, spoken_of
from reporter.check.quantities import Quantity, bounds, plain, quantities, varied
from reporter.check.quoting import leading
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW528",
    title="同一数据前后一致",
    implements=("R8", "R7"),
    clause="公文一致性要求",
    strength="shall",
    tests="正文里说法、单位、地点、时间都相同的数；隐患的发现、已整改、未整改数和机构总数，说法不同也比",
    why="一份公文里同一个数有两个值，读者不知道以哪个为准。",
    hint="以台账为准，改成一个值",
    good=lambda: notice(
        body=(
            "全县共有养老机构186家。",
            "186家养老机构均已备案。",
        )
    ),
    bad=lambda: notice(
        body=(
            "全县共有养老机构186家，检查了一遍。",
            "全县共有养老机构190家，分布在各乡镇。",
        )
    ),
    roles=(
        "body",
        "heading",
    ),
)
_PER = re.compile(r"/[人户床张床位·年月天日次]+")


def check(subject: Subject) -> Iterator[Finding]:
    """Mentions with the same words, unit, places and times; and counts of hazards and homes however they are put."""
    paras = subject.paras_of("title", "body", "heading", "attachment_title")
    counted = subject.counted_in(paras)
    named = [(para, one) for para in paras for one in quantities(para.text) if one.unit != "%"]
    told: set[tuple[Para, int]] = set()
    found: list[tuple[Para, Count | Quantity, Count | Quantity, Para, bool]] = [
        *((*same, True) for same in _same_things(counted)),
        *_same_words(subject, named, counted),
    ]
    for para, one, before, place, sure in found:
        if (para, one.end) not in told and not _each_its_own(subject, (place, before), (para, one)):
            told.add((para, one.end))
            message = (
                f"同一项数据，前面写{plain(before.value)}{before.unit}，这里写{plain(one.value)}{one.unit}"
            )
            finding = RULE.at(subject, para, message, leading(para.text, one.start, one.end))
            yield finding if sure else replace(finding, severity="warning")


def _same_words(
    subject: Subject, named: Sequence[tuple[Para, Quantity]], known: Iterable[tuple[Para, Count]]
) -> Iterator[tuple[Para, Quantity, Quantity, Para, bool]]:
    """Units, then words that have two values at least are looked at more closely; few do. With each pair, whether it
    is surely of one thing. What one sentence says of several things in the same words (农村低保金1342万元，其中春节补贴
    576万元；供养资金88万元，其中春节补贴21万元) is of none."""
    units = varied([(one.unit, one.value) for _, one in named])
    counted = {(para.number, count.end) for para, count in known}
    found = [
        (para, one) for para, one in named
        if one.unit in units and (para.number, one.end) not in counted and len(one.what) >= NAMES
        and not bounds(one)
    ]  # fmt: skip
    told = varied([((one.what, one.unit), one.value) for _, one in found])
    words = {(what, unit) for what, unit in told if not NAMELESS.fullmatch(what)}
    first: dict[tuple[str, str, frozenset[str] | str], tuple[Para, Quantity]] = {}
    for para, one in found:
        if (one.what, one.unit) in words:
            place, before = first.setdefault((one.what, _per(one), _whose(one) or one.scope), (para, one))
            between = para.text[before.end : one.start] if place is para else "。"
            together = "。" not in between or ("其中" in between and BY.search(one.what) is not None)
            if before.value == one.value or together or parted(one, before):
                continue
            if not of_other_times(chapter_of(subject, place), chapter_of(subject, para)):
                yield para, one, before, place, len(one.what) >= PLAIN or spoken_of(one) == spoken_of(before)


def _per(one: Quantity) -> str:
    """744元/人·月 is no 元, nor 6720元/人·年."""
    found = _PER.match(one.text, one.end)
    return one.unit + found[0] if found else one.unit


def _whose(one: Quantity) -> str:
    """A rate (每周探访2次) is that of whoever the sentence speaks of before it."""
    return one.before if one.what.startswith("每") else ""


def _same_things(found: Sequence[tuple[Para, Count]]) -> Iterator[tuple[Para, Count, Count, Para]]:
    place = {id(one): para for para, one in found}
    for before, one in unequal(one for _, one in found):
        yield place[id(one)], one, before, place[id(before)]


def _each_its_own(
    subject: Subject, first: tuple[Para, Count | Quantity], second: tuple[Para, Count | Quantity]
) -> bool:
    """Whether two items of a list each tell of their own: （一）进度滞后。发现问题13个 and （二）登记不及时。
    发现问题16个. What is told of the whole county is of no item, nor what is left to be mended."""
    if isinstance(second[1], Count) and second[1].kind != "found":
        return False
    whole = any(_WHOLE.search(clause_before(para.text, "。；", one.start)) for para, one in (first, second))
    return not whole and of_other_items(subject, first[0], second[0])


_WHOLE = re.compile("[全本][国省市县区镇乡]|共|总|累计|全部")
