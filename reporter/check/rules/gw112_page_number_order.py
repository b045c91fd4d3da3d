"""Page numbers run on (L110, L111)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.pagenumbers import numbers_fit
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW112",
    title="页码连续，空白页和版记前有空白页的版记页不编页码",
    implements=(
        "L110",
        "L111",
    ),
    clause="GB/T 9704-2012 7.5",
    strength="shall",
    tests="每页印的页码与页次",
    why="漏号、重号会让人以为缺页。",
    hint="检查分节处是否“续前节”，空白页删去页码",
    good=lambda: measured(notice(), numbers=None),
    bad=lambda: measured(notice(), numbers="印2，应为3"),
    needs=("layout",),
)


_NUMBER = re.compile(r"\d+")


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `numbers`. LibreOffice does not show the turned number of a landscape sheet in a frame. Sections
    that are numbered wrongly are told alone."""
    yield from _begun_late(subject)
    layout = subject.layout
    turned = {page.number for page in layout.pages if page.landscape} if layout and layout.rendered else set()
    found = [one for one in deviations(RULE, subject, "numbers") if one.where.page not in turned]
    if found and numbers_fit(subject):
        yield from found


def _begun_late(subject: Subject) -> Iterator[Finding]:
    """The page of a PDF that bears the mark is the first; what setting a Word file has for it, that rule tells."""
    mark = subject.the("mark")
    if subject.setting is not None or mark is None or mark.page != 1:
        return
    first = next((one for one in subject.sure("page_number") if one.page == 1), None)
    number = _NUMBER.search(first.text) if first else None
    if first and number and int(number[0]) > 1:
        yield replace(RULE.at(subject, first, f"首页的页码是{int(number[0])}，应从1起"), severity="warning")
