"""A title inside 《》 takes 〈〉 (L065)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW506",
    title="书名号里的书名用单书名号",
    implements=("L065",),
    clause="GB/T 15834-2011 4.15.3.4",
    strength="shall",
    tests="《》里面有没有《，书名有没有用引号；〈〉外面有没有《》",
    why="里外同形，分不清哪一个是外层的结尾。",
    hint="里面的改成〈〉",
    good=lambda: notice(body=("按照《关于印发〈安全检查办法〉的通知》执行。",)),
    bad=lambda: notice(body=("按照《关于印发《安全检查办法》的通知》执行。",)),
)
_WRONG = re.compile(r"《[^》《]*+《[^》《]*+》[^《]*?》?|〈[^〉《〈]*+《[^》《]*+》[^〉〈]*+〉"
    r"|《[^》“《]*?(?:印发|转发|发布|公布|修改|废止|实施)“[^”》《]{2,30}(?:办法|规定|规程|条例|细则|意见|方案|通知|制度|规则|标准)(?:（[^）]*）)?”[^》《]*+》")
_SINGLE = re.compile("〈(?![0-9〇○一二三四五六七八九十]{1,4}〉)[^〈〉《》]{2,40}〉")

_QUICK = apart(
    "《[^》《]*+《",
    "〈[^〉《]*+《",
    *(f"{sign}“[^”》《]{{2,30}}[法定程例则见案知度准]" for sign in "发布改止施"),
)

_TOLD = ("书名号里又用了双书名号，外层用《》，里层用〈〉", "书名号里的书名用了引号，应当用〈〉")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    for para, found in subject.seen.joined.matches(_WRONG, quick=_QUICK):
        yield RULE.at(subject, para, _TOLD[found[0][0] == "《" and "《" not in found[0][1:]], around(para.text, found))
    for para, found in subject.seen.joined.matches(_SINGLE, "〈"):
        before = para.text[: found.start()]
        if before.count("《") == before.count("》"):
            yield RULE.at(subject, para, "最外层的书名号用《》", around(para.text, found))
