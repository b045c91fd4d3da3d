"""The signature does not stand on a page without text (L093)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.bare import bare
from reporter.check.finding import Finding
from reporter.check.places import page_of, text_lines
from reporter.check.rule import Rule
from reporter.check.samples import notice, with_lines
from reporter.check.subject import Subject

RULE = Rule(
    code="GW412",
    title="署名、日期与正文同页",
    implements=("L093",),
    clause="GB/T 9704-2012 7.3.5.5",
    strength="recommended",
    tests="排版后署名、日期所在页上面有没有正文；附注有没有另起一页",
    why="单独一页的署名和印章容易被套用。",
    hint="调整行距、字距，使正文移一两行到这一页",
    good=lambda: with_lines(notice(), ("请认真落实。", 28.0, 61.0), *_SIGNED, page=2),
    bad=lambda: with_lines(notice(), *_SIGNED, page=2),
    roles=(
        "signatory",
        "date",
    ),
    needs=("layout",),
)
_SIGNED: tuple[tuple[str, float, float], ...] = ("安和县民政局", 124.4, 157.8), ("2026年3月6日", 125.0, 161.7)


def check(subject: Subject) -> Iterator[Finding]:
    """The page of the date in the layout: something of the text stands above the signature."""
    names, day = subject.sure("signatory", part=0), subject.the("date")
    for remark in subject.sure("remark", part=0) if day else ():
        if remark.para.looks.new_page and remark.para.place == "text":
            yield RULE.at(subject, remark, "附注另起了一页，应在成文日期下一行")
    found = page_of(subject, day.text) if day else None
    if day is None or found is None or found[0].number == 1:
        return
    page, line = found
    own = {bare(element.text) for element in (*names, day)}
    above = [one for one in text_lines(page) if one.baseline < line.baseline and bare(one.text) not in own]
    if not above:
        yield RULE.at(subject, day, "署名和成文日期单独在一页，这一页没有正文")
