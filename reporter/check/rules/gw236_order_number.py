"""An order has a number of its own, 第×号 (10.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW236",
    title="命令的标志加“命令”或“令”字，用令号（第×号），不用发文字号",
    implements=("L137",),
    clause="GB/T 9704-2012 10.2",
    strength="shall",
    tests="命令标志下的编号是不是“第×号”、用阿拉伯数字，标志末尾有没有“令”字",
    why="命令按届次单独编号，与其他公文的发文字号不混编。",
    hint="改为“第5号”的样式，在标志下空二行居中",
    good=lambda: notice(mark="安和县人民政府令", number="第5号", seen_face="order"),
    bad=lambda: notice(mark="安和县人民政府令", number="安政令〔2026〕5号", seen_face="order"),
    roles=("number", "mark"),
    severity="warning",
)


_NUMBER = re.compile(r"第\s?\d+\s?号", re.ASCII)
_HANZI = re.compile(r"第\s*[〇零一二三四五六七八九十百]+\s*号")
_UNSAID = re.compile(r"第\s*[\d〇零一二三四五六七八九十百]+")
_NEAR = 5


def check(subject: Subject) -> Iterator[Finding]:
    """Orders by their mark, or by a 令号 right under a mark."""
    number, mark = subject.the("number"), subject.the("mark")
    if mark and number is None and subject.seen.face == "document":
        below = subject.seen.below(mark.para.number, _NEAR)
        if any(_NUMBER.fullmatch(para.text) for para in below if para.place == "text"):
            yield RULE.at(subject, mark, "标志下面是令号，标志却没有“命令”或“令”字")
    if number and subject.seen.face == "order" and "〔" in number.text:
        yield RULE.at(subject, number, f"令号写成了发文字号“{number.text}”")
    elif number and subject.seen.face == "order" and _HANZI.search(number.text):
        yield RULE.at(subject, number, f"令号“{number.text}”没有用阿拉伯数字")
    elif mark and number is None and subject.seen.face == "order" and mark.text.endswith("令"):
        near = [para for para in subject.seen.below(mark.para.number, _NEAR) if para.text]
        if near and (found := _UNSAID.fullmatch(near[0].text)):
            yield RULE.at(subject, near[0], f"令号“{found[0]}”漏了“号”字")
        elif not any(_HANZI.search(para.text) or _NUMBER.search(para.text) for para in near):
            yield RULE.at(subject, mark, "命令的标志下面没有令号")
