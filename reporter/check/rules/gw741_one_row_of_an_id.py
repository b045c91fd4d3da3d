"""What goes by one id says the same in all lists of a set (R6, R8, R9)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from msgspec.structs import replace

from reporter.artefacts.seen.model import Grid
from reporter.check.dates import loose_date
from reporter.check.finding import Finding
from reporter.check.listed import Listed, lists_of
from reporter.check.listtold import dues_told, homes_told
from reporter.check.matters import alike
from reporter.check.regions import region_of
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW741",
    title="几份清单里同一编号的机构、日期、责任单位一致，没有清单外的编号",
    implements=("R5", "R6", "R8", "R9", "R22"),
    clause="公文一致性要求",
    strength="shall",
    tests="几份文稿的表格里编号相同的行：机构名称、责任单位、发现和完成日期、时限；问题清单里没有的编号；通报所说的涉及家数和剩余问题的时限",
    why="问题清单、整改清单、责任清单、销号清单说的是同一批问题，对不上就不知道以哪份为准。",
    hint="以台账为准，把几份清单改成一致",
    good=lambda: _two("2026-09-21"),
    bad=lambda: _two("2026-09-22"),
    needs=("set",),
)
_SAME = re.compile(r"(?:养老)?机构(?:名称)?|单位名称|被查单位|责任(?:单位|人|部门)|督促部门|牵头(?:单位|部门)")
_DAYS = re.compile(r"(?:发现|排查|检查|整改|完成|整改完成|销号|应完成)?(?:日期|时间|时限|期限)")
_FOUND = re.compile(r"(?:发现|排查|检查)(?:日期|时间)")
_DONE = re.compile(r"(?:整改)?完成(?:日期|时间)")
_NONE = frozenset(("", "—", "－", "-", "/", "无", "——"))
_AS_OF = re.compile(r"截[至止]到?(?:20\d{2}年)?(\d{1,2}月\d{1,2}日)")
_CLOSED = re.compile(r"已销号(\d{1,4})([个条项])")
_OPEN = re.compile("未销号|整改中|正在整改|未完成")
_SHARED = 0.5
"""Of the shorter list's ids; fewer are ids of another matter by chance."""
_MOST = 3
_KIN = 2
"""Characters that the titles have in common besides what any title says."""


def check_set(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Every list against those in the files before it; what one file says of its own lists is for other rules."""
    found = [one for subject in subjects for one in lists_of(subject)]
    told: set[tuple[str, str]] = set()
    for before, other in _together(found):
        both = [name for name in other.rows if name in before.rows]
        if before.subject is other.subject or len(both) < _SHARED * min(len(before.rows), len(other.rows)):
            continue
        if not _of_one_matter(before, other):
            continue
        for name in both:
            yield from _differing(before, other, name, told)
    yield from _strange(found)
    for one in found:
        near = [beside for beside in subjects if beside is not one.subject and _near(one.subject, beside)]
        yield from _closed(one, near)
        for beside in near:
            yield from _text(one, found, beside)


def _near(one: Subject, other: Subject) -> bool:
    """Whether the text of the other may speak of the list: they are of one place and about the like."""
    return region_of(one) == region_of(other) and alike(one, other, _KIN)


def _together(found: Sequence[Listed]) -> Iterator[tuple[Listed, Listed]]:
    """Lists that have an id in common, in the order of their files: of thousands few have."""
    holding: dict[str, list[int]] = {}
    for at, one in enumerate(found):
        for name in one.rows:
            holding.setdefault(name, []).append(at)
    pairs = {pair for those in holding.values() if len(those) <= _CROWD for pair in combinations(those, 2)}
    return ((found[one], found[other]) for one, other in sorted(pairs))


_CROWD = 20
"""An id that stands in more lists only counts."""


def _of_one_matter(before: Listed, other: Listed) -> bool:
    """Whether rows agree in most of what both lists say: another county, matter or year counts from 1, too."""
    compared = [
        _agree(theirs, ours)
        for name in other.rows if name in before.rows
        for _, _, theirs, ours in _pairs(before, other, name) if not {theirs, ours} & _NONE
    ]  # fmt: skip
    return not compared or sum(compared) * 2 >= len(compared)


def _pairs(before: Listed, other: Listed, name: str) -> Iterator[tuple[int, str, str, str]]:
    """The columns of one row that both lists have: place, head, and what the one and the other say."""
    theirs, (_, ours) = before.rows[name][1], other.rows[name]
    for at, head in enumerate(other.grid.names):
        if head in before.grid.names and (_SAME.fullmatch(head) or _DAYS.fullmatch(head)):
            yield at, head, _cell(theirs, before.grid.names.index(head)), _cell(ours, at)


def _differing(before: Listed, other: Listed, name: str, told: set[tuple[str, str]]) -> Iterator[Finding]:
    row = other.rows[name][0]
    for at, head, first, second in _pairs(before, other, name):
        if (name, head) not in told and not _agree(first, second):
            told.add((name, head))
            message = f"{name}的“{head}”在{before.subject.name}里是{first or '空的'}，这里是{second or '空的'}"
            finding = RULE.in_cell(other.subject, other.grid, row, at, message, second or name)
            soft = first in _NONE or second in _NONE  # one list may be older
            yield replace(finding, severity="warning") if soft else finding
    yield from _turned(before, other, name)
    yield from _turned(other, before, name)


def _turned(first: Listed, second: Listed, name: str) -> Iterator[Finding]:
    """Done, by one list, before it was found, by the other."""
    found, done = _day(first, name, _FOUND), _day(second, name, _DONE)
    if found and done and done < found:
        row = second.rows[name][0]
        message = f"{name}的完成日期{done}早于{first.subject.name}里的发现日期{found}"
        yield RULE.in_cell(second.subject, second.grid, row, 0, message, str(found))


def _strange(found: Sequence[Listed]) -> Iterator[Finding]:
    """Ids that the list of problems of another file has not."""
    problems = [one for one in found if one.kind == "问题"]
    for other in found:
        if len(problems) != 1 or other.kind in ("", "问题") or other.subject is problems[0].subject:
            continue
        if not _of_one_matter(problems[0], other):
            continue
        known = problems[0].rows
        strange = [name for name in other.rows if name not in known]
        if strange and len(strange) < len(other.rows) * _SHARED:
            shown = "、".join(strange[:_MOST]) + (f"等{len(strange)}条" if len(strange) > _MOST else "")
            message = f"{other.kind}清单有{problems[0].subject.name}里没有的编号{shown}"
            yield RULE.on(other.subject, message, page=other.grid.page, spot=f"表{other.grid.number}", quote=shown)


def _closed(one: Listed, subjects: Sequence[Subject]) -> Iterator[Finding]:
    """已销号7个 of the same day against the rows of 销号清单."""
    days = set(_AS_OF.findall(one.subject.seen.joined.text))
    if one.kind != "销号" or len(days) != 1 or _OPEN.search("".join(map("".join, one.grid.rows))):
        return
    for subject in subjects:
        for para, found in subject.seen.matches(_CLOSED, "销号"):
            if set(_AS_OF.findall(para.text)) == days and int(found[1]) != len(one.rows):
                message = f"{one.subject.name}列了{len(one.rows)}{found[2]}，这里写已销号{found[1]}{found[2]}"
                yield RULE.at(subject, para, message, found[0])


def _text(one: Listed, lists: Sequence[Listed], other: Subject) -> Iterator[Finding]:
    """Text of another file against the list; the list may be kept up since the text was written."""
    for para, message, quote in homes_told(one, other):
        yield replace(RULE.at(other, para, message, quote), severity="warning")
    for name, message in dues_told(one, lists, other):
        finding = RULE.in_cell(one.subject, one.grid, one.rows[name][0], 0, f"{name}：{message}", name)
        yield replace(finding, severity="warning")


def _cell(cells: tuple[str, ...], at: int) -> str:
    return "".join(cells[at].split()) if at < len(cells) else ""


def _day(one: Listed, name: str, head: re.Pattern[str]) -> date | None:
    at = next((n for n, text in enumerate(one.grid.names) if head.fullmatch(text)), None)
    return loose_date(_cell(one.rows[name][1], at)) if at is not None else None


def _agree(first: str, second: str) -> bool:
    """Two writings of one day, or a name with what stands before it left out, are the same."""
    if first == second or (first in _NONE and second in _NONE):
        return True
    if first in _NONE or second in _NONE:
        return False
    days = loose_date(first), loose_date(second)
    if all(days):
        return days[0] == days[1]
    return first.endswith(second) or second.endswith(first)


def _two(done: str) -> tuple[Subject, Subject]:
    heads = ("隐患编号", "机构名称", "完成日期")
    rows = [("XF-01", "河口镇敬老院", "2026-09-16"), ("XF-02", "青石镇敬老院", "2026-09-21")]
    changed = [rows[0], (*rows[1][:2], done)]
    return (
        notice(file="整改清单.docx", grids=(Grid(1, (heads, *rows), 1),)),
        notice(file="销号清单.docx", grids=(Grid(1, (heads, *changed), 1),)),
    )
