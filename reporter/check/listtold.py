"""What a bulletin tells of the lists that go by one set of ids: how many homes, when the open are due."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reporter.artefacts.seen.model import Para
from reporter.check.columns import named
from reporter.check.dates import loose_date
from reporter.check.listed import Listed
from reporter.check.subject import Subject

_HOMES = re.compile(r"发现[\u4e00-\u9fff]{0,6}(?:问题|隐患)(\d{1,4})[个条项]，(?:涉及|分布在)(\d{1,4})家")
_DUE = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{4,15}?)的[\u4e00-\u9fff]{2,12}于(\d{1,2})月(\d{1,2})日前完成")
_HOME, _LIMIT, _DONE = (
    re.compile(rf"(?:{words})")
    for words in ("(?:养老|所在)?机构(?:名称)?|单位名称", "(?:整改|完成)(?:时限|期限)", "(?:整改)?完成(?:日期|时间)")
)
_NONE = frozenset(("", "—", "－", "-", "/", "无", "——"))


def homes_told(one: Listed, other: Subject) -> Iterator[tuple[Para, str, str]]:
    """As many problems as the list has rows, in another number of homes: where, what is told of it, the words."""
    homes = set(_column(one, _HOME).values())
    for para, found in other.seen.matches(_HOMES, "发现") if homes and one.kind == "问题" else ():
        if int(found[1]) == len(one.rows) and int(found[2]) != len(homes):
            yield para, f"{one.subject.name}列的{found[1]}个问题分布在{len(homes)}家，这里写{found[2]}家", found[0]


def dues_told(one: Listed, lists: Sequence[Listed], other: Subject) -> Iterator[tuple[str, str]]:
    """The open row of a home that has one open row only, due on another day than the text of another file says: its id
    and what is told of it. The name of the home may stand in a list beside this."""
    limits, done = _column(one, _LIMIT), _column(one, _DONE)
    if not limits or not done:
        return
    beside = (_column(each, _HOME) for each in lists if one.rows.keys() & each.rows.keys())
    names = {key: name for each in beside for key, name in each.items()}
    still = [key for key in limits if done.get(key) in _NONE and key in names]
    for _, found in other.seen.matches(_DUE, "前完成"):
        rows = [key for key in still if names[key] == found[1]]
        day = loose_date(limits[rows[0]]) if len(rows) == 1 else None
        if day and (day.month, day.day) != (int(found[2]), int(found[3])):
            yield rows[0], f"{other.name}写{found[1]}于{found[2]}月{found[3]}日前完成，这里的时限是{day.isoformat()}"


def _column(one: Listed, head: re.Pattern[str]) -> Mapping[str, str]:
    """Its cells by id, where one column is called so."""
    columns = named(one.grid, head)
    if len(columns) != 1:
        return {}
    return {key: "".join(cells[columns[0]].split()) for key, (_, cells) in one.rows.items() if columns[0] < len(cells)}
