"""The mark of a letter is the name of the agency alone (10.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from reporter.check.bare import bare, solid
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW229",
    title="发文机关标志是机关名称加“文件”；信函格式的只用机关名称，不加“文件”",
    implements=("L134",),
    clause="GB/T 9704-2012 10.1",
    strength="shall",
    tests="信函首页（红色双线、发文字号居右）或标题为函的公文，发文机关标志末尾有没有“文件”；署名末尾有没有",
    why="“××文件”是文件格式的版头，信函另有版头；两种混用，收文登记分不清。",
    hint="删去“文件”二字，按信函格式排：标志上边距上页边30毫米，标志下4毫米和页脚各一条红色双线",
    good=lambda: notice(mark="安和县民政局", title=_TITLE, number="安民函〔2026〕3号", seen_face="letter"),
    bad=lambda: notice(mark="安和县民政局文件", title=_TITLE, number="安民函〔2026〕3号", seen_face="letter"),
    roles=("mark",),
)
_TITLE = "安和县民政局关于商请提供消防审验资料的函"
_HINT = "改为发文机关全称或规范化简称，文件格式加“文件”二字"
_WORDS = re.compile("文件文件$|[（(]文件[）)]$|(?<=[局府会委办])(?:通知|通报|请示|报告|意见|批复)$")
_SIGNED = re.compile("(?<=[局府会委办部厅])文件$")
_LETTER_CODE = re.compile("函[〔\\[(（【]")


def check(subject: Subject) -> Iterator[Finding]:
    """An error on a letter's sheet. A 函 under the head of a 文件 is no offence against the standard: a warning when
    its own number says that a letter was meant, else a note."""
    marks = [one for one in subject.sure("mark", part=0) if bare(one.text).endswith("文件")]
    title, number = subject.the("title"), subject.the("number")
    for mark in subject.sure("mark", part=0):
        if words := _WORDS.search(solid(mark.text)):
            told = RULE.at(subject, mark, f"发文机关标志末尾写成了“{words[0]}”，应为机关名称加“文件”")
            yield replace(told, severity="warning", clause="GB/T 9704-2012 7.2.4", hint=_HINT)
        elif mark.text.endswith("函件"):
            yield replace(RULE.at(subject, mark, "信函的发文机关标志多了“函件”二字"), hint="删去“函件”二字")
    for signed in subject.seen.all("signatory", part=0) if subject.seen.face in ("letter", "document") else ():
        if _SIGNED.search(solid(signed.text)):
            yield replace(RULE.at(subject, signed, "署名多了“文件”二字"), hint="删去“文件”二字")
    if not marks:
        return
    if subject.seen.face == "letter":
        yield RULE.at(subject, marks[-1], "信函的发文机关标志多了“文件”二字")
    elif title is not None and bare(title.text).endswith("函"):
        meant = number is not None and _LETTER_CODE.search(number.text) is not None
        found = RULE.at(subject, marks[-1], "函通常用信函格式印发，这里的版头是“文件”")
        yield replace(found, severity="warning" if meant else "info")
