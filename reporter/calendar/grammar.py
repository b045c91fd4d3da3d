"""Deadlines in words: parsed, kept as written, resolved to a day where they have one, never guessed (domain.md b).

前 includes the named day, month or year unless the caller says otherwise. A year that is not written is inherited from
the plan and the note says so; without one there is no day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from reporter.calendar.deadline import Deadline, Kind, Roll, Slot, Term, Unit
from reporter.calendar.plain import number_of, plain_of
from reporter.calendar.points import Known, Point, read_point
from reporter.calendar.scan import Hit, scan
from reporter.calendar.workdays import ANNOUNCED, Provisional, Workdays
from reporter.patterns import regex
from reporter.records.period import chinese_date

_DAY = timedelta(days=1)
_NOW = regex(r"即日|(?:本通知|本方案|通知|方案)?(?:印发|发文|发布|公布|下发)")
_SIZES: dict[str, Kind] = {"day": "date", "ten_day": "ten_day", "vague": "ten_day"}
_PERIODS = {"年度": "年", "季": "季度", "星期": "周", "天": "日", "季度": "季度", "月度": "月"}
_WEEK = "一二三四五六日"


class _Asked(Struct, frozen=True):
    """What the caller knows."""

    year: int | None
    anchor: date | None
    inclusive: bool
    days: Workdays

    @property
    def known(self) -> Known:
        return Known(self.year, None, self.anchor)


def parse_deadline(
    text: str,
    *,
    year: int | None,
    anchor: date | None = None,
    inclusive: bool = True,
    days: Workdays = ANNOUNCED,
) -> Deadline:
    """The deadline that `text` names; never raises, `text` is kept exactly.

    `year` is the plan's year, for dates without one; `anchor` the day from which terms count (the document's date).
    `inclusive` False reads 前 as excluding the named day, month or year.
    """
    asked = _Asked(year, anchor, inclusive, days)
    hits = scan(plain_of(text).text, loose=True)
    found = [_read(hit, text, asked) for hit in hits]
    dated = [one for one in found if one.kind != "undated"] or found
    if not dated:
        return Deadline(text=text, kind="undated", inclusive=inclusive, notes=("看不懂这个期限，按原文保留",))
    if len(dated) > 1:
        note = f"写了{len(dated)}个期限，请分开写，不推算日期"
        return Deadline(text=text, kind=dated[0].kind, inclusive=inclusive, notes=(note,))
    return dated[0]


def find_deadlines(
    text: str, year: int | None, *, anchor: date | None = None, days: Workdays = ANNOUNCED
) -> list[tuple[int, int, Deadline]]:
    """The deadlines in prose as (start, end, deadline), in order, `text[start:end]` being the deadline's text.

    Days without 前, 底, 至 or the like are narrative and are left out, and so is 截至 (a cut-off of figures).
    """
    return list(_in_prose(text, _Asked(year, anchor, True, days)))


@lru_cache(maxsize=1024)
def _in_prose(text: str, asked: _Asked) -> tuple[tuple[int, int, Deadline], ...]:
    """Several rules ask for the same sentences."""
    plain = plain_of(text)
    found = []
    for hit in scan(plain.text, loose=False):
        start, end = plain.origin(*hit.span)
        found.append((start, end, _read(hit, text[start:end], asked)))
    return tuple(found)


def _read(hit: Hit, text: str, asked: _Asked) -> Deadline:
    """The forms of `scan`, each with its reading."""
    readings: dict[str, Callable[[Hit, str, _Asked], Deadline]] = {
        "years": _years, "range": _range, "months": _months, "recurrence": _recurrence, "each": _recurrence,
        "named": _recurrence, "nth": _nth, "offset": _offset, "since": _since, "atmost": _term, "within": _term,
        "ahead": _term, "event": _event, "eve": _event, "undated": _undated, "open": _open,
    }  # fmt: skip
    try:
        deadline = readings.get(hit.form, _point)(hit, text, asked)
    except (ValueError, OverflowError):
        return Deadline(text=text, kind="undated", notes=("这个期限的数字不合理，按原文保留",))
    return _rolled(replace(deadline, inclusive=asked.inclusive), hit.found[0], asked)


def _point(hit: Hit, text: str, asked: _Asked) -> Deadline:
    """X月X日前, X月底前, 8月上旬, 到2022年, 10月."""
    point = read_point(hit["point"], asked.known)
    point = replace(point, ended=True) if hit.form == "ended" else point  # 上半年结束前 is its last day
    kind = _SIZES.get(point.size, "month_end")
    before = hit["before"].endswith("前")
    spread = hit.form in ("month", "marked", "bare", "days") or hit["before"].endswith("内")
    notes = point.notes
    start = point.first if spread and not point.ended and point.size != "day" else None
    resolved = point.last
    if hit.form in ("month", "bare") and point.size in ("month", "quarter", "half", "year"):
        kind = "range"
    if before and point.last and point.first:
        if hit["clock"]:
            notes = (*notes, f"当日{hit['clock']}前")
        else:
            resolved, told = _before(point, asked.inclusive)
            notes = (*notes, told)
        notes = (*notes, *_weekday(point.last, hit["weekday"]))
    return Deadline(
        text=text, kind=kind, start=start, resolved=resolved, year_source=point.year_source, notes=notes
    )


def _before(point: Point, inclusive: bool) -> tuple[date | None, str]:
    """The last day of X前 and the sentence that says how 前 was read."""
    assert point.first is not None and point.last is not None
    first = point.last if point.ended or point.size == "day" else point.first
    if inclusive:
        if first == point.last:
            return point.last, "“前”含当日"
        return point.last, f"“前”按含本期理解，至{chinese_date(point.last)}；如不含，则至{chinese_date(first - _DAY)}"
    return first - _DAY, "“前”按不含理解"


def _weekday(day: date, written: str) -> tuple[str, ...]:
    """A weekday in brackets that is not the day's own points to a slip in one of the two."""
    right = _WEEK[day.weekday()]
    wrong = written and written.replace("天", "日") != right
    return (f"{chinese_date(day)}是星期{right}，原文写星期{written}，请核对",) if wrong else ()


def _years(hit: Hit, text: str, asked: _Asked) -> Deadline:
    first, last = read_point(f"{hit['from']}年", asked.known), read_point(hit["to"], asked.known)
    return _between(text, first, last)


def _months(hit: Hit, text: str, asked: _Asked) -> Deadline:
    """5—6月, 9、10月."""
    first = read_point(f"{hit['year']}{hit['from']}月", asked.known)
    stated = first.year_source == "stated"
    return _between(
        text, first, read_point(hit["to"], Known(first.year or asked.year, None, asked.anchor, stated))
    )


def _range(hit: Hit, text: str, asked: _Asked) -> Deadline:
    """X月—X月, 即日起至X, X月—疫情结束."""
    if "即日" in hit["from"] or "之日" in hit["from"]:
        unknown: tuple[str, ...] = () if asked.anchor else ("起算日是发文日期，尚不知道",)
        first = Point("day", first=asked.anchor, last=asked.anchor, notes=unknown)
    else:
        first = read_point(hit["from"], asked.known)
    if re.search(r"结束|完成|解除|终止|完毕", hit["to"]):
        notes = (*first.notes, f"以“{hit['to']}”为止，没有确定的日期")
        return Deadline(text=text, kind="event", start=first.last if first.ended else first.first,
                        event=hit["to"], year_source=first.year_source, notes=notes)  # fmt: skip
    inherited = Known(first.year or asked.year, first.month, asked.anchor, first.year_source == "stated")
    return _between(text, first, read_point(hit["to"], inherited))


def _between(text: str, first: Point, last: Point) -> Deadline:
    start = first.last if first.ended else first.first
    notes = tuple(dict.fromkeys((*first.notes, *last.notes)))
    source = last.year_source or first.year_source
    resolved = last.last
    if start and resolved and resolved < start:
        resolved, notes = None, (*notes, "止于的日期早于起始的日期，是否跨年要写明年份")
    return Deadline(text=text, kind="range", start=start, resolved=resolved, year_source=source, notes=notes)


def _recurrence(hit: Hit, text: str, asked: _Asked) -> Deadline:
    """每季度, 每年至少1次, 每月第3个工作日前, 按季度."""
    written = hit["unit"] or hit["report"]
    unit = _PERIODS.get(written, written)
    every = hit["every"]
    if every == "半":
        unit = "半" + unit
    elif every and number_of(every) > 1:
        unit = f"{number_of(every)}{'个' if unit == '月' else ''}{unit}"
    count = number_of(hit["times"]) if hit["times"] else None
    return Deadline(text=text, kind="recurrence", count=count, period=unit, slot=_slot(hit))


def _slot(hit: Hit) -> Slot | None:
    if hit["nth"] or hit["lastwork"]:
        return Slot(working_day=_place(hit))
    if hit["nextday"]:
        return Slot(after=Term(number_of(hit["nextday"]), "日"))
    if hit["after"]:
        return Slot(after=Term(number_of(hit["after"]), "工作日" if "工作" in hit["afterunit"] else "日"))
    if hit["weekday"]:
        return Slot(weekday=_WEEK.index(hit["weekday"].replace("天", "日")) + 1)
    if hit["slotday"] or hit["monthend"]:
        named = hit["slotnth"] or hit["slotmonth"]
        month = 1 if hit["first"] else number_of(named) if named else 0
        return Slot(day=number_of(hit["slotday"]) if hit["slotday"] else 0, month=month)
    return Slot() if hit["slotend"] else None


def _place(hit: Hit) -> int:
    """Which working day is meant: 3 for 第3个, -3 for 倒数第3个, -1 for 最后一个."""
    return -1 if hit["lastwork"] else number_of(hit["nth"]) * (-1 if hit["back"] else 1)


def _nth(hit: Hit, text: str, asked: _Asked) -> Deadline:
    """10月第3个工作日前."""
    point = read_point(hit["point"], asked.known)
    count = _place(hit)
    base = Deadline(text=text, kind="date", year_source=point.year_source, notes=point.notes)
    if point.first is None or point.month is None or point.size != "month":
        return base
    found = asked.days.nth(point.first.year, point.month, count)
    if found is None:
        return replace(base, notes=(*point.notes, f"这个月没有{'倒数' * (count < 0)}第{abs(count)}个工作日"))
    exclusive = not asked.inclusive and hit["before"].endswith("前")
    return _counted(base, asked.days.shift(found.date, -1) if exclusive else found)


def _offset(hit: Hit, text: str, asked: _Asked) -> Deadline:
    """11月10日前3个工作日, 11月10日后3个工作日内."""
    point = read_point(hit["point"], asked.known)
    base = Deadline(text=text, kind="date", year_source=point.year_source, notes=point.notes)
    if point.first is None or point.last is None:
        return base
    count = number_of(hit["n"])
    if hit["way"] == "前":
        return _counted(base, asked.days.shift(point.last if point.size == "day" else point.first, -count))
    return _counted(base, asked.days.shift(point.last, count))


def _since(hit: Hit, text: str, asked: _Asked) -> Deadline:
    """第三季度结束后10日内, 上半年结束后5个工作日内."""
    point = read_point(hit["point"], asked.known)
    base = Deadline(text=text, kind="date", year_source=point.year_source, notes=point.notes)
    length = _length(hit["n"], hit["unit"].removeprefix("个").replace("天", "日"))
    if point.last is None or length is None:
        return base
    return replace(_from(point.last, Term(*length), base, asked.days), start=None)


def _counted(base: Deadline, found: Provisional) -> Deadline:
    if found.certain:
        return replace(base, resolved=found.date)
    notes = (*base.notes, f"节假日安排尚未公布，暂定{_range_of(found)}")
    return replace(base, resolved=found.date, provisional=True, earliest=found.earliest, latest=found.latest,
                   notes=notes)  # fmt: skip


def _range_of(found: Provisional) -> str:
    if found.earliest == found.latest:
        return chinese_date(found.date)
    return f"{chinese_date(found.date)}，可能在{chinese_date(found.earliest)}至{chinese_date(found.latest)}之间"


def _term(hit: Hit, text: str, asked: _Asked) -> Deadline:
    """原则上不超过3个月, 收到通知后5个工作日内, 活动开始3个工作日前."""
    unit = hit["unit"].removeprefix("个").replace("天", "日").replace("星期", "周")
    event = re.sub(r"^(?:请|要|应|须|自|从|于|在)+", "", hit["event"])
    soft = "原则上" in hit.found[0]
    notes: tuple[str, ...] = ("“原则上”允许例外",) if soft else ()
    base = Deadline(text=text, kind="relative", event=event, notes=notes)
    length = _length(hit["n"], unit)
    if length is None:
        return replace(base, notes=(*notes, "这个期限不按日计算"))
    term = Term(*length, before=hit.form == "ahead", soft=soft)
    base = replace(base, term=term)
    if asked.anchor is None or (event and not _NOW.fullmatch(event)):
        what = f"“{event}”" if event else "起算"
        return replace(base, notes=(*notes, f"{what}的日期尚不知道，不推算"))
    return _from(asked.anchor, term, base, asked.days)


def _length(count: str, unit: str) -> tuple[int, Unit] | None:
    match (count, unit):
        case (_, "小时") | ("半", "工作日" | "周" | "日"):
            return None
        case ("半", "年"):
            return 6, "月"
        case ("半", _):
            return 15, "日"
    units: dict[str, Unit] = {"日": "日", "工作日": "工作日", "周": "周", "月": "月", "年": "年"}
    return number_of(count), units[unit]


def _from(anchor: date, term: Term, base: Deadline, days: Workdays) -> Deadline:
    """The day of the anchor itself does not count; months end on the day of the same number (民法典 201, 202)."""
    sign = -1 if term.before else 1
    if term.unit == "工作日":
        found = _counted(base, days.shift(anchor, sign * term.count))
    elif term.unit in ("月", "年"):
        months = term.count * (12 if term.unit == "年" else 1)
        found = replace(base, resolved=add_months(anchor, sign * months))
    else:
        step = timedelta(days=term.count * (7 if term.unit == "周" else 1))
        found = replace(base, resolved=anchor + sign * step)
    return found if term.before else replace(found, start=anchor)


def add_months(day: date, months: int) -> date:
    """The day of the same number so many months on, or the last one of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _event(hit: Hit, text: str, asked: _Asked) -> Deadline:
    note = f"以“{hit['to']}”为准，没有确定的日期"
    return Deadline(text=text, kind="event", event=hit["to"], notes=(note,))


def _open(hit: Hit, text: str, asked: _Asked) -> Deadline:
    point = read_point(hit["point"], asked.known)
    notes = (*point.notes, "只写了开始的日期")
    kind = _SIZES.get(point.size, "month_end")
    return Deadline(text=text, kind=kind, start=point.first, year_source=point.year_source, notes=notes)


def _undated(hit: Hit, text: str, asked: _Asked) -> Deadline:
    start = asked.anchor if _NOW.search(text) else None
    return Deadline(text=text, kind="undated", start=start, notes=("没有日期",))


def _rolled(deadline: Deadline, written: str, asked: _Asked) -> Deadline:
    """遇节假日顺延 moves a resolved day that is off; provisional where the year is not announced."""
    said = re.search(r"(?:[遇逢].*)(顺延|提前|后延|延后)", written)
    if not said:
        return deadline
    how: Roll = "提前" if said[1] == "提前" else "顺延"
    deadline = replace(deadline, roll=how)
    if deadline.resolved is None:
        return deadline
    found = asked.days.roll(deadline.resolved, how)
    if deadline.start and found.date < deadline.start:
        return deadline
    moved = _counted(deadline, found)
    if found.date == deadline.resolved:
        return moved
    return replace(
        moved, notes=(*moved.notes, f"{chinese_date(deadline.resolved)}是休息日，{how}至{chinese_date(found.date)}")
    )
