"""A title's lines do not part a word (L024)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject
from reporter.typeset.title_words import LONGEST_TITLE_WORD, TITLE_WORDS

RULE = Rule(
    code="GW305",
    title="标题换行词意完整",
    implements=("L024",),
    clause="GB/T 9704-2012 7.3.1",
    strength="shall",
    tests="标题每一处换行两边的词",
    why="拆开的词容易读错。",
    hint="把换行移到词的前面或后面",
    good=lambda: notice(title="安和县民政局关于做好\n养老院安全管理工作的通知"),
    bad=lambda: notice(title="安和县民政局关于做好养老服\n务质量建设工作的通知"),
    roles=(
        "title",
        "attachment_title",
    ),
    severity="warning",
)
_OPENING, _CLOSING = "《〈“（(", "》〉”）)、，"
_NUMBER = re.compile(r"\d+$")
_UNIT = re.compile(r"年|月|日|号|期|届|\d")
_KIND_ALONE = re.compile(r"的[\u4e00-\u9fff]{2,4}")
"""What is left of a title behind the name of what it passes on, which fills lines of its own."""
_NAMES = frozenset(("社会福利院", "儿童福利院", "人民政府"))
"""Never parted, though what is left may be a word of its own."""
_INSIDE = frozenset(word[at : at + 2] for word in TITLE_WORDS if len(word) > 2 for at in range(len(word) - 1))
"""What two characters a break inside a word of three or more parts."""
_LONG = tuple(word for word in TITLE_WORDS if len(word) >= 2)


def check(subject: Subject) -> Iterator[Finding]:
    """Breaks inside a word of the field's list or a number with its unit, before 的, or with one character alone."""
    for element in subject.sure("title", "attachment_title"):
        parts = "\n".join(para.text for para in element.paras).split("\n")
        lines = [part.strip() for part in parts if part.strip()]
        for before, after in pairwise(lines):
            if parted := _parted(before, after):
                yield RULE.at(subject, element, f"标题换行拆开了“{parted}”", "／".join(lines))
                break


def _parted(before: str, after: str) -> str:
    """The word or number with its unit across the break; a single character left alone is named too."""
    if (found := _NUMBER.search(before)) and (unit := _UNIT.match(after)):
        return found[0] + unit[0]
    if before[-1] in _OPENING:
        return before[-1] + after[:2]
    if (before[-1] == "关" and after[0] == "于") or after[0] in _CLOSING:
        return before[-1] + after[0]
    if after.startswith("的") and not (before.endswith("》") and _KIND_ALONE.fullmatch(after)):
        return before[-1] + "的"
    if len(after) == 1 or len(before) == 1:
        return before + after if len(before) == 1 else before[-1] + after
    if before[-1] + after[0] not in _INSIDE:
        return ""
    tail, head = before[1 - LONGEST_TITLE_WORD :], after[: LONGEST_TITLE_WORD - 1]
    around, cut = tail + head, len(tail)
    for size in range(LONGEST_TITLE_WORD, 2, -1):
        for left in range(max(1, size - len(head)), min(size - 1, cut) + 1):
            word = around[cut - left : cut - left + size]
            if word in TITLE_WORDS and (
                word in _NAMES or not (before.endswith(_LONG) or after.startswith(_LONG))
            ):
                return word
    return ""
