"""Number formats of automatic numbering: 7 → 七, ⑦, vii … (ECMA-376 part 1, 17.18.59 ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
MOST: Final = 9999
"""Beyond it every format is decimal."""


def formatted(number: int, form: str) -> str:
    """`number` as the format has it; decimal for a format that is not known or cannot say it."""
    if form == "none":
        return ""
    maker = _FORMS.get(form)
    if maker is None or not 0 < number <= MOST:
        return f"{number:02d}" if form == "decimalZero" else str(number)
    return maker(number)


def _hanzi(number: int, digits: str, units: tuple[str, ...]) -> str:
    found, gap = "", False
    text = str(number)
    for place, digit in enumerate(text):
        unit = units[len(text) - place - 1]
        if digit == "0":
            gap = True
            continue
        found += ("零" if gap and found else "") + digits[int(digit)] + unit
        gap = False
    return found


def _counting(number: int) -> str:
    found = _hanzi(number, _DIGITS, ("", "十", "百", "千"))
    return found[1:] if 10 <= number < 20 else found


def _ideographs(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _row(first: str, count: int) -> Callable[[int], str]:
    """Characters in a row of the code table, decimal beyond them."""
    return lambda number: chr(ord(first) + number - 1) if number <= count else str(number)


def _letters(number: int) -> str:
    """a … z, aa, bb …"""
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * min(times + 1, 20)


def _roman(number: int) -> str:
    found = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        found += letters * times
    return found


def _circled(number: int) -> str:
    if number <= 20:
        return chr(0x2460 + number - 1)
    if number <= 35:
        return chr(0x3251 + number - 21)
    return chr(0x32B1 + number - 36) if number <= 50 else str(number)


def _wide(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


def _cycle(row: str) -> Callable[[int], str]:
    return lambda number: row[number - 1] if number <= len(row) else str(number)


_FORMS: Final[dict[str, Callable[[int], str]]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
         "taiwaneseCountingThousand"), _counting,
    ),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"), _ideographs),
    **dict.fromkeys(
        ("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"),
        lambda number: _hanzi(number, _LEGAL, ("", "拾", "佰", "仟")),
    ),
    "ideographTraditional": _cycle(_STEMS), "ideographZodiac": _cycle(_BRANCHES),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _circled),
    "decimalEnclosedParen": _row("⑴", 20), "decimalEnclosedFullstop": _row("⒈", 20),
    "ideographEnclosedCircle": _row("㊀", 10),
    "decimalFullWidth": _wide, "decimalFullWidth2": _wide,
    "lowerLetter": _letters, "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman, "upperRoman": lambda number: _roman(number).upper(),
    "numberInDash": lambda number: f"- {number} -",
    "decimalZero": lambda number: f"{number:02d}",
}  # fmt: skip
