"""What rests on something else is not due before it (R12)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reporter.check.duties import Duty, duties_of
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW615",
    title="一份公文里的期限先后有序",
    implements=("R12",),
    clause="公文一致性要求",
    strength="recommended",
    tests="自查、排查的期限不晚于整改的，自查情况、台账的报送期限不晚于工作总结的",
    why="查在改之后、总结在自查之前，收文单位没法照办。",
    hint="核对两个期限，多半是前后写反或月份写错",
    good=lambda: notice(body=("4月10日前完成排查，7月10日前完成整改。",)),
    bad=lambda: notice(body=("7月10日前完成排查，4月10日前完成整改。",)),
    roles=("body",),
    yields=("GW609",),
)
_DONE = ("自查", "排查", "整改", "验收")
_SENT = ("自查情况", "工作总结")
"""What comes later rests on what comes before it."""
_NEAR = 40
"""Of so many duties of a paragraph each is held against each."""


def check(subject: Subject) -> Iterator[Finding]:
    """Pairs of one paragraph: there they speak of one round. The pair is told of where its second half stands."""
    told = groupby(duties_of(subject), lambda duty: duty.para.number)
    for one, other in (pair for _, duties in told for pair in _pairs(tuple(duties))):
        order = _SENT if one.sent else _DONE
        if one.sent != other.sent or not {one.what, other.what} <= {*order}:
            continue
        first, then = sorted((one, other), key=lambda duty: order.index(duty.what))
        year = one.due.year if "年" in one.when and "年" not in other.when else 0
        turned = _day(first, year) > _day(then, year)
        if first.what != then.what and turned:
            yield RULE.at(subject, first.para, _told(first, then), first.quote)


def _pairs(duties: Sequence[Duty]) -> Iterator[tuple[Duty, Duty]]:
    """Each with those that follow it nearby."""
    return ((one, other) for at, one in enumerate(duties) for other in duties[at + 1 : at + _NEAR])


def _day(duty: Duty, year: int) -> tuple[int, int, int]:
    """A day without a year is of the year that the day before it named."""
    return year or duty.due.year, duty.due.month, duty.due.day


def _told(first: Duty, then: Duty) -> str:
    return f"“{first.words}”的期限{first.when}，晚于“{then.words}”的{then.when}"
