"""A number is not parted by a line's end (L076)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reporter.check.finding import Finding
from reporter.check.measure.items import RIGHT_MM
from reporter.check.places import text_lines
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject
from reporter.typeset.standard import CELL_MM

RULE = Rule(
    code="GW109",
    title="数字不拆在两行",
    implements=("L076",),
    clause="GB/T 15835-2011 5.1",
    strength="recommended",
    tests="数字中间的换行",
    why="拆开的数字容易读错。",
    hint="删去数字中间的换行，或调整前面的文字",
    good=lambda: notice(body=("共有养老机构142家。",)),
    bad=lambda: notice(body=("共有养老机构14\n2家。",)),
    yields=("GW128",),
)
_TYPED = re.compile(r"\d\n\d")
_ENDS = re.compile(r"\d$")
_BEGINS = re.compile(r"\d+(?:[.,]\d+)?[%年月日号万亿个家人条处张元名]")
_SAME = 0.2


def check(subject: Subject) -> Iterator[Finding]:
    """Breaks typed inside a number, and in a layout lines that end and begin with digits of one paragraph."""
    titles = {para.number for one in subject.seen.all("title", "attachment_title") for para in one.paras}
    for para in subject.seen.broken:
        if para.number not in titles and (found := _TYPED.search(para.text)):
            yield RULE.at(subject, para, "数字被拆在两行", around(para.text, found))
    for page in subject.layout.pages if subject.layout else ():
        for before, after in pairwise(text_lines(page)):
            parted = (
                _ENDS.search(before.text) and _BEGINS.match(after.text) and RIGHT_MM - before.right < CELL_MM
            )
            if parted and abs(before.size_pt - after.size_pt) < _SAME:
                yield RULE.on(
                    subject, "数字被拆在两行", page=page.number, quote=f"{before.text[-8:]}／{after.text[:8]}"
                )
