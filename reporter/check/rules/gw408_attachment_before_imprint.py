"""Attachments stand before 版记, each on a new page (L087)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import enclosed, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW408",
    title="附件另面编排，在版记之前",
    implements=("L087",),
    clause="GB/T 9704-2012 7.3.7",
    strength="shall",
    tests="附件与版记的先后，附件前有没有分页",
    why="附件是公文的一部分，版记在全文最后。",
    hint="在“附件”前插入分页符，并移到版记前面",
    good=lambda: notice(cc=None, print_office=None, print_date=None, tail=enclosed("清单")),
    bad=lambda: notice(cc=None, print_office=None, print_date=None, tail=enclosed("清单", new_page=False)),
    roles=("attachment_label",),
    about=("attachment_label",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """The order of 附件 labels and 版记, and the page break above a label of a Word file where it is known."""
    imprint = subject.sure("print_office", "print_date", "cc")
    for label in subject.sure("attachment_label"):
        if label.part <= 0:
            continue
        if imprint and imprint[0].para.number < label.para.number and imprint[0].part == 0:
            yield RULE.at(subject, label, "附件排在版记后面")
        elif subject.seen.format == "docx" and not label.para.looks.new_page:
            yield RULE.at(subject, label, "附件没有另起一页")
