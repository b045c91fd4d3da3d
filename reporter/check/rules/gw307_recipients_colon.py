"""主送机关 ends in a full-width colon (L030)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.addressed import moved
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW307",
    title="主送机关后标全角冒号",
    implements=("L030",),
    clause="GB/T 9704-2012 7.3.2",
    strength="shall",
    tests="主送机关最后一个字符",
    why="冒号表示下面是对主送机关说的话。",
    hint="在最后一个主送机关后加“：”",
    good=notice,
    bad=lambda: notice(recipients="各乡镇人民政府、街道办事处。"),
    roles=("recipients",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """The last sign behind the last recipient; a half-width colon has a rule of its own."""
    for element in subject.sure("recipients"):
        if moved(subject, element):
            continue
        if element.text.rstrip()[-1:] not in "：:":
            yield RULE.at(subject, element, "主送机关后面没有冒号", element.text.rstrip()[-20:])
