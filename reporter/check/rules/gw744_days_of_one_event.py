"""What lasted some days lasted the same days in all files of a set (R8)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import two
from reporter.check.subject import Subject

RULE = Rule(
    code="GW744",
    title="一套文稿里同一次检查、活动的起止日期一致",
    implements=("R8",),
    clause="公文一致性要求",
    strength="shall",
    tests="几份文稿里“×月×日至×日，”后面说法相同、起止只有一头相同的日期",
    why="同一次检查有两个起止日期，必有一处写错。",
    hint="核对检查、活动的实际起止日期，改成一致",
    good=lambda: two(f"2026年9月7日{_SAID}", f"2026年9月7日{_SAID}"),
    bad=lambda: two(f"2026年9月7日{_SAID}", f"2026年9月1日{_SAID}"),
    needs=("set",),
    severity="warning",
)
_SAID = "至15日，县民政局会同县消防救援大队检查养老机构12家。"
_SPAN = re.compile(r"(20\d{2}年\d{1,2}月\d{1,2}日)至((?:\d{1,2}月)?\d{1,2}日)，([\u4e00-\u9fff、]{8})")


def check_set(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Spans that begin or end alike and go on alike; what differs in both is another time."""
    first: dict[str, tuple[Subject, str, str]] = {}
    for subject in subjects:
        for para, found in subject.seen.matches(_SPAN, "至"):
            begin, end, said = found.groups()
            other, was, till = first.setdefault(said, (subject, begin, end))
            if other is not subject and (was == begin) != (till == end):
                message = f"{other.name}里是{was}至{till}，这里是{begin}至{end}"
                yield RULE.at(subject, para, message, found[0])
