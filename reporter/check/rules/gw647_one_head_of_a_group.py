"""A group has one head (R24)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject
from reporter.text import within

_HEADS = ("组长", "总指挥", "指挥长", "召集人", "主任委员")
RULE = Rule(
    code="GW647",
    title="一个小组只有一个组长",
    implements=("R24",),
    clause="公文校对要求",
    strength="recommended",
    tests="“由甲任组长，乙任组长”“组长：”下面又是“组长：”",
    why="多是漏了“副”字，谁负总责就不清楚了。",
    hint="核对任命，漏了“副”字的补上；确是双组长的，写“双组长”",
    good=lambda: notice(body=("由局主要负责同志任组长，分管负责同志任副组长。",)),
    bad=lambda: notice(body=("由局主要负责同志任组长，分管负责同志任组长。",)),
    severity="warning",
    signs=_HEADS,
)
_TWICE = re.compile(rf"任({'|'.join(_HEADS)})[，、][^。；：组队]{{2,24}}?任\1(?!助理)")
_QUICK = apart(*(f"任{head}" for head in _HEADS))
_LINE = re.compile(rf"({'|'.join(_HEADS)})：.")


def check(subject: Subject) -> Iterator[Finding]:
    """In one sentence, or in two lines one below the other; of other groups other lines stand between."""
    for para, found in subject.seen.joined.matches(_TWICE, quick=_QUICK):
        if f"双{found[1]}" not in para.text:
            yield RULE.at(subject, para, f"写了两个“{found[1]}”", around(para.text, found))
    paras = subject.paras_of("body")
    heads = [(para, _LINE.match("".join(para.text.split()))) for para in paras]
    for (above, before), (para, after) in pairwise(heads):
        if before and after and before[1] == after[1] and above.number + 1 == para.number:
            yield RULE.at(subject, para, f"上一行已经写了“{after[1]}”", within(para.text, 20))
