"""Double quotes stand outside, single ones within (L061)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around, around_at
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW593",
    title="外层用双引号，里层用单引号",
    implements=("L061",),
    clause="GB/T 15834 4.8.3.4",
    strength="shall",
    tests="双引号里的双引号，不在双引号里的单引号",
    why="引号不分层，读者不知道引文到哪里为止。",
    hint="外层用“”，引文里再用引号的改为‘’",
    good=lambda: notice(body=("这里的“全部”按照“‘全部’收入”计算。",)),
    bad=lambda: notice(body=("办法规定“获得的“全部”现金”。",)),
    signs=("“", "‘"),
)
_WORD = re.compile(r"‘[^‘’“”]*[\u4e00-\u9fff][^‘’“”]*’")
_NESTED = re.compile("“[^“”\n]*+“[^“”\n]*+”[^“”\n]*+”")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs in which every double quote has its partner; single ones with hanzi between them, so that no
    apostrophe is taken for one. A quotation of several paragraphs opens each of them, and is left out."""
    text = subject.seen.joined
    for para, found in text.matches(_NESTED):
        if para.text.count("“") == para.text.count("”"):
            inner = found.start() + found[0].index("“", 1)
            yield RULE.at(subject, para, "双引号里面又用双引号", around_at(para.text, inner))
    for para, found in text.matches(_WORD, "‘"):
        before = para.text[: found.start()]
        if before.count("“") == before.count("”"):
            yield RULE.at(subject, para, "外层引号用了单引号", around(para.text, found))
