"""版记 on the last page and the page numbers of all pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from reporter.artefacts.geometry import Box, PageGeometry, TextLine
from reporter.artefacts.geometry_ink import InkedPdf, Rule
from reporter.check.measure.body import is_page_furniture
from reporter.check.measure.items import BOTTOM_MM, LEFT_MM, RIGHT_MM
from reporter.check.measure.judge import Reading, Sample
from reporter.typeset.standard import A4, IMPRINT

_PRINTED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日印发$")
_COPIES = ("主送：", "抄送：")
_LABEL = re.compile(r"附件\d{0,2}[:：]?")
_NUMBER = re.compile(r"([—–―-])?\s*(\d{1,4})\s*([—–―-])?")
_SIZE_TOLERANCE_PT = 1.0
_ENDS_MM = 0.3
_NEXT_ITEM_MM = 13.0
"""Largest distance of two baselines within 版记."""
_IMPRINT_KEYS = ("imprint_even", "imprint_foot", "imprint_ends", "imprint_first", "imprint_last")


def imprint_readings(
    pages: Sequence[PageGeometry], ink: InkedPdf, *, rendered: bool = False
) -> list[Reading]:
    """Place, width and weights of 版记's rules. A letter's 版记 has no rules and no 印发 line (10.1). A page with a
    rule alone does not count where it is `rendered`: of a filled page LibreOffice puts the last one behind."""
    found = [(page, line) for page in pages for line in page.lines if _is_printed_line(line)]
    if not found:
        return [Reading("imprint_even", reason="没有版记")]
    page, printed = found[-1]
    spilt = rendered and page.number == len(pages) - 1 and _is_blank(pages[-1]) and _has_rule(pages[-1], ink)
    readings = [_even(page, pages[:-1] if spilt else pages)]
    top = _first_baseline(page, printed)
    region = Box(LEFT_MM, top - 12, RIGHT_MM, min(page.height, BOTTOM_MM + 12))
    rules = _belonging(ink.rules(page.number, region), top, printed.baseline)
    if len(rules) < 2 or rules[-1].top < printed.baseline:
        return [*readings, *(Reading(key, reason="没有找到版记线") for key in _IMPRINT_KEYS[1:])]
    wrong = [
        Sample(0, page.number, f"{rule.left:.2f}～{rule.right:.2f} mm")
        for rule in _whole(rules, page, ink)
        if abs(rule.left - LEFT_MM) > _ENDS_MM or abs(rule.right - RIGHT_MM) > _ENDS_MM
    ]
    middle = tuple(Sample(rule.weight, page.number) for rule in rules[1:-1])
    readings += [
        Reading("imprint_foot", (Sample(rules[-1].bottom, page.number),)),
        Reading("imprint_ends", tuple(wrong), len(rules)),
        Reading("imprint_first", (Sample(rules[0].weight, page.number),)),
        Reading("imprint_last", (Sample(rules[-1].weight, page.number),)),
    ]
    return readings + ([Reading("imprint_middle", middle)] if middle else [])


def _is_printed_line(line: TextLine) -> bool:
    sized = abs(line.size_pt - IMPRINT.size_pt) < _SIZE_TOLERANCE_PT
    return sized and _PRINTED.search(line.text) is not None


def _even(page: PageGeometry, pages: Sequence[PageGeometry]) -> Reading:
    faults = []
    if page.number != len(pages):
        faults.append(Sample(0, page.number, f"版记在第{page.number}页，全文{len(pages)}页"))
    if page.number % 2:
        faults.append(Sample(0, page.number, f"版记在第{page.number}页，是奇数页"))
    return Reading("imprint_even", tuple(faults), 1)


def _has_rule(page: PageGeometry, ink: InkedPdf) -> bool:
    return bool(ink.rules(page.number, Box(LEFT_MM, 0, RIGHT_MM, page.height / 4)))


def _first_baseline(page: PageGeometry, printed: TextLine) -> float:
    """Baseline of 版记's first line: 主送 or 抄送 above 印发, with close lines of the same size between."""
    first = last = printed.baseline
    for line in reversed(page.lines):
        above = 0 < last - line.baseline < _NEXT_ITEM_MM
        if above and abs(line.size_pt - IMPRINT.size_pt) < _SIZE_TOLERANCE_PT:
            last = line.baseline
            first = last if line.text.startswith(_COPIES) else first
    return first


def _belonging(rules: Sequence[Rule], top: float, foot: float) -> list[Rule]:
    """From the last rule above the first line to the first rule below the last."""
    above = [rule for rule in rules if rule.bottom < top][-1:]
    between = [rule for rule in rules if top <= rule.bottom < foot]
    return above + between + [rule for rule in rules if rule.top > foot][:1]


def _whole(rules: Sequence[Rule], page: PageGeometry, ink: InkedPdf) -> list[Rule]:
    """The same rules with their ends on the whole sheet, so that those that stick out are seen."""
    sheet = Box(1, rules[0].top - 1, page.width - 1, rules[-1].bottom + 1)
    return list(ink.rules(page.number, sheet))


class _Number(Struct, frozen=True):
    """A page number with its dashes, on a page or turned on a landscape one."""

    page: PageGeometry
    line: TextLine
    value: int

    @property
    def turned(self) -> bool:
        return self.line.glyphs[0].turned


def number_readings(pages: Sequence[PageGeometry], ink: InkedPdf) -> list[Reading]:
    """Height and side of every page number, and whether they count the pages."""
    found = [number for page in pages if (number := _find_number(page)) is not None]
    if not found:
        return [Reading("dash", reason="没有页码")]
    return [
        Reading("dash", tuple(_dashes(found, ink))),
        Reading("dash_side", tuple(_sides(found))),
        Reading("numbers", tuple(_miscounted(pages, found)), len(found)),
    ]


def _find_number(page: PageGeometry) -> _Number | None:
    foot = [line for line in page.lines if line.baseline > page.height - A4.bottom_mm + 1]
    side = [line for line in page.turned if line.baseline < A4.bottom_mm] if page.landscape else []
    for line in (*foot, *side):
        match = _NUMBER.fullmatch(line.text)
        if match is not None and match.group(1) and match.group(3):
            return _Number(page, line, int(match.group(2)))
    return None


def _dashes(numbers: Sequence[_Number], ink: InkedPdf) -> Iterator[Sample]:
    """The dash's middle from the page's top; on a turned sheet as it is bound."""
    for number in numbers:
        dash = number.line.glyphs[0]
        if number.turned:
            region = Box(dash.baseline - 1, dash.left + 0.5, dash.baseline + 5, dash.right - 0.5)
            seen = ink.glyph_bounds(number.page.number, dash, region)
            middle = None if seen is None else number.page.width - (seen.left + seen.right) / 2
        else:
            region = Box(dash.left + 0.5, dash.baseline - 5, dash.right - 0.5, dash.baseline + 1)
            seen = ink.glyph_bounds(number.page.number, dash, region)
            middle = None if seen is None else (seen.top + seen.bottom) / 2
        if middle is not None:
            yield Sample(middle, number.page.number, number.line.text)


def _sides(numbers: Sequence[_Number]) -> Iterator[Sample]:
    """From the outer dash's cell to the type area's edge: right on odd pages, left on even ones; on a turned sheet down
    and up."""
    for number in numbers:
        first, last = number.line.glyphs[0], number.line.glyphs[-1]
        odd = number.value % 2 == 1
        if number.turned:
            area_end = number.page.height - A4.right_mm
            distance = area_end - last.right if odd else first.left - A4.left_mm
        else:
            area_end = number.page.width - A4.right_mm
            distance = area_end - last.right if odd else first.left - A4.left_mm
        yield Sample(distance, number.page.number, number.line.text)


def _miscounted(pages: Sequence[PageGeometry], numbers: Sequence[_Number]) -> Iterator[Sample]:
    """Numbers that are not their page's, pages in the middle without one, and a number on a page of 版记 behind a blank
    page: neither carries one (7.5). A letter's first page has none."""
    shift = numbers[0].value - numbers[0].page.number
    for number in numbers:
        if number.value - number.page.number != shift:
            yield Sample(number.value, number.page.number, f"第{number.page.number}页印着{number.line.text}")
    numbered = {number.page.number for number in numbers}
    behind_blank = len(pages) > 1 and _is_blank(pages[-2])
    if behind_blank and len(pages) in numbered:
        yield Sample(len(pages), len(pages), "空白页后面的版记页印了页码")
    for page in pages[1:]:
        within = any(n > page.number for n in numbered) or (_begins_attachment(page) and not _has_digits_below(page))
        if within and not _is_blank(page) and page.number not in numbered:
            yield Sample(0, page.number, "没有页码")


def _has_digits_below(page: PageGeometry) -> bool:
    """Whether a number of another form than ours stands at the foot (3, 第3页): its form is told."""
    lines = (line for line in page.lines if line.baseline > page.height - A4.bottom_mm + 1)
    return any(char.isdigit() for line in lines for char in line.text)


def _begins_attachment(page: PageGeometry) -> bool:
    """Whether 附件 and its number are the first line of the page: its pages run on with those of the text (7.3.7)."""
    first = next((line for line in page.lines if not is_page_furniture(line)), None)
    return first is not None and _LABEL.fullmatch("".join(first.text.split())) is not None


def _is_blank(page: PageGeometry) -> bool:
    """Whether nothing stands on the page but perhaps a number or a mark of its state."""
    return not page.turned and all(is_page_furniture(line) for line in page.lines)
