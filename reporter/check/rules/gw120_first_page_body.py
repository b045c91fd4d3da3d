"""The first page shows body text (L033)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.places import page_of
from reporter.check.rule import Rule
from reporter.check.samples import notice, with_lines
from reporter.check.subject import Subject

RULE = Rule(
    code="GW120",
    title="首页必须显示正文",
    implements=("L033",),
    clause="GB/T 9704-2012 7.3.3",
    strength="shall",
    tests="第一页上有没有正文",
    why="首页只有版头和标题时，看不出是什么公文。",
    hint="缩小发文机关标志字号或间距，或把主送机关移至版记",
    good=lambda: with_lines(notice(), (_BODY, 39.1, 100.0)),
    bad=lambda: with_lines(notice(), (_BODY, 39.1, 100.0), page=2),
    needs=("layout",),
)
_BODY = "为做好养老院安全管理工作，"


def check(subject: Subject) -> Iterator[Finding]:
    """The first recognised paragraph of the body must begin on page 1; a file without one is not judged."""
    body = next(iter(subject.sure("body", "heading", part=0)), None)
    place = page_of(subject, body.para.text, begins=True) if body else None
    if body and place and place[0].number > 1 and subject.seen.face != "plain":
        yield RULE.at(subject, body, "首页没有正文")
