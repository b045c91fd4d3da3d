"""1 is followed by a dot (L042)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.numbered import numbered
from reporter.check.rule import Rule
from reporter.check.samples import heading, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW314",
    title="三级标题的阿拉伯数字后用下圆点",
    implements=("L042",),
    clause="GB/T 9704-2012 7.3.3、GB/T 15834-2011 附录 B.3.3",
    strength="shall",
    tests="1、2、3后面的标点，丢了圆点只剩空格的",
    why="序号写法统一，层次才一目了然。",
    hint="把“1、”改为“1.”",
    good=lambda: notice(body=(heading("1.建立台账", 3),)),
    bad=lambda: notice(body=(heading("1、建立台账", 3),)),
    roles=("heading",),
    folds=2,
)
_WRONG = re.compile(r"^第?\d{1,2}\s*([、，,：:。])", re.ASCII)
_BARE = re.compile(r"^(\d{1,2})[ \u3000\xa0\t]+(?=[\u4e00-\u9fff]{3})(?![月日年时分个家户人名])", re.ASCII)
_BLANKS = " \u3000\xa0\t"
_NEXT = 8
"""So many paragraphs further at most the next of its rank stands."""


def check(subject: Subject) -> Iterator[Finding]:
    """Headings and numbered items as typed or as automatic numbering prints them."""
    for element in numbered(subject):
        if found := _WRONG.match(element.text):
            if found[0][0] == "第":
                yield RULE.at(subject, element, f"序号写成了“{found[0]}”，应为数字加圆点")
                continue
            mark = "顿号或逗号" if found[1] in "、，," else "句号" if found[1] == "。" else "冒号"
            yield RULE.at(subject, element, f"阿拉伯数字序号后面用了{mark}，应为圆点")
    text = subject.text_of("body", "heading")
    if subject.seen.joined.numbers.behind.isdisjoint(_BLANKS):
        return
    paras = text.paras
    for at, para in enumerate(paras):
        if para.text[:1].isdecimal() and (found := _BARE.match(para.text)):
            number, near = int(found[1]), paras[max(0, at - _NEXT) : at + _NEXT]
            beside = (f"{number + 1}.", f"{number - 1}.")
            if any(one.text.startswith(beside) for one in near) or (
                len(paras) > at + 1 and paras[at + 1].text.startswith("（1）")
            ):
                yield RULE.at(subject, para, "阿拉伯数字序号后面没有圆点，只有空格")
