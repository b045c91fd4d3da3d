"""No 、 between 》《 or ”“ (L063)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW504",
    title="并列的书名号、引号之间不用顿号",
    implements=("L063",),
    clause="GB/T 15834-2011 4.5.3.5",
    strength="recommended",
    tests="“》、《”和“”、“”两种写法",
    why="标号本身已把并列成分分开。",
    hint="删去顿号；中间插有括注的可以保留",
    good=lambda: notice(body=("对照《养老机构管理办法》《养老院安全检查办法》逐条检查。",)),
    bad=lambda: notice(body=("对照《养老机构管理办法》、《养老院安全检查办法》逐条检查。",)),
    folds=6,
)
_WRONG = apart("》、《", "”、“", "》，《(?=[^《》]{2,40}》(?:等|的?(?:有关|相关)?(?:规定|要求)|和《|及))")
_NAMES = {"、": "顿号", "，": "逗号"}


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    for para, found in subject.seen.joined.matches(_WRONG):
        yield RULE.at(subject, para, f"并列的书名号、引号之间用了{_NAMES[found[0][1]]}", around(para.text, found))
