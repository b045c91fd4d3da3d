"""一是…二是… run on without a gap, and are as many as are announced (R24)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reporter.artefacts.seen.joined import apart
from reporter.artefacts.seen.model import Para
from reporter.check.finding import Finding
from reporter.check.ordinals import number_of
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW568",
    title="“一是、二是”顺序连续，项数与所说的相同",
    implements=("R24", "L047"),
    clause="公文一致性要求",
    strength="recommended",
    tests="正文里“一是……二是……”的序号；前面说了几项的，与列出的项数",
    why="跳号、重号说明删改后没有核对，或漏了内容。",
    hint="改正序号，或补上缺的一项",
    good=lambda: notice(body=("重点抓了三项工作：一是排查；二是整改；三是验收。",)),
    bad=lambda: notice(body=("重点抓了三项工作：一是排查；二是整改；四是验收。",)),
    roles=("body", "heading"),
)
_STEP = re.compile(
    r"(?:^|(?<=[。；，：、！])|(?<=\n))\s*(?P<n>十[一二三四五]?|[一二三四五六七八九])(?P<word>是|要)(?!否)"
)
_SAID = re.compile(
    r"(?P<n>[两二三四五六七八九十]{1,2}|\d{1,2})(?:项|个方面|点|条|件|方面|大?举措|个环节|个问题|个重点)[^。；：]{0,10}[：:。，]\s*$"
)
_BEFORE = 40
"""Characters before the first of a run in which it is announced."""
_QUICK = apart(*(f"{one}{word}" for word in "是要" for one in "一二三四五六七八九十"))


def check(subject: Subject) -> Iterator[Finding]:
    """A run may go on over paragraphs that follow one another; 一 begins another run."""
    last: dict[str, int] = {}
    for para in subject.text_of("body", "heading").holding(_QUICK):
        steps = list(_STEP.finditer(para.text))
        for at, step in enumerate(steps):
            number, word = number_of(step["n"]), step["word"]
            due = last.get(word, 0) + 1
            if number not in (1, due) and (at or word in last):
                yield RULE.at(
                    subject, para, f"“{step[0].strip()}”之前应是第{due}项，序号不连续", step[0].strip()
                )
            last[word] = number
        yield from _announced(subject, para, steps)


def _announced(subject: Subject, para: Para, steps: Sequence[re.Match[str]]) -> Iterator[Finding]:
    """三项工作：一是…, where all of the run stands in the paragraph."""
    firsts = [at for at, step in enumerate(steps) if step["n"] == "一"]
    for at, first in enumerate(firsts):
        begin = steps[first].start()
        said = _SAID.search(para.text[max(0, begin - _BEFORE) : begin])
        listed = (firsts[at + 1] if at + 1 < len(firsts) else len(steps)) - first
        count = number_of(said["n"]) if said else 0
        if said and listed > 1 and listed != count:
            yield RULE.at(subject, para, f"说有{said['n']}项，列了{listed}项", said[0])
