"""A document upward names whom it is for (7.3.2, 条例 art. 15)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.addressed import right_below, titled
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW330",
    title="请示、报告写明主送机关",
    implements=("R19",),
    clause="《党政机关公文处理工作条例》第十五条（一）；GB/T 9704-2012 7.3.2",
    strength="recommended",
    tests="有版头、标题是请示或报告的公文有没有主送机关",
    why="没有主送机关，就没有人受理。",
    hint="标题下空一行写主送机关，后标全角冒号",
    good=lambda: notice(title=_TITLE, recipients="临澜市民政局："),
    bad=lambda: notice(title=_TITLE, recipients=None),
    roles=("title", "mark"),
)
_TITLE = "安和县民政局关于申请专项资金的请示"


def check(subject: Subject) -> Iterator[Finding]:
    """Papers with a header; a line that may be the recipients, however unsure, counts."""
    title = subject.the("title")
    if title is None or subject.seen.face != "document" or not titled(title, "请示", "报告"):
        return
    called = any(para.text.endswith(("：", ":")) for para in right_below(subject, title))
    if not subject.seen.all("recipients") and not called:
        yield RULE.at(subject, title, "没有主送机关")
