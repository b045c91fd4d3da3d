"""No 。 at the end of brackets within a sentence (GB/T 15834-2011 4.9)."""

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
    code="GW583",
    title="句内括号紧跟所说明的词语，里面末尾不用句号",
    implements=("L062",),
    clause="GB/T 9704-2012 9、GB/T 15834-2011 4.9",
    strength="recommended",
    tests="句子中间的括号是不是以句号结束；“。（见附件1）”“》，（×〔2025〕3号）”",
    why="句号把一句话从中间断开。",
    hint="删去括号里末尾的句号",
    good=lambda: notice(body=("按照实施办法（2025年修订）执行。",)),
    bad=lambda: notice(body=("按照实施办法（2025年修订。）执行。",)),
    yields=("GW689",),
)
_END = re.compile("。）")
_BEHIND = apart("。（(?:见|详见)附件[^（）]{0,12}）", "，（(?<=》，（)[\u4e00-\u9fff]{1,8}〔[0-9]{4}〕[0-9]+号）")
_QUICK = apart("。（", "》，（", "。）")
"""One of them stands in each."""
_NOT_WITHIN = "。！？；：\n"


def check(subject: Subject) -> Iterator[Finding]:
    """Brackets that follow words of a sentence; those behind its end, or a whole paragraph, hold sentences."""
    text = subject.seen.joined
    if not text.holds(_QUICK):
        return
    for para, found in text.matches(_BEHIND):
        told = f"括号里的话说明前面的词语，“{found[0][0]}”应在括号后面"
        yield RULE.at(subject, para, told, around(para.text, found))
    for para, found in text.matches(_END, "。）"):
        begin = para.text.rfind("（", 0, found.start())
        before = para.text[:begin].rstrip()[-1:] if begin > 0 else ""
        if before and before not in _NOT_WITHIN and ("\u4e00" <= before <= "\u9fff" or before in "》”"):
            yield RULE.at(subject, para, "句内括号里末尾用了句号", around(para.text, found))
