"""The State Council's yearly notice as published (a text copied from its site) becomes the YAML of `notices`.

Read are the title's year, the number where it is given, and one line a holiday: which days are off, which weekends are
worked. Weekdays in brackets and 共N天 are compared with the calendar, so that a slip of copying is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from reporter.errors import InputError
from reporter.patterns import regex

_TITLE = regex(r"关于(\d{4})年(?:部分)?节假日(?:休息)?安排的通知")
_NUMBER = regex(r"国办发明电[〔\[（(]\d{4}[〕\]）)]\d+号")
_LINE = regex(r"^[一二三四五六七八九]、([^：:]{2,12})[：:](.+)$", re.MULTILINE)
_DAY = r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:（(?:[^）]*、)?(?:周|星期)([一二三四五六日])[^）]*）)?"
_OFF = regex(rf"{_DAY}(?:(?:至|到|—+|-){_DAY})?(?:与周末连休|放假|补休)")
_WORKED = regex(rf"((?:{_DAY}[、和]?)+)上班")
_COUNT = regex(r"共(\d+)天")
_WEEK = "一二三四五六日"


class _Reading(Struct):
    """The year and month that the next date inherits, and the file for errors."""

    name: str
    year: int
    month: int = 0

    def day(self, year: str | None, month: str | None, day: str, weekday: str | None) -> date:
        """A date as written; raises InputError where there is none such, or it is another weekday."""
        self.month = int(month or self.month)
        told = f"{self.month}月{day}日"
        try:
            found = date(int(year or self.year), self.month, int(day))
        except ValueError:
            raise InputError(f"没有“{told}”这一天", "核对通知原文", self.name) from None
        right = _WEEK[found.weekday()]
        if weekday and weekday != right:
            raise InputError(f"{found}是周{right}，通知里写周{weekday}", "核对通知原文和年份", self.name)
        return found


def yaml_of(text: str, name: str) -> str:
    """The notice as YAML; raises InputError, naming the line, for what it cannot read for certain."""
    plain = re.sub(r"[ \t\u3000]", "", text).replace("(", "（").replace(")", "）").replace("－", "-")
    title = _TITLE.search(plain)
    if not title:
        raise InputError("找不到标题“关于××××年部分节假日安排的通知”", "把标题和正文一起复制进来", name)
    lines = _LINE.findall(plain)
    if not lines:
        raise InputError("找不到“一、元旦：……放假……”这样的安排", "把正文原样复制进来，一个节日一行", name)
    reading, off, worked = _Reading(name, int(title[1])), [], []
    for holiday, words in lines:
        days = _off(holiday, words, reading)
        off.append(f"  {holiday}: {days[0]} 至 {days[1]}")
        worked += [found.isoformat() for found in _worked(words, reading)]
    number = _NUMBER.search(plain)
    head = [f"year: {title[1]}", f"source: 国务院办公厅{title[0]}"]
    head += [f"number: {number[0]}"] if number else []
    return "\n".join([*head, "days_off:", *off, f"working_weekends: [{', '.join(worked)}]"]) + "\n"


def _off(holiday: str, words: str, reading: _Reading) -> tuple[date, date]:
    found = _OFF.search(words)
    if not found:
        raise InputError(f"看不懂“{holiday}”哪几天放假", "改写成 1月1日至3日放假，共3天。", reading.name)
    first = reading.day(*found.group(1, 2, 3, 4))
    last = reading.day(*found.group(5, 6, 7, 8)) if found[7] else first
    count = _COUNT.search(words)
    if count and int(count[1]) != (last - first).days + 1:
        message = f"“{holiday}”从{first}至{last}不是{count[1]}天"
        raise InputError(message, "核对通知原文", reading.name)
    return first, last


def _worked(words: str, reading: _Reading) -> Iterator[date]:
    if "上班" in words and not _WORKED.search(words):
        raise InputError("看不懂哪天上班", "改写成 2月14日（周六）、2月28日（周六）上班。", reading.name)
    for run in _WORKED.finditer(words):
        for one in re.finditer(_DAY, run[1]):
            yield reading.day(*one.groups())
