"""GW602: 二〇二六年三月六日 becomes 2026年3月6日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from reporter.check.ordinals import number_of
from reporter.check.repair import Change, Fault, Repair, Say

REPAIR = Repair("GW602", "日期改用阿拉伯数字", "日期不完整，或没有这一天")
HANZI_DATE = re.compile(
    r"([一二][〇○ＯO零0一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_DIGITS = {
    **dict.fromkeys("〇○ＯO零0", "0"),
    **{sign: str(n) for n, sign in enumerate("一二三四五六七八九", 1)},
}


def repair(fault: Fault) -> Iterator[Change]:
    """A whole date that exists."""
    for element in fault.elements("date", "print_date"):
        span = fault.span(element)
        found = list(HANZI_DATE.finditer(fault.para.typed, *span)) if span else []
        if len(found) == 1 and (written := arabic(found[0])):
            yield Say(fault.para, *found[0].span(), written)


def arabic(found: re.Match[str]) -> str:
    """The date of a match of year, month and day in digits; empty when there is no such day."""
    year = int("".join(_DIGITS[sign] for sign in found[1]))
    month, day = number_of(found[2]), number_of(found[3])
    try:
        date(year, month, day)
    except ValueError:
        return ""
    return f"{year}年{month}月{day}日"
