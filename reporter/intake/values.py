"""One cell to one typed value. What is certain is accepted; what is not is an error that says what to type."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from reporter.intake.choices import Choices
from reporter.intake.problems import Code, Fault
from reporter.intake.sheet import Raw
from reporter.patterns import regex
from reporter.records.base import Column
from reporter.text import INVISIBLE, control_characters, half_width, squeeze

SHORT = 64
"""Texts of at most so many characters come again in other cells; what they mean is remembered."""
NOTHING = frozenset({"-", "--", "—", "——", "－", "/", "／", "\\"})
"""Signs that clerks type for “nothing here”."""
NO_DATE = NOTHING | {"无", "暂无", "未定", "待定", "空"}

_FULL_DATE = regex(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.0+)?)?"
)
_COMPACT_DATE = regex(r"(\d{4})(\d{2})(\d{2})")
_NO_YEAR = regex(r"(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_NO_DAY = regex(r"\d{4}\s*[-/.年]\s*\d{1,2}\s*月?(?:份|底|初|中旬|上旬|下旬|底前)?")
_DAY_ONLY = regex(r"\d{1,2}\s*[日号]")
_SHORT_YEAR = regex(r"\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?")
_NUMBER = regex(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_TWO_NUMBERS = regex(r"\d \d")
_SCIENTIFIC = regex(r"\d(?:\.\d+)?[Ee]\+\d{2}")
"""What a spreadsheet makes of a long number when it saves CSV."""
_SAME_MEASURE = {"平方米": ("㎡", "m²", "m2", "平米", "平方")}
_FIRST_YEAR, _LAST_YEAR = 1949, 2100
_SERIALS = (18264, 73415)
"""Serial numbers of 1950-01-01 and 2100-12-31 in the 1900 date system."""
_OFFSET_1904 = 1462
_DIGITS_KEPT = 15
"""Excel stores 15 significant digits of a number; ids of that length or more must be text."""


def cleaned(raw: Raw) -> Raw:
    """Text without invisible characters, `_x000D_` and trailing blanks, line breaks as \\n; empty text is None."""
    if not isinstance(raw, str):
        return raw
    return _cleaned(raw) if len(raw) <= SHORT else _cleaned.__wrapped__(raw)


@lru_cache(maxsize=1 << 13)
def _cleaned(raw: str) -> str | None:
    text = raw.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "").replace("\t", " ")
    text = INVISIBLE.sub("", text)
    lines = [re.sub(r"^[\s\u3000]+|[\s\u3000]+$", "", line) for line in text.split("\n")]
    return "\n".join(lines).strip("\n") or None


def refuse_characters(raw: Raw) -> None:
    """Raises Fault when text holds control, private-use or unpaired characters."""
    bad = control_characters(raw.replace("\r", "")) if isinstance(raw, str) else []
    if bad:
        hint = "删去后重新输入；姓名、地名里的生僻字请改用标准汉字"
        raise Fault(Code.CELL_CHARACTERS, f"有不能打印的字符 {'、'.join(bad)}", hint)


def parse(raw: Raw, kind: type, column: Column, *, epoch_1904: bool = False, header: str = "") -> object:
    """The typed value of a cleaned raw value, or None for an empty one; raises Fault.

    `kind` is str, int, Decimal or date; `header` is the column's text in the clerk's workbook.
    """
    if raw is None:
        return None
    if column.choices:
        return Choices(column.choices, header or column.label).pick(raw_text(raw))
    if kind is date:
        return parse_date(raw, epoch_1904=epoch_1904)
    if kind is int or kind is Decimal:
        number = parse_number(raw, column.measure)
        if kind is int and number is not None:
            return _count(number)
        return _amount(number) if column.measure else number
    return parse_text(raw)


def raw_text(raw: Raw) -> str:
    """A value as text for choices: true and false as their Excel names, whole numbers without a decimal point."""
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    if isinstance(raw, int | float):
        return format(raw, ".15g")
    return str(raw)


def parse_text(raw: Raw) -> str:
    """Text of a cell; numbers become digits unless digits were lost, dates are refused."""
    if isinstance(raw, date | datetime | time | timedelta):
        hint = "把这一列设为文本格式，再重新填写"
        raise Fault(Code.CELL_TYPE, "这里要填文字，单元格却被自动变成了日期或时间", hint)
    if isinstance(raw, bool):
        return "是" if raw else "否"
    if isinstance(raw, int | float):
        if not abs(raw) < 10 ** (_DIGITS_KEPT - 1):
            message = "长编号按数字保存，末尾几位已经丢失"
            raise Fault(Code.CELL_DIGITS_LOST, message, "先把单元格设为文本格式，再照原件重新录入全部数字")
        return format(raw, ".15g")
    if _SCIENTIFIC.fullmatch(half_width(raw or "")):
        message = "长编号变成了科学计数法，末尾几位已经丢失"
        raise Fault(Code.CELL_DIGITS_LOST, message, "先把单元格设为文本格式，再照原件重新录入全部数字")
    return str(raw)


def parse_date(raw: Raw, *, epoch_1904: bool = False) -> date | None:
    """A day from a date cell, a serial number, or text with year, month and day."""
    if isinstance(raw, datetime):
        return _plausible(raw.date())
    if isinstance(raw, date):
        return _plausible(raw)
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _from_number(float(raw), epoch_1904=epoch_1904)
    if not isinstance(raw, str):
        raise Fault(Code.CELL_DATE, "这里要填日期", "写成 2026-03-05 这样的日期")
    text = squeeze(half_width(raw))
    if text in NO_DATE or raw.strip() in NO_DATE:
        return None
    match = _FULL_DATE.fullmatch(text) or _COMPACT_DATE.fullmatch(text)
    if match:
        return _day(*(int(part) for part in match.groups()))
    if re.fullmatch(r"\d{5}(\.0+)?", text):
        return _from_number(float(text), epoch_1904=epoch_1904)
    raise _date_fault(text)


def _date_fault(text: str) -> Fault:
    bare = text.replace(" ", "")
    if _SHORT_YEAR.fullmatch(bare):
        return Fault(Code.CELL_DATE, "年份只写了两位", "年份写四位，如 2026-03-05")
    if _NO_DAY.fullmatch(bare):
        return Fault(Code.CELL_DATE, "日期缺少具体的日", "补上日，如 2026年3月31日")
    no_year = _NO_YEAR.fullmatch(bare)
    if no_year:
        hint = f"补上年份，如 2026年{int(no_year[1])}月{int(no_year[2])}日"
        return Fault(Code.CELL_DATE, "日期没有写年份", hint)
    if _DAY_ONLY.fullmatch(bare):
        return Fault(Code.CELL_DATE, "日期只有日，没有年和月", "写全，如 2026年3月5日")
    return Fault(Code.CELL_DATE, "认不出这个日期", "写成 2026-03-05 或 2026年3月5日；没有日期就留空")


def _day(year: int, month: int, day: int) -> date:
    try:
        return _plausible(date(year, month, day))
    except ValueError:
        raise Fault(Code.CELL_DATE, f"没有{year}年{month}月{day}日这一天", "核对后改成真实的日期") from None


def _plausible(day: date) -> date:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise Fault(Code.CELL_DATE, f"年份 {day.year} 不合常理", "核对年份")
    return day


def _from_number(number: float, *, epoch_1904: bool) -> date:
    whole = int(number) if math.isfinite(number) else 0
    serial = whole + (_OFFSET_1904 if epoch_1904 else 0)
    if _SERIALS[0] <= serial <= _SERIALS[1]:
        return date(1899, 12, 30) + timedelta(days=serial)
    match = _COMPACT_DATE.fullmatch(str(whole)) if number == whole else None
    if match:
        return _day(*(int(part) for part in match.groups()))
    raise Fault(Code.CELL_DATE, "这个数不是日期", "写成 2026-03-05 或 2026年3月5日")


def parse_number(raw: Raw, measure: str = "") -> Decimal | None:
    """An exact number; text may have full-width digits, thousands separators and the column's own unit of measure."""
    if isinstance(raw, bool | date | datetime | time | timedelta):
        raise Fault(Code.CELL_NUMBER, "这里要填数字", "把单元格设为常规格式，再填数字")
    if isinstance(raw, int | float):
        if not abs(raw) < 10**_DIGITS_KEPT:
            raise Fault(Code.CELL_DIGITS_LOST, "数字太长，末尾几位已经丢失", "核对后重新填写")
        return Decimal(format(raw, ".15g"))
    spaced = squeeze(half_width(str(raw)))
    if _TWO_NUMBERS.search(spaced):
        raise Fault(
            Code.CELL_NUMBER, "数字中间有空格或换行，像是写了两个数", "一格只填一个数，数字中间不留空格"
        )
    text = spaced.replace(" ", "")
    if text in NOTHING:
        return None
    for unit in (measure, *_SAME_MEASURE.get(measure, ())):
        if unit and text.endswith(unit):
            text = text[: -len(unit)]
            break
    if not _NUMBER.fullmatch(text):
        raise _number_fault(text, measure)
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:  # pragma: no cover - the pattern admits only digits
        raise _number_fault(text, measure) from None


def _number_fault(text: str, measure: str) -> Fault:
    if re.match(r"[-+]?[\d.,]+[%‰]$", text):
        return Fault(Code.CELL_NUMBER, "这里不能写百分号", "只填数字，百分号写在计量单位里")
    if re.match(r"[-+]?[\d.,]+[万亿千百]", text):
        return Fault(Code.CELL_NUMBER, "数字后面带了“万”“亿”等字", "换算成这一列的计量单位，只填数字")
    if re.match(r"(约|近|超|余|不足|大约)|.*(余|多|左右|以上|以下)", text):
        return Fault(Code.CELL_NUMBER, "这里要填准确的数字", "填实际数，不写“约”“余”“左右”")
    if re.match(r"[-+]?[\d.,]+\D+$", text):
        unit = f"（{measure}）" if measure else ""
        return Fault(
            Code.CELL_NUMBER, "数字后面的单位与这一列不符", f"换算成这一列的计量单位{unit}，只填数字"
        )
    return Fault(Code.CELL_NUMBER, "这里要填数字", "只填数字；没有数就留空，确实是零就填 0")


def _amount(number: Decimal | None) -> Decimal | None:
    """What is measured (money, an area) is never below nothing; only free figures, such as changes, are."""
    if number is not None and number < 0:
        raise Fault(Code.CELL_NUMBER, "金额、面积不能是负数", "核对后重新填写")
    return number


def _count(number: Decimal) -> int:
    if number != number.to_integral_value():
        raise Fault(Code.CELL_NUMBER, "这里要填整数", "核对后填整数")
    if number < 0:
        raise Fault(Code.CELL_NUMBER, "数量不能是负数", "核对后重新填写")
    return int(number)
