"""A finished document is no draft by its title (R27)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW595",
    title="定稿的标题不带“征求意见稿”一类字样",
    implements=("R27",),
    clause="《党政机关公文处理工作条例》第二十五条",
    strength="practice",
    tests="已有发文字号和成文日期的文件，标题末尾有没有（征求意见稿）（送审稿）（讨论稿）",
    why="起草过程的字样留在正式文件上，收文单位不知道能不能执行。",
    hint="删去括号里的字样",
    good=notice,
    bad=lambda: notice(title="安和县民政局关于做好养老院安全管理工作的通知（送审稿）"),
    roles=("title",),
    severity="warning",
)
_DRAFT = re.compile(r"[（(](?:征求意见|送审|讨论|代拟|报审|审议|修改|草|初|未定|审核)稿?[）)]$")
_NUMBER = re.compile(r"〔\d{4}〕\s*\d+\s*号")


def check(subject: Subject) -> Iterator[Finding]:
    """Titles of the signed document; its number and date are filled in."""
    title, number = subject.the("title"), subject.the("number")
    if title is None or number is None or subject.signed_on is None or not _NUMBER.search(number.text):
        return
    if found := _DRAFT.search("".join(title.text.split())):
        yield RULE.at(subject, title, f"有文号和日期的文件，标题写着“{found[0]}”", found[0])
