"""Days in lists stand in the order of the work and within the time that the list speaks of (R9, R5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from reporter.artefacts.seen.model import Grid
from reporter.check.bare import solid
from reporter.check.columns import named
from reporter.check.dates import day_of, loose_date
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW652",
    title="清单里的日期有先后，不晚于截至日期；销号清单只列已销号的",
    implements=("R9", "R5"),
    clause="公文一致性要求",
    strength="recommended",
    tests="完成日期与整改时限、复核日期，正文“截至……”与完成、复核日期，检查期间与发现日期，销号清单的状态列",
    why="没有完成就复核、截至以后才复核，都说明日期或者状态写错了。",
    hint="核对台账，改正写错的日期或者状态；确属逾期的，写明逾期",
    good=lambda: _list("2026-09-24", "已销号"),
    bad=lambda: _list("2026-09-20", "整改中"),
    tables=True,
)
_DONE = re.compile("(?:整改)?完成(?:日期|时间)")
_VERIFIED = re.compile("(?:复核|验收|复查)(?:日期|时间)")
_FOUND = re.compile("发现(?:日期|时间)")
_DUE = re.compile("(?:整改)?(?:时限|期限)")
_STATE = re.compile("(?:整改|销号)?状态")
_UP_TO = re.compile(r"截至((?:20\d{2}年)?\d{1,2}月\d{1,2}日)")
_SEEN = re.compile(
    r"(20\d{2})年(\d{1,2})月(\d{1,2})日(?:至|—|－|-)(?:(\d{1,2})月)?(\d{1,2})日，[^。；]{0,30}?(?:检查|排查)"
)
_LISTED = re.compile("清单如下|如下表|见下表|列表如下|清单见")
"""What was found then is what the list holds."""
_LATE = re.compile("逾期|超期|超过时限|延期")


def check(subject: Subject) -> Iterator[Finding]:
    """Tables with columns of such days; 完成时间 alone may be by when a thing is to be done."""
    for grid in subject.seen.grids:
        done, verified, found = (_place(grid, one) for one in (_DONE, _VERIFIED, _FOUND))
        if max(done, verified, found) >= 0:
            yield from _in_order(subject, grid, done, verified)
            due = _place(grid, _DUE)
            kept = done < 0 or verified >= 0 or max(due, _place(grid, _STATE)) >= 0
            yield from _within(subject, grid, (done if kept else -1, verified), found)
            yield from _in_time(subject, grid, done, due)
        closed = "销号清单" in grid.title + "".join([one.text for one in subject.sure("title")])
        if closed and (state := _place(grid, _STATE)) >= 0:
            yield from _closed(subject, grid, state)


def _in_order(subject: Subject, grid: Grid, done: int, verified: int) -> Iterator[Finding]:
    for row, cells in grid.body if min(done, verified) >= 0 else ():
        first, last = _day(cells, done), _day(cells, verified)
        if first and last and last < first:
            yield _told(subject, grid, row, verified, "早于完成日期")


def _within(subject: Subject, grid: Grid, ends: tuple[int, ...], found: int) -> Iterator[Finding]:
    """The one day up to which the text counts; the one span in which it was looked for."""
    text = subject.text_of("body", "heading")
    counted = text.matches(_UP_TO, "截至") if max(ends) >= 0 else ()
    up_to = {day for _, one in counted if (day := loose_date(one[1]))}
    spans = {span for para, one in text.matches(_SEEN, "查")
             if _LISTED.search(para.text, one.end()) and (span := _span(one))}  # fmt: skip
    for row, cells in grid.body if 1 in (len(up_to), len(spans)) else ():
        for place in ends:
            day = _day(cells, place)
            if day and len(up_to) == 1 and day > min(up_to):
                yield _told(subject, grid, row, place, "晚于正文写的截至日期")
        day = _day(cells, found)
        if day and len(spans) == 1 and not min(spans)[0] <= day <= min(spans)[1]:
            yield _told(subject, grid, row, found, "不在正文写的检查期间")


def _in_time(subject: Subject, grid: Grid, done: int, due: int) -> Iterator[Finding]:
    """Where nothing is said of delay: ledgers that name the hazards are another rule's."""
    if done < 0 or due < 0 or "隐患" in "".join(grid.heads) or "问题" in "".join(grid.heads):
        return
    if _LATE.search(subject.seen.joined.text):
        return
    for row, cells in grid.body:
        last, day = _day(cells, due), _day(cells, done)
        if last and day and day > last:
            yield _told(subject, grid, row, done, "晚于整改时限，本文没有写逾期")


def _closed(subject: Subject, grid: Grid, state: int) -> Iterator[Finding]:
    for row, cells in grid.body:
        said = solid(cells[state]) if state < len(cells) else ""
        if re.search("整改中|正在|未", said):
            yield _told(subject, grid, row, state, "销号清单里列了还没有销号的")


def _told(subject: Subject, grid: Grid, row: int, column: int, message: str) -> Finding:
    return RULE.in_cell(subject, grid, row, column, message, grid.rows[row - 1][column].strip())


def _place(grid: Grid, pattern: re.Pattern[str]) -> int:
    return next(iter(named(grid, pattern)), -1)


def _day(cells: tuple[str, ...], place: int) -> date | None:
    return loose_date(cells[place].strip()) if 0 <= place < len(cells) else None


def _span(found: re.Match[str]) -> tuple[date, date] | None:
    first, last = day_of(found[1], found[2], found[3]), day_of(found[1], found[4] or found[2], found[5])
    return (first, last) if first and last else None


def _list(verified: str, state: str) -> Subject:
    rows = (("编号", "完成日期", "复核日期", "状态"), ("XF-05", "2026-09-22", verified, state))
    return notice(grids=(Grid(1, rows, 1, 1, "销号清单"),))
