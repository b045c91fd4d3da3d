"""Titles broken into lines whose outline is a trapezoid or a diamond, words kept whole (GB/T 9704 7.3.1).

Words are found by longest match against a list of the field's words; what the list does not know stays whole.
Every set of allowed break points is priced (words, book-title marks, outline, balance); cheapest wins.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from math import inf

from reporter.patterns import regex
from reporter.typeset.boundaries import Level, break_levels
from reporter.typeset.linebreak import Measure, Run, break_paragraph
from reporter.typeset.standard import TITLE_CELLS_PER_LINE, text_cells
from reporter.typeset.title_words import LONGEST_TITLE_WORD, TITLE_WORDS

# A place or an office: whatever precedes belongs to its name.
_SUFFIXES = "省市县区镇乡村局厅部委办院所队科股处组稿案表单年月日号期届批次化性"
_COUNTED = regex(
    r"(?:第?(?:\d+|[〇零一二三四五六七八九十百]+)(?:[-—～至]\d+)?(?:年度|季度|个月|[年月日号期次届批个家条项]))+"
)
_PLACE = regex(r"[\u4e00-\u9fff]{2,3}?(?:街道|[省市县区镇乡])")
_ACTS = ("关于", "印发", "转发")
"""What stands behind the names of issuers."""
_ISSUERS = regex(r"([\u4e00-\u9fff]+?(?:[ \u3000、][\u4e00-\u9fff]+?)*?)(?=关于|印发|转发)")
_BOOK = regex(r"《[^《》]*(?:〈[^〈〉]*〉[^《》]*)*》")
_QUOTED = regex(r"“[^“”]*”")
_PLACE_ENDS = frozenset("道省市县区镇乡")
_STAYS_LEFT = frozenset("的之等")  # a line does not begin with these
_STAYS_RIGHT = frozenset("与和及暨在对向为由将不未无")  # nor end with these

_EDGE, _JOINED, _CUT = 0.5, 12.0, 1000.0
_IN_BOOK = 4.0
_SPLIT_SHORT_BOOK = 40.0
_IN_NAME = 150.0  # dearer than any outline: the lines of issuers' names need not make a figure
_EVENNESS = 0.12
_LINE = 6.0
_ROUNDING = 1e-6
_MOST_LINES = 6
_BEAM = 24


def title_cells(width_pt: float, size_pt: float) -> float:
    """字 of `size_pt` that a line of a title may have on that width: half a 字 less than fit, because word processors
    add white where digits meet hanzi and every format must break the same."""
    return width_pt // size_pt - 0.5


@lru_cache(maxsize=256)
def break_title(text: str, max_cells: float = TITLE_CELLS_PER_LINE) -> tuple[str, ...]:
    """Lines of a title, at most `max_cells` 字 each (half-width 0.5), in the order of reading.

    Newlines are the writer's own breaks and are kept; a part between them is only broken if it is too wide.
    Blanks at a break are dropped. Empty text gives no line.
    """
    parts = [part.strip(" \u3000") for part in text.split("\n")]
    return tuple(line for part in parts if part for line in _part_lines(part, max_cells))


def title_shape(lines: tuple[str, ...]) -> str:
    """Outline of a title's lines: "single", "trapezoid", "diamond", "rectangle" or "hourglass"."""
    return _shape([text_cells(line) for line in lines])


def _shape(widths: Sequence[float]) -> str:
    if len(widths) < 2:
        return "single"
    if max(widths) - min(widths) < 1:
        return "rectangle"
    rises = [after - before for before, after in pairwise(widths)]
    if all(rise >= 0 for rise in rises) or all(rise <= 0 for rise in rises):
        return "trapezoid"
    peak = widths.index(max(widths))
    climbs = all(rise >= 0 for rise in rises[:peak]) and all(rise <= 0 for rise in rises[peak:])
    return "diamond" if climbs else "hourglass"


def _part_lines(text: str, max_cells: float) -> tuple[str, ...]:
    total = text_cells(text)
    if total <= max_cells:
        return (text,)
    prices = _prices(text, max_cells)
    fewest = int(-(-total // max_cells))
    found: list[tuple[float, tuple[str, ...]]] = []
    for count in range(fewest, min(fewest + 2, _MOST_LINES + 1)):
        found += _divisions(text, prices, count, max_cells, min(found)[0] if found else inf)
    return min(found)[1] if found else _plain_lines(text, max_cells)


def _plain_lines(text: str, max_cells: float) -> tuple[str, ...]:
    """Too long for a shape: broken by 避头尾 only."""
    lines = break_paragraph(
        [Run(text, "title")],
        Measure(width_pt=max_cells, size_pt=1.0, justify=False),
        lambda char, role: text_cells(char),
    )
    return tuple(line.text.strip() for line in lines)


def _prices(text: str, max_cells: float) -> dict[int, float]:
    """Price of a line's end before each index; indexes that are never allowed are absent."""
    levels = break_levels(text)
    words = _word_starts(text)
    prices: dict[int, float] = {}
    for index in range(1, len(text)):
        if levels[index] is not Level.FREE:
            continue
        price = words.get(index, _CUT)
        if text[index - 1] in " \u3000":
            price = 0.0
        if text[index] in _STAYS_LEFT or text[index - 1] in _STAYS_RIGHT:
            price += _JOINED
        prices[index] = price
    for match in _COUNTED.finditer(text):
        for index in range(match.start() + 1, match.end()):
            prices.pop(index, None)
    for match in _BOOK.finditer(text):
        _raise(prices, match, _SPLIT_SHORT_BOOK if text_cells(match.group()) <= max_cells else _IN_BOOK)
    for match in _QUOTED.finditer(text):
        _raise(prices, match, _IN_BOOK)
    _keep_names(text, prices)
    return prices


def _raise(prices: dict[int, float], match: re.Match[str], extra: float) -> None:
    """Breaks inside the match cost more."""
    for index in range(match.start() + 1, match.end()):
        if index in prices:
            prices[index] += extra


def _keep_names(text: str, prices: dict[int, float]) -> None:
    """Issuers named at the title's head are parted between their names: at blanks, or where their place comes again."""
    head = _ISSUERS.match(text) if any(act in text for act in _ACTS) else None
    starts = _name_starts(head[0]) if head else set()
    if head is None or not starts:
        return
    for index in range(1, head.end()):
        if index in starts:
            prices[index] = 0.0
        elif index in prices:
            prices[index] += _IN_NAME


def _name_starts(head: str) -> set[int]:
    """Where the second and later names of issuers begin."""
    apart = {found.end() for found in re.finditer(r"[ \u3000、]+", head)}
    place = _PLACE.match(head)
    again = {found.start() for found in re.finditer(re.escape(place[0]), head)} if place else set()
    return (apart or again) - {0}


def _word_starts(text: str) -> dict[int, float]:
    """Indexes where a word known to the list begins or ends, with the price of breaking there."""
    edges: dict[int, float] = {}
    index, previous_known = 0, True
    while index < len(text):
        word = _longest_word(text, index)
        known = bool(word) or not text[index].isalpha()
        word_edge = (known or previous_known) and text[index] not in _SUFFIXES
        if index and (word_edge or len(word) > 1):
            edges[index] = _EDGE
        index += len(word) or 1
        previous_known = known or text[index - 1] in "省市县区镇乡局厅部"
    return edges


def _longest_word(text: str, start: int) -> str:
    """The longest listed word that starts here, a place name (安和县), or nothing."""
    listed = _listed_word(text, start)
    if len(listed) > 1:
        return listed
    place = None if _PLACE_ENDS.isdisjoint(text) else _PLACE.match(text, start)
    if place and not any(len(_listed_word(text, inner)) > 1 for inner in range(start + 1, place.end() - 1)):
        return place.group()
    return listed


def _listed_word(text: str, start: int) -> str:
    for length in range(min(LONGEST_TITLE_WORD, len(text) - start), 0, -1):
        if text[start : start + length] in TITLE_WORDS:
            return text[start : start + length]
    return ""


def _divisions(
    text: str, prices: dict[int, float], count: int, max_cells: float, best: float
) -> Iterator[tuple[float, tuple[str, ...]]]:
    """The cheapest ways to cut `text` into `count` lines within the width, each with its full price.

    Line by line, keeping for every index the few prefixes that are cheapest by words and evenness. What costs more
    than `best` or one found here is left out, unless blanks are dropped at breaks, which makes lines evener.
    """
    sure = re.search(r"\s", text) is None
    limit = best + _ROUNDING - _LINE * count if sure else inf
    prefix = list(accumulate((text_cells(char) for char in text), initial=0.0))
    target = prefix[-1] / count
    beams: dict[int, list[tuple[float, tuple[int, ...]]]] = {0: [(0.0, (0,))]}
    ends = sorted(prices)
    for left in range(count - 1, -1, -1):
        stops = ends if left else [len(text)]
        reach = [prefix[end] for end in stops]
        least = bisect_left(reach, prefix[-1] - left * max_cells)  # the rest must have room on the lines left
        reached: dict[int, list[tuple[float, tuple[int, ...]]]] = {}
        for start, beam in beams.items():
            first = max(least, bisect_right(stops, start))
            for end in stops[first : bisect_right(reach, prefix[start] + max_cells)]:
                step = prices.get(end, 0.0) + (prefix[end] - prefix[start] - target) ** 2 * _EVENNESS
                found = [(price + step, (*cuts, end)) for price, cuts in beam if price + step <= limit]
                if found:
                    reached.setdefault(end, []).extend(found)
        beams = {end: sorted(beam)[:_BEAM] for end, beam in reached.items()}
    lines = _Lines(text)
    for cost, cuts in beams.get(len(text), []):
        if cost > limit:
            break
        division = [lines[cut] for cut in pairwise(cuts)]
        price = sum([prices[cut] for cut in cuts[1:-1]]) + _outline_price([width for _, width in division])
        if sure:
            limit = min(limit, price + _ROUNDING - _LINE * count)
        yield price, tuple([line for line, _ in division])


class _Lines(dict[tuple[int, int], tuple[str, float]]):
    """Where a line begins and ends in the text → the line without blanks at its ends, and its width in 字."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def __missing__(self, ends: tuple[int, int]) -> tuple[str, float]:
        line = self._text[slice(*ends)].strip()
        self[ends] = line, text_cells(line)
        return self[ends]


def _outline_price(widths: Sequence[float]) -> float:
    shape = {"hourglass": 60.0, "rectangle": 12.0}.get(_shape(widths), 0.0)
    mean = sum(widths) / len(widths)
    balance = sum([(width - mean) ** 2 for width in widths]) * _EVENNESS
    short = sum([max(0.0, 5 - width) * 6 for width in widths])
    return shape + balance + short + _LINE * len(widths)
