"""版记 closes the document with a rule, and nothing follows it (L101, L102)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.artefacts.seen.model import Stroke
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW452",
    title="版记有末条分隔线，后面没有别的公文",
    implements=("L101", "L102"),
    clause="GB/T 9704-2012 7.4.1",
    strength="shall",
    tests="印发一行下面的分隔线（Word 文件）；版记后面又有标题和正文",
    why="版记在公文的最后一面，末条分隔线与版心下边缘重合。",
    hint="补上末条分隔线；另一份公文单独成文",
    good=lambda: notice(print_date=line("2026年3月6日印发", "print_date", looks=_RULED)),
    bad=lambda: notice(print_date=line("2026年3月6日印发", "print_date", looks={"rule_above": _STROKE})),
    roles=("print_date",),
    severity="warning",
)
_STROKE: Stroke = Stroke(1.0, "000000")
_RULED: dict[str, Stroke] = {"rule_above": _STROKE, "rule_below": _STROKE}


def check(subject: Subject) -> Iterator[Finding]:
    """A rule above and none below tells that one was forgotten; files without any say nothing of their rules."""
    printed = subject.sure("print_date", part=0)
    if not printed:
        return
    last = printed[-1]
    looks = last.para.looks
    if subject.seen.format == "docx" and looks.rule_above and not looks.rule_below:
        yield RULE.at(subject, last, "版记缺末条分隔线")
    behind = last.para.number
    titles = [one for one in subject.sure("title") if one.para.number > behind]
    if titles and any(one.para.number > titles[0].para.number for one in subject.sure("body")):
        yield RULE.at(subject, titles[0], "版记后面又排了一份公文")
