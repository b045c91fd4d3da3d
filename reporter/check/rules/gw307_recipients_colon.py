"""主送机关 ends in a full-width colon (L030)."""

from __future__ import annotations

import re
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
    tests="主送机关最后一个字符，前面有没有“主送：”",
    why="冒号表示下面是对主送机关说的话。",
    hint="在最后一个主送机关后加“：”",
    good=notice,
    bad=lambda: notice(recipients="各乡镇人民政府、街道办事处。"),
    roles=("recipients",),
)


_WRONG = re.compile(r"^(主\s*送)(?:机\s*关)?\s*[：:]|[ \u3000\xa0]+[：:]$")


def check(subject: Subject) -> Iterator[Finding]:
    """The last sign behind the last recipient; a half-width colon has a rule of its own."""
    for element in subject.sure("recipients"):
        if moved(subject, element):
            continue
        if element.text.rstrip()[-1:] not in "：:":
            yield RULE.at(subject, element, "主送机关后面没有冒号", element.text.rstrip()[-20:])
        elif found := _WRONG.search(element.text.rstrip()):
            told = "主送机关前面写了“主送”，版头里直接写机关名称" if found[1] else "主送机关和冒号之间空了格"
            yield RULE.at(subject, element, told, element.text if found[1] else element.text[-20:])
