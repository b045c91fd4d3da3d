"""What was found is closed or open (R3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quantities import sentences
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW529",
    title="发现数等于已整改数加未整改数",
    implements=("R3",),
    clause="公文一致性要求",
    strength="shall",
    tests="一句里三个数都有时，是否加得起来",
    why="加不起来，说明有隐患没有交代。",
    hint="核对台账，改正其中的一个数",
    good=lambda: notice(body=("发现隐患1589处，已整改1403处，未整改186处。",)),
    bad=lambda: notice(body=("发现隐患1589处，已整改1403处，未整改180处。",)),
)
_COUNT = r"[^，。；\d]{0,10}?(\d[\d,]*)(处|条|项|个|家|件)"
_FOUND = re.compile(r"(?:发现|排查出|查出|排查)" + _COUNT)
_CLOSED = re.compile(r"(?<!未)(?:已整改|整改完成|完成整改|已销号|已完成整改|整改到位)" + _COUNT)
_OPEN = re.compile(r"(?:未整改|尚未整改|正在整改|未完成整改|未销号|整改中|尚有|剩余)" + _COUNT)


def check(subject: Subject) -> Iterator[Finding]:
    """Sentences that give all three numbers with one unit."""
    for para in subject.seen.prose():
        for offset, sentence in sentences(para.text):
            parts = [_value(pattern, sentence) for pattern in (_FOUND, _CLOSED, _OPEN)]
            if any(part is None for part in parts):
                continue
            found, closed, still = (part for part in parts if part)
            if len({found[1], closed[1], still[1]}) == 1 and found[0] != closed[0] + still[0]:
                message = f"发现{found[0]}，已整改{closed[0]}加未整改{still[0]}是{closed[0] + still[0]}"
                yield RULE.at(subject, para, message, para.text[offset : offset + 36])


def _value(pattern: re.Pattern[str], sentence: str) -> tuple[int, str] | None:
    found = pattern.search(sentence)
    return (int(found[1].replace(",", "")), found[2]) if found else None
