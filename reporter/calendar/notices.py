"""A year's notice on holidays as a YAML file: what the State Council's office announces each November.

    year: 2027
    source: 国务院办公厅关于2027年部分节假日安排的通知
    number: 国办发明电〔2026〕7号
    days_off:
      元旦: 2027-01-01 至 2027-01-03
      春节: [2027-02-05, 2027-02-06]
    working_weekends: [2027-02-20]

The keys may be written 年份, 来源, 文号, 放假 and 上班. Several files of one year add up, later ones win: a notice that
moves a single holiday is a file of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from msgspec import Struct

from reporter.errors import InputError
from reporter.patterns import regex
from reporter.text import did_you_mean, half_width

_KEYS = {
    "year": "year",
    "年份": "year",
    "source": "source",
    "来源": "source",
    "number": "number",
    "文号": "number",
    "days_off": "days_off",
    "放假": "days_off",
    "working_weekends": "working",
    "上班": "working",
}
_REQUIRED = {"year": "year（年份）", "source": "source（来源）", "days_off": "days_off（放假）"}
_DAY = regex(r"(?:(\d{4})[-年./])?(\d{1,2})[-月./](\d{1,2})日?")
_SPAN = regex(r"至|到|—+|~|～|\.\.")


class Notice(Struct, frozen=True):
    """Days off (by holiday) and weekends worked that one notice announces for `year`."""

    year: int
    source: str
    number: str
    days_off: dict[date, str]
    working: frozenset[date]


def read_notice(path: Path) -> Notice:
    """Reads one file; raises InputError with file, and what to write, for anything that is not a notice."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("文件不是 UTF-8 编码", "用记事本打开，另存为时编码选 UTF-8", str(path)) from None
    return parse_notice(text, path.name)


def notices_in(folder: Path) -> tuple[Notice, ...]:
    """The notices of a folder in the order of their file names; none when there is no such folder."""
    files = sorted(path for path in folder.glob("*.y*ml") if not path.name.startswith((".", "~")))
    return tuple(read_notice(path) for path in files)


def parse_notice(text: str, name: str) -> Notice:
    """The same for a text in hand; `name` stands in errors."""
    data = _keyed(_load(text, name), name)
    if missing := [told for key, told in _REQUIRED.items() if not data.get(key)]:
        raise InputError(f"缺少 {'、'.join(missing)}", "写明年份、通知的名称和放假的日子", name)
    year = _year(data["year"], name)
    holidays = data["days_off"]
    if not isinstance(holidays, dict):
        raise InputError("days_off（放假）要按节日写", "例：元旦: 2027-01-01 至 2027-01-03", name)
    off = {day: str(holiday) for holiday, days in holidays.items() for day in _days(days, year, name)}
    working = frozenset(_days(data.get("working") or [], year, name))
    _judge(year, off, working, name)
    return Notice(year, str(data["source"]).strip(), str(data.get("number") or "").strip(), off, working)


def _load(text: str, name: str) -> dict[str, Any]:
    from ruamel.yaml import YAML  # noqa: PLC0415 - most runs have no notice of their own to read
    from ruamel.yaml.error import MarkedYAMLError, YAMLError  # noqa: PLC0415

    try:
        data = YAML(typ="base", pure=True).load(text)
    except MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else 0
        raise InputError("YAML 写法不对", "对照样例检查缩进、冒号和括号", f"{name} 第{line}行") from None
    except (YAMLError, RecursionError):
        raise InputError("YAML 写法不对", "对照样例检查缩进、冒号和括号", name) from None
    if not isinstance(data, dict):
        raise InputError("这里要写成“键: 值”", "第一行写 year: 年份", name)
    return data


def _keyed(data: dict[str, Any], name: str) -> dict[str, Any]:
    for key in data:
        if key not in _KEYS:
            raise InputError(f"不认识的键“{key}”", did_you_mean(str(key), _KEYS), name)
    return {_KEYS[key]: value for key, value in data.items()}


def _year(value: object, name: str) -> int:
    found = re.fullmatch(r"((?:19|20|21)\d\d)年?", half_width(str(value)).strip())
    if not found:
        raise InputError(f"年份“{value}”不对", "写四位数字，例：2027", name)
    return int(found[1])


def _days(value: object, year: int, name: str) -> Iterator[date]:
    """`D`, `D 至 D`, or a list of these."""
    if isinstance(value, list):
        for one in value:
            yield from _days(one, year, name)
        return
    ends = [_day(part, year, name) for part in _SPAN.split(half_width(str(value)))]
    first, last = ends[0], ends[-1]
    if len(ends) > 2 or not 0 <= (last - first).days <= 31:
        raise InputError(f"看不懂日期“{value}”", "起止写成 2027-01-01 至 2027-01-03", name)
    yield from (first + timedelta(days=step) for step in range((last - first).days + 1))


def _day(text: str, year: int, name: str) -> date:
    found = _DAY.fullmatch(re.sub(r"\s", "", text))
    try:
        if found:
            return date(int(found[1] or year), int(found[2]), int(found[3]))
    except ValueError:
        pass
    raise InputError(f"看不懂日期“{text.strip()}”", "写成 2027-01-01", name)


def _judge(year: int, off: dict[date, str], working: frozenset[date], name: str) -> None:
    """A notice only reaches from the last days of December before to the end of its year."""
    for day in sorted({*off, *working}):
        if not date(year - 1, 12, 20) <= day <= date(year, 12, 31):
            raise InputError(f"{day} 不在{year}年", "每年的通知各写一个文件", name)
    if both := sorted(working & off.keys()):
        raise InputError(f"{both[0]} 既放假又上班", "核对通知原文", name)
    if weekdays := [day for day in sorted(working) if day.weekday() < 5]:
        raise InputError(f"{weekdays[0]} 不是周末，不用写进上班的日子", "只写调休上班的周六、周日", name)
