"""Rules do not come into force before they are signed (R10)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.clauses import clause_before
from reporter.check.dates import date_in
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW614",
    title="施行日期不早于成文日期",
    implements=("R10",),
    clause="公文一致性要求",
    strength="recommended",
    tests="“自×年×月×日起施行”的日期与成文日期",
    why="制度不溯及既往，施行日期早于成文日期多半是套用了旧文。",
    hint="核对施行日期；确需追溯的写明理由",
    good=lambda: notice(body=("本办法自2026年4月1日起施行。",)),
    bad=lambda: notice(body=("本办法自2026年3月1日起施行。",)),
    roles=("date", "body"),
)
_FROM = re.compile(r"自((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)起(?:正式)?(?:施行|实施|执行|生效)")


def check(subject: Subject) -> Iterator[Finding]:
    """Sentences of this document; of another one, whose name stands in 《》 before it, nothing is said."""
    day = subject.signed_on
    if day is None:
        return
    for para, found in subject.text_of("body", "heading").matches(
        _FROM, "起施行", "起实施", "起执行", "起正式", "起生效"
    ):
        begins, before = date_in(found[1]), para.text[max(0, found.start() - _REACH) : found.start()]
        if begins is not None and begins < day and "》" not in before and not _told(para.text, found):
            yield RULE.at(subject, para, f"{found[1]}早于成文日期", around(para.text, found))


def _told(text: str, found: re.Match[str]) -> bool:
    """我县现行标准自2024年1月1日起执行，已满3年: what is in force already."""
    before = clause_before(text, "。；", found.start())
    return bool(_FORMER.search(before) or _SINCE.match(text, found.end()) or _MADE_UP.search(text))


_FORMER = re.compile(r"现行|原[有定标办规政]|此前|以前|上一轮|[已曾]经?(?:于|从)?$|目前|现有")
_SINCE = re.compile(r"(?:以来|至今|后|的)|，(?:已|至今|迄今|截至|到目前|有效期)")
_MADE_UP = re.compile("补发|补差|差额|追溯|追补")
"""…起执行，差额部分于4月10日前补发: in force before, and told so."""
_REACH = 12
