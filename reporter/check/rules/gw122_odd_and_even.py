"""Odd and even pages have page numbers of their own (L110)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.pagenumbers import numbers_centred
from reporter.check.rule import Rule
from reporter.check.samples import notice, setting
from reporter.check.subject import Subject

RULE = Rule(
    code="GW122",
    title="单页码居右空一字，双页码居左空一字，各有页脚",
    implements=("L110",),
    clause="GB/T 9704-2012 7.5",
    strength="shall",
    tests="Word 文件是否设了奇偶页不同，两种页脚里有没有页码，页码是不是居中",
    why="双面印刷后页码才都在外侧。",
    hint="页面设置勾选“奇偶页不同”，在奇数页、偶数页页脚分别插入页码",
    good=lambda: notice(subject={"setting": setting()}),
    bad=lambda: notice(subject={"setting": setting(number_on=frozenset({"default"}))}),
    needs=("docx",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Word files of more than one page, as far as is known, whose footers hold a number; one in the middle is wrong
    on one page as well."""
    setting = subject.setting
    pages = subject.seen.pages or (len(subject.layout.pages) if subject.layout else 0)
    if setting is None or not setting.sections or subject.seen.face == "plain":
        return
    if numbers_centred(subject):
        yield RULE.on(subject, "页码居中，应单页居右、双页居左", spot="页脚")
        return
    if pages == 1:
        return
    numbered = [section for section in setting.sections if section.number_on]
    if not numbered:
        yield RULE.on(subject, "没有页码", spot="页脚")
    elif not setting.even_and_odd or not all({"default", "even"} <= one.number_on for one in numbered):
        yield RULE.on(subject, "奇数页和偶数页的页码在同一侧", spot="页脚")
