"""The second line of an attachment's name stands under its first (L086)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.geometry import TextLine
from reporter.check.bare import bare
from reporter.check.finding import Finding
from reporter.check.places import page_of, text_lines
from reporter.check.rule import Rule
from reporter.check.samples import notice, with_lines
from reporter.check.subject import Subject
from reporter.typeset.standard import CELL_MM

RULE = Rule(
    code="GW411",
    title="附件名称回行时与上一行名称首字对齐",
    implements=("L086",),
    clause="GB/T 9704-2012 7.3.4",
    strength="shall",
    tests="排版后附件说明第二行的左边",
    why="对齐后，几个附件一目了然。",
    hint="用悬挂缩进，不用空格",
    good=lambda: _wrapped(55.9),
    bad=lambda: _wrapped(28.0),
    roles=("attachments",),
    needs=("layout",),
    severity="warning",
)
_HANGS = 0.8
_NUMBER = re.compile(r"(?:附\s*件\s*[：:]\s*)?\d(?=[.．、])")


def check(subject: Subject) -> Iterator[Finding]:
    """Lines of 附件说明 that are wrapped in the layout: what follows hangs a 字 in from where they begin; and
    the number of every further attachment stands under the first one's."""
    elements = subject.sure("attachments", part=0)
    lines = [page_of(subject, element.text, begins=True) for element in elements]
    for element, begin in zip(elements, lines, strict=True):
        if begin is None or bare(begin[1].text) == bare(element.text):
            continue
        page, first = begin
        after = [one for one in text_lines(page) if one.baseline > first.baseline + 1]
        if (
            after
            and _follows(element.text, first, after[0])
            and after[0].left < first.left + CELL_MM * _HANGS
        ):
            yield RULE.at(subject, element, "附件名称回行没有与上一行名称的首字对齐")
    numbers = [_number_at(begin[1]) for begin in lines if begin]
    for element, begin, at in zip(elements[1:], lines[1:], numbers[1:], strict=False):
        if begin and at and numbers[0] and abs(at - numbers[0]) > CELL_MM * _HANGS:
            yield RULE.at(subject, element, "附件顺序号没有与上一行的顺序号对齐")


def _number_at(line: TextLine) -> float:
    """Where the typed number of an attachment stands, mm; 0 for none."""
    found = _NUMBER.match(line.text)
    return line.glyphs[found.end() - 1].left if found else 0.0


def _follows(text: str, first: TextLine, second: TextLine) -> bool:
    """Whether the second line goes on with the name."""
    rest = bare(text)[len(bare(first.text)) :]
    return bool(rest) and rest.startswith(bare(second.text)[:4])


def _wrapped(left: float) -> Subject:
    example = notice(attachments="附件：养老院服务质量建设专项行动整改清单")
    return with_lines(
        example, ("附件：养老院服务质量建设", 39.1, 106.0), ("专项行动整改清单", left, left + 44.1)
    )
