"""A document upward names whom it is for (7.3.2, 条例 art. 15)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.addressed import right_below, titled
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW330",
    title="请示、报告、批复、函写明主送机关，排在正文之前",
    implements=("R19",),
    clause="《党政机关公文处理工作条例》第十五条（一）；GB/T 9704-2012 7.3.2",
    strength="recommended",
    tests="有版头的请示、报告、批复、函有没有主送机关，主送机关是不是排到了正文之后",
    why="没有主送机关，就没有人受理。",
    hint="标题下空一行写主送机关，后标全角冒号",
    good=lambda: notice(title=_TITLE, recipients="临澜市民政局："),
    bad=lambda: notice(title=_TITLE, recipients=None),
    roles=("title", "mark"),
)
_TITLE = "安和县民政局关于申请专项资金的请示"
_TO = re.compile(r"(?:政府|局|委员会|办公室|办事处|单位|机构|馆|站|院|校|部门|中心)[：:]$")


def check(subject: Subject) -> Iterator[Finding]:
    """Papers with a header; a line that may be the recipients, however unsure, counts."""
    title = subject.the("title")
    if title is None or subject.seen.face not in ("document", "letter") or subject.seen.all("recipients"):
        return
    must = titled(title, "请示", "报告", "批复", "函")
    if must and any(para.text.endswith(("：", ":")) for para in right_below(subject, title)):
        return
    below = list(_below_the_text(subject))
    yield from below
    if must and not below:
        yield RULE.at(subject, title, "没有主送机关")


def _below_the_text(subject: Subject) -> Iterator[Finding]:
    """What may be recipients between the text and the name."""
    name = next(iter(subject.sure("signatory", part=0)), None)
    above = [one for one in subject.seen.all("body", part=0) if name and one.para.number < name.para.number]
    if name and above and _TO.search(above[-1].text) and "。" not in above[-1].text:
        yield RULE.at(subject, above[-1], "主送机关排在正文之后，应在标题之下、正文之前")
