"""Chinese text: clean-up of typed values, widths in 字, numerals, nearest names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from reporter.patterns import regex

_HANZI_DIGITS = "零一二三四五六七八九"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_FULL_WIDTH = regex("[\u3000\uff01-\uff5e]")
_HALF_WIDTH = {**{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}, "\u3000": " "}
# C0 and C1 controls without tab and line ends, Unicode's own line ends, surrogates, private use, non-characters,
# interlinear annotations and tags.
_UNPRINTABLE = regex(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufff9-\ufffb"
    "\ufffe\uffff\U000e0000-\U000e007f\U000f0000-\U0010ffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0xF0000, 0x10000))
    + "]"
)
# Zero-width signs, marks that turn the direction of a line, fillers without ink.
INVISIBLE = regex(
    "[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)


def half_width(text: str) -> str:
    """Full-width digits, letters and signs as half-width ones: `１２０` → `120`. For keys, numbers and dates."""
    if not text.isascii():
        for char in set(
            _FULL_WIDTH.findall(text)
        ):  # a text has few of them; str.translate takes seven times as long
            text = text.replace(char, _HALF_WIDTH[char])
    return text


def squeeze(text: str) -> str:
    """Leading, trailing and doubled white space removed (also U+3000 and no-break spaces)."""
    return re.sub(r"[\s\u3000\u00a0]+", " ", text).strip()


@lru_cache(maxsize=1 << 14)
def key_of(text: str) -> str:
    """The form in which names are compared: half-width, no white space, lower case, canonical code points."""
    return re.sub(r"\s+", "", half_width(unicodedata.normalize("NFC", text))).casefold()


def control_characters(text: str) -> list[str]:
    """The control and private-use characters of `text` as `U+0007`: none of them may reach a document."""
    found = None if text.replace("\n", "").isprintable() else _UNPRINTABLE.findall(text)
    return [f"U+{ord(c):04X}" for c in sorted(set(found))] if found else []


def width(text: str) -> float:
    """Width in 字: 1 for hanzi and full-width signs, 0.5 for half-width characters."""
    return sum(0.5 if ord(c) < 0x2E80 and c not in "“”‘’—…·①②③④⑤⑥⑦⑧⑨⑩×℃" else 1.0 for c in text)


def hanzi_number(number: int) -> str:
    """12 → 十二, 103 → 一百零三; for numbering, 1 to 999."""
    if not 0 < number < 1000:
        raise ValueError(f"no numbering beyond 999: {number}")
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{_HANZI_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else _HANZI_DIGITS[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (_HANZI_DIGITS[ones] if ones else "")


def circled_number(number: int) -> str:
    """1 → ①, up to ⑳ (GB/T 15834 B.3.8 for the fifth level); raises ValueError beyond."""
    if not 0 < number <= len(_CIRCLED):
        raise ValueError(f"no circled number {number}")
    return _CIRCLED[number - 1]


def clipped(text: str, most: int) -> str:
    """At most so many characters; … where more follow."""
    return text if len(text) <= most else f"{text[:most]}…"


def within(text: str, most: int) -> str:
    """At most so many characters, the … for what was cut among them."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that `name` most probably means, or an empty string."""
    by_key = {key_of(candidate): candidate for candidate in known}
    from difflib import get_close_matches  # noqa: PLC0415 - asked for only where a name is unknown

    close = get_close_matches(key_of(name), list(by_key), n=1, cutoff=0.4)
    return by_key[close[0]] if close else ""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A hint sentence that names the nearest known name, or lists the known ones when none is near."""
    names = sorted(set(known))
    guess = nearest(name, names)
    if guess:
        return f"是不是“{guess}”？"
    return f"可用的有：{'、'.join(names[:20])}" if names else ""
