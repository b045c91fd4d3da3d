"""发文字号 is 代字〔年份〕顺序号号 in Arabic digits (L005)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject
from reporter.text import half_width

RULE = Rule(
    code="GW205",
    title="发文字号由机关代字、年份、发文顺序号组成，用阿拉伯数字",
    implements=("L005",),
    clause="GB/T 9704-2012 7.2.5",
    strength="shall",
    tests="发文字号是不是“代字〔年份〕数字+号”，中间有没有空格",
    why="发文字号是登记、引用和检索的唯一编号，缺一项就对不上。",
    hint="写成“安民字〔2026〕12号”这样的形式",
    good=lambda: notice(number="安民字〔2026〕12号"),
    bad=lambda: notice(number="安民字〔2026〕十二号"),
    roles=("number",),
    waits="blank",
)
_LABELLED = re.compile("(发文字号|发文号|文号|编号):")
_BLANKS = re.compile(r"[\s\u3000＿_×]+")
_FORM = re.compile(
    r"[^\d〔〕]{1,14}[〔\[\(（［【<〖]\d{1,4}[〕\]\)）］】>〗]第?(?:\d+号|号)(?:附件\d*)?", re.ASCII
)
"""A 号 without digits is a blank that waits for its number; where an attachment repeats it, 附件2 follows."""
_WAITING = re.compile(r"〔\d{4}〕号(?:附件\d*)?", re.ASCII)
"""Neither 代字 nor number is given yet."""


_LETTERED = re.compile(r"[^\d〔\[]{1,12}[发函复呈报]字(?=[〔\[\(（［【<〖])")
"""安民字 is a 代字, 安民发字 none."""
_TWICE = re.compile(r"([\u4e00-\u9fff]{2,})\1[〔\[(]")
_WHITE, _OPEN, _CLOSE = "[ \\u3000\\xa0]+", r"[〔\[(（［【]", r"[〕\])）］】]"
_PARTED = re.compile(
    rf"[\u4e00-\u9fff]{_WHITE}{_OPEN}(?=\s*\d)|{_OPEN}{_WHITE}\d|\d{_WHITE}{_CLOSE}"
    rf"|{_CLOSE}{_WHITE}\d|{_CLOSE}\s*\d+{_WHITE}号"
)
"""Blanks between parts that are all there; a blank that waits for its figures is none of them."""


def check(subject: Subject) -> Iterator[Finding]:
    """Missing 号 or hanzi digits; brackets, zeros, 第 and full-width digits have rules of their own."""
    for element in subject.sure("number"):
        text = half_width(_BLANKS.sub("", element.text))
        if subject.seen.face in ("order", "minutes"):
            continue
        if "\n" in element.text.strip():
            yield replace(RULE.at(subject, element, "发文字号断成了两行"), severity="warning", hint="排在一行")
            continue
        if found := _LABELLED.match(text):
            yield RULE.at(subject, element, f"发文字号前写了“{found[1]}”")
            continue
        if not _FORM.fullmatch(text) and not _WAITING.fullmatch(text):
            yield RULE.at(subject, element, "发文字号不完整，或数字没有用阿拉伯数字")
        elif _PARTED.search(element.text):
            yield RULE.at(subject, element, "发文字号中间有空格")
        elif found := _LETTERED.match(text):
            yield RULE.at(subject, element, f"机关代字“{found[0]}”多了“字”")
        elif found := _TWICE.match(text):
            yield RULE.at(subject, element, f"机关代字“{found[1]}”打了两遍")
