"""The signature follows the text (L092)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.places import page_of, text_lines
from reporter.check.rule import Rule
from reporter.check.samples import notice, with_lines
from reporter.check.subject import Subject
from reporter.check.whites import name_far_below
from reporter.typeset.standard import PITCH_MM

RULE = Rule(
    code="GW428",
    title="署名靠近正文，印章顶端距正文一行之内",
    implements=("L092",),
    clause="GB/T 9704-2012 7.3.5.1",
    strength="shall",
    tests="排版后署名与正文最后一行之间的空行",
    why="空得太多，可以在中间添加内容。",
    hint="删去署名前多余的空行",
    good=lambda: with_lines(
        notice(), ("请认真落实。", 28.0, 61.0), ("", 0, 0), ("安和县民政局", 124.4, 157.8)
    ),
    bad=lambda: with_lines(
        notice(), ("请认真落实。", 28.0, 61.0), *[("", 0, 0)] * 6, ("安和县民政局", 124.4, 157.8)
    ),
    roles=("signatory",),
    needs=("layout",),
    severity="warning",
)
_MOST = 4.6
"""A seal of 42 to 50 mm over the name, its upper edge a line below the text, leaves two to four lines."""


def check(subject: Subject) -> Iterator[Finding]:
    """White lines between the last line of text and the first signature on its page. White that a Word file sets there
    is told alone."""
    names = subject.sure("signatory", part=0)
    found = page_of(subject, names[0].text) if names else None
    if found is None or subject.seen.face == "order":
        return
    page, line = found
    above = [one for one in text_lines(page) if one.baseline < line.baseline - 1]
    gap = (line.baseline - above[-1].baseline) / PITCH_MM - 1 if above else 0
    if gap > _MOST and not name_far_below(subject, names[0]):
        yield RULE.at(subject, names[0], f"署名与正文之间空了{gap:.0f}行")
