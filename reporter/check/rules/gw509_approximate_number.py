"""No 、 in approximate numbers (L068)."""

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
    code="GW509",
    title="概数中间不用顿号",
    implements=("L068",),
    clause="GB/T 15834-2011 4.5.3.6、GB/T 15835-2011 5.2.1",
    strength="recommended",
    tests="“三、四个”“2、3名”“两～三年”这样的写法",
    why="加了顿号就成了三个和四个并列。",
    hint="删去顿号；表示“三处和四处”的可以不改",
    good=lambda: notice(body=("每院配备三四个应急灯。",)),
    bad=lambda: notice(body=("每院配备三、四个应急灯。",)),
    severity="info",
)
_PAIRS = "一、二|一、两|二、三|两、三|三、四|三、五|四、五|五、六|六、七|七、八|八、九"
_QUICK = apart(*_PAIRS.split("|"))
_WRONG = re.compile(rf"(?:{_PAIRS})(?<![一二三四五六七八九十、]...)(?=[个年人万天月日名家处十百千次项])")

_IN_DIGITS = re.compile(
    r"[1-8]、(?<![第\d.、条款项件表图号（]..)[2-9](?=[名人个天次家户处])", re.ASCII
)

_DIGIT_BESIDE = re.compile("、(?<=[1-8]、)[2-9]")
_WAVED = apart(
    *(
        rf"{sign}(?<=[一二两三四五六七八九]{sign})(?<![第十初周期]..)[二两三四五六七八九十](?=[个年天月周级人名次户家岁倍元成万处小]|分钟)(?!年级)"
        for sign in "～~"
    )
)


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    for para, found in subject.seen.joined.matches(_WRONG, quick=_QUICK):
        yield RULE.at(subject, para, f"概数“{found[0]}”中间用了顿号", around(para.text, found))
    parted = "、" in subject.seen.joined.numbers.before
    for para, found in subject.seen.joined.matches(_IN_DIGITS, quick=_DIGIT_BESIDE) if parted else ():
        if int(found[0][0]) + 1 == int(found[0][-1]):
            yield RULE.at(subject, para, f"“{found[0]}”表示概数的，写作汉字，不用顿号", around(para.text, found))
    for para, found in subject.seen.joined.matches(_WAVED, "～", "~"):
        yield RULE.at(subject, para, "汉字的概数中间不用浪纹线", around(para.text, found))
