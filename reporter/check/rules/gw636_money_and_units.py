"""A number has its unit, and what a request asks for at the end is what it has told before (R7, R8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.bare import solid
from reporter.check.bound import Bound, tell_bounds
from reporter.check.columns import figures
from reporter.check.finding import Finding
from reporter.check.quantities import plain, quantities, values
from reporter.check.quoting import leading
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW636",
    title="面积、金额写明单位；请示末尾请求的金额在前文说过",
    implements=("R7", "R8"),
    clause="公文一致性要求",
    strength="recommended",
    tests="“用地面积3.2，”这样没有单位的小数；请示最后“恳请……安排……万元”与前文、表里的金额",
    why="单位不清、前后金额不一，批复和拨款都没有依据。",
    hint="补上单位，或者核对金额",
    good=lambda: notice(body=("用地面积3.2公顷，已完成预审。",)),
    bad=lambda: notice(body=("用地面积3.2，已完成预审。",)),
    roles=("body", "heading"),
    severity="warning",
)
_WORDS = ("面积", "资金", "投资", "追回", "支出", "发放", "经费", "补助")
_FORMS = (
    Bound(_WORDS, apart(*(rf"{word}[0-9]+\.[0-9]+[，。；]" for word in _WORDS)), re.compile(
        rf"(?:{'|'.join(_WORDS)})\d+\.\d+[，。；]"
    ), lambda _: "数字后没有单位", "".join(word[-1] for word in _WORDS)),
)  # fmt: skip
_ASKED = re.compile(r"(?:恳请|特请|请求|申请)[^。；\d]{2,24}(?:安排|拨付|给予|解决|补助)")
_LEAST = 2


def check(subject: Subject) -> Iterator[Finding]:
    """Text, and the closing of requests that name two other sums at least."""
    yield from tell_bounds(RULE, subject, _FORMS)
    title = subject.the("title")
    if title is None or not solid(title.text).endswith("请示"):
        return
    text = subject.text_of("body", "heading")
    closing = list(text.holding(_ASKED, "请"))[-1:]
    for para in closing:
        others = set(values((other for other in text.paras if other is not para), "元"))
        asked = [one for one in quantities(para.text) if one.unit == "元"]
        cells = figures(subject.seen.grids)
        wrong = len(asked) == 1 and len(others) >= _LEAST and asked[0].value not in others
        if wrong and not {asked[0].value, asked[0].value / 10**4} & cells:
            one = asked[0]
            message = f"前文没有{plain(one.value / 10**4)}万元这个数"
            yield RULE.at(subject, para, message, leading(para.text, one.start, one.end))
