"""版头: the mark's upper edge, the number above the red rule, the rule itself, and the title below it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from reporter.artefacts.geometry import Box, PageGeometry, TextLine
from reporter.artefacts.geometry_ink import InkedPdf, Rule
from reporter.check.measure.body import PageText
from reporter.check.measure.items import LEFT_MM, RIGHT_MM
from reporter.check.measure.judge import Reading, Sample
from reporter.typeset.standard import ERHAO_PT, LETTER, SANHAO_PT

_MARK_MIN_PT = 10.0  # eleven names under a long title are set as small as that
_NUMBER_ABOVE_RULE_MM = 20.0
_LETTER_RULE_MM = 165.0
_ENDS_MM = 0.3
_TITLE_SIZE_PT = 2.0
_LETTER_LEFT_MM = LEFT_MM - LETTER.rule_outset_left_mm
_LETTER_RIGHT_MM = RIGHT_MM + LETTER.rule_outset_right_mm
_LINE_KEYS = ("number", "rule_left", "rule_right", "rule_weight", "title")


class Head(Struct, frozen=True):
    """What 版头 on page 1 consists of; `rules` are red and long, top to bottom."""

    mark: tuple[TextLine, ...]
    rules: tuple[Rule, ...]
    title: tuple[TextLine, ...] = ()

    @property
    def letter(self) -> bool:
        return any(rule.width > _LETTER_RULE_MM for rule in self.rules)

    @property
    def order(self) -> bool:
        return not self.letter and bool(self.mark) and self.mark[-1].text.endswith("令")

    @property
    def ends_mm(self) -> float:
        """Where 版头 ends on page 1; 0 without one. A letter's 份号, 紧急程度 and number stand above its title."""
        if self.letter and self.title:
            return self.title[-1].baseline
        if self.letter or not self.rules:
            return max((line.baseline for line in self.mark), default=0.0)
        return self.rules[0].bottom


def find_head(page: PageGeometry, ink: InkedPdf) -> Head:
    """Red text of a mark's size and red rules on the first page."""
    mark = tuple(line for line in page.lines if line.red and line.size_pt >= _MARK_MIN_PT)
    has_red = any(glyph.red for line in page.lines for glyph in line.glyphs)
    sheet = Box(LEFT_MM - 15, 20, RIGHT_MM + 15, page.height - 10)
    rules = ink.rules(page.number, sheet, red=True) if has_red and not page.landscape else ()
    return Head(mark, rules, tuple(line for line in page.lines if _is_title(line)))


def _is_title(line: TextLine) -> bool:
    return not line.red and abs(line.size_pt - ERHAO_PT) < _TITLE_SIZE_PT


def head_readings(head: Head, texts: Sequence[PageText], ink: InkedPdf) -> list[Reading]:
    """Readings of the face that the page has."""
    if not head.mark and not head.rules:
        return [Reading("mark", reason="没有发文机关标志")]
    if head.letter:
        return [_mark("mark_letter", head, ink), *_letter(head, texts[0].page, ink)]
    if head.order:
        return [_mark("mark_order", head, ink)]
    found = [_mark("mark", head, ink)]
    if not head.rules:
        return [*found, *(Reading(key, reason="没有红色分隔线") for key in _LINE_KEYS)]
    rule = head.rules[0]
    return [
        *found,
        _number(rule, texts[0], ink),
        Reading("rule_left", (Sample(rule.left, 1),)),
        Reading("rule_right", (Sample(rule.right, 1),)),
        Reading("rule_weight", (Sample(rule.weight, 1),)),
        _title(rule, texts[0], ink),
    ]


def first_page_reading(texts: Sequence[PageText]) -> Reading:
    """Whether body text, more than the recipients, stands on page 1 of a document that has body text."""
    if not any(text.body for text in texts):
        return Reading("first_page", reason="没有三号字的正文")
    if any(line.indent == "indented" for line in texts[0].body):
        return Reading("first_page", checked=1)
    return Reading("first_page", (Sample(0, 1, "首页没有正文"),))


def _mark(key: str, head: Head, ink: InkedPdf) -> Reading:
    if not head.mark:
        return Reading(key, reason="没有发文机关标志")
    box = _around(head.mark)
    seen = ink.bounds(1, box, red=True)
    if seen is None:
        return Reading(key, reason="标志没有印出")
    return Reading(key, (Sample(seen.top, 1, head.mark[0].text),))


def _around(lines: Sequence[TextLine]) -> Box:
    """A region that surely holds the lines' ink: PDFium's boxes may be those of the font."""
    high = max(line.size_pt for line in lines) * 0.3528
    return Box(
        min(line.left for line in lines) - 1, max(min(line.baseline for line in lines) - 1.2 * high, 5),
        max(line.right for line in lines) + 1, max(line.baseline for line in lines) + 0.15 * high,
    )  # fmt: skip


def _number(rule: Rule, text: PageText, ink: InkedPdf) -> Reading:
    above = [
        line
        for line in text.lines
        if 0 < rule.top - line.baseline < _NUMBER_ABOVE_RULE_MM
        and not line.red
        and abs(line.size_pt - SANHAO_PT) < 1
    ]
    if not above:
        return Reading("number", reason="红线上方没有发文字号")
    line = above[-1]
    seen = ink.bounds(1, Box(line.left, line.baseline - 6, line.right, rule.top - 0.15))
    if seen is None:
        return Reading("number", reason="发文字号没有印出")
    return Reading("number", (Sample(rule.top - seen.bottom, 1, line.text),))


def _title(rule: Rule, text: PageText, ink: InkedPdf) -> Reading:
    below = [line for line in text.lines if line.baseline > rule.bottom and _is_title(line)]
    if not below:
        return Reading("title", reason="首页没有二号字的标题")
    line = below[0]
    seen = ink.bounds(1, Box(line.left, rule.bottom + 0.5, line.right, line.baseline + 1))
    if seen is None:
        return Reading("title", reason="标题没有印出")
    return Reading("title", (Sample(seen.top - rule.bottom, 1, line.text),))


def _letter(head: Head, page: PageGeometry, ink: InkedPdf) -> list[Reading]:
    wide = [rule for rule in head.rules if rule.width > _LETTER_RULE_MM]
    upper = [rule for rule in wide if rule.top < page.height / 2]
    lower = [rule for rule in wide if rule.top > page.height / 2]
    ends = [
        Sample(0, 1, f"{rule.left:.2f}～{rule.right:.2f} mm")
        for rule in wide
        if abs(rule.left - _LETTER_LEFT_MM) > _ENDS_MM or abs(rule.right - _LETTER_RIGHT_MM) > _ENDS_MM
    ]
    readings = [Reading("letter_ends", tuple(ends), len(wide))]
    mark = ink.bounds(1, _around(head.mark), red=True) if head.mark else None
    if mark is not None and upper:
        readings.append(Reading("letter_first", (Sample(upper[0].top - mark.bottom, 1),)))
    if lower:
        readings.append(Reading("letter_lower", (Sample(page.height - lower[-1].bottom, 1),)))
    else:
        readings.append(Reading("letter_lower", reason="首页下方没有红线"))
    return readings
