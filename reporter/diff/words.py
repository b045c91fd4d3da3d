"""A text as words, and what changed between two texts word by word.

Words are found by rule: a number with its sign, separators, decimals, percent sign and unit is one word, as are dates
and 〔2026〕12号; Latin words, single marks, words of the field, else single hanzi. Small islands of agreement inside a
rewritten clause are taken into the change, so that a redline stays readable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reporter.diff.lcs import Span, same_spans
from reporter.diff.model import Edit, Op
from reporter.patterns import regex
from reporter.typeset.title_words import TITLE_WORDS

UNITS = (
    "个百分点", "百分点", "平方米", "立方米", "平方公里", "人次", "家次", "万元", "亿元", "公里", "公斤", "个月",
    "小时", "分钟", "床位", "季度", "元", "家", "个", "张", "处", "名", "人", "次", "份", "条", "项", "户", "所",
    "起", "台", "件", "辆", "间", "栋", "场", "期", "批", "只", "套", "块", "部", "米", "天", "页", "岁", "周",
    "层", "支", "吨", "亩", "分", "倍", "类", "种", "轮", "日", "月", "年", "号",
)  # fmt: skip
"""Units of figures, longer ones before their beginnings."""
_D = "0-9０-９"
_DATE = rf"[{_D}]{{2,4}}年(?:[{_D}]{{1,2}}月(?:[{_D}]{{1,2}}日)?)?|[{_D}]{{1,2}}月[{_D}]{{1,2}}日"
_NUMBERED = rf"〔[{_D}]{{4}}〕(?:第?[{_D}]+号)?"
_THOUSANDS = rf"[{_D}]{{1,3}}(?:[,，][{_D}]{{3}})+(?![{_D}])(?:[.．][{_D}]+)?"
_ASCII = rf"[A-Za-z{_D}]+(?:[.,．:/@_+-][A-Za-z{_D}]+)*"
_WORD = regex(
    rf"(?P<date>{_DATE})|(?P<numbered>{_NUMBERED})"
    rf"|(?P<number>(?:(?<![A-Za-z{_D}—–-])[-−+])?(?:{_THOUSANDS}|(?:{_ASCII}))"
    rf"(?:\s?[%％‰](?:[%％‰])*|[万亿]?(?:{'|'.join(UNITS)})|[万亿])?)"
    r"|(?P<hanzi>[\u3400-\u9fff]+)|(?P<blank>\s+)|(?P<dots>…+|—+)|(?P<mark>.)",
    re.DOTALL,
)  # fmt: skip
_WORDS = frozenset(word for word in TITLE_WORDS if len(word) > 1)
_LONGEST: dict[str, int] = {}
for _word in _WORDS:
    _LONGEST[_word[0]] = max(_LONGEST.get(_word[0], 0), len(_word))
_CLAUSE = frozenset("，。；：、！？\n")
_DIGIT = regex(rf"[{_D}]")
_ISLAND = 6
_MANY = 3000
"""More stretches are left as they are."""
_FEW = 0.25
"""Texts that share less of their characters are told as one taken out and one put in."""


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in order; joined they give it back."""
    found: list[str] = []
    for match in _WORD.finditer(text):
        if match.lastgroup == "hanzi":
            found += _hanzi(match[0])
        else:
            found.append(match[0])
    return tuple(found)


def _hanzi(run: str) -> Iterator[str]:
    """The longest word of the field that begins here, else one character."""
    at, end = 0, len(run)
    while at < end:
        size = min(_LONGEST.get(run[at], 1), end - at)
        while size > 1 and run[at : at + size] not in _WORDS:
            size -= 1
        yield run[at : at + size]
        at += size


@lru_cache(maxsize=4096)
def edits(old: str, new: str) -> tuple[Edit, ...]:
    """What turns `old` into `new`: in each gap what is deleted comes before what is inserted. Empty for equal texts."""
    if old == new:
        return ()
    left, right = words(old), words(new)
    spans = _slid(same_spans(left, right), left, right)
    if len(spans) <= _MANY:
        spans = _readable(spans, left, right)
    if sum(len(_joined(left, span[0], span[2])) for span in spans) < _FEW * min(len(old), len(new)):
        spans = []
    return tuple(_edits(spans, left, right))


def _edits(spans: Sequence[Span], left: Sequence[str], right: Sequence[str]) -> Iterator[Edit]:
    i = j = old = new = 0
    for a, b, size in (*spans, (len(left), len(right), 0)):
        parts: tuple[tuple[Op, str], ...] = (
            ("delete", "".join(left[i:a])), ("insert", "".join(right[j:b])), ("equal", _joined(left, a, size)),
        )  # fmt: skip
        for op, text in parts:
            if text:
                yield Edit(op, text, old, new)
            old += len(text) if op != "insert" else 0
            new += len(text) if op != "delete" else 0
        i, j = a + size, b + size


def _joined(some: Sequence[str], at: int, size: int) -> str:
    return "".join(some[at : at + size])


def _slid(spans: Sequence[Span], left: Sequence[str], right: Sequence[str]) -> list[Span]:
    """Where only one side has something between two spans, it is slid so that it ends at a clause's end if it can."""
    found = list(spans)
    for at in range(len(found) - 1):
        (a, b, size), (c, d, after) = found[at], found[at + 1]
        if a + size == c:
            shift = _shift(right, b + size, d, (size, after))
        elif b + size == d:
            shift = _shift(left, a + size, c, (size, after))
        else:
            continue
        found[at] = a, b, size + shift
        found[at + 1] = c + shift, d + shift, after - shift
    return [span for span in found if span[2]]


def _shift(side: Sequence[str], start: int, end: int, room: tuple[int, int]) -> int:
    """How many words to slide the stretch `start:end`, left (negative) or right, to end with a clause."""
    if side[end - 1] in _CLAUSE or (start == 0):
        return 0
    for by in range(1, min(room[0], end - start, 12)):
        if side[start - by] != side[end - by]:
            break
        if side[end - by - 1] in _CLAUSE:
            return -by
    for by in range(1, min(room[1], 12)):
        if side[start + by - 1] != side[end + by - 1]:
            break
        if side[end + by - 1] in _CLAUSE:
            return by
    return 0


def _readable(spans: Sequence[Span], left: Sequence[str], right: Sequence[str]) -> list[Span]:
    """Without islands that are small beside the changes on both their sides; figures and whole clauses stay."""
    found = list(spans)
    at = 0
    while at < len(found):
        start, _, size = found[at]
        around = min(_changed(found, at - 1, left, right), _changed(found, at, left, right))
        if _island(_joined(left, start, size), around):
            del found[at]
            at = max(at - 1, 0)
        else:
            at += 1
    return found


def _island(text: str, around: int) -> bool:
    """Whether a stretch that stayed is not worth showing between changes of at least `around` characters each."""
    if not around or len(text) > _ISLAND or _DIGIT.search(text):
        return False
    if len(text) == 1 and text in _CLAUSE:
        return around >= _ISLAND
    return len(text) < 2 * around if len(text) <= 2 else len(text) * 2 <= around


def _changed(spans: Sequence[Span], at: int, left: Sequence[str], right: Sequence[str]) -> int:
    """Characters that are different behind span `at` (-1: before the first one), the longer side; figures aside."""
    a, b, size = spans[at] if at >= 0 else (0, 0, 0)
    c, d, _ = spans[at + 1] if at + 1 < len(spans) else (len(left), len(right), 0)
    return max(_wording(left[a + size : c]), _wording(right[b + size : d]))


def _wording(some: Sequence[str]) -> int:
    return sum(len(word) for word in some if not _DIGIT.search(word))
